// SPDX-License-Identifier: EUPL-1.2
#include <math.h>

#include "kiosk/bars.h"
#include "kiosk/keyboard.h"
#include "kiosk/part.h"
#include "kiosk/screen.h"
#include "text/tr.h"

enum { HITS = 24, TOPICS = 6 };

static const double margin = 5, end_margin = 6, field_height = 14, row_gap = 1;

// ---- The field ---------------------------------------------------------------------------------

static void put_clear_key(struct frame *frame, struct area field)
{
    struct action action = action_of(ACTION_CLEAR, NULL);
    bool pressed = frame_pressed(frame, &action);
    struct area key = {field.x + field.w - 2 - 10, field.y + 2, 10, 10};
    frame_box(frame, key, 0.75, pressed ? INK_PETROL : INK_PETROL_TINT, INK_LINE);
    frame_icon(frame, key.x + 2.5, key.y + 2.5, 5, "x-lg", pressed ? INK_ON_PETROL : INK_TAG_TEXT);
    frame_target(frame, (struct area){key.x - 1, key.y - 2, 13, field.h}, action);
}

// With the keyboard, a caret; without it a touch brings it back.
static void put_field(struct frame *frame, struct area field)
{
    const struct visit *visit = frame->view->visit;
    const double edge = 0.5;
    struct type type = {5.5, FACE_BOLD, LEADING_LABEL, 1.25, INK_TEXT, ALIGN_START, NULL, true};
    enum ink ink = frame->view->theme == &theme_contrast ? INK_TEXT : INK_PETROL;
    frame_box(frame, field, 1.5, ink, INK_NONE);
    frame_box(frame,
              (struct area){field.x + edge, field.y + edge, field.w - 2 * edge, field.h - 2 * edge},
              1.5 - edge, INK_PAPER, INK_NONE);
    frame_icon(frame, field.x + 3, field.y + (field.h - 6.5) / 2, 6.5, "search", ink);
    double x = field.x + 12, width = field.w - 12 - 16;
    struct span span = {visit->query, type.face, false};
    struct setting text = set_fitting(frame, type, &span, 1, width, 1, 8);
    if (visit->query[0])
        put_middle(frame, &text, x, field.y, field.h);
    double caret = visit->query[0] ? fmin(text.ink_width, width) : 0;
    if (!visit->keyboard_away)
        frame_rect(frame, (struct area){x + caret + 0.5, field.y + 3.5, 0.5, 7}, ink);
    frame_target(frame, field, action_of(ACTION_SEARCH, NULL));
    if (visit->query[0])
        put_clear_key(frame, field);
}

// ---- What was found ----------------------------------------------------------------------------

// Beside the keyboard of a wide screen there is room for one row at a time, in usual type and without
// headings.
static const double crowded = 30;

static void put_heading(struct flow *flow, const char *text, double x, double width)
{
    if (flow->view.h < crowded)
        return;
    struct type type = type_h3;
    type.line = 1.3;
    flow->y += put_text(flow->frame, type, text, x, flow->y, width) + 1.5;
}

static size_t put_pages(struct flow *flow, const struct hit *hits, size_t count, double x,
                        double width)
{
    size_t shown = 0;
    for (size_t i = 0; i < count; i++) {
        if (!hits[i].page)
            continue;
        if (shown == 0)
            put_heading(flow, tr(flow->frame->language, "Pages"), x, width);
        else
            flow_gap(flow, row_gap);
        shown++;
        double h = part_page_row_height(flow->frame, hits[i].page, width);
        part_page_row(flow->frame, (struct area){x, flow->y, width, h}, hits[i].page);
        flow->y += h;
    }
    return shown;
}

static void put_offices(struct flow *flow, const struct hit *hits, size_t count, bool first,
                        double x, double width)
{
    const struct office *offices[HITS];
    size_t shown = 0;
    for (size_t i = 0; i < count; i++)
        if (hits[i].office)
            offices[shown++] = hits[i].office;
    if (shown == 0)
        return;
    if (!first)
        flow_gap(flow, 3.25);
    put_heading(flow, tr(flow->frame->language, "Where you can get help"), x, width);
    size_t together = flow->view.h < crowded ? 1 : shown;
    for (size_t i = 0; i < shown; i += together) {
        if (i > 0)
            flow_gap(flow, row_gap);
        flow->y += part_office_rows(flow->frame, (struct area){x, flow->y, width, 0}, row_gap,
                                    11.75, offices + i, together);
    }
}

// ---- Nothing typed, nothing found --------------------------------------------------------------

static const double plate = 8.5, topic_pad = 1.75, topic_gap = 2.5;

static struct setting set_topic(struct frame *frame, const struct topic *topic, double width)
{
    const struct words *words = part_words(frame, &frame->guide->words);
    return set_label(frame, type_body_bold, words_text(frame->arena, words, BLOCK_TOPIC, topic->id),
                     width - topic_pad - plate - topic_gap - 2, 2);
}

static void put_topic(struct frame *frame, struct area area, const struct topic *topic)
{
    struct action action = action_of(ACTION_TOPIC, topic->id);
    bool pressed = frame_pressed(frame, &action);
    struct setting name = set_topic(frame, topic, area.w);
    name.type.ink = pressed ? INK_ON_PETROL : INK_TEXT;
    frame_box(frame, area, 1.5, pressed ? INK_PETROL : INK_PAPER, INK_LINE);
    part_plate(frame, area.x + topic_pad, area.y + (area.h - plate) / 2, plate, 0.75, 5.5,
               topic->icon, topic_ink(topic->colour), topic_tint(topic->colour));
    put_middle(frame, &name, area.x + topic_pad + plate + topic_gap, area.y, area.h);
    frame_target(frame, (struct area){area.x - 1, area.y - 0.75, area.w + 2, area.h + 1.5}, action);
}

static void put_topics(struct flow *flow, double x, double width)
{
    const double gap = 2;
    double h = 12;
    const struct guide *guide = flow->frame->guide;
    size_t count = guide->tiles.count < TOPICS ? guide->tiles.count : TOPICS;
    size_t columns = flow->frame->wide ? 3 : 2;
    double w = (width + gap) / (double)columns - gap;
    for (size_t i = 0; i < count; i++)
        h = fmax(h, set_topic(flow->frame, guide->tiles.items[i], w).height + 2);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && i % columns == 0) {
            flow->y += h;
            flow_weak_gap(flow, 1.5);
        }
        put_topic(flow->frame, (struct area){x + (double)(i % columns) * (w + gap), flow->y, w, h},
                  guide->tiles.items[i]);
    }
    flow->y += h;
}

// No dead end: what was meant may be a topic, and there is somebody to ask.
static void put_nothing(struct flow *flow, double x, double width)
{
    struct frame *frame = flow->frame;
    struct type type = type_lead;
    struct setting none = set_sentence(
        frame, type, tr(frame->language, "No page for “%s”. Perhaps one of these helps."),
        frame->view->visit->query, NULL, width);
    flow->y += put(frame, &none, x, flow->y) + 2;
    put_topics(flow, x, width);
    const struct office *office = frame->guide->offices.items;
    flow_gap(flow, 2.5);
    flow->y +=
        part_office_rows(frame, (struct area){x, flow->y, width, 0}, row_gap, 11.75, &office, 1);
}

// ---- The screen --------------------------------------------------------------------------------

void search_build(struct frame *frame)
{
    struct area area = bars_build(frame);
    const struct view *view = frame->view;
    const struct visit *visit = view->visit;
    double x = area.x + margin, width = area.w - margin - end_margin, top = 4;
    if (!visit->keyboard_away) {
        keyboard_put(frame, area);
        area.h -= keyboard_height(frame);
    }
    if (frame->landscape)
        top = 2.5;
    if (frame->wide && frame->low) {  // below, keyboard and hits need all the room
        struct area above = frame->passive;
        put_field(frame,
                  (struct area){above.x, above.y + above.h - field_height, above.w, field_height});
    } else {
        put_field(frame, (struct area){x, area.y + top, area.w - 2 * margin, field_height});
        area.y += top + field_height;
        area.h -= top + field_height;
    }
    struct view usual = *frame->view;
    if (frame->compact || area.h < crowded) {
        usual.text_size = 1;
        frame->view = &usual;
    }
    struct flow flow = flow_begin(frame, area);
    flow.y = frame->wide ? 2 : 3.25;
    struct hit hits[HITS];
    size_t count =
        frame->view->search ? search_find(frame->view->search, visit->query, hits, HITS) : 0;
    if (!visit->query[0])
        put_topics(&flow, x, width);
    else if (count == 0)
        put_nothing(&flow, x, width);
    size_t pages = put_pages(&flow, hits, count, x, width);
    put_offices(&flow, hits, count, pages == 0, x, width);
    flow_end(&flow);
    frame->view = view;
}
