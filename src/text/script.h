// SPDX-License-Identifier: EUPL-1.2
// The script of each character (UAX #24), by GLib's tables.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// ISO 15924 codes as four letters; punctuation and digits take the script before them, at the
// start the one after; without any, `fallback`.
void scripts_find(const uint32_t *text, size_t count, const char *fallback, char (*scripts)[5]);

// Never has a picture of its own: joiners, variation selectors, soft hyphens, bidi controls.
bool is_invisible(uint32_t code_point);
