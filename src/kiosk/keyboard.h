// SPDX-License-Identifier: EUPL-1.2
// The on-screen keyboard: letters of the visitor's language, German ones, digits.
#pragma once

#include "kiosk/frame.h"

// u; the same for all keyboards of a language, so that nothing jumps.
double keyboard_height(const struct frame *frame);

// At the lower end of the area.
void keyboard_put(struct frame *frame, struct area area);
