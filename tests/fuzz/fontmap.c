// SPDX-License-Identifier: EUPL-1.2
// Any bytes as the font map.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sys/mman.h>
#include <unistd.h>

#include "text/fontmap.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    char path[64];
    int fd = memfd_create("map", MFD_CLOEXEC);
    if (fd < 0 || write(fd, bytes, size) != (ssize_t)size)
        abort();
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    struct arena *arena = arena_new();
    struct faults faults = {0};
    struct fontmap map = {0};
    if (fontmap_load(&map, arena, path, &faults) != (faults.errors == 0))
        abort();
    if (faults.errors == 0 && fontmap_row(&map, "ur", "Aran", LEADING_LABEL) >= map.rows.count)
        abort();
    faults_free(&faults);
    arena_free(arena);
    close(fd);
    return 0;
}
