// SPDX-License-Identifier: EUPL-1.2
// What visitors would see of a text, before they do: every screen is laid out without a display, and
// what does not fit is told with the file and line that an editor can mend.
//
// What nobody wrote into the content, such as the program's own words, is left to our tests.
#pragma once

#include "guide/guide.h"

// Lays out what stands in that file, as the guide's `files` name it, and the lists where its titles
// stand; NULL: all. Upright and wide, in the smallest and the largest type, and beside German. Adds
// warnings: torn words, texts that leave their place or are longer than a screen, letters of a script
// that the language does not use. Returns how many screens it has laid out: none if a font of the map is
// missing, for then no screen looks as it should.
size_t fit_check(const struct guide *guide, const char *fontmap, const char *file,
                 struct faults *faults);
