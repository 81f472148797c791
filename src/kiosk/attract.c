// SPDX-License-Identifier: EUPL-1.2
#include <math.h>
#include <string.h>

#include "kiosk/screen.h"
#include "kiosk/type.h"
#include "text/tr.h"

static const double arm_height = 16.5, arm_type = 6.75, current_height = 30, current_type = 13;
static const double low_screen = 180;  // u: less height needs a smaller foot and smaller arms
static const double most_gap = 9, least_gap = 3, post_end = 4;

// How far each arm reaches over the post on its blunt side, in parts of its width.
static const double overlap[] = {0.16, 0.34, 0.21, 0.36, 0.35, 0.42, 0.19};
enum { ARMS = sizeof overlap / sizeof overlap[0], LANGUAGES = 64 };

struct greeting {
    const struct language *language;
    const char *text;
    double current;  // 0 … 1: how far it is the yellow one
};

static size_t common_divisor(size_t a, size_t b)
{
    return b ? common_divisor(b, a % b) : a;
}

static bool greets_alike(const struct guide *guide, size_t a, size_t b)
{
    const struct block *x = block_find(guide->words.in[a], BLOCK_GREETING, NULL);
    const struct block *y = block_find(guide->words.in[b], BLOCK_GREETING, NULL);
    return x && y && x->text.count && y->text.count &&
           strcmp(x->text.items[0].text, y->text.items[0].text) == 0;
}

// The languages on their way over the post, by their indices in guide->languages. The list has those
// of one script together; by steps of about two fifths of it each script comes soon. Who greets in
// the same words as German (plain German does) is not there twice.
static size_t order_of(const struct guide *guide, size_t order[LANGUAGES])
{
    size_t listed[LANGUAGES], count = 0;
    for (size_t i = 0; i < guide->languages.count && count < LANGUAGES; i++)
        if (guide->offered[i] && (i == 0 || !greets_alike(guide, 0, i)))
            listed[count++] = i;
    size_t step = count * 2 / 5;
    while (common_divisor(count, step) != 1)
        step++;
    for (size_t i = 0; i < count; i++)
        order[i] = listed[i * step % count];
    return count;
}

double attract_phase(const struct guide *guide, int language)
{
    size_t order[LANGUAGES], count = order_of(guide, order);
    for (size_t i = 0; i < count; i++)
        if (order[i] == (size_t)language)
            return (double)i;
    return 0;
}

static double scale_of(const struct frame *frame)
{
    return frame->h < low_screen ? 0.8 : 1;
}

// How many arms, one of them the large one, a post of that height has room for.
static size_t arms_on(const struct frame *frame, double height)
{
    double scale = scale_of(frame);
    double further =
        (height - 2 * post_end - scale * current_height) / (scale * arm_height + least_gap);
    return further < 0 ? 1 : further + 1 < ARMS ? (size_t)further + 1 : ARMS;
}

// The greetings on the post: a window of that many languages that contains the current one.
static size_t choose_greetings(struct frame *frame, struct greeting *greetings, size_t arms,
                               size_t *current)
{
    const struct guide *guide = frame->guide;
    size_t offered[LANGUAGES], count = order_of(guide, offered);
    double phase = frame->view->attract;
    size_t now = (size_t)phase % count, next = (now + 1) % count;
    double moved = phase - floor(phase);
    size_t shown = count < arms ? count : arms, first = count > arms ? now / arms * arms : 0;
    for (size_t i = 0; i < shown; i++) {
        size_t which = (first + i) % count;
        const struct words *words = words_in(&guide->words, (int)offered[which]);
        greetings[i] = (struct greeting){
            .language = words->language,
            .text = words_text(frame->arena, words, BLOCK_GREETING, NULL),
            .current = which == now    ? 1 - moved
                       : which == next ? moved
                                       : 0,
        };
    }
    *current = offered[moved < 0.5 ? now : next];
    return shown;
}

static double mix(double from, double to, double part)
{
    return from + (to - from) * part;
}

// Type steps by half units while an arm grows, so that few sizes of each font are needed.
static double type_size(double current)
{
    return round(mix(arm_type, current_type, current) * 4) / 4;
}

static double height_of(const struct frame *frame, const struct greeting *greeting)
{
    return scale_of(frame) * mix(arm_height, current_height, greeting->current);
}

static void put_arm(struct frame *frame, const struct greeting *greeting, double y, double post,
                    double reach)
{
    double scale = scale_of(frame), h = height_of(frame, greeting);
    double point = 0.42 * h, blunt = scale * mix(5.5, 8, greeting->current);
    double neck = point + scale * mix(4, 4.5, greeting->current);
    bool yellow = greeting->current >= 0.5, left = greeting->language->rtl;
    struct type type = {
        scale * type_size(greeting->current),   FACE_BOLD,   LEADING_TITLE,      1,
        yellow ? INK_ON_YELLOW : INK_ON_PETROL, ALIGN_START, greeting->language, true};
    double most = frame->w - 10 - blunt - neck;
    struct setting text = set_text(frame, type, greeting->text, most);
    while (text.lines.count > 1 && type.size > 3.5) {
        type.size -= 0.5;
        text = set_text(frame, type, greeting->text, most);
    }
    text.width = text.ink_width;
    double w = blunt + text.width + neck;
    double x = left ? post + reach * w - w : post - reach * w;
    x = fmin(fmax(x, 5), frame->w - 5 - w);
    frame_arm(frame, (struct area){x, y, w, h}, point, left, yellow ? INK_YELLOW : INK_ARM);
    put_middle(frame, &text, left ? x + neck : x + blunt, y, h);
}

static void put_signpost(struct frame *frame, struct area area, double post,
                         const struct greeting *greetings, size_t count)
{
    double arms = scale_of(frame) * (arm_height * (double)(count - 1) + current_height);
    double gap = count > 1 ? (area.h - 2 * post_end - arms) / (double)(count - 1) : 0;
    gap = fmin(fmax(gap, least_gap), most_gap);
    double y = area.y + (area.h - arms - gap * (double)(count - 1)) / 2;
    frame_box(frame, (struct area){post - 1.75, area.y, 3.5, area.h + 4}, 1.75, INK_ON_PETROL_2,
              INK_NONE);
    for (size_t i = 0; i < count; i++) {
        put_arm(frame, &greetings[i], y, post, overlap[i]);
        y += height_of(frame, &greetings[i]) + gap;
    }
}

static void put_brand(struct frame *frame)
{
    const struct language *german = frame->guide->languages.items[0];
    struct type name = {8,           FACE_DISPLAY, LEADING_TITLE, 1.05, INK_ON_PETROL,
                        ALIGN_START, german,       true};
    struct type town = {4.5,         FACE_REGULAR, LEADING_LABEL, 1.3, INK_ON_PETROL_2,
                        ALIGN_START, german,       true};
    frame_icon(frame, 5, 5, 10.76, "mark", INK_ON_PETROL);
    double y = 4.6;
    y += put_text(frame, name, "Wegweiser", 18.76, y, 80);
    put_text(frame, town, frame->guide->body, 18.76, y, 80);
}

static void put_hand(struct frame *frame, double x, double y, double size)
{
    frame_box(frame, (struct area){x - 2, y - 2, size + 4, size + 4}, size / 2 + 2, INK_HALO,
              INK_NONE);
    frame_box(frame, (struct area){x, y, size, size}, size / 2, INK_YELLOW, INK_NONE);
    double icon = size * 0.59;
    frame_icon(frame, x + (size - icon) / 2, y + (size - icon) / 2, icon, "touch", INK_ON_YELLOW);
}

// "Touch the screen" in the current greeting's language, in German and in English.
static void put_prompt(struct frame *frame, struct area area, const struct language *current)
{
    const struct language *german = frame->guide->languages.items[0];
    const struct language *english = language_find("en");
    const struct language *below[2] = {german == current ? NULL : german,
                                       english == current ? NULL : english};
    struct type large = {7,           FACE_BOLD, LEADING_LABEL, 1.35, INK_ON_PETROL,
                         ALIGN_START, current,   true};
    struct type small = {4.5,         FACE_REGULAR, LEADING_LABEL, 1.45, INK_ON_PETROL_2,
                         ALIGN_START, NULL,         true};
    const char *msgid = N_("Touch the screen");
    double hand = frame->compact ? 16 : 22, width = area.w - 2 * hand;
    struct setting lines[3];
    size_t count = 0;
    lines[count++] = set_label(frame, large, tr(current, msgid), width, 1);
    for (int i = 0; i < 2; i++) {
        small.language = below[i];
        if (below[i])
            lines[count++] = set_text(frame, small, tr(below[i], msgid), width);
    }
    double h = 0, widest = 0, gap = 6;
    for (size_t i = 0; i < count; i++) {
        h += lines[i].height;
        widest = fmax(widest, lines[i].ink_width);
    }
    frame_rect(frame, area, INK_FOOT);
    bool was = frame->mirrored;
    frame->mirrored = current->rtl;
    double x = (frame->w - hand - gap - widest) / 2, y = area.y + (area.h - h) / 2;
    put_hand(frame, x, area.y + (area.h - hand) / 2, hand);
    for (size_t i = 0; i < count; i++) {
        lines[i].width = widest;
        y += put(frame, &lines[i], x + hand + gap, y);
    }
    frame->mirrored = was;
}

void attract_build(struct frame *frame)
{
    frame->mirrored = false;
    frame->scene->ground = frame->view->theme->colour[INK_ATTRACT];
    double foot = frame->h < low_screen ? 32 : 46, top = frame->wide ? 3 : 26;
    struct area post = {0, top, frame->w, frame->h - foot - top};
    struct greeting greetings[ARMS];
    size_t current, count = choose_greetings(frame, greetings, arms_on(frame, post.h), &current);
    put_signpost(frame, post, frame->w / 2, greetings, count);
    put_brand(frame);
    put_prompt(frame, (struct area){0, frame->h - foot, frame->w, foot},
               frame->guide->languages.items[current]);
    frame_target(frame, (struct area){0, 0, frame->w, frame->h}, action_of(ACTION_LANGUAGES, NULL));
}
