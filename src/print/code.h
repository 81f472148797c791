// SPDX-License-Identifier: EUPL-1.2
// A file with one QR code, black on white with its quiet zone, proven before it is given out.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/fault.h"
#include "qr/symbol.h"

// The formats for an option of the command line; also how such files end.
#define CODE_FORMATS "svg|png|pdf"

struct code {
    const struct symbol *symbol;
    const char *title;   // "Bürgerbüro: https://…", for people who do not see it
    const char *author;  // of a PDF
};

// SVG has a unit for each module; PNG whole pixels; PDF is as large as on an A4 poster. The code
// may be printed larger, down to MODULE_LEAST smaller.
bool code_write(const struct code *code, const char *format, const char *path,
                struct faults *faults);

// Another one for another address: whether a code that was printed still leads where it should.
uint32_t code_id(const char *address);
