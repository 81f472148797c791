// SPDX-License-Identifier: EUPL-1.2
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/install.h"
#include "cmd/command.h"
#include "guide/address.h"
#include "guide/load.h"
#include "guide/suggest.h"
#include "print/code.h"
#include "print/flyer.h"
#include "print/fonts.h"
#include "print/poster.h"
#include "print/register.h"
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

static struct fonts *open_fonts(struct fontmap *map, struct arena *arena, struct faults *faults)
{
    if (!fontmap_load(map, arena, installed_path(arena, "fonts/map"), faults))
        return NULL;
    return sheet_fonts_open(map, faults);
}

// ---- Printing --------------------------------------------------------------------------------

// What one run prints into one folder.
struct job {
    struct arena *arena;
    const struct guide *guide;
    const struct design *design;
    const char *folder;
    struct prints prints;
    struct faults *faults;
};

// The register is written after each sheet: a run that is killed has not lost what it printed.
static void write_poster(struct job *job, const struct office *office, const struct fonts *fonts,
                         const char *name)
{
    struct print print = {name, "poster", office->id, job->design->name, 0, job->guide->newest};
    const char *path = arena_print(job->arena, "%s/%s", job->folder, name);
    if (!poster_write(job->guide, office, job->design, fonts, path, &print.id, job->faults))
        return;
    register_add(&job->prints, job->arena, job->folder, print, job->faults);
}

static void split(struct job *job, const char *out, const char **folder, const char **name)
{
    const char *slash = strrchr(out, '/');
    size_t length = slash ? (size_t)(slash - out) : 0;
    *folder = slash ? arena_copy(job->arena, out, length ? length : 1) : ".";
    *name = slash ? slash + 1 : out;
}

// `out` is a file for one office, else a folder.
static void write_posters(struct job *job, const struct offices *offices, const char *out)
{
    struct fontmap map = {0};
    const char *name = NULL;
    job->folder = out;
    if (is_pdf(out))
        split(job, out, &job->folder, &name);
    if (!register_load(&job->prints, job->arena, job->folder, job->faults))
        return;
    struct fonts *fonts = open_fonts(&map, job->arena, job->faults);
    for (size_t i = 0; fonts && i < offices->list.count; i++) {
        const struct office *office = offices->list.items[i];
        const char *usual = arena_print(job->arena, "%s.pdf", office->id);
        write_poster(job, office, fonts, name ? name : usual);
    }
    sheet_fonts_close(fonts);
}

// No ids: all offices.
static enum status print_posters(const struct common *common, const struct option_texts *ids,
                                 const struct design *design, const char *out)
{
    struct faults faults = {0};
    struct guide *guide = common_load(common, false);
    if (!guide)
        return STATUS_FAULTS;
    struct arena *arena = arena_new();
    struct job job = {.arena = arena, .guide = guide, .design = design, .faults = &faults};
    struct offices offices = {0};
    if (collect(&offices, arena, guide, ids, &faults))
        write_posters(&job, &offices, out);
    arena_free(arena);
    guide_free(guide);
    return common_finish(&faults);
}

// ---- Out of date -----------------------------------------------------------------------------

static const char gone[] = "the content no longer has it; take it down";

static const char unprintable[] = "it can no longer be printed; see the error";

// The id it would bear today; else why it has none.
static const char *poster_today(const struct job *job, const struct print *print,
                                const struct fonts *fonts, const char *path, uint32_t *id)
{
    const struct office *office = office_find(job->guide, print->subject);
    const struct design *design = design_find(print->size);
    if (!office || !design)
        return gone;
    return poster_id(job->guide, office, design, fonts, path, id, job->faults) ? NULL : unprintable;
}

static const char *flyer_today(const struct job *job, const struct print *print,
                               const struct fonts *fonts, const char *path, uint32_t *id)
{
    int language = guide_language(job->guide, print->subject);
    if (language < 0 || !job->guide->offered[language])
        return gone;
    return flyer_id(job->guide, language, print->size, fonts, path, id, job->faults) ? NULL
                                                                                     : unprintable;
}

// Of `site --prints`; its subject is "o-buergerbuero" or "p-registration".
static const char *code_today(const struct job *job, const struct print *print,
                              const struct fonts *fonts, const char *path, uint32_t *id)
{
    (void)fonts, (void)path;
    bool office = strncmp(print->subject, "o-", 2) == 0;
    if (!office && strncmp(print->subject, "p-", 2) != 0)
        return gone;
    const char *name = print->subject + 2;
    if (office ? !office_find(job->guide, name) : !page_find(job->guide, name))
        return gone;
    *id = code_id(office ? office_address(job->arena, job->guide, NULL, name)
                         : page_address(job->arena, job->guide, NULL, name));
    return NULL;
}

static const struct {
    const char *kind;
    const char *(*today)(const struct job *, const struct print *, const struct fonts *,
                         const char *path, uint32_t *id);
} kinds[] = {
    {"poster", poster_today},
    {"flyer", flyer_today},
    {"code", code_today},
};

// Why a sheet must come off the wall; NULL: it may stay.
static const char *staleness(const struct job *job, const struct print *print,
                             const struct fonts *fonts)
{
    const char *path = arena_print(job->arena, "%s/%s", job->folder, print->file), *why = gone;
    uint32_t id = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(kinds[i].kind, print->kind) == 0)
            why = kinds[i].today(job, print, fonts, path, &id);
    return why || id == print->id ? why : "the content has changed; print it again";
}

static void list_stale(const struct job *job, const struct fonts *fonts)
{
    size_t stale = 0;
    for (size_t i = 0; i < job->prints.count; i++) {
        const struct print *print = &job->prints.items[i];
        const char *why = staleness(job, print, fonts);
        if (!why)
            continue;
        stale++;
        printf("%s/%s: %s, content of %04d-%02d-%02d, sheet %08" PRIx32 ": %s\n", job->folder,
               print->file, print->size, print->content.year, print->content.month,
               print->content.day, print->id, why);
    }
    printf("%zu of %zu sheets out of date\n", stale, job->prints.count);
}

static enum status find_stale(const struct common *common, const char *folder)
{
    struct faults faults = {0};
    struct guide *guide = common_load(common, false);
    if (!guide)
        return STATUS_FAULTS;
    struct arena *arena = arena_new();
    struct job job = {.arena = arena, .guide = guide, .folder = folder, .faults = &faults};
    struct fontmap map = {0};
    struct fonts *fonts = NULL;
    if (!file_exists(arena_print(arena, "%s/" REGISTER_FILE, folder)))
        fault_add(&faults, (struct place){.file = folder},
                  "nothing was printed here; name the folder that `-o` named");
    else if (register_load(&job.prints, arena, folder, &faults))
        fonts = open_fonts(&map, arena, &faults);
    if (fonts)
        list_stale(&job, fonts);
    sheet_fonts_close(fonts);
    arena_free(arena);
    guide_free(guide);
    return common_finish(&faults);
}

// ---- Command ---------------------------------------------------------------------------------

struct wish {
    struct option_texts ids;
    const char *size, *out, *stale;
    bool all;
};

static const char *trouble(const struct wish *wish)
{
    if ((wish->ids.count > 0) + wish->all + (wish->stale != NULL) != 1)
        return "a poster of which office? Give `--office ID`, `--all` or `--stale DIR`";
    if (is_pdf(wish->out) && wish->ids.count != 1)
        return "several posters need a folder; give `-o DIR`";
    if (strpbrk(wish->out, "\t\n"))
        return "no tabs in the names of files; the register has one for each column";
    return NULL;
}

static enum status run(int argc, char **argv)
{
    static const char usage[] = "poster (--office ID…|--all) [--size SIZE] [-o FILE|DIR]\n"
                                "       wegweiser poster --stale DIR";
    struct common common = {0};
    struct wish wish = {.size = "A4", .out = "."};
    const struct option options[] = {
        COMMON_OPTIONS(common),
        {"--office", "ID", OPTION_TEXTS, &wish.ids, "its poster; may be given again"},
        {"--all", NULL, OPTION_FLAG, &wish.all, "the posters of all offices"},
        {"--size", DESIGN_NAMES, OPTION_CHOICE, &wish.size, "A4 unless said otherwise"},
        {"-o", "FILE|DIR", OPTION_TEXT, &wish.out, "a .pdf file, or a folder for <office>.pdf"},
        {"--stale", "DIR", OPTION_TEXT, &wish.stale,
         "lists the posters and flyers printed into DIR that are out of date; status 0 also if "
         "there are"},
    };
    enum option_result result =
        options_read(options, sizeof options / sizeof options[0], usage, argc, argv, NULL);
    if (result != OPTIONS_OK)
        return result == OPTIONS_HELP ? STATUS_DONE : STATUS_USAGE;
    if (trouble(&wish))
        return wrong(trouble(&wish));
    if (wish.stale)
        return find_stale(&common, wish.stale);
    return print_posters(&common, &wish.ids, design_find(wish.size), wish.out);
}

const struct command poster_command = {
    .name = "poster",
    .summary = "prints posters of offices with their QR codes",
    .run = run,
};
