// SPDX-License-Identifier: EUPL-1.2
// What the commands that print into a folder have in common: guide, fonts, the folder's register.
#pragma once

#include "cmd/command.h"
#include "print/edition.h"
#include "print/fonts.h"
#include "print/register.h"
#include "text/fontmap.h"

struct printing {
    struct arena *arena;
    struct guide *guide;
    const char *folder;
    struct fontmap map;
    struct fonts *fonts;
    struct prints prints;
    struct faults faults;
};

// False if anything of it cannot be read. Either way it ends with printing_finish().
bool printing_open(struct printing *printing, const struct common *common, const char *folder);

// The languages that are asked for, by their index in the guide: those tags, or all that are offered.
// Others are faults, and left out.
struct chosen_languages {
    LIST(int) list;
};
struct chosen_languages printing_languages(struct printing *printing,
                                           const struct option_texts *tags, bool all);

// Where a sheet of that name lies.
const char *printing_path(const struct printing *printing, const char *name);

// Enters a sheet that was written. The register is saved each time: a run that is killed has not
// lost what it printed.
void printing_enter(struct printing *printing, struct print print);

// Writes an edition as KIND-SUBJECT.pdf and enters it. The subject is its language, "uk", or with the
// one beside it, "uk+de".
void printing_edition(struct printing *printing, const struct edition *edition);

// Writes the faults to stderr.
enum status printing_finish(struct printing *printing);
