// SPDX-License-Identifier: EUPL-1.2
// A screen as data: what to draw, what can be touched, what can be read. Positions are px.
//
// A scene is built from the guide and the visit, painted by paint.c, and printed by the tests.
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/date.h"
#include "kiosk/action.h"
#include "kiosk/theme.h"
#include "qr/symbol.h"
#include "text/paragraph.h"

struct rect {
    int x, y, w, h;
};

enum draw_kind {
    DRAW_RECT,
    DRAW_ROUND,    // radius
    DRAW_POLYGON,  // corners in box coordinates
    DRAW_RING,     // from 12 o'clock, clockwise
    DRAW_RUN,      // text; box is where its ink should be
    DRAW_ICON,     // scaled to the box
    DRAW_SYMBOL,   // QR code, without its quiet zone; modules of `module` px
};

enum { POLYGON_CORNERS = 6 };

struct draw {
    enum draw_kind kind;
    bool scrolls;  // moves with the scrolling part of the screen
    struct rect box;
    uint32_t colour;  // 0xRRGGBBAA
    union {
        int radius;
        struct {
            float x[POLYGON_CORNERS], y[POLYGON_CORNERS];
            int count;
        } polygon;
        struct {
            double part;  // 0 … 1
            int width;
        } ring;
        struct {
            const struct run *run;
            double size;   // px, before the script's own factor
            int baseline;  // y
        } text;
        struct {
            const char *name;
            bool mirrored;
        } icon;
        struct {
            const struct symbol *symbol;
            int module;
        } code;
    };
};

// In the order in which a key goes through them.
enum zone { ZONE_CONTENT, ZONE_FOOT, ZONE_BAR, ZONE_TOP, ZONES };

struct target {
    struct rect box;  // reaches to the middle of the gap to its neighbours
    struct action action;
    bool scrolls;
    enum zone zone;
};

// One paragraph as a person reads it, in logical order.
struct legend {
    const char *text;
    const struct language *language;
    struct rect box;
    bool scrolls;
    bool torn;  // a word did not fit a line and was broken where none may be
};

// The part of the screen that is longer than the screen. It rests only where a block begins.
struct scroll {
    struct rect view;  // on the screen; height 0: nothing scrolls
    LIST(int) starts;  // where the screenfuls begin, px below the top of the content
    LIST(int) ends;    // where the last whole block of each ends
    int offset;        // content px above the view's top
    int pad;           // px at the top of a further screenful that stay empty at rest
    bool moving;       // while it moves, blocks at the edges are cut; at rest they are not
};

struct scene {
    struct arena *arena;
    int width, height;
    uint32_t ground;
    LIST(struct draw) draws;
    LIST(struct target) targets;
    LIST(struct legend) legends;
    LIST(struct symbol *) symbols;
    struct scroll scroll;
    struct moment expires;  // town time at which it would look different; year 0: never
};

struct scene *scene_new(void);
void scene_clear(struct scene *scene);  // empty again
void scene_free(struct scene *scene);

// What of the scrolling part is shown: while it rests, a screenful has whole blocks only.
struct rect scene_visible(const struct scene *scene);

// What a finger at x, y would press, with `grown` px of tolerance; NULL: nothing.
const struct target *scene_target(const struct scene *scene, int x, int y, int grown);
const struct target *scene_target_of(const struct scene *scene, const struct action *action);

// The target `steps` behind this action's in the order of the keys, the last one followed by the
// first; the first one if no target has the action. NULL: there are none.
const struct target *scene_next(const struct scene *scene, const struct action *action, int steps);

// The next one that is shown on that screenful; the first such one if no target has the action.
const struct target *scene_next_shown(const struct scene *scene, const struct action *action,
                                      int screenful);

// The screenful on which a box of the scrolling part is shown whole; -1: none.
int scene_screenful(const struct scene *scene, struct rect box);

// Where a target stands on the screen now.
struct rect scene_place(const struct scene *scene, struct rect box, bool scrolls);

// The reading text that contains `text`, visible now or not; NULL: none.
const struct legend *scene_legend(const struct scene *scene, const char *text);

// Lines such as "target page:registration 40 296 324 240" and "text uk 40 164 … Вітаємо".
void scene_print(const struct scene *scene, FILE *stream);
