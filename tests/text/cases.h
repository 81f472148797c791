// SPDX-License-Identifier: EUPL-1.2
// The texts of tests/text/*.case, whose format the head of rules.case tells.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "text/paragraph.h"

struct case_lines {
    int width;          // px
    const char *lines;  // the rows that are expected, as they stand in the file
};

struct text_case {
    const char *name;
    const struct language *language;
    const char *text;  // as editors type it, with its markup
    LIST(struct case_lines) widths;
};

struct cases {
    struct text_case *items;
    size_t count, room;
};

// Ends the program with a message if the file is not as it should be. Lives in the arena.
struct cases cases_read(struct arena *arena, const char *path);

enum { CASE_SPANS = 64 };

// The spans of a text, held together and isolated as guide/words.c does it. Returns how many.
size_t case_spans(struct arena *arena, const struct text_case *text, struct span *spans);
