// SPDX-License-Identifier: EUPL-1.2
// The names of content files, as the user would write them.
#pragma once

#include "base/arena.h"

// "content" and "guide.xml" to "content/guide.xml"; "content/" gives no second slash, "." none.
const char *content_path(struct arena *arena, const char *folder, const char *name);
