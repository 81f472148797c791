// SPDX-License-Identifier: EUPL-1.2
// The script of each character (UAX #24), by GLib's tables.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// ISO 15924 codes as four letters. Punctuation, digits and marks take the script before them, at
// the start the one after; without any, `fallback`. The closing one of a pair takes that of the
// opening one (UAX #24, 5.1), so that one font draws both.
void scripts_find(const uint32_t *text, size_t count, const char *fallback, char (*scripts)[5]);

// The script that Unicode knows for a variant of ISO 15924: Arab for Aran (Nastaliq), Hani for Hans.
const char *script_of_variant(const char *script);

// Never has a picture of its own: joiners, variation selectors, soft hyphens, bidi controls.
bool is_invisible(uint32_t code_point);
