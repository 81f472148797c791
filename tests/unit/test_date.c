// SPDX-License-Identifier: EUPL-1.2
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/date.h"

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

static void show_date(char out[32], struct date date)
{
    snprintf(out, 32, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static void show_moment(char out[32], struct moment moment)
{
    snprintf(out, 32, "%04d-%02d-%02dT%02d:%02d", moment.date.year, moment.date.month,
             moment.date.day, moment.minute / 60, moment.minute % 60);
}

// Says which row it is and what came out; returns how many are wrong.
static int compare_row(const char *row, const char *wanted, const char *got)
{
    if (strcmp(wanted, got) == 0)
        return 0;
    print_error("row `%s`: wanted %s, got %s\n", row, wanted, got);
    return 1;
}

static struct date parse(const char *text)
{
    struct date date;
    if (!date_parse(text, &date))
        fail_msg("`%s` in the test is no date", text);
    return date;
}

// ---- Reading -------------------------------------------------------------------------------

static const struct {
    const char *text;
    bool is_date;
} dates[] = {
    {"2026-11-20", true},  {"1900-01-01", true},  {"2199-12-31", true},   {"2028-02-29", true},
    {"2000-02-29", true},  {"2026-02-29", false}, {"2100-02-29", false},  {"1899-12-31", false},
    {"2200-01-01", false}, {"0000-01-01", false}, {"2026-00-10", false},  {"2026-13-10", false},
    {"2026-11-00", false}, {"2026-11-31", false}, {"2026-12-32", false},  {"", false},
    {"2026-11", false},    {"2026-1-20", false},  {"2026-11-2", false},   {"26-11-20", false},
    {"20.11.2026", false}, {"2026/11/20", false}, {"2026-11-20 ", false}, {" 2026-11-20", false},
    {"2026-11-2o", false}, {"-026-11-20", false}, {"2026-+1-20", false},  {"2026-11-20T", false},
    {"٢٠٢٦-١١-٢٠", false},
};

static void test_date_parse(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT(dates); i++) {
        struct date date = {0};
        bool is_date = date_parse(dates[i].text, &date);
        char got[32] = "no date";
        if (is_date)
            show_date(got, date);
        wrong += compare_row(dates[i].text, dates[i].is_date ? dates[i].text : "no date", got);
    }
    assert_int_equal(wrong, 0);
}

static const struct {
    const char *text;
    int minute;  // -1: no time
} clocks[] = {
    {"00:00", 0},  {"08:30", 510}, {"23:59", 1439}, {"24:00", 1440},  {"24:01", -1}, {"25:00", -1},
    {"12:60", -1}, {"99:99", -1},  {"8:30", -1},    {"08.30", -1},    {"08:3", -1},  {"08:30 ", -1},
    {" 8:30", -1}, {"+8:30", -1},  {"", -1},        {"08:30:00", -1}, {"0830", -1},  {"-1:00", -1},
};

static void test_clock_parse(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT(clocks); i++) {
        int minute = -1;
        if (!clock_parse(clocks[i].text, &minute))
            minute = -1;
        if (minute == clocks[i].minute)
            continue;
        print_error("row `%s`: wanted %d, got %d\n", clocks[i].text, clocks[i].minute, minute);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static const struct {
    const char *text, *wanted;
} moments[] = {
    {"2026-11-20T08:30", "2026-11-20T08:30"},
    {"2026-11-20 08:30", "2026-11-20T08:30"},
    {"2026-11-20T00:00", "2026-11-20T00:00"},
    {"2026-11-20T23:59", "2026-11-20T23:59"},
    {"2028-02-29T12:00", "2028-02-29T12:00"},
    {"2026-11-20T24:00", "no moment"},  // that is midnight of the 21st
    {"2026-02-29T12:00", "no moment"},
    {"2026-11-20t08:30", "no moment"},
    {"2026-11-20", "no moment"},
    {"08:30", "no moment"},
    {"2026-11-20T08:30Z", "no moment"},
    {"2026-11-20T8:30", "no moment"},
    {"", "no moment"},
};

static void test_moment_parse(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT(moments); i++) {
        struct moment moment;
        char got[32] = "no moment";
        if (moment_parse(moments[i].text, &moment))
            show_moment(got, moment);
        wrong += compare_row(moments[i].text, moments[i].wanted, got);
    }
    assert_int_equal(wrong, 0);
}

// ---- Counting ------------------------------------------------------------------------------

static const struct {
    const char *date;
    long number;
    enum weekday weekday;
} numbers[] = {
    {"1970-01-01", 0, THURSDAY},      {"1969-12-31", -1, WEDNESDAY},
    {"1970-01-04", 3, SUNDAY},        {"1970-01-05", 4, MONDAY},
    {"1900-01-01", -25567, MONDAY},   {"2000-02-29", 11016, TUESDAY},
    {"2000-03-01", 11017, WEDNESDAY}, {"2026-11-20", 20777, FRIDAY},
    {"2028-02-29", 21243, TUESDAY},   {"2100-02-28", 47540, SUNDAY},
    {"2100-03-01", 47541, MONDAY},    {"2199-12-31", 84005, TUESDAY},
};

static void test_numbers_and_weekdays(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT(numbers); i++) {
        struct date date = parse(numbers[i].date);
        long number = date_number(date);
        if (number == numbers[i].number && date_weekday(date) == numbers[i].weekday)
            continue;
        print_error("row `%s`: wanted %ld, weekday %d, got %ld, weekday %d\n", numbers[i].date,
                    numbers[i].number, numbers[i].weekday, number, date_weekday(date));
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

// Every day of three centuries: the number grows by one, the weekday goes round, and the number
// leads back to a date that can be read.
static void test_every_day(void **state)
{
    (void)state;
    long first = date_number(parse("1900-01-01")), last = date_number(parse("2199-12-31"));
    assert_int_equal(last - first + 1, 300 * 365 + 73);  // 1900, 2100 have no leap day
    for (long number = first; number <= last; number++) {
        char text[32];
        struct date date = date_from_number(number), again = {0};
        show_date(text, date);
        if (date_number(date) != number || !date_parse(text, &again) ||
            date_compare(date, again) != 0 || date_weekday(date) != (number - first) % 7)
            fail_msg("day %ld became %s", number, text);
    }
}

static const struct {
    const char *date;
    int days;
    const char *wanted;
} sums[] = {
    {"2026-11-20", 0, "2026-11-20"},   {"2026-11-20", 1, "2026-11-21"},
    {"2026-11-30", 1, "2026-12-01"},   {"2026-12-31", 1, "2027-01-01"},
    {"2027-01-01", -1, "2026-12-31"},  {"2028-02-28", 1, "2028-02-29"},
    {"2028-02-29", 1, "2028-03-01"},   {"2027-02-28", 1, "2027-03-01"},
    {"2028-03-01", -1, "2028-02-29"},  {"2026-03-28", 2, "2026-03-30"},  // clocks go forward
    {"2026-11-20", 365, "2027-11-20"}, {"2026-11-20", -20777, "1970-01-01"},
    {"1970-01-01", -1, "1969-12-31"},  {"1900-01-01", 109572, "2199-12-31"},
};

static void test_date_plus(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT(sums); i++) {
        char row[64], got[32];
        snprintf(row, sizeof row, "%s %+d", sums[i].date, sums[i].days);
        show_date(got, date_plus(parse(sums[i].date), sums[i].days));
        wrong += compare_row(row, sums[i].wanted, got);
    }
    assert_int_equal(wrong, 0);
}

static const struct {
    const char *date;
    int months;
    const char *wanted;
} month_sums[] = {
    {"2026-11-20", 12, "2027-11-20"}, {"2026-11-20", 1, "2026-12-20"},
    {"2026-12-20", 1, "2027-01-20"},  {"2027-01-31", 1, "2027-02-28"},
    {"2028-01-31", 1, "2028-02-29"},  {"2028-02-29", 12, "2029-02-28"},
    {"2028-02-29", 48, "2032-02-29"}, {"2026-10-31", 1, "2026-11-30"},
    {"2026-03-31", -1, "2026-02-28"}, {"2026-01-15", -1, "2025-12-15"},
    {"2026-11-20", 0, "2026-11-20"},  {"2026-11-30", 3, "2027-02-28"},
};

static void test_date_plus_months(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT(month_sums); i++) {
        char row[64], got[32];
        snprintf(row, sizeof row, "%s %+d months", month_sums[i].date, month_sums[i].months);
        show_date(got, date_plus_months(parse(month_sums[i].date), month_sums[i].months));
        wrong += compare_row(row, month_sums[i].wanted, got);
    }
    assert_int_equal(wrong, 0);
}

static const struct {
    const char *moment;
    long seconds;
    const char *wanted;
} second_sums[] = {
    {"2026-11-20T09:00", 0, "2026-11-20T09:00"},
    {"2026-11-20T09:00", 59, "2026-11-20T09:00"},
    {"2026-11-20T09:00", 60, "2026-11-20T09:01"},
    {"2026-11-20T23:59", 60, "2026-11-21T00:00"},
    {"2026-12-31T23:59", 60, "2027-01-01T00:00"},
    {"2026-11-20T09:00", 24 * 60 * 60, "2026-11-21T09:00"},
    {"2028-02-28T12:00", 2 * 24 * 60 * 60, "2028-03-01T12:00"},
};

static void test_moment_plus_seconds(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT(second_sums); i++) {
        struct moment moment = {0};
        char row[64], got[32];
        snprintf(row, sizeof row, "%s %+ld s", second_sums[i].moment, second_sums[i].seconds);
        assert_true(moment_parse(second_sums[i].moment, &moment));
        show_moment(got, moment_plus_seconds(moment, second_sums[i].seconds));
        wrong += compare_row(row, second_sums[i].wanted, got);
    }
    assert_int_equal(wrong, 0);
}

// ---- Comparing -----------------------------------------------------------------------------

// In order of time.
static const char *const ordered[] = {
    "1900-01-01T00:00", "1969-12-31T23:59", "1970-01-01T00:00", "2026-11-19T23:59",
    "2026-11-20T00:00", "2026-11-20T08:30", "2026-11-20T08:31", "2026-11-21T00:00",
    "2026-12-01T00:00", "2027-01-01T00:00", "2199-12-31T23:59",
};

static void test_compare(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(ordered); i++) {
        for (size_t k = 0; k < COUNT(ordered); k++) {
            struct moment a = {0}, b = {0};
            assert_true(moment_parse(ordered[i], &a) && moment_parse(ordered[k], &b));
            int order = moment_compare(a, b), wanted = (i > k) - (i < k);
            if ((order > 0) - (order < 0) != wanted)
                fail_msg("%s against %s gave %d", ordered[i], ordered[k], order);
            int days = strncmp(ordered[i], ordered[k], 10);
            order = date_compare(a.date, b.date);
            if ((order > 0) - (order < 0) != (days > 0) - (days < 0))
                fail_msg("the days of %s and %s gave %d", ordered[i], ordered[k], order);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_date_parse),       cmocka_unit_test(test_clock_parse),
        cmocka_unit_test(test_moment_parse),     cmocka_unit_test(test_numbers_and_weekdays),
        cmocka_unit_test(test_every_day),        cmocka_unit_test(test_date_plus),
        cmocka_unit_test(test_date_plus_months), cmocka_unit_test(test_moment_plus_seconds),
        cmocka_unit_test(test_compare),
    };
    return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
