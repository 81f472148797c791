// SPDX-License-Identifier: EUPL-1.2
// Where the kiosk's content comes from: the editors' folder, and where that has faults, what was good
// before, of which a copy is kept for the next start.
#pragma once

#include <stdio.h>

#include "guide/guide.h"
#include "kiosk/report.h"

struct content;

// `state` is the folder for the copy; NULL: none is kept. Both are copied.
struct content *content_open(const char *folder, const char *state);
void content_close(struct content *content);

// $STATE_DIRECTORY, as systemd sets it, else wegweiser/ in XDG's folder for state. NULL: there is none.
const char *content_state_folder(struct arena *arena);

// Reads the folder. NULL if it has faults, which are written to `log` (unless it is NULL) and told in the
// report. As at every start no date is judged: the clock may be behind.
struct guide *content_read(struct content *content, FILE *log);

// The copy of what was good before; NULL if there is none.
struct guide *content_read_kept(const struct content *content);

// Makes the copy of what content_read() has found good, in a thread of its own: a disk may take its time.
// That it cannot be made is told on stderr, once.
void content_keep(struct content *content);

// Borrowed, until the next call.
const struct content_report *content_report(const struct content *content);
const char *content_folder(const struct content *content);
