// SPDX-License-Identifier: EUPL-1.2
// A document in two languages, sentence beside sentence, for two people who point at them. Each
// pair has a number, counted from 1: the same on the screen and on paper.
#pragma once

#include "guide/guide.h"

// Two blocks, or two words of the program.
struct pair {
    const struct pieces *own, *other;  // NULL: the words
    const char *own_text, *other_text;
    bool bold, outdated;
};

struct pairs {
    struct pair *items;
    size_t count, room;
};

// `own` and `other` are the words of one document, a translation and its original or the same;
// `office` is what they are of, NULL for a page. The program's words are in `language` and in that of
// `other`. What leads to other pages is left out, and so are the tags of German terms: these stand
// opposite. Lives as long as the arena.
struct pairs pairs_build(struct arena *arena, const struct guide *guide,
                         const struct language *language, const struct words *own,
                         const struct words *other, const struct office *office);
