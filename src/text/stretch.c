// SPDX-License-Identifier: EUPL-1.2
#include "text/stretch.h"

#include <string.h>

#include "base/utf8.h"
#include "text/script.h"

enum { ZERO_WIDTH_NON_JOINER = 0x200C, ZERO_WIDTH_JOINER = 0x200D };

static bool is_joiner(uint32_t code_point)
{
    return code_point == ZERO_WIDTH_JOINER || code_point == ZERO_WIDTH_NON_JOINER;
}

// What a font is given of [from, to): no controls, a hyphen where a soft one ends the line.
static const char *run_text(struct paragraph *p, size_t from, size_t to, size_t line_stop)
{
    buf_clear(&p->run_text);
    buf_text(&p->run_text, "");
    for (size_t i = from; i < to; i++) {
        uint32_t c = p->text[i];
        if (c == NO_BREAK_HYPHEN || (c == SOFT_HYPHEN && i + 1 == line_stop))
            c = '-';
        char bytes[4];
        if (!is_invisible(c) || is_joiner(c))
            buf_add(&p->run_text, bytes, utf8_put(bytes, c));
    }
    return p->run_text.text;
}

struct run run_make(struct paragraph *p, size_t from, size_t to, size_t line_stop)
{
    struct run run = {
        .text = run_text(p, from, to, line_stop),
        .face = p->face[from],
        .font = p->font[from],
        .rtl = p->level[from] % 2,
    };
    memcpy(run.script, p->script[from], sizeof run.script);
    run.width = *run.text ? p->measure->width(p->measure->fonts, &run) : 0;
    return run;
}

static bool same_tag(const struct paragraph *p, size_t a, size_t b)
{
    return p->face[a] == FACE_TAG && p->face[b] == FACE_TAG && p->span[a] == p->span[b];
}

int run_pad(const struct paragraph *p, struct run *run, size_t from, size_t to, size_t line_start,
            size_t line_stop)
{
    if (run->face != FACE_TAG)
        return 0;
    bool first = from == line_start || !same_tag(p, from - 1, from);
    bool last = to == line_stop || !same_tag(p, from, to);
    run->opens = run->rtl ? last : first;
    run->closes = run->rtl ? first : last;
    return p->measure->tag_padding * (run->opens + run->closes);
}

static bool is_space(uint32_t code_point)
{
    return code_point == SPACE || code_point == '\n' || code_point == '\t';
}

size_t visible_end(const struct paragraph *p, size_t from, size_t to)
{
    size_t end = to;
    for (size_t i = to; i > from && (is_space(p->text[i - 1]) || (is_invisible(p->text[i - 1]) &&
                                                                  p->text[i - 1] != SOFT_HYPHEN));
         i--)
        if (is_space(p->text[i - 1]))
            end = i - 1;
    return end;
}

// An item that stands whole within the lines is measured once.
static int item_width(struct paragraph *p, struct item *item, size_t from, size_t to, size_t start,
                      size_t stop)
{
    struct run run = {.face = p->face[from], .rtl = p->level[from] % 2};
    bool whole = from == item->from && to == item->to && p->text[to - 1] != SOFT_HYPHEN;
    if (!whole || item->width < 0)
        run = run_make(p, from, to, stop);
    else
        run.width = item->width;
    if (whole)
        item->width = run.width;
    return run.width + run_pad(p, &run, from, to, start, stop);
}

int width_between(struct paragraph *p, size_t start, size_t end)
{
    int width = 0;
    end = visible_end(p, start, end);
    if (start == end)
        return 0;
    for (size_t i = item_at(p, start); i < p->item_count && p->items[i].from < end; i++) {
        size_t from = p->items[i].from < start ? start : p->items[i].from;
        size_t to = p->items[i].to > end ? end : p->items[i].to;
        width += item_width(p, &p->items[i], from, to, start, end);
    }
    return width;
}
