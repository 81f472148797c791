// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "site/kind.h"
#include "text/tr.h"

// Enough to be understood; the list below says the rest.
enum { PROMPTS = 6 };

static void write_prompts(struct leaf *leaf)
{
    const struct guide *guide = leaf->guide;
    html_open(&leaf->html, "p", "class", "lead prompts", NULL);
    for (size_t i = 0, written = 0; i < guide->languages.count && written < PROMPTS; i++) {
        const struct language *language = guide->languages.items[i];
        if (!guide->offered[i])
            continue;
        if (written++ > 0)
            html_text(&leaf->html, " · ");
        leaf_put(leaf, "span", NULL, language, tr(language, "Choose your language"));
    }
    html_close(&leaf->html, "p");
}

// The endonym, and below it a name that the clerk or the neighbour can read.
static void write_language(struct leaf *leaf, const struct language *language, const char *href)
{
    html_open(&leaf->html, "li", NULL);
    html_open(&leaf->html, "a", "class", "chip", "hreflang", language->tag, "href", href, NULL);
    leaf_put(leaf, "b", NULL, language, language->endonym);
    if (strcmp(language->endonym, language->german) != 0)
        leaf_german(leaf, "span", NULL, language->german);
    else
        html_put(&leaf->html, "span", language->english, "lang", "en", "dir", "ltr", NULL);
    html_close(&leaf->html, "a");
    html_close(&leaf->html, "li");
}

void landing_leaf(struct leaf *leaf, const char *path, const char *title,
                  const struct document *document)
{
    const struct guide *guide = leaf->guide;
    leaf_open(leaf, title, "", document);
    leaf_german(leaf, "h1", NULL, title);
    write_prompts(leaf);
    html_open(&leaf->html, "ul", "class", "languages", NULL);
    for (size_t i = 0; i < guide->languages.count; i++) {
        const struct language *language = guide->languages.items[i];
        if (guide->offered[i])
            write_language(leaf, language,
                           arena_print(leaf->arena, "%s%s/%s", leaf->root, language->tag, path));
    }
    html_close(&leaf->html, "ul");
    leaf_close(leaf);
}

void moved_leaf(struct leaf *leaf, const char *href, const char *title)
{
    struct html *html = &leaf->html;
    html_start(html);
    html_open(html, "html", "lang", leaf->language->tag, NULL);
    html_open(html, "head", NULL);
    html_empty(html, "meta", "charset", "utf-8", NULL);
    html_empty(html, "meta", "http-equiv", "refresh", "content",
               arena_print(leaf->arena, "0; url=%s", href), NULL);
    html_put(html, "title", title, NULL);
    html_close(html, "head");
    html_open(html, "body", NULL);
    html_put(html, "a", title, "href", href, NULL);
    html_close(html, "body");
    html_close(html, "html");
}
