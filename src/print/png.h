// SPDX-License-Identifier: EUPL-1.2
// Pictures of whole pixels, for programs that take no vectors.
#pragma once

#include <stdbool.h>

#include "base/fault.h"
#include "qr/symbol.h"

// A QR code with its quiet zone, `module` px for each module, black on white.
bool symbol_png(const struct symbol *symbol, int module, const char *path, struct faults *faults);
