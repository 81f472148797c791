// SPDX-License-Identifier: EUPL-1.2
// Sentences and words of German running text.
//
// UAX #29 ends a sentence behind "z. B." and "am 1." when a noun follows, and German nouns have
// capitals: here abbreviations and ordinals are known.
#pragma once

#include <stdbool.h>
#include <stddef.h>

// A stretch of a longer text, without white space at its ends; bytes of UTF-8.
struct extract {
    const char *text;
    size_t length;
};

// The next sentence of *text, which moves past it; false: none is left. The end of the text ends a
// sentence, whatever stands there.
bool sentence_next(const char **text, struct extract *sentence);

// The next word of what is left of a sentence, which gets shorter by it; false: none is left. A word
// stands between spaces and has a letter or a digit: "E-Mail", "8:00–12:30" are one.
bool word_next(struct extract *sentence, struct extract *word);
