// SPDX-License-Identifier: EUPL-1.2
#include <math.h>

#include "kiosk/screen.h"
#include "kiosk/type.h"
#include "text/tr.h"

static const double dialog_width = 117, padding = 6, ring = 34, key_height = 16;

static struct setting set_seconds(struct frame *frame, struct type type, double width)
{
    int left = frame->view->visit->seconds_left;
    const struct language *language = type.language ? type.language : frame->language;
    const char *text = trn(language, "Your visit ends in %s second.",
                           "Your visit ends in %s seconds.", (unsigned long)left);
    return set_sentence(frame, type, text, arena_print(frame->arena, "%d", left), NULL, width);
}

static void put_key(struct frame *frame, struct area area, enum action_kind kind, const char *icon,
                    const char *text, bool yellow)
{
    struct action action = action_of(kind, NULL);
    bool pressed = frame_pressed(frame, &action);
    enum ink fill = yellow    ? pressed ? INK_YELLOW_PRESSED : INK_YELLOW
                    : pressed ? INK_PETROL
                              : INK_PAPER;
    enum ink ink = yellow ? INK_ON_YELLOW : pressed ? INK_ON_PETROL : INK_TEXT;
    frame_box(frame, area, 1.5, fill, yellow ? INK_NONE : INK_LINE);
    struct type type = {5, FACE_BOLD, LEADING_LABEL, 1.2, ink, ALIGN_START, NULL, frame->compact};
    struct span span = {text, type.face, false};
    struct setting label = set_fitting(frame, type, &span, 1, area.w - 13, 1, 8);
    label.width = label.ink_width;
    double x = area.x + (area.w - 6.5 - 2.5 - label.width) / 2;
    frame_icon(frame, x, area.y + (area.h - 6.5) / 2, 6.5, icon, ink);
    put_middle(frame, &label, x + 9, area.y, area.h);
    frame_target(frame, (struct area){area.x, area.y - 1, area.w, area.h + 2}, action);
}

static void put_ring(struct frame *frame, double x, double y, double size)
{
    int left = frame->view->visit->seconds_left;
    struct area area = {x, y, size, size};
    frame_ring(frame, area, 2.6, 1, INK_PETROL_TINT);
    // Petrol is as dark as the ground where contrast is high.
    enum ink ink = frame->view->theme == &theme_contrast ? INK_TEXT : INK_PETROL;
    frame_ring(frame, area, 2.6, left / (double)COUNTDOWN, ink);
    struct type number = {15 * size / ring, FACE_DISPLAY, LEADING_TITLE,       1,
                          INK_TEXT,         ALIGN_CENTER, language_find("de"), true};
    struct setting n = set_text(frame, number, arena_print(frame->arena, "%d", left), size);
    put_middle(frame, &n, x, y, size);
}

// Over the dimmed screen, whose targets are dead.
void countdown_build(struct frame *frame)
{
    const struct language *german = frame->guide->languages.items[0];
    bool wide = frame->h < 180;  // too low for keys one above the other
    double ring_size = wide ? 22 : ring, pad = wide ? 4 : padding;
    double width = fmin(dialog_width, frame->w - 18), text = width - 2 * pad;
    frame->scene->targets.count = 0;
    struct type h1 = type_h1, lead = type_lead, foot = type_body;
    h1.align = lead.align = foot.align = ALIGN_CENTER;
    if (wide)  // upright letters where Nastaliq would need twice the height
        h1.leading = lead.leading = LEADING_LABEL;
    foot.ink = INK_TEXT_2;
    foot.line = 1.4;
    bool chosen = frame->view->visit->language[0];
    foot.language = chosen ? german : language_find("en");  // until then everything is German
    struct setting title =
        set_label(frame, h1, tr(frame->language, "Are you still there?"), text, 2);
    struct setting seconds = set_seconds(frame, lead, text);
    struct setting deleted =
        set_text(frame, lead, tr(frame->language, "What you chose is deleted."), text);
    struct setting for_staff = set_seconds(frame, foot, text);
    bool both = !chosen || frame->language != german;
    double keys = wide ? key_height : 2 * key_height + 2;
    double h = 2 * pad + ring_size + 3.5 + title.height + 2 + seconds.height + deleted.height +
               4.5 + keys + (both ? 7.25 + for_staff.height : 0);
    double x = (frame->w - width) / 2;
    double y = wide ? (frame->h - h) / 2 : fmin(74, frame->h - h - 10);

    frame_rect(frame, (struct area){0, 0, frame->w, frame->h}, INK_SCRIM);
    frame_box(frame, (struct area){x, y, width, h}, 2.5, INK_PAPER, frame_outline(frame));
    x += pad;
    y += pad;
    put_ring(frame, x + (text - ring_size) / 2, y, ring_size);
    y += ring_size + 3.5;
    y += put(frame, &title, x, y) + 2;
    y += put(frame, &seconds, x, y);
    y += put(frame, &deleted, x, y) + 4.5;
    double key = wide ? (text - 2) / 2 : text;
    put_key(frame, (struct area){x, y, key, key_height}, ACTION_STAY, "check-lg",
            tr(frame->language, "Yes, continue"), true);
    put_key(frame,
            (struct area){wide ? x + key + 2 : x, wide ? y : y + key_height + 2, key, key_height},
            ACTION_END, "box-arrow-right", tr(frame->language, "No, end"), false);
    y += keys;
    if (!both)
        return;
    frame_rect(frame, (struct area){x, y + 4, text, 0.125}, INK_HAIR);
    put(frame, &for_staff, x, y + 7.25);
}
