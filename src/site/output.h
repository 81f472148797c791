// SPDX-License-Identifier: EUPL-1.2
// The files of a web guide while it is written, beside the guide of yesterday: a file whose bytes
// have not changed is that of yesterday, under another name (link(2)), with its time.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/fault.h"

struct output_file {
    const char *name;  // below the folder: "de/p/registration/index.html"
    uint64_t digest;
};

// `struct output output = {.folder = …, .arena = arena_new()};`
struct output {
    const char *folder;   // is filled
    const char *before;   // the guide that it will replace; NULL: there is none
    struct arena *arena;  // of the list
    LIST(struct output_file) files;
    struct faults *faults;
};

// False and a fault if it cannot be written.
bool output_put(struct output *output, const char *name, const void *bytes, size_t length);

// Of all files until now, or of those whose names begin with `prefix`: "a1b2c3d4e5f60718".
const char *output_digest(const struct output *output, struct arena *arena, const char *prefix);
