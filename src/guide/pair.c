// SPDX-License-Identifier: EUPL-1.2
#include "guide/pair.h"

#include "text/tr.h"

struct builder {
    struct arena *arena;
    const struct guide *guide;
    const struct language *own, *other;  // of the program's words
    const struct office *office;
    struct pairs pairs;
};

static const struct pieces *without_tags(struct arena *arena, const struct pieces *pieces)
{
    struct pieces *plain = arena_alloc(arena, sizeof *plain);
    for (size_t i = 0; i < pieces->count; i++) {
        struct piece piece = pieces->items[i];
        if (piece.kind == PIECE_TERM && !*piece.text && piece.german)
            piece.text = piece.german;
        piece.german = NULL;
        *list_add(arena, plain) = piece;
    }
    return plain;
}

// "112 – fire, ambulance": the number first, in both columns.
static const struct pieces *with_number(struct builder *builder, const struct block *block)
{
    const struct pieces *pieces = without_tags(builder->arena, &block->text);
    if (block->kind != BLOCK_NUMBER)
        return pieces;
    const struct value *value = emergency_number(builder->guide, block->ref);
    struct pieces *all = arena_alloc(builder->arena, sizeof *all);
    *list_add(builder->arena, all) =
        (struct piece){.kind = PIECE_VALUE, .text = value->shown, .value = value};
    *list_add(builder->arena, all) = (struct piece){.kind = PIECE_PLAIN, .text = " – "};
    for (size_t i = 0; i < pieces->count; i++)
        *list_add(builder->arena, all) = pieces->items[i];
    return all;
}

static bool is_shown(enum block_kind kind)
{
    switch (kind) {
    case BLOCK_PURPOSE:
    case BLOCK_CONTACT:
    case BLOCK_LINK:
    case BLOCK_SEE:
        return false;
    default:
        return true;
    }
}

static bool is_bold(enum block_kind kind)
{
    return kind == BLOCK_TITLE || kind == BLOCK_NAME || kind == BLOCK_HEADING ||
           kind == BLOCK_NUMBER;
}

static void add_words(struct builder *builder, const char *own, const char *other, bool bold)
{
    *list_add(builder->arena, &builder->pairs) =
        (struct pair){.own_text = own, .other_text = other, .bold = bold};
}

// "Phone: +49 4921 87-0": the value is an isolate.
static void add_fact(struct builder *builder, const char *format, const char *value)
{
    const char *isolate = arena_print(builder->arena, "\u2068%s\u2069", value);
    add_words(builder, arena_print(builder->arena, tr(builder->own, format), isolate),
              arena_print(builder->arena, tr(builder->other, format), isolate), false);
}

// Where to go and where to call.
static void add_facts(struct builder *builder)
{
    const struct office *office = builder->office;
    const struct room *room = office->sites.items[0].room;
    if (room)
        add_fact(builder, N_("Room %s"), room->number);
    for (size_t i = 0; i < office->phones.count; i++)
        // TRANSLATORS: before a phone number
        add_fact(builder, N_("Phone: %s"), office->phones.items[i].shown);
}

static void add_blocks(struct builder *builder, const struct block *own, const struct block *other,
                       size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *heading = own[i].kind == BLOCK_HELP    ? N_("We help you with")
                              : own[i].kind == BLOCK_BRING ? N_("Please bring")
                                                           : NULL;
        if (heading)
            add_words(builder, tr(builder->own, heading), tr(builder->other, heading), true);
        if (own[i].text.count && is_shown(own[i].kind))
            *list_add(builder->arena, &builder->pairs) =
                (struct pair){.own = with_number(builder, &own[i]),
                              .other = with_number(builder, &other[i]),
                              .bold = is_bold(own[i].kind),
                              .outdated = own[i].outdated};
        if (own[i].kind == BLOCK_NAME)
            add_facts(builder);
        add_blocks(builder, own[i].children.items, other[i].children.items, own[i].children.count);
    }
}

struct pairs pairs_build(struct arena *arena, const struct guide *guide,
                         const struct language *language, const struct words *own,
                         const struct words *other, const struct office *office)
{
    struct builder builder = {.arena = arena,
                              .guide = guide,
                              .own = language,
                              .other = other->language,
                              .office = office};
    add_blocks(&builder, own->blocks.items, other->blocks.items, own->blocks.count);
    return builder.pairs;
}
