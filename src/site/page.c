// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "site/kind.h"
#include "site/part.h"
#include "site/prose.h"
#include "text/tr.h"

static void write_title(struct leaf *leaf, const struct page *page, const struct words *words)
{
    html_open(&leaf->html, "p", "class", "crumb", NULL);
    part_topic(leaf, page->topic);
    html_close(&leaf->html, "p");
    const struct language *outer = leaf_enter(leaf, "div", "head", words->language);
    prose_text(leaf, "h1", NULL, block_find(words, BLOCK_TITLE, NULL));
    prose_text(leaf, "p", "lead", block_find(words, BLOCK_LEAD, NULL));
    leaf_leave(leaf, "div", outer);
    prose_state(leaf, words);
}

// The office's row, and how to reach it without another tap.
static void write_contact(struct leaf *leaf, const char *id)
{
    const struct office *office = office_find(leaf->guide, id);
    part_rows_open(leaf);
    part_office(leaf, office);
    part_rows_close(leaf);
    if (office->phones.count == 0 && !office->email)
        return;
    part_facts_open(leaf);
    part_reach(leaf, office);
    part_facts_close(leaf);
}

static void write_contacts(struct leaf *leaf, const struct words *words)
{
    if (!block_find(words, BLOCK_CONTACT, NULL))
        return;
    html_open(&leaf->html, "section", NULL);
    html_put(&leaf->html, "h2", tr(leaf->language, "Where to go"), NULL);
    for (size_t i = 0; i < words->blocks.count; i++)
        if (words->blocks.items[i].kind == BLOCK_CONTACT)
            write_contact(leaf, words->blocks.items[i].ref);
    html_close(&leaf->html, "section");
}

static void write_link(struct leaf *leaf, const struct words *words, const struct block *block)
{
    html_open(&leaf->html, "li", NULL);
    html_open(&leaf->html, "a", "class", "row", "href", block->ref, NULL);
    const struct language *outer = leaf_enter(leaf, "span", "name", words->language);
    prose_text(leaf, "b", NULL, block);
    leaf_leave(leaf, "span", outer);
    leaf_arrow(leaf, "box-arrow-up-right");
    html_close(&leaf->html, "a");
    html_close(&leaf->html, "li");
}

static void write_links(struct leaf *leaf, const struct words *words)
{
    if (!block_find(words, BLOCK_LINK, NULL))
        return;
    html_open(&leaf->html, "section", NULL);
    html_put(&leaf->html, "h2", tr(leaf->language, "Read more"), NULL);
    part_rows_open(leaf);
    for (size_t i = 0; i < words->blocks.count; i++)
        if (words->blocks.items[i].kind == BLOCK_LINK)
            write_link(leaf, words, &words->blocks.items[i]);
    part_rows_close(leaf);
    html_close(&leaf->html, "section");
}

static void write_related(struct leaf *leaf, const struct words *words)
{
    if (!block_find(words, BLOCK_SEE, NULL))
        return;
    html_open(&leaf->html, "section", NULL);
    html_put(&leaf->html, "h2", tr(leaf->language, "Related pages"), NULL);
    part_rows_open(leaf);
    for (size_t i = 0; i < words->blocks.count; i++)
        if (words->blocks.items[i].kind == BLOCK_SEE)
            part_page(leaf, page_find(leaf->guide, words->blocks.items[i].ref));
    part_rows_close(leaf);
    html_close(&leaf->html, "section");
}

static void write_date(struct leaf *leaf, const struct origin *origin)
{
    html_open(&leaf->html, "p", "class", "checked", NULL);
    if (origin->sample)
        prose_origin(leaf, origin);
    else
        leaf_fill(leaf, tr(leaf->language, "Last checked: %s"), leaf_date(leaf, origin->verified),
                  NULL);
    html_close(&leaf->html, "p");
}

void page_leaf(struct leaf *leaf, const struct page *page)
{
    const struct words *words = words_in(&page->words, leaf->index);
    const struct words *guide_words = words_in(&leaf->guide->words, leaf->index);
    leaf->talks = true;
    leaf->sensitive = page->sensitive;
    if (leaf->index > 0 && page->words.in[leaf->index]) {
        leaf->other_view = "de/";
        leaf->other_word = tr(leaf->language, "In two languages");
    }
    leaf_open(leaf,
              arena_print(leaf->arena, "%s – %s", words_text(leaf->arena, words, BLOCK_TITLE, NULL),
                          words_text(leaf->arena, guide_words, BLOCK_TITLE, NULL)),
              words_text(leaf->arena, words, BLOCK_LEAD, NULL), &page->words);
    write_title(leaf, page, words);
    const struct language *outer =
        leaf_enter(leaf, "article", arena_print(leaf->arena, "of-%s", part_colour(page->topic)),
                   words->language);
    prose_facts(leaf, words);
    prose_blocks(leaf, words, 2);
    leaf_leave(leaf, "article", outer);
    write_contacts(leaf, words);
    write_links(leaf, words);
    write_related(leaf, words);
    write_date(leaf, &page->origin);
    leaf_close(leaf);
}
