// SPDX-License-Identifier: EUPL-1.2
// No-break glue: what belongs together must not be torn apart at the end of a line.
//
// UAX #14 allows breaks inside phone numbers, "8:00–12:00", "10,80 €", "§ 17", "z. B."; the model
// holds them with U+00A0 for the space and U+2060 around dashes.
#pragma once

#include <stdbool.h>

#include "base/arena.h"

// With `number_follows` a number comes right behind the text (a <value>), with `number_before` one
// stands right before it.
const char *glued(struct arena *arena, const char *text, bool number_before, bool number_follows);
