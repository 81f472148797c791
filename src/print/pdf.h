// SPDX-License-Identifier: EUPL-1.2
// What Cairo 1.16 cannot put into a PDF.
#pragma once

#include <stdbool.h>

#include "base/buf.h"

// Tells readers the language of the text (BCP 47) and to show the title instead of the file's
// name. False, and the file as it was, if it is not laid out as Cairo 1.16 does.
bool pdf_set_language(struct buf *pdf, const char *tag);
