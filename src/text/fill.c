// SPDX-License-Identifier: EUPL-1.2
#include "text/fill.h"

#include <math.h>

#include "text/stretch.h"

// A line longer than this many code points is never tried: keeps hostile text linear.
enum { LONGEST_LINE = 2000 };

// Px; a wider one is filled as this one, so that no sum of widths is too large for an int.
enum { WIDEST_LINE = 1 << 24 };

// So often the end of a line is looked for where it should be, then by halves.
enum { GUESSES = 4 };

// A lone last word narrower than this part of the width is short.
enum { SHORT_WORD = 3 };

// How readily a line breaks at a place; a weaker one is taken only when no stronger one fits.
enum strength { BREAK_GRAPHEME, BREAK_IN_HOLD, BREAK_WORD };

struct filling {
    struct paragraph *p;
    double letter;  // average width of a code point, px: where to look first
    size_t places[LONGEST_LINE];
    struct {
        size_t from, at;
    } next[BREAK_WORD + 1];  // the first place behind `from`, as last found
};

static bool may_break(const struct filling *f, size_t at, enum strength strength)
{
    bool inside =
        at > 0 && at < f->p->count && f->p->hold[at] && f->p->hold[at - 1] == f->p->hold[at];
    switch (strength) {
    case BREAK_WORD:
        return at == f->p->count || (f->p->wrap[at] & WRAP_LINE && !inside);
    case BREAK_IN_HOLD:
        return at == f->p->count || f->p->wrap[at] & WRAP_LINE;
    case BREAK_GRAPHEME:
        return f->p->wrap[at] & WRAP_GRAPHEME || at == f->p->count;
    }
    return false;
}

static bool must_break(const struct filling *f, size_t at)
{
    return f->p->wrap[at] & WRAP_MUST && at < f->p->count;
}

// The first place behind `start`. One far away is found once, not for each line before it.
static size_t next_place(struct filling *f, size_t start, enum strength strength)
{
    size_t at = f->next[strength].at;
    if (start >= f->next[strength].from && start < at)
        return at;
    for (at = start + 1; !must_break(f, at) && !may_break(f, at, strength);)
        at++;
    f->next[strength].from = start;
    return f->next[strength].at = at;
}

// Fills f->places with where a line of up to `reach` code points from `start` may end, up to where
// it must.
static size_t find_places(struct filling *f, size_t start, size_t reach, enum strength strength)
{
    size_t count = 0, at = next_place(f, start, strength);
    for (; at <= f->p->count && at - start < reach; at++) {
        bool must = must_break(f, at);
        if (must || may_break(f, at, strength))
            f->places[count++] = at;
        if (must)
            break;
    }
    return count;
}

// How many of the places lie within so many letters.
static size_t places_within(const struct filling *f, size_t start, double letters, size_t low,
                            size_t high)
{
    while (low < high) {
        size_t middle = (low + high) / 2;
        if ((double)(f->places[middle] - start) <= letters)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// Whether a line that ends there shows a soft hyphen: spaces may hang behind it.
static bool is_soft(const struct filling *f, size_t start, size_t place)
{
    size_t end = visible_end(f->p, start, f->places[place]);
    return end > start && f->p->text[end - 1] == SOFT_HYPHEN;
}

// What the line grows by from one place to the next, and within what that is right: kerning over
// the gap is not seen.
static int growth(struct filling *f, size_t start, size_t place)
{
    return width_between(f->p, visible_end(f->p, start, f->places[place]), f->places[place + 1]);
}

static int slack(const struct filling *f)
{
    return 2 + (int)(f->letter / 4);
}

// Places [0, low) fit, [high, …) do not.
struct range {
    size_t low, high;
};

// False: so near to the width that only the whole line tells.
static bool decide(const struct filling *f, int width, size_t at, int found, struct range *range)
{
    if (found > width + slack(f))
        range->high = at;
    else if (found <= width - slack(f))
        range->low = at + 1;
    else
        return false;
    return true;
}

// The line up to a place is `found` wide: which of the places around it fit, as far as single words
// tell. To shape a word is cheaper than to shape a line.
static void narrow(struct filling *f, size_t start, int width, size_t place, int found,
                   struct range *range)
{
    size_t at = place;
    bool sure = true, fits = found <= width;
    while (sure && fits && found <= width && at + 1 < range->high && !is_soft(f, start, at) &&
           !is_soft(f, start, at + 1)) {
        found += growth(f, start, at++);
        sure = decide(f, width, at, found, range);
    }
    while (sure && !fits && found > width && at > range->low && !is_soft(f, start, at) &&
           !is_soft(f, start, at - 1)) {
        found -= growth(f, start, --at);
        sure = decide(f, width, at, found, range);
    }
}

// How many of the places are near enough for the line to fit. Looks first where its end would be
// if all letters were equally wide.
static size_t places_that_fit(struct filling *f, size_t start, int width, enum strength strength,
                              size_t count)
{
    struct range range = {0, count};
    for (int guesses = 0; range.low < range.high; guesses++) {
        size_t guess = (range.low + range.high) / 2;
        if (guesses < GUESSES) {
            guess = places_within(f, start, width / f->letter, range.low, range.high);
            guess = guess > range.low ? guess - 1 : range.low;
        }
        int found = width_between(f->p, start, f->places[guess]);
        if (found > 0)
            f->letter = (double)found / (double)(f->places[guess] - start);
        if (found <= width)
            range.low = guess + 1;
        else
            range.high = guess;
        if (strength == BREAK_WORD)
            narrow(f, start, width, guess, found, &range);
    }
    return range.low;
}

// Whether the line may end beyond the places found within `reach`.
static bool reaches_farther(struct filling *f, size_t start, size_t reach, int width, size_t count,
                            size_t fit)
{
    if (fit + 1 < count || reach == LONGEST_LINE || start + reach > f->p->count ||
        (count && must_break(f, f->places[count - 1])))
        return false;
    return width_between(f->p, start, start + reach) <= width;
}

// The farthest break of that strength with which the line still fits; 0: none. Does not look much
// farther than the line reaches: a word of many lines would be measured in each of them.
static size_t farthest(struct filling *f, size_t start, int width, enum strength strength)
{
    double likely = fmin(width / f->letter, LONGEST_LINE);
    size_t reach = likely > 0 ? (size_t)likely : 0, count, fit;
    do {
        reach = 2 * reach + 16 < LONGEST_LINE ? 2 * reach + 16 : LONGEST_LINE;
        count = find_places(f, start, reach, strength);
        fit = places_that_fit(f, start, width, strength, count);
    } while (reaches_farther(f, start, reach, width, count, fit));
    // A hyphen may be wider than the letters that stand in its place.
    if (fit + 1 < count && is_soft(f, start, fit) &&
        width_between(f->p, start, f->places[fit + 1]) <= width)
        fit += 2;
    return fit ? f->places[fit - 1] : 0;
}

static size_t line_end(struct filling *f, size_t start, int width, bool *broken)
{
    for (int strength = BREAK_WORD; strength >= BREAK_GRAPHEME; strength--) {
        size_t end = farthest(f, start, width, (enum strength)strength);
        *broken |= end && strength != BREAK_WORD;
        if (end)
            return end;
    }
    size_t end = start + 1;  // not even one grapheme fits: it stands alone
    while (end < f->p->count && !(f->p->wrap[end] & WRAP_GRAPHEME))
        end++;
    *broken = true;
    return end;
}

static struct ends greedy(struct filling *f, int width)
{
    struct ends ends = {0};
    size_t start = 0;
    do {
        size_t end = f->p->count ? line_end(f, start, width, &ends.broken) : 0;
        *list_add(f->p->scratch, &ends.list) = end;
        start = end;
    } while (start < f->p->count);
    return ends;
}

// More lines are not balanced: CSS Text 4 allows that, and one does not see it.
enum { BALANCED_MOST = 10 };

static struct ends balance(struct filling *f, int width)
{
    struct ends best = greedy(f, width);
    int low = width / 2, high = width;
    bool wanted = best.list.count > 1 && best.list.count <= BALANCED_MOST && !best.broken;
    while (wanted && low + 1 < high) {
        int middle = (low + high) / 2;
        struct ends ends = greedy(f, middle);
        bool good = ends.list.count <= best.list.count && !ends.broken;
        if (good)
            best = ends;
        *(good ? &high : &low) = middle;
    }
    return best;
}

static size_t last_place(const struct filling *f, size_t start, size_t end)
{
    size_t at = end - 1;
    while (at > start && !may_break(f, at, BREAK_WORD))
        at--;
    return at;
}

// The word before a lone short one goes with it, unless that leaves a hole above.
static void keep_company(struct filling *f, struct ends *ends, int width)
{
    size_t count = ends->list.count;
    if (count < 2 || ends->broken)
        return;
    size_t *above = &ends->list.items[count - 2], start = count > 2 ? above[-1] : 0;
    bool lone = last_place(f, *above, f->p->count) == *above;
    if (!lone || f->p->wrap[*above] & WRAP_MUST ||
        width_between(f->p, *above, f->p->count) * SHORT_WORD > width)
        return;
    // A word that was whole stays whole.
    size_t earlier = *above;
    do {
        earlier = last_place(f, start, earlier);
    } while (earlier > start && f->p->text[earlier - 1] == SOFT_HYPHEN);
    if (earlier > start && width_between(f->p, earlier, f->p->count) <= width &&
        width_between(f->p, start, earlier) * 2 >= width)
        *above = earlier;
}

struct ends fill(struct paragraph *p, int width, enum text_wrap wrap)
{
    struct filling filling = {.p = p, .letter = 16};
    width = width < 0 ? 0 : width > WIDEST_LINE ? WIDEST_LINE : width;
    if (wrap == TEXT_WRAP_BALANCE)
        return balance(&filling, width);
    struct ends ends = greedy(&filling, width);
    if (wrap == TEXT_WRAP_PRETTY)
        keep_company(&filling, &ends, width);
    return ends;
}
