// SPDX-License-Identifier: EUPL-1.2
// Where a fault is, as its editor sees it: a piece of the line, and what a caret points to.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/fault.h"

enum { EXCERPT_WIDTH = 76 };  // columns; indented by 4, a terminal of 80 has it in one line

// A file that excerpts are taken from. `struct source source = {0};` is none; places in the order
// of faults_sort() need one reading.
struct source {
    struct arena *arena;
    const char *path, *start, *end;
    const char *at, *line_start;  // of the place asked for last
    int line, column;
};

struct excerpt {
    const char *text;  // without tabs and control characters; what is cut is "…"
    // Columns before the caret: wide letters are two, marks above letters none. -1: no caret, for
    // a terminal may show a right-to-left word anywhere. After such words the text begins with the
    // very place.
    int caret;
};

// False if there is no line and column, or no such line in the file. The text lives until the
// next call.
bool excerpt_take(struct source *source, struct place place, struct excerpt *excerpt);

void source_close(struct source *source);
