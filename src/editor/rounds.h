// SPDX-License-Identifier: EUPL-1.2
// Checking again on each save: waits for one and tells which files have changed.
#pragma once

#include "base/option.h"

struct rounds;

// NULL and a fault if the folder cannot be watched. From here on Ctrl-C and SIGTERM end the rounds,
// not the program.
struct rounds *rounds_open(const char *folder, struct faults *faults);
void rounds_close(struct rounds *rounds);

// Waits until files have changed. `changed` lists those that differ from the last time or are gone,
// and the folder itself, so that it is never empty; its texts live until the next call. False: the
// round that was interrupted was the last.
bool rounds_next(struct rounds *rounds, struct option_texts *changed);
