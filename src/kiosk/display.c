// SPDX-License-Identifier: EUPL-1.2
#include <math.h>

#include "kiosk/part.h"
#include "kiosk/screen.h"
#include "text/tr.h"

static const double margin = 5, pad = 4, row_height = 13, row_gap = 1.5, close = 10;

// ---- Keys --------------------------------------------------------------------------------------

static void put_size_key(struct frame *frame, struct area area, enum text_size size)
{
    static const double sizes[TEXT_SIZES] = {[TEXT_M] = 4.25, [TEXT_L] = 5.5, [TEXT_XL] = 6.75};
    struct action action = action_of(ACTION_TEXT_SIZE, text_size_name(size));
    bool on = frame->view->visit->comfort.text == size, pressed = frame_pressed(frame, &action);
    frame_key(frame, area, on, pressed);
    struct type type = {
        sizes[size],  FACE_BOLD,           LEADING_LABEL, 1.2, pressed ? INK_ON_PETROL : INK_TEXT,
        ALIGN_CENTER, language_find("de"), true};
    struct setting label = set_text(frame, type, "Aa", area.w);
    put_middle(frame, &label, area.x, area.y, area.h);
    frame_target(frame, (struct area){area.x - row_gap / 2, area.y, area.w + row_gap, area.h},
                 action);
}

static double put_sizes(struct frame *frame, double x, double y, double width)
{
    struct type type = type_body_bold;
    type.fixed = true;
    double keys = fmin(60, width * 0.6), w = (keys + row_gap) / TEXT_SIZES - row_gap;
    struct setting label =
        set_label(frame, type, tr(frame->language, "Text size"), width - keys - 2, 2);
    put_middle(frame, &label, x, y, row_height);
    for (int i = 0; i < TEXT_SIZES; i++)
        put_size_key(frame, (struct area){x + width - keys + i * (w + row_gap), y, w, row_height},
                     (enum text_size)i);
    return row_height;
}

// A whole row is the key: what it changes, "On" or "Off", a switch.
static double put_switch(struct frame *frame, enum action_kind kind, const char *words, bool on,
                         struct area area)
{
    struct action action = action_of(kind, NULL);
    bool pressed = frame_pressed(frame, &action);
    enum ink ink = pressed ? INK_ON_PETROL : INK_TEXT;
    struct type type = type_body_bold, state = type_body;
    type.fixed = state.fixed = true;
    type.ink = state.ink = ink;
    state.align = ALIGN_END;
    frame_key(frame, area, on, pressed);
    const double icon = 7;
    double end = area.x + area.w - 3 - icon;
    frame_icon(frame, end, area.y + (area.h - icon) / 2, icon, on ? "toggle-on" : "toggle-off",
               ink);
    // TRANSLATORS: the state of a setting, such as high contrast
    const char *shown = on ? N_("On") : N_("Off");
    struct setting text = set_label(frame, state, tr(frame->language, shown), 34, 1);
    put_middle(frame, &text, end - 2 - 34, area.y, area.h);
    double rest = area.w - 3 - icon - 5 - text.ink_width - 4;
    struct setting label = set_label(frame, type, tr(frame->language, words), rest, 2);
    put_middle(frame, &label, area.x + 3, area.y, area.h);
    frame_target(frame, (struct area){area.x, area.y - row_gap / 2, area.w, area.h + row_gap},
                 action);
    return area.h;
}

static const struct topic *about_topic(const struct guide *guide)
{
    for (size_t i = 0; i < guide->topics.count; i++)
        if (!guide->topics.items[i].tile)
            return &guide->topics.items[i];
    return NULL;
}

// To the pages that tell of the guide itself: accessibility, privacy, imprint.
static double put_about(struct frame *frame, const struct topic *about, struct area area)
{
    struct action action = action_of(ACTION_TOPIC, about->id);
    bool pressed = frame_pressed(frame, &action);
    enum ink ink = pressed ? INK_ON_PETROL : INK_TEXT;
    struct type type = type_body_bold;
    type.fixed = true;
    type.ink = ink;
    const struct words *words = part_words(frame, &frame->guide->words);
    frame_key(frame, area, false, pressed);
    frame_icon(frame, area.x + 3, area.y + (area.h - 5.5) / 2, 5.5, about->icon, ink);
    struct setting label =
        set_label(frame, type, words_text(frame->arena, words, BLOCK_TOPIC, about->id),
                  area.w - 3 - 5.5 - 2.5 - 9, 2);
    put_middle(frame, &label, area.x + 11, area.y, area.h);
    frame_icon(frame, area.x + area.w - 3 - 4, area.y + (area.h - 4) / 2, 4, "chevron-right", ink);
    frame_target(frame, (struct area){area.x, area.y - row_gap / 2, area.w, area.h + row_gap},
                 action);
    return area.h;
}

// ---- The sheet ---------------------------------------------------------------------------------

static double put_head(struct frame *frame, double x, double y, double width)
{
    struct action action = action_of(ACTION_DISPLAY, NULL);
    bool pressed = frame_pressed(frame, &action);
    struct type type = {5.5, FACE_BOLD, LEADING_LABEL, 1.25, INK_TEXT, ALIGN_START, NULL, true};
    struct setting title = set_label(frame, type, tr(frame->language, "Display"), width - 12, 1);
    put_middle(frame, &title, x, y, close);
    struct area key = {x + width - close, y, close, close};
    frame_key(frame, key, false, pressed);
    frame_icon(frame, key.x + 2.5, key.y + 2.5, 5, "x-lg", pressed ? INK_ON_PETROL : INK_TEXT);
    frame_target(frame, (struct area){key.x - 1, key.y - 1, close + 2, close + 2}, action);
    return close;
}

// From below, over the dimmed screen; a touch there closes it. Acts at once and stays open.
void display_build(struct frame *frame)
{
    const struct comfort *comfort = &frame->view->visit->comfort;
    const struct {
        enum action_kind kind;
        const char *words;
        bool on;
    } switches[] = {
        {ACTION_CONTRAST, N_("High contrast"), comfort->contrast},
        {ACTION_LOW_REACH, N_("Controls lower down"), comfort->low_reach},
        {ACTION_CALM, N_("Less movement"), comfort->calm},
    };
    const size_t count = sizeof switches / sizeof *switches;
    const struct topic *about = about_topic(frame->guide);
    double rows = 1 + (double)count + (about ? 1 : 0);
    double h = 2 * pad + close + 3 + rows * (row_height + row_gap) - row_gap;
    double width = fmin(frame->w, 135), x = (frame->w - width) / 2 + margin, y = frame->h - h;
    frame->scene->targets.count = 0;
    frame_rect(frame, (struct area){0, 0, frame->w, frame->h}, INK_SCRIM);
    frame_target(frame, (struct area){0, 0, frame->w, y}, action_of(ACTION_DISPLAY, NULL));
    frame_rect(frame, (struct area){(frame->w - width) / 2, y, width, h}, INK_GROUND);
    frame_rect(frame, (struct area){(frame->w - width) / 2, y, width, frame->view->theme->line},
               INK_LINE);
    width -= 2 * margin;
    y += pad;
    y += put_head(frame, x, y, width) + 3;
    y += put_sizes(frame, x, y, width) + row_gap;
    for (size_t i = 0; i < count; i++)
        y += put_switch(frame, switches[i].kind, switches[i].words, switches[i].on,
                        (struct area){x, y, width, row_height}) +
             row_gap;
    if (about)
        put_about(frame, about, (struct area){x, y, width, row_height});
}
