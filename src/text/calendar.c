// SPDX-License-Identifier: EUPL-1.2
#include "text/calendar.h"

#include <assert.h>
#include <string.h>

// By its tag: the language may be a copy of one in the table.
static const struct calendar *calendar_of(const struct language *language)
{
    const struct calendar *calendar = &calendars[language_find(language->tag) - languages];
    assert(strcmp(calendar->tag, language->tag) == 0);
    return calendar;
}

const char *day_name(const struct language *language, enum weekday day)
{
    return calendar_of(language)->days[day];
}

const char *short_day_name(const struct language *language, enum weekday day)
{
    return calendar_of(language)->short_days[day];
}

const char *date_text(struct arena *arena, const struct language *language, struct date date)
{
    return arena_print(arena, calendar_of(language)->dates[date.month - 1], date.day);
}

const char *list_comma(const struct language *language)
{
    static const struct {
        const char *script, *comma;
    } commas[] = {{"Arab", "\u060c "},
                  {"Aran", "\u060c "},
                  {"Hans", "\u3001"},
                  {"Ethi", "\u1363 "},
                  {NULL, ", "}};
    size_t i = 0;
    while (commas[i].script && strcmp(commas[i].script, language->script) != 0)
        i++;
    return commas[i].comma;
}
