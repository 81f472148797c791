// SPDX-License-Identifier: EUPL-1.2
// Plain German: how hard a text is to read, and which sentences are too long.
//
// The index is the first Wiener Sachtextformel: Richard Bamberger and Erich Vanecek, "Lesen –
// Verstehen – Lernen – Schreiben. Die Schwierigkeitsstufen von Texten in deutscher Sprache", Vienna
// 1984:
//
//     0.1935 MS + 0.1672 SL + 0.1297 IW − 0.0327 ES − 0.875
//
// MS: words of three and more syllables, IW: of more than six letters, ES: of one syllable, each in
// per cent; SL: words in a sentence on average. It reads as the school year that understands the text:
// 4 is very easy, 15 very hard.
//
// Running text alone counts: titles, headings and links are no sentences.
#pragma once

#include "guide/guide.h"

struct readability {
    double index;
    size_t words, sentences;
    int longest;  // words of the longest sentence
};

// All 0 if there is no running text.
struct readability readability_of(const struct words *words);

// Hints for the German texts, `de` and `de-simple`: each sentence that is too long, and each text whose
// index is too high.
void readability_check(const struct guide *guide, struct faults *faults);

// Whether the index can be told of that language.
bool readability_applies(const struct language *language);
