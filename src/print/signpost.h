// SPDX-License-Identifier: EUPL-1.2
// A poster's signpost: the code in the middle, and beside it arms that point at it, each with a
// language's own name.
#pragma once

#include "print/board.h"
#include "print/names.h"
#include "qr/symbol.h"

enum { ARMS = 6 };  // on each side, at most

struct arms {
    const struct language *items[ARMS];
    size_t count;
};

struct signpost {
    struct board *board;
    const struct symbol *symbol;
    const char *address;  // that the code leads to
    struct strip group;   // of the code and the arms
    struct arms left, right;
    double arm_height;
    struct names others;  // languages that found no arm; their column is that of all words
};

struct signpost signpost_build(struct board *board, const struct symbol *symbol,
                               const char *address);

// Of the code or the arms beside it, whichever are higher.
double signpost_height(const struct signpost *post);

// What the code's quiet zone needs above and below that.
double signpost_quiet(const struct signpost *post);

void signpost_draw(const struct signpost *post, double top);
void signpost_draw_address(const struct signpost *post, double baseline);
