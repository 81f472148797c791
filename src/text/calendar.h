// SPDX-License-Identifier: EUPL-1.2
// Names of days and months in the thirty languages: Unicode CLDR 41 (Gregorian calendar).
#pragma once

#include <stddef.h>

#include "base/arena.h"
#include "base/date.h"
#include "text/language.h"

// The table stands in text/cldr.c, which tests/text/cldr.py makes; in the order of languages[].
struct calendar {
    const char *tag;
    const char *days[7];        // by enum weekday, with a capital: they begin the rows of tables
    const char *short_days[7];  // two letters to a word, as the language has it
    const char *dates[12];      // "%d. Januar": %d is the day of the month
};

extern const struct calendar calendars[];
extern const size_t calendar_count;

const char *day_name(const struct language *language, enum weekday day);
const char *short_day_name(const struct language *language, enum weekday day);

// "4. Januar", "4 January", "1月4日"; without the year, and not to be torn apart.
// Lives in the arena.
const char *date_text(struct arena *arena, const struct language *language, struct date date);

// What parts the words of a list, with its space: ", ", "، ", "、".
const char *list_comma(const struct language *language);
