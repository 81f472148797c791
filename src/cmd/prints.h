// SPDX-License-Identifier: EUPL-1.2
// Everything that can be printed, for the staff page of a web guide.
#pragma once

#include "base/arena.h"
#include "base/fault.h"
#include "guide/guide.h"
#include "site/staff.h"

// Fills a folder with posters, flyers, codes, their thumbnails and their register. What stands in
// `before` (NULL: nowhere) and would be the same today is taken over, with the date of its content.
// The sheets live in the arena. False and faults if one cannot be made.
bool prints_make(struct staff_sheets *sheets, struct arena *arena, const struct guide *guide,
                 const char *folder, const char *before, struct faults *faults);
