// SPDX-License-Identifier: EUPL-1.2
// Draws a scene on an SDL renderer. Decides nothing.
//
// What was drawn once is kept as a texture in its final colour and size, text that stands on one
// colour together with that: to blend it takes five times as long as to copy it. At most
// PAINT_CACHE bytes for each of the screen; the least recently used go first.
#pragma once

#include <SDL.h>

#include "kiosk/font.h"
#include "kiosk/scene.h"

enum { PAINT_CACHE = 3 };  // a page full of Arabic needs more than 2

struct painter;

// Width and height of the screen, px.
struct painter *painter_new(SDL_Renderer *renderer, struct fonts *fonts, int width, int height);
void painter_free(struct painter *painter);

// Onto the renderer's current target; does not present.
void painter_draw(struct painter *painter, const struct scene *scene);
