// SPDX-License-Identifier: EUPL-1.2
// How many syllables a German word has.
#pragma once

#include <stddef.h>

// At least 1. A syllable for each vowel or diphthong, where no exception is known; a number has one,
// however long, and of letters that are read one by one ("ID", "EU") each has one. Soft hyphens and
// joiners do not count. `length` is in bytes of UTF-8.
size_t syllables(const char *word, size_t length);
