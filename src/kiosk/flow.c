// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/flow.h"

#include <math.h>

#include "text/tr.h"

static const double strip_height = 15, key_height = 11, key_padding = 5, key_icon = 5;
static const double screenful_pad = 4;  // above a further screenful
static const double bottom_margin = 3;  // below content that fits
static const double rail_width = 1, rail_edge = 1.75, rail_margin = 4, rail_gap = 1;

struct flow flow_begin(struct frame *frame, struct area view)
{
    const double least = 2 * strip_height;  // on the smallest window something turns yet
    view.h = fmax(view.h, least);
    frame->scrolls = true;
    return (struct flow){.frame = frame, .view = view};
}

static void add_break(struct flow *flow, double gap, bool weak)
{
    *list_add(flow->frame->arena, &flow->breaks) =
        (struct flow_break){flow->y, flow->y + gap, weak};
    flow->y += gap;
}

void flow_gap(struct flow *flow, double gap)
{
    add_break(flow, gap, false);
}

void flow_weak_gap(struct flow *flow, double gap)
{
    add_break(flow, gap, true);
}

// The last break at which a screenful that starts there may end; NULL: none fits.
static const struct flow_break *last_that_fits(const struct flow *flow, double start, double height)
{
    const struct flow_break *strong = NULL, *weak = NULL;
    for (size_t i = 0; i < flow->breaks.count; i++) {
        const struct flow_break *at = &flow->breaks.items[i];
        if (at->end <= start || at->end - start > height)
            continue;
        *(at->weak ? &weak : &strong) = at;
    }
    const double worth = height / 4;  // of screen that a break inside a block wins
    return weak && (!strong || weak->end - strong->end > worth) ? weak : strong;
}

static void add_screenful(struct flow *flow, double start, double end)
{
    struct frame *frame = flow->frame;
    struct scroll *scroll = &frame->scene->scroll;
    *list_add(frame->arena, &scroll->starts) = (int)lround(start * frame->u);
    *list_add(frame->arena, &scroll->ends) = (int)ceil(end * frame->u);
}

// A last screenful of less than that part of the height takes a block from the one before.
static const double least_last = 0.25;

struct screenful {
    double start, end, pad;
};

// The last break by which the screenful before the last stays fuller than half.
static const struct flow_break *earlier_break(const struct flow *flow, double start, double end,
                                              double height)
{
    const struct flow_break *found = NULL;
    for (size_t i = 0; i < flow->breaks.count; i++) {
        const struct flow_break *at = &flow->breaks.items[i];
        if (!at->weak && at->end - start > height / 2 && at->end < end)
            found = at;
    }
    return found;
}

// Where a block is cut that is longer than a screenful: above the line of text that stands across
// its end.
static double above_line(const struct flow *flow, double end)
{
    const struct scene *scene = flow->frame->scene;
    double u = flow->frame->u;
    for (size_t i = scene->draws.count; i > 0; i--) {
        const struct draw *draw = &scene->draws.items[i - 1];
        double top = draw->box.y / u, bottom = (draw->box.y + draw->box.h) / u;
        if (draw->kind == DRAW_RUN && draw->scrolls && top < end && end < bottom)
            return above_line(flow, top);
    }
    return end;
}

static void divide(struct flow *flow, double height)
{
    struct screenful last = {0}, before = {0};
    bool has_before = false;
    while (flow->y - last.start > height - last.pad) {
        double room = height - last.pad;
        const struct flow_break *at = last_that_fits(flow, last.start, room);
        double cut = above_line(flow, last.start + room);
        last.end = at ? at->end : cut > last.start ? cut : last.start + room;
        if (has_before)
            add_screenful(flow, before.start - before.pad, before.end);
        before = last;
        has_before = true;
        last = (struct screenful){at ? at->start : last.end, 0, screenful_pad};
    }
    if (has_before && flow->y - last.start < height * least_last) {
        const struct flow_break *at = earlier_break(flow, before.start, before.end, height);
        if (at && flow->y - at->start <= height - screenful_pad) {
            before.end = at->end;
            last.start = at->start;
        }
    }
    if (has_before)
        add_screenful(flow, before.start - before.pad, before.end);
    add_screenful(flow, last.start - last.pad, flow->y);
}

static void put_key(struct flow *flow, bool more)
{
    struct frame *frame = flow->frame;
    struct area strip = frame->low ? frame->turning
                                   : (struct area){flow->view.x, flow->view.y + flow->view.h,
                                                   flow->view.w, strip_height};
    struct action action = action_of(more ? ACTION_READ_ON : ACTION_TOP, NULL);
    struct type type = type_body_bold;
    type.ink = INK_ON_PETROL;
    const char *text = tr(frame->language, more ? N_("Read on") : N_("Back to top"));
    struct span span = {text, type.face, false};
    bool narrow = strip.w < 50;  // other keys stand beside it
    double pad = narrow ? 2 : key_padding, room = strip.w - 2 * pad - 2 - key_icon;
    if (narrow) {
        type.fixed = true;
        type.line = 1.15;
    } else {
        type = type_shrinkable(frame, type);
    }
    struct setting label = set_fitting(frame, type, &span, 1, room, narrow ? 2 : 1, 20);
    double w = label.ink_width + 2 * pad + 2 + key_icon;
    struct area key = {strip.x + (strip.w - w) / 2, strip.y + (strip.h - key_height) / 2, w,
                       key_height};
    frame_box(frame, key, 1.5, frame_pressed(frame, &action) ? INK_PETROL_HIGH : INK_PETROL,
              frame_outline(frame));
    label.width = label.ink_width;
    put_middle(frame, &label, key.x + pad, key.y, key.h);
    frame_icon(frame, key.x + key.w - pad - key_icon, key.y + (key.h - key_icon) / 2, key_icon,
               more ? "arrow-down" : "arrow-up", INK_ON_PETROL);
    frame_target(frame, (struct area){key.x, key.y - 2, key.w, key.h + 4}, action);
}

static void put_rail(struct flow *flow, int screenful, int count)
{
    struct frame *frame = flow->frame;
    double top = flow->view.y + rail_margin;
    double height = flow->view.h + (frame->low ? 0 : strip_height) - 2 * rail_margin;
    double segment = (height - rail_gap * (count - 1)) / count;
    for (int i = 0; i < count; i++)
        frame_box(frame,
                  (struct area){flow->view.x + flow->view.w - rail_edge - rail_width,
                                top + i * (segment + rail_gap), rail_width, segment},
                  rail_width / 2, i == screenful ? INK_PETROL : INK_HAIR, INK_NONE);
}

void flow_end(struct flow *flow)
{
    struct frame *frame = flow->frame;
    struct scroll *scroll = &frame->scene->scroll;
    frame->scrolls = false;
    bool turns = flow->y + bottom_margin > flow->view.h;
    double strip = frame->low ? 0 : strip_height;
    if (turns)
        flow->view.h -= strip;
    divide(flow, flow->view.h);

    int count = (int)scroll->starts.count, screenful = frame->view->visit->now.screenful;
    if (screenful >= count)
        screenful = count - 1;
    scroll->offset = scroll->starts.items[screenful];
    scroll->view = frame_place(frame, flow->view);
    scroll->pad = (int)lround(screenful_pad * frame->u);
    if (!turns)
        return;
    put_rail(flow, screenful, count);
    put_key(flow, screenful + 1 < count);
}
