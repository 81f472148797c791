// SPDX-License-Identifier: EUPL-1.2
// Side by side: two people, one sentence. The reader's language on its own start side, German
// opposite, a number between them as the shared reference; below, answers to point at.
#pragma once

#include "kiosk/frame.h"

// Whether the visit's screen is a text that can stand side by side, and shall.
bool parallel_is_on(const struct view *view);

// The page, office or emergency page of the visit.
void parallel_build(struct frame *frame);
