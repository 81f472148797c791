// SPDX-License-Identifier: EUPL-1.2
// Any bytes as the register of printed sheets: what was read and saved is read again alike.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "print/register.h"
#include "require.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void put(const char *folder, const uint8_t *bytes, size_t size)
{
    char path[128];
    snprintf(path, sizeof path, "%s/" REGISTER_FILE, folder);
    FILE *file = fopen(path, "w");
    if (!file || fwrite(bytes, 1, size, file) != size || fclose(file) != 0)
        abort();
}

static bool is_alike(const struct print *a, const struct print *b)
{
    return strcmp(a->file, b->file) == 0 && strcmp(a->kind, b->kind) == 0 &&
           strcmp(a->subject, b->subject) == 0 && strcmp(a->size, b->size) == 0 && a->id == b->id &&
           date_compare(a->content, b->content) == 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    char folder[] = "/tmp/register.XXXXXX";
    if (!mkdtemp(folder))
        abort();
    put(folder, bytes, size);
    struct arena *arena = arena_new();
    struct faults faults = {0};
    struct prints read = {0}, again = {0};
    bool ok = register_load(&read, arena, folder, &faults);
    require(ok == (faults.errors == 0), "what is not read has a fault");
    if (ok) {
        require(register_save(&read, folder, &faults), "it is saved");
        require(register_load(&again, arena, folder, &faults), "and read again");
        require(read.count == again.count, "as many");
        for (size_t i = 0; i < read.count; i++)
            require(is_alike(&read.items[i], &again.items[i]), "and alike");
    }
    faults_free(&faults);
    arena_free(arena);
    folder_remove(folder);
    return 0;
}
