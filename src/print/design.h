// SPDX-License-Identifier: EUPL-1.2
// The sizes of posters: one design, drawn in units of its own and scaled to the paper.
//
// A unit is a mm on A4. The door sign is A5 across, 210x148 mm, to hang beside a door; the table
// tent is A4 folded in the middle, with a face for each side of the table.
#pragma once

#include <stdbool.h>

struct design {
    const char *name;    // as `--size` says it
    double paper[2];     // width and height, mm
    int faces;           // one above the other; of two the upper one stands on its head
    double width;        // of a face, units
    double code;         // a side of the QR code, units
    double names, rows;  // size of type: further languages, the foot's rows
    bool beside;         // words stand beside the code instead of above and below it
    bool steps, foot;    // has them
    bool office_only;    // the guide itself has none of that size
};

// The sizes for an option of the command line.
#define DESIGN_NAMES "A3|A4|A5|door|tent"

const struct design *design_find(const char *name);  // NULL: there is none

double design_unit(const struct design *design);    // mm
double design_height(const struct design *design);  // of a face, units
