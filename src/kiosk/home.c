// SPDX-License-Identifier: EUPL-1.2
#include <math.h>

#include "kiosk/bars.h"
#include "kiosk/flow.h"
#include "kiosk/part.h"
#include "kiosk/screen.h"
#include "text/tr.h"

static const double head_height = 23.5;  // in landscape
static const double margin = 5, tile_gap = 2, least_tile = 21, emergency_height = 13;
static const double least_beside = 18;  // for a German name beside the icon
enum { OFFICES = 6 };

// At the end of the title; returns its width.
static double put_emergency_key(struct frame *frame, double end, double middle)
{
    struct action action = action_of(ACTION_EMERGENCY, NULL);
    bool pressed = frame_pressed(frame, &action);
    enum ink ink = pressed ? INK_ON_PETROL : INK_CLOSED;
    struct type number = {
        5, FACE_BOLD, LEADING_LABEL, 1.1, ink, ALIGN_START, frame->guide->languages.items[0], true};
    struct type word = {3.5, FACE_BOLD, LEADING_LABEL, 1.25, ink, ALIGN_START, NULL, true};
    const char *shown = frame->guide->emergency.items[0]->shown;
    struct setting n = set_text(frame, number, shown, 40);
    struct setting w = set_text(frame, word, tr(frame->language, "Emergency"), 40);
    double text = fmax(n.ink_width, w.ink_width), width = 3 + 6.5 + 2 + text + 3;
    n.width = w.width = text;
    struct area key = {end - width, middle - emergency_height / 2, width, emergency_height};
    frame_box(frame, key, 1.5, pressed ? INK_CLOSED : INK_CLOSED_TINT, INK_CLOSED);
    frame_icon(frame, key.x + 3, key.y + (key.h - 6.5) / 2, 6.5, "siren", ink);
    double y = key.y + (key.h - n.height - w.height) / 2;
    put(frame, &n, key.x + 11.5, y);
    put(frame, &w, key.x + 11.5, y + n.height);
    frame_target(frame, (struct area){key.x - 1, key.y - 1, key.w + 2, key.h + 2}, action);
    return width;
}

// In landscape the two have one line each and together the head's height.
static void set_title(struct frame *frame, double width, struct setting *welcome,
                      struct setting *question)
{
    const struct words *words = part_words(frame, &frame->guide->words);
    struct type h1 = type_h1, lead = type_lead;
    lead.ink = INK_TEXT_2;
    struct span title = {part_text(frame, words, BLOCK_WELCOME), FACE_DISPLAY, false};
    struct span ask = {part_text(frame, words, BLOCK_QUESTION), lead.face, false};
    if (!frame->landscape) {
        *welcome = set_fitting(frame, h1, &title, 1, width, 2, 2);
        *question = set_spans(frame, lead, &ask, 1, width);
        return;
    }
    h1 = type_shrinkable(frame, h1);
    lead = type_shrinkable(frame, lead);
    do {
        *welcome = set_fitting(frame, h1, &title, 1, width, 1, 40);
        *question = set_fitting(frame, lead, &ask, 1, width, 1, 40);
        h1.size -= 0.5;
        lead.size -= 0.25;
    } while (welcome->height + question->height > head_height && lead.size > 3);
}

// With two languages: what the tile says in German.
static void put_german_name(struct frame *frame, const struct topic *topic, enum ink ink,
                            struct area area)
{
    const struct words *german = words_in(&frame->guide->words, 0);
    struct type type = type_small;
    type.ink = ink;
    type.language = german->language;
    type.fixed = true;
    struct span name = {words_text(frame->arena, german, BLOCK_TOPIC, topic->id), type.face, false};
    struct setting label = set_fitting(frame, type, &name, 1, area.w, 2, 4);
    put_middle(frame, &label, area.x, area.y, area.h);
}

static void put_tile(struct frame *frame, struct area area, const struct topic *topic, bool first)
{
    struct action action = action_of(ACTION_TOPIC, topic->id);
    bool pressed = frame_pressed(frame, &action), dark = pressed || first;
    double plate = frame->landscape ? 12 : 9.5, icon = frame->landscape ? 8 : 6.5;
    struct type type = type_shrinkable(frame, type_body_bold);
    type.ink = dark ? INK_ON_PETROL : INK_TEXT;
    const struct words *words = part_words(frame, &frame->guide->words);
    const char *name = words_text(frame->arena, words, BLOCK_TOPIC, topic->id);
    enum ink fill = pressed && first ? INK_PETROL_HIGH : dark ? INK_PETROL : INK_PAPER;
    frame_box(frame, area, 1.5, fill,
              dark && frame->view->theme != &theme_contrast ? INK_NONE : INK_LINE);
    struct area head = {area.x + 2.75, area.y + 2.5, area.w - 2 * 2.75, plate};
    bool both = part_is_bilingual(frame), beside = head.w - plate - 2 > least_beside;
    if (!both || beside)
        part_plate(frame, head.x, head.y, plate, 1.5, icon, topic->icon,
                   first ? INK_ON_YELLOW : topic_ink(topic->colour),
                   first ? INK_YELLOW : topic_tint(topic->colour));
    if (both && beside)
        head = (struct area){head.x + plate + 2, head.y, head.w - plate - 2, plate};
    if (both)  // in a narrow tile in the place of the icon
        put_german_name(frame, topic, type.ink, head);
    struct span span = {name, type.face, false};
    struct setting label = set_fitting(frame, type, &span, 1, area.w - 5.5, 2, 20);
    const double room = area.h - 2.5 - plate - 0.75 - 2.6;
    while (label.height > room && (type.size -= 0.25) >= 3)
        label = set_fitting(frame, type, &span, 1, area.w - 5.5, 2, 20);
    put(frame, &label, area.x + 2.75, area.y + area.h - 2.6 - label.height);
    frame_target(frame,
                 (struct area){area.x - tile_gap / 2, area.y - tile_gap / 2, area.w + tile_gap,
                               area.h + tile_gap},
                 action);
}

static size_t tile_columns(const struct frame *frame)
{
    return frame->compact ? 2 : frame->wide && frame->low ? 5 : 3;
}

static double tile_lines(const struct frame *frame)
{
    return ceil((double)frame->guide->tiles.count / (double)tile_columns(frame));
}

// On a low screen a screenful may end between two lines of tiles.
static void put_tiles(struct flow *flow, double x, double width, double height)
{
    struct frame *frame = flow->frame;
    size_t columns = tile_columns(frame);
    double w = (width + tile_gap) / (double)columns - tile_gap;
    double h = (height + tile_gap) / tile_lines(frame) - tile_gap;
    for (size_t i = 0; i < frame->guide->tiles.count; i++) {
        size_t column = i % columns;
        if (i > 0 && column == 0) {
            flow->y += h;
            flow_weak_gap(flow, tile_gap);
        }
        put_tile(frame, (struct area){x + (double)column * (w + tile_gap), flow->y, w, h},
                 frame->guide->tiles.items[i], i == 0);
    }
    flow->y += h;
}

// The first ones of the guide: those a newcomer needs first. Topics and search lead to the others.
static size_t office_count(const struct frame *frame)
{
    size_t count = frame->guide->offices.count;
    return count < OFFICES ? count : OFFICES;
}

static double put_offices(struct frame *frame, struct area area, double gap, size_t count)
{
    const struct office *offices[OFFICES];
    for (size_t i = 0; i < count; i++)
        offices[i] = &frame->guide->offices.items[i];
    return part_office_rows(frame, area, gap, 11.75, offices, count);
}

// In large type not all find room beside the tiles.
static void put_offices_that_fit(struct frame *frame, struct area area)
{
    const double gap = 1, least_gap = 0.5, room = area.h + 4;  // it may use the margin
    struct mark mark = frame_mark(frame);
    for (size_t count = office_count(frame); count > 0; count--) {
        if (put_offices(frame, area, gap, count) <= room)
            return;
        frame_rewind(frame, mark);
        if (put_offices(frame, area, least_gap, count) <= room)
            return;
        frame_rewind(frame, mark);
    }
}

static bool shows_samples(const struct frame *frame)
{
    for (size_t i = 0; i < office_count(frame); i++) {
        const struct site *site = &frame->guide->offices.items[i].sites.items[0];
        if ((site->room && site->room->origin.sample) ||
            (site->hours && site->hours->origin.sample))
            return true;
    }
    return false;
}

// The heading over the offices, with a mark if rooms or hours below it are samples.
static double put_heading(struct frame *frame, double x, double y, double width)
{
    struct type type = type_h3;
    type.line = 1.3;
    struct setting heading = set_label(frame, type, tr(frame->language, "Where you can get help"),
                                       frame->compact ? width : width - 40, 2);
    put(frame, &heading, x, y);
    if (!shows_samples(frame))
        return heading.height;
    const char *mark = tr(frame->language, "Rooms and hours are samples");
    struct setting words = set_text(frame, type_small, mark, width);
    double badge = words.ink_width + 5;
    if (heading.ink_width + 3 + badge <= width) {
        part_badge(frame, x + width - badge, y + (heading.height - words.height) / 2, badge + 0.5,
                   mark);
        return heading.height;
    }
    return heading.height + part_badge(frame, x, y + heading.height, width, mark);
}

// Offices need what they need, the tiles get the rest: so the rows are set first, out of sight.
static double office_rows_height(struct frame *frame, double width)
{
    struct mark mark = frame_mark(frame);
    double height = put_offices(frame, (struct area){margin, 0, width, 0}, 1, office_count(frame));
    frame_rewind(frame, mark);
    return height;
}

static double heading_height(struct frame *frame, double width)
{
    struct mark mark = frame_mark(frame);
    double height = put_heading(frame, margin, 0, width);
    frame_rewind(frame, mark);
    return height;
}

// One screen; where large type needs more, the tiles keep their least height and it scrolls.
static void build_portrait(struct frame *frame, struct area area)
{
    double width = area.w - 2 * margin;
    struct setting welcome, question;
    if (frame->low) {  // the greeting is only read
        set_title(frame, frame->passive.w, &welcome, &question);
        put(frame, &welcome, frame->passive.x, frame->passive.y);
        put(frame, &question, frame->passive.x, frame->passive.y + welcome.height);
    }
    struct flow flow = flow_begin(frame, area);
    flow.y = 3.25;
    struct mark mark = frame_mark(frame);
    double key = put_emergency_key(frame, margin + width, 0);
    frame_rewind(frame, mark);
    set_title(frame, width - key - 3, &welcome, &question);
    double title = welcome.height + question.height, head = fmax(title, emergency_height);
    if (frame->low)
        head = emergency_height;
    put_emergency_key(frame, margin + width, flow.y + head / 2);
    if (!frame->low) {
        put(frame, &welcome, margin, flow.y + (head - title) / 2);
        put(frame, &question, margin, flow.y + (head - title) / 2 + welcome.height);
    }
    flow.y += head + 2.75;

    double rows = office_rows_height(frame, width), below = heading_height(frame, width) + 1.5;
    double lines = tile_lines(frame),
           least = (frame->low ? 25 : least_tile) * frame->view->text_size;
    double tiles =
        fmax(area.h - flow.y - 3.25 - below - rows - 3.25, lines * (least + tile_gap) - tile_gap);
    put_tiles(&flow, margin, width, tiles);
    flow_gap(&flow, 3.25);
    put_heading(frame, margin, flow.y, width);
    flow.y += below;
    flow.y += put_offices(frame, (struct area){margin, flow.y, width, 0}, 1, office_count(frame));
    flow_end(&flow);
}

// The same beside the emergency key, where there is height but little width.
static void put_side_heading(struct frame *frame, double x, double y, double width, double height)
{
    struct type type = type_h3;
    type.line = 1.25;
    type.fixed = true;  // there is no more room
    struct setting heading =
        set_label(frame, type, tr(frame->language, "Where you can get help"), width, 2);
    struct mark mark = frame_mark(frame);
    const char *sample =
        shows_samples(frame) ? tr(frame->language, "Rooms and hours are samples") : NULL;
    double badge = sample ? part_badge_fixed(frame, x, 0, width, sample) : 0;
    frame_rewind(frame, mark);
    if (heading.height + badge > height)
        heading = (struct setting){0};  // the mark is needed more
    double top = y + (height - heading.height - badge) / 2;
    if (heading.lines.count)
        put(frame, &heading, x, top);
    if (sample)
        part_badge_fixed(frame, x, top + heading.height, width, sample);
}

static void build_landscape(struct frame *frame, struct area area)
{
    double head = head_height, aside = 84, gap = 4.5;
    double x = area.x + margin, width = area.w - 2 * margin - aside - gap;
    struct setting welcome, question;
    set_title(frame, width, &welcome, &question);
    double y = area.y + (head - welcome.height - question.height) / 2;
    put(frame, &welcome, x, y);
    put(frame, &question, x, y + welcome.height);
    struct flow still = {.frame = frame, .view = area, .y = area.y + head};  // does not scroll
    put_tiles(&still, x, width, area.h - head - 4.5);

    x += width + gap;
    double key = put_emergency_key(frame, x + aside, area.y + head / 2);
    put_side_heading(frame, x, area.y, aside - key - 2, head);
    put_offices_that_fit(frame, (struct area){x, area.y + head, aside, area.h - head - 4.5});
}

void home_build(struct frame *frame)
{
    struct area area = bars_build(frame);
    if (frame->landscape)
        build_landscape(frame, area);
    else
        build_portrait(frame, area);
}
