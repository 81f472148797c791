// SPDX-License-Identifier: EUPL-1.2
// Reading a content folder into a guide.
#pragma once

#include "base/date.h"
#include "base/fault.h"
#include "guide/guide.h"

// Reads everything below `folder`, so that one run shows every fault and warning. NULL if there
// was any error; warnings alone do not hinder. `today` judges dates. End it with guide_free().
struct guide *guide_load(const char *folder, struct date today, struct faults *faults);
// The same, but whatever was found: for who mends it. Words, references and names may be missing.
// NULL only if there is no such folder.
struct guide *guide_load_faulty(const char *folder, struct date today, struct faults *faults);
void guide_free(struct guide *guide);
