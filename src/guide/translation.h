// SPDX-License-Identifier: EUPL-1.2
// How a translation stands to its German original: the same blocks, from today's text?
#pragma once

#include "guide/glossary.h"
#include "guide/guide.h"

// False and a fault for each block that is missing, too many or of another kind. An original
// block without its reference, which leads nowhere, is like one with any.
bool translation_matches(struct arena *arena, const struct words *original,
                         const struct words *translation, struct faults *faults);

// Marks the blocks that were translated from an older text, and warns of them and of facts that
// the translation does not mention. With a glossary warns of terms, too; NULL: there is none.
// `translates` are the digests in the translation's file, NULL:
// it has none.
void translation_compare(struct arena *arena, const struct words *original,
                         struct words *translation, const struct glossary *glossary,
                         const char *translates, struct faults *faults);
