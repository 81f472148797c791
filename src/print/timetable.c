// SPDX-License-Identifier: EUPL-1.2
#include "print/timetable.h"

#include <string.h>

#include "base/buf.h"
#include "guide/hours.h"
#include "text/calendar.h"
#include "text/tr.h"

enum { SLOTS = 16 };  // of one day, at most

struct day {
    int days;  // bit 0: Monday
    struct slot slots[SLOTS];
    size_t count;
};

static const char *const attendance_names[] = {
    [ATTENDANCE_WALK_IN] = NULL,
    [ATTENDANCE_APPOINTMENT] = N_("by appointment"),
    [ATTENDANCE_PHONE] = N_("by phone"),
};

static const char *keep(struct arena *arena, struct buf *text)
{
    const char *kept = arena_copy(arena, text->text ? text->text : "", text->length);
    buf_free(text);
    return kept;
}

static void add_to_list(struct buf *list, const struct language *language, const char *text)
{
    buf_print(list, "%s%s", list->length ? list_comma(language) : "", text);
}

// Vietnamese counts its days: "Th 2" stays in one piece.
static const char *glued(struct arena *arena, const char *name)
{
    struct buf text = {0};
    for (; *name; name++)
        buf_add(&text, *name == ' ' ? "\u00A0" : name, *name == ' ' ? strlen("\u00A0") : 1);
    return keep(arena, &text);
}

// "Monday", "Tuesday, Wednesday", "Monday–Wednesday, Friday".
static const char *days_text(struct arena *arena, const struct language *language, int days,
                             const char *(*name)(const struct language *, enum weekday))
{
    struct buf text = {0};
    for (int day = 0; day < 7; day++) {
        int last = day;
        if (!(days >> day & 1))
            continue;
        while (last < 6 && days >> (last + 1) & 1)
            last++;
        add_to_list(&text, language, glued(arena, name(language, (enum weekday)day)));
        if (last == day + 1)
            add_to_list(&text, language, glued(arena, name(language, (enum weekday)last)));
        else if (last > day)
            buf_print(&text, "\u2013%s", glued(arena, name(language, (enum weekday)last)));
        day = last;
    }
    return keep(arena, &text);
}

static const char *note_text(struct arena *arena, const struct language *language,
                             const struct slot *slot)
{
    struct buf text = {0};
    if (slot->weeks)
        add_to_list(
            &text, language,
            arena_print(arena, tr(language, "only no. %s in the month"), hours_weeks(arena, slot)));
    if (attendance_names[slot->by])
        add_to_list(&text, language, tr(language, attendance_names[slot->by]));
    return keep(arena, &text);
}

static bool has_same_hours(const struct day *a, const struct day *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++) {
        const struct slot *s = &a->slots[i], *t = &b->slots[i];
        if (s->from != t->from || s->to != t->to || s->by != t->by || s->weeks != t->weeks)
            return false;
    }
    return true;
}

static void add_rows(struct timetable *table, struct arena *arena, const struct language *language,
                     const struct day *day)
{
    for (size_t i = 0; i < day->count; i++) {
        const struct slot *slot = &day->slots[i];
        *list_add(arena, &table->rows) = (struct timetable_row){
            .days = i ? "" : days_text(arena, language, day->days, day_name),
            .short_days = i ? "" : days_text(arena, language, day->days, short_day_name),
            .note = note_text(arena, language, slot),
            .times = arena_print(arena, "%d:%02d\u2013%d:%02d", slot->from / 60, slot->from % 60,
                                 slot->to / 60, slot->to % 60),
        };
    }
}

struct timetable timetable_build(struct arena *arena, const struct language *language,
                                 const struct hours *hours)
{
    struct timetable table = {0};
    struct day pending = {0};
    for (enum weekday weekday = MONDAY; weekday <= SUNDAY; weekday++) {
        struct day day = {.days = 1 << weekday};
        day.count = hours_on_weekday(hours, weekday, day.slots, SLOTS);
        if (day.count == 0)
            continue;
        if (has_same_hours(&pending, &day)) {
            pending.days |= day.days;
            continue;
        }
        add_rows(&table, arena, language, &pending);
        pending = day;
    }
    add_rows(&table, arena, language, &pending);
    return table;
}
