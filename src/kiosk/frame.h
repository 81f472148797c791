// SPDX-License-Identifier: EUPL-1.2
// Composing a screen: areas in units, boxes, icons, targets; out comes a scene in px. Text is
// set by kiosk/type.h.
//
// All measures are u, the design's unit (kiosk/panel.h); x counts
// from the start edge, which is the right one in right-to-left languages. Colours are
// enum ink.
#pragma once

#include "guide/search.h"
#include "kiosk/layouts.h"
#include "kiosk/panel.h"
#include "kiosk/report.h"
#include "kiosk/scene.h"
#include "kiosk/staff.h"
#include "kiosk/visit.h"

struct area {
    double x, y, w, h;
};

// What the kiosk shows, to whom and when: the whole input of a screen.
struct view {
    const struct guide *guide;  // NULL: out of service
    const struct visit *visit;
    struct action pressed;  // what the finger is on
    struct action focus;    // what a key would act on; none while fingers are used
    const struct theme *theme;
    double text_size;             // 1, 1.25, 1.5
    const struct search *search;  // in the visitor's language; NULL where nothing is looked for
    struct fonts *fonts;
    struct layouts *layouts;
    const struct fontmap *fontmap;
    int width, height;  // px
    struct panel panel;
    const char *address;  // of the web guide, where the guide is NULL; may be NULL
    const struct staff *staff;
    struct moment locked_until;  // town time of staff->locked_until
    const struct content_report *report;
    struct moment now;  // town time
    bool wrong_clock;   // the content is newer: nothing is said of today
    double attract;     // which greeting is the current one, and how far to the next
};

struct frame {
    const struct view *view;
    struct scene *scene;
    struct arena *arena;  // the scene's
    const struct guide *guide;
    const struct language *language;
    int language_index;  // in guide->languages
    double u;            // px
    double w, h;         // of the screen
    bool compact;        // a small panel: fewer columns, a bar of two rows
    bool wide;           // enough for two columns
    bool landscape;      // wide, with the bars in a rail at the start
    bool mirrored;       // the start edge is the right one
    bool low;            // what can be touched stands below; above, `passive` is only read
    struct area passive;
    struct area turning;  // with `low`: where the keys that turn screenfuls stand
    bool scrolls;         // what is drawn next belongs to the scrolling part
    enum zone zone;       // of the targets that come next
};

// An empty frame over the scene, which is cleared.
struct frame frame_begin(const struct view *view, struct scene *scene);

// Where an area lies on the screen (or in the scrolling content), px.
struct rect frame_place(const struct frame *frame, struct area area);

// What has been drawn so far; going back there takes away what came after.
struct mark {
    size_t draws, targets, legends;
};
struct mark frame_mark(const struct frame *frame);
void frame_rewind(struct frame *frame, struct mark mark);

// The lowest level, in px: for what draws more than boxes.
int frame_px(const struct frame *frame, double units);
struct draw *frame_add(struct frame *frame, enum draw_kind kind, struct rect box, enum ink ink);

// ---- Boxes -----------------------------------------------------------------------------------

void frame_rect(struct frame *frame, struct area area, enum ink ink);
// Radius 0 … half the height; a boundary of INK_NONE or width 0 is not drawn.
void frame_box(struct frame *frame, struct area area, double radius, enum ink fill,
               enum ink boundary);
// What can be tapped; chosen it is filled, in high contrast, where there are no tints, it has a
// heavier edge.
void frame_key(struct frame *frame, struct area area, bool chosen, bool pressed);
// The boundary of what cannot be tapped: none, but in high contrast the line of all others.
enum ink frame_outline(const struct frame *frame);
// The corners count from the area's start and top.
void frame_polygon(struct frame *frame, struct area area, const double (*corners)[2], int count,
                   enum ink ink);
// Pointing to the end (or, `backwards`, to the start).
void frame_arm(struct frame *frame, struct area area, double point, bool backwards, enum ink ink);
void frame_ring(struct frame *frame, struct area area, double width, double part, enum ink ink);
// As wide as `size`. Pictures that have a direction are mirrored where the layout is.
void frame_icon(struct frame *frame, double x, double y, double size, const char *name,
                enum ink ink);
// A QR code as large as whole px a module allow, centred, its quiet zone included in the area.
void frame_symbol(struct frame *frame, struct area area, const char *text);

// ---- Touch -----------------------------------------------------------------------------------

void frame_target(struct frame *frame, struct area area, struct action action);
// A ring round the target in focus, on top of all.
void frame_focus(struct frame *frame);
bool frame_pressed(const struct frame *frame, const struct action *action);

// ---- Time ------------------------------------------------------------------------------------

// The scene would look different from that town time on.
void frame_expires(struct frame *frame, struct moment moment);
