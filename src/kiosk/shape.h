// SPDX-License-Identifier: EUPL-1.2
// How wide a run is and where its ink lies, by HarfBuzz from the font file itself. SDL_ttf, which
// draws it, shapes with HarfBuzz too, but tells neither: widths only with what ink juts out, in
// whole px, and each time anew through FreeType's hinting.
//
// All measures are em, so that they hold for every size.
#pragma once

#include "text/paragraph.h"

struct shaper;

// The bytes of the file stay the caller's and must outlive it. Never NULL: a file that is no font
// has no characters.
struct shaper *shaper_open(const void *bytes, size_t length, int index);
void shaper_close(struct shaper *shaper);

bool shaper_has(const struct shaper *shaper, uint32_t code_point);

double shaper_advance(struct shaper *shaper, const struct run *run);

// How far ink reaches beyond the run's origin to the left, and above its baseline.
struct reach {
    double left, top;
};
struct reach shaper_reach(struct shaper *shaper, const struct run *run);
