// SPDX-License-Identifier: EUPL-1.2
// Bound editions of the guide: a file each, in one language, or in two beside each other for the counter.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "guide/guide.h"
#include "print/book.h"
#include "print/fonts.h"

struct edition {
    const char *kind;  // "brochure", "hand-out", "office-list"
    const struct guide *guide;
    int language;  // of the guide's, by index
    int other;     // beside it; -1: none
    const struct paper *paper;
    const struct fonts *fonts;
};

// The id is as in print/imprint.h.
bool edition_write(const struct edition *edition, const char *path, uint32_t *id,
                   struct faults *faults);

// The id that it would bear: another one, another edition.
bool edition_id(const struct edition *edition, uint32_t *id, struct faults *faults);
