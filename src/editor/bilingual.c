// SPDX-License-Identifier: EUPL-1.2
#include "editor/bilingual.h"

#include <string.h>

#include "guide/path.h"

struct reading {
    struct arena *arena;
    const struct guide *guide;
    int language;
    struct faults *faults;
    struct bilinguals list;
};

// ---- Pairs -----------------------------------------------------------------------------------

struct flat {
    const struct block **items;
    size_t count, room;
};

// The blocks with words, in the order of the file, as its passages are.
static void flatten(struct arena *arena, struct flat *flat, const struct block *blocks,
                    size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (blocks[i].text.count)
            *list_add(arena, flat) = &blocks[i];
        flatten(arena, flat, blocks[i].children.items, blocks[i].children.count);
    }
}

static struct flat flat_words(struct arena *arena, const struct words *words)
{
    struct flat flat = {0};
    if (words)
        flatten(arena, &flat, words->blocks.items, words->blocks.count);
    return flat;
}

static bool is_as_loaded(struct reading *reading, const struct source *source, size_t blocks)
{
    if (source->passages.count == blocks)
        return true;
    fault_add(reading->faults, (struct place){.file = source->path},
              "is being changed by somebody else; try again");
    return false;
}

static void add_pairs(struct reading *reading, struct bilingual *document,
                      const struct words *translated)
{
    struct flat german = flat_words(reading->arena, document->words);
    struct flat other = flat_words(reading->arena, translated);
    if (!is_as_loaded(reading, document->german, german.count) ||
        (translated && !is_as_loaded(reading, document->translation, other.count)))
        return;
    for (size_t i = 0; i < german.count; i++) {
        struct pair pair = {.german = &document->german->passages.items[i],
                            .digest = german.items[i]->digest};
        if (translated) {
            pair.translation = &document->translation->passages.items[i];
            pair.outdated = other.items[i]->outdated;
        }
        *list_add(reading->arena, &document->pairs) = pair;
    }
}

// ---- Documents -------------------------------------------------------------------------------

static const char *path_in(struct reading *reading, int language, const char *name)
{
    const char *tag = reading->guide->languages.items[language]->tag;
    return content_path(reading->arena, reading->guide->folder,
                        arena_print(reading->arena, "%s/%s", tag, name));
}

static void read_document(struct reading *reading, const struct document *words,
                          enum file_kind kind, const char *name, const char *title)
{
    struct bilingual document = {.name = name, .title = title, .kind = kind, .words = words->in[0]};
    const struct words *translated = words->in[reading->language];
    document.path = path_in(reading, reading->language, name);
    document.german = source_read(reading->arena, path_in(reading, 0, name), kind, reading->faults);
    if (translated)
        document.translation = source_read(reading->arena, document.path, kind, reading->faults);
    if (!document.german || (translated && !document.translation))
        return;
    add_pairs(reading, &document, translated);
    *list_add(reading->arena, &reading->list) = document;
}

static const char *title_of(struct reading *reading, const char *what,
                            const struct document *document, enum block_kind kind)
{
    return arena_print(reading->arena, "%s „%s“", what,
                       words_text(reading->arena, document->in[0], kind, NULL));
}

static void read_office(struct reading *reading, const struct office *office)
{
    read_document(reading, &office->words, FILE_OFFICE_WORDS,
                  arena_print(reading->arena, "offices/%s.xml", office->id),
                  title_of(reading, "Stelle", &office->words, BLOCK_NAME));
}

static void read_page(struct reading *reading, const struct page *page)
{
    read_document(reading, &page->words, FILE_PAGE,
                  arena_print(reading->arena, "pages/%s.xml", page->id),
                  title_of(reading, "Seite", &page->words, BLOCK_TITLE));
}

// A glossary has no German file: the German words stand in its entries.
static void read_glossary(struct reading *reading)
{
    struct bilingual document = {
        .name = "glossary.xml", .title = "Wörterliste", .kind = FILE_GLOSSARY};
    document.path = path_in(reading, reading->language, document.name);
    if (!path_exists(document.path))
        return;
    document.translation =
        source_read(reading->arena, document.path, FILE_GLOSSARY, reading->faults);
    if (!document.translation)
        return;
    for (size_t i = 0; i < document.translation->passages.count; i++) {
        const struct passage *entry = &document.translation->passages.items[i];
        struct passage *german = arena_alloc(reading->arena, sizeof *german);
        *german = *entry;
        german->words = entry->path;
        *list_add(reading->arena, &document.pairs) = (struct pair){german, entry, false, 0};
    }
    *list_add(reading->arena, &reading->list) = document;
}

struct bilinguals bilinguals_read(struct arena *arena, const struct guide *guide, int language,
                                  struct faults *faults)
{
    struct reading reading = {arena, guide, language, faults, {0}};
    read_document(&reading, &guide->words, FILE_GUIDE_WORDS, "guide.xml", "Startseite");
    read_glossary(&reading);
    for (size_t i = 0; i < guide->offices.count; i++)
        read_office(&reading, &guide->offices.items[i]);
    for (size_t i = 0; i < guide->pages.count; i++)
        read_page(&reading, &guide->pages.items[i]);
    return reading.list;
}
