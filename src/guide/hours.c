// SPDX-License-Identifier: EUPL-1.2
#include "guide/hours.h"

#include <assert.h>
#include <string.h>

#include "guide/holiday.h"

enum { DAY = 24 * 60 };                          // minutes
enum { HORIZON = 60, EXCEPTIONS_HORIZON = 14 };  // days looked ahead

// One day minute by minute: slots that touch or overlap need no further thought.
struct day {
    bool open[DAY];
    const char *holiday;
    bool closure;
};

static bool is_between(struct date date, struct date from, struct date to)
{
    return (from.year == 0 || date_compare(from, date) <= 0) &&
           (to.year == 0 || date_compare(date, to) <= 0);
}

static const struct closure *closure_on(const struct hours *hours, struct date date)
{
    for (size_t i = 0; i < hours->closures.count; i++)
        if (is_between(date, hours->closures.items[i].from, hours->closures.items[i].to))
            return &hours->closures.items[i];
    return NULL;
}

static bool is_special(const struct hours *hours, struct date date)
{
    for (size_t i = 0; i < hours->specials.count; i++)
        if (date_compare(hours->specials.items[i].date, date) == 0)
            return true;
    return false;
}

static bool falls_on(const struct slot *slot, struct date date)
{
    int week = (date.day - 1) / 7;  // 0: the first such weekday of the month
    return slot->days >> date_weekday(date) & 1 && (!slot->weeks || slot->weeks >> week & 1);
}

static void open_between(struct day *day, int from, int to)
{
    assert(0 <= from && from < to && to <= DAY);
    memset(day->open + from, true, (size_t)(to - from));
}

static struct day day_at(const struct hours *hours, const char *state, struct date date)
{
    struct day day = {.closure = closure_on(hours, date)};
    if (day.closure)
        return day;
    if (is_special(hours, date)) {
        for (size_t i = 0; i < hours->specials.count; i++) {
            const struct special *special = &hours->specials.items[i];
            if (date_compare(special->date, date) == 0)
                open_between(&day, special->from, special->to);
        }
        return day;
    }
    day.holiday = holiday_find(state, date);
    if (day.holiday)
        return day;
    for (size_t i = 0; i < hours->slots.count; i++) {
        const struct slot *slot = &hours->slots.items[i];
        if (slot->by == ATTENDANCE_WALK_IN && falls_on(slot, date))
            open_between(&day, slot->from, slot->to);
    }
    return day;
}

// The first minute after `when` at which the door is no longer, or at last, `open`. Year 0: it
// stays so for 60 days. Nobody knows what comes after the hours' last day: then it closes.
static struct moment next_change(const struct hours *hours, const char *state, struct moment when,
                                 bool open)
{
    int minute = when.minute;
    for (int ahead = 0; ahead <= HORIZON; ahead++) {
        struct date date = date_plus(when.date, ahead);
        struct day day = {0};
        if (is_between(date, hours->from, hours->to))
            day = day_at(hours, state, date);
        for (; minute < DAY; minute++) {
            if (day.open[minute] == open)
                continue;
            if (open && minute == 0)  // closed at midnight: an end, so of the day before
                return (struct moment){date_plus(date, -1), DAY};
            return (struct moment){date, minute};
        }
        minute = 0;
    }
    return (struct moment){0};
}

struct opening hours_at(const struct hours *hours, const char *state, struct moment when)
{
    assert(0 <= when.minute && when.minute < DAY);
    if (!hours || !is_between(when.date, hours->from, hours->to))
        return (struct opening){.state = OPENING_UNKNOWN};
    struct day today = day_at(hours, state, when.date);
    bool open = today.open[when.minute];
    struct opening opening = {
        .state = open ? OPENING_OPEN : OPENING_CLOSED,
        .until = next_change(hours, state, when, open),
        .holiday = today.holiday,
        .closure = today.closure,
    };
    // On a day off it is closed, whatever comes after.
    if (!open && opening.until.date.year == 0 && !today.holiday && !today.closure)
        opening.state = OPENING_UNKNOWN;
    return opening;
}

static bool comes_before(const struct slot *a, const struct slot *b)
{
    if (a->from != b->from)
        return a->from < b->from;
    return a->to != b->to ? a->to < b->to : a->weeks < b->weeks;
}

// Slots in order of time, as many as there is room for.
struct chosen {
    struct slot *slots;
    size_t count, room;
};

static void insert(struct chosen *chosen, const struct slot *slot)
{
    size_t at = chosen->count;
    while (at > 0 && comes_before(slot, &chosen->slots[at - 1]))
        at--;
    if (at == chosen->room)
        return;
    if (chosen->count < chosen->room)
        chosen->count++;
    memmove(&chosen->slots[at + 1], &chosen->slots[at],
            (chosen->count - at - 1) * sizeof *chosen->slots);
    chosen->slots[at] = *slot;
}

size_t hours_on_weekday(const struct hours *hours, enum weekday day, struct slot *slots,
                        size_t room)
{
    struct chosen chosen = {slots, 0, room};
    for (size_t i = 0; i < hours->slots.count; i++)
        if (hours->slots.items[i].days >> day & 1)
            insert(&chosen, &hours->slots.items[i]);
    return chosen.count;
}

size_t hours_on_date(const struct hours *hours, const char *state, struct date date,
                     struct slot *slots, size_t room)
{
    struct chosen chosen = {slots, 0, room};
    if (closure_on(hours, date))
        return 0;
    for (size_t i = 0; i < hours->specials.count; i++) {
        const struct special *special = &hours->specials.items[i];
        if (date_compare(special->date, date) == 0)
            insert(&chosen, &(struct slot){.from = special->from, .to = special->to});
    }
    if (chosen.count || holiday_find(state, date))
        return chosen.count;
    for (size_t i = 0; i < hours->slots.count; i++)
        if (falls_on(&hours->slots.items[i], date))
            insert(&chosen, &hours->slots.items[i]);
    return chosen.count;
}

static bool has_exception(const struct hours *hours, const char *state, struct date date,
                          struct exception *exception)
{
    const struct closure *closure = closure_on(hours, date);
    struct slot any;
    *exception = closure ? (struct exception){closure->from, closure->to, NULL}
                         : (struct exception){date, date, NULL};
    if (closure || is_special(hours, date))
        return true;
    exception->holiday = holiday_find(state, date);
    return exception->holiday && hours_on_weekday(hours, date_weekday(date), &any, 1);
}

size_t hours_exceptions(const struct hours *hours, const char *state, struct date date,
                        struct exception *exceptions, size_t room)
{
    size_t count = 0;
    for (int ahead = 0; ahead <= EXCEPTIONS_HORIZON && count < room; ahead++) {
        struct date day = date_plus(date, ahead);
        bool again = count && date_compare(day, exceptions[count - 1].to) <= 0;
        if (!again && is_between(day, hours->from, hours->to) &&
            has_exception(hours, state, day, &exceptions[count]))
            count++;
    }
    return count;
}

const char *hours_weeks(struct arena *arena, const struct slot *slot)
{
    const char *weeks = "";
    for (int week = 0; week < 5; week++)
        if (slot->weeks >> week & 1)
            weeks = arena_print(arena, "%s%s%d", weeks, *weeks ? " + " : "", week + 1);
    return weeks;
}

bool hours_by_phone(const struct hours *hours, const char *state, struct moment when, int *until)
{
    enum { SLOTS = 16 };
    struct slot slots[SLOTS];
    size_t count = hours ? hours_on_date(hours, state, when.date, slots, SLOTS) : 0;
    for (size_t i = 0; i < count; i++) {
        if (slots[i].by != ATTENDANCE_PHONE || when.minute < slots[i].from ||
            when.minute >= slots[i].to)
            continue;
        *until = slots[i].to;
        return true;
    }
    return false;
}

static bool has_slot(const struct hours *hours, enum attendance by)
{
    for (size_t i = 0; i < hours->slots.count; i++)
        if (hours->slots.items[i].by == by)
            return true;
    return false;
}

bool hours_are_booked(const struct hours *hours)
{
    return hours && hours->slots.count > 0 && !has_slot(hours, ATTENDANCE_WALK_IN);
}

// The first slot of that kind that begins after `minute`.
static const struct slot *first_after(const struct slot *slots, size_t count, enum attendance by,
                                      int minute)
{
    for (size_t i = 0; i < count; i++)
        if (slots[i].by == by && slots[i].from > minute)
            return &slots[i];
    return NULL;
}

bool hours_next_reach(const struct hours *hours, const char *state, struct moment when,
                      struct reach *reach)
{
    enum { SLOTS = 16 };
    struct slot slots[SLOTS];
    if (!hours_are_booked(hours))
        return false;
    enum attendance by =
        has_slot(hours, ATTENDANCE_PHONE) ? ATTENDANCE_PHONE : ATTENDANCE_APPOINTMENT;
    for (int ahead = 0; ahead <= HORIZON; ahead++) {
        struct date date = date_plus(when.date, ahead);
        if (!is_between(date, hours->from, hours->to))
            continue;
        size_t count = hours_on_date(hours, state, date, slots, SLOTS);
        const struct slot *slot = first_after(slots, count, by, ahead ? -1 : when.minute);
        if (!slot)
            continue;
        *reach = (struct reach){date, *slot};
        return true;
    }
    return false;
}
