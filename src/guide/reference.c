// SPDX-License-Identifier: EUPL-1.2
#include "guide/reference.h"

#include <string.h>

#include "guide/suggest.h"
#include "guide/type.h"

static const char *page_id(const struct guide *guide, size_t i)
{
    return i < guide->pages.count ? guide->pages.items[i].id : NULL;
}

static const char *office_id(const struct guide *guide, size_t i)
{
    return i < guide->offices.count ? guide->offices.items[i].id : NULL;
}

static const char *topic_id(const struct guide *guide, size_t i)
{
    return i < guide->topics.count ? guide->topics.items[i].id : NULL;
}

static const char *value_id(const struct guide *guide, size_t i)
{
    return i < guide->values.count ? guide->values.items[i].id : NULL;
}

static const char *number_id(const struct guide *guide, size_t i)
{
    return i < guide->emergency.count ? guide->emergency.items[i]->id : NULL;
}

static const struct {
    const char *noun, *home;
    const char *(*id)(const struct guide *guide, size_t i);  // NULL behind the last one
} targets[TARGETS] = {
    [TARGET_PAGE] = {"page", "in de/pages/", page_id},
    [TARGET_OFFICE] = {"office", "in offices/", office_id},
    [TARGET_TOPIC] = {"topic", "in guide.xml", topic_id},
    [TARGET_VALUE] = {"fact", "in facts.xml", value_id},
    [TARGET_NUMBER] = {"emergency number", "in guide.xml", number_id},
};

static const char *successor(const struct guide *guide, const char *id)
{
    for (size_t i = 0; i < guide->retired.count; i++)
        if (strcmp(guide->retired.items[i].id, id) == 0)
            return guide->retired.items[i].now;
    return NULL;
}

static void report(const struct references *references, enum target target, const char *id,
                   struct place place)
{
    const struct guide *guide = references->guide;
    struct suggestion near = {.word = id};
    const char *known;
    for (size_t i = 0; (known = targets[target].id(guide, i)); i++)
        suggestion_offer(&near, known);
    bool has_successor = target == TARGET_PAGE || target == TARGET_OFFICE;
    const char *now = has_successor ? successor(guide, id) : NULL;
    const char *add = arena_print(guide->arena, "add it %s", targets[target].home);
    if (now)
        fault_add(references->faults, place, "`%s` is retired; write `%s`", id, now);
    else if (near.best && !has_successor)  // no file of its own: it may have been lost
        fault_add(references->faults, place, "no %s `%s`; did you mean `%s`? if not, %s",
                  targets[target].noun, id, near.best, add);
    else
        fault_add(references->faults, place, "no %s `%s`; %s", targets[target].noun, id,
                  suggestion_hint(guide->arena, &near, add));
}

bool reference_check(const struct references *references, enum target target, const char *id,
                     struct place place)
{
    if (!id || !type_fits(TYPE_ID, id))
        return false;
    const char *known;
    for (size_t i = 0; (known = targets[target].id(references->guide, i)); i++)
        if (strcmp(known, id) == 0)
            return true;
    if (!references->unknown[target])
        report(references, target, id, place);
    return false;
}

const struct value *value_find(const struct guide *guide, const char *id)
{
    for (size_t i = 0; i < guide->values.count; i++)
        if (strcmp(guide->values.items[i].id, id) == 0)
            return &guide->values.items[i];
    return NULL;
}
