// SPDX-License-Identifier: EUPL-1.2
// The characters of a content file that visitors see, one by one, with their places.
//
// Expat tells where a text or a tag begins, but not where in an attribute a character stands.
#pragma once

#include <stdint.h>

#include "guide/xml.h"

struct characters {
    struct place place;  // of the one that characters_next() returned last
    struct place next;
    const char *at;
    const char *attribute;  // in a tag: the last word outside quotation marks
    bool tag, cdata;
    char quote;  // the mark that will end the value; 0: outside values
};

// A file that xml_read() took before. False and a fault if it cannot be read any more. It is read
// into the arena.
bool characters_open(struct characters *characters, struct arena *arena, const char *path,
                     struct faults *faults);

// The next character, raw or as a reference, with the ASCII of the markup between, but without
// comments, instructions and where facts come from (`source`, `owner`); 0: the end.
uint32_t characters_next(struct characters *characters);
