// SPDX-License-Identifier: EUPL-1.2
// No-break glue: what belongs together must not be torn apart at the end of a line.
//
// UAX #14 allows breaks inside phone numbers, "8:00–12:00", "10,80 €", "§ 17", "z. B."; the model
// holds them with U+00A0 for the space and U+2060 around dashes.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

// What stands right before and behind the text, in the sentence or as another piece of it, decides
// too: "2" before " weeks", "§ " before a <value>. Both may be "".
const char *glued(struct arena *arena, const char *before, const char *text, const char *after);

// What stands singly between the digits of one number: "+49 30 23125-412", "8:00–12:30".
bool is_number_separator(uint32_t code_point);
