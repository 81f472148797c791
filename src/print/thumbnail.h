// SPDX-License-Identifier: EUPL-1.2
// A small picture of a sheet's first page, for choosing among many.
#pragma once

#include <stdbool.h>

#include "base/fault.h"

// Draws a PDF into a PNG, whose name ends in ".png", with a longer side of so many px; by
// `pdftoppm`, for the reasons in proof.h. Not proof against being killed: `path` lies in a folder
// that nobody reads yet.
bool thumbnail_write(const char *pdf, const char *path, int side, struct faults *faults);
