// SPDX-License-Identifier: EUPL-1.2
#include "text/paragraph.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "text/bidi.h"
#include "text/script.h"
#include "text/wrap.h"

enum {
    SPACE = 0x20,
    NO_BREAK_SPACE = 0xA0,
    SOFT_HYPHEN = 0xAD,
    ZERO_WIDTH_NON_JOINER = 0x200C,
    ZERO_WIDTH_JOINER = 0x200D,
    NO_BREAK_HYPHEN = 0x2011,
    FIRST_STRONG_ISOLATE = 0x2068,
    POP_DIRECTIONAL_ISOLATE = 0x2069,
};

// A line longer than this many code points is never tried: keeps hostile text linear.
enum { LONGEST_LINE = 2000 };

// How readily a line breaks at a place; a weaker one is taken only when no stronger one fits.
enum strength { BREAK_GRAPHEME, BREAK_IN_ISOLATE, BREAK_WORD };

struct paragraph {
    struct arena *arena;
    const struct measure *measure;
    bool rtl;
    size_t count;    // code points
    uint32_t *text;  // with isolates put in
    uint16_t *span;  // of each code point
    bool *isolated;  // it is part of an isolate
    enum face *face;
    int8_t *level;
    uint8_t *wrap;  // flags of text/wrap.h, count + 1
    char (*script)[5];
    size_t *font;
    bool broken;  // some line ends within a word or an isolate
};

// ---- What the paragraph is, whatever its width ------------------------------------------------

static size_t length_bound(const struct span *spans, size_t count)
{
    size_t bound = 0;
    for (size_t i = 0; i < count; i++)
        bound += utf8_count(spans[i].text) + 2;
    return bound;
}

static void add_letter(struct paragraph *p, uint32_t code_point, enum face face, size_t span,
                       bool isolated)
{
    p->isolated[p->count] = isolated;
    p->text[p->count] = face == FACE_TAG && code_point == SPACE ? NO_BREAK_SPACE : code_point;
    p->face[p->count] = face;
    p->span[p->count] = (uint16_t)span;
    p->count++;
}

static void collect(struct paragraph *p, const struct span *spans, size_t count)
{
    size_t bound = length_bound(spans, count) + 1;
    p->text = arena_alloc(p->arena, bound * sizeof *p->text);
    p->face = arena_alloc(p->arena, bound * sizeof *p->face);
    p->span = arena_alloc(p->arena, bound * sizeof *p->span);
    p->isolated = arena_alloc(p->arena, bound * sizeof *p->isolated);
    for (size_t i = 0; i < count; i++) {
        bool isolate = spans[i].isolate || spans[i].face == FACE_TAG;
        if (isolate)
            add_letter(p, FIRST_STRONG_ISOLATE, FACE_REGULAR, i, true);
        for (const char *at = spans[i].text; *at;)
            add_letter(p, utf8_next(&at), spans[i].face, i, isolate);
        if (isolate)
            add_letter(p, POP_DIRECTIONAL_ISOLATE, FACE_REGULAR, i, true);
    }
}

static void find_breaks(struct paragraph *p, const struct language *language)
{
    struct buf utf8 = {0};
    buf_text(&utf8, "");
    for (size_t i = 0; i < p->count; i++) {
        char bytes[4];
        buf_add(&utf8, bytes, utf8_put(bytes, p->text[i]));
    }
    p->wrap = arena_alloc(p->arena, p->count + 1);
    wrap_find(utf8.text, p->count, language->tag, p->wrap);
    buf_free(&utf8);
}

// Digits and signs that stand from left to right inside right-to-left text look best in the
// Latin font: Arabic fonts lack most of the signs.
static void find_scripts(struct paragraph *p, const struct language *language)
{
    p->script = arena_alloc(p->arena, (p->count + 1) * sizeof *p->script);
    scripts_find(p->text, p->count, language->script, p->script);
    for (size_t i = 0; i < p->count; i++)
        if (p->rtl && p->level[i] % 2 == 0 && strcmp(p->script[i], language->script) == 0)
            strcpy(p->script[i], "Latn");
}

static void find_fonts(struct paragraph *p)
{
    p->font = arena_alloc(p->arena, (p->count + 1) * sizeof *p->font);
    for (size_t from = 0, to; from < p->count; from = to) {
        uint32_t visible[16];
        size_t seen = 0;
        for (to = from; to == from || (to < p->count && !(p->wrap[to] & WRAP_GRAPHEME)); to++)
            if (!is_invisible(p->text[to]) && seen < sizeof visible / sizeof visible[0])
                visible[seen++] = p->text[to] == NO_BREAK_HYPHEN ? '-' : p->text[to];
        size_t font = from > 0 ? p->font[from - 1] : 0;
        if (seen > 0)
            font =
                p->measure->font(p->measure->fonts, p->script[from], visible, seen, p->face[from]);
        for (size_t i = from; i < to; i++)
            p->font[i] = font;
    }
}

// ---- Runs ------------------------------------------------------------------------------------

static bool same_run(const struct paragraph *p, size_t a, size_t b)
{
    return p->level[a] == p->level[b] && p->font[a] == p->font[b] && p->face[a] == p->face[b] &&
           (p->face[a] != FACE_TAG || p->span[a] == p->span[b]) &&
           strcmp(p->script[a], p->script[b]) == 0;
}

static bool is_joiner(uint32_t code_point)
{
    return code_point == ZERO_WIDTH_JOINER || code_point == ZERO_WIDTH_NON_JOINER;
}

// What a font is given of [from, to): no controls, a hyphen where a soft one ends the line.
static const char *run_text(struct paragraph *p, size_t from, size_t to, size_t line_stop)
{
    char *text = arena_alloc(p->arena, (to - from) * 4 + 1), *out = text;
    for (size_t i = from; i < to; i++) {
        uint32_t c = p->text[i];
        if (c == NO_BREAK_HYPHEN || (c == SOFT_HYPHEN && i + 1 == line_stop))
            c = '-';
        if (!is_invisible(c) || is_joiner(c))
            out += utf8_put(out, c);
    }
    return text;
}

static struct run make_run(struct paragraph *p, size_t from, size_t to, size_t line_stop)
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

// A tag is padded where it begins and ends within this line.
static int pad_tag(const struct paragraph *p, struct run *run, size_t from, size_t to,
                   size_t line_start, size_t line_stop)
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

// Where the visible part of a line ends: spaces hang, and so do controls between them.
static size_t visible_end(const struct paragraph *p, size_t from, size_t to)
{
    size_t end = to;
    for (size_t i = to; i > from && (is_space(p->text[i - 1]) || (is_invisible(p->text[i - 1]) &&
                                                                  p->text[i - 1] != SOFT_HYPHEN));
         i--)
        if (is_space(p->text[i - 1]))
            end = i - 1;
    return end;
}

static int width_between(struct paragraph *p, size_t start, size_t end)
{
    int width = 0;
    end = visible_end(p, start, end);
    for (size_t from = start, to; from < end; from = to) {
        for (to = from + 1; to < end && same_run(p, from, to);)
            to++;
        struct run run = make_run(p, from, to, end);
        width += run.width + pad_tag(p, &run, from, to, start, end);
    }
    return width;
}

// ---- Lines -----------------------------------------------------------------------------------

static bool may_break(const struct paragraph *p, size_t at, enum strength strength)
{
    bool inside = at > 0 && at < p->count && p->isolated[at - 1] && p->isolated[at] &&
                  p->span[at - 1] == p->span[at];
    switch (strength) {
    case BREAK_WORD:
        return at == p->count || (p->wrap[at] & WRAP_LINE && !inside);
    case BREAK_IN_ISOLATE:
        return at == p->count || p->wrap[at] & WRAP_LINE;
    case BREAK_GRAPHEME:
        return p->wrap[at] & WRAP_GRAPHEME || at == p->count;
    }
    return false;
}

// The farthest break of that strength with which the line still fits; 0: none.
static size_t farthest(struct paragraph *p, size_t start, int width, enum strength strength)
{
    size_t fits = 0;
    for (size_t at = start + 1; at <= p->count && at - start < LONGEST_LINE; at++) {
        bool must = p->wrap[at] & WRAP_MUST && at < p->count;
        if (!must && !may_break(p, at, strength))
            continue;
        if (width_between(p, start, at) > width)
            break;
        fits = at;
        if (must)
            break;
    }
    return fits;
}

static size_t line_end(struct paragraph *p, size_t start, int width)
{
    for (int strength = BREAK_WORD; strength >= BREAK_GRAPHEME; strength--) {
        size_t end = farthest(p, start, width, (enum strength)strength);
        p->broken |= end && strength != BREAK_WORD;
        if (end)
            return end;
    }
    size_t end = start + 1;  // not even one grapheme fits: it stands alone
    while (end < p->count && !(p->wrap[end] & WRAP_GRAPHEME))
        end++;
    p->broken = true;
    return end;
}

static struct line build_line(struct paragraph *p, size_t start, size_t end)
{
    size_t count = 0, room = end - start;
    size_t shown = visible_end(p, start, end);  // so rule L1 of UAX #9 has nothing to do

    struct run *logical = arena_alloc(p->arena, (room + 1) * sizeof *logical);
    int8_t *run_levels = arena_alloc(p->arena, room + 1);
    int *pads = arena_alloc(p->arena, (room + 1) * sizeof *pads);
    for (size_t from = start, to; from < shown; from = to) {
        for (to = from + 1; to < shown && same_run(p, from, to);)
            to++;
        struct run run = make_run(p, from, to, shown);
        pads[count] = pad_tag(p, &run, from, to, start, shown);
        if (!*run.text && pads[count] == 0)
            continue;
        run_levels[count] = p->level[from];
        logical[count++] = run;
    }
    size_t *order = arena_alloc(p->arena, (count + 1) * sizeof *order);
    bidi_order(run_levels, count, order);
    struct line line = {arena_alloc(p->arena, (count + 1) * sizeof *line.runs), count, 0};
    for (size_t i = 0; i < count; i++) {
        struct run *run = &line.runs[i];
        *run = logical[order[i]];
        run->x = line.width + (run->opens ? p->measure->tag_padding : 0);
        line.width += run->width + pads[order[i]];
    }
    return line;
}

struct lines paragraph_lines(struct arena *arena, const struct language *language,
                             const struct span *spans, size_t count, int width,
                             const struct measure *measure)
{
    struct paragraph p = {.arena = arena, .measure = measure, .rtl = language->rtl};
    collect(&p, spans, count);
    p.level = arena_alloc(arena, p.count + 1);
    bidi_levels(p.text, p.count, p.rtl, p.level);
    find_breaks(&p, language);
    find_scripts(&p, language);
    find_fonts(&p);

    struct lines lines = {0};
    size_t start = 0;
    do {
        size_t end = p.count ? line_end(&p, start, width) : 0;
        struct line *line = list_add(arena, &lines);
        *line = build_line(&p, start, end);
        if (line->width > lines.width)
            lines.width = line->width;
        start = end;
    } while (start < p.count);
    lines.broken = p.broken;
    return lines;
}

int line_offset(const struct line *line, int box_width, enum align align, bool rtl)
{
    int left = box_width - line->width;
    if (align == ALIGN_CENTER)
        return left / 2;
    return (align == ALIGN_END) != rtl ? left : 0;
}
