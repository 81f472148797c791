// SPDX-License-Identifier: EUPL-1.2
#include "site/output.h"

#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"

enum { FILE_LIMIT = 16 * 1024 * 1024 };

static bool is_same(struct arena *arena, const char *path, const void *bytes, size_t length)
{
    struct faults unheard = {0};
    size_t was;
    const char *old = file_exists(path) ? file_read(arena, path, FILE_LIMIT, &was, &unheard) : NULL;
    faults_free(&unheard);
    return old && was == length && memcmp(old, bytes, length) == 0;
}

// False also where the file system knows no links: then it is written anew.
static bool keep(const struct output *output, const char *name, const void *bytes, size_t length)
{
    struct arena *arena = arena_new();
    const char *old = arena_print(arena, "%s/%s", output->before, name);
    const char *path = arena_print(arena, "%s/%s", output->folder, name);
    char *folder = arena_text(arena, path);
    *strrchr(folder, '/') = '\0';
    bool ok = is_same(arena, old, bytes, length) && folder_make(folder, output->faults) &&
              link(old, path) == 0;
    arena_free(arena);
    return ok;
}

bool output_put(struct output *output, const char *name, const void *bytes, size_t length)
{
    name = arena_text(output->arena, name);
    *list_add(output->arena, &output->files) =
        (struct output_file){name, hash_bytes(FNV_START, bytes, length)};
    if (output->before && keep(output, name, bytes, length))
        return true;
    struct arena *arena = arena_new();
    bool ok =
        file_put(arena_print(arena, "%s/%s", output->folder, name), bytes, length, output->faults);
    arena_free(arena);
    return ok;
}

const char *output_digest(const struct output *output, struct arena *arena, const char *prefix)
{
    uint64_t digest = FNV_START;
    for (size_t i = 0; i < output->files.count; i++) {
        const struct output_file *file = &output->files.items[i];
        if (strncmp(file->name, prefix, strlen(prefix)) != 0)
            continue;
        digest = hash_bytes(digest, file->name, strlen(file->name) + 1);
        digest = hash_bytes(digest, &file->digest, sizeof file->digest);
    }
    return arena_print(arena, "%016" PRIx64, digest);
}
