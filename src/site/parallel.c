// SPDX-License-Identifier: EUPL-1.2
#include <assert.h>

#include "site/kind.h"
#include "site/prose.h"
#include "text/tr.h"

// A translation has the blocks of its original: guide/translation.h sees to that.
struct halves {
    const struct block *own, *german;
    const struct words *words, *german_words;
};

static void write_half(struct leaf *leaf, const char *class, const char *element,
                       const struct language *language, const struct block *block)
{
    const struct language *outer = leaf_enter(leaf, "div", class, language);
    if (block->kind == BLOCK_NUMBER)
        prose_number(leaf, block);
    else
        prose_text(leaf, element, block->kind == BLOCK_LEAD ? "lead" : NULL, block);
    leaf_leave(leaf, "div", outer);
}

// The German half has no headings: the outline is that of the reader's language.
static void write_pair(struct leaf *leaf, const char *element, const struct halves *halves)
{
    html_open(&leaf->html, "div", "class", "pair", NULL);
    write_half(leaf, NULL, element, halves->words->language, halves->own);
    write_half(leaf, element[0] == 'h' ? "original strong" : "original", "p",
               halves->german_words->language, halves->german);
    html_close(&leaf->html, "div");
}

static void write_block(struct leaf *leaf, const struct halves *halves, const char *heading);

static void write_children(struct leaf *leaf, const struct halves *halves, const char *heading)
{
    assert(halves->own->children.count == halves->german->children.count);
    for (size_t i = 0; i < halves->own->children.count; i++) {
        struct halves child = *halves;
        child.own = &halves->own->children.items[i];
        child.german = &halves->german->children.items[i];
        write_block(leaf, &child, heading);
    }
}

static const struct {
    const char *element, *class;  // around the children, or the element of a text
} kinds[BLOCK_KINDS] = {
    [BLOCK_TITLE] = {"h1", NULL},    [BLOCK_LEAD] = {"p", NULL},
    [BLOCK_FACT] = {"p", NULL},      [BLOCK_HEADING] = {"h2", NULL},
    [BLOCK_PARAGRAPH] = {"p", NULL}, [BLOCK_LIST] = {"ul", "dots"},
    [BLOCK_ITEM] = {"li", NULL},     [BLOCK_STEPS] = {"ol", "steps"},
    [BLOCK_STEP] = {"li", NULL},     [BLOCK_NOTE] = {"div", "note of-two"},
    [BLOCK_NUMBER] = {"p", NULL},
};

static void write_block(struct leaf *leaf, const struct halves *halves, const char *heading)
{
    enum block_kind kind = halves->own->kind;
    const char *element = kind == BLOCK_HEADING ? heading : kinds[kind].element;
    bool wraps = halves->own->children.count > 0 || kind == BLOCK_ITEM;
    if (!element)
        return;
    if (wraps)
        html_open(&leaf->html, element, "class", kinds[kind].class, NULL);
    if (halves->own->children.count > 0)
        write_children(leaf, halves, heading);
    else
        write_pair(leaf, wraps ? "p" : element, halves);
    if (wraps)
        html_close(&leaf->html, element);
}

void parallel_leaf(struct leaf *leaf, const struct page *page)
{
    const struct words *words = page->words.in[leaf->index], *german = page->words.in[0];
    const char *title = words_text(leaf->arena, words, BLOCK_TITLE, NULL);
    leaf->talks = true;
    leaf->sensitive = page->sensitive;
    leaf->other_view = "../";
    leaf->other_word = tr(leaf->language, "%s only");
    leaf_open(leaf,
              arena_print(leaf->arena, "%s – %s", title,
                          words_text(leaf->arena, german, BLOCK_TITLE, NULL)),
              "", &page->words);
    html_open(&leaf->html, "article", NULL);
    for (size_t i = 0; i < words->blocks.count; i++) {
        struct halves halves = {&words->blocks.items[i], &german->blocks.items[i], words, german};
        write_block(leaf, &halves, "h2");
        if (halves.own->kind == BLOCK_LEAD)
            prose_state(leaf, words);
    }
    html_close(&leaf->html, "article");
    leaf_close(leaf);
}
