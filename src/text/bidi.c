// SPDX-License-Identifier: EUPL-1.2
#include "text/bidi.h"

#include <fribidi.h>
#include <stdlib.h>

#include "base/arena.h"

static FriBidiParType direction(bool rtl)
{
    return rtl ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
}

void bidi_levels(const uint32_t *text, size_t count, bool rtl, int8_t *levels)
{
    struct arena *arena = arena_new();
    FriBidiStrIndex length = (FriBidiStrIndex)count;
    FriBidiCharType *types = arena_alloc(arena, count * sizeof *types);
    FriBidiBracketType *brackets = arena_alloc(arena, count * sizeof *brackets);
    FriBidiParType base = direction(rtl);
    fribidi_get_bidi_types(text, length, types);
    fribidi_get_bracket_types(text, length, types, brackets);
    // 0 is its answer to a failed allocation.
    if (!fribidi_get_par_embedding_levels_ex(types, brackets, length, &base, levels))
        memory_exhausted();
    arena_free(arena);
}

bool bidi_is_rtl(uint32_t c)
{
    return FRIBIDI_IS_RTL(fribidi_get_bidi_type(c));
}

static void reverse(size_t *order, size_t from, size_t to)
{
    while (from + 1 < to) {
        size_t first = order[from];
        order[from++] = order[--to];
        order[to] = first;
    }
}

void bidi_order(const int8_t *levels, size_t count, size_t *order)
{
    int8_t highest = 0, lowest_odd = INT8_MAX;
    for (size_t i = 0; i < count; i++) {
        order[i] = i;
        if (levels[i] > highest)
            highest = levels[i];
        if (levels[i] % 2 && levels[i] < lowest_odd)
            lowest_odd = levels[i];
    }
    for (int8_t level = highest; level >= lowest_odd; level--) {
        for (size_t from = 0; from < count; from++) {
            size_t to = from;
            while (to < count && levels[to] >= level)
                to++;
            reverse(order, from, to);
            if (to > from)
                from = to;
        }
    }
}
