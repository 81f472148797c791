// SPDX-License-Identifier: EUPL-1.2
#include "base/file.h"
#include "base/utf8.h"
#include "cmd/command.h"
#include "cmd/named.h"
#include "guide/address.h"
#include "guide/load.h"
#include "print/code.h"
#include "qr/symbol.h"
#include "site/html.h"
#include "text/tr.h"

struct request {
    const struct guide *guide;
    const struct language *language;  // NULL: the address that forwards
    const char *format;
    struct faults *faults;
};

// A page or an office, its code, its file.
struct target {
    char kind;  // as in the address: o or p
    const char *id;
    const char *name;  // German
    const char *address;
};

// ---- Files ---------------------------------------------------------------------------------

static const char *title_of(struct arena *arena, const struct document *words, enum block_kind kind)
{
    return utf8_unhyphened(arena, words_text(arena, words_in(words, 0), kind, NULL));
}

static struct target office_target(struct arena *arena, const struct request *request,
                                   const struct office *office)
{
    return (struct target){'o', office->id, title_of(arena, &office->words, BLOCK_NAME),
                           office_address(arena, request->guide, request->language, office->id)};
}

static struct target page_target(struct arena *arena, const struct request *request,
                                 const struct page *page)
{
    return (struct target){'p', page->id, title_of(arena, &page->words, BLOCK_TITLE),
                           page_address(arena, request->guide, request->language, page->id)};
}

// "o-buergerbuero.svg"
static const char *file_name(struct arena *arena, const struct request *request,
                             const struct target *target)
{
    return arena_print(arena, "%c-%s.%s", target->kind, target->id, request->format);
}

static bool write_code(struct arena *arena, const struct request *request,
                       const struct target *target, const char *path)
{
    struct symbol *symbol = symbol_new(target->address, SYMBOL_PRINT, request->faults);
    const char *title = arena_print(arena, "%s: %s", target->name, target->address);
    struct code code = {symbol, title, request->guide->body};
    bool ok = symbol && code_write(&code, request->format, path, request->faults);
    symbol_free(symbol);
    return ok;
}

// The file that -o names, or one with the usual name in the folder that it names.
static void write_one(struct arena *arena, const struct request *request,
                      const struct target *target, const char *out)
{
    const char *name = file_name(arena, request, target);
    if (out && folder_exists(out))
        name = arena_print(arena, "%s/%s", out, name);
    else if (out)
        name = out;
    write_code(arena, request, target, name);
}

// ---- All of them ---------------------------------------------------------------------------

struct targets {
    LIST(struct target) list;
};

static void collect(struct targets *targets, struct arena *arena, const struct request *request)
{
    const struct guide *guide = request->guide;
    for (size_t i = 0; i < guide->offices.count; i++)
        *list_add(arena, &targets->list) = office_target(arena, request, &guide->offices.items[i]);
    for (size_t i = 0; i < guide->pages.count; i++)
        *list_add(arena, &targets->list) = page_target(arena, request, &guide->pages.items[i]);
}

static void add_row(struct html *html, struct arena *arena, const struct request *request,
                    const struct target *target)
{
    const char *file = file_name(arena, request, target);
    html_open(html, "tr", NULL);
    html_put(html, "td", target->name, NULL);
    html_open(html, "td", NULL);
    html_put(html, "a", file, "href", file, NULL);
    html_close(html, "td");
    html_open(html, "td", NULL);
    html_put(html, "a", target->address, "href", target->address, NULL);
    html_close(html, "td");
    html_close(html, "tr");
}

static void add_head(struct html *html, const char *title)
{
    html_start(html);
    html_open(html, "html", "lang", "de", NULL);
    html_open(html, "head", NULL);
    html_empty(html, "meta", "charset", "utf-8", NULL);
    html_put(html, "title", title, NULL);
    html_put(html, "style",
             "body{font:1rem/1.5 sans-serif;margin:2rem}td,th{text-align:left;padding:0 2rem 0 0}",
             NULL);
    html_close(html, "head");
}

// For staff, who look for a code by its name.
static void write_index(struct arena *arena, const struct request *request,
                        const struct targets *targets, const char *folder)
{
    const char *title = arena_print(arena, tr_staff("QR codes of %s"), request->guide->town);
    const char *const heads[] = {tr_staff("Name"), tr_staff("File"), tr_staff("Address")};
    struct html html = {0};
    add_head(&html, title);
    html_open(&html, "body", NULL);
    html_put(&html, "h1", title, NULL);
    html_open(&html, "table", NULL);
    html_open(&html, "tr", NULL);
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
        html_put(&html, "th", heads[i], "scope", "col", NULL);
    html_close(&html, "tr");
    for (size_t i = 0; i < targets->list.count; i++)
        add_row(&html, arena, request, &targets->list.items[i]);
    html_close(&html, "table");
    html_close(&html, "body");
    html_close(&html, "html");
    file_write(arena_print(arena, "%s/index.html", folder), html.out.text, html.out.length,
               request->faults);
    html_free(&html);
}

static void write_all(struct arena *arena, const struct request *request, const char *folder)
{
    struct targets targets = {0};
    collect(&targets, arena, request);
    bool ok = folder_make(folder, request->faults);
    for (size_t i = 0; ok && i < targets.list.count; i++) {
        const struct target *target = &targets.list.items[i];
        const char *name = file_name(arena, request, target);
        ok = write_code(arena, request, target, arena_print(arena, "%s/%s", folder, name));
    }
    if (ok)
        write_index(arena, request, &targets, folder);
}

// ---- Command -------------------------------------------------------------------------------

struct wish {
    const char *office, *page, *lang, *format, *out;
    bool all;
};

// The one that was wished for; false and a fault: there is none.
static bool find_target(struct arena *arena, const struct request *request, const struct wish *wish,
                        struct target *target)
{
    const struct guide *guide = request->guide;
    const struct office *office =
        wish->office ? office_named(guide, wish->office, request->faults) : NULL;
    const struct page *page = wish->page ? page_named(guide, wish->page, request->faults) : NULL;
    if (office)
        *target = office_target(arena, request, office);
    if (page)
        *target = page_target(arena, request, page);
    return office || page;
}

// A code must not lead to a language that the web guide does not have.
static bool find_language(struct request *request, const char *tag)
{
    int index = offer_named(request->guide, tag, request->faults);
    if (index >= 0)
        request->language = request->guide->languages.items[index];
    return index >= 0;
}

static void write_codes(struct arena *arena, struct request *request, const struct wish *wish)
{
    struct target target;
    if (wish->lang && !find_language(request, wish->lang))
        return;
    if (wish->all)
        write_all(arena, request, wish->out ? wish->out : ".");
    else if (find_target(arena, request, wish, &target))
        write_one(arena, request, &target, wish->out);
}

static enum status print_codes(const struct common *common, const struct wish *wish)
{
    struct guide *guide = common_load(common, false);
    if (!guide)
        return STATUS_FAULTS;
    struct faults faults = {0};
    struct arena *arena = arena_new();
    struct request request = {guide, NULL, wish->format, &faults};
    write_codes(arena, &request, wish);
    arena_free(arena);
    guide_free(guide);
    return common_finish(&faults);
}

static enum status run(int argc, char **argv)
{
    struct common common = {0};
    struct wish wish = {.format = "svg"};
    const struct option table[] = {
        {"--office", "ID", OPTION_TEXT, &wish.office, H_("an office")},
        {"--page", "ID", OPTION_TEXT, &wish.page, H_("a page")},
        {"--all", NULL, OPTION_FLAG, &wish.all, H_("all offices and pages")},
        {"--lang", "TAG", OPTION_TEXT, &wish.lang, H_("to this language, not to the phone's own")},
        {"--format", CODE_FORMATS, OPTION_CHOICE, &wish.format, H_("svg unless said otherwise")},
        {"-o", "FILE|DIR", OPTION_TEXT, &wish.out,
         H_("o-ID.svg or p-ID.svg unless said otherwise; with --all an index.html")},
        COMMON_OPTIONS(common),
    };
    static const char usage[] =
        "qr (--office ID|--page ID|--all) [--lang TAG] [--format svg|png|pdf] [-o FILE|DIR]";
    enum option_result result =
        options_read(table, sizeof table / sizeof *table, usage, argc, argv, NULL);
    if (result != OPTIONS_OK)
        return common_ended(result);
    if ((wish.office != NULL) + (wish.page != NULL) + wish.all == 1)
        return print_codes(&common, &wish);
    fault_say("a code of what? Give `--office ID`, `--page ID` or `--all`");
    return STATUS_USAGE;
}

const struct command qr_command = {
    .name = "qr",
    .summary = H_("write QR codes of offices and pages"),
    .run = run,
};
