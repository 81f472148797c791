// SPDX-License-Identifier: EUPL-1.2
// From fingers to taps and drags. One finger counts; more than three are a palm.
#pragma once

#include <SDL.h>
#include <stdbool.h>

enum {
    SHORTEST_TOUCH = 40,  // ms; less is electrical noise
    FORGOTTEN = 10000,    // ms without a sign of life: its lifting was lost, or it is no finger
    MOST_CONTACTS = 3,    // two people may point; a palm has more
};

enum gesture_kind {
    GESTURE_NONE,
    GESTURE_DOWN,    // a finger rests on x, y
    GESTURE_TAP,     // lifted without having moved
    GESTURE_CANCEL,  // no tap will come of it
    GESTURE_DRAG,    // dy: how far it is from where it went down
    GESTURE_DROP,    // lifted after a drag; speed tells a flick
};

struct gesture {
    enum gesture_kind kind;
    int x, y, dy;  // px
    double speed;  // px per ms, downwards
};

struct fingers {
    int contacts;
    bool down, dragging;
    SDL_TouchID touch;
    SDL_FingerID finger;
    int x, y, last_y;
    uint64_t since, last, heard;  // ms
    double speed;
};

// What the event means; `slack` is how many px a finger may move and still tap.
struct gesture gesture_of(struct fingers *fingers, const SDL_TouchFingerEvent *event, int width,
                          int height, int slack, uint64_t now);
