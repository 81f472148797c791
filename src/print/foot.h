// SPDX-License-Identifier: EUPL-1.2
// The foot of a poster: opening hours on the left, contact on the right; on that of the guide itself
// the emergency numbers.
#pragma once

#include "print/board.h"
#include "print/timetable.h"

// A row of the right half, or an emergency number and what it is for.
struct foot_row {
    const char *label;  // "" for none
    const char *value;
    const char *link;  // of the value; NULL: none
    bool sample;
};

struct foot {
    struct board *board;
    struct timetable hours;
    LIST(struct foot_row) contacts, numbers;
};

// Rows may move closer together, in sizes of their type.
#define FOOT_PITCH 1.454
#define FOOT_PITCH_LEAST 1.08

struct foot foot_build(struct board *board);  // empty where the design has none

// Where it starts, so that it ends above the imprint.
double foot_top(const struct foot *foot, double pitch);
void foot_draw(struct foot *foot, double top, double pitch);
