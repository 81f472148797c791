// SPDX-License-Identifier: EUPL-1.2
#include "text/analysis.h"

#include <string.h>

#include "base/utf8.h"
#include "text/bidi.h"
#include "text/script.h"

enum { FIRST_STRONG_ISOLATE = 0x2068, POP_DIRECTIONAL_ISOLATE = 0x2069 };

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
    p->hold[p->count] = isolated ? p->holds : 0;
    p->text[p->count] = face == FACE_TAG && code_point == SPACE ? NO_BREAK_SPACE : code_point;
    p->face[p->count] = face;
    p->span[p->count] = (uint32_t)span;
    p->count++;
}

static void add_control(struct paragraph *p, uint32_t control, size_t span)
{
    p->added[p->count] = true;
    add_letter(p, control, FACE_REGULAR, span, true);
}

static void collect(struct paragraph *p, const struct span *spans, size_t count)
{
    size_t bound = length_bound(spans, count) + 1;
    p->text = arena_alloc(p->scratch, bound * sizeof *p->text);
    p->face = arena_alloc(p->scratch, bound * sizeof *p->face);
    p->span = arena_alloc(p->scratch, bound * sizeof *p->span);
    p->hold = arena_alloc(p->scratch, bound * sizeof *p->hold);
    p->added = arena_alloc(p->scratch, bound * sizeof *p->added);
    for (size_t i = 0; i < count; i++) {
        bool isolate = spans[i].isolate || spans[i].face == FACE_TAG;
        p->holds += isolate;
        if (isolate)
            add_control(p, FIRST_STRONG_ISOLATE, i);
        for (const char *at = spans[i].text; *at;)
            add_letter(p, utf8_next(&at), spans[i].face, i, isolate);
        if (isolate)
            add_control(p, POP_DIRECTIONAL_ISOLATE, i);
    }
}

// Isolates that were put in are transparent: to UAX #14 they are marks, which would hold a Chinese
// tag to the word before it. The break, and the grapheme, begin before the opening one.
static void spread(struct paragraph *p, const uint8_t *flags)
{
    p->wrap = arena_alloc(p->scratch, p->count + 1);
    size_t letter = 0;
    for (size_t i = 0; i <= p->count; i++) {
        bool closes = i < p->count && p->added[i] && p->text[i] == POP_DIRECTIONAL_ISOLATE;
        bool opened = i > 0 && p->added[i - 1] && p->text[i - 1] == FIRST_STRONG_ISOLATE;
        p->wrap[i] = closes ? 0 : opened ? WRAP_GRAPHEME : flags[letter];
        letter += i < p->count && !p->added[i];
    }
}

static void find_breaks(struct paragraph *p, const struct language *language)
{
    struct buf utf8 = {0};
    buf_text(&utf8, "");
    size_t letters = 0;
    for (size_t i = 0; i < p->count; i++) {
        char bytes[4];
        if (!p->added[i])
            buf_add(&utf8, bytes, utf8_put(bytes, p->text[i]));
        letters += !p->added[i];
    }
    uint8_t *flags = arena_alloc(p->scratch, letters + 1);
    wrap_find(utf8.text, letters, language->tag, flags);
    spread(p, flags);
    buf_free(&utf8);
}

static void cut_graphemes(struct paragraph *p)
{
    size_t length = 0;
    for (size_t i = 0; i < p->count; i++, length++) {
        if (length == LONGEST_GRAPHEME)
            p->wrap[i] |= WRAP_GRAPHEME | WRAP_CUT;
        if (p->wrap[i] & WRAP_GRAPHEME)
            length = 0;
    }
}

static bool starts_with(const struct paragraph *p, size_t at, size_t end, const char *letters)
{
    for (; *letters && at < end && p->text[at] == (unsigned char)*letters; at++)
        letters++;
    return !*letters;
}

static bool has_address(const struct paragraph *p, size_t from, size_t to)
{
    static const char *const signs[] = {"://", "@", "www."};
    for (size_t at = from; at < to; at++)
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
            if (starts_with(p, at, to, signs[i]))
                return true;
    return false;
}

// A web or e-mail address that is longer than a line may end one behind a slash, but not behind a
// hyphen, which one could not tell from that of a broken word.
static void hold_addresses(struct paragraph *p)
{
    for (size_t from = 0, to; from < p->count; from = to + 1) {
        for (to = from; to < p->count && p->text[to] > SPACE && p->text[to] < 0x7F;)
            to++;
        if (!has_address(p, from, to))
            continue;
        p->holds++;
        for (size_t at = from; at < to; at++) {
            p->hold[at] = p->hold[at] ? p->hold[at] : p->holds;
            if (at > from && p->text[at - 1] == '-')
                p->wrap[at] &= (uint8_t)~WRAP_LINE;
        }
    }
}

// Whether what stands next to a space, beyond controls, runs to the right.
static bool is_beside_left_to_right(const struct paragraph *p, size_t space)
{
    size_t before = space, after = space + 1;
    while (before > 0 && is_invisible(p->text[before - 1]))
        before--;
    while (after < p->count && is_invisible(p->text[after]))
        after++;
    return (before > 0 && p->level[before - 1] % 2 == 0) ||
           (after < p->count && p->level[after] % 2 == 0);
}

// Digits and signs that stand from left to right inside right-to-left text look best in the
// Latin font: Arabic fonts lack most of the signs. So does the space beside them: that of Nastaliq
// is too narrow for upright letters.
static void find_scripts(struct paragraph *p, const struct language *language)
{
    p->script = arena_alloc(p->scratch, (p->count + 1) * sizeof *p->script);
    const char *own = script_of_variant(language->script);
    scripts_find(p->text, p->count, own, p->script);
    for (size_t i = 0; p->rtl && i < p->count; i++)
        if (memcmp(p->script[i], own, 4) == 0 &&
            (p->level[i] % 2 == 0 || (p->text[i] == SPACE && is_beside_left_to_right(p, i))))
            memcpy(p->script[i], "Latn", 4);
}

static void find_fonts(struct paragraph *p)
{
    p->font = arena_alloc(p->scratch, (p->count + 1) * sizeof *p->font);
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

static bool same_item(const struct paragraph *p, size_t a, size_t b)
{
    return p->level[a] == p->level[b] && p->font[a] == p->font[b] && p->face[a] == p->face[b] &&
           (p->face[a] != FACE_TAG || p->span[a] == p->span[b]) && !(p->wrap[b] & WRAP_CUT) &&
           memcmp(p->script[a], p->script[b], 4) == 0;
}

static void find_items(struct paragraph *p)
{
    p->items = arena_alloc(p->scratch, (p->count + 1) * sizeof *p->items);
    for (size_t from = 0, to; from < p->count; from = to) {
        for (to = from + 1; to < p->count && same_item(p, from, to);)
            to++;
        p->items[p->item_count++] = (struct item){from, to, -1};
    }
}

size_t item_at(const struct paragraph *p, size_t at)
{
    size_t low = 0, high = p->item_count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        *(p->items[middle].from <= at ? &low : &high) = middle;
    }
    return low;
}

struct paragraph analyse(struct arena *arena, const struct language *language,
                         const struct span *spans, size_t count, const struct measure *measure)
{
    struct paragraph p = {
        .arena = arena, .scratch = arena_new(), .measure = measure, .rtl = language->rtl};
    collect(&p, spans, count);
    p.level = arena_alloc(p.scratch, p.count + 1);
    bidi_levels(p.text, p.count, p.rtl, p.level);
    find_breaks(&p, language);
    cut_graphemes(&p);
    hold_addresses(&p);
    find_scripts(&p, language);
    find_fonts(&p);
    find_items(&p);
    return p;
}

void analysis_end(struct paragraph *p)
{
    buf_free(&p->run_text);
    arena_free(p->scratch);
}
