// SPDX-License-Identifier: EUPL-1.2
// Icons within a page, in the colour of the text around them. Each file is read once.
#pragma once

#include "base/arena.h"
#include "base/fault.h"
#include "site/html.h"

// Of what icons consist of only this is taken over; the rest of the file is not trusted.
struct icon_path {
    const char *fill_rule, *d;  // NULL: it has none
};

struct icon {
    const char *name;
    LIST(struct icon_path) paths;
};

// `struct icons icons = {.arena = …};`, which outlives the pages.
struct icons {
    struct arena *arena;
    LIST(struct icon) list;
};

// A missing one costs a warning, and nothing is written.
void icon_write(struct html *html, struct icons *icons, const char *name, const char *class,
                struct faults *faults);
