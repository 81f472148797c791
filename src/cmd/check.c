// SPDX-License-Identifier: EUPL-1.2
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/install.h"
#include "base/utf8.h"
#include "cmd/command.h"
#include "guide/character.h"
#include "guide/load.h"
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

static struct faults selected(const struct faults *all, const struct option_texts *files)
{
    struct faults faults = {0};
    for (size_t i = 0; i < all->list.count; i++) {
        const struct fault *fault = &all->list.items[i];
        if (!is_asked_for(fault->place.file, files))
            continue;
        static void (*const adds[])(struct faults *, struct place, const char *, ...) = {
            [SEVERITY_ERROR] = fault_add,
            [SEVERITY_WARNING] = warning_add,
            [SEVERITY_HINT] = hint_add,
        };
        adds[fault->severity](&faults, fault->place, "%s", fault->message);
    }
    return faults;
}

static bool files_exist(const struct option_texts *files)
{
    for (size_t i = 0; i < files->count; i++) {
        if (file_exists(files->items[i]))
            continue;
        fprintf(stderr, "wegweiser: error: no file `%s`\n", files->items[i]);
        return false;
    }
    return true;
}

// ---- Characters without a font ---------------------------------------------------------------

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

struct told {
    LIST(uint32_t) list;
};

static bool was_told(const struct told *told, uint32_t character)
{
    for (size_t i = 0; i < told->list.count; i++)
        if (told->list.items[i] == character)
            return true;
    return false;
}

enum { TOLD_MOST = 20 };  // characters in one file

// Each character once, where it stands first.
static void check_characters(struct fonts *fonts, const char *path, struct faults *faults)
{
    struct arena *arena = arena_new();
    struct characters characters;
    struct told told = {0};
    bool ok = characters_open(&characters, arena, path, faults);
    for (uint32_t c; ok && told.list.count < TOLD_MOST && (c = characters_next(&characters));) {
        if (can_be_shown(fonts, c) || was_told(&told, c))
            continue;
        warn_of(&characters, c, faults);
        *list_add(arena, &told.list) = c;
    }
    if (told.list.count == TOLD_MOST)
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

// ---- The summary -----------------------------------------------------------------------------

struct tally {
    size_t pages, offices, drafts, outdated;
};

static size_t count_outdated(const struct block *blocks, size_t count)
{
    size_t outdated = 0;
    for (size_t i = 0; i < count; i++)
        outdated +=
            blocks[i].outdated + count_outdated(blocks[i].children.items, blocks[i].children.count);
    return outdated;
}

static bool tally_words(struct tally *tally, const struct words *words)
{
    if (!words)
        return false;
    tally->drafts += words->draft;
    tally->outdated += count_outdated(words->blocks.items, words->blocks.count);
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

static void print_languages(const struct guide *guide)
{
    printf("%-18s%8s%9s%8s%10s%9s\n", "language", "pages", "offices", "drafts", "outdated",
           "offered");
    for (size_t i = 0; i < guide->languages.count; i++) {
        const struct language *language = guide->languages.items[i];
        struct tally tally = tally_language(guide, i);
        printf("%-10s%-8s%3zu/%-4zu%4zu/%-4zu%7zu%10zu%9s\n", language->tag, "", tally.pages,
               guide->pages.count, tally.offices, guide->offices.count, tally.drafts,
               tally.outdated, guide->offered[i] ? "yes" : "no");
    }
}

static void print_counts(const struct faults *faults)
{
    printf("%zu error%s, %zu warning%s, %zu hint%s\n", faults->errors,
           faults->errors == 1 ? "" : "s", faults->warnings, faults->warnings == 1 ? "" : "s",
           faults->hints, faults->hints == 1 ? "" : "s");
}

// ---- The command -----------------------------------------------------------------------------

static enum status check(const struct common *common, bool strict, struct date today,
                         const struct option_texts *files)
{
    struct faults all = {0};
    struct guide *guide = guide_load(common_content(common), today, &all);
    struct faults faults = selected(&all, files);
    if (guide)
        check_fonts(guide, files, &faults);
    if (guide)
        print_languages(guide);
    print_counts(&faults);
    fflush(stdout);
    bool warned = faults.warnings > 0;
    enum status status = common_finish(&faults);
    guide_free(guide);
    faults_free(&all);
    return strict && warned ? STATUS_FAULTS : status;
}

static enum status run(int argc, char **argv)
{
    struct common common = {0};
    struct option_texts files = {0};
    struct moment now;
    bool strict = false;
    const struct option options[] = {
        COMMON_OPTIONS(common),
        {"--strict", NULL, OPTION_FLAG, &strict, "warnings fail, too"},
    };
    enum option_result result = options_read(options, sizeof options / sizeof *options,
                                             "check [--strict] [FILE…]", argc, argv, &files);
    if (result != OPTIONS_OK)
        return result == OPTIONS_HELP ? STATUS_DONE : STATUS_USAGE;
    if (!common_now(&common, NULL, &now) || !files_exist(&files))
        return STATUS_USAGE;
    return check(&common, strict, now.date, &files);
}

const struct command check_command = {
    .name = "check",
    .summary = "say what is wrong, missing or outdated in the content, and where",
    .run = run,
};
