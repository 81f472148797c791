// SPDX-License-Identifier: EUPL-1.2
// The guide as a brochure: cover, contents, a chapter for each page and each office, with thumb marks in
// the colours of the topics. Pages that are not translated are left out; offices never are.
#pragma once

#include "print/book.h"

// False and a fault: a code cannot be had.
bool brochure_put(struct book *book);
