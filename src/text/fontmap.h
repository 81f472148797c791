// SPDX-License-Identifier: EUPL-1.2
// Which font sets which script, and how large: the table in fonts/map. Opens no font.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/fault.h"

enum weight { WEIGHT_REGULAR, WEIGHT_BOLD, WEIGHT_DISPLAY, WEIGHTS };  // display: titles, bold
enum leading { LEADING_BODY, LEADING_HEADING, LEADING_LABEL, LEADING_TITLE, LEADINGS };

struct font_row {
    char language[12];         // BCP 47; "": of all languages
    char script[5];            // ISO 15924
    double size;               // factor on the size asked for
    double leading[LEADINGS];  // line height, in sizes; 0: this row does not set such type
    const char *package;       // Debian's, for the message when a file is missing
    const char *path[WEIGHTS];
    int index;  // of the face in a .ttc
};

// The order of the rows is the order of fallback.
struct fontmap {
    LIST(struct font_row) rows;
};

// False and faults if the table cannot be read or no font of it is there. A row with a file that is
// not there is left out, with a warning that names the package.
bool fontmap_load(struct fontmap *map, struct arena *arena, const char *path,
                  struct faults *faults);

// The row that sets a script (ISO 15924) with that leading: the language's own for it, else that of
// all languages, else that of the script it is a variant of (Arab for Aran) or of such a variant
// (Hans for Hani), else the first (Latin).
size_t fontmap_row(const struct fontmap *map, const char *language, const char *script,
                   enum leading leading);
