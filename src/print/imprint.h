// SPDX-License-Identifier: EUPL-1.2
// The small line on each sheet by which the town's staff tell whether it is still right.
#pragma once

#include <stdint.h>

#include "guide/guide.h"
#include "print/sheet.h"

#define IMPRINT_TEXT 2.12  // mm: 6 pt
#define IMPRINT_END 5      // mm from its baseline to the edge: as far as office printers reach

// Of what stands on the sheet so far and its size: the same words on other paper are another sheet.
uint32_t imprint_id(const struct sheet *sheet, const char *size);

// The date of the guide's newest fact and the id, ending at x; in mm.
void imprint_put(struct sheet *sheet, const struct guide *guide, uint32_t id, double x,
                 double baseline);
