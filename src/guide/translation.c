// SPDX-License-Identifier: EUPL-1.2
#include "guide/translation.h"

#include <stdlib.h>
#include <string.h>

#include "guide/type.h"
#include "guide/words.h"

// ---- Structure -------------------------------------------------------------------------------

enum { TABLE_LIMIT = 200 * 200 };  // a page has some thirty blocks

// Either list may be shorter; `end` is where the translation's list belongs.
struct pair {
    const struct block *original, *translation;
    size_t original_count, translation_count;
    struct place end;
};

struct comparison {
    struct arena *arena;
    const char *original;  // its file
    struct faults *faults;
    bool equal;
};

static bool same_ref(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

// An original without its reference had one that leads nowhere, reported before: any will do.
static bool same_kind(const struct block *original, const struct block *translation)
{
    return original->kind == translation->kind && original->variant == translation->variant &&
           (!original->ref || same_ref(original->ref, translation->ref));
}

// With one that is missing, and with more: at the end and before another.
static const char *const missing[][2] = {
    {E_("expected `%s` as in %s:%d, found nothing more; "
        "a translation has the blocks of the German text in the same order"),
     E_("expected `%s` as in %s:%d and %zu more, found nothing more; "
        "a translation has the blocks of the German text in the same order")},
    {E_("before this expected `%s` as in %s:%d, found nothing; "
        "a translation has the blocks of the German text in the same order"),
     E_("before this expected `%s` as in %s:%d and %zu more, found nothing; "
        "a translation has the blocks of the German text in the same order")},
};

static void report_missing(struct comparison *comparison, const struct pair *rest, size_t count)
{
    bool before = rest->translation_count;
    fault_add(comparison->faults, before ? rest->translation->place : rest->end,
              missing[before][count > 1], block_label(comparison->arena, rest->original),
              rest->original->place.file, rest->original->place.line, count - 1);
}

static void report_extra(struct comparison *comparison, const struct pair *rest, size_t count)
{
    static const char *const extra[] = {
        E_("nothing stands here in %s, found `%s`; "
           "a translation has the blocks of the German text in the same order"),
        E_("nothing stands here in %s, found `%s` and %zu more; "
           "a translation has the blocks of the German text in the same order"),
    };
    fault_add(comparison->faults, rest->translation->place, extra[count > 1], comparison->original,
              block_label(comparison->arena, rest->translation), count - 1);
}

static void report_other(struct comparison *comparison, const struct pair *rest)
{
    fault_add(comparison->faults, rest->translation->place,
              "expected `%s` as in %s:%d, found `%s`; "
              "a translation has the blocks of the German text in the same order",
              block_label(comparison->arena, rest->original), rest->original->place.file,
              rest->original->place.line, block_label(comparison->arena, rest->translation));
}

// The same pair without the first blocks.
static struct pair behind(const struct pair *pair, size_t original, size_t translation)
{
    return (struct pair){pair->original + original, pair->translation + translation,
                         pair->original_count - original, pair->translation_count - translation,
                         pair->end};
}

// How many blocks differ at least from here on, by the same for what follows: below, the German
// block is left out; to the right, the translated one is too many; beyond both they are a pair.
static uint16_t cost_of(const struct pair *here, const uint16_t *cost, size_t width)
{
    if (!here->original_count || !here->translation_count)
        return (uint16_t)(here->original_count + here->translation_count);
    uint16_t skip = (uint16_t)(1 + (cost[width] < cost[1] ? cost[width] : cost[1]));
    uint16_t both = (uint16_t)(cost[width + 1] + !same_kind(here->original, here->translation));
    return both <= skip ? both : skip;
}

static uint16_t *costs_of(struct arena *arena, const struct pair *pair)
{
    size_t width = pair->translation_count + 1;
    uint16_t *costs = arena_alloc(arena, (pair->original_count + 1) * width * sizeof *costs);
    for (size_t i = pair->original_count + 1; i-- > 0;) {
        for (size_t j = width; j-- > 0;) {
            struct pair here = behind(pair, i, j);
            costs[i * width + j] = cost_of(&here, &costs[i * width + j], width);
        }
    }
    return costs;
}

static bool is_pair(const struct pair *here, const uint16_t *cost, size_t width)
{
    return here->original_count && here->translation_count &&
           *cost == cost[width + 1] + !same_kind(here->original, here->translation);
}

static bool is_missing(const struct pair *here, const uint16_t *cost, size_t width)
{
    return here->original_count && !is_pair(here, cost, width) && *cost == 1 + cost[width];
}

static bool is_extra(const struct pair *here, const uint16_t *cost, size_t width)
{
    return here->translation_count && !is_pair(here, cost, width) && !is_missing(here, cost, width);
}

static void compare(struct comparison *comparison, struct pair rest);

// Two blocks that stand for each other: alike, or of different kinds.
static void compare_blocks(struct comparison *comparison, const struct pair *rest)
{
    const struct block *a = rest->original, *b = rest->translation;
    struct pair below = {a->children.items, b->children.items, a->children.count, b->children.count,
                         b->place};
    if (same_kind(a, b))
        compare(comparison, below);
    else
        report_other(comparison, rest);
}

// From the first difference on: in step again as soon as possible, so that one block left out is
// one fault.
static void compare_differing(struct comparison *comparison, struct pair rest)
{
    size_t width = rest.translation_count + 1;
    const uint16_t *cost = costs_of(comparison->arena, &rest);
    while (rest.original_count || rest.translation_count) {
        struct pair here = rest;
        size_t count = 0;
        if (is_pair(&rest, cost, width)) {
            compare_blocks(comparison, &rest);
            rest = behind(&rest, 1, 1);
            cost += width + 1;
            continue;
        }
        for (; is_missing(&rest, cost, width); rest = behind(&rest, 1, 0), cost += width)
            count++;
        if (count)
            report_missing(comparison, &here, count);
        here = rest;
        count = 0;
        for (; is_extra(&rest, cost, width); rest = behind(&rest, 0, 1), cost++)
            count++;
        if (count)
            report_extra(comparison, &here, count);
    }
}

static void compare(struct comparison *comparison, struct pair rest)
{
    while (rest.original_count && rest.translation_count &&
           same_kind(rest.original, rest.translation)) {
        compare_blocks(comparison, &rest);
        rest = behind(&rest, 1, 1);
    }
    if (rest.original_count + rest.translation_count == 0)
        return;
    comparison->equal = false;
    if (!rest.translation_count)
        report_missing(comparison, &rest, rest.original_count);
    else if (!rest.original_count)
        report_extra(comparison, &rest, rest.translation_count);
    else if (rest.original_count * rest.translation_count <= TABLE_LIMIT)
        compare_differing(comparison, rest);
    else
        report_other(comparison, &rest);
}

bool translation_matches(struct arena *arena, const struct words *original,
                         const struct words *translation, struct faults *faults)
{
    struct pair pair = {original->blocks.items, translation->blocks.items, original->blocks.count,
                        translation->blocks.count, translation->place};
    struct comparison comparison = {arena, original->place.file, faults, true};
    compare(&comparison, pair);
    return comparison.equal;
}

// ---- Age -------------------------------------------------------------------------------------

struct flat {
    struct block **items;
    size_t count, room;
};

// The blocks with words, in document order.
static void flatten(struct arena *arena, struct flat *flat, struct block *blocks, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (blocks[i].text.count)
            *list_add(arena, flat) = &blocks[i];
        flatten(arena, flat, blocks[i].children.items, blocks[i].children.count);
    }
}

struct digests {
    uint16_t *items;
    size_t count, room;
};

static struct digests read_digests(struct arena *arena, const char *text)
{
    char word[8];
    struct digests digests = {0};
    while ((text = type_word(text, word, sizeof word)))
        *list_add(arena, &digests) = (uint16_t)strtoul(word, NULL, 16);
    return digests;
}

// Whether the digest was among those of the stamp. As long as no German block was added or
// removed, place answers to place; else it is looked for behind the last one found.
static bool is_stamped(const struct digests *digests, size_t blocks, size_t at, uint16_t digest,
                       size_t *found)
{
    if (digests->count == blocks)
        return digests->items[at] == digest;
    for (size_t i = *found; i < digests->count; i++) {
        if (digests->items[i] != digest)
            continue;
        *found = i + 1;
        return true;
    }
    return false;
}

static void mark_outdated(const struct flat *german, const struct flat *translated,
                          const struct digests *digests, struct faults *faults)
{
    size_t found = 0;
    for (size_t i = 0; i < translated->count; i++) {
        const struct place *original = &german->items[i]->place;
        struct block *block = translated->items[i];
        if (is_stamped(digests, german->count, i, german->items[i]->digest, &found))
            continue;
        block->outdated = true;
        work_add(faults, WORK_TRANSLATION, block->place,
                 "outdated: the German text at %s:%d has changed; "
                 "correct this and run `wegweiser stamp`",
                 original->file, original->line);
    }
}

static bool mentions(const struct block *block, const struct value *value)
{
    for (size_t i = 0; i < block->text.count; i++)
        if (block->text.items[i].value == value)
            return true;
    return false;
}

static void warn_values(const struct block *german, const struct block *translated,
                        struct faults *faults)
{
    for (size_t i = 0; i < german->text.count; i++) {
        const struct value *value = german->text.items[i].value;
        if (value && !mentions(translated, value))
            warning_add(faults, translated->place,
                        "no <value ref=\"%s\"/> as in %s:%d, so this text will be wrong "
                        "when the fact changes; put it in",
                        value->id, german->place.file, german->place.line);
    }
}

void translation_compare(struct arena *arena, const struct words *original,
                         struct words *translation, const struct glossary *glossary,
                         const char *translates, struct faults *faults)
{
    struct flat german = {0}, translated = {0};
    flatten(arena, &german, original->blocks.items, original->blocks.count);
    flatten(arena, &translated, translation->blocks.items, translation->blocks.count);
    if (german.count != translated.count)
        return;  // a block without words, reported before
    for (size_t i = 0; i < german.count; i++) {
        warn_values(german.items[i], translated.items[i], faults);
        if (glossary)
            glossary_check(glossary, arena, german.items[i], translated.items[i], faults);
    }
    if (translates) {
        struct digests digests = read_digests(arena, translates);
        mark_outdated(&german, &translated, &digests, faults);
        return;
    }
    for (size_t i = 0; i < translated.count; i++)
        translated.items[i]->outdated = true;
    work_add(faults, WORK_TRANSLATION, translation->place,
             "not stamped, so every block counts as outdated; "
             "compare it with %s and run `wegweiser stamp`",
             original->place.file);
}
