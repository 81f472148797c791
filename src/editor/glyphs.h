// SPDX-License-Identifier: EUPL-1.2
// Characters of content files that no font has.
#pragma once

#include "base/fault.h"
#include "kiosk/font.h"

// Warns of each character once, where it stands first in the file.
void glyphs_check(struct fonts *fonts, const char *path, struct faults *faults);
