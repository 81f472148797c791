// SPDX-License-Identifier: EUPL-1.2
#include "site/kind.h"
#include "site/part.h"
#include "site/prose.h"
#include "text/tr.h"

static void write_greeting(struct leaf *leaf, const struct words *words)
{
    const struct language *outer = leaf_enter(leaf, "div", "head", words->language);
    prose_text(leaf, "h1", NULL, block_find(words, BLOCK_WELCOME, NULL));
    prose_text(leaf, "p", "lead", block_find(words, BLOCK_QUESTION, NULL));
    leaf_leave(leaf, "div", outer);
    prose_state(leaf, words);
}

static void write_emergency(struct leaf *leaf)
{
    const struct guide *guide = leaf->guide;
    if (!guide->emergency_page || guide->emergency.count == 0)
        return;
    html_open(&leaf->html, "a", "class", "emergency", "href",
              leaf_href(leaf, "p", guide->emergency_page->id), NULL);
    leaf_icon(leaf, "siren");
    html_open(&leaf->html, "b", NULL);
    html_put(&leaf->html, "bdi", guide->emergency.items[0]->shown, "dir", "ltr", NULL);
    html_close(&leaf->html, "b");
    html_text(&leaf->html, " ");
    // TRANSLATORS: beside the number 112, on a key that leads to the emergency page
    html_put(&leaf->html, "span", tr(leaf->language, "Emergency"), NULL);
    html_close(&leaf->html, "a");
}

void home_leaf(struct leaf *leaf)
{
    const struct guide *guide = leaf->guide;
    const struct words *words = words_in(&guide->words, leaf->index);
    leaf_open(leaf, words_text(leaf->arena, words, BLOCK_TITLE, NULL),
              words_text(leaf->arena, words, BLOCK_QUESTION, NULL), &guide->words);
    write_greeting(leaf, words);
    write_emergency(leaf);
    html_open(&leaf->html, "ul", "class", "tiles", NULL);
    for (size_t i = 0; i < guide->tiles.count; i++) {
        html_open(&leaf->html, "li", NULL);
        part_topic(leaf, guide->tiles.items[i]);
        html_close(&leaf->html, "li");
    }
    html_close(&leaf->html, "ul");
    html_open(&leaf->html, "section", NULL);
    html_put(&leaf->html, "h2", tr(leaf->language, "Where you can get help"), NULL);
    part_rows_open(leaf);
    for (size_t i = 0; i < guide->offices.count; i++)
        part_office(leaf, &guide->offices.items[i]);
    part_rows_close(leaf);
    html_close(&leaf->html, "section");
    leaf_close(leaf);
}
