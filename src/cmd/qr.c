// SPDX-License-Identifier: EUPL-1.2
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "cmd/command.h"
#include "guide/address.h"
#include "guide/load.h"
#include "guide/suggest.h"
#include "print/png.h"
#include "qr/symbol.h"

enum { MODULE = 24 };  // px in a PNG: about 300 dpi at the 76 mm of an A4 poster

struct request {
    const struct guide *guide;
    const struct language *language;  // NULL: the address that forwards
    bool png;
    struct faults *faults;
};

// ---- Files ---------------------------------------------------------------------------------

static bool write_symbol(const struct request *request, const struct symbol *symbol,
                         const char *address, const char *path)
{
    if (request->png)
        return symbol_png(symbol, MODULE, path, request->faults);
    struct buf svg = {0};
    symbol_svg(symbol, address, &svg);
    bool ok = file_write(path, svg.text, svg.length, request->faults);
    buf_free(&svg);
    return ok;
}

static bool write_code(const struct request *request, const char *address, const char *path)
{
    struct symbol *symbol = symbol_new(address, SYMBOL_PRINT, request->faults);
    bool ok = symbol && write_symbol(request, symbol, address, path);
    symbol_free(symbol);
    return ok;
}

// "DIR/o-buergerbuero.svg"
static const char *path_in(struct arena *arena, const struct request *request, const char *folder,
                           char kind, const char *id)
{
    return arena_print(arena, "%s/%c-%s.%s", folder, kind, id, request->png ? "png" : "svg");
}

static bool write_all(const struct request *request, const char *folder)
{
    const struct guide *guide = request->guide;
    struct arena *arena = arena_new();
    bool ok = folder_make(folder, request->faults);
    for (size_t i = 0; ok && i < guide->offices.count; i++) {
        const char *id = guide->offices.items[i].id;
        ok = write_code(request, office_address(arena, guide, request->language, id),
                        path_in(arena, request, folder, 'o', id));
    }
    for (size_t i = 0; ok && i < guide->pages.count; i++) {
        const char *id = guide->pages.items[i].id;
        ok = write_code(request, page_address(arena, guide, request->language, id),
                        path_in(arena, request, folder, 'p', id));
    }
    arena_free(arena);
    return ok;
}

// The file that -o names, or one with the usual name in the folder that it names.
static const char *path_of_one(struct arena *arena, const struct request *request, const char *out,
                               char kind, const char *id)
{
    if (out && !folder_exists(out))
        return out;
    return path_in(arena, request, out ? out : ".", kind, id);
}

// ---- Names ---------------------------------------------------------------------------------

static bool write_office(const struct request *request, const char *id, const char *out)
{
    const struct guide *guide = request->guide;
    struct arena *arena = arena_new();
    bool ok = false;
    if (office_find(guide, id)) {
        ok = write_code(request, office_address(arena, guide, request->language, id),
                        path_of_one(arena, request, out, 'o', id));
    } else {
        struct suggestion near = {.word = id};
        for (size_t i = 0; i < guide->offices.count; i++)
            suggestion_offer(&near, guide->offices.items[i].id);
        fault_add(request->faults, (struct place){0}, "no office `%s`; %s", id,
                  suggestion_hint(arena, &near, fault_tr("take an id from guide.xml")));
    }
    arena_free(arena);
    return ok;
}

static bool write_page(const struct request *request, const char *id, const char *out)
{
    const struct guide *guide = request->guide;
    struct arena *arena = arena_new();
    bool ok = false;
    if (page_find(guide, id)) {
        ok = write_code(request, page_address(arena, guide, request->language, id),
                        path_of_one(arena, request, out, 'p', id));
    } else {
        struct suggestion near = {.word = id};
        for (size_t i = 0; i < guide->pages.count; i++)
            suggestion_offer(&near, guide->pages.items[i].id);
        fault_add(request->faults, (struct place){0}, "no page `%s`; %s", id,
                  suggestion_hint(arena, &near, fault_tr("take an id from guide.xml")));
    }
    arena_free(arena);
    return ok;
}

// A code must not lead to a language that the web guide does not have.
static bool find_language(struct request *request, const char *tag)
{
    const struct guide *guide = request->guide;
    int index = guide_language(guide, tag);
    if (index >= 0 && guide->offered[index]) {
        request->language = guide->languages.items[index];
        return true;
    }
    struct arena *arena = arena_new();
    struct suggestion near = {.word = tag};
    for (size_t i = 0; i < guide->languages.count; i++)
        if (guide->offered[i])
            suggestion_offer(&near, guide->languages.items[i]->tag);
    if (index >= 0)
        fault_add(request->faults, (struct place){0},
                  "the guide is not offered in `%s` yet; translate its core pages first", tag);
    else
        fault_add(request->faults, (struct place){0}, "no language `%s` in the guide; %s", tag,
                  suggestion_hint(arena, &near, fault_tr("take one from guide.xml")));
    arena_free(arena);
    return false;
}

// ---- Command -------------------------------------------------------------------------------

struct wish {
    const char *office, *page, *lang, *format, *out;
    bool all;
};

static enum status write_wish(const struct common *common, const struct wish *wish)
{
    struct guide *guide = common_load(common, false);
    if (!guide)
        return STATUS_FAULTS;
    struct faults faults = {0};
    struct request request = {guide, NULL, strcmp(wish->format, "png") == 0, &faults};
    if (!wish->lang || find_language(&request, wish->lang)) {
        if (wish->office)
            write_office(&request, wish->office, wish->out);
        else if (wish->page)
            write_page(&request, wish->page, wish->out);
        else
            write_all(&request, wish->out ? wish->out : ".");
    }
    guide_free(guide);
    return common_finish(&faults);
}

static bool is_clear(const struct wish *wish)
{
    const char *trouble = NULL;
    if ((wish->office != NULL) + (wish->page != NULL) + wish->all != 1)
        trouble = "say one of --office ID, --page ID and --all";
    else if (strcmp(wish->format, "svg") != 0 && strcmp(wish->format, "png") != 0)
        trouble = "--format takes svg or png";
    if (trouble)
        fprintf(stderr, "wegweiser: error: %s\n", trouble);
    return !trouble;
}

static enum status run(int argc, char **argv)
{
    struct common common = {0};
    struct wish wish = {.format = "svg"};
    const struct option table[] = {
        {"--office", "ID", OPTION_TEXT, &wish.office, "an office"},
        {"--page", "ID", OPTION_TEXT, &wish.page, "a page"},
        {"--all", NULL, OPTION_FLAG, &wish.all, "all offices and pages"},
        {"--lang", "TAG", OPTION_TEXT, &wish.lang, "to this language, not to the phone's own"},
        {"--format", "svg|png", OPTION_TEXT, &wish.format, "svg unless said otherwise"},
        {"-o", "FILE|DIR", OPTION_TEXT, &wish.out, "o-ID.svg or p-ID.svg unless said otherwise"},
        COMMON_OPTIONS(common),
    };
    static const char usage[] =
        "qr (--office ID|--page ID|--all) [--lang TAG] [--format svg|png] [-o FILE|DIR]";
    enum option_result result =
        options_read(table, sizeof table / sizeof *table, usage, argc, argv, NULL);
    if (result != OPTIONS_OK)
        return result == OPTIONS_HELP ? STATUS_DONE : STATUS_USAGE;
    return is_clear(&wish) ? write_wish(&common, &wish) : STATUS_USAGE;
}

const struct command qr_command = {
    .name = "qr",
    .summary = "writes QR codes of offices and pages",
    .run = run,
};
