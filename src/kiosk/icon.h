// SPDX-License-Identifier: EUPL-1.2
// Icons: ours in share/wegweiser/icons, else those of Bootstrap Icons.
#pragma once

#include <SDL.h>
#include <stdbool.h>

// The picture at that width in that colour, as high as its shape asks; NULL and one line in the log if it cannot be had.
SDL_Surface *icon_render(const char *name, int size, uint32_t colour, bool mirrored);
