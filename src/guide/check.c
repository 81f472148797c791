// SPDX-License-Identifier: EUPL-1.2
#include "guide/check.h"

#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "guide/holiday.h"
#include "guide/path.h"
#include "guide/suggest.h"

enum { SOFT_HYPHEN = 0xAD };

// ---- Translations ----------------------------------------------------------------------------

static const char *language_folder(const struct guide *guide, size_t language)
{
    return content_path(guide->arena, guide->folder, guide->languages.items[language]->tag);
}

static void check_translation(const struct guide *guide, const struct document *document,
                              size_t language, const char *name, struct faults *faults)
{
    const struct words *words = document->in[language];
    const char *path = content_path(guide->arena, language_folder(guide, language), name);
    if (words && words->draft)
        warning_add(faults, words->place,
                    "draft: nobody has confirmed this translation; read it, "
                    "then remove review=\"draft\"");
    if (!words && document->in[0] && !path_exists(path))
        warning_add(faults, (struct place){.file = path},
                    "is missing; readers of `%s` get the German text",
                    guide->languages.items[language]->tag);
}

// Of a language that promises the core alone, other pages are a gift.
static bool is_promised(const struct guide *guide, size_t language, const struct page *page)
{
    bool promised = !guide->core_only || !guide->core_only[language];
    for (size_t i = 0; i < guide->core.count; i++)
        promised = promised || guide->core.items[i] == page;
    return promised;
}

static void check_language(const struct guide *guide, size_t language, struct faults *faults)
{
    if (!folder_exists(language_folder(guide, language))) {
        warning_add(faults, (struct place){.file = language_folder(guide, language)},
                    "is missing; the language is not offered until its core is translated");
        return;
    }
    check_translation(guide, &guide->words, language, "guide.xml", faults);
    for (size_t i = 0; i < guide->offices.count; i++) {
        const struct office *office = &guide->offices.items[i];
        check_translation(guide, &office->words, language,
                          arena_print(guide->arena, "offices/%s.xml", office->id), faults);
    }
    for (size_t i = 0; i < guide->pages.count; i++) {
        const struct page *page = &guide->pages.items[i];
        if (page->words.in[language] || is_promised(guide, language, page))
            check_translation(guide, &page->words, language,
                              arena_print(guide->arena, "pages/%s.xml", page->id), faults);
    }
}

// ---- Length ----------------------------------------------------------------------------------

enum subject { SUBJECT_GUIDE, SUBJECT_OFFICE, SUBJECT_PAGE };

// Letters that have room in the list rows, tiles and cards of the kiosk.
static const struct {
    enum subject subject;
    enum block_kind kind;
    size_t letters;
} limits[] = {
    {SUBJECT_GUIDE, BLOCK_GREETING, 20}, {SUBJECT_GUIDE, BLOCK_TOPIC, 28},
    {SUBJECT_GUIDE, BLOCK_TITLE, 30},    {SUBJECT_GUIDE, BLOCK_WELCOME, 40},
    {SUBJECT_GUIDE, BLOCK_QUESTION, 48}, {SUBJECT_OFFICE, BLOCK_NAME, 48},
    {SUBJECT_OFFICE, BLOCK_PURPOSE, 34}, {SUBJECT_PAGE, BLOCK_TITLE, 48},
    {SUBJECT_PAGE, BLOCK_PURPOSE, 40},   {SUBJECT_PAGE, BLOCK_FACT, 28},
};

static size_t count_letters(const char *text)
{
    size_t count = 0;
    for (uint32_t c; (c = utf8_next(&text));)
        count += c != SOFT_HYPHEN;
    return count;
}

static size_t limit_of(enum subject subject, enum block_kind kind)
{
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        if (limits[i].subject == subject && limits[i].kind == kind)
            return limits[i].letters;
    return 0;
}

static void check_words(const struct guide *guide, const struct words *words, enum subject subject,
                        struct faults *faults)
{
    for (size_t i = 0; words && i < words->blocks.count; i++) {
        const struct block *block = &words->blocks.items[i];
        size_t limit = limit_of(subject, block->kind);
        size_t letters = limit ? count_letters(pieces_text(guide->arena, &block->text)) : 0;
        if (letters > limit)
            warning_add(faults, block->place, "%zu letters where %zu have room; shorten it",
                        letters, limit);
    }
}

static void check_lengths(const struct guide *guide, size_t language, struct faults *faults)
{
    check_words(guide, guide->words.in[language], SUBJECT_GUIDE, faults);
    for (size_t i = 0; i < guide->offices.count; i++)
        check_words(guide, guide->offices.items[i].words.in[language], SUBJECT_OFFICE, faults);
    for (size_t i = 0; i < guide->pages.count; i++)
        check_words(guide, guide->pages.items[i].words.in[language], SUBJECT_PAGE, faults);
}

// ---- Facts that stand twice ------------------------------------------------------------------

static void check_phones(const struct office *a, const struct office *b, struct faults *faults)
{
    for (size_t i = 0; i < a->phones.count; i++)
        for (size_t j = 0; j < b->phones.count; j++)
            if (strcmp(a->phones.items[i].plain, b->phones.items[j].plain) == 0)
                warning_add(faults, b->phones.items[j].place,
                            "`%s` has the same phone number; "
                            "make sure that both are right",
                            a->id);
}

static bool same_text(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

static bool same_address(const struct address *a, const struct address *b)
{
    return same_text(a->street, b->street) && same_text(a->postcode, b->postcode);
}

// Offices in one building have one address, and the other way round.
static void check_sites(const struct office *a, const struct office *b, struct faults *faults)
{
    for (size_t i = 0; i < a->sites.count; i++) {
        for (size_t j = 0; j < b->sites.count; j++) {
            const struct site *x = &a->sites.items[i], *y = &b->sites.items[j];
            bool building = same_text(x->building, y->building);
            if (!x->address || !y->address || same_address(x->address, y->address) == building)
                continue;
            if (building)
                warning_add(faults, b->place,
                            "the building `%s` has another address in `%s`; "
                            "correct one of them",
                            x->building, a->id);
            else
                warning_add(faults, b->place,
                            "`%s` has the same address; give both sites the "
                            "same `building`",
                            a->id);
        }
    }
}

static void check_twice(const struct guide *guide, struct faults *faults)
{
    for (size_t i = 0; i < guide->offices.count; i++) {
        for (size_t j = i + 1; j < guide->offices.count; j++) {
            check_phones(&guide->offices.items[i], &guide->offices.items[j], faults);
            check_sites(&guide->offices.items[i], &guide->offices.items[j], faults);
        }
    }
}

// ---- The town --------------------------------------------------------------------------------

static void check_kiosk(const struct guide *guide, struct faults *faults)
{
    struct suggestion near = {.word = guide->kiosk_building};
    for (size_t i = 0; i < guide->offices.count; i++) {
        const struct office *office = &guide->offices.items[i];
        for (size_t j = 0; j < office->sites.count; j++) {
            const char *building = office->sites.items[j].building;
            if (same_text(building, guide->kiosk_building))
                return;
            if (building)
                suggestion_offer(&near, building);
        }
    }
    warning_add(faults, guide->kiosk_place,
                "no office has a site in the building `%s` of the kiosk; %s", guide->kiosk_building,
                suggestion_hint(guide->arena, &near, "give its sites this `building`"));
}

void guide_check(const struct guide *guide, struct faults *faults)
{
    if (guide->kiosk_building)
        check_kiosk(guide, faults);
    if (guide->state && !holiday_state_is_known(guide->state))
        warning_add(faults, guide->town_place,
                    "the public holidays of `%s` are not known to the program; "
                    "enter them as closures",
                    guide->state);
    check_twice(guide, faults);
    for (size_t i = 0; i < guide->languages.count; i++) {
        check_lengths(guide, i, faults);
        if (i > 0)
            check_language(guide, i, faults);
    }
}
