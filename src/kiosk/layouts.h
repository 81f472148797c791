// SPDX-License-Identifier: EUPL-1.2
// Paragraphs that were laid out, kept while there is room: a page that is shown again, or again
// with a key pressed, breaks no line anew.
#pragma once

#include "kiosk/font.h"
#include "text/paragraph.h"

// The most that is kept, in bytes: some hundred paragraphs, those of ten long pages.
enum { LAYOUTS_MOST = 2 << 20 };

struct layouts;

struct layouts *layouts_new(struct fonts *fonts);
void layouts_free(struct layouts *layouts);

// All that decides where lines end and what they look like, colour apart.
struct layout {
    const struct language *language;
    const struct span *spans;
    size_t count;
    size_t row;   // of the font map, for the language's own script
    double size;  // px, before the factors of script and tag
    int width, tag_padding;
    enum text_wrap wrap;
};

// The lines live in the arena, however long they are kept here.
struct lines layouts_lines(struct layouts *layouts, struct arena *arena,
                           const struct layout *layout);
