// SPDX-License-Identifier: EUPL-1.2
// Folding: what texts have in common when a search takes them for the same.
//
// One folding for all languages, for the visitor types one and finds another: a German term
// in a Ukrainian page, a Persian word on an Arabic keyboard. It merges too much rather than too
// little, as long as both sides are folded; it is never shown. In this order:
//
// - Compatibility decomposition (NFKD, UAX #15): ä is a and a diaeresis, Ａ is A, ﻻ is لا, ² is 2.
// - Case, by Unicode's simple mappings; besides ß is ss, ς is σ, İ ı I are all i.
// - Digits of any script are 0–9.
// - Marks vanish where they are diacritics, also those that tell letters apart: é e, ё е, й и, ї і,
//   ά α, the Arabic vowel signs and the hamza on its seat. What carries a vowel in Devanagari and
//   other scripts stays; its nukta vanishes.
// - Letters that Unicode does not decompose join their neighbours in the keyboard's or the
//   writer's eye: ł l, đ d, ø o, ґ г; in Arabic script the forms of alef, yeh, kaf, heh, waw and
//   the letters of Sorani and Pashto made from them (where CLDR's search collation has a row, in
//   root.xml, ours says the same; it lacks the letters of Kurdish, Pashto, Urdu); the Ethiopic
//   syllables that sound alike in Amharic. The lone hamza and the tatweel vanish.
// - ae, oe, ue are a, o, u everywhere, which makes Ä, AE and A alike as well as "neue" and "neu".
// - A nasal before a consonant and the anusvara are one in Hindi: हिन्दी, हिंदी.
// - What is invisible (script.h) vanishes: soft hyphens, ZWNJ, bidi controls.
// - All else that is neither letter nor number is a gap: one space between two words, none at
//   the ends; a text of signs alone is empty. Three exceptions:
//   - After a single letter full stop and hyphen vanish before a letter: B.A.M.F. is bamf, E-Mail
//     is email, E.ON is eon; but E.09 is e 09, Kita-Platz is kita platz.
//   - An apostrophe vanishes (п'ять, su'aal, don't) except after a single Latin letter, where
//     something was elided: l'emploi is l emploi.
//
// So that one can search while typing, the beginning of a text folds to the beginning of what
// the text folds to; only in Hindi not if it ends within a nasal and its virama.
#pragma once

#include "base/arena.h"

// Of valid UTF-8 gives valid UTF-8, at most 11 times as long (one character is a whole Arabic
// sentence, U+FDFA), in linear time. Folding it again changes nothing.
char *folded(struct arena *arena, const char *text);
