// SPDX-License-Identifier: EUPL-1.2
#include "site/part.h"

#include <string.h>

#include "site/prose.h"
#include "text/tr.h"

// ---- Topics --------------------------------------------------------------------------------

const char *part_colour(const struct topic *topic)
{
    static const char *const colours[] = {
        [COLOUR_ARRIVE] = "arrive",
        [COLOUR_LIVE] = "live",
        [COLOUR_LEARN] = "learn",
        [COLOUR_HELP] = "help",
    };
    return colours[topic->colour];
}

static void write_plate(struct leaf *leaf, const struct topic *topic)
{
    html_open(&leaf->html, "span", "class",
              arena_print(leaf->arena, "plate %s", part_colour(topic)), NULL);
    leaf_icon(leaf, topic->icon);
    html_close(&leaf->html, "span");
}

void part_topic(struct leaf *leaf, const struct topic *topic)
{
    const struct words *words = words_in(&leaf->guide->words, leaf->index);
    html_open(&leaf->html, "a", "class", part_colour(topic), "href",
              leaf_href(leaf, "t", topic->id), NULL);
    write_plate(leaf, topic);
    leaf_put(leaf, "b", NULL, words->language,
             words_text(leaf->arena, words, BLOCK_TOPIC, topic->id));
    html_close(&leaf->html, "a");
}

static void write_key(struct leaf *leaf, const char *class, const char *href, const char *icon,
                      const char *word)
{
    html_open(&leaf->html, "li", "class", class, NULL);
    html_open(&leaf->html, "a", "href", href, NULL);
    leaf_icon(leaf, icon);
    html_put(&leaf->html, "b", word, NULL);
    html_close(&leaf->html, "a");
    html_close(&leaf->html, "li");
}

// For keys.js, which shows it where the browser can do what it says.
static void write_button(struct leaf *leaf, const char *class, const char *icon, const char *word,
                         const char *done)
{
    html_open(&leaf->html, "li", "class", class, "hidden", "hidden", NULL);
    html_open(&leaf->html, "button", "type", "button", "aria-pressed", done ? NULL : "false",
              "data-done", done, NULL);
    leaf_icon(leaf, icon);
    html_put(&leaf->html, "b", word, NULL);
    html_close(&leaf->html, "button");
    html_close(&leaf->html, "li");
}

static void write_buttons(struct leaf *leaf)
{
    // TRANSLATORS: on a key: the telephone reads this page aloud
    const char *listen = tr(leaf->language, "Listen");
    // TRANSLATORS: on a key: sends the address of this page to somebody
    const char *share = tr(leaf->language, "Share");
    // TRANSLATORS: after "Share": the address can be put into a message now
    const char *done = tr(leaf->language, "Link copied");
    write_button(leaf, "listen", "volume-up", listen, NULL);
    write_button(leaf, "share", "share", share, done);
}

static void write_topics(struct leaf *leaf)
{
    const struct guide *guide = leaf->guide;
    const struct words *words = words_in(&guide->words, leaf->index);
    html_open(&leaf->html, "ul", "class", "topics", NULL);
    for (size_t i = 0; i < guide->tiles.count; i++) {
        const struct topic *topic = guide->tiles.items[i];
        html_open(&leaf->html, "li", NULL);
        html_open(&leaf->html, "a", "class", part_colour(topic), "href",
                  leaf_href(leaf, "t", topic->id), NULL);
        leaf_put(leaf, "b", NULL, words->language,
                 words_text(leaf->arena, words, BLOCK_TOPIC, topic->id));
        html_close(&leaf->html, "a");
        html_close(&leaf->html, "li");
    }
    html_close(&leaf->html, "ul");
}

static void write_other_view(struct leaf *leaf)
{
    html_open(&leaf->html, "li", "class", "two", NULL);
    html_open(&leaf->html, "a", "href", leaf->other_view, NULL);
    leaf_icon(leaf, "side-by-side");
    html_open(&leaf->html, "b", NULL);
    leaf_fill(leaf, leaf->other_word, leaf->language->endonym, NULL);
    html_close(&leaf->html, "b");
    html_close(&leaf->html, "a");
    html_close(&leaf->html, "li");
}

void part_ways(struct leaf *leaf)
{
    html_open(&leaf->html, "nav", NULL);
    html_open(&leaf->html, "ul", "class", "keys", NULL);
    write_key(leaf, NULL, leaf_href(leaf, NULL, NULL), "house-door", tr(leaf->language, "Home"));
    write_key(leaf, "seek", leaf_search(leaf), "search", tr(leaf->language, "Search"));
    if (leaf->talks)
        write_buttons(leaf);
    if (leaf->other_view)
        write_other_view(leaf);
    html_close(&leaf->html, "ul");
    if (leaf->talks)
        html_put(&leaf->html, "p", "", "class", "said", "role", "status", NULL);
    write_topics(leaf);
    html_close(&leaf->html, "nav");
}

// ---- Rows ----------------------------------------------------------------------------------

void part_rows_open(struct leaf *leaf)
{
    html_open(&leaf->html, "ul", "class", "rows", NULL);
}

void part_rows_close(struct leaf *leaf)
{
    html_close(&leaf->html, "ul");
}

static void open_row(struct leaf *leaf, const char *href)
{
    html_open(&leaf->html, "li", NULL);
    html_open(&leaf->html, "a", "class", "row", "href", href, NULL);
}

static void close_row(struct leaf *leaf)
{
    leaf_arrow(leaf, "chevron-right");
    html_close(&leaf->html, "a");
    html_close(&leaf->html, "li");
}

void part_page(struct leaf *leaf, const struct page *page)
{
    const struct words *words = words_in(&page->words, leaf->index);
    open_row(leaf, leaf_href(leaf, "p", page->id));
    write_plate(leaf, page->topic);
    html_open(&leaf->html, "span", "class", "name", NULL);
    leaf_put(leaf, "b", NULL, words->language, words_text(leaf->arena, words, BLOCK_TITLE, NULL));
    leaf_put(leaf, "span", NULL, words->language,
             words_text(leaf->arena, words, BLOCK_PURPOSE, NULL));
    if (words->language != leaf->language)
        leaf_put(leaf, "small", "mark", leaf->language, tr(leaf->language, "Not translated yet"));
    html_close(&leaf->html, "span");
    close_row(leaf);
}

void part_german_name(struct leaf *leaf, const char *class, const struct office *office)
{
    leaf_german(leaf, "span", class,
                words_text(leaf->arena, words_in(&office->words, 0), BLOCK_NAME, NULL));
}

// The number on the door, or a pin where none is known.
static void write_door(struct leaf *leaf, const struct office *office)
{
    const struct room *room = office->sites.items[0].room;
    html_open(&leaf->html, "span", "class", "door", NULL);
    if (room)
        html_put(&leaf->html, "bdi", room->number, "dir", "ltr", NULL);
    else
        leaf_icon(leaf, "geo-alt");
    html_close(&leaf->html, "span");
}

void part_office(struct leaf *leaf, const struct office *office)
{
    const struct words *words = words_in(&office->words, leaf->index);
    open_row(leaf, leaf_href(leaf, "o", office->id));
    write_door(leaf, office);
    html_open(&leaf->html, "span", "class", "name", NULL);
    leaf_put(leaf, "b", NULL, words->language, words_text(leaf->arena, words, BLOCK_NAME, NULL));
    if (leaf->index == 0)
        leaf_put(leaf, "span", NULL, words->language,
                 words_text(leaf->arena, words, BLOCK_PURPOSE, NULL));
    else if (words->language == leaf->language)
        part_german_name(leaf, NULL, office);
    html_close(&leaf->html, "span");
    close_row(leaf);
}

// ---- Facts ---------------------------------------------------------------------------------

void part_facts_open(struct leaf *leaf)
{
    html_open(&leaf->html, "dl", "class", "card reach", NULL);
}

void part_facts_close(struct leaf *leaf)
{
    html_close(&leaf->html, "dl");
}

void part_fact_open(struct leaf *leaf, const char *icon, const char *label, const char *text)
{
    html_open(&leaf->html, "div", NULL);
    html_open(&leaf->html, "dt", NULL);
    leaf_icon(leaf, icon);
    html_open(&leaf->html, "span", NULL);
    leaf_fill(leaf, label, text, NULL);
    html_close(&leaf->html, "span");
    html_close(&leaf->html, "dt");
    html_open(&leaf->html, "dd", NULL);
}

void part_fact_close(struct leaf *leaf)
{
    html_close(&leaf->html, "dd");
    html_close(&leaf->html, "div");
}

// Long addresses break behind these rather than anywhere.
static void write_address(struct leaf *leaf, const char *address)
{
    html_open(&leaf->html, "bdi", "dir", "ltr", NULL);
    while (*address) {
        size_t length = strcspn(address, "@/");
        length += strspn(address + length, "@/");
        html_text(&leaf->html, arena_copy(leaf->arena, address, length));
        address += length;
        if (*address)
            html_empty(&leaf->html, "wbr", NULL);
    }
    html_close(&leaf->html, "bdi");
}

void part_contact(struct leaf *leaf, const struct contact *contact, const char *href)
{
    html_open(&leaf->html, "a", "href", href, NULL);
    write_address(leaf, contact->shown);
    html_close(&leaf->html, "a");
    prose_origin(leaf, &contact->origin);
}

void part_reach(struct leaf *leaf, const struct office *office)
{
    for (size_t i = 0; i < office->phones.count; i++) {
        const struct contact *phone = &office->phones.items[i];
        part_fact_open(leaf, "telephone", tr(leaf->language, "Phone"), NULL);
        part_contact(leaf, phone, prose_tel(leaf, phone->plain));
        part_fact_close(leaf);
    }
    if (office->email) {
        part_fact_open(leaf, "envelope", tr(leaf->language, "E-mail"), NULL);
        part_contact(leaf, office->email,
                     arena_print(leaf->arena, "mailto:%s", office->email->plain));
        part_fact_close(leaf);
    }
}
