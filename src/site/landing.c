// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "site/data.h"
#include "site/kind.h"
#include "text/tr.h"

// Enough to be understood; the list below says the rest.
enum { PROMPTS = 6 };

static void write_prompts(struct leaf *leaf)
{
    const struct guide *guide = leaf->guide;
    html_open(&leaf->html, "p", "class", "lead prompts", NULL);
    const char *last = "";
    for (size_t i = 0, written = 0; i < guide->languages.count && written < PROMPTS; i++) {
        const struct language *language = guide->languages.items[i];
        const char *prompt = tr(language, "Choose your language");
        // Plain German may ask in the same words as German.
        if (!guide->offered[i] || strcmp(prompt, last) == 0)
            continue;
        leaf_put(leaf, "span", NULL, language, prompt);
        html_text(&leaf->html, " ");
        last = prompt;
        written++;
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

static void write_languages(struct leaf *leaf, const char *path, const char *class)
{
    const struct guide *guide = leaf->guide;
    html_open(&leaf->html, "ul", "class", class, NULL);
    for (size_t i = 0; i < guide->languages.count; i++) {
        const struct language *language = guide->languages.items[i];
        if (guide->offered[i])
            write_language(leaf, language,
                           arena_print(leaf->arena, "%s%s/%s", leaf->root, language->tag, path));
    }
    html_close(&leaf->html, "ul");
}

void landing_leaf(struct leaf *leaf, const char *path, const char *title,
                  const struct document *document)
{
    leaf_open(leaf, title, "", document);
    leaf_german(leaf, "h1", NULL, title);
    write_prompts(leaf);
    write_languages(leaf, path, "languages");
    leaf_close(leaf);
}

// What was asked for is put in by site.js; the number is what browsers call this.
static void write_regret(struct leaf *leaf, const struct language *language)
{
    const struct language *outer = leaf_enter(leaf, "p", NULL, language);
    leaf_fill(leaf, tr(language, "No page for “%s”. Perhaps one of these helps."), "404", NULL);
    leaf_leave(leaf, "p", outer);
}

void lost_leaf(struct leaf *leaf)
{
    const struct guide *guide = leaf->guide;
    const char *title = words_text(leaf->arena, words_in(&guide->words, 0), BLOCK_TITLE, NULL);
    leaf_open(leaf, arena_print(leaf->arena, "404 – %s", title), "", &guide->words);
    html_put(&leaf->html, "h1", "404", NULL);
    html_open(&leaf->html, "div", "class", "regrets", NULL);
    for (size_t i = 0; i < guide->languages.count; i++)
        if (guide->offered[i])
            write_regret(leaf, guide->languages.items[i]);
    html_close(&leaf->html, "div");
    write_languages(leaf, "", "languages lost");
    leaf_close(leaf);
}

void moved_leaf(struct leaf *leaf, const char *href, const char *title)
{
    struct html *html = &leaf->html;
    title = plain_text(leaf->arena, title);
    html_start(html);
    html_open(html, "html", "lang", leaf->language->tag, "dir", leaf->language->rtl ? "rtl" : "ltr",
              NULL);
    html_open(html, "head", NULL);
    html_empty(html, "meta", "charset", "utf-8", NULL);
    html_empty(html, "meta", "name", "viewport", "content", "width=device-width", NULL);
    html_empty(html, "meta", "http-equiv", "refresh", "content",
               arena_print(leaf->arena, "0; url=%s", href), NULL);
    html_put(html, "title", title, NULL);
    html_empty(html, "link", "rel", "canonical", "href", leaf_address(leaf, leaf->language), NULL);
    html_close(html, "head");
    html_open(html, "body", NULL);
    html_open(html, "h1", NULL);
    html_put(html, "a", title, "href", href, NULL);
    html_close(html, "h1");
    html_close(html, "body");
    html_close(html, "html");
}
