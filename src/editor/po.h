// SPDX-License-Identifier: EUPL-1.2
// PO files, as translators' editors and servers know them: the only house of libgettextpo.
#pragma once

#include "base/arena.h"
#include "base/fault.h"

struct po_entry {
    const char *context, *original, *translation;  // never NULL
    bool fuzzy;
    const char *note;  // for the translator; only written
    const char *file;  // where the original stands; only written
    int line;          // in it
    struct place context_at, original_at, translation_at;  // in the PO file; only read
};

struct po {
    const char *project, *revised, *language, *plural;  // of the header; only language is read
    LIST(struct po_entry) entries;
};

// False and faults if the file is no PO file in UTF-8. Lives in the arena. Obsolete entries are
// left out.
bool po_read(struct po *po, struct arena *arena, const char *path, struct faults *faults);

// As a message may quote what stands in such a file: short, and nothing in it steers a terminal.
const char *po_quoted(struct arena *arena, const char *text);

// Whole or not at all; the arena is only worked in.
bool po_write(const struct po *po, struct arena *arena, const char *path, struct faults *faults);
