// SPDX-License-Identifier: EUPL-1.2
#include <stdio.h>
#include <string.h>

#include "cmd/command.h"
#include "cmd/named.h"
#include "cmd/printing.h"
#include "cmd/stale.h"
#include "print/poster.h"

struct offices {
    LIST(const struct office *) list;  // NULL: the guide itself
};

static bool is_pdf(const char *path)
{
    size_t length = strlen(path);
    return length > 4 && strcmp(path + length - 4, ".pdf") == 0;
}

struct wish {
    struct option_texts ids;
    const char *size, *out, *stale;
    bool all, guide;
};

static bool collect(struct offices *offices, struct printing *printing, const struct wish *wish)
{
    const struct guide *guide = printing->guide;
    const struct option_texts *ids = &wish->ids;
    bool ok = true;
    for (size_t i = 0; i < ids->count; i++) {
        const struct office *office = office_named(guide, ids->items[i], &printing->faults);
        if (office)
            *list_add(printing->arena, &offices->list) = office;
        ok &= office != NULL;
    }
    for (size_t i = 0; wish->all && i < guide->offices.count; i++)
        *list_add(printing->arena, &offices->list) = &guide->offices.items[i];
    if (wish->guide)
        *list_add(printing->arena, &offices->list) = NULL;
    return ok;
}

// ---- Printing --------------------------------------------------------------------------------

static void write_poster(struct printing *printing, const struct office *office,
                         const struct design *design, const char *name)
{
    struct print print = {name,         "poster", poster_subject(office),
                          design->name, 0,        printing->guide->newest};
    if (poster_write(printing->guide, office, design, printing->fonts,
                     printing_path(printing, name), &print.id, &printing->faults))
        printing_enter(printing, print);
}

// No name: each has that of its subject.
static void write_posters(struct printing *printing, const struct offices *offices,
                          const struct design *design, const char *name)
{
    for (size_t i = 0; i < offices->list.count; i++) {
        const struct office *office = offices->list.items[i];
        const char *usual = arena_print(printing->arena, "%s.pdf", poster_subject(office));
        write_poster(printing, office, design, name ? name : usual);
    }
}

static const char *folder_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    return slash == path ? "/" : arena_copy(arena, path, (size_t)(slash - path));
}

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

// `-o` is a file for one poster, else a folder.
static enum status print_posters(const struct common *common, const struct wish *wish)
{
    const char *out = wish->out;
    struct arena *arena = arena_new();
    struct printing printing;
    struct offices offices = {0};
    bool one = is_pdf(out);
    if (printing_open(&printing, common, one ? folder_of(arena, out) : out) &&
        collect(&offices, &printing, wish))
        write_posters(&printing, &offices, design_find(wish->size), one ? name_of(out) : NULL);
    enum status status = printing_finish(&printing);
    arena_free(arena);
    return status;
}

// ---- Command ---------------------------------------------------------------------------------

// Of options that cannot go together; NULL: they can.
static const char *contradiction(const struct wish *wish)
{
    if ((wish->ids.count > 0) + wish->all + wish->guide + (wish->stale != NULL) != 1)
        return E_("a poster of what? Give `--office ID`, `--all`, `--guide` or `--stale DIR`");
    if (wish->guide && design_find(wish->size)->office_only)
        return E_("a door sign is that of an office; give `--office ID` or another `--size`");
    if (is_pdf(wish->out) && !wish->guide && wish->ids.count != 1)
        return E_("several posters need a folder; give `-o DIR`");
    if (strpbrk(wish->out, "\t\n"))
        return E_("no tabs in the names of files; the register has one for each column");
    return NULL;
}

static enum status run(int argc, char **argv)
{
    static const char usage[] = "poster (--office ID…|--all|--guide) [--size SIZE] [-o FILE|DIR]\n"
                                "poster --stale DIR";
    struct common common = {0};
    struct wish wish = {.size = "A4", .out = "."};
    const struct option options[] = {
        COMMON_OPTIONS(common),
        {"--office", "ID", OPTION_TEXTS, &wish.ids, H_("its poster; may be given again")},
        {"--all", NULL, OPTION_FLAG, &wish.all, H_("the posters of all offices")},
        {"--guide", NULL, OPTION_FLAG, &wish.guide, H_("the poster of the guide itself")},
        {"--size", DESIGN_NAMES, OPTION_CHOICE, &wish.size, H_("A4 unless said otherwise")},
        {"-o", "FILE|DIR", OPTION_TEXT, &wish.out,
         H_("a .pdf file, or a folder for <office>.pdf, guide.pdf")},
        {"--stale", "DIR", OPTION_TEXT, &wish.stale,
         H_("list the sheets printed into DIR that are out of date; status 0 also if "
            "there are")},
    };
    enum option_result result =
        options_read(options, sizeof options / sizeof options[0], usage, argc, argv, NULL);
    if (result != OPTIONS_OK)
        return common_ended(result);
    const char *wrong = contradiction(&wish);
    if (wrong) {
        fault_say("%s", fault_tr(wrong));
        return STATUS_USAGE;
    }
    if (wish.stale)
        return stale_list(&common, wish.stale);
    return print_posters(&common, &wish);
}

const struct command poster_command = {
    .name = "poster",
    .summary = H_("print posters of offices, or of the guide, with their QR codes"),
    .run = run,
};
