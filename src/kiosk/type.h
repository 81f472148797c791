// SPDX-License-Identifier: EUPL-1.2
// Setting type: styles, paragraphs broken into lines, labels that must fit, and putting them on
// the screen. Measures are u, as in kiosk/frame.h.
#pragma once

#include "kiosk/frame.h"

struct type {
    double size;
    enum face face;
    enum leading leading;
    double line;  // line height in sizes; 0: the script's for this leading
    enum ink ink;
    enum align align;                 // by the layout's direction, not the text's
    const struct language *language;  // NULL: the visitor's
    bool fixed;                       // not changed by the text size setting
};

// The styles of DESIGN §5 as starting points: `struct type type = type_h1; type.ink = …`
extern const struct type type_h1, type_h2, type_h3, type_lead, type_body, type_body_bold,
    type_label, type_small, type_small_bold;

// Type that is set: broken into lines of at most `width`, not placed yet.
struct setting {
    struct type type;
    struct lines lines;
    const char *plain;
    double width;      // of its box
    double ink_width;  // of its longest line
    double height;
    double line_height;
    const char *query;  // what of it matches this is marked; NULL: nothing
};

struct setting set_text(struct frame *frame, struct type type, const char *text, double width);
struct setting set_spans(struct frame *frame, struct type type, const struct span *spans,
                         size_t count, double width);
struct setting set_pieces(struct frame *frame, struct type type, const struct pieces *pieces,
                          double width);
// A translated sentence with values in the place of its %s, each isolated: up to two, "%1$s" too.
struct setting set_sentence(struct frame *frame, struct type type, const char *format,
                            const char *first, const char *second, double width);
// On at most that many lines, stepping down by 0.25 u at most twice, never below 3.5 u.
struct setting set_label(struct frame *frame, struct type type, const char *text, double width,
                         size_t lines);
// The same for spans; `steps` is how often the type may step down. Rather than tear a word it goes on
// to step down, to 2.75 u.
struct setting set_fitting(struct frame *frame, struct type type, const struct span *spans,
                           size_t count, double width, size_t lines, int steps);
struct setting set_fitting_pieces(struct frame *frame, struct type type,
                                  const struct pieces *pieces, double width, size_t lines,
                                  int steps);

// `line` for a struct type: letters of Arabic script stand higher and hang lower.
double type_line(const struct language *language, double line, double arabic);

// The same type in the visitor's text size, which it may then fall below: down to 3.5 u on the screen,
// where a place cannot grow with the text.
struct type type_shrinkable(const struct frame *frame, struct type type);

// Draws it; returns its height.
double put(struct frame *frame, const struct setting *setting, double x, double y);
// Vertically centred.
void put_middle(struct frame *frame, const struct setting *setting, double x, double y, double h);
double put_text(struct frame *frame, struct type type, const char *text, double x, double y,
                double width);
