// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/prose.h"

#include <math.h>
#include <string.h>

#include "kiosk/part.h"

static const double step_text = 12.5, step_plate = 8, step_gap = 2.75, bullet_indent = 4.5;
static const double heading_above = 4, heading_below = 2.25, block_gap = 2.5, item_gap = 0.75;

static struct type in_language(struct type type, const struct words *words)
{
    type.language = words->language;
    return type;
}

// A block made from an older German text has an edge of its own at the start.
static void put_edge(struct frame *frame, const struct block *block, double x, double y, double h)
{
    if (block->outdated)
        frame_rect(frame, (struct area){x - 2, y, 0.5, h}, INK_CLOSED);
}

static double put_block(struct frame *frame, const struct words *words, const struct block *block,
                        struct type type, double x, double y, double width)
{
    struct setting setting = set_pieces(frame, in_language(type, words), &block->text, width);
    put_edge(frame, block, x, y, setting.height);
    return put(frame, &setting, x, y);
}

static const struct piece *unsure_value(struct frame *frame, const struct block *block)
{
    for (size_t i = 0; i < block->text.count; i++) {
        const struct piece *piece = &block->text.items[i];
        if (piece->value && part_origin(frame, &piece->value->origin))
            return piece;
    }
    return NULL;
}

// The mark of a sample or overdue value in this block, below it.
static double put_value_mark(struct frame *frame, const struct block *block, double x, double y,
                             double width)
{
    const struct piece *piece = unsure_value(frame, block);
    if (!piece)
        return 0;
    return part_badge(frame, x, y, width, part_origin(frame, &piece->value->origin));
}

static double value_mark_height(struct frame *frame, const struct block *block, double width)
{
    struct mark mark = frame_mark(frame);
    double height = put_value_mark(frame, block, 0, 0, width);
    frame_rewind(frame, mark);
    return height;
}

// ---- Facts --------------------------------------------------------------------------------------

static int collect_facts(const struct words *words, const struct block **facts, int most)
{
    int count = 0;
    for (size_t i = 0; i < words->blocks.count && count < most; i++)
        if (words->blocks.items[i].kind == BLOCK_FACT)
            facts[count++] = &words->blocks.items[i];
    return count;
}

void prose_fact_cards(struct flow *flow, const struct words *words, double x, double width,
                      enum ink icon_ink)
{
    static const char *const icons[] = {
        [FACT_DEADLINE] = "calendar-check",
        [FACT_COST] = "wallet2",
        [FACT_DURATION] = "clock",
    };
    struct frame *frame = flow->frame;
    const double gap = 2, least = 14;
    const struct block *facts[3];
    int count = collect_facts(words, facts, 3), columns = count == 3 ? 3 : 2;
    while (columns > 1 && width / columns < 34 * frame->view->text_size)
        columns--;
    double w = (width + gap) / columns - gap, h = least;
    bool narrow = w < 38;
    double pad = narrow ? 1.5 : 2.25, icon = narrow ? 5 : 6.5, icon_gap = 1.5;
    double text = w - 2 * pad - icon - icon_gap;
    struct setting settings[3];
    double marks[3];
    for (int i = 0; i < count; i++) {
        const struct block *block = facts[i];
        struct type type = in_language(type_label, words);
        type.line = type_line(words->language, 1.3, 1.45);
        settings[i] = set_fitting_pieces(frame, type, &block->text, text, 2, 1);
        marks[i] = value_mark_height(frame, block, text);
        h = fmax(h, settings[i].height + 3 + marks[i]);
    }
    for (int i = 0; i < count; i++) {
        if (i > 0 && i % columns == 0)
            flow->y += h + gap;
        struct area card = {x + i % columns * (w + gap), flow->y, w, h};
        frame_box(frame, card, 1.5, INK_PAPER, frame_outline(frame));
        frame_icon(frame, card.x + pad, card.y + (h - icon) / 2, icon, icons[facts[i]->variant],
                   icon_ink);
        double top = card.y + (h - settings[i].height - marks[i]) / 2;
        double left = card.x + pad + icon + icon_gap;
        put(frame, &settings[i], left, top);
        put_value_mark(frame, facts[i], left, top + settings[i].height, text);
    }
    if (count)
        flow->y += h;
}

// ---- Lists and steps ----------------------------------------------------------------------------

static double put_bullet(struct frame *frame, const struct words *words, const struct block *item,
                         double x, double y, double width)
{
    struct setting setting =
        set_pieces(frame, in_language(type_body, words), &item->text, width - bullet_indent);
    frame_box(frame, (struct area){x + 0.75, y + setting.line_height / 2 - 0.65, 1.5, 1.5}, 0.25,
              INK_PETROL, frame_outline(frame));
    put_edge(frame, item, x, y, setting.height);
    double h = put(frame, &setting, x + bullet_indent, y);
    return h + put_value_mark(frame, item, x + bullet_indent, y + h, width - bullet_indent);
}

static void put_list(struct flow *flow, const struct words *words, const struct block *list,
                     double x, double width)
{
    for (size_t i = 0; i < list->children.count; i++) {
        flow->y += put_bullet(flow->frame, words, &list->children.items[i], x, flow->y, width);
        if (i + 1 < list->children.count)
            flow_weak_gap(flow, item_gap);
    }
}

static void put_step_number(struct frame *frame, int number, double x, double y)
{
    struct type type = {5,
                        FACE_BOLD,
                        LEADING_LABEL,
                        1,
                        INK_ON_PETROL,
                        ALIGN_CENTER,
                        frame->guide->languages.items[0],
                        true};
    frame_box(frame, (struct area){x, y, step_plate, step_plate}, 0.75, INK_PETROL,
              frame_outline(frame));
    struct setting digits =
        set_text(frame, type, arena_print(frame->arena, "%d", number), step_plate);
    put_middle(frame, &digits, x, y, step_plate);
}

static void put_step_children(struct flow *flow, const struct words *words,
                              const struct block *step, double x, double width)
{
    struct frame *frame = flow->frame;
    struct type h3 = type_h3;
    h3.line = type_line(words->language, 1.3, 0);
    for (size_t i = 0; i < step->children.count; i++) {
        const struct block *child = &step->children.items[i];
        if (i > 0)
            flow_weak_gap(flow, child->kind == BLOCK_LIST ? item_gap : 0.5);
        if (child->kind == BLOCK_LIST) {
            put_list(flow, words, child, x, width);
            continue;
        }
        struct type type = child->kind == BLOCK_HEADING ? h3 : type_body;
        flow->y += put_block(frame, words, child, type, x, flow->y, width);
        flow->y += put_value_mark(frame, child, x, flow->y, width);
    }
}

// The line that joins the numbers is drawn first: it lies below the next plate.
static void put_steps(struct flow *flow, const struct words *words, const struct block *steps,
                      double x, double width)
{
    struct frame *frame = flow->frame;
    for (size_t i = 0; i < steps->children.count; i++) {
        const struct block *step = &steps->children.items[i];
        double top = flow->y;
        put_step_number(frame, (int)i + 1, x, top);
        flow->y += 0.75;
        put_step_children(flow, words, step, x + step_text, width - step_text);
        flow->y = fmax(flow->y, top + step_plate);
        bool last = i + 1 == steps->children.count;
        if (!last && flow->y + step_gap - top > step_plate + 1.5)
            frame_rect(frame,
                       (struct area){x + 3.75, top + step_plate + 0.75, 0.5,
                                     flow->y + step_gap - top - step_plate - 1.5},
                       INK_HAIR);
        if (!last)
            flow_gap(flow, step_gap);
    }
}

double prose_checks(struct frame *frame, const struct words *words, const struct block *items,
                    size_t count, double x, double y, double width)
{
    const double indent = 5.25, icon = 3.75;
    struct type type = in_language(type_body, words);
    type.size = 4;
    type.line = type_line(words->language, 1.32, 1.45);
    double top = y;
    for (size_t i = 0; i < count; i++) {
        struct setting setting = set_pieces(frame, type, &items[i].text, width - indent);
        frame_icon(frame, x, y + (setting.line_height - icon) / 2, icon, "check-lg", INK_OPEN);
        put_edge(frame, &items[i], x, y, setting.height);
        y += put(frame, &setting, x + indent, y) + 1.1;
    }
    return y - top;
}

// ---- Call-outs, numbers -------------------------------------------------------------------------

void prose_note(struct flow *flow, const struct words *words, const struct block *note, double x,
                double width)
{
    static const struct callout looks[] = {
        [NOTE_INFO] = {"info-circle", INK_YELLOW_TINT, INK_YELLOW, INK_TEXT},
        [NOTE_DEADLINE] = {"calendar-check", INK_YELLOW_TINT, INK_YELLOW, INK_TEXT},
        [NOTE_WARNING] = {"exclamation-triangle", INK_CLOSED_TINT, INK_CLOSED, INK_CLOSED},
    };
    struct frame *frame = flow->frame;
    double text = part_callout_text_width(width);
    struct setting heading = {0};
    struct setting *texts = arena_alloc(frame->arena, (note->children.count + 1) * sizeof *texts);
    size_t count = 0;
    for (size_t i = 0; i < note->children.count; i++) {
        const struct block *child = &note->children.items[i];
        bool is_heading = child->kind == BLOCK_HEADING;
        struct setting setting = set_pieces(
            frame, in_language(is_heading ? type_h3 : type_body, words), &child->text, text);
        put_edge(frame, child, x, flow->y, is_heading ? 0 : setting.height);
        if (is_heading)
            heading = setting;
        else
            texts[count++] = setting;
    }
    flow->y +=
        part_callout(frame, x, flow->y, width, &looks[note->variant], &heading, texts, count);
    for (size_t i = 0; i < note->children.count; i++) {
        double mark = put_value_mark(frame, &note->children.items[i], x, flow->y + 1, width);
        flow->y += mark > 0 ? mark + 1 : 0;
    }
}

static void put_number(struct flow *flow, const struct words *words, const struct block *block,
                       double x, double width)
{
    struct frame *frame = flow->frame;
    const struct value *value = emergency_number(frame->guide, block->ref);
    struct type large = {10,
                         FACE_DISPLAY,
                         LEADING_TITLE,
                         1.1,
                         INK_CLOSED,
                         ALIGN_START,
                         frame->guide->languages.items[0],
                         false};
    const double pad = frame->compact ? 3 : 4;
    double column = frame->compact ? width - 2 * pad : 38;
    struct span digits = {value->shown, large.face, true};
    struct setting number = set_fitting(frame, large, &digits, 1, column, 1, 20);
    struct setting use = set_pieces(frame, in_language(type_body_bold, words), &block->text,
                                    frame->compact ? column : width - column - 3 * pad);
    double both = frame->compact ? number.height + use.height : fmax(number.height, use.height);
    double h = fmax(both + 4, 18);
    frame_box(frame, (struct area){x, flow->y, width, h}, 1.5, INK_CLOSED_TINT, INK_NONE);
    if (frame->compact) {  // one below the other
        put(frame, &number, x + pad, flow->y + 2);
        put(frame, &use, x + pad, flow->y + 2 + number.height);
    } else {
        put_middle(frame, &number, x + pad, flow->y, h);
        put_middle(frame, &use, x + 2 * pad + column, flow->y, h);
    }
    flow->y += h;
}

// ---- The body -----------------------------------------------------------------------------------

void prose_body(struct flow *flow, const struct words *words, double x, double width)
{
    struct frame *frame = flow->frame;
    enum block_kind before = BLOCK_LEAD;
    for (size_t i = 0; i < words->blocks.count; i++) {
        const struct block *block = &words->blocks.items[i];
        bool heading = block->kind == BLOCK_HEADING;
        switch (block->kind) {
        case BLOCK_HEADING:
        case BLOCK_PARAGRAPH:
        case BLOCK_LIST:
        case BLOCK_STEPS:
        case BLOCK_NOTE:
        case BLOCK_NUMBER:
            break;
        default:
            continue;
        }
        // A heading stays with what follows it.
        if (before == BLOCK_HEADING)
            flow->y += heading_below;
        else
            flow_gap(flow, heading || before == BLOCK_LEAD                         ? heading_above
                           : before == BLOCK_NUMBER && block->kind == BLOCK_NUMBER ? 1.5
                                                                                   : block_gap);
        if (heading || block->kind == BLOCK_PARAGRAPH) {
            flow->y +=
                put_block(frame, words, block, heading ? type_h2 : type_body, x, flow->y, width);
            flow->y += put_value_mark(frame, block, x, flow->y, width);
        } else if (block->kind == BLOCK_LIST) {
            put_list(flow, words, block, x, width);
        } else if (block->kind == BLOCK_STEPS) {
            put_steps(flow, words, block, x, width);
        } else if (block->kind == BLOCK_NUMBER) {
            put_number(flow, words, block, x, width);
        } else {
            prose_note(flow, words, block, x, width);
        }
        before = block->kind;
    }
}
