// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/bars.h"
#include "kiosk/flow.h"
#include "kiosk/part.h"
#include "kiosk/screen.h"
#include "text/tr.h"

static const double margin = 5, end_margin = 6, plate = 12, row_gap = 1.5;

static void put_head(struct flow *flow, const struct topic *topic, double x, double width)
{
    struct frame *frame = flow->frame;
    const struct words *words = part_words(frame, &frame->guide->words);
    const char *name = words_text(frame->arena, words, BLOCK_TOPIC, topic->id);
    struct setting title = set_label(frame, type_h1, name, width - plate - 3, 2);
    double h = title.height > plate ? title.height : plate;
    part_plate(frame, x, flow->y + (h - plate) / 2, plate, 1.5, 8, topic->icon,
               topic_ink(topic->colour), topic_tint(topic->colour));
    put_middle(frame, &title, x + plate + 3, flow->y, h);
    flow->y += h;
}

static void put_pages(struct flow *flow, const struct topic *topic, double x, double width)
{
    for (size_t i = 0; i < topic->pages.count; i++) {
        const struct page *page = topic->pages.items[i];
        flow_gap(flow, i == 0 ? 3.5 : row_gap);
        double h = part_page_row_height(flow->frame, page, width);
        part_page_row(flow->frame, (struct area){x, flow->y, width, h}, page);
        flow->y += h;
    }
}

static void put_offices(struct flow *flow, const struct topic *topic, double x, double width)
{
    struct frame *frame = flow->frame;
    if (topic->offices.count == 0)
        return;
    flow_gap(flow, 4);
    flow->y +=
        put_text(frame, type_h3, tr(frame->language, "Where you can get help"), x, flow->y, width) +
        1.5;
    flow->y += part_office_rows(frame, (struct area){x, flow->y, width, 0}, row_gap, 11.75,
                                topic->offices.items, topic->offices.count);
}

// On a wide screen the offices stand beside the pages, as far as there is room for them.
static bool put_aside(struct frame *frame, struct area area, const struct topic *topic,
                      double aside)
{
    struct flow side = {.frame = frame, .view = area};
    struct mark mark = frame_mark(frame);
    put_offices(&side, topic, area.x + area.w - margin - aside, aside);
    if (side.y + 3 < area.h)
        return true;
    frame_rewind(frame, mark);
    return false;
}

// A topic without pages leads to its offices.
void topic_build(struct frame *frame)
{
    struct area area = bars_build(frame);
    const struct topic *topic = topic_find(frame->guide, frame->view->visit->now.id);
    const double aside = 75;
    bool beside = frame->landscape && topic->pages.count && put_aside(frame, area, topic, aside);
    if (beside)
        area.w -= aside + margin;
    double x = area.x + margin, width = area.w - margin - end_margin;
    struct flow above = {.frame = frame, .view = frame->passive, .y = frame->passive.y};
    if (frame->low)
        put_head(&above, topic, frame->passive.x, frame->passive.w);
    struct flow flow = flow_begin(frame, area);
    flow.y = frame->low ? 0 : 4;
    if (!frame->low)
        put_head(&flow, topic, x, width);
    put_pages(&flow, topic, x, width);
    if (!beside)
        put_offices(&flow, topic, x, width);
    flow_end(&flow);
}
