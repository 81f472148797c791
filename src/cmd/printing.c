// SPDX-License-Identifier: EUPL-1.2
#include "cmd/printing.h"

#include "base/install.h"
#include "cmd/named.h"
#include "guide/load.h"

bool printing_open(struct printing *printing, const struct common *common, const char *folder)
{
    *printing = (struct printing){.arena = arena_new(), .folder = folder};
    struct arena *arena = printing->arena;
    struct faults *faults = &printing->faults;
    printing->guide = common_load(common, false);
    if (printing->guide && register_load(&printing->prints, arena, folder, faults) &&
        fontmap_load(&printing->map, arena, installed_path(arena, "fonts/map"), faults))
        printing->fonts = sheet_fonts_open(&printing->map, faults);
    return printing->fonts != NULL;
}

struct chosen_languages printing_languages(struct printing *printing,
                                           const struct option_texts *tags, bool all)
{
    const struct guide *guide = printing->guide;
    struct chosen_languages chosen = {0};
    for (size_t i = 0; all && i < guide->languages.count; i++)
        if (guide->offered[i])
            *list_add(printing->arena, &chosen.list) = (int)i;
    for (size_t i = 0; i < tags->count; i++) {
        int language = offer_named(guide, tags->items[i], &printing->faults);
        if (language >= 0)
            *list_add(printing->arena, &chosen.list) = language;
    }
    return chosen;
}

const char *printing_path(const struct printing *printing, const char *name)
{
    return arena_print(printing->arena, "%s/%s", printing->folder, name);
}

void printing_enter(struct printing *printing, struct print print)
{
    register_add(&printing->prints, printing->arena, printing->folder, print, &printing->faults);
}

static const char *subject_of(struct printing *printing, const struct edition *edition)
{
    const struct language **known = printing->guide->languages.items;
    const char *tag = known[edition->language]->tag;
    if (edition->other < 0)
        return tag;
    return arena_print(printing->arena, "%s+%s", tag, known[edition->other]->tag);
}

void printing_edition(struct printing *printing, const struct edition *edition)
{
    const char *subject = subject_of(printing, edition);
    struct print print = {
        .file = arena_print(printing->arena, "%s-%s.pdf", edition->kind, subject),
        .kind = edition->kind,
        .subject = subject,
        .size = edition->paper->name,
        .content = printing->guide->newest,
    };
    if (edition_write(edition, printing_path(printing, print.file), &print.id, &printing->faults))
        printing_enter(printing, print);
}

enum status printing_finish(struct printing *printing)
{
    bool loaded = printing->guide != NULL;
    sheet_fonts_close(printing->fonts);
    guide_free(printing->guide);
    arena_free(printing->arena);
    enum status status = common_finish(&printing->faults);
    return loaded ? status : STATUS_FAULTS;
}
