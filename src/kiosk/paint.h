// SPDX-License-Identifier: EUPL-1.2
// Draws a scene on an SDL renderer. Decides nothing.
//
// What was drawn once is kept as a texture in its final colour and size, at most PAINT_CACHE
// bytes of them; the least recently used go first.
#pragma once

#include <SDL.h>

#include "kiosk/font.h"
#include "kiosk/scene.h"

enum { PAINT_CACHE = 12 * 1024 * 1024 };

struct painter;

struct painter *painter_new(SDL_Renderer *renderer, struct fonts *fonts);
void painter_free(struct painter *painter);

// Onto the renderer's current target; does not present.
void painter_draw(struct painter *painter, const struct scene *scene);
