// SPDX-License-Identifier: EUPL-1.2
// Where the lines of a paragraph end.
#pragma once

#include "text/analysis.h"

struct ends {
    LIST(size_t) list;  // of each line, the first code point behind it
    bool broken;        // some line ends within a word, an address or an isolate
};

// At least one line. Lives as long as the analysis.
struct ends fill(struct paragraph *paragraph, int width, enum text_wrap wrap);
