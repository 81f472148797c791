// SPDX-License-Identifier: EUPL-1.2
// The matter of a bound edition: the words of the content, block by block, with the marks that say how
// far to trust them.
#pragma once

#include "print/book.h"

// The title and the lead of a page or the name of an office, beside what may stand at the outer edge;
// then whether it is a draft or German for want of a translation.
void matter_title(struct book *book, const struct words *words, double outer);

// Its title or name, without styles. In the arena.
const char *matter_name(struct book *book, const struct words *words);

// What stands between the title and what leads to other places; other blocks are passed over.
void matter_blocks(struct book *book, const struct words *words);

// A block's words in that style, with their marks.
void matter_text(struct book *book, const struct block *block, const char *element,
                 struct style style, enum leading leading, double start, double width);

// The children that are BLOCK_ITEM.
void matter_list(struct book *book, const struct words *words, const struct block *block,
                 double start);

void matter_heading(struct book *book, const struct language *language, const char *text);

// "Sample", "Last checked: 12.03.2025", or nothing: NULL. In the arena.
const char *matter_mark(struct book *book, const struct origin *origin);
