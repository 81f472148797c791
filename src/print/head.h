// SPDX-License-Identifier: EUPL-1.2
// The head of a poster: the mark, the office's name and the plate of its room; or the guide's title
// and whose guide it is.
#pragma once

#include "print/board.h"

#define HEAD_END 75

bool head_draw(struct board *board);  // false: a fault says why
