// SPDX-License-Identifier: EUPL-1.2
#include "print/edition.h"

#include <string.h>

#include "print/brochure.h"
#include "print/employer.h"
#include "print/imprint.h"

static const struct {
    const char *kind;
    bool (*put)(struct book *);
} kinds[] = {
    {"brochure", brochure_put},
    {"hand-out", hand_out_put},
    {"office-list", office_list_put},
};

static bool put(const struct edition *edition, struct book *book)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(kinds[i].kind, edition->kind) == 0)
            return kinds[i].put(book);
    return false;
}

static struct sheet *open_sheet(const struct edition *edition, struct arena *arena)
{
    const struct guide *guide = edition->guide;
    const struct words *words = words_in(&guide->words, edition->language);
    struct imprint imprint = {
        .language = guide->languages.items[edition->language],
        .title = words_text(arena, words, BLOCK_TITLE, NULL),
        .author = guide->body,
        .made = guide->newest,
    };
    return sheet_open(edition->fonts, edition->paper->width, edition->paper->height, &imprint);
}

// Onto a new sheet, to be closed. NULL and faults: it cannot be.
static struct sheet *draw(const struct edition *edition, struct arena *arena,
                          const struct targets *known, struct targets *targets,
                          struct faults *faults)
{
    struct sheet *sheet = open_sheet(edition, arena);
    struct book book = {
        .arena = arena,
        .sheet = sheet,
        .guide = edition->guide,
        .index = edition->language,
        .other = edition->other,
        .language = edition->guide->languages.items[edition->language],
        .paper = edition->paper,
        .body = BODY_SIZE,
        .known = known,
        .faults = faults,
    };
    bool ok = put(edition, &book);
    *targets = book.targets;
    if (ok)
        return sheet;
    sheet_close(sheet);
    return NULL;
}

// Twice: only then it is known on which page things begin.
static struct sheet *edition_draw(const struct edition *edition, struct arena *arena, uint32_t *id,
                                  struct faults *faults)
{
    const struct paper *paper = edition->paper;
    struct targets known, targets;
    struct sheet *sheet = draw(edition, arena, NULL, &known, faults);
    if (!sheet)
        return NULL;
    sheet_close(sheet);
    sheet = draw(edition, arena, &known, &targets, faults);
    *id = imprint_id(sheet, paper->name);
    imprint_put(sheet, edition->guide, *id, paper->width - paper->outer,
                paper->height - IMPRINT_END);
    return sheet;
}

bool edition_write(const struct edition *edition, const char *path, uint32_t *id,
                   struct faults *faults)
{
    struct arena *arena = arena_new();
    struct sheet *sheet = edition_draw(edition, arena, id, faults);
    bool ok = sheet && sheet_save(sheet, path, faults);
    sheet_close(sheet);
    arena_free(arena);
    return ok;
}

bool edition_id(const struct edition *edition, uint32_t *id, struct faults *faults)
{
    struct arena *arena = arena_new();
    struct sheet *sheet = edition_draw(edition, arena, id, faults);
    sheet_close(sheet);
    arena_free(arena);
    return sheet != NULL;
}
