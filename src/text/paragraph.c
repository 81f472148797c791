// SPDX-License-Identifier: EUPL-1.2
#include "text/paragraph.h"

#include "text/analysis.h"
#include "text/bidi.h"
#include "text/fill.h"
#include "text/stretch.h"

static struct line build_line(struct paragraph *p, size_t start, size_t end)
{
    size_t shown = visible_end(p, start, end);  // so rule L1 of UAX #9 has nothing to do
    size_t first = start < shown ? item_at(p, start) : 0, count = 0, room = 0;
    while (start < shown && first + room < p->item_count && p->items[first + room].from < shown)
        room++;
    struct run *logical = arena_alloc(p->scratch, (room + 1) * sizeof *logical);
    int8_t *run_levels = arena_alloc(p->scratch, room + 1);
    int *pads = arena_alloc(p->scratch, (room + 1) * sizeof *pads);
    for (size_t i = first; i < first + room; i++) {
        size_t from = p->items[i].from < start ? start : p->items[i].from;
        size_t to = p->items[i].to > shown ? shown : p->items[i].to;
        struct run run = run_make(p, from, to, shown);
        pads[count] = run_pad(p, &run, from, to, start, shown);
        if (!*run.text && pads[count] == 0)
            continue;
        run.text = arena_text(p->arena, run.text);
        run_levels[count] = p->level[from];
        logical[count++] = run;
    }
    size_t *order = arena_alloc(p->scratch, (count + 1) * sizeof *order);
    bidi_order(run_levels, count, order);
    struct line line = {arena_alloc(p->arena, (count + 1) * sizeof *line.runs), count, 0, 0};
    for (size_t i = 0; i < count; i++) {
        struct run *run = &line.runs[i];
        *run = logical[order[i]];
        run->x = line.width + (run->opens ? p->measure->tag_padding : 0);
        line.width += run->width + pads[order[i]];
    }
    return line;
}

static struct lines build_lines(struct paragraph *p, const struct ends *ends)
{
    size_t count = ends->list.count, start = 0, letters = 0;
    struct lines lines = {arena_alloc(p->arena, count * sizeof *lines.items), count, 0,
                          ends->broken};
    for (size_t i = 0; i < count; i++) {
        size_t end = ends->list.items[i];
        struct line *line = &lines.items[i];
        *line = build_line(p, start, end);
        for (; start < end; start++)
            letters += !p->added[start];
        line->end = letters;
        if (line->width > lines.width)
            lines.width = line->width;
    }
    return lines;
}

struct lines paragraph_lines(struct arena *arena, const struct language *language,
                             const struct span *spans, size_t count, int width, enum text_wrap wrap,
                             const struct measure *measure)
{
    struct paragraph p = analyse(arena, language, spans, count, measure);
    struct ends ends = fill(&p, width, wrap);
    struct lines lines = build_lines(&p, &ends);
    analysis_end(&p);
    return lines;
}

int line_offset(const struct line *line, int box_width, enum align align, bool rtl)
{
    int left = box_width - line->width;
    if (align == ALIGN_CENTER)
        return left / 2;
    return (align == ALIGN_END) != rtl ? left : 0;
}
