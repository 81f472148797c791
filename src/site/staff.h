// SPDX-License-Identifier: EUPL-1.2
// The page for the town's staff: every sheet that can be printed, to look at and to take. It is in
// German, no page leads to it, and search engines are asked to pass it by.
#pragma once

#include "site/leaf.h"

#define STAFF_FOLDER "staff/"  // below BASE, with the sheets in it

struct staff_sheet {
    const char *kind;     // "Posters"; sheets of one kind come one after the other,
    const char *subject;  // and so do those of one subject: "Bürgerbüro"
    const char *size;     // "A4"
    const char *file;     // its name in the folder
    const char *picture;  // that of its thumbnail; NULL: none
    struct date content;  // the newest fact when it was made
    const char *id;       // as it is printed at the lower edge; NULL: it bears none
};

struct staff_sheets {
    LIST(struct staff_sheet) list;
};

void staff_leaf(struct leaf *leaf, const struct staff_sheets *sheets);
