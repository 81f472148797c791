// SPDX-License-Identifier: EUPL-1.2
#include "guide/path.h"

#include <string.h>
#include <sys/stat.h>

const char *content_path(struct arena *arena, const char *folder, const char *name)
{
    size_t length = strlen(folder);
    while (length > 1 && folder[length - 1] == '/')
        length--;
    if (length == 1 && *folder == '.')
        return arena_text(arena, name);
    return arena_print(arena, "%.*s/%s", (int)length, folder, name);
}

bool path_is_xml(const char *path)
{
    size_t length = strlen(path);
    return length >= 4 && strcmp(path + length - 4, ".xml") == 0;
}

const char *path_id(struct arena *arena, const char *file)
{
    return arena_copy(arena, file, strlen(file) - strlen(".xml"));
}

bool path_exists(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}
