// SPDX-License-Identifier: EUPL-1.2
// The web guide: static files from one guide, for any web server.
#pragma once

#include <stdbool.h>

#include "base/fault.h"
#include "guide/guide.h"
#include "site/staff.h"

// Fills a folder, which need not exist. With sheets (NULL: none), which lie there already, it has a
// page for the staff. The same guide gives the same bytes; of the guide that
// stands in `before` (NULL: none) unchanged files are taken over. False and a fault if a file could
// not be written or one of our own is missing.
bool site_write(const struct guide *guide, const struct staff_sheets *sheets, const char *folder,
                const char *before, struct faults *faults);

// Whether a folder holds a web guide that site_write() made.
bool site_is_in(const char *folder);
