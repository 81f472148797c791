// SPDX-License-Identifier: EUPL-1.2
// The names of content files.
#pragma once

#include <stdbool.h>

#include "base/arena.h"

// As the user would write it: "content" and "guide.xml" to "content/guide.xml"; "content/" gives
// no second slash, "." none.
const char *content_path(struct arena *arena, const char *folder, const char *name);

bool path_is_xml(const char *path);                          // ends in ".xml"
const char *path_id(struct arena *arena, const char *file);  // "registration.xml" to its id

// Whatever it is, even a link that leads nowhere: it shall be reported, not overlooked.
bool path_exists(const char *path);
