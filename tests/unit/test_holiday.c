// SPDX-License-Identifier: EUPL-1.2
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "guide/holiday.h"

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

enum { FIRST_YEAR = 2024, LAST_YEAR = 2036, PER_YEAR = 10 };

struct row {
    char date[11];
    char name[64];
};

// The table of Lower Saxony, made elsewhere; its columns: date, weekday, name, kind.
static size_t read_table(struct row *rows, size_t room)
{
    char path[512], line[256];
    const char *tests = getenv("TESTS");
    snprintf(path, sizeof path, "%s/data/holidays-NI.tsv", tests ? tests : "tests");
    FILE *file = fopen(path, "r");
    if (!file)
        fail_msg("`%s` cannot be opened; set TESTS to the folder of the tests", path);
    size_t count = 0;
    while (fgets(line, sizeof line, file)) {
        struct row row;
        if (sscanf(line, "%10[0-9-]\t%*[^\t]\t%63[^\t]", row.date, row.name) != 2)
            continue;  // the head
        assert_true(count < room);
        rows[count++] = row;
    }
    fclose(file);
    return count;
}

static const char *name_in(const struct row *rows, size_t count, struct date date)
{
    char text[32];
    snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    for (size_t i = 0; i < count; i++)
        if (strcmp(rows[i].date, text) == 0)
            return rows[i].name;
    return NULL;
}

// Every single day of those years, so that a holiday too many is noticed as well.
static void test_lower_saxony(void **state)
{
    (void)state;
    struct row rows[(LAST_YEAR - FIRST_YEAR + 1) * PER_YEAR + 1];
    size_t count = read_table(rows, COUNT(rows));
    assert_int_equal(count, (LAST_YEAR - FIRST_YEAR + 1) * PER_YEAR);
    int wrong = 0;
    for (struct date day = {FIRST_YEAR, 1, 1}; day.year <= LAST_YEAR; day = date_plus(day, 1)) {
        const char *wanted = name_in(rows, count, day), *got = holiday_find("NI", day);
        if (strcmp(wanted ? wanted : "none", got ? got : "none") == 0)
            continue;
        print_error("row `%04d-%02d-%02d`: wanted %s, got %s\n", day.year, day.month, day.day,
                    wanted ? wanted : "none", got ? got : "none");
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static const struct date easters[] = {
    {1583, 4, 10}, {1818, 3, 22}, {1943, 4, 25}, {1954, 4, 18}, {1981, 4, 19}, {2000, 4, 23},
    {2024, 3, 31}, {2025, 4, 20}, {2026, 4, 5},  {2027, 3, 28}, {2028, 4, 16}, {2029, 4, 1},
    {2030, 4, 21}, {2031, 4, 13}, {2032, 3, 28}, {2033, 4, 17}, {2034, 4, 9},  {2035, 3, 25},
    {2038, 4, 25}, {2049, 4, 18}, {2076, 4, 19},
};

static void test_easter(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT(easters); i++) {
        struct date wanted = easters[i], got = easter(wanted.year);
        if (date_compare(wanted, got) == 0)
            continue;
        print_error("row `%d`: wanted %02d-%02d, got %02d-%02d\n", wanted.year, wanted.month,
                    wanted.day, got.month, got.day);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

// From 22 March to 25 April, and a Sunday.
static void test_easter_bounds(void **state)
{
    (void)state;
    for (int year = 1583; year <= 4099; year++) {
        struct date day = easter(year);
        if (date_weekday(day) != SUNDAY || date_compare(day, (struct date){year, 3, 22}) < 0 ||
            date_compare(day, (struct date){year, 4, 25}) > 0)
            fail_msg("%d has Easter on %02d-%02d", year, day.month, day.day);
    }
}

static void test_states(void **state)
{
    (void)state;
    assert_true(holiday_state_is_known("NI"));
    assert_false(holiday_state_is_known("ni"));
    assert_false(holiday_state_is_known("XX"));
    assert_false(holiday_state_is_known(""));
    assert_null(holiday_find("XX", (struct date){2026, 12, 25}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lower_saxony),
        cmocka_unit_test(test_easter),
        cmocka_unit_test(test_easter_bounds),
        cmocka_unit_test(test_states),
    };
    return cmocka_run_group_tests_name("holiday", tests, NULL, NULL);
}
