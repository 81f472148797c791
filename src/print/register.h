// SPDX-License-Identifier: EUPL-1.2
// Which sheets were printed into a folder, and what was on them: FOLDER/register.tsv, for finding
// those on the walls that the content has left behind. A spreadsheet opens it.
#pragma once

#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/fault.h"

struct print {
    const char *file;     // its name in the folder
    const char *kind;     // "poster", "flyer"
    const char *subject;  // the id of an office, "guide", the tag of a language
    const char *size;
    uint32_t id;          // of what is on it, also printed on it
    struct date content;  // the newest fact of the guide then
};

struct prints {
    struct print *items;
    size_t count, room;
};

#define REGISTER_FILE "register.tsv"

// False and faults if there is one that cannot be read; an absent one is empty. Texts lie in the
// arena.
bool register_load(struct prints *prints, struct arena *arena, const char *folder,
                   struct faults *faults);

// In place of what was known of the same file. Its texts are not copied.
void register_set(struct prints *prints, struct arena *arena, struct print print);

// Sets and saves.
bool register_add(struct prints *prints, struct arena *arena, const char *folder,
                  struct print print, struct faults *faults);
bool register_save(const struct prints *prints, const char *folder, struct faults *faults);
