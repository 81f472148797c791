// SPDX-License-Identifier: EUPL-1.2
// Running text that is set: snippets of several kinds, broken into lines, not placed yet.
#pragma once

#include "guide/guide.h"
#include "print/sheet.h"

enum snippet_kind {
    SNIPPET_PLAIN,
    SNIPPET_BOLD,
    SNIPPET_VALUE,  // its direction is its own
    SNIPPET_TAG,    // a German word on a tinted ground
    SNIPPET_MARK,   // how far to trust the words before it: small and grey
};

struct snippet {
    const char *text;
    enum snippet_kind kind;
};

struct snippets {
    struct snippet *items;
    size_t count, room;
};

// The pieces of the content as such snippets, in the arena.
struct snippets snippets_of(struct arena *arena, const struct pieces *pieces);

// Bytes of the text.
struct range {
    int from, to;
};

struct setting {
    PangoLayout *layout;
    const struct language *language;
    enum ink ink;
    double width;   // of the box
    double pitch;   // from line to line
    double ascent;  // from the top of a line to its baseline
    double size;    // of Latin type
    int lines;
    LIST(struct range) tags;
    enum ink tag_ground;
};

// Lines no wider than the width; only a word that is longer is broken. To be freed; the arena must
// live longer.
struct setting setting_new(struct arena *arena, struct sheet *sheet, const struct style *style,
                           enum leading leading, const struct snippets *snippets, double width);
struct setting setting_text(struct arena *arena, struct sheet *sheet, const struct style *style,
                            enum leading leading, const char *text, double width);
void setting_free(struct setting *setting);

double setting_height(const struct setting *setting);

// Draws so many lines from that one on; x and y are the top left corner of their box. They begin at
// the start edge of their language.
void setting_put(struct sheet *sheet, const struct setting *setting, int first, int count, double x,
                 double y);
