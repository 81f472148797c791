// SPDX-License-Identifier: EUPL-1.2
// The Unicode bidirectional algorithm (UAX #9), by FriBidi.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The embedding level of each code point of a paragraph.
void bidi_levels(const uint32_t *text, size_t count, bool rtl, int8_t *levels);

// A letter or mark that runs from right to left by itself.
bool bidi_is_rtl(uint32_t c);

// Rule L2 on the runs of one line: order[i] is the run that stands i-th from the left.
void bidi_order(const int8_t *levels, size_t count, size_t *order);
