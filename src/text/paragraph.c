// SPDX-License-Identifier: EUPL-1.2
#include "text/paragraph.h"

#include <math.h>
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

// Px; a wider one is filled as this one, so that no sum of widths is too large for an int.
enum { WIDEST_LINE = 1 << 24 };

// A longer grapheme is none in any language, and is cut into runs, so that no stack of marks leaves
// the screen: UAX #15 (Stream-Safe Text Format) lets a letter have 30.
enum { LONGEST_GRAPHEME = 32, WRAP_CUT = 0x80 };

// So often the end of a line is looked for where it should be, then by halves.
enum { GUESSES = 4 };

// A lone last word narrower than this part of the width is short.
enum { SHORT_WORD = 3 };

// How readily a line breaks at a place; a weaker one is taken only when no stronger one fits.
enum strength { BREAK_GRAPHEME, BREAK_IN_HOLD, BREAK_WORD };

// A stretch of one font, direction and face: what runs are cut from.
struct item {
    size_t from, to;
    int width;  // of all of it, at first measured; -1: not yet
};

struct paragraph {
    struct arena *arena;    // of the result
    struct arena *scratch;  // of everything that follows
    const struct measure *measure;
    bool rtl;
    size_t count;    // code points
    uint32_t *text;  // with isolates put in
    uint32_t *span;  // of each code point
    uint32_t *hold;  // the isolate or address it is part of, within which a line ends only if it
                     // is longer than a line; 0: none
    bool *added;     // it is a control that no span has
    enum face *face;
    int8_t *level;
    uint8_t *wrap;  // flags of text/wrap.h and WRAP_CUT, count + 1
    char (*script)[5];
    size_t *font;
    struct item *items;
    size_t item_count;
    uint32_t holds;
    struct buf run_text;  // of the run that is being measured
    double letter;        // average width of a code point, px: where to look first
    size_t places[LONGEST_LINE];
    struct {
        size_t from, at;
    } next[BREAK_WORD + 1];  // the first place behind `from`, as last found
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

// The item that holds a code point.
static size_t item_at(const struct paragraph *p, size_t at)
{
    size_t low = 0, high = p->item_count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        *(p->items[middle].from <= at ? &low : &high) = middle;
    }
    return low;
}

// ---- Runs ------------------------------------------------------------------------------------

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

// Its text is good until the next one is made.
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

// An item that stands whole within the lines is measured once.
static int item_width(struct paragraph *p, struct item *item, size_t from, size_t to, size_t start,
                      size_t stop)
{
    struct run run = {.face = p->face[from], .rtl = p->level[from] % 2};
    bool whole = from == item->from && to == item->to && p->text[to - 1] != SOFT_HYPHEN;
    if (!whole || item->width < 0)
        run = make_run(p, from, to, stop);
    else
        run.width = item->width;
    if (whole)
        item->width = run.width;
    return run.width + pad_tag(p, &run, from, to, start, stop);
}

static int width_between(struct paragraph *p, size_t start, size_t end)
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

// ---- Where lines end -------------------------------------------------------------------------

static bool may_break(const struct paragraph *p, size_t at, enum strength strength)
{
    bool inside = at > 0 && at < p->count && p->hold[at] && p->hold[at - 1] == p->hold[at];
    switch (strength) {
    case BREAK_WORD:
        return at == p->count || (p->wrap[at] & WRAP_LINE && !inside);
    case BREAK_IN_HOLD:
        return at == p->count || p->wrap[at] & WRAP_LINE;
    case BREAK_GRAPHEME:
        return p->wrap[at] & WRAP_GRAPHEME || at == p->count;
    }
    return false;
}

static bool must_break(const struct paragraph *p, size_t at)
{
    return p->wrap[at] & WRAP_MUST && at < p->count;
}

// The first place behind `start`. One far away is found once, not for each line before it.
static size_t next_place(struct paragraph *p, size_t start, enum strength strength)
{
    size_t at = p->next[strength].at;
    if (start >= p->next[strength].from && start < at)
        return at;
    for (at = start + 1; !must_break(p, at) && !may_break(p, at, strength);)
        at++;
    p->next[strength].from = start;
    return p->next[strength].at = at;
}

// Fills p->places with where a line of up to `reach` code points from `start` may end, up to where
// it must.
static size_t find_places(struct paragraph *p, size_t start, size_t reach, enum strength strength)
{
    size_t count = 0, at = next_place(p, start, strength);
    for (; at <= p->count && at - start < reach; at++) {
        bool must = must_break(p, at);
        if (must || may_break(p, at, strength))
            p->places[count++] = at;
        if (must)
            break;
    }
    return count;
}

// How many of the places lie within so many letters.
static size_t places_within(const struct paragraph *p, size_t start, double letters, size_t low,
                            size_t high)
{
    while (low < high) {
        size_t middle = (low + high) / 2;
        if ((double)(p->places[middle] - start) <= letters)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// Whether a line that ends there shows a soft hyphen: spaces may hang behind it.
static bool is_soft(const struct paragraph *p, size_t start, size_t place)
{
    size_t end = visible_end(p, start, p->places[place]);
    return end > start && p->text[end - 1] == SOFT_HYPHEN;
}

// What the line grows by from one place to the next, and within what that is right: kerning over
// the gap is not seen.
static int growth(struct paragraph *p, size_t start, size_t place)
{
    return width_between(p, visible_end(p, start, p->places[place]), p->places[place + 1]);
}

static int slack(const struct paragraph *p)
{
    return 2 + (int)(p->letter / 4);
}

// Places [0, low) fit, [high, …) do not.
struct range {
    size_t low, high;
};

// The line up to a place is `found` wide: which of the places around it fit, as far as single words
// tell. To shape a word is cheaper than to shape a line.
static void narrow(struct paragraph *p, size_t start, int width, size_t place, int found,
                   struct range *range)
{
    size_t at = place;
    while (found <= width && at + 1 < range->high && !is_soft(p, start, at) &&
           !is_soft(p, start, at + 1)) {
        found += growth(p, start, at++);
        if (found > width + slack(p))
            range->high = at;
        else if (found <= width - slack(p))
            range->low = at + 1;
        else
            return;
    }
    while (found > width && at > range->low && at <= place && !is_soft(p, start, at) &&
           !is_soft(p, start, at - 1)) {
        found -= growth(p, start, --at);
        if (found > width + slack(p))
            range->high = at;
        else if (found <= width - slack(p))
            range->low = at + 1;
        else
            return;
    }
}

// How many of the places are near enough for the line to fit. Looks first where its end would be
// if all letters were equally wide.
static size_t places_that_fit(struct paragraph *p, size_t start, int width, enum strength strength,
                              size_t count)
{
    struct range range = {0, count};
    for (int guesses = 0; range.low < range.high; guesses++) {
        size_t guess = (range.low + range.high) / 2;
        if (guesses < GUESSES) {
            guess = places_within(p, start, width / p->letter, range.low, range.high);
            guess = guess > range.low ? guess - 1 : range.low;
        }
        int found = width_between(p, start, p->places[guess]);
        if (found > 0)
            p->letter = (double)found / (double)(p->places[guess] - start);
        if (found <= width)
            range.low = guess + 1;
        else
            range.high = guess;
        if (strength == BREAK_WORD)
            narrow(p, start, width, guess, found, &range);
    }
    return range.low;
}

// Whether the line may end beyond the places found within `reach`.
static bool reaches_farther(struct paragraph *p, size_t start, size_t reach, int width,
                            size_t count, size_t fit)
{
    if (fit + 1 < count || reach == LONGEST_LINE || start + reach > p->count ||
        (count && must_break(p, p->places[count - 1])))
        return false;
    return width_between(p, start, start + reach) <= width;
}

// The farthest break of that strength with which the line still fits; 0: none. Does not look much
// farther than the line reaches: a word of many lines would be measured in each of them.
static size_t farthest(struct paragraph *p, size_t start, int width, enum strength strength)
{
    double likely = fmin(width / p->letter, LONGEST_LINE);
    size_t reach = likely > 0 ? (size_t)likely : 0, count, fit;
    do {
        reach = 2 * reach + 16 < LONGEST_LINE ? 2 * reach + 16 : LONGEST_LINE;
        count = find_places(p, start, reach, strength);
        fit = places_that_fit(p, start, width, strength, count);
    } while (reaches_farther(p, start, reach, width, count, fit));
    // A hyphen may be wider than the letters that stand in its place.
    if (fit + 1 < count && is_soft(p, start, fit) &&
        width_between(p, start, p->places[fit + 1]) <= width)
        fit += 2;
    return fit ? p->places[fit - 1] : 0;
}

static size_t line_end(struct paragraph *p, size_t start, int width, bool *broken)
{
    for (int strength = BREAK_WORD; strength >= BREAK_GRAPHEME; strength--) {
        size_t end = farthest(p, start, width, (enum strength)strength);
        *broken |= end && strength != BREAK_WORD;
        if (end)
            return end;
    }
    size_t end = start + 1;  // not even one grapheme fits: it stands alone
    while (end < p->count && !(p->wrap[end] & WRAP_GRAPHEME))
        end++;
    *broken = true;
    return end;
}

struct ends {
    LIST(size_t) list;
    bool broken;  // some line ends within a word or an isolate
};

static struct ends fill(struct paragraph *p, int width)
{
    struct ends ends = {0};
    size_t start = 0;
    do {
        size_t end = p->count ? line_end(p, start, width, &ends.broken) : 0;
        *list_add(p->scratch, &ends.list) = end;
        start = end;
    } while (start < p->count);
    return ends;
}

// More lines are not balanced: CSS Text 4 allows that, and one does not see it.
enum { BALANCED_MOST = 10 };

static struct ends balance(struct paragraph *p, int width)
{
    struct ends best = fill(p, width);
    int low = width / 2, high = width;
    bool wanted = best.list.count > 1 && best.list.count <= BALANCED_MOST && !best.broken;
    while (wanted && low + 1 < high) {
        int middle = (low + high) / 2;
        struct ends ends = fill(p, middle);
        bool good = ends.list.count <= best.list.count && !ends.broken;
        if (good)
            best = ends;
        *(good ? &high : &low) = middle;
    }
    return best;
}

static size_t last_place(const struct paragraph *p, size_t start, size_t end)
{
    size_t at = end - 1;
    while (at > start && !may_break(p, at, BREAK_WORD))
        at--;
    return at;
}

// The word before a lone short one goes with it, unless that leaves a hole above.
static void keep_company(struct paragraph *p, struct ends *ends, int width)
{
    size_t count = ends->list.count;
    if (count < 2 || ends->broken)
        return;
    size_t *above = &ends->list.items[count - 2], start = count > 2 ? above[-1] : 0;
    bool lone = last_place(p, *above, p->count) == *above;
    if (!lone || p->wrap[*above] & WRAP_MUST ||
        width_between(p, *above, p->count) * SHORT_WORD > width)
        return;
    size_t earlier = last_place(p, start, *above);
    if (earlier > start && width_between(p, earlier, p->count) <= width &&
        width_between(p, start, earlier) * 2 >= width)
        *above = earlier;
}

// ---- Lines -----------------------------------------------------------------------------------

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
        struct run run = make_run(p, from, to, shown);
        pads[count] = pad_tag(p, &run, from, to, start, shown);
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
    struct paragraph p = {.arena = arena,
                          .scratch = arena_new(),
                          .measure = measure,
                          .rtl = language->rtl,
                          .letter = 16};
    width = width < 0 ? 0 : width > WIDEST_LINE ? WIDEST_LINE : width;
    collect(&p, spans, count);
    p.level = arena_alloc(p.scratch, p.count + 1);
    bidi_levels(p.text, p.count, p.rtl, p.level);
    find_breaks(&p, language);
    cut_graphemes(&p);
    hold_addresses(&p);
    find_scripts(&p, language);
    find_fonts(&p);
    find_items(&p);

    struct ends ends = wrap == TEXT_WRAP_BALANCE ? balance(&p, width) : fill(&p, width);
    if (wrap == TEXT_WRAP_PRETTY)
        keep_company(&p, &ends, width);
    struct lines lines = build_lines(&p, &ends);
    buf_free(&p.run_text);
    arena_free(p.scratch);
    return lines;
}

int line_offset(const struct line *line, int box_width, enum align align, bool rtl)
{
    int left = box_width - line->width;
    if (align == ALIGN_CENTER)
        return left / 2;
    return (align == ALIGN_END) != rtl ? left : 0;
}
