// SPDX-License-Identifier: EUPL-1.2
// The glossary of a language: which word stands for which German administrative term. It keeps
// translators to one word for one thing; readers see it only through the texts.
#pragma once

#include "guide/guide.h"
#include "guide/xml.h"

struct glossary_entry {
    const char *german;
    const char *word;          // as a dictionary has it
    LIST(const char *) forms;  // folded (text/fold.h): the word and its other forms in the texts
    struct place place;
};

struct glossary {
    LIST(struct glossary_entry) entries;
};

// Of a root element that vocabulary_check() has seen. Lives in the arena; warns of a term that has
// two entries.
struct glossary *glossary_read(struct arena *arena, const struct node *root, struct faults *faults);

// NULL: it has no such entry. Soft hyphens, case and no-break glue do not count.
const struct glossary_entry *glossary_find(const struct glossary *glossary, struct arena *arena,
                                           const char *german);

// Warns where a block lacks a term that is marked in its German original, and of terms that have
// no entry or are translated unlike it.
void glossary_check(const struct glossary *glossary, struct arena *arena,
                    const struct block *german, const struct block *translation,
                    struct faults *faults);
