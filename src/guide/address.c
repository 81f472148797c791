// SPDX-License-Identifier: EUPL-1.2
#include "guide/address.h"

static const char *address(struct arena *arena, const struct guide *guide,
                           const struct language *language, const char *kind, const char *id)
{
    return arena_print(arena, "%s/%s%s%s/%s/", guide->base, language ? language->tag : "",
                       language ? "/" : "", kind, id);
}

const char *home_address(struct arena *arena, const struct guide *guide)
{
    return arena_print(arena, "%s/", guide->base);
}

const char *page_address(struct arena *arena, const struct guide *guide,
                         const struct language *language, const char *page)
{
    return address(arena, guide, language, "p", page);
}

const char *office_address(struct arena *arena, const struct guide *guide,
                           const struct language *language, const char *office)
{
    return address(arena, guide, language, "o", office);
}
