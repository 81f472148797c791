// SPDX-License-Identifier: EUPL-1.2
// One document in one language: elements to blocks and pieces.
#pragma once

#include "guide/guide.h"
#include "guide/reference.h"
#include "guide/xml.h"

// Lives in the guide's arena. Values, pages, offices and topics must be known by now. Skips what
// the vocabulary has reported.
struct words *words_read(const struct references *references, const struct node *root,
                         const struct language *language);

// As a message names it: `<contact office="buergerbuero">`.
const char *block_label(struct arena *arena, const struct block *block);
