// SPDX-License-Identifier: EUPL-1.2
#include "site/today.h"

#include "guide/holiday.h"
#include "guide/hours.h"
#include "site/data.h"
#include "text/calendar.h"
#include "text/tr.h"

enum { MONTHS = 14, SLOTS_A_DAY = 16 };

struct date today_last(const struct guide *guide)
{
    return date_plus_months(guide->newest, MONTHS);
}

static const char *iso(const struct leaf *leaf, struct date date)
{
    return arena_print(leaf->arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

// ---- The words -----------------------------------------------------------------------------

static const struct {
    const char *name, *msgid;
} sentences[] = {
    {"open", N_("Open now until %s")},
    {"today", N_("Opens today %s")},
    {"tomorrow", N_("Opens tomorrow %s")},
    {"later", N_("Opens %1$s at %2$s")},
    {"closed", N_("Closed today")},
    {"holiday", N_("Closed today: %s")},
    {"phone", N_("By phone until %s")},
    {"booked", N_("By appointment only")},
    {"ask", N_("Please ask for today’s hours")},
};

static const char *const opens_on[] = {
    [MONDAY] = N_("Opens Monday %s"),       [TUESDAY] = N_("Opens Tuesday %s"),
    [WEDNESDAY] = N_("Opens Wednesday %s"), [THURSDAY] = N_("Opens Thursday %s"),
    [FRIDAY] = N_("Opens Friday %s"),       [SATURDAY] = N_("Opens Saturday %s"),
    [SUNDAY] = N_("Opens Sunday %s"),
};

static void add_sentences(struct buf *json, const struct leaf *leaf)
{
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        json_member(json, sentences[i].name, tr(leaf->language, sentences[i].msgid));
    buf_text(json, "\"on\":[");
    for (size_t day = MONDAY; day <= SUNDAY; day++) {
        json_text(json, tr(leaf->language, opens_on[day]));
        buf_text(json, ",");
    }
    json_close(json, "],\"dates\":[");
    for (int month = 1; month <= 12; month++) {
        // Any day; hours.js puts the right one in the place of the number.
        json_text(json, date_text(leaf->arena, leaf->language, (struct date){2026, month, 28}));
        buf_text(json, ",");
    }
    json_close(json, "],");
}

static void add_holidays(struct buf *json, const struct leaf *leaf)
{
    struct date last = today_last(leaf->guide);
    buf_text(json, "\"holidays\":{");
    for (struct date date = leaf->guide->newest; date_compare(date, last) <= 0;
         date = date_plus(date, 1)) {
        const char *name = holiday_find(leaf->guide->state, date);
        if (name)
            json_member(json, iso(leaf, date), tr(leaf->language, name));
    }
    json_close(json, "}}");
}

void today_words(struct leaf *leaf)
{
    struct buf json = {0};
    buf_text(&json, "{");
    json_member(&json, "zone", leaf->guide->timezone);
    json_member(&json, "since", iso(leaf, leaf->guide->newest));
    add_sentences(&json, leaf);
    add_holidays(&json, leaf);
    html_json(&leaf->html, "application/json", json.text);
    buf_free(&json);
}

// ---- The days of a site --------------------------------------------------------------------

static void add_slots(struct buf *json, const struct slot *slots, size_t count)
{
    buf_text(json, "[");
    for (size_t i = 0; i < count; i++)
        buf_print(json, "[%d,%d,%d],", slots[i].from, slots[i].to, slots[i].by);
    json_close(json, "]");
}

// The slots of every week.
static size_t usual_slots(const struct hours *hours, enum weekday day, struct slot *slots)
{
    size_t kept = 0, count = hours_on_weekday(hours, day, slots, SLOTS_A_DAY);
    for (size_t i = 0; i < count; i++)
        if (!slots[i].weeks)
            slots[kept++] = slots[i];
    return kept;
}

static bool are_same(const struct slot *a, size_t a_count, const struct slot *b, size_t b_count)
{
    bool same = a_count == b_count;
    for (size_t i = 0; same && i < a_count; i++)
        same = a[i].from == b[i].from && a[i].to == b[i].to && a[i].by == b[i].by;
    return same;
}

static bool is_closure(const struct hours *hours, struct date date)
{
    for (size_t i = 0; i < hours->closures.count; i++)
        if (date_compare(hours->closures.items[i].from, date) <= 0 &&
            date_compare(date, hours->closures.items[i].to) <= 0)
            return true;
    return false;
}

// "2026-12-24":0 is a closure, "2026-12-25":[] a holiday, "2026-12-23":[[480,720,0]] special.
static void add_day(struct buf *json, const struct leaf *leaf, const struct hours *hours,
                    struct date date)
{
    struct slot usual[SLOTS_A_DAY], slots[SLOTS_A_DAY];
    size_t usual_count = usual_slots(hours, date_weekday(date), usual);
    size_t count = hours_on_date(hours, leaf->guide->state, date, slots, SLOTS_A_DAY);
    bool closure = is_closure(hours, date);
    if (!closure && !holiday_find(leaf->guide->state, date) &&
        are_same(usual, usual_count, slots, count))
        return;
    buf_print(json, "\"%s\":", iso(leaf, date));
    if (closure)
        buf_text(json, "0");
    else
        add_slots(json, slots, count);
    buf_text(json, ",");
}

// Until the hours end, or have to be confirmed, or fourteen months have passed.
static struct date last_day(const struct leaf *leaf, const struct hours *hours)
{
    struct date last = today_last(leaf->guide), day = leaf->guide->newest;
    if (hours->to.year && date_compare(hours->to, last) < 0)
        last = hours->to;
    while (date_compare(day, last) <= 0 && !origin_is_due(leaf->guide, &hours->origin, day))
        day = date_plus(day, 1);
    return date_plus(day, -1);
}

void today_line(struct leaf *leaf, const struct hours *hours)
{
    struct buf json = {0};
    struct slot slots[SLOTS_A_DAY];
    struct date first = leaf->guide->newest, last = last_day(leaf, hours);
    if (date_compare(hours->from, first) > 0)
        first = hours->from;
    buf_print(&json, "{\"from\":\"%s\",\"to\":\"%s\",\"booked\":%s,\"week\":[", iso(leaf, first),
              iso(leaf, last), hours_are_booked(hours) ? "true" : "false");
    for (enum weekday day = MONDAY; day <= SUNDAY; day++) {
        add_slots(&json, slots, usual_slots(hours, day, slots));
        buf_text(&json, ",");
    }
    json_close(&json, "],\"days\":{");
    for (struct date date = first; date_compare(date, last) <= 0; date = date_plus(date, 1))
        add_day(&json, leaf, hours, date);
    json_close(&json, "}}");
    html_put(&leaf->html, "p", "", "class", "status", "hidden", "hidden", "data-hours", json.text,
             NULL);
    buf_free(&json);
}
