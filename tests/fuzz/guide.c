// SPDX-License-Identifier: EUPL-1.2
// Any bytes as one file of an otherwise good content folder: the whole loader, and what the rest
// of the program asks of a guide. The first byte, a letter, says which file.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "guide/character.h"
#include "guide/digest.h"
#include "guide/hours.h"
#include "guide/load.h"
#include "require.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const char *const files[] = {
    "guide.xml",
    "facts.xml",
    "offices/buergerbuero.xml",
    "de/guide.xml",
    "de/offices/buergerbuero.xml",
    "de/pages/emergency.xml",
    "de/pages/registration.xml",
    "uk/guide.xml",
    "uk/offices/buergerbuero.xml",
    "uk/pages/emergency.xml",
    "uk/pages/registration.xml",
};
enum { FILES = sizeof files / sizeof files[0] };

static const struct date today = {2026, 11, 20};
static char folder[] = "/tmp/wegweiser-fuzz-XXXXXX";

static void put(const char *name, const void *bytes, size_t size)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    require(file && fwrite(bytes, 1, size, file) == size && fclose(file) == 0,
            "the file is written");
}

static void remove_folder(void)
{
    folder_remove(folder);
}

static void put_good(struct arena *arena, const char *name)
{
    struct faults faults = {0};
    size_t size;
    const char *bytes = file_read(arena, arena_print(arena, "tests/content/good/%s", name), 1 << 20,
                                  &size, &faults);
    require(bytes, "it runs in the folder above tests");
    put(name, bytes, size);
}

static void make_folder(void)
{
    static const char *const folders[] = {"offices", "de/offices", "de/pages", "uk/offices",
                                          "uk/pages"};
    struct arena *arena = arena_new();
    struct faults faults = {0};
    require(mkdtemp(folder), "there is a folder to write in");
    atexit(remove_folder);
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++)
        folder_make(arena_print(arena, "%s/%s", folder, folders[i]), &faults);
    for (size_t i = 0; i < FILES; i++)
        put_good(arena, files[i]);
    require(faults.errors == 0, "the folder is made");
    arena_free(arena);
}

// ---- What the rest of the program asks -------------------------------------------------------

static void ask_hours(const struct guide *guide, const struct hours *hours)
{
    struct slot slots[16];
    for (int day = MONDAY; day <= SUNDAY; day++)
        require(hours_on_weekday(hours, (enum weekday)day, slots, 16) <= 16, "slots have room");
    for (int days = 0; days < 40; days++) {
        struct moment when = {date_plus((struct date){2026, 12, 1}, days), days * 36};
        struct opening opening = hours_at(hours, guide->state, when);
        require(!opening.until.date.year || moment_compare(opening.until, when) > 0,
                "hours change in the future");
        require(hours_on_date(hours, guide->state, when.date, slots, 16) <= 16, "slots have room");
    }
}

static void ask_words(const struct guide *guide, struct arena *arena,
                      const struct document *document)
{
    for (size_t i = 0; i < guide->languages.count; i++) {
        const struct words *words = words_in(document, (int)i);
        require(words, "there are always words");
        for (int kind = 0; kind < BLOCK_KINDS; kind++)
            words_text(arena, words, (enum block_kind)kind, NULL);
    }
}

static void ask_characters(const struct guide *guide, struct arena *arena, struct faults *faults)
{
    for (size_t i = 0; i < guide->files.count; i++) {
        struct characters c;
        require(characters_open(&c, arena, guide->files.items[i], faults), "it was read before");
        while (characters_next(&c))
            require(c.place.line > 0 && c.place.column > 0, "a character has a place");
        require(!*c.at && !c.tag && !c.cdata, "a file ends behind its last tag");
    }
}

static void ask(const struct guide *guide, struct faults *faults)
{
    struct arena *arena = arena_new();
    ask_characters(guide, arena, faults);
    ask_words(guide, arena, &guide->words);
    for (size_t i = 0; i < guide->pages.count; i++) {
        require(guide->pages.items[i].topic, "a page has a topic");
        origin_is_due(guide, &guide->pages.items[i].origin, today);
        ask_words(guide, arena, &guide->pages.items[i].words);
    }
    for (size_t i = 0; i < guide->offices.count; i++) {
        const struct office *office = &guide->offices.items[i];
        require(office->sites.count > 0, "an office has a site");
        for (size_t n = 0; n < office->sites.count; n++)
            ask_hours(guide, office->sites.items[n].hours);
        ask_words(guide, arena, &office->words);
    }
    arena_free(arena);
}

static bool is_outdated(const struct words *words)
{
    for (size_t i = 0; words && i < words->blocks.count; i++)
        if (words->blocks.items[i].outdated)
            return true;
    return false;
}

static const struct faults none = {0};

// A stamped translation is as good as before, and up to date.
static void stamp(const struct guide *guide, const char *name)
{
    char path[128];
    struct faults faults = {0};
    snprintf(path, sizeof path, "%s/%s", folder, name);
    if (translation_stamp(guide, path, &none, &faults)) {
        struct guide *again = guide_load(folder, today, &faults);
        require(again, "a stamped folder loads");
        for (size_t i = 0; i < again->pages.count; i++)
            require(strcmp(name, "uk/pages/emergency.xml") != 0 ||
                        strcmp(again->pages.items[i].id, "emergency") != 0 ||
                        !is_outdated(
                            words_in(&again->pages.items[i].words, guide_language(again, "uk"))),
                    "a stamped translation is up to date");
        guide_free(again);
    }
    faults_free(&faults);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static bool made;
    if (!made)
        make_folder();
    made = true;
    if (size == 0 || bytes[0] < 'a' || bytes[0] >= 'a' + FILES)
        return 0;
    const char *name = files[bytes[0] - 'a'];
    put(name, bytes + 1, size - 1);
    struct faults faults = {0};
    struct guide *guide = guide_load(folder, today, &faults);
    require(!guide == (faults.errors > 0), "a folder is refused with a reason");
    if (guide) {
        ask(guide, &faults);
        if (strncmp(name, "uk/", 3) == 0)
            stamp(guide, name);
    }
    guide_free(guide);
    faults_free(&faults);
    struct arena *arena = arena_new();
    put_good(arena, name);
    arena_free(arena);
    return 0;
}
