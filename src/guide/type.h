// SPDX-License-Identifier: EUPL-1.2
// What may stand in an attribute or an element without children: dates, phone numbers, addresses.
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum type {
    TYPE_NONE,    // no text at all
    TYPE_WORDS,   // text with inline elements
    TYPE_ANY,     // may be empty
    TYPE_CHOICE,  // one word of a list that the vocabulary names
    TYPE_TEXT,    // not empty
    TYPE_ID,
    TYPE_DATE,
    TYPE_VERIFIED,  // a date that must not be in the future
    TYPE_CLOCK,
    TYPE_DAYS,
    TYPE_WEEKS,
    TYPE_URL,
    TYPE_WEB,   // a URL that a browser opens
    TYPE_BASE,  // the same without a slash at the end
    TYPE_EMAIL,
    TYPE_PHONE,
    TYPE_NUMBER,
    TYPE_MONTHS,
    TYPE_FLOOR,
    TYPE_LATITUDE,
    TYPE_LONGITUDE,
    TYPE_POSTCODE,
    TYPE_LANGUAGE,
    TYPE_LANGUAGES,
    TYPE_TIMEZONE,
    TYPE_DIGESTS,
    TYPES
};

// Whether the text is of that type; true for types without a syntax of their own.
bool type_fits(enum type type, const char *text);

const char *type_misfit(enum type type);   // "no date", in the user's language
const char *type_example(enum type type);  // "2026-11-20"; NULL: none

// Of types that are lists: "no day"; NULL: it is none. Their first word that is no such item, and
// that stands twice, cut to `room`; false: there is none.
const char *type_item(enum type type);
bool type_find_unfit(enum type type, const char *text, char *word, size_t room);
bool type_find_twice(enum type type, const char *text, char *word, size_t room);

// The next word of a list set apart by spaces, cut to `room`; returns what follows it, NULL
// after the last one.
const char *type_word(const char *text, char *word, size_t room);

int type_day(const char *word);                          // "mo" to enum weekday; -1: none
int type_choice(const char *choices, const char *text);  // its index in the list; -1: none
