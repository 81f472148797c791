// SPDX-License-Identifier: EUPL-1.2
#include "site/kind.h"
#include "site/part.h"
#include "text/tr.h"

void topic_leaf(struct leaf *leaf, const struct topic *topic)
{
    const struct guide *guide = leaf->guide;
    const struct words *words = words_in(&guide->words, leaf->index);
    const char *name = words_text(leaf->arena, words, BLOCK_TOPIC, topic->id);
    leaf_open(leaf,
              arena_print(leaf->arena, "%s – %s", name,
                          words_text(leaf->arena, words, BLOCK_TITLE, NULL)),
              "", &guide->words);
    html_open(&leaf->html, "h1", "class", "crumb", NULL);
    part_topic(leaf, topic);
    html_close(&leaf->html, "h1");
    if (topic->pages.count > 0) {
        part_rows_open(leaf);
        for (size_t i = 0; i < topic->pages.count; i++)
            part_page(leaf, topic->pages.items[i]);
        part_rows_close(leaf);
    }
    if (topic->offices.count > 0) {
        html_open(&leaf->html, "section", NULL);
        html_put(&leaf->html, "h2", tr(leaf->language, "Where you can get help"), NULL);
        part_rows_open(leaf);
        for (size_t i = 0; i < topic->offices.count; i++)
            part_office(leaf, topic->offices.items[i]);
        part_rows_close(leaf);
        html_close(&leaf->html, "section");
    }
    leaf_close(leaf);
}
