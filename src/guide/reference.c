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
    const char *missing, *cure;
    const char *(*id)(const struct guide *guide, size_t i);  // NULL behind the last one
} targets[TARGETS] = {
    [TARGET_PAGE] = {E_("no page `%s`; %s"), E_("add it in de/pages/"), page_id},
    [TARGET_OFFICE] = {E_("no office `%s`; %s"), E_("add it in offices/"), office_id},
    [TARGET_TOPIC] = {E_("no topic `%s`; %s"), E_("add it in guide.xml"), topic_id},
    [TARGET_VALUE] = {E_("no fact `%s`; %s"), E_("add it in facts.xml"), value_id},
    [TARGET_NUMBER] = {E_("no emergency number `%s`; %s"), E_("add it in guide.xml"), number_id},
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
    const char *cure = fault_tr(targets[target].cure);
    if (now)
        fault_add(references->faults, place, "`%s` is retired; write `%s`", id, now);
    else if (near.best && !has_successor)  // no file of its own: it may have been lost
        fault_add(
            references->faults, place, targets[target].missing, id,
            arena_print(guide->arena, fault_tr("did you mean `%s`? if not, %s"), near.best, cure));
    else
        fault_add(references->faults, place, targets[target].missing, id,
                  suggestion_hint(guide->arena, &near, cure));
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
