// SPDX-License-Identifier: EUPL-1.2
// XML files that lie in the content folder but are never read: a translation without original, a
// language that nobody named, a file in the wrong folder.
#pragma once

#include "guide/guide.h"

// Editors' copies, dot files and all that does not end in .xml are nobody's business.
void strays_check(const struct guide *guide, struct faults *faults);
