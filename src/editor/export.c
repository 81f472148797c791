// SPDX-License-Identifier: EUPL-1.2
#include "editor/export.h"

#include <string.h>

#include "editor/bilingual.h"
#include "editor/po.h"
#include "guide/glossary.h"

struct export
{
    struct arena *arena;
    const struct guide *guide;
    struct glossary *glossary;  // NULL: the language has none
    struct po po;
};

// ---- Notes -----------------------------------------------------------------------------------

// How the first of the terms that follow is written; moves behind it.
static const char *term_note(const struct export *export, const char **words)
{
    static const char start[] = "<term>", end[] = "</term>";
    const char *german = strstr(*words, start);
    const char *after = german ? strstr(german, end) : NULL;
    if (!after)
        return NULL;
    german += strlen(start);
    *words = after + strlen(end);
    german = arena_copy(export->arena, german, (size_t)(after - german));
    const struct glossary_entry *entry =
        export->glossary ? glossary_find(export->glossary, export->arena, german) : NULL;
    return arena_print(export->arena, "<term de=\"%s\">%s</term>\n", german,
                       entry ? entry->word : "…");
}

static const char *note_of(const struct export *export, const struct bilingual *document,
                           const struct passage *german)
{
    const char *words = german->words;
    const char *note = arena_print(export->arena, "%s, %s\n", document->title, german->label);
    for (const char *term; (term = term_note(export, &words));)
        note = arena_print(export->arena, "%s%s", note, term);
    if (strstr(german->words, "<value "))
        note =
            arena_print(export->arena, "%s<value …/> ist eine Zahl und bleibt so stehen\n", note);
    return note;
}

// ---- Entries ---------------------------------------------------------------------------------

static void add_entries(struct export *export, const struct bilingual *document)
{
    const char *german_tag = export->guide->languages.items[0]->tag;
    const char *tag = document->german ? german_tag : export->po.language;
    for (size_t i = 0; i < document->pairs.count; i++) {
        const struct pair *pair = &document->pairs.items[i];
        *list_add(export->arena, &export->po.entries) = (struct po_entry){
            .context = arena_print(export->arena, "%s %s", document->name, pair->german->path),
            .original = pair->german->words,
            .translation = pair->translation ? pair->translation->words : "",
            .fuzzy = pair->outdated,
            .note = note_of(export, document, pair->german),
            .file = arena_print(export->arena, "%s/%s", tag, document->name),
            .line = pair->german->place.line,
        };
    }
}

// Of what check says about a glossary nothing is said again.
static struct glossary *find_glossary(struct arena *arena, const struct bilinguals *documents)
{
    struct faults faults = {0};
    struct glossary *glossary = NULL;
    for (size_t i = 0; i < documents->count; i++)
        if (documents->items[i].kind == FILE_GLOSSARY)
            glossary = glossary_read(arena, documents->items[i].translation->root, &faults);
    faults_free(&faults);
    return glossary;
}

// No clock: the newest date of the facts says what the export was made from.
static const char *revised(struct arena *arena, struct date date)
{
    return arena_print(arena, "%04d-%02d-%02d 00:00+0000", date.year, date.month, date.day);
}

bool po_export(const struct guide *guide, int language, const char *path, struct faults *faults)
{
    struct arena *arena = arena_new();
    size_t errors = faults->errors;
    struct bilinguals documents = bilinguals_read(arena, guide, language, faults);
    struct export export = {arena, guide, find_glossary(arena, &documents), {0}};
    export.po.project = arena_print(arena, "Wegweiser %s", guide->town);
    export.po.revised = revised(arena, guide->newest);
    export.po.language = guide->languages.items[language]->tag;
    export.po.plural = guide->languages.items[language]->plural;
    for (size_t i = 0; i < documents.count; i++)
        add_entries(&export, &documents.items[i]);
    bool ok = faults->errors == errors && po_write(&export.po, arena, path, faults);
    arena_free(arena);
    return ok;
}
