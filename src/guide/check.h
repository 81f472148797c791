// SPDX-License-Identifier: EUPL-1.2
// What is not wrong in a guide but worth a look: drafts, missing translations, facts that stand
// twice, texts too long for their place.
#pragma once

#include "guide/guide.h"

// Adds warnings. The guide may have come from faulty files: originals and names may be missing.
void guide_check(const struct guide *guide, struct faults *faults);
