// SPDX-License-Identifier: EUPL-1.2
#include "base/install.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

#define BOOTSTRAP_ICONS "/usr/share/bootstrap-icons/svg"

const char *installed_path(struct arena *arena, const char *name)
{
    char program[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    program[length > 0 ? length : 0] = '\0';
    char *slash = strrchr(program, '/');
    if (slash)
        *slash = '\0';
    const char *beside = arena_print(arena, "%s/share/wegweiser", program);
    if (folder_exists(beside))
        return arena_print(arena, "%s/%s", beside, name);
    return arena_print(arena, "%s/../share/wegweiser/%s", program, name);
}

const char *installed_icon(struct arena *arena, const char *name)
{
    const char *own = installed_path(arena, arena_print(arena, "icons/%s.svg", name));
    return file_exists(own) ? own : arena_print(arena, BOOTSTRAP_ICONS "/%s.svg", name);
}
