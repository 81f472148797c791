// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/parallel.h"

#include <math.h>
#include <string.h>

#include "guide/pair.h"
#include "kiosk/bars.h"
#include "kiosk/part.h"
#include "text/tr.h"

static const double margin = 5, end_margin = 6, gutter = 10, plate = 7, row_gap = 1.25;
static const double cell_top = 2.1, cell_side = 2.5, ring = 0.5;

// ---- What is shown -----------------------------------------------------------------------------

// NULL: the screen tells of something else.
static const struct office *office_of(const struct frame *frame)
{
    const struct waypoint *now = &frame->view->visit->now;
    return now->screen == SCREEN_OFFICE ? office_find(frame->guide, now->id) : NULL;
}

static const struct document *document_of(const struct frame *frame)
{
    const struct waypoint *now = &frame->view->visit->now;
    if (office_of(frame))
        return &office_of(frame)->words;
    return now->screen == SCREEN_EMERGENCY ? &frame->guide->emergency_page->words
                                           : &page_find(frame->guide, now->id)->words;
}

// ---- Setting -----------------------------------------------------------------------------------

struct row {
    struct setting own, german;
    double height;
};

// German stands at the left in right-to-left languages, at the right in others; either way its
// lines begin at their left.
static enum align german_align(const struct frame *frame)
{
    return frame->mirrored ? ALIGN_END : ALIGN_START;
}

static struct setting set_cell(struct frame *frame, struct type type, const struct pieces *pieces,
                               const char *text, double width)
{
    struct setting setting;
    type = type_shrinkable(frame, type);
    do
        setting =
            pieces ? set_pieces(frame, type, pieces, width) : set_text(frame, type, text, width);
    while (setting.lines.broken && (type.size -= 0.25) >= 3.5);
    return setting;
}

static struct row set_row(struct frame *frame, const struct words *words, const struct pair *pair,
                          double size, double width)
{
    struct type own = pair->bold ? type_body_bold : type_body, german;
    own.size = pair->bold ? fmax(4.5, size) : size;
    german = own;
    own.language = pair->own ? words->language : frame->language;
    german.language = frame->guide->languages.items[0];
    german.align = german_align(frame);
    struct row row = {.own = set_cell(frame, own, pair->own, pair->own_text, width),
                      .german = set_cell(frame, german, pair->other, pair->other_text, width)};
    row.height = fmax(fmax(row.own.height, row.german.height), plate) + 2 * cell_top;
    return row;
}

static bool is_torn(const struct row *rows, size_t count)
{
    bool torn = false;
    for (size_t i = 0; i < count; i++)
        torn |= rows[i].own.lines.broken || rows[i].german.lines.broken;
    return torn;
}

// The largest size with which all rows fit on one screenful, else the least; on a small panel smaller
// rather than with a torn word.
static struct row *set_rows(struct frame *frame, const struct words *words,
                            const struct pairs *pairs, double width, double room)
{
    static const double sizes[] = {5.25, 4.75, 4.5, 4.25, 4, 3.75, 3.5, 3.25, 3};
    enum { USUAL = 4 };
    struct row *rows = arena_alloc(frame->arena, (pairs->count + 1) * sizeof *rows);
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        double height = 0;
        for (size_t i = 0; i < pairs->count; i++) {
            rows[i] = set_row(frame, words, &pairs->items[i], sizes[s], width);
            height += rows[i].height + row_gap;
        }
        if (height <= room || (s + 1 >= USUAL && !(frame->compact && is_torn(rows, pairs->count))))
            break;
    }
    for (size_t i = 0; i < pairs->count; i++)  // one that is longer than a screenful
        for (double size = sizes[USUAL]; rows[i].height > room && size >= 2.75; size -= 0.25)
            rows[i] = set_row(frame, words, &pairs->items[i], size, width);
    return rows;
}

// ---- Drawing -----------------------------------------------------------------------------------

static void put_number(struct frame *frame, int number, bool active, double x, double y)
{
    struct area area = {x, y, plate, plate};
    frame_box(frame, area, 0.75, active ? INK_ON_YELLOW : INK_PETROL_TINT, INK_NONE);
    if (active) {
        frame_icon(frame, x + 0.75, y + 0.75, 5.5, "hand-index-thumb", INK_YELLOW);
        return;
    }
    struct type type = {4.25,         FACE_BOLD,    LEADING_LABEL,       1,
                        INK_TAG_TEXT, ALIGN_CENTER, language_find("de"), true};
    struct setting digits = set_text(frame, type, arena_print(frame->arena, "%d", number), plate);
    put_middle(frame, &digits, x, y, plate);
}

static void put_row(struct frame *frame, const struct row *row, int number, bool outdated,
                    struct area area)
{
    struct action action = action_of(ACTION_MARK, arena_print(frame->arena, "%d", number));
    bool active = frame->view->visit->marked == number;
    bool pressed = frame_pressed(frame, &action) && !active;
    enum ink ink = active ? INK_ON_YELLOW : pressed ? INK_ON_PETROL : INK_TEXT;
    enum ink fill = active ? INK_YELLOW : pressed ? INK_PETROL : INK_PAPER;
    if (active)
        frame_box(frame,
                  (struct area){area.x - ring, area.y - ring, area.w + 2 * ring, area.h + 2 * ring},
                  1.5 + ring, INK_TEXT, INK_NONE);
    frame_box(frame, area, 1.5, fill, active ? INK_NONE : INK_LINE);
    double middle = area.x + area.w / 2;
    frame_rect(frame, (struct area){middle - 0.125, area.y + 2, 0.25, area.h - 4},
               active ? INK_ON_YELLOW : INK_HAIR);
    put_number(frame, number, active, middle - plate / 2, area.y + (area.h - plate) / 2);
    struct setting own = row->own, german = row->german;
    own.type.ink = german.type.ink = ink;
    put(frame, &own, area.x + cell_side, area.y + cell_top);
    put(frame, &german, middle + gutter / 2 + cell_side, area.y + cell_top);
    if (outdated)
        frame_rect(frame, (struct area){area.x - 2, area.y + 1, 0.5, area.h - 2}, INK_CLOSED);
    frame_target(frame, (struct area){area.x, area.y - row_gap / 2, area.w, area.h + row_gap},
                 action);
}

static double put_head(struct frame *frame, double x, double y, double width)
{
    const struct language *german = frame->guide->languages.items[0];
    const char *point = N_("Point to the sentence");
    struct type name = {5.5, FACE_BOLD, LEADING_LABEL, 1.25, INK_TEXT, ALIGN_START, NULL, false};
    struct type hint = {3.75,       FACE_REGULAR, LEADING_LABEL, 1.35,
                        INK_TEXT_2, ALIGN_START,  NULL,          false};
    double half = (width - gutter) / 2 - 2 * cell_side, opposite = x + width / 2 + gutter / 2;
    struct setting own = set_label(frame, name, frame->language->endonym, half, 1);
    struct setting own_hint = set_text(frame, hint, tr(frame->language, point), half);
    name.language = hint.language = german;
    name.align = hint.align = german_align(frame);
    struct setting other = set_label(frame, name, german->endonym, half, 1);
    struct setting other_hint = set_text(frame, hint, tr(german, point), half);
    double h = fmax(own.height + own_hint.height, other.height + other_hint.height);
    put(frame, &own, x + cell_side, y);
    put(frame, &own_hint, x + cell_side, y + own.height);
    put(frame, &other, opposite + cell_side, y);
    put(frame, &other_hint, opposite + cell_side, y + other.height);
    frame_icon(frame, x + width / 2 - 4, y + (h - 8) / 2, 8, "hand-index-thumb", INK_TEXT);
    return h;
}

// ---- Answers -----------------------------------------------------------------------------------

static const struct {
    const char *id, *words;
    double share;  // of the width
} answers[] = {
    {"yes", N_("Yes"), 17},
    {"no", N_("No"), 17},
    {"repeat", N_("I do not understand"), 44},
    {"write", N_("Please write it down"), 44},
};
enum { ANSWERS = sizeof answers / sizeof *answers };

static void put_answer(struct frame *frame, struct area area, int i)
{
    const struct language *german = frame->guide->languages.items[0];
    struct action action = action_of(ACTION_ANSWER, answers[i].id);
    bool pressed = frame_pressed(frame, &action);
    enum ink ink = pressed ? INK_ON_PETROL : INK_TEXT;
    struct type own = {4.25, FACE_BOLD, LEADING_LABEL, 1.3, ink, ALIGN_CENTER, NULL, true};
    struct type other = {
        3.5,          FACE_REGULAR, LEADING_LABEL, 1.3, pressed ? INK_ON_PETROL : INK_TEXT_2,
        ALIGN_CENTER, german,       true};
    const char *words = tr(frame->language, answers[i].words);
    struct span span = {words, own.face, false};
    struct setting a = set_fitting(frame, own, &span, 1, area.w - 2, 1, 3);
    if (a.lines.count > 1) {
        own.size = 3.75;
        own.line = 1.12;
        a = set_label(frame, own, words, area.w - 2, 2);
    }
    struct setting b = set_label(frame, other, tr(german, answers[i].words), area.w - 2, 1);
    frame_key(frame, area, strcmp(frame->view->visit->answer, answers[i].id) == 0, pressed);
    double y = area.y + (area.h - a.height - b.height) / 2;
    put(frame, &a, area.x + 1, y);
    put(frame, &b, area.x + 1, y + a.height);
    frame_target(frame, (struct area){area.x - 0.75, area.y - 2, area.w + 1.5, area.h + 4}, action);
}

// The heading of the strip, in both languages.
static double put_answer_heading(struct frame *frame, double x, double y, double width)
{
    const struct language *german = frame->guide->languages.items[0];
    // TRANSLATORS: the word alone, as a heading over "Yes", "No" …
    const char *answer = N_("Answer");
    struct type type = {3.5, FACE_BOLD, LEADING_LABEL, 1.3, INK_TAG_TEXT, ALIGN_START, NULL, true};
    struct setting own = set_text(frame, type, tr(frame->language, answer), width / 2);
    type.language = german;
    type.align = ALIGN_END;
    struct setting other = set_text(frame, type, tr(german, answer), width / 2);
    put(frame, &own, x, y);
    put(frame, &other, x + width / 2, y);
    return fmax(own.height, other.height);
}

// Returns the area above the strip. On a wide screen, which is low, the heading is left out.
static struct area put_answers(struct frame *frame, struct area area)
{
    const double gap = 1.5, key = 14;
    const int lines = frame->compact ? 2 : 1, in_line = ANSWERS / lines;
    double h = (frame->wide ? 4 : 10) + lines * key + (lines - 1) * 4, y = area.y + area.h - h;
    double x = area.x + margin, width = area.w - 2 * margin, at = x, shares = 0;
    frame_rect(frame, (struct area){area.x, y, area.w, h}, INK_PETROL_TINT);
    y += 2;
    if (!frame->wide)
        y += put_answer_heading(frame, x, y, width) + 1;
    frame->zone = ZONE_FOOT;
    for (int i = 0; i < ANSWERS; i++)
        shares += answers[i].share;
    for (int i = 0; i < ANSWERS; i++) {
        double part = lines > 1 ? 1.0 / in_line : answers[i].share / shares;
        double w = (width - gap * (in_line - 1)) * part;
        if (i == in_line) {
            at = x;
            y += key + 4;
        }
        put_answer(frame, (struct area){at, y, w, key}, i);
        at += w + gap;
    }
    frame->zone = ZONE_CONTENT;
    area.h -= h;
    return area;
}

// One answer, as large as both can read from where they stand.
static void put_answer_card(struct frame *frame, struct area area, int i)
{
    const struct language *german = frame->guide->languages.items[0];
    struct type own = {10, FACE_DISPLAY, LEADING_TITLE, 0, INK_ON_YELLOW, ALIGN_CENTER, NULL, true};
    struct type other = {7.75,          FACE_DISPLAY, LEADING_TITLE, 0,
                         INK_ON_YELLOW, ALIGN_CENTER, german,        true};
    struct area card = {area.x + margin, area.y + 4, area.w - 2 * margin, area.h - 8};
    frame_box(frame, card, 2.5, INK_YELLOW, INK_NONE);
    double width = card.w - 12;
    struct setting a = set_label(frame, own, tr(frame->language, answers[i].words), width, 4);
    struct setting b = set_label(frame, other, tr(german, answers[i].words), width, 4);
    double y = card.y + (card.h - a.height - b.height - 6) / 2;
    put(frame, &a, card.x + 6, y);
    put(frame, &b, card.x + 6, y + a.height + 6);
    frame_target(frame, area, action_of(ACTION_ANSWER, answers[i].id));
}

static int answer_index(const struct visit *visit)
{
    int i = 0;
    while (i < ANSWERS && strcmp(answers[i].id, visit->answer) != 0)
        i++;
    return i;
}

// ---- The screen --------------------------------------------------------------------------------

bool parallel_is_on(const struct view *view)
{
    enum screen screen = view->visit->now.screen;
    return view->visit->bilingual &&
           (screen == SCREEN_PAGE || screen == SCREEN_OFFICE || screen == SCREEN_EMERGENCY);
}

static void put_rows(struct frame *frame, struct area area, const struct document *document)
{
    const struct words *words = part_words(frame, document), *german = document->in[0];
    double x = area.x + margin, width = area.w - margin - end_margin;
    struct pairs pairs =
        pairs_build(frame->arena, frame->guide, frame->language, words, german, office_of(frame));
    if (frame->low)
        put_head(frame, frame->passive.x, frame->passive.y, frame->passive.w);
    struct flow flow = flow_begin(frame, area);
    flow.y = 3;
    if (!frame->low)
        flow.y += put_head(frame, x, flow.y, width) + 2.25;
    double badges = part_words_badges(frame, words, x + cell_side, flow.y - 1.5, width);
    flow.y += badges > 0 ? badges + 0.75 : 0;
    double cell = (width - gutter) / 2 - 2 * cell_side;
    struct row *rows = set_rows(frame, words, &pairs, cell, area.h - flow.y - 2);
    for (size_t i = 0; i < pairs.count; i++) {
        if (i > 0)
            flow_gap(&flow, row_gap);
        put_row(frame, &rows[i], (int)i + 1, pairs.items[i].outdated,
                (struct area){x, flow.y, width, rows[i].height});
        flow.y += rows[i].height;
    }
    flow_end(&flow);
}

void parallel_build(struct frame *frame)
{
    const struct view *view = frame->view;
    int answer = answer_index(view->visit);
    struct area area = put_answers(frame, bars_build(frame));
    struct view usual = *view;
    if (frame->compact) {  // two columns of large type do not find room
        usual.text_size = 1;
        frame->view = &usual;
    }
    if (answer < ANSWERS)
        put_answer_card(frame, area, answer);
    else
        put_rows(frame, area, document_of(frame));
    frame->view = view;
}
