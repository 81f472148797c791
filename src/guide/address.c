// SPDX-License-Identifier: EUPL-1.2
#include "guide/address.h"

#include <string.h>

static const char *address(struct arena *arena, const struct guide *guide,
                           const struct language *language, const char *kind, const char *id)
{
    return arena_print(arena, "%s/%s%s%s/%s/", guide->base, language ? language->tag : "",
                       language ? "/" : "", kind, id);
}

const char *home_address(struct arena *arena, const struct guide *guide,
                         const struct language *language)
{
    return arena_print(arena, "%s/%s%s", guide->base, language ? language->tag : "",
                       language ? "/" : "");
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

const char *typed_address(struct arena *arena, const char *address)
{
    const char *typed = strstr(address, "://");
    typed = typed ? typed + 3 : address;
    size_t length = strlen(typed);
    return arena_copy(arena, typed, length - (length && typed[length - 1] == '/'));
}
