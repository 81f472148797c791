// SPDX-License-Identifier: EUPL-1.2
// The bilingual counter edition: two languages side by side, sentence by sentence, with the numbers that
// the same sentences have on the screen.
#pragma once

#include "print/book.h"

// `other` is the second language's index in the guide; `outer` what stands at the outer edge of the head.
// `office`: what the document is of; NULL: a page.
void parallel_matter(struct book *book, const struct document *document,
                     const struct office *office, int other, double outer);
