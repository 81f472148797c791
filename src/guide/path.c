// SPDX-License-Identifier: EUPL-1.2
#include "guide/path.h"

#include <string.h>

const char *content_path(struct arena *arena, const char *folder, const char *name)
{
    size_t length = strlen(folder);
    while (length > 1 && folder[length - 1] == '/')
        length--;
    if (length == 1 && *folder == '.')
        return arena_text(arena, name);
    return arena_print(arena, "%.*s/%s", (int)length, folder, name);
}
