// SPDX-License-Identifier: EUPL-1.2
// Sleeps in the kernel until something changes in a folder or below it.
#pragma once

#include <stdbool.h>

#include "base/fault.h"

struct changes;

// The folder itself may be a link, be replaced or go and come back. NULL if it cannot be watched.
struct changes *changes_open(const char *folder);
void changes_close(struct changes *changes);

// True when files have changed and then been quiet for 200 ms (one save is several changes); false
// when the file descriptor `stop` can be read. Dot files do not count: they are editors' business.
bool changes_wait(struct changes *changes, int stop);
