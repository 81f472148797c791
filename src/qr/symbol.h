// SPDX-License-Identifier: EUPL-1.2
// QR codes: text to modules (ISO/IEC 18004, by libqrencode), modules to SVG.
#pragma once

#include <stdbool.h>

#include "base/buf.h"
#include "base/fault.h"

enum { QUIET_ZONE = 4 };  // modules on each side: ISO/IEC 18004

enum symbol_use {
    SYMBOL_SCREEN,  // level M
    SYMBOL_PRINT,   // level Q: paper gets dirty
};

struct symbol;

// NULL and a fault if the text is too long for a code that a phone reads.
struct symbol *symbol_new(const char *text, enum symbol_use use, struct faults *faults);
void symbol_free(struct symbol *symbol);

const char *symbol_text(const struct symbol *symbol);
int symbol_size(const struct symbol *symbol);  // modules a side, without the quiet zone
bool symbol_at(const struct symbol *symbol, int x, int y);  // dark? From the top left

// Horizontal runs of dark modules, row by row: draw them as one path, without seams.
// Starts with *x = *y = 0, *length = 0; false: no more.
bool symbol_next_run(const struct symbol *symbol, int *x, int *y, int *length);

// An SVG document with the quiet zone, one unit a module, one path.
void symbol_svg(const struct symbol *symbol, const char *title, struct buf *out);
