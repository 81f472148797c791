// SPDX-License-Identifier: EUPL-1.2
#include "guide/guide.h"

#include <string.h>

#include "base/buf.h"

const struct page *page_find(const struct guide *guide, const char *id)
{
    for (size_t i = 0; i < guide->pages.count; i++)
        if (strcmp(guide->pages.items[i].id, id) == 0)
            return &guide->pages.items[i];
    return NULL;
}

const struct office *office_find(const struct guide *guide, const char *id)
{
    for (size_t i = 0; i < guide->offices.count; i++)
        if (strcmp(guide->offices.items[i].id, id) == 0)
            return &guide->offices.items[i];
    return NULL;
}

const struct value *emergency_number(const struct guide *guide, const char *id)
{
    for (size_t i = 0; i < guide->emergency.count; i++)
        if (strcmp(guide->emergency.items[i]->id, id) == 0)
            return guide->emergency.items[i];
    return NULL;
}

const struct topic *topic_find(const struct guide *guide, const char *id)
{
    for (size_t i = 0; i < guide->topics.count; i++)
        if (strcmp(guide->topics.items[i].id, id) == 0)
            return &guide->topics.items[i];
    return NULL;
}

int guide_language(const struct guide *guide, const char *tag)
{
    for (size_t i = 0; i < guide->languages.count; i++)
        if (strcmp(guide->languages.items[i]->tag, tag) == 0)
            return (int)i;
    return -1;
}

bool page_is_promised(const struct guide *guide, const struct page *page, size_t language)
{
    bool promised = !guide->core_only || !guide->core_only[language];
    for (size_t i = 0; i < guide->core.count; i++)
        promised = promised || guide->core.items[i] == page;
    return promised;
}

const struct words *words_in(const struct document *document, int language)
{
    const struct words *words = document->in[language];
    return words ? words : document->in[0];
}

static size_t count_outdated(const struct block *blocks, size_t count)
{
    size_t outdated = 0;
    for (size_t i = 0; i < count; i++)
        outdated +=
            blocks[i].outdated + count_outdated(blocks[i].children.items, blocks[i].children.count);
    return outdated;
}

size_t words_outdated(const struct words *words)
{
    return words ? count_outdated(words->blocks.items, words->blocks.count) : 0;
}

const struct block *block_find(const struct words *words, enum block_kind kind, const char *ref)
{
    for (size_t i = 0; i < words->blocks.count; i++) {
        const struct block *block = &words->blocks.items[i];
        if (block->kind == kind && (!ref || (block->ref && strcmp(block->ref, ref) == 0)))
            return block;
    }
    return NULL;
}

const char *words_text(struct arena *arena, const struct words *words, enum block_kind kind,
                       const char *ref)
{
    const struct block *block = block_find(words, kind, ref);
    return block ? pieces_text(arena, &block->text) : "";
}

const char *pieces_text(struct arena *arena, const struct pieces *pieces)
{
    struct buf text = {0};
    for (size_t i = 0; i < pieces->count; i++) {
        const struct piece *piece = &pieces->items[i];
        bool tag_alone = piece->kind == PIECE_TERM && !*piece->text && piece->german;
        buf_text(&text, tag_alone ? piece->german : piece->text);
    }
    return buf_keep(&text, arena);
}
