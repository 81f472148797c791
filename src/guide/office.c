// SPDX-License-Identifier: EUPL-1.2
#include "guide/office.h"

#include <stdlib.h>
#include <string.h>

#include "guide/glue.h"
#include "guide/origin.h"
#include "guide/type.h"

static const char *child_text(struct arena *arena, const struct node *parent, const char *name)
{
    const struct node *child = node_child(parent, name);
    return child ? node_text(arena, child) : "";
}

static int choice_of(const struct node *node, const char *attribute, const char *choices)
{
    const char *text = node_attribute(node, attribute);
    int choice = text ? type_choice(choices, text) : 0;
    return choice < 0 ? 0 : choice;
}

// ---- Hours -----------------------------------------------------------------------------------

static void read_span(const struct node *node, int *from, int *to, struct faults *faults)
{
    const char *start = node_attribute(node, "from"), *end = node_attribute(node, "to");
    if (!start || !end || !clock_parse(start, from) || !clock_parse(end, to))
        return;
    if (*from >= *to)
        fault_add(faults, node->place,
                  "`%s` to `%s` is no span of time; write the earlier time in `from`", start, end);
}

static void read_dates(const struct node *node, struct date *from, struct date *to,
                       struct faults *faults)
{
    const char *start = node_attribute(node, "from"), *end = node_attribute(node, "to");
    bool both = start && end && date_parse(start, from) && date_parse(end, to);
    if (!both && start)
        date_parse(start, from);
    if (!both && end)
        date_parse(end, to);
    if (both && date_compare(*from, *to) > 0)
        fault_add(faults, node->place,
                  "`%s` to `%s` is no span of days; write the earlier day in `from`", start, end);
}

static uint8_t read_days(const char *text)
{
    char word[8];
    uint8_t days = 0;
    while (text && (text = type_word(text, word, sizeof word)))
        if (type_day(word) >= 0)
            days |= (uint8_t)(1 << type_day(word));
    return days;
}

static uint8_t read_weeks(const char *text)
{
    char word[8];
    uint8_t weeks = 0;
    while (text && (text = type_word(text, word, sizeof word)))
        if (*word >= '1' && *word <= '5')
            weeks |= (uint8_t)(1 << (*word - '1'));
    return weeks;
}

// Walking in and calling at the same time is no contradiction.
static bool slots_overlap(const struct slot *a, const struct slot *b)
{
    return a->by == b->by && (a->days & b->days) &&
           (!a->weeks || !b->weeks || (a->weeks & b->weeks)) && a->from < b->to && b->from < a->to;
}

static void report_overlap(const struct node *node, const struct node *earlier,
                           struct faults *faults)
{
    fault_add(faults, node->place, "these hours overlap those of line %d; set them apart",
              earlier->place.line);
}

static void read_slots(struct arena *arena, struct hours *hours, const struct node *node,
                       struct faults *faults)
{
    for (const struct node *n = node_child(node, "open"); n; n = node_next(n)) {
        struct slot slot = {
            .days = read_days(node_attribute(n, "days")),
            .weeks = read_weeks(node_attribute(n, "week")),
            .by = (enum attendance)choice_of(n, "by", "walk-in appointment phone"),
        };
        read_span(n, &slot.from, &slot.to, faults);
        const struct node *earlier = node_child(node, "open");
        for (size_t i = 0; i < hours->slots.count; i++, earlier = node_next(earlier)) {
            if (!slots_overlap(&slot, &hours->slots.items[i]))
                continue;
            report_overlap(n, earlier, faults);
            break;
        }
        *list_add(arena, &hours->slots) = slot;
    }
}

static void read_closures(struct arena *arena, struct hours *hours, const struct node *node,
                          struct faults *faults)
{
    for (const struct node *n = node_child(node, "closed"); n; n = node_next(n)) {
        struct closure closure = {0};
        read_dates(n, &closure.from, &closure.to, faults);
        if (closure.to.year == 0)
            closure.to = closure.from;
        if (closure.from.year)
            *list_add(arena, &hours->closures) = closure;
    }
}

static void read_specials(struct arena *arena, struct hours *hours, const struct node *node,
                          struct faults *faults)
{
    for (const struct node *n = node_child(node, "special"); n; n = node_next(n)) {
        const char *date = node_attribute(n, "date");
        struct special special = {0};
        read_span(n, &special.from, &special.to, faults);
        if (!date || !date_parse(date, &special.date))
            special.date = (struct date){0};
        const struct node *earlier = node_child(node, "special");
        for (size_t i = 0; i < hours->specials.count; i++, earlier = node_next(earlier)) {
            const struct special *other = &hours->specials.items[i];
            if (!special.date.year || date_compare(special.date, other->date) != 0 ||
                special.from >= other->to || other->from >= special.to)
                continue;
            report_overlap(n, earlier, faults);
            break;
        }
        *list_add(arena, &hours->specials) = special;
    }
}

static const struct hours *read_hours(struct arena *arena, const struct node *site,
                                      struct origin outer, struct faults *faults)
{
    const struct node *node = node_child(site, "hours");
    if (!node)
        return NULL;
    struct hours *hours = arena_alloc(arena, sizeof *hours);
    hours->origin = origin_read(node, outer);
    hours->place = node->place;
    read_dates(node, &hours->from, &hours->to, faults);
    read_slots(arena, hours, node, faults);
    read_closures(arena, hours, node, faults);
    read_specials(arena, hours, node, faults);
    return hours;
}

// ---- Sites -----------------------------------------------------------------------------------

static const struct address *read_address(struct arena *arena, const struct node *site,
                                          struct origin outer)
{
    const struct node *node = node_child(site, "address");
    if (!node)
        return NULL;
    struct address *address = arena_alloc(arena, sizeof *address);
    address->origin = origin_read(node, outer);
    address->place = node->place;
    address->street = child_text(arena, node, "street");
    address->postcode = child_text(arena, node, "postcode");
    address->city = child_text(arena, node, "city");
    return address;
}

static const struct room *read_room(struct arena *arena, const struct node *site,
                                    struct origin outer)
{
    const struct node *node = node_child(site, "room");
    if (!node)
        return NULL;
    const char *floor = node_attribute(node, "floor");
    struct room *room = arena_alloc(arena, sizeof *room);
    room->origin = origin_read(node, outer);
    room->number = node_text(arena, node);
    room->floor = floor && type_fits(TYPE_FLOOR, floor) ? atoi(floor) : 0;
    return room;
}

static const struct stop *read_stop(struct arena *arena, const struct node *site,
                                    struct origin outer)
{
    const struct node *node = node_child(site, "stop");
    if (!node)
        return NULL;
    struct stop *stop = arena_alloc(arena, sizeof *stop);
    stop->origin = origin_read(node, outer);
    stop->line = node_attribute(node, "line");
    stop->name = node_text(arena, node);
    return stop;
}

static void read_position(struct site *site, const struct node *node)
{
    const struct node *position = node_child(node, "position");
    const char *latitude = position ? node_attribute(position, "lat") : NULL;
    const char *longitude = position ? node_attribute(position, "lon") : NULL;
    if (!latitude || !longitude)
        return;
    site->has_position = true;
    site->latitude = strtod(latitude, NULL);
    site->longitude = strtod(longitude, NULL);
}

static struct site read_site(struct arena *arena, const struct node *node, struct origin outer,
                             struct faults *faults)
{
    const struct node *access = node_child(node, "access");
    struct origin origin = origin_read(node, outer);
    struct site site = {
        .id = node_attribute(node, "id"),
        .building = node_attribute(node, "building"),
        .address = read_address(arena, node, origin),
        .room = read_room(arena, node, origin),
        .stop = read_stop(arena, node, origin),
        .hours = read_hours(arena, node, origin, faults),
    };
    read_position(&site, node);
    if (access) {
        site.entrance = (enum entrance)choice_of(access, "entrance", "unknown step-free steps");
        site.lift = (enum lift)choice_of(access, "lift", "unknown yes no");
    }
    return site;
}

static void read_sites(struct guide *guide, struct office *office, const struct node *root,
                       struct faults *faults)
{
    for (const struct node *n = node_child(root, "site"); n; n = node_next(n)) {
        struct site site = read_site(guide->arena, n, office->origin, faults);
        for (size_t i = 0; site.id && i < office->sites.count; i++)
            if (office->sites.items[i].id && strcmp(site.id, office->sites.items[i].id) == 0)
                fault_add(faults, n->place, "this office already has a site `%s`; rename one",
                          site.id);
        *list_add(guide->arena, &office->sites) = site;
    }
}

// ---- Contact ---------------------------------------------------------------------------------

static struct contact read_contact(struct arena *arena, const struct node *node,
                                   struct origin outer)
{
    const char *text = node_text(arena, node);
    return (struct contact){origin_read(node, outer), text, text, node->place};
}

static const struct contact *find_contact(struct arena *arena, const struct node *root,
                                          const char *name, struct origin outer)
{
    const struct node *node = node_child(root, name);
    if (!node)
        return NULL;
    struct contact *contact = arena_alloc(arena, sizeof *contact);
    *contact = read_contact(arena, node, outer);
    return contact;
}

// A tel: address has no spaces; hyphens may set the digits apart (RFC 3966, 5.1.1).
static const char *dialled(struct arena *arena, const char *phone)
{
    char *plain = arena_text(arena, phone);
    for (char *at = plain; *at; at++)
        if (*at == ' ')
            *at = '-';
    return plain;
}

static void read_phones(struct guide *guide, struct office *office, const struct node *root)
{
    for (const struct node *n = node_child(root, "phone"); n; n = node_next(n)) {
        struct contact phone = read_contact(guide->arena, n, office->origin);
        phone.plain = dialled(guide->arena, phone.shown);
        phone.shown = glued(guide->arena, "", phone.shown, "");
        *list_add(guide->arena, &office->phones) = phone;
    }
}

static void read_speech(struct guide *guide, struct office *office, const struct node *root)
{
    char tag[16];
    const char *at = child_text(guide->arena, root, "speaks");
    while ((at = type_word(at, tag, sizeof tag)))
        if (language_find(tag))
            *list_add(guide->arena, &office->speaks) = language_find(tag);
    const struct node *interpreting = node_child(root, "interpreting");
    if (!interpreting)
        return;
    office->interpreting_video = node_attribute(interpreting, "video");
    office->interpreting_phone = node_attribute(interpreting, "phone");
    office->interpreting_person = node_attribute(interpreting, "person");
}

void office_read(struct guide *guide, struct office *office, const struct node *root,
                 struct faults *faults)
{
    office->origin = origin_read(root, (struct origin){0});
    office->place = root->place;
    read_sites(guide, office, root, faults);
    read_phones(guide, office, root);
    read_speech(guide, office, root);
    office->email = find_contact(guide->arena, root, "email", office->origin);
    office->appointment = find_contact(guide->arena, root, "appointment", office->origin);
    office->website = find_contact(guide->arena, root, "website", office->origin);
}
