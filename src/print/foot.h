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
    size_t first_phone, phones;  // of the contacts
};

// From row to row, in the design's sizes: as planned, closer together and in smaller type, and as
// close as hours may need that have a row for each morning and each afternoon.
#define FOOT_PITCH 1.454
#define FOOT_PITCH_LEAST 1.08
#define FOOT_PITCH_CROWDED 0.94

struct foot foot_build(struct board *board);  // empty where the design has none

// Leaves out the last of several phone numbers. False: there are none to leave out, or hours need
// the height.
bool foot_shorten(struct foot *foot);

// Where it starts, so that it ends above the imprint.
double foot_top(const struct foot *foot, double pitch);
void foot_draw(struct foot *foot, double top, double pitch);
