// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "site/card.h"
#include "site/data.h"
#include "site/kind.h"
#include "site/linked.h"
#include "site/part.h"
#include "site/prose.h"
#include "site/today.h"
#include "site/week.h"
#include "text/tr.h"

// The plate at the door: both names, or the German one and what for.
static void write_sign(struct leaf *leaf, const struct office *office, const struct words *words)
{
    html_open(&leaf->html, "div", "class", "sign", NULL);
    const struct language *outer = leaf_enter(leaf, "div", NULL, words->language);
    prose_text(leaf, "h1", NULL, block_find(words, BLOCK_NAME, NULL));
    leaf_leave(leaf, "div", outer);
    if (words->language != leaf->guide->languages.items[0])
        part_german_name(leaf, "german", office);
    outer = leaf_enter(leaf, "div", NULL, words->language);
    prose_text(leaf, "p", NULL, block_find(words, BLOCK_PURPOSE, NULL));
    leaf_leave(leaf, "div", outer);
    html_close(&leaf->html, "div");
}

// ---- Words ---------------------------------------------------------------------------------

static void write_items(struct leaf *leaf, const struct words *words, enum block_kind kind,
                        const char *title, const char *class)
{
    const struct block *block = block_find(words, kind, NULL);
    if (!block)
        return;
    html_open(&leaf->html, "section", "class", "card", NULL);
    html_put(&leaf->html, "h2", title, NULL);
    const struct language *outer = leaf_enter(leaf, "div", NULL, words->language);
    prose_list(leaf, class, block);
    leaf_leave(leaf, "div", outer);
    html_close(&leaf->html, "section");
}

// ---- Places --------------------------------------------------------------------------------

// What means something in an address after "?" is written as %XX: RFC 3986.
static const char *escaped(const struct leaf *leaf, const char *text)
{
    struct buf out = {0};
    for (const unsigned char *c = (const unsigned char *)plain_text(leaf->arena, text); *c; c++)
        if ((*c | 32) >= 'a' && (*c | 32) <= 'z')
            buf_add(&out, (const char *)c, 1);
        else
            buf_print(&out, "%%%02X", *c);
    const char *result = arena_copy(leaf->arena, out.length ? out.text : "", out.length);
    buf_free(&out);
    return result;
}

// The telephone's own map (RFC 5870); where the place is not known, it searches the address.
static const char *map_href(const struct leaf *leaf, const struct site *site, const char *address)
{
    if (site->has_position)
        return arena_print(leaf->arena, "geo:%.6f,%.6f", site->latitude, site->longitude);
    return arena_print(leaf->arena, "geo:0,0?q=%s", escaped(leaf, address));
}

// For whom "geo:" opens nothing.
static void write_map(struct leaf *leaf, const struct site *site, const char *address)
{
    static const char host[] = "openstreetmap.org";
    html_text(&leaf->html, " ");
    html_open(&leaf->html, "a", "class", "plain", "href",
              site->has_position
                  ? arena_print(leaf->arena, "https://www.%s/?mlat=%.6f&mlon=%.6f#map=18/%.6f/%.6f",
                                host, site->latitude, site->longitude, site->latitude,
                                site->longitude)
                  : arena_print(leaf->arena, "https://www.%s/search?query=%s", host,
                                escaped(leaf, address)),
              NULL);
    html_put(&leaf->html, "bdi", host, "dir", "ltr", NULL);
    html_close(&leaf->html, "a");
}

static void write_address(struct leaf *leaf, const struct site *site)
{
    const struct address *address = site->address;
    const char *line =
        arena_print(leaf->arena, "%s, %s %s", address->street, address->postcode, address->city);
    part_fact_open(leaf, "geo-alt", tr(leaf->language, "Address"), NULL);
    html_open(&leaf->html, "a", "href", map_href(leaf, site, line), NULL);
    leaf_german(leaf, "bdi", NULL, line);
    html_close(&leaf->html, "a");
    prose_origin(leaf, &address->origin);
    write_map(leaf, site, line);
    part_fact_close(leaf);
}

static void write_room(struct leaf *leaf, const struct room *room)
{
    if (room->floor > 0)
        part_fact_open(leaf, "door-open", tr(leaf->language, "Floor %d"),
                       arena_print(leaf->arena, "%d", room->floor));
    else if (room->floor == 0)
        part_fact_open(leaf, "door-open", tr(leaf->language, "Ground floor"), NULL);
    else
        part_fact_open(leaf, "door-open", tr(leaf->language, "Basement"), NULL);
    leaf_fill(leaf, tr(leaf->language, "Room %s"), room->number, NULL);
    prose_origin(leaf, &room->origin);
    part_fact_close(leaf);
}

static void write_stop(struct leaf *leaf, const struct stop *stop)
{
    part_fact_open(leaf, "bus-front", tr(leaf->language, "Bus %s"), stop->line);
    leaf_german(leaf, "bdi", NULL, stop->name);
    prose_origin(leaf, &stop->origin);
    part_fact_close(leaf);
}

static void write_access(struct leaf *leaf, const struct site *site)
{
    static const char *const entrances[] = {
        [ENTRANCE_STEP_FREE] = N_("step-free entrance"),
        [ENTRANCE_STEPS] = N_("steps at the entrance"),
    };
    static const char *const lifts[] = {
        [LIFT_YES] = N_("lift"),
        [LIFT_NO] = N_("no lift"),
    };
    if (site->entrance == ENTRANCE_UNKNOWN && site->lift == LIFT_UNKNOWN)
        return;
    part_fact_open(leaf, site->entrance == ENTRANCE_STEPS ? "stairs" : "wheelchair",
                   tr(leaf->language, "Access"), NULL);
    html_open(&leaf->html, "ul", NULL);
    if (site->entrance != ENTRANCE_UNKNOWN)
        html_put(&leaf->html, "li", tr(leaf->language, entrances[site->entrance]), NULL);
    if (site->lift != LIFT_UNKNOWN)
        html_put(&leaf->html, "li", tr(leaf->language, lifts[site->lift]), NULL);
    html_close(&leaf->html, "ul");
    part_fact_close(leaf);
}

static void write_way(struct leaf *leaf, const struct site *site)
{
    part_facts_open(leaf);
    if (site->address)
        write_address(leaf, site);
    if (site->room)
        write_room(leaf, site->room);
    if (site->stop)
        write_stop(leaf, site->stop);
    write_access(leaf, site);
    part_facts_close(leaf);
}

static void write_hours(struct leaf *leaf, const struct site *site)
{
    if (!site->hours) {
        html_put(&leaf->html, "p", tr(leaf->language, "Please ask for today’s hours"), NULL);
        return;
    }
    html_open(&leaf->html, "section", "class", "card", NULL);
    html_open(&leaf->html, "h2", NULL);
    html_text(&leaf->html, tr(leaf->language, "Opening hours"));
    prose_origin(leaf, &site->hours->origin);
    html_close(&leaf->html, "h2");
    today_line(leaf, site->hours);
    week_write(leaf, site->hours);
    html_close(&leaf->html, "section");
}

static void write_sites(struct leaf *leaf, const struct office *office)
{
    html_open(&leaf->html, "section", NULL);
    html_put(&leaf->html, "h2", tr(leaf->language, "Where to go"), NULL);
    for (size_t i = 0; i < office->sites.count; i++) {
        html_open(&leaf->html, "div", "class", "site", NULL);
        write_way(leaf, &office->sites.items[i]);
        write_hours(leaf, &office->sites.items[i]);
        html_close(&leaf->html, "div");
    }
    html_close(&leaf->html, "section");
}

// ---- Contact -------------------------------------------------------------------------------

static void write_web(struct leaf *leaf, const char *icon, const char *label,
                      const struct contact *contact)
{
    if (!contact)
        return;
    part_fact_open(leaf, icon, label, NULL);
    part_contact(leaf, contact, contact->plain);
    part_fact_close(leaf);
}

static void write_speaks(struct leaf *leaf, const struct office *office)
{
    if (office->speaks.count == 0)
        return;
    part_fact_open(leaf, "chat-square-text", tr(leaf->language, "Languages spoken"), NULL);
    html_open(&leaf->html, "ul", NULL);
    for (size_t i = 0; i < office->speaks.count; i++)
        leaf_put(leaf, "li", NULL, office->speaks.items[i], office->speaks.items[i]->endonym);
    html_close(&leaf->html, "ul");
    prose_origin(leaf, &office->origin);
    part_fact_close(leaf);
}

static void write_interpreting(struct leaf *leaf, const struct office *office)
{
    const struct {
        bool offered;
        const char *way;
    } ways[] = {
        {office->interpreting_person, tr(leaf->language, "in person")},
        {office->interpreting_phone, tr(leaf->language, "by phone")},
        {office->interpreting_video, tr(leaf->language, "by video")},
    };
    size_t count = 0;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        count += ways[i].offered;
    if (count == 0)
        return;
    part_fact_open(leaf, "translate", tr(leaf->language, "Interpreting"), NULL);
    html_open(&leaf->html, "ul", NULL);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (ways[i].offered)
            html_put(&leaf->html, "li", ways[i].way, NULL);
    html_close(&leaf->html, "ul");
    prose_origin(leaf, &office->origin);
    part_fact_close(leaf);
}

// A file for the telephone, by its name.
static void write_file(struct leaf *leaf, const char *icon, const char *label, const char *href)
{
    part_fact_open(leaf, icon, label, NULL);
    html_open(&leaf->html, "a", "href", href, "download", "download", NULL);
    html_put(&leaf->html, "bdi", strrchr(href, '/') ? strrchr(href, '/') + 1 : href, "dir", "ltr",
             NULL);
    html_close(&leaf->html, "a");
    part_fact_close(leaf);
}

static void write_files(struct leaf *leaf, const struct office *office)
{
    write_file(leaf, "person-vcard", tr(leaf->language, "Save the contact"),
               arena_print(leaf->arena, "%so/%s/%s.vcf", leaf->root, office->id, office->id));
    if (card_has_closures(leaf->guide, office))
        write_file(leaf, "calendar-x", tr(leaf->language, "closed"),
                   arena_print(leaf->arena, "%s.ics", office->id));
}

static void write_contact(struct leaf *leaf, const struct office *office)
{
    part_facts_open(leaf);
    part_reach(leaf, office);
    write_web(leaf, "calendar-check", tr(leaf->language, "Appointment"), office->appointment);
    write_web(leaf, "globe2", tr(leaf->language, "Website"), office->website);
    write_speaks(leaf, office);
    write_interpreting(leaf, office);
    write_files(leaf, office);
    part_facts_close(leaf);
}

// ---- Pages that mention it -----------------------------------------------------------------

static void write_related(struct leaf *leaf, const struct office *office)
{
    bool any = false;
    for (size_t i = 0; i < leaf->guide->pages.count; i++) {
        const struct page *page = &leaf->guide->pages.items[i];
        if (!block_find(words_in(&page->words, 0), BLOCK_CONTACT, office->id))
            continue;
        if (!any) {
            html_open(&leaf->html, "section", NULL);
            html_put(&leaf->html, "h2", tr(leaf->language, "Related pages"), NULL);
            part_rows_open(leaf);
        }
        any = true;
        part_page(leaf, page);
    }
    if (any) {
        part_rows_close(leaf);
        html_close(&leaf->html, "section");
    }
}

void office_leaf(struct leaf *leaf, const struct office *office)
{
    const struct words *words = words_in(&office->words, leaf->index);
    const struct words *guide_words = words_in(&leaf->guide->words, leaf->index);
    leaf->talks = true;
    leaf->script = "hours.js";
    leaf_open(leaf,
              arena_print(leaf->arena, "%s – %s", words_text(leaf->arena, words, BLOCK_NAME, NULL),
                          words_text(leaf->arena, guide_words, BLOCK_TITLE, NULL)),
              words_text(leaf->arena, words, BLOCK_PURPOSE, NULL), &office->words);
    write_sign(leaf, office, words);
    prose_state(leaf, words);
    html_open(&leaf->html, "div", "class", "columns", NULL);
    write_items(leaf, words, BLOCK_HELP, tr(leaf->language, "We help you with"), "checks");
    write_items(leaf, words, BLOCK_BRING, tr(leaf->language, "Please bring"), "dots");
    html_close(&leaf->html, "div");
    write_sites(leaf, office);
    html_open(&leaf->html, "section", NULL);
    html_put(&leaf->html, "h2", tr(leaf->language, "Contact"), NULL);
    write_contact(leaf, office);
    html_close(&leaf->html, "section");
    const struct language *outer = leaf_enter(leaf, "div", NULL, words->language);
    prose_blocks(leaf, words, 2);
    leaf_leave(leaf, "div", outer);
    write_related(leaf, office);
    today_words(leaf);
    linked_office(leaf, office, words);
    leaf_close(leaf);
}
