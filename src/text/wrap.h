// SPDX-License-Identifier: EUPL-1.2
// Where a line may end and where a grapheme does: UAX #14 and UAX #29, by Pango's break finder
// (which also breaks Thai, by dictionary).
#pragma once

#include <stddef.h>
#include <stdint.h>

enum {
    WRAP_LINE = 1,      // a line may start before this code point
    WRAP_MUST = 2,      // a line must start before it
    WRAP_GRAPHEME = 4,  // a grapheme starts here
};

// Fills count + 1 flags, the last for the end of the text. `text` is UTF-8, `count` its code
// points.
void wrap_find(const char *text, size_t count, const char *language_tag, uint8_t *flags);
