// SPDX-License-Identifier: EUPL-1.2
// Every address on the web with where it stands, by host. Nothing is asked whether it answers.
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "editor/part.h"
#include "text/tr.h"

// ---- Finding them ----------------------------------------------------------------------------

struct mention {
    const char *host;  // "" of an address that has none, like tel:
    const char *text;  // the address; of a source its wording
    const char *href;  // NULL: a source
    const char *what;
    struct place place;
};

struct mentions {
    struct mention *items;
    size_t count, room;
};

// "emden.de" of "https://www.emden.de/rat" and of "mailto:rat@emden.de".
static const char *host_of(struct arena *arena, const char *url)
{
    const char *host = strstr(url, "://");
    if (host)
        host += strlen("://");
    else
        host = strncasecmp(url, "mailto:", 7) == 0 ? strchr(url, '@') : NULL;
    if (!host)
        return "";
    host += *host == '@';
    host += strncasecmp(host, "www.", 4) == 0 ? 4 : 0;
    char *copy = arena_copy(arena, host, strcspn(host, "/?#:"));
    for (char *at = copy; *at; at++)
        *at = (char)tolower((unsigned char)*at);
    return copy;
}

static void add_url(struct report *report, struct mentions *mentions, const char *what,
                    const char *url, struct place place)
{
    *list_add(report->arena, mentions) = (struct mention){
        .host = host_of(report->arena, url),
        .text = url,
        .href = url,
        .what = what,
        .place = place,
    };
}

static void add_contact(struct report *report, struct mentions *mentions, const char *what,
                        const struct contact *contact)
{
    if (contact)
        add_url(report, mentions, what, contact->plain, contact->place);
}

// The German original alone: every translation has the same links, or it would be a fault.
static void add_links(struct report *report, struct mentions *mentions, const struct page *page)
{
    const struct words *words = page->words.in[0];
    for (size_t i = 0; i < words->blocks.count; i++) {
        const struct block *block = &words->blocks.items[i];
        if (block->kind == BLOCK_LINK)
            add_url(report, mentions, tr_staff("link"), block->ref, block->place);
    }
}

// ---- Hosts that sources name, in prose: "emden.de, Integrationsrat (2022)" --------------------

static bool is_of_host(char c)
{
    return isalnum((unsigned char)c) || c == '-' || c == '.' || (c & 0x80);
}

// Labels of two letters and more set apart by full stops, the last one without digits: "z.B" and
// "16.09.2025" are none.
static bool is_host(const char *word)
{
    const char *stop = strrchr(word, '.');
    if (!stop || strlen(stop + 1) < 2 || stop - word < 2 || strstr(word, ".."))
        return false;
    for (const char *at = stop + 1; *at; at++)
        if (!isalpha((unsigned char)*at))
            return false;
    return true;
}

static void add_source(struct report *report, struct mentions *mentions, const struct claim *claim)
{
    const char *source = claim->origin.source;
    while (source && *source) {
        size_t length = 0;
        while (is_of_host(source[length]))
            length++;
        size_t kept = length;
        while (kept && source[kept - 1] == '.')
            kept--;
        const char *word = arena_copy(report->arena, source, kept);
        if (is_host(word))
            *list_add(report->arena, mentions) = (struct mention){
                .host = strncasecmp(word, "www.", 4) == 0 ? word + 4 : word,
                .text = claim->origin.source,
                .what = tr_staff("source"),
                .place = claim->place,
            };
        source += length + (source[length] != '\0');
    }
}

static void add_base(struct report *report, struct mentions *mentions)
{
    const struct claims *claims = &report->guide->claims;
    for (size_t i = 0; i < claims->count; i++)
        if (strcmp(claims->items[i].element, "web") == 0)
            add_url(report, mentions, tr_staff("this guide"), report->guide->base,
                    claims->items[i].place);
}

static int compare_mentions(const void *left, const void *right)
{
    const struct mention *a = left, *b = right;
    int order = strcmp(a->host, b->host);
    if (order == 0)
        order = !a->href - !b->href;
    if (order == 0)
        order = strcmp(a->text, b->text);
    if (order == 0)
        order = strcmp(a->place.file, b->place.file);
    return order ? order : (a->place.line > b->place.line) - (a->place.line < b->place.line);
}

static struct mentions find_mentions(struct report *report)
{
    const struct guide *guide = report->guide;
    struct mentions mentions = {0};
    add_base(report, &mentions);
    for (size_t i = 0; i < guide->offices.count; i++) {
        const struct office *office = &guide->offices.items[i];
        add_contact(report, &mentions, tr_staff("website"), office->website);
        add_contact(report, &mentions, tr_staff("appointments"), office->appointment);
    }
    for (size_t i = 0; i < guide->pages.count; i++)
        add_links(report, &mentions, &guide->pages.items[i]);
    for (size_t i = 0; i < guide->claims.count; i++)
        add_source(report, &mentions, &guide->claims.items[i]);
    if (mentions.count)
        qsort(mentions.items, mentions.count, sizeof *mentions.items, compare_mentions);
    return mentions;
}

// ---- Showing them ----------------------------------------------------------------------------

// The number of mentions from here on that differ only in where they stand.
static size_t alike(const struct mention *mention, size_t count)
{
    size_t n = 1;
    while (n < count && strcmp(mention[n].host, mention->host) == 0 &&
           strcmp(mention[n].text, mention->text) == 0 &&
           strcmp(mention[n].what, mention->what) == 0)
        n++;
    return n;
}

// `content/facts.xml:12, 14, 20`: a file is named once.
static void put_places(struct report *report, const struct mention *mention, size_t count)
{
    struct html *html = &report->html;
    for (size_t i = 0; i < count; i++) {
        const struct place *place = &mention[i].place;
        bool known = i > 0 && strcmp(place->file, mention[i - 1].place.file) == 0;
        if (known && place->line == mention[i - 1].place.line)
            continue;
        html_text(html, i ? ", " : "");
        if (known)
            put_said(report, "code", NULL, "%d", place->line);
        else
            put_said(report, "code", "place", "%s:%d", place->file, place->line);
    }
}

static void put_mention(struct report *report, const struct mention *mention, size_t count)
{
    struct html *html = &report->html;
    html_open(html, "li", NULL);
    html_put(html, "small", mention->what, NULL);
    html_text(html, " ");
    if (mention->href)
        html_put(html, "a", mention->text, "href", mention->href, NULL);
    else
        html_put(html, "span", mention->text, NULL);
    html_text(html, " ");
    html_open(html, "span", "class", "places", NULL);
    put_places(report, mention, count);
    html_close(html, "span");
    html_close(html, "li");
}

static void put_hosts(struct report *report, const struct mentions *mentions)
{
    struct html *html = &report->html;
    for (size_t i = 0; i < mentions->count;) {
        const char *host = mentions->items[i].host;
        html_put(html, "h3", *host ? host : tr_staff("without a host"), NULL);
        html_open(html, "ul", NULL);
        while (i < mentions->count && strcmp(mentions->items[i].host, host) == 0) {
            size_t n = alike(&mentions->items[i], mentions->count - i);
            put_mention(report, &mentions->items[i], n);
            i += n;
        }
        html_close(html, "ul");
    }
}

void links_part(struct report *report)
{
    struct html *html = &report->html;
    struct mentions mentions = find_mentions(report);
    html_open(html, "section", "aria-labelledby", "links", "class", "links", NULL);
    html_put(html, "h2", tr_staff("Web addresses"), "id", "links", NULL);
    html_put(html, "p",
             tr_staff("Every address by its host, with the file and line where it stands. Only "
                      "its spelling was checked, not whether it answers. Links stand at the same "
                      "place in each translation."),
             NULL);
    html_open(html, "div", "class", "hosts", NULL);
    put_hosts(report, &mentions);
    html_close(html, "div");
    html_close(html, "section");
}
