// SPDX-License-Identifier: EUPL-1.2
#include "guide/words.h"

#include <assert.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "guide/digest.h"
#include "guide/glue.h"
#include "guide/isolate.h"
#include "guide/reference.h"
#include "guide/type.h"

#define SPACES " \t\r\n"

// clang-format off
static const struct element {
    const char *name;
    bool has_children;
    const char *ref;       // the attribute that refers to something
    enum target target;
    const char *variants;  // the values of `kind`
} elements[] = {
    [BLOCK_TITLE]     = {"title",    false, NULL,     TARGET_NONE,   NULL},
    [BLOCK_NAME]      = {"name",     false, NULL,     TARGET_NONE,   NULL},
    [BLOCK_PURPOSE]   = {"purpose",  false, NULL,     TARGET_NONE,   NULL},
    [BLOCK_LEAD]      = {"lead",     false, NULL,     TARGET_NONE,   NULL},
    [BLOCK_FACT]      = {"fact",     false, NULL,     TARGET_NONE,   "deadline cost duration"},
    [BLOCK_HEADING]   = {"h",        false, NULL,     TARGET_NONE,   NULL},
    [BLOCK_PARAGRAPH] = {"p",        false, NULL,     TARGET_NONE,   NULL},
    [BLOCK_LIST]      = {"list",     true,  NULL,     TARGET_NONE,   NULL},
    [BLOCK_ITEM]      = {"item",     false, NULL,     TARGET_NONE,   NULL},
    [BLOCK_STEPS]     = {"steps",    true,  NULL,     TARGET_NONE,   NULL},
    [BLOCK_STEP]      = {"step",     true,  NULL,     TARGET_NONE,   NULL},
    [BLOCK_NOTE]      = {"note",     true,  NULL,     TARGET_NONE,   "info deadline warning"},
    [BLOCK_NUMBER]    = {"number",   false, "ref",    TARGET_NUMBER, NULL},
    [BLOCK_CONTACT]   = {"contact",  false, "office", TARGET_OFFICE, NULL},
    [BLOCK_LINK]      = {"link",     false, "href",   TARGET_NONE,   NULL},
    [BLOCK_SEE]       = {"see",      false, "page",   TARGET_PAGE,   NULL},
    [BLOCK_HELP]      = {"help",     true,  NULL,     TARGET_NONE,   NULL},
    [BLOCK_BRING]     = {"bring",    true,  NULL,     TARGET_NONE,   NULL},
    [BLOCK_GREETING]  = {"greeting", false, NULL,     TARGET_NONE,   NULL},
    [BLOCK_WELCOME]   = {"welcome",  false, NULL,     TARGET_NONE,   NULL},
    [BLOCK_QUESTION]  = {"question", false, NULL,     TARGET_NONE,   NULL},
    [BLOCK_TOPIC]     = {"topic",    false, "ref",    TARGET_TOPIC,  NULL},
};
// clang-format on
static_assert(sizeof elements / sizeof *elements == BLOCK_KINDS, "one row for each kind");

struct reading {
    const struct references *references;
    struct arena *arena;
    const struct language *language;
    bool original;
};

struct blocks {
    struct block *items;
    size_t count, room;
};

// ---- Pieces ----------------------------------------------------------------------------------

// White space to single spaces; none at the start if `*spaced`, which then tells of the end.
static char *fold(struct arena *arena, const char *text, bool *spaced)
{
    char *copy = arena_text(arena, text), *to = copy;
    for (const char *at = copy; *at; at++) {
        bool space = strchr(SPACES, *at);
        if (!space || !*spaced)
            *to++ = space ? ' ' : *at;
        *spaced = space;
    }
    *to = '\0';
    return copy;
}

static void add_text(struct reading *reading, struct pieces *pieces, const struct node *node,
                     enum piece_kind kind, bool *spaced)
{
    const char *text = fold(reading->arena, node->text, spaced);
    if (*text)
        *list_add(reading->arena, pieces) = (struct piece){.kind = kind, .text = text};
}

static void add_bold(struct reading *reading, struct pieces *pieces, const struct node *node,
                     bool *spaced)
{
    for (const struct node *n = node->first; n; n = n->next)
        if (n->text)
            add_text(reading, pieces, n, PIECE_BOLD, spaced);
}

static void add_term(struct reading *reading, struct pieces *pieces, const struct node *node,
                     bool *spaced)
{
    struct arena *arena = reading->arena;
    const char *german = node_attribute(node, "de");
    struct piece piece = {.kind = PIECE_TERM, .text = node_text(arena, node)};
    if (!reading->original)
        piece.german = german ? glued(arena, "", german, "") : NULL;
    if (!*piece.text && !german && (!node->first || node->first->text))
        fault_add(reading->references->faults, node->place, "`<term>` is empty; write the word");
    *list_add(arena, pieces) = piece;
    *spaced = false;
}

static void add_value(struct reading *reading, struct pieces *pieces, const struct node *node,
                      bool *spaced)
{
    const char *ref = node_attribute(node, "ref");
    *spaced = false;
    if (!reference_check(reading->references, TARGET_VALUE, ref, node_attribute_place(node, "ref")))
        return;
    const struct value *value = value_find(reading->references->guide, ref);
    *list_add(reading->arena, pieces) =
        (struct piece){.kind = PIECE_VALUE, .text = value->shown, .value = value};
}

static void trim_end(struct pieces *pieces)
{
    while (pieces->count > 0) {
        struct piece *last = &pieces->items[pieces->count - 1];
        size_t length = strlen(last->text);
        if (last->kind > PIECE_BOLD || length == 0 || last->text[length - 1] != ' ')
            return;
        ((char *)last->text)[length - 1] = '\0';  // fold() made it
        if (length > 1)
            return;
        pieces->count--;
    }
}

// No-break glue and isolates, which editors never type.
static void hold_together(struct arena *arena, const struct language *language,
                          struct pieces *pieces)
{
    const char *before = "";
    for (size_t i = 0; i < pieces->count; i++) {
        struct piece *piece = &pieces->items[i];
        const char *after = i + 1 < pieces->count ? piece[1].text : "", *text = piece->text;
        if (piece->kind != PIECE_VALUE)
            piece->text = glued(arena, before, text, after);
        if (piece->kind != PIECE_VALUE && language->rtl)
            piece->text = isolated(arena, piece->text);
        before = piece->german ? "" : text;  // else a term's German tag stands in between
    }
}

static struct pieces read_pieces(struct reading *reading, const struct node *node)
{
    struct pieces pieces = {0};
    bool spaced = true;  // nothing, or a space, stands before
    for (const struct node *n = node->first; n; n = n->next) {
        if (n->text)
            add_text(reading, &pieces, n, PIECE_PLAIN, &spaced);
        else if (strcmp(n->name, "b") == 0)
            add_bold(reading, &pieces, n, &spaced);
        else if (strcmp(n->name, "term") == 0)
            add_term(reading, &pieces, n, &spaced);
        else if (strcmp(n->name, "value") == 0)
            add_value(reading, &pieces, n, &spaced);
    }
    trim_end(&pieces);
    hold_together(reading->arena, reading->language, &pieces);
    return pieces;
}

// ---- Digests ---------------------------------------------------------------------------------

// Soft hyphens are left out: a better place to break a word makes no translation wrong.
static void append_words(struct buf *out, const char *text)
{
    while (*text) {
        const char *start = text;
        uint32_t c = utf8_next(&text);
        bool space = c < 0x80 && strchr(SPACES, (int)c);
        bool spaced = out->length == 0 || out->text[out->length - 1] == ' ';
        if (space && !spaced)
            buf_text(out, " ");
        else if (!space && c != 0xAD)
            buf_add(out, start, (size_t)(text - start));
    }
}

static void append_markup(struct buf *out, const struct node *node)
{
    buf_print(out, "<%s", node->name);
    for (size_t i = 0; i < node->attribute_count; i++)
        buf_print(out, " %s=\"%s\"", node->attributes[i].name, node->attributes[i].value);
    buf_text(out, ">");
    for (const struct node *n = node->first; n; n = n->next)
        if (n->text)
            append_words(out, n->text);
    buf_print(out, "</%s>", node->name);
}

static uint16_t digest_of(const struct node *node)
{
    struct buf out = {0};
    for (const struct node *n = node->first; n; n = n->next) {
        if (n->text)
            append_words(&out, n->text);
        else
            append_markup(&out, n);
    }
    if (out.length > 0 && out.text[out.length - 1] == ' ')
        out.length--;
    uint16_t digest = digest_bytes(out.text, out.length);
    buf_free(&out);
    return digest;
}

// ---- Blocks ----------------------------------------------------------------------------------

static int kind_of(const char *name)
{
    for (int i = 0; i < BLOCK_KINDS; i++)
        if (strcmp(elements[i].name, name) == 0)
            return i;
    return -1;
}

static struct blocks read_blocks(struct reading *reading, const struct node *parent);

static struct block read_block(struct reading *reading, const struct node *node,
                               enum block_kind kind)
{
    const struct element *element = &elements[kind];
    const char *variant = node_attribute(node, "kind");
    struct block block = {.kind = kind, .place = node->place};
    if (element->variants && variant && type_choice(element->variants, variant) >= 0)
        block.variant = type_choice(element->variants, variant);
    if (element->ref)
        block.ref = node_attribute(node, element->ref);
    // A translation has the references of the original; one that leads nowhere is not asked for.
    if (element->target != TARGET_NONE && reading->original &&
        !reference_check(reading->references, element->target, block.ref,
                         node_attribute_place(node, element->ref)))
        block.ref = NULL;
    if (element->has_children) {
        struct blocks children = read_blocks(reading, node);
        block.children.items = children.items;
        block.children.count = children.count;
        return block;
    }
    block.text = read_pieces(reading, node);
    if (block.text.count)
        block.digest = digest_of(node);
    return block;
}

static struct blocks read_blocks(struct reading *reading, const struct node *parent)
{
    struct blocks blocks = {0};
    for (const struct node *n = parent->first; n; n = n->next) {
        int kind = n->name ? kind_of(n->name) : -1;
        if (kind >= 0)
            *list_add(reading->arena, &blocks) = read_block(reading, n, (enum block_kind)kind);
    }
    return blocks;
}

struct words *words_read(const struct references *references, const struct node *root,
                         const struct language *language)
{
    struct arena *arena = references->guide->arena;
    struct reading reading = {references, arena, language, strcmp(language->tag, "de") == 0};
    struct words *words = arena_alloc(arena, sizeof *words);
    struct blocks blocks = read_blocks(&reading, root);
    words->language = language;
    words->draft = node_attribute(root, "review");
    words->blocks.items = blocks.items;
    words->blocks.count = blocks.count;
    words->place = root->place;
    return words;
}

const char *block_label(struct arena *arena, const struct block *block)
{
    const struct element *element = &elements[block->kind];
    char variant[16];
    if (element->ref && block->ref)
        return arena_print(arena, "<%s %s=\"%s\">", element->name, element->ref, block->ref);
    if (!element->variants)
        return arena_print(arena, "<%s>", element->name);
    const char *at = element->variants;
    for (int i = 0; i <= block->variant; i++)
        at = type_word(at, variant, sizeof variant);
    return arena_print(arena, "<%s kind=\"%s\">", element->name, variant);
}
