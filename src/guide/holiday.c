// SPDX-License-Identifier: EUPL-1.2
#include "guide/holiday.h"

#include <stddef.h>
#include <string.h>

#include "text/tr.h"

// Another state is ten to fourteen more rows. The German names are the msgids.
static const struct holiday {
    const char *state;
    int month;  // 0: moves with Easter
    int day;    // of the month; of those that move: days after Easter Sunday
    const char *name;
} holidays[] = {
    // clang-format off
    {"NI",  1,  1, N_("Neujahrstag")},
    {"NI",  0, -2, N_("Karfreitag")},
    {"NI",  0,  1, N_("Ostermontag")},
    {"NI",  5,  1, N_("1. Mai")},
    {"NI",  0, 39, N_("Himmelfahrtstag")},
    {"NI",  0, 50, N_("Pfingstmontag")},
    {"NI", 10,  3, N_("Tag der Deutschen Einheit")},
    {"NI", 10, 31, N_("Reformationstag")},  // by the act of 22 June 2018
    {"NI", 12, 25, N_("1. Weihnachtstag")},
    {"NI", 12, 26, N_("2. Weihnachtstag")},
    // clang-format on
};

static const size_t holiday_count = sizeof holidays / sizeof holidays[0];

// The anonymous Gregorian algorithm; DOMAIN of the guide, C4.
struct date easter(int year)
{
    int golden = year % 19, century = year / 100, of_century = year % 100;
    int correction = (century - (century + 8) / 25 + 1) / 3;
    int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    int late = (golden + 11 * epact + 22 * weekday) / 451;
    int days = epact + weekday - 7 * late + 114;
    return (struct date){year, days / 31, days % 31 + 1};
}

static struct date date_of(const struct holiday *holiday, int year)
{
    if (holiday->month == 0)
        return date_plus(easter(year), holiday->day);
    return (struct date){year, holiday->month, holiday->day};
}

const char *holiday_find(const char *state, struct date date)
{
    for (size_t i = 0; i < holiday_count; i++)
        if (strcmp(holidays[i].state, state) == 0 &&
            date_compare(date_of(&holidays[i], date.year), date) == 0)
            return holidays[i].name;
    return NULL;
}

bool holiday_state_is_known(const char *state)
{
    for (size_t i = 0; i < holiday_count; i++)
        if (strcmp(holidays[i].state, state) == 0)
            return true;
    return false;
}
