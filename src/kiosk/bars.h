// SPDX-License-Identifier: EUPL-1.2
// What stands on every screen: brand, language, Back and Home, in bars or, on wide screens, in a
// rail at the start.
#pragma once

#include "kiosk/frame.h"

// Draws them and returns the area that is left for the screen.
struct area bars_build(struct frame *frame);

// Brand alone, for the screens where no language is chosen yet.
struct area bars_build_brand(struct frame *frame);
