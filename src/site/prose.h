// SPDX-License-Identifier: EUPL-1.2
// The words of the content: styled text, blocks, and the marks that say how far to trust them.
#pragma once

#include "site/leaf.h"

// A block that has no children, in the language of the words around it: its text, then its
// marks. `element` NULL: none around it.
void prose_text(struct leaf *leaf, const char *element, const char *class,
                const struct block *block);

// The children that are BLOCK_ITEM.
void prose_list(struct leaf *leaf, const char *class, const struct block *block);

// What stands between the facts and the contacts of a page, or the notes of an office; other
// kinds of blocks are passed over. `level` is that of the notes' headings: 2 or 3; a heading of
// its own makes it 3.
void prose_blocks(struct leaf *leaf, const struct words *words, int level);

// The facts of a page as one card; nothing if it has none.
void prose_facts(struct leaf *leaf, const struct words *words);

// Draft translation, or German for want of a translation.
void prose_state(struct leaf *leaf, const struct words *words);

// That a fact is a sample, or past its review; else nothing. There is no clock here: the day
// is that of the newest fact, so the same content makes the same files.
void prose_origin(struct leaf *leaf, const struct origin *origin);

// An emergency number with its words, as a link.
void prose_number(struct leaf *leaf, const struct block *block);

// "tel:+49492187"
const char *prose_tel(const struct leaf *leaf, const char *number);
