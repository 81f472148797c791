// SPDX-License-Identifier: EUPL-1.2
// The editors' report: one HTML page, complete in itself, that says what is to be done today, how
// far each language is, and where every web address stands. German, for the town's staff.
//
// It needs no script and no network. The same guide, faults and day give the same bytes.
#pragma once

#include <stdbool.h>

#include "base/date.h"
#include "base/fault.h"
#include "guide/guide.h"

// Writes it whole or not at all, of the faults that were found. Of content with errors there is no
// guide, NULL: then the faults are all that can be shown. False, and one fault more, if the file
// could not be written or one of our own is missing.
bool report_write(const struct guide *guide, const char *path, struct date today,
                  struct faults *faults);
