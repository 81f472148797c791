// SPDX-License-Identifier: EUPL-1.2
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "base/install.h"
#include "cmd/asked.h"
#include "cmd/command.h"
#include "cmd/summary.h"
#include "editor/glyphs.h"
#include "editor/readability.h"
#include "editor/report.h"
#include "editor/rounds.h"
#include "editor/tell.h"
#include "guide/load.h"
#include "kiosk/fit.h"
#include "kiosk/font.h"

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
            glyphs_check(fonts, guide->files.items[i], faults);
    fonts_close(fonts);
    arena_free(arena);
}

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
        fault_repeat(faults, &seen.list.items[i]);
    faults_free(&seen);
}

static enum status check(const struct common *common, const struct wish *wish, struct date today)
{
    struct faults all = {0};
    struct guide *guide = guide_load(common_content(common), today, &all);
    if (guide)
        readability_check(guide, &all);
    struct faults faults = faults_asked_for(&all, &wish->files, wish->again);
    if (guide)
        check_fonts(guide, &wish->files, &faults);
    tell(wish, &faults);
    if (guide && !wish->no_layout)
        add_fit(guide, wish, &faults);
    if (wish->html)
        report_write(guide, wish->html, today, &faults);
    if (wish->json)
        summary_print_json(guide, &faults);
    else
        summary_print(guide, &wish->files, &faults);
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
        {"--strict", NULL, OPTION_FLAG, &wish.strict, H_("warnings fail, too")},
        {"--watch", NULL, OPTION_FLAG, &wish.watch, H_("check again at each save, until Ctrl-C")},
        {"--json", NULL, OPTION_FLAG, &wish.json, H_("all of it on stdout, for other programs")},
        {"--html", "FILE", OPTION_TEXT, &wish.html,
         H_("write a report for editors, one HTML page")},
        {"--no-layout", NULL, OPTION_FLAG, &wish.no_layout,
         H_("do not lay out the screens: quick, also of all files")},
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
    .summary = H_("say what is wrong, missing or outdated in the content, and where"),
    .run = run,
};
