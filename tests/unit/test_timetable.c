// SPDX-License-Identifier: EUPL-1.2
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "print/timetable.h"

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])
#define AT(hour) ((hour)*60)
#define WALK_IN ATTENDANCE_WALK_IN
#define BOOKED ATTENDANCE_APPOINTMENT

enum { MO = 1, TU = 2, WE = 4, TH = 8, FR = 16, SA = 32 };

// No catalogue is open: the rows are in the words of the source.
static const struct {
    const char *name;
    struct slot slots[4];
    const char *rows;  // days/short days/note/times|
} cases[] = {
    {"nothing", {{0}}, ""},
    {"one day", {{MO, 0, AT(8), AT(12), WALK_IN}}, "Monday/Mon//8:00–12:00|"},
    {"two days", {{TU | WE, 0, AT(8), 750, WALK_IN}}, "Tuesday, Wednesday/Tue, Wed//8:00–12:30|"},
    {"a run", {{MO | TU | WE, 0, AT(8), AT(9), WALK_IN}}, "Monday–Wednesday/Mon–Wed//8:00–9:00|"},
    {"over a day without hours",
     {{MO | TU | TH, 0, AT(8), AT(9), WALK_IN}},
     "Monday, Tuesday, Thursday/Mon, Tue, Thu//8:00–9:00|"},
    {"not over a day of other hours",
     {{MO | WE, 0, AT(8), AT(9), WALK_IN}, {TU, 0, AT(8), AT(10), WALK_IN}},
     "Monday/Mon//8:00–9:00|Tuesday/Tue//8:00–10:00|Wednesday/Wed//8:00–9:00|"},
    {"lunch break, afternoon by appointment",
     {{FR, 0, AT(13), AT(15), BOOKED}, {FR, 0, AT(8), AT(12), WALK_IN}},
     "Friday/Fri//8:00–12:00|//by appointment/13:00–15:00|"},
    {"weeks of the month, by appointment",
     {{SA, 1 | 4, AT(9), AT(10), BOOKED}},
     "Saturday/Sat/only no. 1 + 3 in the month, by appointment/9:00–10:00|"},
};

static size_t count_slots(const struct slot *slots)
{
    size_t count = 0;
    while (count < 4 && slots[count].days)
        count++;
    return count;
}

static void test_rows(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct buf got = {0};
    int failed = 0;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct hours hours = {0};
        for (size_t j = 0; j < count_slots(cases[i].slots); j++)
            *list_add(arena, &hours.slots) = cases[i].slots[j];
        struct timetable table = timetable_build(arena, language_find("en"), &hours);
        buf_clear(&got);
        buf_text(&got, "");
        for (size_t j = 0; j < table.rows.count; j++) {
            const struct timetable_row *row = &table.rows.items[j];
            buf_print(&got, "%s/%s/%s/%s|", row->days, row->short_days, row->note, row->times);
        }
        if (strcmp(got.text, cases[i].rows) == 0)
            continue;
        print_error("%s: `%s` instead of `%s`\n", cases[i].name, got.text, cases[i].rows);
        failed++;
    }
    buf_free(&got);
    arena_free(arena);
    assert_int_equal(failed, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_rows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
