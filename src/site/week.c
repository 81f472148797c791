// SPDX-License-Identifier: EUPL-1.2
#include "site/week.h"

#include "guide/hours.h"
#include "site/prose.h"
#include "text/calendar.h"
#include "text/tr.h"

enum { SLOTS_A_DAY = 16 };

// A dash has no direction: between two times of right-to-left text it would read backwards.
static void write_range(struct leaf *leaf, const char *from, const char *to)
{
    if (leaf->language->rtl)
        leaf_fill(leaf, tr(leaf->language, "%s to %s"), from, to, NULL);
    else
        html_put(&leaf->html, "bdi", arena_print(leaf->arena, "%s–%s", from, to), NULL);
}

static const char *clock_text(const struct leaf *leaf, int minute)
{
    return arena_print(leaf->arena, "%d:%02d", minute / 60, minute % 60);
}

static void write_times(struct leaf *leaf, int from, int to)
{
    html_open(&leaf->html, "span", "class", "times", NULL);
    write_range(leaf, clock_text(leaf, from), clock_text(leaf, to));
    html_close(&leaf->html, "span");
}

static void write_slot(struct leaf *leaf, const struct slot *slot)
{
    html_open(&leaf->html, "div", NULL);
    write_times(leaf, slot->from, slot->to);
    if (slot->weeks) {
        html_open(&leaf->html, "small", NULL);
        leaf_fill(leaf, tr(leaf->language, "only no. %s in the month"),
                  hours_weeks(leaf->arena, slot), NULL);
        html_close(&leaf->html, "small");
    }
    if (slot->by == ATTENDANCE_APPOINTMENT)
        html_put(&leaf->html, "small", tr(leaf->language, "by appointment"), NULL);
    if (slot->by == ATTENDANCE_PHONE)
        html_put(&leaf->html, "small", tr(leaf->language, "by phone"), NULL);
    html_close(&leaf->html, "div");
}

static void write_row(struct leaf *leaf, const char *day, const struct slot *slots, size_t count)
{
    html_open(&leaf->html, "tr", NULL);
    html_put(&leaf->html, "th", day, "scope", "row", NULL);
    html_open(&leaf->html, "td", NULL);
    for (size_t i = 0; i < count; i++)
        write_slot(leaf, &slots[i]);
    if (count == 0)
        // TRANSLATORS: beside a day of the week on which an office does not open
        html_put(&leaf->html, "span", tr(leaf->language, "closed"), "class", "closed", NULL);
    html_close(&leaf->html, "td");
    html_close(&leaf->html, "tr");
}

static void write_table(struct leaf *leaf, const struct hours *hours)
{
    struct slot slots[SLOTS_A_DAY];
    html_open(&leaf->html, "table", "class", "week", NULL);
    html_open(&leaf->html, "tbody", NULL);
    bool weekend = hours_on_weekday(hours, SATURDAY, slots, SLOTS_A_DAY) +
                   hours_on_weekday(hours, SUNDAY, slots, SLOTS_A_DAY);
    for (enum weekday day = MONDAY; day <= (weekend ? SUNDAY : FRIDAY); day++) {
        size_t count = hours_on_weekday(hours, day, slots, SLOTS_A_DAY);
        write_row(leaf, day_name(leaf->language, day), slots, count);
    }
    if (!weekend)
        write_row(leaf,
                  arena_print(leaf->arena, "%s%s%s", short_day_name(leaf->language, SATURDAY),
                              list_comma(leaf->language), short_day_name(leaf->language, SUNDAY)),
                  NULL, 0);
    html_close(&leaf->html, "tbody");
    html_close(&leaf->html, "table");
}

// Past dates only take up room. The newest fact of the content is a day that has come.
static bool is_past(const struct leaf *leaf, struct date date)
{
    return date_compare(date, leaf->guide->newest) < 0;
}

static void open_date(struct leaf *leaf, struct date from, struct date to)
{
    html_open(&leaf->html, "tr", NULL);
    html_open(&leaf->html, "th", "scope", "row", NULL);
    if (date_compare(from, to) == 0)
        html_put(&leaf->html, "bdi", leaf_date(leaf, from), NULL);
    else
        write_range(leaf, leaf_date(leaf, from), leaf_date(leaf, to));
    html_close(&leaf->html, "th");
    html_open(&leaf->html, "td", NULL);
}

static void close_date(struct leaf *leaf)
{
    html_close(&leaf->html, "td");
    html_close(&leaf->html, "tr");
}

static void write_dates(struct leaf *leaf, const struct hours *hours)
{
    html_open(&leaf->html, "table", "class", "week dates", NULL);
    html_open(&leaf->html, "tbody", NULL);
    for (size_t i = 0; i < hours->specials.count; i++) {
        const struct special *special = &hours->specials.items[i];
        if (is_past(leaf, special->date))
            continue;
        open_date(leaf, special->date, special->date);
        write_times(leaf, special->from, special->to);
        close_date(leaf);
    }
    for (size_t i = 0; i < hours->closures.count; i++) {
        const struct closure *closure = &hours->closures.items[i];
        if (is_past(leaf, closure->to))
            continue;
        open_date(leaf, closure->from, closure->to);
        html_put(&leaf->html, "span", tr(leaf->language, "closed"), "class", "closed", NULL);
        close_date(leaf);
    }
    html_open(&leaf->html, "tr", NULL);
    html_put(&leaf->html, "th", tr(leaf->language, "Public holidays"), "scope", "row", NULL);
    html_open(&leaf->html, "td", NULL);
    html_put(&leaf->html, "span", tr(leaf->language, "closed"), "class", "closed", NULL);
    close_date(leaf);
    html_close(&leaf->html, "tbody");
    html_close(&leaf->html, "table");
}

static void write_validity(struct leaf *leaf, const struct hours *hours)
{
    if (hours->from.year) {
        html_open(&leaf->html, "p", NULL);
        leaf_fill(leaf, tr(leaf->language, "From %s"), leaf_date(leaf, hours->from), NULL);
        html_close(&leaf->html, "p");
    }
    if (hours->to.year) {
        html_open(&leaf->html, "p", NULL);
        leaf_fill(leaf, tr(leaf->language, "Until %s"), leaf_date(leaf, hours->to), NULL);
        html_close(&leaf->html, "p");
    }
}

void week_write(struct leaf *leaf, const struct hours *hours)
{
    write_validity(leaf, hours);
    write_table(leaf, hours);
    write_dates(leaf, hours);
}
