// SPDX-License-Identifier: EUPL-1.2
#include "cmd/summary.h"

#include <stdio.h>

#include "base/json.h"
#include "base/utf8.h"
#include "cmd/asked.h"
#include "editor/json.h"
#include "editor/readability.h"

// ---- Languages -------------------------------------------------------------------------------

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

// ---- All of it -------------------------------------------------------------------------------

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

void summary_print(const struct guide *guide, const struct option_texts *files,
                   const struct faults *faults)
{
    if (guide && files->count == 0)
        print_languages(guide);
    if (guide)
        print_readability(guide, files);
    print_counts(faults);
    fflush(stdout);
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

void summary_print_json(const struct guide *guide, struct faults *faults)
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
