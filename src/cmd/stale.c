// SPDX-License-Identifier: EUPL-1.2
#include "cmd/stale.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "cmd/printing.h"
#include "guide/address.h"
#include "print/code.h"
#include "print/flyer.h"
#include "print/poster.h"

static const char gone[] = E_("the content no longer has it; take it down");

static const char unprintable[] = E_("it can no longer be printed; see the error");

// The id it would bear today; else why it has none.
static const char *poster_today(struct printing *printing, const struct print *print,
                                const char *path, uint32_t *id)
{
    const struct office *office;
    const struct design *design = design_find(print->size);
    if (!design || !poster_find(printing->guide, print->subject, design, &office))
        return gone;
    bool ok =
        poster_id(printing->guide, office, design, printing->fonts, path, id, &printing->faults);
    return ok ? NULL : unprintable;
}

static const char *flyer_today(struct printing *printing, const struct print *print,
                               const char *path, uint32_t *id)
{
    const struct guide *guide = printing->guide;
    int language = guide_language(guide, print->subject);
    if (language < 0 || !guide->offered[language])
        return gone;
    bool ok = flyer_id(guide, language, print->size, printing->fonts, path, id, &printing->faults);
    return ok ? NULL : unprintable;
}

// Of `site --prints`; its subject is "o-buergerbuero" or "p-registration".
static const char *code_today(struct printing *printing, const struct print *print,
                              const char *path, uint32_t *id)
{
    const struct guide *guide = printing->guide;
    (void)path;
    bool office = strncmp(print->subject, "o-", 2) == 0;
    if (!office && strncmp(print->subject, "p-", 2) != 0)
        return gone;
    const char *name = print->subject + 2;
    if (office ? !office_find(guide, name) : !page_find(guide, name))
        return gone;
    *id = code_id(office ? office_address(printing->arena, guide, NULL, name)
                         : page_address(printing->arena, guide, NULL, name));
    return NULL;
}

// Of a subject like "uk" or "uk+de".
static bool find_languages(const struct printing *printing, const char *subject,
                           struct edition *edition)
{
    const struct guide *guide = printing->guide;
    const char *plus = strchr(subject, '+');
    size_t length = plus ? (size_t)(plus - subject) : strlen(subject);
    edition->language = guide_language(guide, arena_copy(printing->arena, subject, length));
    edition->other = plus ? guide_language(guide, plus + 1) : -1;
    return edition->language >= 0 && guide->offered[edition->language] &&
           (!plus || (edition->other >= 0 && guide->offered[edition->other]));
}

static const char *edition_today(struct printing *printing, const struct print *print,
                                 const char *path, uint32_t *id)
{
    struct edition edition = {.kind = print->kind,
                              .guide = printing->guide,
                              .paper = paper_find(print->size),
                              .fonts = printing->fonts};
    (void)path;
    if (!edition.paper || !find_languages(printing, print->subject, &edition))
        return gone;
    return edition_id(&edition, id, &printing->faults) ? NULL : unprintable;
}

static const struct {
    const char *kind;
    const char *(*today)(struct printing *, const struct print *, const char *path, uint32_t *id);
} kinds[] = {
    {"poster", poster_today},    {"flyer", flyer_today},      {"code", code_today},
    {"brochure", edition_today}, {"hand-out", edition_today}, {"office-list", edition_today},
};

// Why a sheet must come off the wall; NULL: it may stay.
static const char *staleness(struct printing *printing, const struct print *print)
{
    const char *path = printing_path(printing, print->file), *why = gone;
    uint32_t id = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(kinds[i].kind, print->kind) == 0)
            why = kinds[i].today(printing, print, path, &id);
    return why || id == print->id ? why : E_("the content has changed; print it again");
}

static void list_stale(struct printing *printing)
{
    size_t stale = 0;
    for (size_t i = 0; i < printing->prints.count; i++) {
        const struct print *print = &printing->prints.items[i];
        const char *why = staleness(printing, print);
        if (!why)
            continue;
        stale++;
        printf(fault_tr("%s: %s, content of %04d-%02d-%02d, sheet %08x: %s\n"),
               printing_path(printing, print->file), print->size, print->content.year,
               print->content.month, print->content.day, (unsigned)print->id, fault_tr(why));
    }
    printf(fault_tr("%zu of %zu sheets out of date\n"), stale, printing->prints.count);
}

static bool has_register(struct printing *printing)
{
    if (file_exists(printing_path(printing, REGISTER_FILE)))
        return true;
    fault_add(&printing->faults, (struct place){.file = printing->folder},
              "nothing was printed here; name the folder that `-o` named");
    return false;
}

enum status stale_list(const struct common *common, const char *folder)
{
    struct printing printing;
    if (printing_open(&printing, common, folder) && has_register(&printing))
        list_stale(&printing);
    return printing_finish(&printing);
}
