// SPDX-License-Identifier: EUPL-1.2
// The proof of a finished file before it is given out: drawn as a reader would draw it, it shows
// the codes that it should and no other, each readable (libzbar).
//
// A PDF is drawn from its own bytes by `pdftoppm`, Debian's package poppler-utils, as a process of
// its own. Linked into the program, Poppler's libraries would cost the kiosk a third of the time
// until it runs; and whoever draws our file should not share our mistakes.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fault.h"

// What the codes say.
struct codes {
    const char **items;
    size_t count, room;
};

// A phone needs several tries where the modules are smaller.
#define MODULE_LEAST 0.4  // mm

// `module` is the width of the smallest module on the page, mm. The fault names `path`, where the
// file is to be. Codes that are alike count as often as they stand there.
bool proof_pdf(const struct buf *pdf, const struct codes *wanted, double module, const char *path,
               struct faults *faults);
bool proof_png(const struct buf *png, const struct codes *wanted, const char *path,
               struct faults *faults);
bool proof_svg(const struct buf *svg, const struct codes *wanted, const char *path,
               struct faults *faults);
