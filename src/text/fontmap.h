// SPDX-License-Identifier: EUPL-1.2
// Which font sets which script, and how large: the table in fonts/map. Opens no font.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/fault.h"

enum weight { WEIGHT_REGULAR, WEIGHT_BOLD, WEIGHT_DISPLAY, WEIGHTS };  // display: titles, bold
enum leading { LEADING_BODY, LEADING_LABEL, LEADING_TITLE, LEADINGS };

struct font_row {
    char script[5];            // ISO 15924
    double size;               // factor on the size asked for
    double leading[LEADINGS];  // line height, in sizes
    const char *package;       // Debian's, for the message when a file is missing
    const char *path[WEIGHTS];
    const char *family[WEIGHTS];  // as fontconfig names it
    int index;                    // of the face in a .ttc
};

// The order of the rows is the order of fallback.
struct fontmap {
    LIST(struct font_row) rows;
};

// False and faults if the table cannot be read or names a file that is not there.
bool fontmap_load(struct fontmap *map, struct arena *arena, const char *path,
                  struct faults *faults);

// The row of a script, else the first row (Latin).
size_t fontmap_row(const struct fontmap *map, const char *script);
