// SPDX-License-Identifier: EUPL-1.2
#include "guide/translation.h"

#include <stdlib.h>
#include <string.h>

#include "guide/type.h"
#include "guide/words.h"

// ---- Structure -------------------------------------------------------------------------------

// Either list may be shorter; `end` is where the translation's list belongs.
struct pair {
    const struct block *original, *translation;
    size_t original_count, translation_count;
    struct place end;
};

static bool same_ref(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_kind(const struct block *a, const struct block *b)
{
    return a->kind == b->kind && a->variant == b->variant && same_ref(a->ref, b->ref);
}

static void report(struct arena *arena, const struct block *original,
                   const struct block *translation, struct place end, struct faults *faults)
{
    if (!original)
        fault_add(faults, translation->place,
                  "nothing stands here in German, found `%s`; "
                  "a translation has the blocks of the German text in the same order",
                  block_label(arena, translation));
    else if (!translation)
        fault_add(faults, end,
                  "expected `%s` as in %s:%d, found nothing more; "
                  "a translation has the blocks of the German text in the same order",
                  block_label(arena, original), original->place.file, original->place.line);
    else
        fault_add(faults, translation->place,
                  "expected `%s` as in %s:%d, found `%s`; "
                  "a translation has the blocks of the German text in the same order",
                  block_label(arena, original), original->place.file, original->place.line,
                  block_label(arena, translation));
}

static bool pair_matches(struct arena *arena, const struct pair *pair, struct faults *faults)
{
    for (size_t i = 0; i < pair->original_count || i < pair->translation_count; i++) {
        const struct block *a = i < pair->original_count ? &pair->original[i] : NULL;
        const struct block *b = i < pair->translation_count ? &pair->translation[i] : NULL;
        if (!a || !b || !same_kind(a, b)) {
            report(arena, a, b, pair->end, faults);
            return false;
        }
        struct pair below = {a->children.items, b->children.items, a->children.count,
                             b->children.count, b->place};
        if (!pair_matches(arena, &below, faults))
            return false;
    }
    return true;
}

bool translation_matches(struct arena *arena, const struct words *original,
                         const struct words *translation, struct faults *faults)
{
    struct pair pair = {original->blocks.items, translation->blocks.items, original->blocks.count,
                        translation->blocks.count, translation->place};
    return pair_matches(arena, &pair, faults);
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
