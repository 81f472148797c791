// SPDX-License-Identifier: EUPL-1.2
// Whether a content file keeps to the rules: what does not belong, what is missing, and where.
#pragma once

#include "base/date.h"
#include "guide/origin.h"
#include "guide/rules.h"
#include "guide/xml.h"

// Reports everything; false if there was anything. Adds the facts it meets to `claims`, which
// live in the arena. `today` judges dates; year 0: they are not judged.
bool vocabulary_check(struct arena *arena, const struct node *root, enum file_kind kind,
                      enum edition edition, struct date today, struct claims *claims,
                      struct faults *faults);
