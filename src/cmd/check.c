// SPDX-License-Identifier: EUPL-1.2
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/install.h"
#include "base/json.h"
#include "base/utf8.h"
#include "cmd/command.h"
#include "editor/json.h"
#include "editor/readability.h"
#include "editor/report.h"
#include "editor/rounds.h"
#include "editor/tell.h"
#include "guide/character.h"
#include "guide/load.h"
#include "kiosk/fit.h"
#include "kiosk/font.h"
#include "text/script.h"

// ---- Which faults ----------------------------------------------------------------------------

static bool same_file(const char *a, const char *b)
{
    char real_a[PATH_MAX], real_b[PATH_MAX];
    if (realpath(a, real_a) && realpath(b, real_b))
        return strcmp(real_a, real_b) == 0;
    return strcmp(a, b) == 0;
}

static bool is_asked_for(const char *file, const struct option_texts *files)
{
    for (size_t i = 0; i < files->count; i++)
        if (file && same_file(file, files->items[i]))
            return true;
    return files->count == 0;
}

static void take_over(struct faults *faults, const struct fault *fault)
{
    static void (*const adds[])(struct faults *, struct place, const char *, ...) = {
        [SEVERITY_ERROR] = fault_add,
        [SEVERITY_WARNING] = warning_add,
        [SEVERITY_HINT] = hint_add,
    };
    adds[fault->severity](faults, fault->place, "%s", fault->message);
    faults->list.items[faults->list.count - 1].work = fault->work;
}

// `errors`: those of all files, too.
static struct faults selected(const struct faults *all, const struct option_texts *files,
                              bool errors)
{
    struct faults faults = {0};
    for (size_t i = 0; i < all->list.count; i++) {
        const struct fault *fault = &all->list.items[i];
        if ((errors && fault->severity == SEVERITY_ERROR) || is_asked_for(fault->place.file, files))
            take_over(&faults, fault);
    }
    return faults;
}

static bool files_exist(const struct option_texts *files)
{
    for (size_t i = 0; i < files->count; i++) {
        if (file_exists(files->items[i]))
            continue;
        fault_say("no file `%s`; write its path as seen from this folder", files->items[i]);
        return false;
    }
    return true;
}

// ---- Characters without a font ---------------------------------------------------------------

enum { UNICODE_END = 0x110000 };

static bool can_be_shown(struct fonts *fonts, uint32_t character)
{
    return character < 0x80 || is_invisible(character) || fonts_have(fonts, character);
}

static void warn_of(const struct characters *characters, uint32_t c, struct faults *faults)
{
    char shown[5] = "";
    utf8_put(shown, c);
    warning_add(faults, characters->place,
                "no font has `%s` (U+%04X); write it with other characters or add a font to "
                "fonts/map",
                shown, (unsigned)c);
}

// Whether it is the first of its kind; one bit for each code point.
static bool is_news(uint8_t *told, uint32_t c)
{
    uint8_t bit = (uint8_t)(1 << c % 8);
    bool news = !(told[c / 8] & bit);
    told[c / 8] |= bit;
    return news;
}

enum { TOLD_MOST = 20 };  // characters in one file

// Each character once, where it stands first.
static void check_characters(struct fonts *fonts, const char *path, struct faults *faults)
{
    struct arena *arena = arena_new();
    struct characters characters;
    uint8_t *told = arena_alloc(arena, UNICODE_END / 8);
    int count = 0;
    bool ok = characters_open(&characters, arena, path, faults);
    for (uint32_t c; ok && count < TOLD_MOST && (c = characters_next(&characters));) {
        if (c >= UNICODE_END || can_be_shown(fonts, c) || !is_news(told, c))
            continue;
        warn_of(&characters, c, faults);
        count++;
    }
    if (count == TOLD_MOST)
        warning_add(faults, characters.place,
                    "%d characters up to here that no font has; add a font to fonts/map before "
                    "looking at the rest",
                    TOLD_MOST);
    arena_free(arena);
}

// With a font missing, whole scripts would be told character by character: only the font is.
static void check_fonts(const struct guide *guide, const struct option_texts *files,
                        struct faults *faults)
{
    struct arena *arena = arena_new();
    struct fontmap map = {0};
    struct fonts *fonts = NULL;
    size_t warnings = faults->warnings;
    if (fontmap_load(&map, arena, installed_path(arena, "fonts/map"), faults) &&
        faults->warnings == warnings)
        fonts = fonts_open(&map, faults);
    for (size_t i = 0; fonts && i < guide->files.count; i++)
        if (is_asked_for(guide->files.items[i], files))
            check_characters(fonts, guide->files.items[i], faults);
    fonts_close(fonts);
    arena_free(arena);
}

// ---- What visitors would see -----------------------------------------------------------------

static void check_fit(const struct guide *guide, const struct option_texts *files,
                      struct faults *faults)
{
    struct arena *arena = arena_new();
    const char *fontmap = installed_path(arena, "fonts/map");
    if (files->count == 0 && isatty(STDERR_FILENO))
        fputs("laying out every page in every language …\n", stderr);
    for (size_t i = 0; files->count && i < guide->files.count; i++)
        if (is_asked_for(guide->files.items[i], files))
            fit_check(guide, fontmap, guide->files.items[i], faults);
    if (files->count == 0)
        fit_check(guide, fontmap, NULL, faults);
    arena_free(arena);
}

// ---- The summary -----------------------------------------------------------------------------

struct tally {
    size_t pages, offices, drafts, outdated;
};

static bool tally_words(struct tally *tally, const struct words *words)
{
    if (!words)
        return false;
    tally->drafts += words->draft;
    tally->outdated += words_outdated(words);
    return true;
}

static struct tally tally_language(const struct guide *guide, size_t language)
{
    struct tally tally = {0};
    tally_words(&tally, guide->words.in[language]);
    for (size_t i = 0; i < guide->pages.count; i++)
        tally.pages += tally_words(&tally, guide->pages.items[i].words.in[language]);
    for (size_t i = 0; i < guide->offices.count; i++)
        tally.offices += tally_words(&tally, guide->offices.items[i].words.in[language]);
    return tally;
}

// printf() counts bytes, a column counts letters.
static void print_right(const char *words, size_t width)
{
    size_t count = utf8_count(words);
    printf("%*s%s", (int)(width > count ? width - count : 0), "", words);
}

static void print_head(void)
{
    static const struct {
        const char *words;
        size_t width;
    } heads[] = {{E_("pages"), 8},
                 {E_("offices"), 9},
                 {E_("drafts"), 10},
                 {E_("outdated"), 10},
                 {E_("offered"), 11}};
    printf("%-18s", fault_tr("language"));
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        print_right(fault_tr(heads[i].words), heads[i].width);
    puts("");
}

static void print_languages(const struct guide *guide)
{
    print_head();
    for (size_t i = 0; i < guide->languages.count; i++) {
        const struct language *language = guide->languages.items[i];
        struct tally tally = tally_language(guide, i);
        printf("%-10s%-8s%3zu/%-4zu%4zu/%-4zu%9zu%10zu", language->tag, "", tally.pages,
               guide->pages.count, tally.offices, guide->offices.count, tally.drafts,
               tally.outdated);
        print_right(guide->offered[i] ? fault_tr("yes") : fault_tr("no"), 11);
        puts("");
    }
}

static void print_counts(const struct faults *faults)
{
    const struct {
        const char *one, *many;
        size_t count;
    } rows[] = {{E_("%zu error"), E_("%zu errors"), faults->errors},
                {E_("%zu warning"), E_("%zu warnings"), faults->warnings},
                {E_("%zu hint"), E_("%zu hints"), faults->hints}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        printf("%s", i ? ", " : "");
        printf(fault_tr(rows[i].count == 1 ? rows[i].one : rows[i].many), rows[i].count);
    }
    puts("");
}

// ---- For other programs ----------------------------------------------------------------------

static void add_language(struct buf *json, const struct guide *guide, size_t index)
{
    struct tally tally = tally_language(guide, index);
    buf_text(json, index ? ",\n{\"language\":" : "\n{\"language\":");
    json_text(json, guide->languages.items[index]->tag);
    buf_print(json,
              ",\"pages\":%zu,\"pages_of\":%zu,\"offices\":%zu,\"offices_of\":%zu,"
              "\"drafts\":%zu,\"outdated\":%zu,\"offered\":%s}",
              tally.pages, guide->pages.count, tally.offices, guide->offices.count, tally.drafts,
              tally.outdated, guide->offered[index] ? "true" : "false");
}

static void print_json(const struct guide *guide, struct faults *faults)
{
    struct buf json = {0};
    buf_text(&json, "{");
    json_faults(&json, faults);
    buf_text(&json, ",\n\"languages\":[");
    for (size_t i = 0; guide && i < guide->languages.count; i++)
        add_language(&json, guide, i);
    buf_text(&json, "]}\n");
    fwrite(json.text, 1, json.length, stdout);
    buf_free(&json);
}

// ---- Readability -----------------------------------------------------------------------------

static void print_readability_of(const struct words *words, const struct option_texts *files)
{
    if (!words || !readability_applies(words->language) || !is_asked_for(words->place.file, files))
        return;
    struct readability of = readability_of(words);
    if (of.words)
        printf(
            fault_tr(
                "%s: readability %.1f (Wiener Sachtextformel, 4 easy … 15 hard), %zu words in %zu "
                "sentences, %d in the longest\n"),
            words->place.file, of.index, of.words, of.sentences, of.longest);
}

// Of the files that were asked for: a list of all would be too long to be read.
static void print_readability(const struct guide *guide, const struct option_texts *files)
{
    for (size_t language = 0; files->count && language < guide->languages.count; language++) {
        for (size_t i = 0; i < guide->pages.count; i++)
            print_readability_of(guide->pages.items[i].words.in[language], files);
        for (size_t i = 0; i < guide->offices.count; i++)
            print_readability_of(guide->offices.items[i].words.in[language], files);
    }
}

// ---- The command -----------------------------------------------------------------------------

struct wish {
    bool strict, no_layout, watch, json;
    bool again;        // a further round of --watch: what was not asked for has been said
    const char *html;  // file of a report
    struct option_texts files;
};

static void tell(const struct wish *wish, struct faults *faults)
{
    if (!wish->json)
        faults_tell(faults, stderr);
}

// Last, for laying out all screens takes seconds: what was found before has been told.
static void add_fit(const struct guide *guide, const struct wish *wish, struct faults *faults)
{
    struct faults seen = {0};
    check_fit(guide, &wish->files, &seen);
    tell(wish, &seen);
    for (size_t i = 0; i < seen.list.count; i++)
        take_over(faults, &seen.list.items[i]);
    faults_free(&seen);
}

static void print_summary(const struct guide *guide, const struct wish *wish,
                          const struct faults *faults)
{
    if (guide && wish->files.count == 0)
        print_languages(guide);
    if (guide)
        print_readability(guide, &wish->files);
    print_counts(faults);
    fflush(stdout);
}

static enum status check(const struct common *common, const struct wish *wish, struct date today)
{
    struct faults all = {0};
    struct guide *guide = guide_load(common_content(common), today, &all);
    if (guide)
        readability_check(guide, &all);
    struct faults faults = selected(&all, &wish->files, wish->again);
    if (guide)
        check_fonts(guide, &wish->files, &faults);
    tell(wish, &faults);
    if (guide && !wish->no_layout)
        add_fit(guide, wish, &faults);
    if (wish->html)
        report_write(guide, wish->html, today, &faults);
    if (wish->json)
        print_json(guide, &faults);
    else
        print_summary(guide, wish, &faults);
    bool failed = faults.errors > 0 || (wish->strict && faults.warnings > 0);
    guide_free(guide);
    faults_free(&faults);
    faults_free(&all);
    return failed ? STATUS_FAULTS : STATUS_DONE;
}

static void print_time(void)
{
    char text[16];
    time_t now = time(NULL);
    strftime(text, sizeof text, "%H:%M:%S", localtime(&now));
    printf("--- %s\n", text);
    fflush(stdout);
}

// Once, then at each save what has changed and the errors of all files, until Ctrl-C.
static enum status watch(const struct common *common, struct wish *wish, struct moment now)
{
    struct faults faults = {0};
    struct rounds *rounds = rounds_open(common_content(common), &faults);
    if (!rounds)
        return common_finish(&faults);
    struct option_texts changed = {0};
    bool all = wish->files.count == 0, no_layout = wish->no_layout;
    wish->no_layout |= all;  // that would take seconds
    check(common, wish, now.date);
    wish->again = true;
    wish->no_layout = no_layout;
    while (rounds_next(rounds, &changed)) {
        print_time();
        if (all)
            wish->files = changed;
        common_now(common, NULL, &now);
        check(common, wish, now.date);
    }
    rounds_close(rounds);
    return STATUS_DONE;
}

// Of options that cannot go together; NULL: they can.
static const char *contradiction(const struct wish *wish)
{
    if (wish->html && wish->files.count > 0)
        return E_("a report is of the whole content; leave out the files");
    if (wish->watch && (wish->html || wish->json))
        return E_("`--watch` tells what it finds; leave out `--html` and `--json`");
    return NULL;
}

static enum status run(int argc, char **argv)
{
    struct common common = {0};
    struct wish wish = {0};
    struct moment now;
    const struct option options[] = {
        COMMON_OPTIONS(common),
        {"--strict", NULL, OPTION_FLAG, &wish.strict, "warnings fail, too"},
        {"--watch", NULL, OPTION_FLAG, &wish.watch, "check again at each save, until Ctrl-C"},
        {"--json", NULL, OPTION_FLAG, &wish.json, "all of it on stdout, for other programs"},
        {"--html", "FILE", OPTION_TEXT, &wish.html, "write a report for editors, one HTML page"},
        {"--no-layout", NULL, OPTION_FLAG, &wish.no_layout,
         "do not lay out the screens: quick, also of all files"},
    };
    static const char usage[] = "check [--strict] [--watch | --json] [--html FILE | FILE…]";
    enum option_result result =
        options_read(options, sizeof options / sizeof *options, usage, argc, argv, &wish.files);
    if (result != OPTIONS_OK)
        return common_ended(result);
    const char *wrong = contradiction(&wish);
    if (wrong)
        fault_say("%s", fault_tr(wrong));
    if (wrong || !common_now(&common, NULL, &now) || !files_exist(&wish.files))
        return STATUS_USAGE;
    return wish.watch ? watch(&common, &wish, now) : check(&common, &wish, now.date);
}

const struct command check_command = {
    .name = "check",
    .summary = "say what is wrong, missing or outdated in the content, and where",
    .run = run,
};
