// SPDX-License-Identifier: EUPL-1.2
// A content file as its translator sees it: passages, the words of one block each as they stand in
// the XML source. Of a glossary they are the words of its entries.
#pragma once

#include "guide/rules.h"
#include "guide/xml.h"

struct passage {
    const char *path;   // names it, as long as nothing is put before it: "steps/step[2]/p"
    const char *label;  // the same in German words, for people: "Schritt 2, Absatz"
    const char *words;  // with their markup, white space folded and trimmed
    size_t start, end;  // of them in the file's bytes, without the white space around
    struct place place;
};

struct source {
    const char *path, *bytes;
    size_t length;
    const struct node *root;
    LIST(struct passage) passages;  // in the order of the file
};

// A file that the guide was loaded from, living in the arena; NULL and a fault if it was changed
// meanwhile and cannot be read.
struct source *source_read(struct arena *arena, const char *path, enum file_kind kind,
                           struct faults *faults);
struct source *source_parse(struct arena *arena, const char *path, const char *bytes, size_t length,
                            enum file_kind kind, struct faults *faults);

// White space folded and trimmed, as in `words`.
const char *passage_words(struct arena *arena, const char *bytes, size_t length);
