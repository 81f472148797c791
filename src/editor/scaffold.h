// SPDX-License-Identifier: EUPL-1.2
// What a new page, office or language begins with: files from assets/scaffold and their entry in
// guide.xml. Nothing that is there is overwritten; all files are written or none.
#pragma once

#include "base/option.h"
#include "guide/guide.h"

struct made {
    const char *path;  // as the user would name it
    const char *bytes;
    size_t length;
    bool changed;  // was there before
};

// `struct scaffold s = {arena, guide, faults};`: all live as long as the arena.
struct scaffold {
    struct arena *arena;
    const struct guide *guide;  // without faults
    struct faults *faults;
    LIST(struct made) files;  // in the order of writing; guide.xml comes last
};

// Each prepares the files; false and faults: nothing can be made. The first topic is a page's
// home, the others show it, too.
bool scaffold_page(struct scaffold *scaffold, const char *id, const struct option_texts *topics);
bool scaffold_office(struct scaffold *scaffold, const char *id, const struct option_texts *topics);
bool scaffold_language(struct scaffold *scaffold, const char *tag,
                       const struct option_texts *topics);

bool scaffold_write(struct scaffold *scaffold);
