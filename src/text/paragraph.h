// SPDX-License-Identifier: EUPL-1.2
// A paragraph of styled text, broken into lines of positioned runs, in any script and direction.
//
// Unicode only: bidirectional algorithm (UAX #9) over the whole paragraph, line breaks of
// UAX #14 (in a web or e-mail address only if it is longer than a line, and behind no hyphen of
// it), soft hyphens, one font per grapheme. No font is asked directly: the caller measures.
// All widths and positions are px; x grows to the right. Time and memory grow with the length of
// the text, whatever it is.
#pragma once

#include <stdint.h>

#include "base/arena.h"
#include "text/language.h"

enum face { FACE_REGULAR, FACE_BOLD, FACE_DISPLAY, FACE_TAG, FACES };  // tag: a German term

struct span {
    const char *text;  // UTF-8
    enum face face;
    bool isolate;  // a name, number, address: its direction is its own (UAX #9, FSI … PDI),
                   // and a line ends within it only if it is longer than a line
};

// How lines are filled; the names are those of CSS Text 4, `text-wrap`.
enum text_wrap {
    TEXT_WRAP_AUTO,     // each line takes what fits
    TEXT_WRAP_PRETTY,   // the same, but no lone short word on the last line if it can have company
    TEXT_WRAP_BALANCE,  // titles: no more lines than that takes, all about equally long
};

// A stretch of one line with one direction, font and face, ready to be shaped.
struct run {
    const char *text;  // UTF-8 in logical order, without controls
    enum face face;
    size_t font;     // what measure.font() answered
    char script[5];  // ISO 15924, as Unicode's Script property has it
    bool rtl;
    int x;  // of its left edge, from the left edge of the line
    int width;
    bool opens, closes;  // FACE_TAG: the left, the right end of the tag lies in this run
};

struct line {
    struct run *runs;  // from left to right
    size_t count;
    int width;
    size_t end;  // code points of the spans up to the end of this line
};

struct lines {
    struct line *items;
    size_t count;
    int width;    // of the widest
    bool broken;  // a word, an address or an isolate did not fit and was broken
};

struct measure {
    void *fonts;
    // The font for one grapheme of a script: any number that the caller understands.
    size_t (*font)(void *fonts, const char *script, const uint32_t *code_points, size_t count,
                   enum face face);
    // The width of a run whose x, width, opens, closes are not set yet.
    int (*width)(void *fonts, const struct run *run);
    int tag_padding;  // at either end of a FACE_TAG stretch
};

// Lines no wider than `width` where that can be had: a word that is longer breaks between
// graphemes. Lives in the arena. Text without any word is one empty line.
struct lines paragraph_lines(struct arena *arena, const struct language *language,
                             const struct span *spans, size_t count, int width, enum text_wrap wrap,
                             const struct measure *measure);

// The number of px that a line is moved to the right in a box of that width.
enum align { ALIGN_START, ALIGN_CENTER, ALIGN_END };
int line_offset(const struct line *line, int box_width, enum align align, bool rtl);
