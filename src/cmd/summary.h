// SPDX-License-Identifier: EUPL-1.2
// What `check` prints when it is through: how far each language is, how well texts are to be read,
// how many faults there are.
#pragma once

#include "base/option.h"
#include "guide/guide.h"

// On stdout. No files: the languages; else how well these files are to be read. The guide may be
// NULL.
void summary_print(const struct guide *guide, const struct option_texts *files,
                   const struct faults *faults);

// The same and all faults, sorted, as JSON for other programs.
void summary_print_json(const struct guide *guide, struct faults *faults);
