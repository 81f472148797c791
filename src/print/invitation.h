// SPDX-License-Identifier: EUPL-1.2
// What a poster tells those who pass, in German and in English: that there is information in their
// language, and three steps to it.
#pragma once

#include "print/board.h"

#define INVITATION_SIZE 8                                          // of the German title
#define INVITATION_HEIGHT (INVITATION_SIZE * BOARD_CAPITAL + 8.3)  // to the English baseline
#define INVITATION_BELOW (6 * 0.29)                                // hangs below that
#define STEPS_HEIGHT 14.5

const char *invitation_title(const struct language *language);

// Centred.
void invitation_draw(struct board *board, double baseline);

// In lines of the column. Starts below `top` and says the last baseline.
double invitation_draw_lines(struct board *board, struct strip column, double top);

bool steps_draw(struct board *board, double top);  // false: a fault says why
