// SPDX-License-Identifier: EUPL-1.2
// The poster for an office's door or waiting room: A4, read from 0.75 m, a code that leads to the
// office's page in the reader's own language.
#pragma once

#include <stdbool.h>

#include "guide/guide.h"
#include "print/fonts.h"

bool poster_write(const struct guide *guide, const struct office *office, const struct fonts *fonts,
                  const char *path, struct faults *faults);
