// SPDX-License-Identifier: EUPL-1.2
// Search: pages and offices by words of one language and of German, for the visitor may have read
// the word on a door or a letter.
//
// Case, diacritics, ae/oe/ue and the letter variants of Arabic do not count (text/fold.h); the last
// word of a query may be unfinished; a word may be misspelt: one letter in four, two in seven
// (left out, put in, another one, two exchanged). Nor do short words count that a language writes
// together with the next: the Arabic article, "of" in Amharic.
//
// A word weighs most in a title or name, then in a purpose, heading, term, lead or topic, least in
// running text, and more as typed than nearly so. Measured against the best hit, less than a third
// is weak, and of weak hits there are three at most; less than a tenth is none. So where a page is
// named like the query, those that merely mention it are few and come last, and those that have
// only a word like it fall away.
#pragma once

#include "guide/guide.h"

struct search;

struct hit {  // one of the two; the other is NULL
    const struct page *page;
    const struct office *office;
    double score;
};

// The language by its index in guide->languages. Never NULL; the guide must outlive it.
struct search *search_new(const struct guide *guide, int language);
void search_free(struct search *search);

// The best first; ties in the order of the guide. Every word of the query is found in a hit.
// Returns how many there are, at most `most`; none for a query without a letter.
size_t search_find(const struct search *search, const char *query, struct hit *hits, size_t most);

// The index, for a search that runs elsewhere: assets/site/search.js finds what search_find() does.
struct search_word {
    const char *text;  // folded
    double weight;
};
struct search_entry {
    struct hit of;
    const char *titles[2];  // folded and bare, in the language and in German
    LIST(struct search_word) words;
};
const struct search_entry *search_entries(const struct search *search, size_t *count);

// What the language writes together with the next word, the longest first, up to the one without
// a text; `rest` is how many code points must stay of a word.
struct search_prefix {
    const char *text;  // folded
    int rest;
};
const struct search_prefix *search_prefixes(const struct search *search);

// How many bytes of the word, from its start, the query's words match: what a list marks. 0: none.
// An Arabic article does not count, in whatever language: the list is of hits.
size_t search_match(const char *query, const char *word);
