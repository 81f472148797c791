// SPDX-License-Identifier: EUPL-1.2
// What a paragraph is, whatever its width: its characters with isolates put in, their levels,
// breaks, scripts, fonts, and the stretches they make. For text/paragraph.c and its neighbours.
#pragma once

#include "base/buf.h"
#include "text/paragraph.h"
#include "text/wrap.h"

enum {
    SPACE = 0x20,
    NO_BREAK_SPACE = 0xA0,
    SOFT_HYPHEN = 0xAD,
    NO_BREAK_HYPHEN = 0x2011,
};

// A longer grapheme is none in any language, and is cut into runs, so that no stack of marks leaves
// the screen: UAX #15 (Stream-Safe Text Format) lets a letter have 30.
enum { LONGEST_GRAPHEME = 32, WRAP_CUT = 0x80 };

// A stretch of one font, direction and face: what runs are cut from.
struct item {
    size_t from, to;
    int width;  // of all of it, once measured; -1: not yet
};

struct paragraph {
    struct arena *arena;    // of the result
    struct arena *scratch;  // of everything that follows
    const struct measure *measure;
    bool rtl;
    size_t count;    // code points
    uint32_t *text;  // with isolates put in
    uint32_t *span;  // of each code point
    uint32_t *hold;  // the isolate or address it is part of, within which a line ends only if it
                     // is longer than a line; 0: none
    bool *added;     // it is a control that no span has
    enum face *face;
    int8_t *level;
    uint8_t *wrap;  // flags of text/wrap.h and WRAP_CUT, count + 1
    char (*script)[5];
    size_t *font;
    struct item *items;
    size_t item_count;
    uint32_t holds;
    struct buf run_text;  // of the run that is being measured
};

// Ended by analysis_end(). The result's arena and the measure must outlive it.
struct paragraph analyse(struct arena *arena, const struct language *language,
                         const struct span *spans, size_t count, const struct measure *measure);
void analysis_end(struct paragraph *paragraph);

// The item that holds a code point.
size_t item_at(const struct paragraph *paragraph, size_t at);
