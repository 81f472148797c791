// SPDX-License-Identifier: EUPL-1.2
#include "base/date.h"

#include <stdlib.h>
#include <string.h>

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_length(int year, int month)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

// The digits where `pattern` has a 9, the very character elsewhere.
static bool looks_like(const char *text, const char *pattern)
{
    for (; *pattern; text++, pattern++)
        if (*pattern == '9' ? *text < '0' || *text > '9' : *text != *pattern)
            return false;
    return true;
}

bool date_parse(const char *text, struct date *date)
{
    if (strlen(text) != 10 || !looks_like(text, "9999-99-99"))
        return false;
    struct date d = {atoi(text), atoi(text + 5), atoi(text + 8)};
    if (d.year < 1900 || d.year > 2199 || d.month < 1 || d.month > 12 || d.day < 1 ||
        d.day > month_length(d.year, d.month))
        return false;
    *date = d;
    return true;
}

bool clock_parse(const char *text, int *minute)
{
    if (strlen(text) != 5 || !looks_like(text, "99:99"))
        return false;
    int hours = atoi(text), minutes = atoi(text + 3);
    if (minutes > 59 || hours * 60 + minutes > 24 * 60)
        return false;
    *minute = hours * 60 + minutes;
    return true;
}

bool moment_parse(const char *text, struct moment *moment)
{
    char day[11] = {0};
    if (strlen(text) != 16 || (text[10] != 'T' && text[10] != ' '))
        return false;
    memcpy(day, text, 10);
    return date_parse(day, &moment->date) && clock_parse(text + 11, &moment->minute) &&
           moment->minute < 24 * 60;
}

// Counts from 1 March of year 0, so that the leap day is the last day of a year.
long date_number(struct date date)
{
    long year = date.month > 2 ? date.year : date.year - 1;
    long month = (date.month + 9) % 12;
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + date.day -
           719469;
}

struct date date_from_number(long number)
{
    struct date date = {(int)(1970 + number / 366), 1, 1};
    while (date_number((struct date){date.year + 1, 1, 1}) <= number)
        date.year++;
    while (date_number((struct date){date.year, 1, 1}) > number)
        date.year--;
    long left = number - date_number((struct date){date.year, 1, 1});
    while (left >= month_length(date.year, date.month))
        left -= month_length(date.year, date.month++);
    date.day = (int)left + 1;
    return date;
}

struct date date_plus(struct date date, int days)
{
    return date_from_number(date_number(date) + days);
}

struct date date_plus_months(struct date date, int months)
{
    int month = date.year * 12 + date.month - 1 + months;
    struct date d = {month / 12, month % 12 + 1, date.day};
    int last = month_length(d.year, d.month);
    if (d.day > last)
        d.day = last;
    return d;
}

enum weekday date_weekday(struct date date)
{
    long days = (date_number(date) + 3) % 7;  // 1 January 1970 was a Thursday
    return (enum weekday)(days < 0 ? days + 7 : days);
}

int date_compare(struct date a, struct date b)
{
    long distance = date_number(a) - date_number(b);
    return (distance > 0) - (distance < 0);
}

int moment_compare(struct moment a, struct moment b)
{
    int order = date_compare(a.date, b.date);
    return order ? order : (a.minute > b.minute) - (a.minute < b.minute);
}

struct moment moment_now(const char *timezone, int *second)
{
    setenv("TZ", timezone, 1);
    time_t now = time(NULL);
    struct tm tm;
    localtime_r(&now, &tm);
    if (second)
        *second = tm.tm_sec;
    return (struct moment){{tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday},
                           tm.tm_hour * 60 + tm.tm_min};
}

struct moment moment_plus_seconds(struct moment moment, long seconds)
{
    long minutes = moment.minute + seconds / 60;
    return (struct moment){date_plus(moment.date, (int)(minutes / (24 * 60))),
                           (int)(minutes % (24 * 60))};
}
