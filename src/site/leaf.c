// SPDX-License-Identifier: EUPL-1.2
#include "site/leaf.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "qr/symbol.h"
#include "site/data.h"
#include "site/part.h"
#include "text/tr.h"

// Nothing but our own files, no script in the page, no form, no frame.
static const char policy[] = "default-src 'none'; script-src 'self'; style-src 'self'; "
                             "img-src 'self'; connect-src 'self'; worker-src 'self'; "
                             "manifest-src 'self'; base-uri 'none'; form-action 'none'";

static const char *direction(const struct language *language)
{
    return language->rtl ? "rtl" : "ltr";
}

static const struct language *german(const struct leaf *leaf)
{
    return leaf->guide->languages.items[0];
}

// ---- Languages -----------------------------------------------------------------------------

const struct language *leaf_enter(struct leaf *leaf, const char *element, const char *class,
                                  const struct language *language)
{
    const struct language *outer = leaf->around;
    bool changes = language != outer;
    html_open(&leaf->html, element, "class", class, "lang", changes ? language->tag : NULL, "dir",
              changes ? direction(language) : NULL, NULL);
    leaf->around = language;
    return outer;
}

void leaf_leave(struct leaf *leaf, const char *element, const struct language *outer)
{
    html_close(&leaf->html, element);
    leaf->around = outer;
}

void leaf_put(struct leaf *leaf, const char *element, const char *class,
              const struct language *language, const char *text)
{
    const struct language *outer = leaf_enter(leaf, element, class, language);
    html_text(&leaf->html, text);
    leaf_leave(leaf, element, outer);
}

void leaf_german(struct leaf *leaf, const char *element, const char *class, const char *text)
{
    leaf_put(leaf, element, class, german(leaf), text);
}

// Moves behind "%s", "%d", "%2$s"; which value it asks for, counted from 0.
static size_t read_slot(const char **sentence, size_t next)
{
    const char *s = *sentence + 1;
    if (s[0] >= '1' && s[0] <= '9' && s[1] == '$') {
        next = (size_t)(s[0] - '1');
        s += 2;
    }
    assert(*s == 's' || *s == 'd');  // msgfmt --check compares translations with the msgid
    *sentence = s + 1;
    return next;
}

void leaf_fill(struct leaf *leaf, const char *sentence, ...)
{
    const char *values[9];
    size_t count = 0, next = 0;
    va_list args;
    va_start(args, sentence);
    for (const char *value; (value = va_arg(args, const char *)); values[count++] = value)
        assert(count < sizeof values / sizeof *values);
    va_end(args);
    for (const char *percent; (percent = strchr(sentence, '%'));) {
        html_text(&leaf->html, arena_copy(leaf->arena, sentence, (size_t)(percent - sentence)));
        sentence = percent;
        size_t slot = read_slot(&sentence, next++);
        assert(slot < count);
        html_put(&leaf->html, "bdi", values[slot], NULL);
    }
    html_text(&leaf->html, sentence);
}

const char *leaf_date(const struct leaf *leaf, struct date date)
{
    return arena_print(leaf->arena, "%02d.%02d.%d", date.day, date.month, date.year);
}

// ---- Links ---------------------------------------------------------------------------------

// Addresses end with a slash and name no index.html: they are those of the QR codes, and every
// web server finds the file. From a folder on disk site.js adds the name.
const char *leaf_href(const struct leaf *leaf, const char *kind, const char *id)
{
    const char *tag = leaf->language->tag;
    if (!id)
        return arena_print(leaf->arena, "%s%s/", leaf->root, tag);
    return arena_print(leaf->arena, "%s%s/%s/%s/", leaf->root, tag, kind, id);
}

const char *leaf_search(const struct leaf *leaf)
{
    return arena_print(leaf->arena, "%s%s/search/", leaf->root, leaf->language->tag);
}

const char *leaf_address(const struct leaf *leaf, const struct language *language)
{
    return arena_print(leaf->arena, "%s/%s%s%s", leaf->guide->base, language ? language->tag : "",
                       language ? "/" : "", leaf->path);
}

// ---- Icons ---------------------------------------------------------------------------------

void leaf_icon(struct leaf *leaf, const char *name)
{
    icon_write(&leaf->html, leaf->icons, name, "icon", leaf->faults);
}

void leaf_arrow(struct leaf *leaf, const char *name)
{
    icon_write(&leaf->html, leaf->icons, name, "icon arrow", leaf->faults);
}

// ---- Frame ---------------------------------------------------------------------------------

static void write_alternates(struct leaf *leaf, const struct document *document)
{
    const struct guide *guide = leaf->guide;
    // A page that shows the German words for want of others is no page of its own to search
    // engines.
    int canonical = document->in[leaf->index] ? leaf->index : 0;
    html_empty(&leaf->html, "link", "rel", "canonical", "href",
               leaf_address(leaf, leaf->landing ? NULL : guide->languages.items[canonical]), NULL);
    for (size_t i = 0; i < guide->languages.count; i++)
        if (guide->offered[i] && document->in[i])
            html_empty(&leaf->html, "link", "rel", "alternate", "hreflang",
                       guide->languages.items[i]->tag, "href",
                       leaf_address(leaf, guide->languages.items[i]), NULL);
    html_empty(&leaf->html, "link", "rel", "alternate", "hreflang", "x-default", "href",
               leaf_address(leaf, NULL), NULL);
}

// The version makes it another file when it has changed: browsers may keep it for ever.
static const char *versioned(const struct leaf *leaf, const char *file)
{
    return arena_print(leaf->arena, "%s%s?v=%s", leaf->root, file, leaf->version);
}

static void write_property(struct leaf *leaf, const char *property, const char *content)
{
    if (*content)
        html_empty(&leaf->html, "meta", "property", property, "content", content, NULL);
}

// What a message that shares the address shows: https://ogp.me
static void write_preview(struct leaf *leaf, const char *title, const char *description)
{
    const struct words *words = words_in(&leaf->guide->words, leaf->index);
    write_property(leaf, "og:type", "website");
    write_property(leaf, "og:title", title);
    write_property(leaf, "og:description", description);
    write_property(leaf, "og:url", leaf_address(leaf, leaf->landing ? NULL : leaf->language));
    write_property(leaf, "og:site_name",
                   plain_text(leaf->arena, words_text(leaf->arena, words, BLOCK_TITLE, NULL)));
    write_property(leaf, "og:image",
                   arena_print(leaf->arena, "%s/icon-512.png", leaf->guide->base));
}

static void write_script(struct leaf *leaf, const char *file)
{
    html_put(&leaf->html, "script", "", "src", versioned(leaf, file), "defer", "defer", NULL);
}

// A telephone can keep the guide among its apps.
static void write_app(struct leaf *leaf)
{
    struct html *html = &leaf->html;
    html_empty(html, "link", "rel", "icon", "type", "image/svg+xml", "href",
               versioned(leaf, "mark.svg"), NULL);
    html_empty(html, "link", "rel", "apple-touch-icon", "href", versioned(leaf, "icon-192.png"),
               NULL);
    html_empty(html, "meta", "name", "theme-color", "content", "#0b3c4c", NULL);
    if (!leaf->landing)
        html_empty(
            html, "link", "rel", "manifest", "href",
            arena_print(leaf->arena, "%s%s/app.webmanifest", leaf->root, leaf->language->tag),
            NULL);
}

static void write_head(struct leaf *leaf, const char *title, const char *description,
                       const struct document *document)
{
    struct html *html = &leaf->html;
    title = plain_text(leaf->arena, title);
    description = plain_text(leaf->arena, description);
    html_open(html, "head", NULL);
    html_empty(html, "meta", "charset", "utf-8", NULL);
    html_empty(html, "meta", "http-equiv", "Content-Security-Policy", "content", policy, NULL);
    html_empty(html, "meta", "name", "viewport", "content", "width=device-width, initial-scale=1",
               NULL);
    // Whom the reader asks next need not know what they read here.
    html_empty(html, "meta", "name", "referrer", "content", "no-referrer", NULL);
    html_put(html, "title", title, NULL);
    if (*description)
        html_empty(html, "meta", "name", "description", "content", description, NULL);
    if (leaf->lost || leaf->staff)
        html_empty(html, "meta", "name", "robots", "content", "noindex", NULL);
    else
        write_alternates(leaf, document);
    write_preview(leaf, title, description);
    html_empty(html, "link", "rel", "stylesheet", "href", versioned(leaf, "style.css"), NULL);
    write_app(leaf);
    write_script(leaf, "site.js");
    if (leaf->talks)
        write_script(leaf, "keys.js");
    if (leaf->script)
        write_script(leaf, leaf->script);
    html_close(html, "head");
}

static void write_brand(struct leaf *leaf)
{
    struct html *html = &leaf->html;
    const struct words *words = words_in(&leaf->guide->words, leaf->index);
    const char *home = leaf_href(leaf, NULL, NULL);
    if (leaf->landing)
        home = *leaf->root ? leaf->root : "./";
    html_open(html, "a", "class", "brand", "href", home, NULL);
    html_empty(html, "img", "src", versioned(leaf, "mark.svg"), "alt", "", "width", "28", "height",
               "34", NULL);
    html_open(html, "span", NULL);
    leaf_put(leaf, "b", NULL, words->language, words_text(leaf->arena, words, BLOCK_TITLE, NULL));
    leaf_german(leaf, "span", "body", leaf->guide->body);
    html_close(html, "span");
    html_close(html, "a");
}

// Leads to the list of languages; "#choose" keeps it from forwarding back to here.
static void write_language_key(struct leaf *leaf)
{
    struct html *html = &leaf->html;
    html_open(html, "a", "class", "key language", "href",
              arena_print(leaf->arena, "%s%s#choose", leaf->root, leaf->path), NULL);
    leaf_icon(leaf, "translate");
    html_open(html, "span", NULL);
    html_text(html, leaf->language->endonym);
    // For those who do not see the icon.
    html_put(html, "span", tr(leaf->language, "Choose your language"), "class", "unseen", NULL);
    html_close(html, "span");
    html_close(html, "a");
}

// Away at once, also without a script; with one (site.js) nothing of the page stays behind. It leads
// to the guide's front page, which says no more than that somebody is new in town, answers at once
// and without a network; a page of another host would learn who flees from where.
static void write_exit(struct leaf *leaf)
{
    html_open(&leaf->html, "a", "class", "leave", "href", leaf_href(leaf, NULL, NULL), NULL);
    leaf_icon(leaf, "x-lg");
    html_put(&leaf->html, "span", tr(leaf->language, "Leave now"), NULL);
    html_close(&leaf->html, "a");
}

void leaf_open(struct leaf *leaf, const char *title, const char *description,
               const struct document *document)
{
    struct html *html = &leaf->html;
    leaf->around = leaf->language;
    html_start(html);
    html_open(html, "html", "lang", leaf->language->tag, "dir", direction(leaf->language), NULL);
    write_head(leaf, title, description, document);
    html_open(html, "body", NULL);
    html_put(html, "a", tr(leaf->language, "Read on"), "class", "skip", "href", "#main", NULL);
    html_open(html, "header", "class", "top", NULL);
    write_brand(leaf);
    if (!leaf->landing)
        write_language_key(leaf);
    if (leaf->sensitive)
        write_exit(leaf);
    html_close(html, "header");
    html_open(html, "main", "id", "main", "tabindex", "-1", NULL);
}

// An e-mail that says which page it is about: "Something wrong here?"
static void write_feedback(struct leaf *leaf)
{
    const char *about = leaf->landing ? "" : leaf->language->tag;
    struct buf href = {0};
    buf_print(&href, "mailto:%s?subject=%s%%20", leaf->guide->feedback, about);
    for (const char *c = leaf->path; *c; c++)
        if (*c == '/')
            buf_text(&href, "%2F");
        else
            buf_add(&href, c, 1);
    html_put(&leaf->html, "a", tr(leaf->language, "Something wrong here?"), "href", href.text,
             NULL);
    buf_free(&href);
}

// The pages that tell of the guide itself: accessibility, privacy, imprint.
static void write_about(struct leaf *leaf)
{
    html_open(&leaf->html, "ul", NULL);
    for (size_t i = 0; i < leaf->guide->pages.count; i++) {
        const struct page *page = &leaf->guide->pages.items[i];
        if (page->topic->tile)
            continue;
        const struct words *words = words_in(&page->words, leaf->index);
        html_open(&leaf->html, "li", NULL);
        html_open(&leaf->html, "a", "href", leaf_href(leaf, "p", page->id), NULL);
        leaf_put(leaf, "span", NULL, words->language,
                 words_text(leaf->arena, words, BLOCK_TITLE, NULL));
        html_close(&leaf->html, "a");
        html_close(&leaf->html, "li");
    }
    html_close(&leaf->html, "ul");
}

// One path of strokes, one unit a module: the modules of a row from left to right.
static const char *code_path(struct leaf *leaf, const struct symbol *symbol)
{
    struct buf path = {0};
    for (int x = 0, y = 0, length = 0; symbol_next_run(symbol, &x, &y, &length);)
        buf_print(&path, "M%d %d.5h%d", x + QUIET_ZONE, y + QUIET_ZONE, length);
    const char *text = arena_text(leaf->arena, path.text);
    buf_free(&path);
    return text;
}

// On paper only: the way back to this page.
static void write_code(struct leaf *leaf)
{
    struct html *html = &leaf->html;
    const char *address = leaf_address(leaf, leaf->landing ? NULL : leaf->language);
    struct symbol *symbol = symbol_new(address, SYMBOL_PRINT, leaf->faults);
    html_open(html, "div", "class", "paper", "dir", "ltr", NULL);
    if (symbol) {
        int side = symbol_size(symbol) + 2 * QUIET_ZONE;
        html_open(html, "svg", "class", "code", "viewBox",
                  arena_print(leaf->arena, "0 0 %d %d", side, side), "aria-hidden", "true", NULL);
        html_empty(html, "path", "d", code_path(leaf, symbol), NULL);
        html_close(html, "svg");
    }
    html_put(html, "p", address, NULL);
    html_close(html, "div");
    symbol_free(symbol);
}

void leaf_close(struct leaf *leaf)
{
    struct html *html = &leaf->html;
    html_close(html, "main");
    if (!leaf->landing)
        part_ways(leaf);
    html_open(html, "footer", NULL);
    write_about(leaf);
    if (leaf->guide->feedback)
        write_feedback(leaf);
    if (!leaf->lost && !leaf->staff)
        write_code(leaf);
    html_close(html, "footer");
    html_close(html, "body");
    html_close(html, "html");
}
