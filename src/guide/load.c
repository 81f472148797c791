// SPDX-License-Identifier: EUPL-1.2
#include "guide/load.h"

#include <string.h>

#include "base/file.h"
#include "guide/check.h"
#include "guide/facts.h"
#include "guide/glossary.h"
#include "guide/office.h"
#include "guide/path.h"
#include "guide/stray.h"
#include "guide/suggest.h"
#include "guide/translation.h"
#include "guide/vocabulary.h"
#include "guide/words.h"

struct loading {
    struct guide *guide;
    struct arena *arena;  // the guide's
    const char *folder;
    struct date today;
    struct faults *faults;
    const struct node *town;  // the root of guide.xml; NULL: it was refused
    struct references references;
    const struct glossary **glossaries;  // by the index of the guide's languages; NULL: has none
};

// ---- Files -----------------------------------------------------------------------------------

static const char *path_in(const struct loading *loading, const char *name)
{
    return content_path(loading->arena, loading->folder, name);
}

static const struct node *read_file(struct loading *loading, const char *path, enum file_kind kind,
                                    enum edition edition, bool *clean)
{
    const struct node *root = xml_read(loading->arena, path, loading->faults);
    *list_add(loading->arena, &loading->guide->files) = path;
    *clean = root && vocabulary_check(loading->arena, root, kind, edition, loading->today,
                                      &loading->guide->claims, loading->faults);
    // Below a wrong root element nothing has its usual meaning.
    return root && strcmp(root->name, rules[kind]->name) == 0 ? root : NULL;
}

static const struct node *read_facts(struct loading *loading, const char *name, enum file_kind kind)
{
    bool clean;
    const char *path = path_in(loading, name);
    if (path_exists(path))
        return read_file(loading, path, kind, EDITION_ANY, &clean);
    fault_add(loading->faults, (struct place){.file = path},
              "is missing; write it, or name the right content folder with --content");
    return NULL;
}

static void check_id(struct loading *loading, const struct node *root, const char *id)
{
    const char *written = node_attribute(root, "id");
    if (written && type_fits(TYPE_ID, written) && strcmp(written, id) != 0)
        fault_add(loading->faults, node_attribute_place(root, "id"),
                  "the id `%s` is unlike the file's name `%s.xml`; "
                  "make them equal",
                  written, id);
}

// ---- Lists of ids ----------------------------------------------------------------------------

// The ids by the names of the files, whether or not they can be read: what refers to them is right.
static struct names ids_in(struct loading *loading, const char *folder)
{
    struct names ids = {0};
    const char *path = path_in(loading, folder);
    struct names names = folder_names(loading->arena, path);
    for (size_t i = 0; i < names.count; i++) {
        if (!path_is_xml(names.items[i]))
            continue;
        const char *id = path_id(loading->arena, names.items[i]);
        if (type_fits(TYPE_ID, id))
            *list_add(loading->arena, &ids) = id;
        else
            fault_add(
                loading->faults,
                (struct place){.file = arena_print(loading->arena, "%s/%s", path, names.items[i])},
                "`%s` is %s; rename the file, or remove it if it is a copy", id,
                type_misfit(TYPE_ID));
    }
    return ids;
}

static struct document new_document(struct loading *loading)
{
    size_t count = loading->guide->languages.count;
    return (struct document){arena_alloc(loading->arena, (count + 1) * sizeof(struct words *))};
}

static void list_pages(struct loading *loading)
{
    struct names ids = ids_in(loading, "de/pages");
    for (size_t i = 0; i < ids.count; i++)
        *list_add(loading->arena, &loading->guide->pages) =
            (struct page){.id = ids.items[i], .words = new_document(loading)};
}

static bool has(const struct names *names, const char *name)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->items[i], name) == 0)
            return true;
    return false;
}

static void add_office(struct loading *loading, const char *id, bool beyond_core)
{
    *list_add(loading->arena, &loading->guide->offices) =
        (struct office){.id = id, .words = new_document(loading), .beyond_core = beyond_core};
}

static void list_named_offices(struct loading *loading, const struct names *ids)
{
    const struct node *offices = loading->town ? node_child(loading->town, "offices") : NULL;
    for (const struct node *n = offices ? node_child(offices, "office") : NULL; n;
         n = node_next(n)) {
        const char *id = node_attribute(n, "ref");
        struct suggestion near = {.word = id ? id : ""};
        for (size_t i = 0; i < ids->count; i++)
            suggestion_offer(&near, ids->items[i]);
        if (!id || !type_fits(TYPE_ID, id))
            continue;
        if (!has(ids, id))
            fault_add(loading->faults, node_attribute_place(n, "ref"), "no office `%s`; %s", id,
                      suggestion_hint(loading->arena, &near, fault_tr("add it in offices/")));
        else if (office_find(loading->guide, id))
            fault_add(loading->faults, n->place, "`%s` stands in this list already; keep one", id);
        else
            add_office(loading, id, node_attribute(n, "core"));
    }
}

// In the order of guide.xml; those that it forgot follow, so that references to them are right.
static void list_offices(struct loading *loading)
{
    const struct node *offices = loading->town ? node_child(loading->town, "offices") : NULL;
    struct names ids = ids_in(loading, "offices");
    list_named_offices(loading, &ids);
    for (size_t i = 0; i < ids.count; i++) {
        const char *id = ids.items[i];
        if (office_find(loading->guide, id))
            continue;
        add_office(loading, id, false);
        if (offices)
            fault_add(loading->faults, offices->place,
                      "`<offices>` lacks the office `%s`; "
                      "write <office ref=\"%s\"/> where it shall stand",
                      id, id);
    }
}

static void check_namespace(struct loading *loading)
{
    if (office_find(loading->guide, "guide"))
        fault_add(loading->faults, (struct place){.file = path_in(loading, "offices/guide.xml")},
                  "`guide` is the name of the guide's own poster; give the office another id");
    for (size_t i = 0; i < loading->guide->pages.count; i++) {
        const char *id = loading->guide->pages.items[i].id;
        if (office_find(loading->guide, id))
            fault_add(loading->faults,
                      (struct place){.file = path_in(loading, arena_print(loading->arena,
                                                                          "de/pages/%s.xml", id))},
                      "`%s` is already the id of the office in %s; rename one", id,
                      path_in(loading, arena_print(loading->arena, "offices/%s.xml", id)));
    }
}

// ---- Words -----------------------------------------------------------------------------------

// One file of a document; without words if there is none or it was refused.
struct loaded {
    const struct node *root;
    struct words *words;
    bool clean;
};

static void check_language(struct loading *loading, const struct node *root,
                           const struct language *language)
{
    const char *tag = node_attribute(root, "xml:lang");
    if (tag && language_find(tag) && language_find(tag) != language)
        fault_add(loading->faults, node_attribute_place(root, "xml:lang"),
                  "xml:lang is `%s` in the folder `%s`; make them "
                  "equal",
                  tag, language->tag);
}

static bool is_german(const struct language *language)
{
    return strcmp(language->tag, "de") == 0;
}

static const char *words_path(struct loading *loading, const struct language *language,
                              const char *name)
{
    return path_in(loading, arena_print(loading->arena, "%s/%s", language->tag, name));
}

// The German topics stand in the order of guide.xml, so do the translated ones then.
static bool topics_match(struct loading *loading, const struct words *words)
{
    size_t at = 0;
    for (size_t i = 0; i < loading->guide->topics.count; i++) {
        const char *id = loading->guide->topics.items[i].id;
        while (at < words->blocks.count && words->blocks.items[at].kind != BLOCK_TOPIC)
            at++;
        const struct block *block = at < words->blocks.count ? &words->blocks.items[at++] : NULL;
        if (block && block->ref && strcmp(block->ref, id) == 0)
            continue;
        if (block)
            fault_add(loading->faults, block->place,
                      "expected `<topic ref=\"%s\">`, found `%s`; the topics stand here in the "
                      "order of guide.xml",
                      id, block_label(loading->arena, block));
        else
            fault_add(
                loading->faults, words->place,
                "the topic `%s` of guide.xml has no name here; add <topic ref=\"%s\">…</topic>", id,
                id);
        return false;
    }
    if (at == words->blocks.count)
        return true;
    fault_add(loading->faults, words->blocks.items[at].place,
              "a second `<topic ref=\"%s\">`; guide.xml has it once, remove this one",
              words->blocks.items[at].ref);
    return false;
}

// `name` is what follows the language's folder.
static struct loaded load_words(struct loading *loading, const struct language *language,
                                enum file_kind kind, const char *name)
{
    struct loaded loaded = {0};
    const char *path = words_path(loading, language, name);
    enum edition edition = is_german(language) ? EDITION_ORIGINAL : EDITION_TRANSLATION;
    if (!path_exists(path)) {
        if (edition == EDITION_ORIGINAL)
            fault_add(loading->faults, (struct place){.file = path},
                      "the German original is missing; write it, all else is translated from it");
        return loaded;
    }
    loaded.root = read_file(loading, path, kind, edition, &loaded.clean);
    if (!loaded.root)
        return (struct loaded){0};
    check_language(loading, loaded.root, language);
    size_t errors = loading->faults->errors;
    loaded.words = words_read(&loading->references, loaded.root, language);
    if (kind == FILE_GUIDE_WORDS && edition == EDITION_ORIGINAL && loaded.clean && loading->town &&
        loading->faults->errors == errors)
        loaded.clean = topics_match(loading, loaded.words);
    return loaded;
}

static void load_glossaries(struct loading *loading)
{
    const struct guide *guide = loading->guide;
    loading->glossaries =
        arena_alloc(loading->arena, (guide->languages.count + 1) * sizeof *loading->glossaries);
    for (size_t i = 1; i < guide->languages.count; i++) {
        bool clean;
        const char *path = words_path(loading, guide->languages.items[i], "glossary.xml");
        const struct node *root =
            path_exists(path) ? read_file(loading, path, FILE_GLOSSARY, EDITION_TRANSLATION, &clean)
                              : NULL;
        if (!root)
            continue;
        check_language(loading, root, guide->languages.items[i]);
        loading->glossaries[i] = glossary_read(loading->arena, root, loading->faults);
    }
}

// The blocks of a file that breaks the rules are not compared: what is missing there has been
// reported. A name in it that leads nowhere does not hinder.
static void compare(struct loading *loading, const struct loaded *german,
                    const struct loaded *loaded, const struct glossary *glossary)
{
    if (german->clean && loaded->clean &&
        translation_matches(loading->arena, german->words, loaded->words, loading->faults))
        translation_compare(loading->arena, german->words, loaded->words, glossary,
                            node_attribute(loaded->root, "translates"), loading->faults);
}

static struct loaded load_document(struct loading *loading, struct document *document,
                                   enum file_kind kind, const char *name, const char *id)
{
    struct loaded german = {0};
    for (size_t i = 0; i < loading->guide->languages.count; i++) {
        struct loaded loaded = load_words(loading, loading->guide->languages.items[i], kind, name);
        if (loaded.root && id)
            check_id(loading, loaded.root, id);
        document->in[i] = loaded.words;
        if (i == 0)
            german = loaded;
        else
            compare(loading, &german, &loaded, loading->glossaries[i]);
    }
    return german;
}

static void load_page(struct loading *loading, struct page *page)
{
    const char *name = arena_print(loading->arena, "pages/%s.xml", page->id);
    struct loaded german = load_document(loading, &page->words, FILE_PAGE, name, page->id);
    if (!german.root)
        return;
    page->origin = origin_read(german.root, (struct origin){0});
    page->sensitive = node_attribute(german.root, "sensitive");
}

static void load_office(struct loading *loading, struct office *office)
{
    const char *name = arena_print(loading->arena, "offices/%s.xml", office->id);
    const struct node *root = read_facts(loading, name, FILE_OFFICE);
    if (root) {
        check_id(loading, root, office->id);
        office_read(loading->guide, office, root, loading->faults);
    }
    load_document(loading, &office->words, FILE_OFFICE_WORDS, name, office->id);
}

// ---- All of it -------------------------------------------------------------------------------

// Without guide.xml every folder that is called like a language is one.
static void guess_languages(struct loading *loading)
{
    for (size_t i = 0; i < language_count; i++)
        if (i == 0 || folder_exists(path_in(loading, languages[i].tag)))
            *list_add(loading->arena, &loading->guide->languages) = &languages[i];
}

static bool core_is_complete(const struct guide *guide, size_t language)
{
    bool complete = guide->words.in[language];
    for (size_t i = 0; i < guide->offices.count; i++)
        complete = complete && (guide->offices.items[i].words.in[language] ||
                                guide->offices.items[i].beyond_core);
    for (size_t i = 0; i < guide->core.count; i++)
        complete = complete && guide->core.items[i]->words.in[language];
    return complete;
}

static void load(struct loading *loading)
{
    struct guide *guide = loading->guide;
    loading->town = read_facts(loading, "guide.xml", FILE_GUIDE);
    const struct node *facts = read_facts(loading, "facts.xml", FILE_FACTS);
    if (loading->town)
        facts_read_town(guide, loading->town, loading->faults);
    else
        guess_languages(loading);
    facts_read_values(guide, loading->town, facts, loading->faults);
    loading->references.unknown[TARGET_VALUE] = !loading->town || !facts;
    loading->references.unknown[TARGET_NUMBER] = !loading->town;
    loading->references.unknown[TARGET_TOPIC] = !loading->town;
    list_pages(loading);
    list_offices(loading);
    check_namespace(loading);
    load_glossaries(loading);
    guide->words = new_document(loading);
    if (loading->town)
        facts_read_topics(guide, loading->town, loading->faults);
    for (size_t i = 0; i < guide->offices.count; i++)
        load_office(loading, &guide->offices.items[i]);
    for (size_t i = 0; i < guide->pages.count; i++)
        load_page(loading, &guide->pages.items[i]);
    load_document(loading, &guide->words, FILE_GUIDE_WORDS, "guide.xml", NULL);
    strays_check(guide, loading->faults);
    guide->offered = arena_alloc(loading->arena, guide->languages.count * sizeof *guide->offered);
    for (size_t i = 0; i < guide->languages.count; i++)
        guide->offered[i] = core_is_complete(guide, i);
    guide->newest = claims_newest(&guide->claims);
}

struct guide *guide_load_faulty(const char *folder, struct date today, struct faults *faults)
{
    if (!folder_exists(folder)) {
        fault_add(faults, (struct place){.file = folder},
                  "is no folder; name the content folder with --content");
        return NULL;
    }
    struct arena *arena = arena_new();
    struct guide *guide = arena_alloc(arena, sizeof *guide);
    guide->arena = arena;
    guide->folder = arena_text(arena, folder);
    struct loading loading = {
        .guide = guide,
        .arena = arena,
        .folder = guide->folder,
        .today = today,
        .faults = faults,
        .references = {.guide = guide, .faults = faults},
    };
    load(&loading);
    claims_check(&guide->claims, guide, today, faults);
    guide_check(guide, faults);
    return guide;
}

struct guide *guide_load(const char *folder, struct date today, struct faults *faults)
{
    size_t errors = faults->errors;
    struct guide *guide = guide_load_faulty(folder, today, faults);
    if (faults->errors == errors)
        return guide;
    guide_free(guide);
    return NULL;
}

void guide_free(struct guide *guide)
{
    if (guide)
        arena_free(guide->arena);
}
