// SPDX-License-Identifier: EUPL-1.2
// Everything known about the visitor. Forgetting them is one assignment: `*visit = visit_new(usual);`
#pragma once

#include <stdbool.h>

#include "guide/guide.h"
#include "kiosk/action.h"

enum screen {
    SCREEN_ATTRACT,
    SCREEN_LANGUAGES,
    SCREEN_HOME,
    SCREEN_TOPIC,
    SCREEN_PAGE,
    SCREEN_OFFICE,
    SCREEN_EMERGENCY,
    SCREEN_SEARCH,
    SCREENS
};

struct waypoint {  // one place on the way through the guide
    enum screen screen;
    char id[ID_SIZE];  // topic, page, office; "" for the others
    int screenful;     // from 0
};

enum {
    HISTORY_SIZE = 64,
    COUNTDOWN = 30,  // seconds to answer: EN 301 549, 11.2.2.1 asks for at least 20
};

enum text_size { TEXT_M, TEXT_L, TEXT_XL, TEXT_SIZES };

// How the visitor wants to see it; gone with the visit.
struct comfort {
    enum text_size text;
    bool contrast;
    bool low_reach;  // what can be touched stands in the lower part of a portrait screen
    bool calm;       // nothing moves
};

// Which letters the on-screen keyboard has.
enum keyboard { KEYBOARD_OWN, KEYBOARD_GERMAN, KEYBOARD_DIGITS, KEYBOARDS };

enum { QUERY_SIZE = 64 };  // bytes of UTF-8 with the NUL

struct visit {
    char query[QUERY_SIZE];  // what is looked for
    enum keyboard keyboard;
    bool keyboard_away;  // the hits have the whole screen
    struct comfort comfort, usual;
    bool display;            // the sheet that changes the comfort is open
    char language[ID_SIZE];  // "" until one is chosen
    struct waypoint now;
    struct waypoint history[HISTORY_SIZE];  // the oldest is dropped when it is full
    int history_count;
    bool bilingual;        // the reader's language and German side by side
    bool wants_bilingual;  // asked for it in German; the language chosen next is the other one
    int marked;            // the row side by side that two people look at, from 1; 0: none
    char answer[ID_SIZE];  // the card that fills the screen; "": none
    bool asked;            // "Are you still there?"
    int seconds_left;      // of the countdown
};

// As the town's panel begins: `usual` is how its text looks before anybody has changed that.
struct visit visit_new(struct comfort usual);

// "M", "L", "XL"; false if there is no such size.
bool text_size_parse(const char *name, enum text_size *size);
const char *text_size_name(enum text_size size);

// "home", "page"
const char *screen_name(enum screen screen);

// What the action makes of the visit. False if it changes nothing. `screenfuls` of the scene
// that is shown bounds reading on.
bool visit_act(struct visit *visit, const struct action *action, int screenfuls);

// After a reload: steps that lead to what is gone are left out.
void visit_repair(struct visit *visit, const struct guide *guide);
