// SPDX-License-Identifier: EUPL-1.2
// A chapter of a bound edition: a page of the guide or an office, with the code that leads to the same on
// a phone at the outer corner.
#pragma once

#include "print/book.h"

struct chapter {
    const struct page *page;  // one of the two
    const struct office *office;
    const char *group;  // the name of what it belongs to; NULL: nothing
    int *above;         // the bookmark of the group, made by its first chapter
    bool goes_on;       // on the page that is begun
    bool facts_only;    // of an office
};

// False and a fault: its code cannot be had.
bool chapter_put(struct book *book, const struct chapter *chapter);

// A row that leads to where something begins, with its page number.
void chapter_row_to(struct book *book, const char *id, const struct document *document);
