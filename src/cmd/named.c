// SPDX-License-Identifier: EUPL-1.2
#include "cmd/named.h"

#include "guide/suggest.h"

static void refuse(const char *message, const struct suggestion *near, const char *otherwise,
                   struct faults *faults)
{
    struct arena *arena = arena_new();
    fault_add(faults, (struct place){0}, message, near->word,
              suggestion_hint(arena, near, fault_tr(otherwise)));
    arena_free(arena);
}

const struct office *office_named(const struct guide *guide, const char *id, struct faults *faults)
{
    const struct office *office = office_find(guide, id);
    if (office)
        return office;
    struct suggestion near = {.word = id};
    for (size_t i = 0; i < guide->offices.count; i++)
        suggestion_offer(&near, guide->offices.items[i].id);
    refuse(E_("no office `%s`; %s"), &near, E_("take an id from guide.xml"), faults);
    return NULL;
}

const struct page *page_named(const struct guide *guide, const char *id, struct faults *faults)
{
    const struct page *page = page_find(guide, id);
    if (page)
        return page;
    struct suggestion near = {.word = id};
    for (size_t i = 0; i < guide->pages.count; i++)
        suggestion_offer(&near, guide->pages.items[i].id);
    refuse(E_("no page `%s`; %s"), &near, E_("take an id from guide.xml"), faults);
    return NULL;
}

static const char no_language[] = E_("no language `%s` in the guide; %s");

int offer_named(const struct guide *guide, const char *tag, struct faults *faults)
{
    int index = guide_language(guide, tag);
    if (index >= 0 && guide->offered[index])
        return index;
    struct suggestion near = {.word = tag};
    for (size_t i = 0; i < guide->languages.count; i++)
        if (guide->offered[i])
            suggestion_offer(&near, guide->languages.items[i]->tag);
    if (index >= 0)
        fault_add(faults, (struct place){0},
                  "the guide is not offered in `%s` yet; translate its core pages first", tag);
    else
        refuse(no_language, &near, E_("take one from guide.xml"), faults);
    return -1;
}

int translation_named(const struct guide *guide, const char *tag, struct faults *faults)
{
    int index = guide_language(guide, tag);
    if (index > 0)
        return index;
    struct suggestion near = {.word = tag};
    for (size_t i = 1; i < guide->languages.count; i++)
        suggestion_offer(&near, guide->languages.items[i]->tag);
    if (index == 0)
        fault_add(faults, (struct place){0},
                  "`%s` is the original of every text; name the language of a translation", tag);
    else
        refuse(no_language, &near, E_("add it to <languages> in guide.xml"), faults);
    return 0;
}
