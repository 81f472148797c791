// SPDX-License-Identifier: EUPL-1.2
// Fonts: which one sets a grapheme, how wide a run is; by SDL_ttf, its picture.
//
// One TTF_Font per file and size, opened when first needed. At most FONTS_OPEN at a time, of large
// files (Chinese) at most FONTS_LARGE; the one that was not used for longest is closed.
#pragma once

#include <SDL.h>

#include "text/fontmap.h"
#include "text/paragraph.h"

// What one takes at most, in bytes, once it has set text: FreeType and HarfBuzz copy the tables they
// need, SDL_ttf keeps metrics of letters. Most take half of that.
enum { FONTS_OPEN = 32, FONT_MOST = 600 << 10, FONTS_LARGE = 4, FONT_LARGE_MOST = 3 << 20 };

// Size of a German term tag relative to the text around it.
#define TAG_SIZE 0.88

struct fonts;

// NULL and a fault if SDL_ttf cannot start. The map must outlive it.
struct fonts *fonts_open(const struct fontmap *map, struct faults *faults);
void fonts_close(struct fonts *fonts);

// The row of the font map whose font has all of a grapheme; if none has, the one that should: `own`
// for the script that this row is for, else the script's.
size_t fonts_choose(struct fonts *fonts, size_t own, const char *script,
                    const uint32_t *code_points, size_t count, enum face face);

// Whether any font of the map has the character.
bool fonts_have(struct fonts *fonts, uint32_t code_point);

// `size` in px, before the factors of script and tag. Widths in px.
int fonts_width(struct fonts *fonts, const struct run *run, double size);

// Of a row's font at that size, px above and below the baseline.
void fonts_extent(struct fonts *fonts, size_t row, enum face face, double size, int *ascent,
                  int *descent);

// The ink of the run, 8 bits a px: 0 none, 255 all of it. The origin of the run is `left` px from the
// surface's left edge and `baseline` px from its top. NULL if nothing is visible or the run is too
// long for any screen.
SDL_Surface *fonts_render(struct fonts *fonts, const struct run *run, double size, int *left,
                          int *baseline);
