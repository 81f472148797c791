// SPDX-License-Identifier: EUPL-1.2
// Opening hours: whether an office is open, and when that changes.
#pragma once

#include "guide/guide.h"

enum opening_state {
    OPENING_UNKNOWN,  // no hours given, outside their validity, or nothing in the next 60 days
                      // though today is an ordinary day
    OPENING_OPEN,     // one may walk in
    OPENING_CLOSED,
};

struct opening {
    enum opening_state state;
    struct moment until;  // open: closes then; closed: opens then. Year 0: unknown
    const char *holiday;  // closed today for a public holiday: its German name; else NULL
    bool closure;         // closed today for a dated closure
};

// Closures win over special hours, special hours over public holidays, holidays over the weekly
// slots. The lunch break is simply the gap between two slots. Slots by appointment or by phone
// do not open the door. `hours` may be NULL.
struct opening hours_at(const struct hours *hours, const char *state, struct moment when);

// Until when somebody answers the phone, of the slots by phone; false: nobody does now. Minutes.
bool hours_by_phone(const struct hours *hours, const char *state, struct moment when, int *until);

// Whether there are slots, but none in which one may walk in.
bool hours_are_booked(const struct hours *hours);

// Of an office where one cannot walk in: when it can be reached next, after `when`. By phone if it
// ever answers the phone, else by appointment. False: not within 60 days, or one may walk in.
struct reach {
    struct date date;
    struct slot slot;
};
bool hours_next_reach(const struct hours *hours, const char *state, struct moment when,
                      struct reach *reach);

// What a week table shows for a weekday: the slots of every week and those of certain weeks, in
// order of time. Returns how many were written.
size_t hours_on_weekday(const struct hours *hours, enum weekday day, struct slot *slots,
                        size_t room);

// The slots of one day of the calendar, appointments included: none on a closure or a holiday,
// the special ones where there are any. In order of time; returns how many were written.
size_t hours_on_date(const struct hours *hours, const char *state, struct date date,
                     struct slot *slots, size_t room);

// What differs from the week table on the day itself and the 14 days after it: closures, whole even
// where they reach beyond; special hours; public holidays on weekdays that have slots. In order of
// time; returns how many were written. The slots of each: hours_on_date().
struct exception {
    struct date from, to;  // both included
    const char *holiday;   // its German name; NULL: no holiday is the reason
};
size_t hours_exceptions(const struct hours *hours, const char *state, struct date date,
                        struct exception *exceptions, size_t room);

// The weeks of a rotating consultation as a sentence names them: "1 + 3". In the arena.
const char *hours_weeks(struct arena *arena, const struct slot *slot);
