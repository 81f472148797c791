// SPDX-License-Identifier: EUPL-1.2
// Where the program's own files lie: PREFIX/share/wegweiser, found from the running program, so
// that an installed tree may be moved and a built one runs in place.
#pragma once

#include "base/arena.h"

// "icons/siren.svg" to its path; the file need not exist. Valid as long as the arena.
const char *installed_path(struct arena *arena, const char *name);

// An icon's SVG: one of ours, else one of Bootstrap Icons. The file need not exist.
const char *installed_icon(struct arena *arena, const char *name);
