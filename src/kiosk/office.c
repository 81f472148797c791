// SPDX-License-Identifier: EUPL-1.2
#include <math.h>

#include "guide/address.h"
#include "kiosk/bars.h"
#include "kiosk/contact.h"
#include "kiosk/part.h"
#include "kiosk/prose.h"
#include "kiosk/screen.h"
#include "kiosk/site.h"
#include "kiosk/way.h"
#include "kiosk/week.h"
#include "text/tr.h"

static const double margin = 5, end_margin = 6, card_gap = 2.5, card_x = 3, card_y = 2.75;
static const double strip = 15;  // at the lower end of a screenful, for "Read on"

// ---- Sign ---------------------------------------------------------------------------------------

static double pill_height(const struct status *status)
{
    return fmax(8, status->text.height + 2);
}

static void put_pill(struct frame *frame, const struct status *status, double x, double y)
{
    double h = pill_height(status);
    frame_box(frame, (struct area){x, y, status->width + 5.5, h}, 4, INK_PAPER,
              frame_outline(frame));
    put_status(frame, status, x + 2.5, y, h);
}

static void put_sign(struct flow *flow, const struct office *office, double x, double width)
{
    struct frame *frame = flow->frame;
    const struct words *words = part_words(frame, &office->words);
    const struct words *german = office->words.in[0];
    bool foreign = words->language != german->language;
    bool tight = frame->wide && frame->low;  // the part above the line is no higher than this sign
    const double symbol = fmin(28, part_symbol_width(frame)), pad = tight ? 1 : 2, start = 4;
    const char *caption = tr(frame->language, "This page on your phone");
    double symbol_h = part_symbol_height(frame, symbol, caption);
    double text = width - start - symbol - 3 - pad;
    struct type h1 = type_h1, second = type_body;
    h1.fixed = tight;
    h1.ink = INK_ON_PETROL;
    h1.language = words->language;
    if (foreign)
        second = (struct type){5,          FACE_BOLD,   LEADING_LABEL,    1.3,
                               INK_YELLOW, ALIGN_START, german->language, true};
    else
        second.ink = INK_ON_PETROL_2;
    second.fixed |= tight;
    struct span title = {part_text(frame, words, BLOCK_NAME), h1.face, false};
    struct setting name = set_fitting(frame, type_shrinkable(frame, h1), &title, 1, text, 2, 20);
    struct span line = {
        part_text(frame, foreign ? german : words, foreign ? BLOCK_NAME : BLOCK_PURPOSE),
        second.face, false};
    struct setting below = set_fitting(frame, second, &line, 1, text, 2, 8);
    struct type plain = type_body, bold = type_body_bold;
    plain.ink = INK_ON_PETROL_2;
    plain.fixed = bold.fixed = tight;
    struct status status = part_status(frame, office, bold, text - 5.5, true);
    struct setting next = part_next_opening(frame, office, plain, text);
    double texts = name.height + below.height + 2 + pill_height(&status) + next.height;
    double h = fmax(symbol_h, texts + 2) + 2 * pad;
    struct area sign = {x, flow->y, width, h};
    frame_box(frame, sign, 1.5, INK_PETROL, frame_outline(frame));
    double y = sign.y + (h - texts) / 2;
    y += put(frame, &name, x + start, y);
    y += put(frame, &below, x + start, y) + 2;
    put_pill(frame, &status, x + start, y);
    if (next.lines.count)
        put(frame, &next, x + start, y + pill_height(&status));
    part_symbol(
        frame,
        (struct area){x + width - pad - symbol, sign.y + (h - symbol_h) / 2, symbol, symbol_h},
        office_address(frame->arena, frame->guide, frame->language, office->id), caption, false);
    flow->y += h;
}

// ---- Cards --------------------------------------------------------------------------------------

// One draws a card's content and returns its height: first out of sight, to know the card's.
struct card {
    const struct words *words;
    const struct block *items;  // of a list
    size_t item_count;
    const struct site *site;  // a card of hours
    bool several;             // it is one of several sites: the card tells which, and how to get in
    struct site_shown shown;
    const char *title;  // NULL: it goes on with the list of the card before
};

static double put_hours_content(struct frame *frame, const struct card *card, double x, double y,
                                double width)
{
    double top = y;
    const struct hours *hours = card->site->hours;
    if (card->several)
        y += site_put(frame, card->site, card->shown, x, y, width) + 2;
    y += put_text(frame, card->several ? type_small_bold : type_h3, card->title, x, y, width) + 1;
    y += hours ? week_put(frame, hours, x, y, width)
               : put_text(frame, type_body, tr(frame->language, "Please ask for today’s hours"), x,
                          y, width);
    return y - top;
}

static double put_list_content(struct frame *frame, const struct card *card, double x, double y,
                               double width)
{
    double top = y;
    if (card->title)
        y += put_text(frame, type_h3, card->title, x, y, width) + 1.5;
    y += prose_checks(frame, card->words, card->items, card->item_count, x, y, width);
    return y - top;
}

static double put_content(struct frame *frame, const struct card *card, double x, double y,
                          double width)
{
    if (card->site)
        return put_hours_content(frame, card, x, y, width);
    return put_list_content(frame, card, x, y, width);
}

static double card_height(struct frame *frame, const struct card *card, double width)
{
    struct mark mark = frame_mark(frame);
    double height = put_content(frame, card, 0, 0, width - 2 * card_x) + 2 * card_y;
    frame_rewind(frame, mark);
    return height;
}

static void put_abreast(struct flow *flow, const struct card *cards, size_t count, double x,
                        double w, double h)
{
    flow_gap(flow, card_gap);
    for (size_t i = 0; i < count; i++) {
        struct area area = {x + (double)i * (w + card_gap), flow->y, w, h};
        part_card(flow->frame, area);
        put_content(flow->frame, &cards[i], area.x + card_x, area.y + card_y, w - 2 * card_x);
    }
    flow->y += h;
}

// What of a list this screenful still holds; the rest is left in the card. No items: it holds none.
static struct card split_off(struct frame *frame, struct card *card, double width, double room)
{
    enum { WORTH = 2 };  // of a heading and items
    struct card part = *card;
    while (part.item_count >= WORTH && card_height(frame, &part, width) > room)
        part.item_count--;
    if (part.item_count < WORTH)
        part.item_count = 0;
    else
        card->title = NULL;
    card->items += part.item_count;
    card->item_count -= part.item_count;
    return part;
}

static void put_card(struct flow *flow, struct card card, double x, double width)
{
    double left = flow->view.h - strip - flow->y - card_gap;
    double height = card_height(flow->frame, &card, width);
    if (flow->y < flow->view.h && height > left && card.items) {
        struct card part = split_off(flow->frame, &card, width, left);
        if (part.item_count)
            put_abreast(flow, &part, 1, x, width, card_height(flow->frame, &part, width));
        height = card_height(flow->frame, &card, width);
    }
    put_abreast(flow, &card, 1, x, width, height);
}

static void put_cards(struct flow *flow, const struct card *cards, size_t count, double x,
                      double width)
{
    double w = (width + card_gap) / (double)count - card_gap, h = 0;
    for (size_t i = 0; i < count; i++)
        h = fmax(h, card_height(flow->frame, &cards[i], w));
    // One below the other where they would be too narrow for large type, or beside each other leave
    // the rest of this screenful empty, though it holds one of them.
    double text_size = flow->frame->view->text_size;
    double left = flow->view.h - strip - flow->y - card_gap;
    bool narrow = w < 30 * text_size, large = width <= 100 * text_size;
    bool empty = flow->y < flow->view.h && h > left &&
                 (large || card_height(flow->frame, &cards[0], width) <= left);
    if (count > 1 && !narrow && !empty)
        put_abreast(flow, cards, count, x, w, h);
    else
        for (size_t i = 0; i < count; i++)
            put_card(flow, cards[i], x, width);
}

// ---- Related pages ------------------------------------------------------------------------------

static bool mentions(const struct page *page, const char *office)
{
    return block_find(page->words.in[0], BLOCK_CONTACT, office) != NULL;
}

static void put_related(struct flow *flow, const struct office *office, double x, double width)
{
    const struct guide *guide = flow->frame->guide;
    const struct page *pages[16];
    size_t count = 0;
    for (size_t i = 0; i < guide->pages.count && count < 16; i++)
        if (mentions(&guide->pages.items[i], office->id))
            pages[count++] = &guide->pages.items[i];
    part_related(flow, pages, count, x, width);
}

static void put_note(struct flow *flow, const struct words *words, double x, double width)
{
    const struct block *note = block_find(words, BLOCK_NOTE, NULL);
    if (!note)
        return;
    flow_gap(flow, card_gap);
    prose_note(flow, words, note, x, width);
}

// ---- The office ---------------------------------------------------------------------------------

static struct card hours_card(struct frame *frame, const struct office *office, size_t site)
{
    return (struct card){
        .site = &office->sites.items[site],
        .several = office->sites.count > 1,
        .shown = site == 0 ? way_shows(frame, office) : (struct site_shown){0},
        .title = tr(frame->language, "Opening hours"),
    };
}

static struct card list_card(const struct words *words, enum block_kind kind, const char *title)
{
    const struct block *list = block_find(words, kind, NULL);
    return (struct card){.words = words,
                         .items = list->children.items,
                         .item_count = list->children.count,
                         .title = title};
}

// Where nothing is known of a single site there is nothing to show.
static bool has_hours_card(const struct office *office)
{
    return office->sites.items[0].hours || office->sites.count > 1;
}

// Help, and beside it the main site's hours unless they stand elsewhere.
static void put_lists(struct flow *flow, const struct office *office, const struct words *words,
                      double x, double width, bool with_hours)
{
    struct frame *frame = flow->frame;
    struct card cards[2];
    size_t count = 0;
    if (block_find(words, BLOCK_HELP, NULL))
        cards[count++] = list_card(words, BLOCK_HELP, tr(frame->language, "We help you with"));
    if (with_hours && has_hours_card(office))
        cards[count++] = hours_card(frame, office, 0);
    put_cards(flow, cards, count, x, width);
}

static void put_bring(struct flow *flow, const struct words *words, double x, double width)
{
    if (block_find(words, BLOCK_BRING, NULL))
        put_card(flow, list_card(words, BLOCK_BRING, tr(flow->frame->language, "Please bring")), x,
                 width);
}

// The further sites, two abreast where there is room.
static void put_sites(struct flow *flow, const struct office *office, double x, double width)
{
    size_t columns = width > 120 * flow->frame->view->text_size ? 2 : 1;
    for (size_t i = 1; i < office->sites.count; i += columns) {
        struct card cards[2];
        size_t count = 0;
        for (size_t j = i; j < i + columns && j < office->sites.count; j++)
            cards[count++] = hours_card(flow->frame, office, j);
        put_cards(flow, cards, count, x, width);
    }
}

// On a wide screen the main site's hours stand beside the rest, and below them where to call and
// to go if that finds room. Returns what is left; *places tells whether they have been drawn.
static struct area put_aside(struct frame *frame, struct area area, const struct office *office,
                             bool *places)
{
    const double aside = 66;
    struct area left = {area.x, area.y, area.w - aside - margin, area.h};
    struct flow side = {.frame = frame, .view = area, .y = 3.5 - card_gap};
    struct card hours = hours_card(frame, office, 0);
    if (has_hours_card(office))
        put_cards(&side, &hours, 1, left.x + left.w, aside);
    struct mark mark = frame_mark(frame);
    contact_put_places(&side, office, left.x + left.w, aside);
    *places = side.y + 3 < area.h;
    if (!*places)
        frame_rewind(frame, mark);
    return left;
}

void office_build(struct frame *frame)
{
    struct area area = bars_build(frame);
    const struct office *office = office_find(frame->guide, frame->view->visit->now.id);
    const struct words *words = part_words(frame, &office->words);
    bool places = false;
    if (frame->landscape)
        area = put_aside(frame, area, office, &places);
    else
        area = part_column(area);
    double x = area.x + margin, width = area.w - margin - end_margin;
    struct flow above = {.frame = frame, .view = frame->passive, .y = frame->passive.y};
    if (frame->low)
        put_sign(&above, office, frame->passive.x, frame->passive.w);
    struct flow flow = flow_begin(frame, area);
    flow.y = frame->low ? 2 : 3.5;
    if (!frame->low)
        put_sign(&flow, office, x, width);
    flow.y += part_words_badges(frame, words, x, flow.y, width);
    way_put(&flow, office, x, width);
    put_lists(&flow, office, words, x, width, !frame->landscape);
    put_sites(&flow, office, x, width);
    if (!places)
        contact_put_places(&flow, office, x, width);
    contact_put_rest(&flow, office, x, width);
    put_bring(&flow, words, x, width);
    put_note(&flow, words, x, width);
    put_related(&flow, office, x, width);
    flow_end(&flow);
}
