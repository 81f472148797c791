// SPDX-License-Identifier: EUPL-1.2
#include "guide/check.h"

#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "guide/holiday.h"
#include "guide/path.h"
#include "guide/suggest.h"
#include "guide/twice.h"

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
        work_add(faults, WORK_TRANSLATION, words->place,
                 "draft: nobody has confirmed this translation; read it, "
                 "then remove review=\"draft\"");
    if (!words && document->in[0] && !path_exists(path))
        work_add(faults, WORK_TRANSLATION, (struct place){.file = path},
                 "is missing, so readers of `%s` get the German text; translate it",
                 guide->languages.items[language]->tag);
}

static void check_language(const struct guide *guide, size_t language, struct faults *faults)
{
    if (!folder_exists(language_folder(guide, language))) {
        work_add(faults, WORK_TRANSLATION, (struct place){.file = language_folder(guide, language)},
                 "no folder for this language, so it is not offered; translate its core");
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
        if (page->words.in[language] || page_is_promised(guide, page, language))
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

// ---- The town --------------------------------------------------------------------------------

static void check_kiosk(const struct guide *guide, struct faults *faults)
{
    struct suggestion near = {.word = guide->kiosk_building};
    for (size_t i = 0; i < guide->offices.count; i++) {
        const struct office *office = &guide->offices.items[i];
        for (size_t j = 0; j < office->sites.count; j++) {
            const char *building = office->sites.items[j].building;
            if (building && strcmp(building, guide->kiosk_building) == 0)
                return;
            if (building)
                suggestion_offer(&near, building);
        }
    }
    warning_add(faults, guide->kiosk_place,
                "no office has a site in the building `%s` of the kiosk; %s", guide->kiosk_building,
                suggestion_hint(guide->arena, &near, fault_tr("give its sites this `building`")));
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
    twice_check(guide, faults);
    for (size_t i = 0; i < guide->languages.count; i++) {
        check_lengths(guide, i, faults);
        if (i > 0)
            check_language(guide, i, faults);
    }
}
