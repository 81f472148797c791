// SPDX-License-Identifier: EUPL-1.2
// The bilingual counter edition: two languages side by side, sentence by sentence, with the numbers that
// the same sentences have on the screen.
#pragma once

#include "print/book.h"

// With the book's other language. `outer` is the width of what stands at the outer edge of the head.
// `office`: what the document is of; NULL: a page.
void parallel_matter(struct book *book, const struct document *document,
                     const struct office *office, double outer);
