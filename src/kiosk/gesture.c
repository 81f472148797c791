// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/gesture.h"

#include <stdlib.h>

static bool is_ours(const struct fingers *fingers, const SDL_TouchFingerEvent *event)
{
    return fingers->down && fingers->finger == event->fingerId && fingers->touch == event->touchId;
}

static struct gesture go_down(struct fingers *fingers, const SDL_TouchFingerEvent *event, int x,
                              int y, uint64_t now)
{
    struct gesture gesture = {.x = x, .y = y};
    fingers->contacts++;
    if (fingers->down && fingers->contacts > MOST_CONTACTS) {
        fingers->down = fingers->dragging = false;
        gesture.kind = GESTURE_CANCEL;
    } else if (!fingers->down && fingers->contacts == 1) {
        *fingers = (struct fingers){1,   true, false, event->touchId, event->fingerId, x, y, y, now,
                                    now, now,  0};
        gesture.kind = GESTURE_DOWN;
    }
    return gesture;
}

static struct gesture move(struct fingers *fingers, int x, int y, int slack, uint64_t now)
{
    int dy = y - fingers->y;
    if (!fingers->dragging && abs(dy) <= slack && abs(x - fingers->x) <= slack)
        return (struct gesture){0};
    fingers->dragging = true;
    if (now > fingers->last) {
        fingers->speed = (y - fingers->last_y) / (double)(now - fingers->last);
        fingers->last = now;
        fingers->last_y = y;
    }
    return (struct gesture){GESTURE_DRAG, x, y, dy, fingers->speed};
}

static struct gesture lift(struct fingers *fingers, int x, int y, uint64_t now)
{
    struct gesture gesture = {GESTURE_TAP, x, y, y - fingers->y, fingers->speed};
    bool dragged = fingers->dragging;
    fingers->down = fingers->dragging = false;
    if (dragged) {
        gesture.kind = GESTURE_DROP;
        if (now - fingers->last > 100)
            gesture.speed = 0;  // it had come to rest
    } else if (now - fingers->since < SHORTEST_TOUCH) {
        gesture.kind = GESTURE_CANCEL;
    }
    return gesture;
}

struct gesture gesture_of(struct fingers *fingers, const SDL_TouchFingerEvent *event, int width,
                          int height, int slack, uint64_t now)
{
    int x = (int)(event->x * (float)width), y = (int)(event->y * (float)height);
    bool forgotten = event->type == SDL_FINGERDOWN && now - fingers->heard > FORGOTTEN;
    if (forgotten)
        *fingers = (struct fingers){0};
    fingers->heard = now;
    switch (event->type) {
    case SDL_FINGERDOWN:
        return go_down(fingers, event, x, y, now);
    case SDL_FINGERMOTION:
        return is_ours(fingers, event) ? move(fingers, x, y, slack, now) : (struct gesture){0};
    case SDL_FINGERUP:
        if (fingers->contacts > 0)
            fingers->contacts--;
        return is_ours(fingers, event) ? lift(fingers, x, y, now) : (struct gesture){0};
    }
    return (struct gesture){0};
}
