// SPDX-License-Identifier: EUPL-1.2
// Everything known about the visitor. Forgetting them is one assignment: `*visit = visit_new();`
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

struct visit {
    char language[ID_SIZE];  // "" until one is chosen
    struct waypoint now;
    struct waypoint history[HISTORY_SIZE];  // the oldest is dropped when it is full
    int history_count;
    bool asked;        // "Are you still there?"
    int seconds_left;  // of the countdown
};

struct visit visit_new(void);

// "home", "page"
const char *screen_name(enum screen screen);

// What the action makes of the visit. False if it changes nothing. `screenfuls` of the scene
// that is shown bounds reading on.
bool visit_act(struct visit *visit, const struct action *action, int screenfuls);

// After a reload: steps that lead to what is gone are left out.
void visit_repair(struct visit *visit, const struct guide *guide);
