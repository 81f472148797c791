// SPDX-License-Identifier: EUPL-1.2
// The languages that found no arm on a poster's signpost, by their own names, in even lines.
#pragma once

#include "print/board.h"

struct name {
    const struct language *language;
    double width;
};

struct names {
    struct board *board;
    struct strip column;
    LIST(struct name) list;
};

void names_add(struct names *names, const struct language *language);
int names_lines(const struct names *names);     // how many
double names_pitch(const struct names *names);  // from line to line

// Below each other from that baseline on; centred where the words do not stand beside the code.
void names_draw(const struct names *names, double baseline);
