// SPDX-License-Identifier: EUPL-1.2
#include <math.h>

#include "guide/address.h"
#include "kiosk/bars.h"
#include "kiosk/part.h"
#include "kiosk/prose.h"
#include "kiosk/screen.h"
#include "text/tr.h"

static const double margin = 5, end_margin = 6, head_gap = 2.5;

static double put_crumb(struct frame *frame, const struct page *page, double x, double y,
                        double width)
{
    struct emblem emblem = part_emblem(frame, page);
    struct type type = type_small_bold;
    type.ink = emblem.ink;
    type.line = 1.3;
    const struct words *words = part_words(frame, &frame->guide->words);
    const char *topic = words_text(frame->arena, words, BLOCK_TOPIC, page->topic->id);
    part_plate(frame, x, y, 6.5, 0.75, 4.5, emblem.icon, emblem.ink, emblem.tint);
    struct setting name = set_label(frame, type, topic, width - 8, 1);
    put_middle(frame, &name, x + 8, y, 6.5);
    return 6.5 + 2;
}

static double put_title(struct frame *frame, const struct words *words, double x, double y,
                        double width)
{
    struct type h1 = type_h1, lead = type_lead;
    h1.language = lead.language = words->language;
    double top = y;
    struct setting title = set_label(frame, h1, part_text(frame, words, BLOCK_TITLE), width, 3);
    y += put(frame, &title, x, y) + 1.75;
    const struct block *block = block_find(words, BLOCK_LEAD, NULL);
    if (block) {
        lead.line = type_line(words->language, 1.4, 1.55);
        struct setting setting = set_pieces(frame, lead, &block->text, width);
        y += put(frame, &setting, x, y);
    }
    y += part_words_badges(frame, words, x, y, width);
    return y - top;
}

// Above the line of low reach: all of it, in smaller type if it must be.
static double put_title_within(struct frame *frame, const struct words *words, double x, double y,
                               double width, double room)
{
    struct type h1 = type_shrinkable(frame, type_h1), lead = type_shrinkable(frame, type_lead);
    const struct block *block = block_find(words, BLOCK_LEAD, NULL);
    struct span span = {part_text(frame, words, BLOCK_TITLE), h1.face, false};
    struct setting title, text = {0};
    h1.language = lead.language = words->language;
    struct mark mark = frame_mark(frame);
    double badges = part_words_badges(frame, words, x, 0, width);
    frame_rewind(frame, mark);
    do {
        title = set_fitting(frame, h1, &span, 1, width, 3, 40);
        if (block)
            text = set_pieces(frame, lead, &block->text, width);
        h1.size -= 0.25;
        lead.size -= 0.2;
    } while (title.height + 1.75 + text.height + badges > room && lead.size > 3);
    double top = y;
    y += put(frame, &title, x, y) + 1.75;
    if (block)
        y += put(frame, &text, x, y);
    y += part_words_badges(frame, words, x, y, width);
    return y - top;
}

// ---- What stands at the end: offices, pages, date ----------------------------------------------

static void put_heading(struct flow *flow, const char *text, double x, double width)
{
    flow_gap(flow, 4);
    flow->y += put_text(flow->frame, type_h3, text, x, flow->y, width) + 1.5;
}

static void put_contacts(struct flow *flow, const struct words *words, double x, double width)
{
    struct frame *frame = flow->frame;
    const struct office *offices[16];
    size_t count = 0;
    for (size_t i = 0; i < words->blocks.count && count < 16; i++)
        if (words->blocks.items[i].kind == BLOCK_CONTACT)
            offices[count++] = office_find(frame->guide, words->blocks.items[i].ref);
    if (count == 0)
        return;
    put_heading(flow, tr(frame->language, "Where to go"), x, width);
    flow->y +=
        part_office_rows(frame, (struct area){x, flow->y, width, 0}, 1, 11.75, offices, count);
}

static void put_related(struct flow *flow, const struct words *words, double x, double width)
{
    const struct page *pages[16];
    size_t count = 0;
    for (size_t i = 0; i < words->blocks.count && count < 16; i++)
        if (words->blocks.items[i].kind == BLOCK_SEE)
            pages[count++] = page_find(flow->frame->guide, words->blocks.items[i].ref);
    part_related(flow, pages, count, x, width);
}

// A link is a QR code: there is no browser here.
static void put_links(struct flow *flow, const struct words *words, double x, double width)
{
    struct frame *frame = flow->frame;
    const double size = 24;
    bool first = true;
    for (size_t i = 0; i < words->blocks.count; i++) {
        const struct block *block = &words->blocks.items[i];
        if (block->kind != BLOCK_LINK)
            continue;
        if (first)
            put_heading(flow, tr(frame->language, "On the internet"), x, width);
        else
            flow_weak_gap(flow, 2);
        first = false;
        struct type type = type_body_bold;
        type.language = words->language;
        struct setting text = set_pieces(frame, type, &block->text, width - size - 3);
        double h = fmax(size, text.height), top = flow->y + (h - size) / 2;
        frame_box(frame, (struct area){x, top, size, size}, 1.5, INK_SYMBOL_PAPER, INK_HAIR);
        frame_symbol(frame, (struct area){x, top, size, size}, block->ref);
        put_middle(frame, &text, x + size + 3, flow->y, h);
        flow->y += h;
    }
}

static void put_date(struct flow *flow, const struct page *page, double x, double width)
{
    struct frame *frame = flow->frame;
    struct date date = page->origin.verified;
    if (page->origin.sample)
        flow->y += 3 + part_badge(frame, x, flow->y + 3, width, part_origin(frame, &page->origin));
    if (!date.year)
        return;
    flow->y += 3;  // stays with what stands above it
    const char *shown = arena_print(frame->arena, "%d.%d.%d", date.day, date.month, date.year);
    struct setting checked = set_sentence(
        frame, type_small, tr(frame->language, "Last checked: %s"), shown, NULL, width);
    flow->y += put(frame, &checked, x, flow->y);
}

// ---- The page -----------------------------------------------------------------------------------

static double put_symbol(struct frame *frame, const struct page *page, double x, double y)
{
    const char *caption = tr(frame->language, "This page on your phone");
    double width = part_symbol_width(frame), h = part_symbol_height(frame, width, caption);
    part_symbol(frame, (struct area){x, y, width, h},
                page_address(frame->arena, frame->guide, frame->language, page->id), caption, true);
    return h;
}

// Beside the text if there is room; false: nothing was drawn.
static bool put_aside(struct flow *side,
                      void (*part)(struct flow *, const struct words *, double, double),
                      const struct words *words, double x, double width)
{
    struct mark mark = frame_mark(side->frame);
    double before = side->y;
    part(side, words, x, width);
    if (side->y + 3 < side->view.h)
        return true;
    frame_rewind(side->frame, mark);
    side->y = before;
    return false;
}

static void put_prose(struct flow *flow, const struct page *page, const struct words *words,
                      double x, double width)
{
    if (block_find(words, BLOCK_FACT, NULL)) {
        flow->y += 3;
        prose_fact_cards(flow, words, x, width, topic_ink(page->topic->colour));
    }
    prose_body(flow, words, x, width);
}

// With low reach: code, title and lead above the line, all else below it.
static void build_low(struct frame *frame, struct area area, const struct page *page,
                      const struct words *words)
{
    struct area above = frame->passive;
    double symbol = part_symbol_width(frame), text = above.w - symbol - head_gap, y = above.y;
    put_symbol(frame, page, above.x + above.w - symbol, above.y);
    y += put_crumb(frame, page, above.x, y, text);
    put_title_within(frame, words, above.x, y, text, above.y + above.h - y);
    area = part_column(area);
    double x = area.x + margin, width = area.w - margin - end_margin;
    struct flow flow = flow_begin(frame, area);
    put_prose(&flow, page, words, x, width);
    put_contacts(&flow, words, x, width);
    put_related(&flow, words, x, width);
    put_links(&flow, words, x, width);
    put_date(&flow, page, x, width);
    flow_end(&flow);
}

// The code stands at the page head, always visible without a touch.
static void build_portrait(struct frame *frame, struct area area, const struct page *page,
                           const struct words *words)
{
    double x = area.x + margin, width = area.w - margin - end_margin;
    double code = part_symbol_width(frame), top = 4;
    double text = frame->compact ? width : width - code - head_gap;
    struct flow flow = flow_begin(frame, area);
    flow.y = top;
    flow.y += put_crumb(frame, page, x, flow.y, text);
    flow.y += put_title(frame, words, x, flow.y, text);
    if (frame->compact)
        flow.y += put_symbol(frame, page, x, flow.y + head_gap) + head_gap;
    else
        flow.y = fmax(flow.y, top + put_symbol(frame, page, x + width - code, top));
    put_prose(&flow, page, words, x, width);
    put_contacts(&flow, words, x, width);
    put_related(&flow, words, x, width);
    put_links(&flow, words, x, width);
    put_date(&flow, page, x, width);
    flow_end(&flow);
}

// Code, offices and related pages stand beside the text, as far as there is room.
static void build_landscape(struct frame *frame, struct area area, const struct page *page,
                            const struct words *words)
{
    double aside = 70, x = area.x + margin;
    struct area main = {area.x, area.y, area.w - aside - margin, area.h};
    struct flow side = {.frame = frame, .view = area, .y = 4};
    double side_x = main.x + main.w;
    side.y += put_symbol(frame, page, side_x, side.y);
    bool offices = put_aside(&side, put_contacts, words, side_x, aside);
    bool pages = offices && put_aside(&side, put_related, words, side_x, aside);

    double width = main.w - margin - end_margin;
    struct flow flow = flow_begin(frame, main);
    flow.y = 4;
    flow.y += put_crumb(frame, page, x, flow.y, width);
    flow.y += put_title(frame, words, x, flow.y, width);
    put_prose(&flow, page, words, x, width);
    if (!offices)
        put_contacts(&flow, words, x, width);
    if (!pages)
        put_related(&flow, words, x, width);
    put_links(&flow, words, x, width);
    put_date(&flow, page, x, width);
    flow_end(&flow);
}

static void build(struct frame *frame, const struct page *page)
{
    struct area area = bars_build(frame);
    const struct words *words = part_words(frame, &page->words);
    if (frame->landscape)
        build_landscape(frame, area, page, words);
    else if (frame->low)
        build_low(frame, area, page, words);
    else
        build_portrait(frame, area, page, words);
}

void page_build(struct frame *frame)
{
    build(frame, page_find(frame->guide, frame->view->visit->now.id));
}

void emergency_build(struct frame *frame)
{
    build(frame, frame->guide->emergency_page);
}
