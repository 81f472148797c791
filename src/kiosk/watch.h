// SPDX-License-Identifier: EUPL-1.2
// Watches the content folder: a thread that sleeps in the kernel until something changes there.
#pragma once

#include <stdint.h>

#include "base/fault.h"

struct watch;

// Pushes an SDL event of that type when the files below `folder` have changed and then been
// quiet for 200 ms (one save is several changes). NULL and a fault if it cannot watch.
struct watch *watch_open(const char *folder, uint32_t event_type, struct faults *faults);
void watch_close(struct watch *watch);
