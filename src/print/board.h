// SPDX-License-Identifier: EUPL-1.2
// What the parts of a poster have in common: the sheet they are drawn on, whose poster it is, and
// how a line of its type is set. Lengths are units of the design, from the top left corner of the
// face; without bleed: an office printer's page.
#pragma once

#include "guide/guide.h"
#include "print/design.h"
#include "print/sheet.h"

#define BOARD_MARGIN 15
#define BOARD_CAPITAL 0.714  // height of a capital letter of Noto Sans, in sizes
#define BOARD_MARK 3.5       // size of the word that marks a sample
#define BOARD_LEAST 4.25     // size: no smaller in the head and the steps

struct board {
    struct arena *arena;  // lives as long as the board; so do the parts
    struct sheet *sheet;
    const struct design *design;
    const struct guide *guide;
    const struct office *office;  // NULL: the poster is the guide's own; so is the next
    const struct site *site;      // the office's main one
    const struct language *german, *english;
    struct faults *faults;
    struct place place;  // of faults
    bool refused;        // something has no room; a fault says what
};

// A part of the width.
struct strip {
    double start, width;
};

double strip_middle(struct strip strip);

// Of the office, else of the guide, in German; may hold soft hyphens.
const char *board_name(const struct board *board);

double board_inner_width(const struct board *board);  // from margin to margin
double board_end(const struct board *board);          // the top of the imprint

// Something has no room. True the first time, when a fault is to be added: a tent has two faces.
bool board_refuse(struct board *board);

// Makes the style's type smaller, down to `least`, until the text has room; else refuses it.
void board_fit(struct board *board, struct style *style, const char *text, double width,
               double least);

// One line as an element of its own, starting at x; says where it ends.
double board_put(struct board *board, const char *element, const struct style *style,
                 const char *text, double x, double baseline);
