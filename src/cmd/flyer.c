// SPDX-License-Identifier: EUPL-1.2
#include <stdio.h>
#include <string.h>

#include "base/install.h"
#include "cmd/command.h"
#include "guide/load.h"
#include "guide/suggest.h"
#include "print/flyer.h"
#include "print/fonts.h"
#include "print/register.h"
#include "text/fontmap.h"

struct wish {
    struct option_texts tags;  // of languages; none: German
    const char *size, *out;
    bool all;
};

// -1 and a fault: the guide has no flyer in that language.
static int find_language(struct arena *arena, const struct guide *guide, const char *tag,
                         struct faults *faults)
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
        fault_add(faults, (struct place){0}, "no language `%s` in the guide; %s", tag,
                  suggestion_hint(arena, &near, "take one from guide.xml"));
    return -1;
}

// What one run prints into one folder.
struct job {
    struct arena *arena;
    const struct guide *guide;
    const struct wish *wish;
    const struct fonts *fonts;
    struct prints prints;
    struct faults *faults;
};

static void write_flyer(struct job *job, int language)
{
    const struct guide *guide = job->guide;
    const char *tag = guide->languages.items[language]->tag;
    const char *name = arena_print(job->arena, "flyer-%s.pdf", tag);
    const char *path = arena_print(job->arena, "%s/%s", job->wish->out, name);
    struct print print = {name, "flyer", tag, job->wish->size, 0, guide->newest};
    if (flyer_write(guide, language, job->wish->size, job->fonts, path, &print.id, job->faults))
        register_add(&job->prints, job->arena, job->wish->out, print, job->faults);
}

static void write_flyers(struct job *job)
{
    const struct guide *guide = job->guide;
    const struct wish *wish = job->wish;
    for (size_t i = 0; wish->all && i < guide->languages.count; i++)
        if (guide->offered[i])
            write_flyer(job, (int)i);
    for (size_t i = 0; i < wish->tags.count; i++) {
        int language = find_language(job->arena, guide, wish->tags.items[i], job->faults);
        if (language >= 0)
            write_flyer(job, language);
    }
}

static enum status print_flyers(const struct common *common, const struct wish *wish)
{
    struct faults faults = {0};
    struct guide *guide = common_load(common, false);
    if (!guide)
        return STATUS_FAULTS;
    struct arena *arena = arena_new();
    struct fontmap map = {0};
    struct fonts *fonts = NULL;
    struct job job = {.arena = arena, .guide = guide, .wish = wish, .faults = &faults};
    if (register_load(&job.prints, arena, wish->out, &faults) &&
        fontmap_load(&map, arena, installed_path(arena, "fonts/map"), &faults))
        fonts = sheet_fonts_open(&map, &faults);
    job.fonts = fonts;
    if (fonts)
        write_flyers(&job);
    sheet_fonts_close(fonts);
    arena_free(arena);
    guide_free(guide);
    return common_finish(&faults);
}

static enum status run(int argc, char **argv)
{
    struct common common = {0};
    struct wish wish = {.size = "long", .out = "."};
    const struct option options[] = {
        COMMON_OPTIONS(common),
        {"--lang", "TAG", OPTION_TEXTS, &wish.tags, "its language; may be given again"},
        {"--all", NULL, OPTION_FLAG, &wish.all, "in all languages of the guide"},
        {"--size", FLYER_SIZES, OPTION_CHOICE, &wish.size,
         "DIN long unless said otherwise; A4: three beside each other"},
        {"-o", "DIR", OPTION_TEXT, &wish.out, "a folder for flyer-TAG.pdf"},
    };
    enum option_result result =
        options_read(options, sizeof options / sizeof options[0],
                     "flyer (--lang TAG…|--all) [--size SIZE] [-o DIR]", argc, argv, NULL);
    if (result != OPTIONS_OK)
        return result == OPTIONS_HELP ? STATUS_DONE : STATUS_USAGE;
    if ((wish.tags.count > 0) + wish.all == 1)
        return print_flyers(&common, &wish);
    fputs("wegweiser: error: a flyer in which language? Give `--lang TAG` or `--all`\n", stderr);
    return STATUS_USAGE;
}

const struct command flyer_command = {
    .name = "flyer",
    .summary = "prints the flyer to give away, in one language",
    .run = run,
};
