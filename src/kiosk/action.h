// SPDX-License-Identifier: EUPL-1.2
// What a touch does, as a plain value: it can be printed, scripted and replayed.
#pragma once

#include <stdbool.h>

enum { ID_SIZE = 64 };  // bytes of an id or a tag with its NUL

enum action_kind {
    ACTION_NONE,
    ACTION_LANGUAGES,  // open the picker
    ACTION_LANGUAGE,   // id: a tag
    ACTION_HOME,
    ACTION_TOPIC,   // id
    ACTION_PAGE,    // id
    ACTION_OFFICE,  // id
    ACTION_EMERGENCY,
    ACTION_BACK,
    ACTION_READ_ON,    // the next screenful
    ACTION_READ_BACK,  // the one before
    ACTION_TOP,        // the first
    ACTION_BILINGUAL,  // side by side with German, and back to one language
    ACTION_MARK,       // id: number of a row side by side; the same again unmarks it
    ACTION_ANSWER,     // id: "yes", "no", "repeat", "write"; the same again puts it away
    ACTION_SEARCH,     // open the search, or the keyboard again
    ACTION_TYPE,       // id: text; a first "\b" takes away the character before
    ACTION_ERASE,      // the last character
    ACTION_CLEAR,      // the whole query
    ACTION_KEYBOARD,   // id: "own", "german", "digits"
    ACTION_FIND,       // put the keyboard away
    ACTION_DISPLAY,    // opens and closes the sheet with the next four
    ACTION_TEXT_SIZE,  // id: "M", "L", "XL"
    ACTION_CONTRAST,   // these three: on and off
    ACTION_LOW_REACH,
    ACTION_CALM,
    ACTION_STAFF,   // the staff's way: this and the next four
    ACTION_DIGIT,   // id: "0" … "9"
    ACTION_UNLOCK,  // the PIN is complete
    ACTION_RELOAD,
    ACTION_QUIT,
    ACTION_STAY,  // answer to the countdown
    ACTION_END,   // forget the visit
    ACTION_KINDS
};

struct action {
    enum action_kind kind;
    char id[ID_SIZE];  // "" where the kind has none
};

struct action action_of(enum action_kind kind, const char *id);  // id may be NULL
bool action_equal(const struct action *a, const struct action *b);

// "page:registration", "back"; false if the text names no action.
bool action_parse(const char *text, struct action *action);
const char *action_name(enum action_kind kind);
