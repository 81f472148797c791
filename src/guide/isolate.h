// SPDX-License-Identifier: EUPL-1.2
// Isolates: what runs from left to right inside right-to-left words keeps its order there.
//
// Values and German terms are pieces of their own, which text/paragraph.h isolates. This is for
// what editors type into a sentence: phone numbers, times, dates, amounts, web and e-mail
// addresses. Each gets U+2066 before it and U+2069 behind it (UAX #9, LRI … PDI), without which
// "+49 4921 87-0" would read "87-0 4921 49+" after an Arabic letter. Digits alone keep their order
// anyway, and so do numbers behind Latin words ("Zimmer 12"), which run on with these.
#pragma once

#include "base/arena.h"

// For text of a right-to-left language; others need none. Glue may be in the text already.
const char *isolated(struct arena *arena, const char *text);
