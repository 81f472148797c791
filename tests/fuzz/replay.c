// SPDX-License-Identifier: EUPL-1.2
// Runs a fuzz target without libFuzzer on files, and on all files of folders.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static bool replay(const char *path)
{
    struct arena *arena = arena_new();
    struct faults faults = {0};
    size_t size;
    const char *bytes = file_read(arena, path, 16 * 1024 * 1024, &size, &faults);
    uint8_t *exact = malloc(size ? size : 1);  // so that the sanitizer sees a step too far
    if (!exact)
        memory_exhausted();
    for (size_t i = 0; bytes && i < size; i++)
        exact[i] = (uint8_t)bytes[i];
    if (bytes)
        LLVMFuzzerTestOneInput(exact, size);
    free(exact);
    faults_write(&faults, stderr);
    faults_free(&faults);
    arena_free(arena);
    return bytes;
}

static size_t replay_folder(const char *folder, bool *ok)
{
    struct arena *arena = arena_new();
    struct names names = folder_names(arena, folder);
    for (size_t i = 0; i < names.count; i++)
        *ok &= replay(arena_print(arena, "%s/%s", folder, names.items[i]));
    arena_free(arena);
    return names.count;
}

int main(int argc, char **argv)
{
    size_t count = 0;
    bool ok = true;
    for (int i = 1; i < argc; i++) {
        if (folder_exists(argv[i]))
            count += replay_folder(argv[i], &ok);
        else
            ok &= replay(argv[i]), count++;
    }
    printf("%zu inputs replayed\n", count);
    return ok && count ? 0 : 1;
}
