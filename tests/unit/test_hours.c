// SPDX-License-Identifier: EUPL-1.2
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "guide/hours.h"

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])
// clang-format off
#define ROWS(rows) {.items = (rows), .count = COUNT(rows)}
#define AT(hour, minute) ((hour) * 60 + (minute))
// clang-format on
#define WALK_IN ATTENDANCE_WALK_IN
#define PHONE ATTENDANCE_PHONE
#define BOOKED ATTENDANCE_APPOINTMENT

enum { MO = 1, TU = 2, WE = 4, TH = 8, FR = 16, SA = 32, SU = 64, WORKDAYS = 31, ALL_DAYS = 127 };
enum { EVERY_WEEK = 0, FIRST = 1, THIRD = 4, FIFTH = 16 };

// ---- The offices ---------------------------------------------------------------------------

// An ordinary one: shut at noon, long on Thursday, away over New Year.
static struct slot office_slots[] = {
    {TH, EVERY_WEEK, AT(14, 0), AT(17, 30), WALK_IN},
    {WORKDAYS, EVERY_WEEK, AT(8, 0), AT(12, 0), WALK_IN},
    {MO, EVERY_WEEK, AT(13, 0), AT(15, 0), PHONE},
    {TU, EVERY_WEEK, AT(14, 0), AT(16, 0), BOOKED},
};
static struct closure office_closures[] = {
    {{2026, 12, 24}, {2027, 1, 3}},
    {{2026, 11, 27}, {2026, 11, 27}},
};
static struct special office_specials[] = {
    {{2026, 12, 23}, AT(13, 0), AT(14, 0)},
    {{2026, 12, 23}, AT(8, 0), AT(10, 0)},
    {{2026, 12, 28}, AT(8, 0), AT(10, 0)},  // lies in the closure
    {{2027, 5, 1}, AT(9, 0), AT(11, 0)},    // a Saturday and a public holiday
};
static const struct hours office = {
    .slots = ROWS(office_slots),
    .closures = ROWS(office_closures),
    .specials = ROWS(office_specials),
};

// First and third Tuesday; the fifth Wednesday and Tuesday, which not every month has.
static struct slot rotating_slots[] = {
    {TU, FIRST | THIRD, AT(15, 0), AT(16, 0), WALK_IN},
    {TU | WE, FIFTH, AT(9, 0), AT(10, 0), WALK_IN},
};
static const struct hours rotating = {.slots = ROWS(rotating_slots)};

static struct slot january_slots[] = {{WORKDAYS, EVERY_WEEK, AT(9, 0), AT(12, 0), WALK_IN}};
static const struct hours january = {
    .from = {2027, 1, 4},
    .to = {2027, 1, 29},
    .slots = ROWS(january_slots),
};
static const struct hours from_january = {.from = {2027, 1, 4}, .slots = ROWS(january_slots)};

static struct slot always_slots[] = {{ALL_DAYS, EVERY_WEEK, 0, AT(24, 0), WALK_IN}};
static const struct hours always = {.slots = ROWS(always_slots)};
static const struct hours always_until = {.to = {2026, 11, 22}, .slots = ROWS(always_slots)};

// Friday evening into the night.
static struct slot night_slots[] = {
    {FR, EVERY_WEEK, AT(18, 0), AT(24, 0), WALK_IN},
    {SA, EVERY_WEEK, AT(0, 0), AT(2, 0), WALK_IN},
    {MO, EVERY_WEEK, AT(18, 0), AT(24, 0), WALK_IN},
    {WE, EVERY_WEEK, AT(23, 59), AT(24, 0), WALK_IN},
};
static const struct hours night = {.slots = ROWS(night_slots)};

// No gap between the slots: no closing in between.
static struct slot touching_slots[] = {
    {FR, EVERY_WEEK, AT(12, 0), AT(14, 0), WALK_IN},
    {FR, EVERY_WEEK, AT(8, 0), AT(12, 0), WALK_IN},
    {FR, EVERY_WEEK, AT(14, 0), AT(16, 0), BOOKED},
};
static const struct hours touching = {.slots = ROWS(touching_slots)};

static struct slot booked_slots[] = {
    {WORKDAYS, EVERY_WEEK, AT(8, 0), AT(12, 0), BOOKED},
    {WORKDAYS, EVERY_WEEK, AT(14, 0), AT(16, 0), PHONE},
};
static const struct hours booked = {.slots = ROWS(booked_slots)};

static struct slot phone_slots[] = {
    {.days = 1 << MONDAY | 1 << FRIDAY, .from = 540, .to = 720, .by = ATTENDANCE_PHONE},
    {.days = 1 << FRIDAY, .from = 780, .to = 900, .by = ATTENDANCE_PHONE},
    {.days = 1 << FRIDAY, .from = 600, .to = 660, .by = ATTENDANCE_APPOINTMENT},
};
static struct closure phone_closures[] = {{{2026, 11, 23}, {2026, 11, 23}}};
static const struct hours by_phone = {.slots = ROWS(phone_slots), .closures = ROWS(phone_closures)};

static struct special rare_specials[] = {{{2027, 1, 19}, AT(10, 0), AT(12, 0)}};
static const struct hours rare = {.specials = ROWS(rare_specials)};

static struct special leap_specials[] = {{{2028, 2, 29}, AT(10, 0), AT(11, 0)}};
static struct closure leap_closures[] = {{{2032, 2, 29}, {2032, 2, 29}}};
static const struct hours leap = {
    .slots = ROWS(january_slots),
    .closures = ROWS(leap_closures),
    .specials = ROWS(leap_specials),
};

static struct closure long_closures[] = {{{2026, 11, 1}, {2027, 3, 31}}};
static const struct hours long_closed = {
    .slots = ROWS(january_slots),
    .closures = ROWS(long_closures),
};

static const struct hours empty = {0};

// ---- Moments -------------------------------------------------------------------------------

static const struct {
    const char *name;
    const struct hours *hours;
    const char *when;
    const char *wanted;
} moments[] = {
    // An ordinary week; 2026-11-16 is a Monday.
    {"before the day begins", &office, "2026-11-20T07:59", "closed until 2026-11-20T08:00"},
    {"the first minute", &office, "2026-11-20T08:00", "open until 2026-11-20T12:00"},
    {"in the morning", &office, "2026-11-20T09:00", "open until 2026-11-20T12:00"},
    {"the last minute", &office, "2026-11-20T11:59", "open until 2026-11-20T12:00"},
    {"the minute it closes", &office, "2026-11-19T12:00", "closed until 2026-11-19T14:00"},
    {"lunch break", &office, "2026-11-19T13:00", "closed until 2026-11-19T14:00"},
    {"last minute of lunch", &office, "2026-11-19T13:59", "closed until 2026-11-19T14:00"},
    {"after lunch", &office, "2026-11-19T14:00", "open until 2026-11-19T17:30"},
    {"last minute of the afternoon", &office, "2026-11-19T17:29", "open until 2026-11-19T17:30"},
    {"in the evening", &office, "2026-11-19T17:30", "closed until 2026-11-20T08:00"},
    {"just before midnight", &office, "2026-11-19T23:59", "closed until 2026-11-20T08:00"},
    {"midnight", &office, "2026-11-20T00:00", "closed until 2026-11-20T08:00"},
    {"over the weekend", &office, "2026-11-20T12:00", "closed until 2026-11-23T08:00"},
    {"on Sunday", &office, "2026-11-22T15:00", "closed until 2026-11-23T08:00"},
    {"slot by phone", &office, "2026-11-23T13:30", "closed until 2026-11-24T08:00"},
    {"slot by appointment", &office, "2026-11-24T14:30", "closed until 2026-11-25T08:00"},

    // Closures.
    {"closed for a day", &office, "2026-11-27T09:00", "closed until 2026-11-30T08:00, closure"},
    {"the day before", &office, "2026-11-26T18:00", "closed until 2026-11-30T08:00"},
    {"first day of a closure", &office, "2026-12-24T09:00",
     "closed until 2027-01-04T08:00, closure"},
    {"holiday in a closure", &office, "2026-12-25T09:00", "closed until 2027-01-04T08:00, closure"},
    {"special in a closure", &office, "2026-12-28T09:00", "closed until 2027-01-04T08:00, closure"},
    {"New Year in a closure", &office, "2027-01-01T00:00",
     "closed until 2027-01-04T08:00, closure"},
    {"last day of a closure", &office, "2027-01-03T23:59",
     "closed until 2027-01-04T08:00, closure"},
    {"the day after", &office, "2027-01-04T08:00", "open until 2027-01-04T12:00"},
    {"closed for months", &long_closed, "2027-01-29T10:00", "closed, closure"},
    {"closed for 60 days more", &long_closed, "2027-01-31T10:00",
     "closed until 2027-04-01T09:00, closure"},

    // Other hours on a date.
    {"special begins", &office, "2026-12-23T08:00", "open until 2026-12-23T10:00"},
    {"special has ended", &office, "2026-12-23T11:00", "closed until 2026-12-23T13:00"},
    {"second special of the day", &office, "2026-12-23T13:59", "open until 2026-12-23T14:00"},
    {"after the specials", &office, "2026-12-23T14:00", "closed until 2027-01-04T08:00"},
    {"the evening before", &office, "2026-12-22T20:00", "closed until 2026-12-23T08:00"},
    {"special on a holiday", &office, "2027-05-01T10:00", "open until 2027-05-01T11:00"},
    {"special on a holiday is over", &office, "2027-05-01T11:00", "closed until 2027-05-03T08:00"},

    // Public holidays of Lower Saxony.
    {"Good Friday", &office, "2027-03-26T09:00", "closed until 2027-03-30T08:00, Karfreitag"},
    {"Easter Sunday is none", &office, "2027-03-28T09:00", "closed until 2027-03-30T08:00"},
    {"Easter Monday", &office, "2027-03-29T09:00", "closed until 2027-03-30T08:00, Ostermontag"},
    {"before Ascension Day", &office, "2027-05-05T12:00", "closed until 2027-05-07T08:00"},
    {"Ascension Day", &office, "2027-05-06T15:00",
     "closed until 2027-05-07T08:00, Himmelfahrtstag"},
    {"Reformation Day", &always, "2026-10-31T12:00",
     "closed until 2026-11-01T00:00, Reformationstag"},
    {"two holidays in a row", &always, "2026-12-25T00:00",
     "closed until 2026-12-27T00:00, 1. Weihnachtstag"},
    {"Christmas Eve is none", &always, "2026-12-24T12:00", "open until 2026-12-24T24:00"},
    {"holiday on a free day", &office, "2026-10-31T09:00",
     "closed until 2026-11-02T08:00, Reformationstag"},

    // Certain weeks of the month.
    {"first Tuesday", &rotating, "2026-12-01T15:30", "open until 2026-12-01T16:00"},
    {"second Tuesday", &rotating, "2026-12-08T15:30", "closed until 2026-12-15T15:00"},
    {"third Tuesday", &rotating, "2026-12-15T15:59", "open until 2026-12-15T16:00"},
    {"third Tuesday is over", &rotating, "2026-12-15T16:00", "closed until 2026-12-29T09:00"},
    {"fifth Wednesday", &rotating, "2026-12-30T09:30", "open until 2026-12-30T10:00"},
    {"fourth Wednesday", &rotating, "2026-11-25T09:30", "closed until 2026-12-01T15:00"},
    {"the 7th is still in the first week", &rotating, "2026-07-07T15:00",
     "open until 2026-07-07T16:00"},
    {"the 8th is in the second", &rotating, "2026-09-08T15:00", "closed until 2026-09-15T15:00"},
    {"the 15th is in the third", &rotating, "2026-09-15T15:00", "open until 2026-09-15T16:00"},
    {"the 22nd is in the fourth", &rotating, "2026-09-22T15:00", "closed until 2026-09-29T09:00"},

    // Validity.
    {"before it is valid", &january, "2027-01-03T10:00", "unknown"},
    {"first valid day", &january, "2027-01-04T08:00", "closed until 2027-01-04T09:00"},
    {"last valid day", &january, "2027-01-29T11:59", "open until 2027-01-29T12:00"},
    {"last valid day is over", &january, "2027-01-29T12:00", "unknown"},
    {"after it was valid", &january, "2027-01-30T10:00", "unknown"},
    {"valid without end", &from_january, "2028-08-01T10:00", "open until 2028-08-01T12:00"},
    {"not yet valid, without end", &from_january, "2027-01-03T23:59", "unknown"},

    // The 29th of February; in 2028 it is a Tuesday, and the fifth one.
    {"special on the leap day", &leap, "2028-02-29T09:30", "closed until 2028-02-29T10:00"},
    {"leap day, special is over", &leap, "2028-02-29T11:00", "closed until 2028-03-01T09:00"},
    {"evening before the leap day", &leap, "2028-02-28T12:00", "closed until 2028-02-29T10:00"},
    {"28 February without a leap day", &leap, "2029-02-28T12:00", "closed until 2029-03-01T09:00"},
    {"closed on the leap day", &leap, "2032-02-29T10:00", "closed until 2032-03-01T09:00, closure"},
    {"leap day as fifth Tuesday", &rotating, "2028-02-29T09:00", "open until 2028-02-29T10:00"},

    // Midnight and beyond.
    {"closes at midnight", &night, "2026-11-23T23:59", "open until 2026-11-23T24:00"},
    {"Tuesday begins", &night, "2026-11-24T00:00", "closed until 2026-11-25T23:59"},
    {"open for one minute", &night, "2026-11-25T23:59", "open until 2026-11-25T24:00"},
    {"open past midnight", &night, "2026-11-20T18:00", "open until 2026-11-21T02:00"},
    {"after midnight", &night, "2026-11-21T00:00", "open until 2026-11-21T02:00"},
    {"no night into a holiday", &night, "2026-10-02T23:00", "open until 2026-10-02T24:00"},
    {"always open, until a holiday", &always, "2026-11-20T09:00", "open until 2026-12-24T24:00"},
    {"always open, none for 60 days", &always, "2026-06-01T09:00", "open"},
    {"always open, until validity ends", &always_until, "2026-11-20T09:00",
     "open until 2026-11-22T24:00"},
    {"over New Year's Eve", &always, "2026-12-31T23:59", "open until 2026-12-31T24:00"},

    // Slots without a gap.
    {"slots that touch", &touching, "2026-11-20T09:00", "open until 2026-11-20T14:00"},
    {"where they touch", &touching, "2026-11-20T12:00", "open until 2026-11-20T14:00"},
    {"where an appointment slot touches", &touching, "2026-11-20T14:00",
     "closed until 2026-11-27T08:00"},

    // Nothing to go by.
    {"no hours", NULL, "2026-11-20T09:00", "unknown"},
    {"hours without a slot", &empty, "2026-11-20T09:00", "unknown"},
    {"by appointment only", &booked, "2026-11-20T09:00", "unknown"},
    {"by appointment only, on a holiday", &booked, "2026-12-25T09:00", "closed, 1. Weihnachtstag"},
    {"by phone only, in a closure", &by_phone, "2026-11-23T10:00", "closed, closure"},
    {"by phone only, on an ordinary day", &by_phone, "2026-11-24T10:00", "unknown"},
    {"opens in 60 days", &rare, "2026-11-20T09:00", "closed until 2027-01-19T10:00"},
    {"opens in 61 days", &rare, "2026-11-19T09:00", "unknown"},
    {"never again", &rare, "2027-01-19T12:00", "unknown"},
};

static void show_opening(struct buf *out, const struct opening *opening)
{
    static const char *const states[] = {
        [OPENING_UNKNOWN] = "unknown",
        [OPENING_OPEN] = "open",
        [OPENING_CLOSED] = "closed",
    };
    const struct moment *until = &opening->until;
    buf_clear(out);
    buf_text(out, states[opening->state]);
    if (until->date.year)
        buf_print(out, " until %04d-%02d-%02dT%02d:%02d", until->date.year, until->date.month,
                  until->date.day, until->minute / 60, until->minute % 60);
    if (opening->holiday)
        buf_print(out, ", %s", opening->holiday);
    if (opening->closure)
        buf_text(out, ", closure");
}

static void test_hours_at(void **state)
{
    (void)state;
    struct buf got = {0};
    int wrong = 0;
    for (size_t i = 0; i < COUNT(moments); i++) {
        struct moment when;
        if (!moment_parse(moments[i].when, &when))
            fail_msg("row `%s`: no moment", moments[i].name);
        struct opening opening = hours_at(moments[i].hours, "NI", when);
        show_opening(&got, &opening);
        if (strcmp(got.text, moments[i].wanted) == 0)
            continue;
        print_error("row `%s` at %s:\n  wanted %s\n  got    %s\n", moments[i].name, moments[i].when,
                    moments[i].wanted, got.text);
        wrong++;
    }
    buf_free(&got);
    assert_int_equal(wrong, 0);
}

// What is promised for the next change must be so in that minute, and not before it.
static void test_change_comes_true(void **state)
{
    (void)state;
    static const struct hours *const all[] = {&office, &rotating, &night, &always, &january};
    struct moment when = {{2026, 12, 20}, 0};
    for (; when.date.year < 2027 || when.date.month < 2; when.date = date_plus(when.date, 1)) {
        for (size_t i = 0; i < COUNT(all); i++) {
            when.minute = (int)(date_number(when.date) * 97 % (24 * 60));
            struct opening now = hours_at(all[i], "NI", when);
            if (now.state == OPENING_UNKNOWN || now.until.date.year == 0)
                continue;
            struct moment before = now.until, after = now.until;
            if (after.minute == 24 * 60)
                after = (struct moment){date_plus(after.date, 1), 0};
            if (before.minute-- == 0)
                before = (struct moment){date_plus(now.until.date, -1), 24 * 60 - 1};
            bool open = now.state == OPENING_OPEN;
            if ((hours_at(all[i], "NI", before).state == OPENING_OPEN) != open ||
                (hours_at(all[i], "NI", after).state == OPENING_OPEN) == open)
                fail_msg("table %zu on %04d-%02d-%02d, minute %d", i, when.date.year,
                         when.date.month, when.date.day, when.minute);
        }
    }
}

// ---- The week table ------------------------------------------------------------------------

static struct slot week_slots[] = {
    {TU, THIRD, AT(15, 0), AT(16, 0), WALK_IN},
    {TU | TH, EVERY_WEEK, AT(14, 0), AT(16, 0), BOOKED},
    {WORKDAYS, EVERY_WEEK, AT(8, 0), AT(12, 0), WALK_IN},
    {TU, FIRST, AT(14, 0), AT(15, 0), WALK_IN},
    {TU, FIFTH, AT(14, 0), AT(15, 0), PHONE},
};
static const struct hours week = {.slots = ROWS(week_slots)};

static const struct {
    const char *name;
    const struct hours *hours;
    enum weekday day;
    size_t room;
    const char *wanted;
} weekdays[] = {
    {"in order of time", &office, THURSDAY, 8, "08:00-12:00 14:00-17:30"},
    {"by phone as well", &office, MONDAY, 8, "08:00-12:00 13:00-15:00 phone"},
    {"by appointment as well", &office, TUESDAY, 8, "08:00-12:00 14:00-16:00 appointment"},
    {"certain weeks as well", &week, TUESDAY, 8,
     "08:00-12:00 14:00-15:00/1 14:00-15:00/16 phone 14:00-16:00 appointment 15:00-16:00/4"},
    {"as many as there is room for", &week, TUESDAY, 2, "08:00-12:00 14:00-15:00/1"},
    {"room for one", &office, THURSDAY, 1, "08:00-12:00"},
    {"no room", &office, THURSDAY, 0, ""},
    {"closed all day", &office, SUNDAY, 8, ""},
    {"no slots", &empty, MONDAY, 8, ""},
    {"until midnight", &night, WEDNESDAY, 8, "23:59-24:00"},
};

static void show_slots(struct buf *out, const struct slot *slots, size_t count)
{
    static const char *const attendances[] = {
        [ATTENDANCE_WALK_IN] = "",
        [ATTENDANCE_APPOINTMENT] = " appointment",
        [ATTENDANCE_PHONE] = " phone",
    };
    buf_clear(out);
    buf_text(out, "");
    for (size_t i = 0; i < count; i++) {
        buf_print(out, "%s%02d:%02d-%02d:%02d", i ? " " : "", slots[i].from / 60,
                  slots[i].from % 60, slots[i].to / 60, slots[i].to % 60);
        if (slots[i].weeks)
            buf_print(out, "/%d", slots[i].weeks);
        buf_text(out, attendances[slots[i].by]);
    }
}

// ---- By phone ------------------------------------------------------------------------------

static const struct {
    const char *when;
    int until;  // minute of the day; -1: nobody answers
} calls[] = {
    {"2026-11-27T08:59", -1},  // a Friday
    {"2026-11-27T09:00", 720}, {"2026-11-27T11:59", 720}, {"2026-11-27T12:00", -1},
    {"2026-11-27T13:00", 900}, {"2026-11-27T15:00", -1},  {"2026-11-30T10:00", 720},
    {"2026-11-23T10:00", -1},  // closed
    {"2026-12-25T10:00", -1},  // a public holiday
    {"2026-11-28T10:00", -1},  // a Saturday
};

static void test_hours_by_phone(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(calls); i++) {
        struct moment when;
        int until = -1;
        assert_true(moment_parse(calls[i].when, &when));
        bool answers = hours_by_phone(&by_phone, "NI", when, &until);
        if (answers != (calls[i].until >= 0) || until != calls[i].until)
            fail_msg("%s: %d, wanted %d", calls[i].when, until, calls[i].until);
    }
    assert_true(hours_are_booked(&by_phone));
    assert_true(hours_are_booked(&booked));
    assert_false(hours_are_booked(&office));
    assert_false(hours_are_booked(&empty));
    assert_false(hours_are_booked(NULL));
}

// ---- How to reach an office where one cannot walk in ---------------------------------------

static struct slot rarely_booked_slots[] = {{MO, FIRST, AT(9, 0), AT(11, 0), BOOKED}};
static const struct hours rarely_booked = {.to = {2026, 12, 31},
                                           .slots = ROWS(rarely_booked_slots)};

static const struct {
    const char *name;
    const struct hours *hours;
    const char *when;
    const char *wanted;
} reaches[] = {
    {"later that day", &by_phone, "2026-11-27T12:30", "2026-11-27 13:00-15:00 phone"},
    {"the one after that now", &by_phone, "2026-11-27T09:00", "2026-11-27 13:00-15:00 phone"},
    {"another day, over a closure", &by_phone, "2026-11-20T15:00", "2026-11-27 09:00-12:00 phone"},
    {"on a holiday", &by_phone, "2026-12-25T10:00", "2026-12-28 09:00-12:00 phone"},
    {"phone before appointment", &booked, "2026-11-20T07:00", "2026-11-20 14:00-16:00 phone"},
    {"by appointment where nobody answers", &rarely_booked, "2026-11-20T07:00",
     "2026-12-07 09:00-11:00/1 appointment"},
    {"not beyond what is valid", &rarely_booked, "2026-12-08T07:00", ""},
    {"where one may walk in", &office, "2026-11-20T07:00", ""},
    {"no slots", &empty, "2026-11-20T07:00", ""},
    {"no hours", NULL, "2026-11-20T07:00", ""},
};

static void test_hours_next_reach(void **state)
{
    (void)state;
    struct buf got = {0}, slot = {0};
    int wrong = 0;
    for (size_t i = 0; i < COUNT(reaches); i++) {
        struct moment when;
        struct reach reach;
        assert_true(moment_parse(reaches[i].when, &when));
        buf_clear(&got);
        buf_text(&got, "");
        if (hours_next_reach(reaches[i].hours, "NI", when, &reach)) {
            show_slots(&slot, &reach.slot, 1);
            buf_print(&got, "%04d-%02d-%02d %s", reach.date.year, reach.date.month, reach.date.day,
                      slot.text);
        }
        if (strcmp(got.text, reaches[i].wanted) == 0)
            continue;
        print_error("row `%s`:\n  wanted %s\n  got    %s\n", reaches[i].name, reaches[i].wanted,
                    got.text);
        wrong++;
    }
    buf_free(&got);
    buf_free(&slot);
    assert_int_equal(wrong, 0);
}

static void test_hours_on_weekday(void **state)
{
    (void)state;
    struct buf got = {0};
    int wrong = 0;
    for (size_t i = 0; i < COUNT(weekdays); i++) {
        struct slot slots[8];
        size_t count =
            hours_on_weekday(weekdays[i].hours, weekdays[i].day, slots, weekdays[i].room);
        show_slots(&got, slots, count);
        if (strcmp(got.text, weekdays[i].wanted) == 0)
            continue;
        print_error("row `%s`:\n  wanted %s\n  got    %s\n", weekdays[i].name, weekdays[i].wanted,
                    got.text);
        wrong++;
    }
    buf_free(&got);
    assert_int_equal(wrong, 0);
}

// ---- What differs from the week in the next days -------------------------------------------

static const struct hours ending = {.to = {2026, 12, 25}, .slots = ROWS(office_slots)};

static const struct {
    const char *name;
    const struct hours *hours;
    const char *when;
    const char *wanted;
} exceptions[] = {
    {"none", &office, "2026-09-07", ""},
    {"15 days before", &office, "2026-11-12", ""},
    {"14 days before", &office, "2026-11-13", "2026-11-27 2026-11-27"},
    {"on the day", &office, "2026-11-27", "2026-11-27 2026-11-27"},
    {"the day after", &office, "2026-11-28", ""},
    {"special hours once, the closure whole, what lies in it not", &office, "2026-12-20",
     "2026-12-23 2026-12-23; 2026-12-24 2027-01-03"},
    {"within the closure", &office, "2027-01-02", "2026-12-24 2027-01-03"},
    {"holidays", &office, "2027-03-22",
     "2027-03-26 2027-03-26 Karfreitag; 2027-03-29 2027-03-29 Ostermontag"},
    {"special on a holiday that falls on a Saturday", &office, "2027-04-30",
     "2027-05-01 2027-05-01; 2027-05-06 2027-05-06 Himmelfahrtstag"},
    {"holidays on days without slots", &rotating, "2027-03-22", ""},
    {"none beyond what is valid", &ending, "2026-12-20", "2026-12-25 2026-12-25 1. Weihnachtstag"},
};

static void test_hours_exceptions(void **state)
{
    (void)state;
    struct buf got = {0};
    int wrong = 0;
    for (size_t i = 0; i < COUNT(exceptions); i++) {
        struct exception found[4];
        struct date date;
        assert_true(date_parse(exceptions[i].when, &date));
        size_t count = hours_exceptions(exceptions[i].hours, "NI", date, found, COUNT(found));
        buf_clear(&got);
        buf_text(&got, "");
        for (size_t f = 0; f < count; f++) {
            struct date from = found[f].from, to = found[f].to;
            buf_print(&got, "%s%04d-%02d-%02d %04d-%02d-%02d%s%s", f ? "; " : "", from.year,
                      from.month, from.day, to.year, to.month, to.day, found[f].holiday ? " " : "",
                      found[f].holiday ? found[f].holiday : "");
        }
        if (strcmp(got.text, exceptions[i].wanted) == 0)
            continue;
        print_error("row `%s`:\n  wanted %s\n  got    %s\n", exceptions[i].name,
                    exceptions[i].wanted, got.text);
        wrong++;
    }
    struct exception one;
    assert_int_equal(hours_exceptions(&office, "NI", (struct date){2026, 12, 20}, &one, 1), 1);
    buf_free(&got);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hours_at),         cmocka_unit_test(test_change_comes_true),
        cmocka_unit_test(test_hours_on_weekday), cmocka_unit_test(test_hours_by_phone),
        cmocka_unit_test(test_hours_next_reach), cmocka_unit_test(test_hours_exceptions),
    };
    return cmocka_run_group_tests_name("hours", tests, NULL, NULL);
}
