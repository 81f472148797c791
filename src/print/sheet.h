// SPDX-License-Identifier: EUPL-1.2
// A sheet of paper: shapes, type, icons and QR codes at places from its top left corner, saved as
// a tagged PDF with vector type. Lengths are mm of paper, or units of a face once one is begun.
//
// Left and right are meant as such here; who draws knows the direction of each text.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"
#include "base/fault.h"
#include "print/fonts.h"
#include "qr/symbol.h"
#include "text/language.h"
#include "text/paragraph.h"

enum ink {
    INK_BLACK,  // text
    INK_GREY,   // secondary text
    INK_WHITE,
    INK_GROUND,  // off-white
    INK_PETROL,
    INK_PETROL_TINT,
    INK_PETROL_PALE,  // secondary text on petrol
    INK_YELLOW,
    INK_YELLOW_TINT,  // ground of a note
    INK_HAIR,         // separators
    INK_CLOSED,       // warnings
    INK_ARRIVE,       // these and the next: of topics
    INK_LIVE,
    INK_LEARN,
    INK_HELP,
    INKS
};

struct box {
    double x, y, width, height;
};

struct style {
    const struct language *language;  // of the text: its script, base direction, shapes
    enum weight weight;
    double size;  // of Latin type
    enum ink ink;
};

// What the file says about itself. The date is the only one in it: the same content gives the
// same bytes.
struct imprint {
    const struct language *language;
    const char *title, *author;
    struct date made;  // year 0: 1 January 1970
};

struct sheet;

// Width and height are mm.
struct sheet *sheet_open(const struct fonts *fonts, double width, double height,
                         const struct imprint *imprint);

// Goes on in a part of the paper: from its top left corner, in units of so many mm. A turned face
// stands on its head.
void sheet_face(struct sheet *sheet, struct box mm, double unit, bool turned);

// The next page, of the same size. Elements that are open go on there.
void sheet_next(struct sheet *sheet);

// An entry in the reader's list of bookmarks, leading to the top of a page, counted from 1. Gives
// its number for entries below it; `above` is that of another entry, 0 for none.
int sheet_bookmark(struct sheet *sheet, int above, const char *title, int page);

// Writes the file, whole or not at all; nothing can be drawn afterwards. False and a fault also
// if a letter was in none of the fonts, or a code on the finished page cannot be read (proof.h).
bool sheet_save(struct sheet *sheet, const char *path, struct faults *faults);

// Of all that stands on it so far: texts, what links lead to, what figures show. Where it stands
// does not matter.
uint64_t sheet_digest(const struct sheet *sheet);
void sheet_close(struct sheet *sheet);

// What is drawn between these is one element of the document's structure: "H1", "P", "Figure" …
// of ISO 32000-1, 14.8.4. What is in no element is decoration.
void sheet_begin(struct sheet *sheet, const char *element);
void sheet_begin_link(struct sheet *sheet, const char *address);
// Leads to another page of the same file, counted from 1.
void sheet_begin_jump(struct sheet *sheet, int page);
// `shows`: for people who do not see it.
void sheet_begin_figure(struct sheet *sheet, const char *shows);
void sheet_end(struct sheet *sheet);

void sheet_box(struct sheet *sheet, struct box box, double radius, enum ink ink);

// A bar with one pointed end: this way.
enum way { WAY_LEFT, WAY_RIGHT };
void sheet_arm(struct sheet *sheet, struct box box, enum way way, enum ink ink);
double arm_depth(double height);  // of the point

// The modules only, without the quiet zone.
void sheet_symbol(struct sheet *sheet, const struct symbol *symbol, double x, double y, double side,
                  enum ink ink);

// An icon of ours or of Bootstrap Icons, fitted into the box; the ink is its `currentColor`.
bool sheet_icon(struct sheet *sheet, const char *name, struct box box, enum ink ink,
                struct faults *faults);

// The width of a text on one line.
double sheet_width(struct sheet *sheet, const struct style *style, const char *text);

// The style's size, or the smaller one, not below `least`, that brings the text into the width.
double sheet_fit(struct sheet *sheet, const struct style *style, const char *text, double width,
                 double least);

// One line. With ALIGN_START the text starts at x (and runs to the left if it is written so),
// with ALIGN_END it ends there.
void sheet_line(struct sheet *sheet, const struct style *style, const char *text, double x,
                double baseline, enum align align);

// The same as an element of its own: readers put no space between the pieces of an element.
void sheet_put(struct sheet *sheet, const char *element, const struct style *style,
               const char *text, double x, double baseline, enum align align);

// Lines no wider than `width`, from their start edge on; x is the left edge, `baseline` that of
// the first line. Says how many lines there are.
int sheet_lines(struct sheet *sheet, const struct style *style, const char *text, double x,
                double baseline, double width, enum leading leading);

// How a text breaks into such lines. Words are kept whole: the widest line may be too wide.
struct breaking {
    int lines;
    double widest;
};
struct breaking sheet_break(struct sheet *sheet, const struct style *style, const char *text,
                            double width);

// ---- For print/setting.h -----------------------------------------------------------------------

// Type of the script that sets such leading, on one line; takes over the attributes (NULL: none).
// Yours to g_object_unref().
PangoLayout *sheet_layout(struct sheet *sheet, const struct style *style, enum leading leading,
                          const char *text, PangoAttrList *attributes);
const struct fonts *sheet_fonts(const struct sheet *sheet);
PangoAttribute *sheet_ink_attribute(enum ink ink);

// What the layout says belongs to the sheet; letters that no font has are kept for sheet_save().
void sheet_note(struct sheet *sheet, PangoLayout *layout);
void sheet_show_line(struct sheet *sheet, enum ink ink, PangoLayoutLine *line, double left,
                     double baseline);
