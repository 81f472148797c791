// SPDX-License-Identifier: EUPL-1.2
// The poster for an office's door, waiting room or table: a code that leads to the office's page in
// the reader's own language, read from ten times its width.
#pragma once

#include <stdbool.h>

#include "guide/guide.h"
#include "print/design.h"
#include "print/fonts.h"

// What does not fit on the paper is a fault that names it, and no file.
bool poster_write(const struct guide *guide, const struct office *office,
                  const struct design *design, const struct fonts *fonts, const char *path,
                  struct faults *faults);
