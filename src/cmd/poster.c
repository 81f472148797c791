// SPDX-License-Identifier: EUPL-1.2
#include <stdio.h>
#include <string.h>

#include "base/install.h"
#include "cmd/command.h"
#include "guide/load.h"
#include "guide/suggest.h"
#include "print/fonts.h"
#include "print/poster.h"
#include "text/fontmap.h"

struct offices {
    LIST(const struct office *) list;
};

static enum status wrong(const char *message)
{
    fprintf(stderr, "wegweiser: error: %s\n", message);
    return STATUS_USAGE;
}

static bool is_pdf(const char *path)
{
    size_t length = strlen(path);
    return length > 4 && strcmp(path + length - 4, ".pdf") == 0;
}

static const struct office *find_office(struct arena *arena, const struct guide *guide,
                                        const char *id, struct faults *faults)
{
    const struct office *office = office_find(guide, id);
    struct suggestion suggestion = {.word = id};
    if (office)
        return office;
    for (size_t i = 0; i < guide->offices.count; i++)
        suggestion_offer(&suggestion, guide->offices.items[i].id);
    fault_add(
        faults, (struct place){0}, "no office `%s`; %s", id,
        suggestion_hint(arena, &suggestion, fault_tr("see the folder `offices` of the content")));
    return NULL;
}

static bool collect(struct offices *offices, struct arena *arena, const struct guide *guide,
                    const struct option_texts *ids, struct faults *faults)
{
    bool ok = true;
    for (size_t i = 0; i < ids->count; i++) {
        const struct office *office = find_office(arena, guide, ids->items[i], faults);
        if (office)
            *list_add(arena, &offices->list) = office;
        ok &= office != NULL;
    }
    for (size_t i = 0; ids->count == 0 && i < guide->offices.count; i++)
        *list_add(arena, &offices->list) = &guide->offices.items[i];
    return ok;
}

// `out` is a file for one office, else a folder.
static void write_posters(const struct guide *guide, const struct offices *offices,
                          struct arena *arena, const char *out, struct faults *faults)
{
    struct fontmap map = {0};
    struct fonts *fonts = NULL;
    if (fontmap_load(&map, arena, installed_path(arena, "fonts/map"), faults))
        fonts = sheet_fonts_open(&map, faults);
    if (!fonts)
        return;
    for (size_t i = 0; i < offices->list.count; i++) {
        const struct office *office = offices->list.items[i];
        const char *path = is_pdf(out) ? out : arena_print(arena, "%s/%s.pdf", out, office->id);
        poster_write(guide, office, fonts, path, faults);
    }
    sheet_fonts_close(fonts);
}

// No ids: all offices.
static enum status print_posters(const struct common *common, const struct option_texts *ids,
                                 const char *out)
{
    struct faults faults = {0};
    struct guide *guide = common_load(common, false);
    if (!guide)
        return STATUS_FAULTS;
    struct arena *arena = arena_new();
    struct offices offices = {0};
    if (collect(&offices, arena, guide, ids, &faults))
        write_posters(guide, &offices, arena, out, &faults);
    arena_free(arena);
    guide_free(guide);
    return common_finish(&faults);
}

static enum status run(int argc, char **argv)
{
    struct common common = {0};
    struct option_texts ids = {0};
    const char *size = "A4", *out = ".";
    bool all = false;
    const struct option options[] = {
        COMMON_OPTIONS(common),
        {"--office", "ID", OPTION_TEXTS, &ids, "the poster of this office; may be given again"},
        {"--all", NULL, OPTION_FLAG, &all, "the posters of all offices"},
        {"--size", "A4", OPTION_TEXT, &size, "of the paper"},
        {"-o", "FILE|DIR", OPTION_TEXT, &out, "a .pdf file, or a folder for <office>.pdf"},
    };
    enum option_result result =
        options_read(options, sizeof options / sizeof options[0],
                     "poster (--office ID…|--all) [-o FILE|DIR]", argc, argv, NULL);
    if (result != OPTIONS_OK)
        return result == OPTIONS_HELP ? STATUS_DONE : STATUS_USAGE;
    if (all == (ids.count > 0))
        return wrong("a poster of which office? Give `--office ID` or `--all`");
    if (strcmp(size, "A4") != 0)
        return wrong("posters are A4 only as yet; leave `--size` out");
    if (is_pdf(out) && ids.count != 1)
        return wrong("several posters need a folder; give `-o DIR`");
    return print_posters(&common, &ids, out);
}

const struct command poster_command = {
    .name = "poster",
    .summary = "prints posters of offices with their QR codes",
    .run = run,
};
