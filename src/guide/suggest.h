// SPDX-License-Identifier: EUPL-1.2
// "did you mean `address`?": the known name that is nearest to a mistyped one.
#pragma once

#include <stddef.h>

#include "base/arena.h"

// `struct suggestion s = {.word = word};`, then offer every known name.
struct suggestion {
    const char *word;
    const char *best;  // NULL: nothing is near enough
    size_t distance;   // of the best: insertions, deletions, exchanges, swaps of neighbours
};

void suggestion_offer(struct suggestion *suggestion, const char *known);

// "did you mean `address`?"; without a near name what `otherwise` says. In the user's language.
const char *suggestion_hint(struct arena *arena, const struct suggestion *suggestion,
                            const char *otherwise);
