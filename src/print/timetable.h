// SPDX-License-Identifier: EUPL-1.2
// Weekly opening hours as they hang on a door: neighbouring days of the same hours in one row.
#pragma once

#include "base/arena.h"
#include "guide/guide.h"

struct timetable_row {
    const char *days;        // "Tuesday, Wednesday"; "" where it goes on from the row above
    const char *short_days;  // "Tue, Wed"
    const char *note;        // "by appointment"; "" for none
    const char *times;       // "8:00–12:30"
};

struct timetable {
    LIST(struct timetable_row) rows;
};

// Days without hours are left out, and so are closures and special hours: those have their dates.
struct timetable timetable_build(struct arena *arena, const struct language *language,
                                 const struct hours *hours);
