// SPDX-License-Identifier: EUPL-1.2
// What Cairo 1.16 cannot put into a PDF.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "text/language.h"

// Tells readers the language of the text and on which side it is bound, to show the title instead of
// the file's name, and for each figure, in their order, what it shows. False, and the file as it was, if it is not
// laid out as Cairo 1.16 does or has another number of figures.
bool pdf_describe(struct buf *pdf, const struct language *language, const char *const *figures,
                  size_t count);
