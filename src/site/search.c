// SPDX-License-Identifier: EUPL-1.2
#include "guide/search.h"

#include <string.h>

#include "site/data.h"
#include "site/kind.h"
#include "site/part.h"
#include "text/tr.h"

// ---- The page: all there is; search.js finds in it ----------------------------------------------

static void write_field(struct leaf *leaf)
{
    struct html *html = &leaf->html;
    // Without script there is nothing to type into.
    html_open(html, "form", "class", "find", "role", "search", "hidden", "hidden", NULL);
    leaf_icon(leaf, "search");
    html_empty(html, "input", "type", "search", "autocomplete", "off", "autocapitalize", "none",
               "spellcheck", "false", "enterkeyhint", "search", "aria-label",
               tr(leaf->language, "Search"), "data-index", "../search.json", NULL);
    html_put(html, "button", tr(leaf->language, "Find"), "type", "submit", NULL);
    html_close(html, "form");
    html_put(html, "p", "", "class", "found", "role", "status", "data-none",
             tr(leaf->language, "No page for “%s”. Perhaps one of these helps."), "data-some",
             tr(leaf->language, "Pages"), NULL);
    html_put(html, "ul", "", "class", "rows hits", NULL);
}

static void write_all(struct leaf *leaf)
{
    const struct guide *guide = leaf->guide;
    html_open(&leaf->html, "div", "class", "all", NULL);
    html_put(&leaf->html, "h2", tr(leaf->language, "Pages"), NULL);
    part_rows_open(leaf);
    for (size_t i = 0; i < guide->pages.count; i++)
        part_page(leaf, &guide->pages.items[i]);
    part_rows_close(leaf);
    html_put(&leaf->html, "h2", tr(leaf->language, "Where you can get help"), NULL);
    part_rows_open(leaf);
    for (size_t i = 0; i < guide->offices.count; i++)
        part_office(leaf, &guide->offices.items[i]);
    part_rows_close(leaf);
    html_close(&leaf->html, "div");
}

void search_leaf(struct leaf *leaf)
{
    const struct words *words = words_in(&leaf->guide->words, leaf->index);
    const char *title = tr(leaf->language, "Search");
    leaf->script = "search.js";
    leaf_open(leaf,
              arena_print(leaf->arena, "%s – %s", title,
                          words_text(leaf->arena, words, BLOCK_TITLE, NULL)),
              "", &leaf->guide->words);
    html_put(&leaf->html, "h1", title, NULL);
    write_field(leaf);
    write_all(leaf);
    leaf_close(leaf);
}

// ---- The index ---------------------------------------------------------------------------------

static const char *place_of(struct arena *arena, const struct hit *hit)
{
    return hit->page ? arena_print(arena, "p/%s/", hit->page->id)
                     : arena_print(arena, "o/%s/", hit->office->id);
}

// Words of the same weight stand together: "10":"anmelden wohnsitz". Folded words hold no spaces.
static void add_words(struct buf *json, const struct search_entry *entry)
{
    struct arena *arena = arena_new();
    bool *written = arena_alloc(arena, entry->words.count * sizeof *written + 1);
    buf_text(json, "{");
    for (size_t i = 0; i < entry->words.count; i++) {
        double weight = entry->words.items[i].weight;
        struct buf words = {0};
        for (size_t j = i; !written[i] && j < entry->words.count; j++)
            if (entry->words.items[j].weight == weight && j != i) {
                buf_print(&words, " %s", entry->words.items[j].text);
                written[j] = true;
            }
        if (!written[i])
            json_member(json, arena_print(arena, "%.4g", weight),
                        arena_print(arena, "%s%s", entry->words.items[i].text,
                                    words.length ? words.text : ""));
        buf_free(&words);
    }
    json_close(json, "}");
    arena_free(arena);
}

static void add_entry(struct buf *json, struct arena *arena, const struct search_entry *entry)
{
    buf_text(json, "\n{");
    json_member(json, "path", place_of(arena, &entry->of));
    buf_text(json, "\"titles\":[");
    json_text(json, entry->titles[0]);
    buf_text(json, ",");
    json_text(json, entry->titles[1]);
    buf_text(json, "],\"words\":");
    add_words(json, entry);
    buf_text(json, "},");
}

static void add_prefixes(struct buf *json, const struct search_prefix *prefixes)
{
    buf_text(json, "{\"glue\":[");
    for (size_t i = 0; prefixes[i].text; i++) {
        buf_text(json, "[");
        json_text(json, prefixes[i].text);
        buf_print(json, ",%d],", prefixes[i].rest);
    }
    json_close(json, "],\"entries\":[");
}

void search_index(struct buf *json, const struct guide *guide, int language)
{
    struct arena *arena = arena_new();
    struct search *search = search_new(guide, language);
    size_t count;
    const struct search_entry *entries = search_entries(search, &count);
    add_prefixes(json, search_prefixes(search));
    for (size_t i = 0; i < count; i++)
        add_entry(json, arena, &entries[i]);
    json_close(json, "\n]}\n");
    search_free(search);
    arena_free(arena);
}
