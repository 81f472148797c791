// SPDX-License-Identifier: EUPL-1.2
#include "guide/facts.h"

#include <stdlib.h>
#include <string.h>

#include "guide/glue.h"
#include "guide/origin.h"
#include "guide/reference.h"
#include "guide/type.h"

enum { DEFAULT_REVIEW = 12 };  // months

// ---- The town --------------------------------------------------------------------------------

static const char *attribute_of(const struct node *root, const char *child, const char *attribute)
{
    const struct node *node = node_child(root, child);
    return node ? node_attribute(node, attribute) : NULL;
}

static struct place place_of(const struct node *root, const char *child)
{
    const struct node *node = node_child(root, child);
    return node ? node->place : root->place;
}

static void read_languages(struct guide *guide, const struct node *root, struct faults *faults)
{
    char tag[16];
    const struct node *node = node_child(root, "languages");
    const char *at = node ? node_text(guide->arena, node) : "";
    *list_add(guide->arena, &guide->languages) = language_find("de");
    if (type_word(at, tag, sizeof tag) && strcmp(tag, "de") != 0)
        fault_add(faults, node->place,
                  "the first language is not `de`; German is the original, "
                  "put it first");
    while ((at = type_word(at, tag, sizeof tag))) {
        const struct language *language = language_find(tag);
        if (language && guide_language(guide, tag) < 0)
            *list_add(guide->arena, &guide->languages) = language;
    }
}

// Languages that promise no more than the core.
static void read_core_languages(struct guide *guide, const struct node *root, struct faults *faults)
{
    char tag[32];
    const struct node *node = node_child(root, "core");
    const char *at = node ? node_attribute(node, "languages") : NULL;
    guide->core_only = arena_alloc(guide->arena, guide->languages.count * sizeof *guide->core_only);
    while (at && (at = type_word(at, tag, sizeof tag))) {
        int language = guide_language(guide, tag);
        if (language > 0)
            guide->core_only[language] = true;
        else if (language_find(tag))
            fault_add(faults, node_attribute_place(node, "languages"),
                      "`%s` is not in <languages>; add it there or remove it", tag);
    }
}

static void read_retired(struct guide *guide, const struct node *root)
{
    for (const struct node *n = node_child(root, "retired"); n; n = node_next(n)) {
        const char *id = node_attribute(n, "id"), *now = node_attribute(n, "now");
        if (id && now)
            *list_add(guide->arena, &guide->retired) = (struct retired){id, now};
    }
}

void facts_read_town(struct guide *guide, const struct node *root, struct faults *faults)
{
    const char *months = attribute_of(root, "review", "months");
    guide->town = attribute_of(root, "town", "name");
    guide->body = attribute_of(root, "town", "body");
    guide->state = attribute_of(root, "town", "state");
    guide->timezone = attribute_of(root, "town", "timezone");
    guide->base = attribute_of(root, "web", "base");
    guide->feedback = attribute_of(root, "feedback", "email");
    guide->kiosk_building = attribute_of(root, "kiosk", "building");
    guide->town_place = place_of(root, "town");
    guide->kiosk_place = place_of(root, "kiosk");
    guide->review_months = months && type_fits(TYPE_MONTHS, months) ? atoi(months) : DEFAULT_REVIEW;
    guide->origin = origin_read(root, (struct origin){0});
    read_languages(guide, root, faults);
    read_core_languages(guide, root, faults);
    read_retired(guide, root);
}

// ---- Values ----------------------------------------------------------------------------------

static void add_value(struct guide *guide, const struct value *value, struct faults *faults)
{
    const struct value *first = value->id ? value_find(guide, value->id) : NULL;
    if (first)
        fault_add(faults, value->place, "`%s` is already the id of the fact at %s:%d; rename one",
                  value->id, first->place.file, first->place.line);
    else if (value->id)
        *list_add(guide->arena, &guide->values) = *value;
}

// German notation in every language: it is what stands on the bill.
static const char *value_shown(struct arena *arena, const char *number, const char *unit)
{
    bool euro = unit && strcmp(unit, "EUR") == 0;
    char *shown = arena_print(arena, "%s%s", number, euro ? " €" : "");
    char *point = strchr(shown, '.');
    if (point)
        *point = ',';
    return glued(arena, "", shown, "");
}

static void check_cents(const struct node *node, const char *number, const char *unit,
                        struct faults *faults)
{
    const char *point = strchr(number, '.');
    if (!unit || strcmp(unit, "EUR") != 0 || !type_fits(TYPE_NUMBER, number))
        return;
    if (!point || strlen(point) != 3)
        fault_add(faults, node->place,
                  "`%s` is no amount; write it with two decimals, like `18.36`", number);
}

// Numbers to call, in guide.xml and facts.xml, and times of day.
static void read_plain(struct guide *guide, const struct node *parent, const char *name,
                       const char *unit, struct origin outer, struct faults *faults)
{
    for (const struct node *n = node_child(parent, name); n; n = node_next(n)) {
        const char *shown = glued(guide->arena, "", node_text(guide->arena, n), "");
        struct value value = {node_attribute(n, "id"), shown, unit, origin_read(n, outer),
                              n->place};
        add_value(guide, &value, faults);
    }
}

static void read_facts(struct guide *guide, const struct node *root, struct faults *faults)
{
    struct origin outer = origin_read(root, (struct origin){0});
    for (const struct node *n = node_child(root, "fact"); n; n = node_next(n)) {
        const char *number = node_text(guide->arena, n), *unit = node_attribute(n, "unit");
        struct value value = {node_attribute(n, "id"), value_shown(guide->arena, number, unit),
                              unit, origin_read(n, outer), n->place};
        check_cents(n, number, unit, faults);
        add_value(guide, &value, faults);
    }
    read_plain(guide, root, "number", "phone", outer, faults);
    read_plain(guide, root, "time", "time", outer, faults);
}

void facts_read_values(struct guide *guide, const struct node *town, const struct node *facts,
                       struct faults *faults)
{
    const struct node *emergency = town ? node_child(town, "emergency") : NULL;
    if (emergency)
        read_plain(guide, emergency, "number", "phone", origin_read(emergency, guide->origin),
                   faults);
    size_t numbers = guide->values.count;
    if (facts)
        read_facts(guide, facts, faults);
    for (size_t i = 0; i < numbers; i++)  // only now the list moves no more
        *list_add(guide->arena, &guide->emergency) = &guide->values.items[i];
}

// ---- Topics ----------------------------------------------------------------------------------

static const struct node *find_topic(const struct node *root, const char *id)
{
    const struct node *n = node_child(root, "topic");
    while (n && (!node_attribute(n, "id") || strcmp(node_attribute(n, "id"), id) != 0))
        n = node_next(n);
    return n;
}

static struct page *find_page(struct guide *guide, const char *id)
{
    return (struct page *)page_find(guide, id);  // the guide is still ours to change
}

static bool resolves(const struct guide *guide, enum target target, const struct node *node,
                     struct faults *faults)
{
    struct references references = {.guide = guide, .faults = faults};
    return reference_check(&references, target, node_attribute(node, "ref"),
                           node_attribute_place(node, "ref"));
}

// Where the page is named as a topic's own; there is such a place.
static const struct node *find_home(const struct node *root, const char *id)
{
    for (const struct node *n = node_child(root, "topic"); n; n = node_next(n)) {
        for (const struct node *p = node_child(n, "page"); p; p = node_next(p)) {
            const char *ref = node_attribute(p, "ref");
            if (ref && strcmp(ref, id) == 0)
                return p;
        }
    }
    return NULL;
}

static void add_page(struct guide *guide, struct topic *topic, const struct node *root,
                     const struct node *node, struct faults *faults)
{
    const char *id = node_attribute(node, "ref");
    if (!resolves(guide, TARGET_PAGE, node, faults))
        return;
    struct page *page = find_page(guide, id);
    *list_add(guide->arena, &topic->pages) = page;
    if (strcmp(node->name, "also") == 0)
        return;
    if (page->topic)
        fault_add(faults, node->place,
                  "the page `%s` already belongs to the topic `%s` at %s:%d; "
                  "write <also ref=\"%s\"/> in one of the two",
                  id, page->topic->id, node->place.file, find_home(root, id)->place.line, id);
    else
        page->topic = topic;
}

static void add_office(struct guide *guide, struct topic *topic, const struct node *node,
                       struct faults *faults)
{
    if (resolves(guide, TARGET_OFFICE, node, faults))
        *list_add(guide->arena, &topic->offices) = office_find(guide, node_attribute(node, "ref"));
}

static bool same_member(const struct node *a, const struct node *b)
{
    const char *x = a->name ? node_attribute(a, "ref") : NULL;
    const char *y = b->name ? node_attribute(b, "ref") : NULL;
    return x && y && strcmp(x, y) == 0 &&
           (strcmp(a->name, "office") == 0) == (strcmp(b->name, "office") == 0);
}

// No page and no office stands twice in one list.
static void check_twice(const struct node *topic, struct faults *faults)
{
    for (const struct node *n = topic->first; n; n = n->next) {
        for (const struct node *m = topic->first; m != n; m = m->next) {
            if (!same_member(n, m))
                continue;
            fault_add(faults, n->place, "`%s` stands here already, in line %d; keep one",
                      node_attribute(n, "ref"), m->place.line);
            break;
        }
    }
}

static void read_topic(struct guide *guide, struct topic *topic, const struct node *root,
                       struct faults *faults)
{
    const struct node *node = find_topic(root, topic->id);
    check_twice(node, faults);
    for (const struct node *n = node->first; n; n = n->next) {
        if (n->name && (strcmp(n->name, "page") == 0 || strcmp(n->name, "also") == 0))
            add_page(guide, topic, root, n, faults);
        else if (n->name && strcmp(n->name, "office") == 0)
            add_office(guide, topic, n, faults);
    }
}

static void list_topics(struct guide *guide, const struct node *root, struct faults *faults)
{
    for (const struct node *n = node_child(root, "topic"); n; n = node_next(n)) {
        const char *id = node_attribute(n, "id"), *colour = node_attribute(n, "colour");
        int choice = colour ? type_choice("arrive live learn help", colour) : 0;
        if (!id)
            continue;
        if (find_topic(root, id) != n)
            fault_add(faults, n->place, "`%s` is already the id of the topic at %s:%d; rename one",
                      id, n->place.file, find_topic(root, id)->place.line);
        else
            *list_add(guide->arena, &guide->topics) =
                (struct topic){.id = id,
                               .tile = !node_attribute(n, "tile"),
                               .icon = node_attribute(n, "icon"),
                               .colour = choice < 0 ? COLOUR_ARRIVE : (enum topic_colour)choice};
    }
}

static void check_retired(struct guide *guide, const struct node *root, struct faults *faults)
{
    for (const struct node *n = node_child(root, "retired"); n; n = node_next(n)) {
        const char *id = node_attribute(n, "id"), *now = node_attribute(n, "now");
        if (!id || !now)
            continue;
        if (page_find(guide, id) || office_find(guide, id))
            fault_add(faults, n->place,
                      "`%s` is retired but still in use; ids are never used "
                      "again, rename the new one",
                      id);
        if (!page_find(guide, now) && !office_find(guide, now))
            fault_add(faults, n->place, "no page or office `%s`; name one that follows `%s`", now,
                      id);
    }
}

static void check_homes(struct guide *guide, const struct node *root, struct faults *faults)
{
    for (size_t i = 0; i < guide->pages.count; i++)
        if (!guide->pages.items[i].topic)
            fault_add(faults, root->place,
                      "the page `%s` belongs to no topic; write "
                      "<page ref=\"%s\"/> into one",
                      guide->pages.items[i].id, guide->pages.items[i].id);
}

void facts_read_topics(struct guide *guide, const struct node *root, struct faults *faults)
{
    list_topics(guide, root, faults);
    for (size_t i = 0; i < guide->topics.count; i++) {
        struct topic *topic = &guide->topics.items[i];
        read_topic(guide, topic, root, faults);
        if (topic->tile)
            *list_add(guide->arena, &guide->tiles) = topic;
    }
    check_homes(guide, root, faults);
    check_retired(guide, root, faults);
    const struct references references = {.guide = guide, .faults = faults};
    const struct node *emergency = node_child(root, "emergency"), *core = node_child(root, "core");
    const char *page = emergency ? node_attribute(emergency, "page") : NULL;
    if (page &&
        reference_check(&references, TARGET_PAGE, page, node_attribute_place(emergency, "page")))
        guide->emergency_page = page_find(guide, page);
    for (const struct node *n = core ? node_child(core, "page") : NULL; n; n = node_next(n))
        if (resolves(guide, TARGET_PAGE, n, faults))
            *list_add(guide->arena, &guide->core) = page_find(guide, node_attribute(n, "ref"));
}
