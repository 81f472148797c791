// SPDX-License-Identifier: EUPL-1.2
// Files and folders, read with limits and written whole or not at all.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/fault.h"

// A regular file of at most `limit` bytes, NUL-terminated (the NUL is not counted). NULL and a
// fault if it cannot be read, is larger, or is no regular file (a pipe would block for ever).
// Symbolic links are followed.
char *file_read(struct arena *arena, const char *path, size_t limit, size_t *length,
                struct faults *faults);

bool file_exists(const char *path);
bool folder_exists(const char *path);

// Whether two names lead to one file.
bool file_is_same(const char *a, const char *b);

// Written beside its target, synced, renamed: whole or not at all. Makes missing folders.
bool file_write(const char *path, const void *bytes, size_t length, struct faults *faults);

// The same in a folder that nobody reads yet, where a half-written file does no harm. Before the
// folder takes its place, folder_sync() brings all of them to the disk at once.
bool file_put(const char *path, const void *bytes, size_t length, struct faults *faults);
bool folder_sync(const char *path, struct faults *faults);

// All of them or, where one cannot be written, none, and no folder that was made for them: renamed
// only when all are on the disk.
struct file_text {
    const char *path;
    const char *text;
    size_t length;  // bytes
};
bool files_write(const struct file_text *files, size_t count, struct faults *faults);

// What a link leads to, to be written in its place, so that it stays a link; else the path itself.
const char *file_target(struct arena *arena, const char *path);

// mkdir -p
bool folder_make(const char *path, struct faults *faults);

// The names in a folder, sorted by bytes, without those that start with a dot. An absent
// folder is empty.
struct names {
    const char **items;
    size_t count, room;
};
struct names folder_names(struct arena *arena, const char *path);

// Puts a folder built beside its target in the target's place; an older one is removed. `built`
// must be on the same file system; on failure it is removed and the target is as it was.
bool folder_replace(const char *built, const char *path, struct faults *faults);
void folder_remove(const char *path);

// The folder's files and folders, without those whose names start with a dot, as `to`, which must not be
// there yet; on the disk when it returns. What is neither file nor folder is left out.
bool folder_copy(const char *from, const char *to, struct faults *faults);
