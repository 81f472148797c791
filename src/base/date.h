// SPDX-License-Identifier: EUPL-1.2
// Calendar dates (Gregorian) and moments of town time, without time zones or seconds.
#pragma once

#include <stdbool.h>
#include <time.h>

struct date {
    int year;  // 0: no date
    int month, day;
};

struct moment {
    struct date date;
    int minute;  // of the day, 0 … 1439; 1440 as an end: midnight
};

enum weekday { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

// Exactly "2026-11-20"; false if it is no day of the calendar between 1900 and 2199.
bool date_parse(const char *text, struct date *date);
// Exactly "08:30" to minutes of the day; "24:00" is 1440.
bool clock_parse(const char *text, int *minute);
// "2026-11-20T08:30" or "2026-11-20 08:30".
bool moment_parse(const char *text, struct moment *moment);

// Days since 1 January 1970; their difference is the distance in days.
long date_number(struct date date);
struct date date_from_number(long number);
struct date date_plus(struct date date, int days);
struct date date_plus_months(struct date date, int months);  // 31 January + 1: 28 February
enum weekday date_weekday(struct date date);
int date_compare(struct date a, struct date b);  // < 0, 0, > 0
int moment_compare(struct moment a, struct moment b);

// The wall clock in a time zone of the IANA data base. Sets TZ for the whole process.
struct moment moment_now(const char *timezone, int *second);
struct moment moment_plus_seconds(struct moment moment, long seconds);
