// SPDX-License-Identifier: EUPL-1.2
// UTF-8: RFC 3629.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

// The code point at *text, which moves past it; 0 at the end. The text must be valid.
uint32_t utf8_next(const char **text);

// The same of bytes that may be anything and stop at `end`: U+FFFD for what is not UTF-8 and for
// what would steer a terminal or the direction of text: control characters but the tab, line
// separators, embeddings, overrides and isolates.
uint32_t utf8_safe(const char **text, const char *end);

// Writes 1 to 4 bytes without a NUL and returns how many.
size_t utf8_put(char out[4], uint32_t code_point);

// Code points in valid text.
size_t utf8_count(const char *text);

// A copy without soft hyphens (U+00AD), for names on one line.
char *utf8_unhyphened(struct arena *arena, const char *text);

// The offset of the first byte that is not UTF-8 (surrogates and overlong forms are not);
// `length` if all of it is.
size_t utf8_check(const char *bytes, size_t length);
