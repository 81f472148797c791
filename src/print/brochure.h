// SPDX-License-Identifier: EUPL-1.2
// The guide as a brochure in one language: cover, contents, a chapter for each page and each office with
// the code that leads to the same page on a phone.
//
// Pages that are not translated are left out; offices never are. A5 for binding, or A4 for the office
// printer. The counter edition has a second language beside the first.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "guide/guide.h"
#include "print/book.h"
#include "print/fonts.h"

struct brochure {
    const struct guide *guide;
    int language;  // of the guide's, by index
    int other;     // beside it; -1: none
    const struct paper *paper;
    const struct fonts *fonts;
};

// The id is as in print/imprint.h.
bool brochure_write(const struct brochure *brochure, const char *path, uint32_t *id,
                    struct faults *faults);

// The id that it would bear: another one, another brochure.
bool brochure_id(const struct brochure *brochure, uint32_t *id, struct faults *faults);
