// SPDX-License-Identifier: EUPL-1.2
#include "print/imprint.h"

#include <inttypes.h>
#include <string.h>

#include "base/hash.h"
#include "text/tr.h"

uint32_t imprint_id(const struct sheet *sheet, const char *size)
{
    uint64_t digest = hash_bytes(sheet_digest(sheet), size, strlen(size));
    return (uint32_t)(digest >> 32 ^ digest);
}

void imprint_put(struct sheet *sheet, const struct guide *guide, uint32_t id, double x,
                 double baseline)
{
    struct arena *arena = arena_new();
    struct style style = {guide->languages.items[0], WEIGHT_REGULAR, IMPRINT_TEXT, INK_GREY};
    struct date date = guide->newest;
    const char *content = arena_print(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
    const char *number = arena_print(arena, "%08" PRIx32, id);
    const char *text = arena_print(arena, tr_staff("Content of %s, sheet %s"), content, number);
    sheet_put(sheet, "P", &style, text, x, baseline, ALIGN_END);
    arena_free(arena);
}
