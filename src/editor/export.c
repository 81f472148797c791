// SPDX-License-Identifier: EUPL-1.2
#include "editor/export.h"

#include <string.h>

#include "editor/bilingual.h"
#include "editor/po.h"

// What stands in the way of who does not know our markup.
static const struct {
    const char *mark, *note;
} hints[] = {
    {"<term>", "<term>Wort</term> schreiben Sie als <term de=\"Wort\">Übersetzung</term>"},
    {"<value ", "<value …/> bleibt, wie es ist: hier steht eine Zahl"},
};

static const char *note_of(struct arena *arena, const struct bilingual *document,
                           const struct passage *german)
{
    const char *note = arena_print(arena, "%s, %s\n", document->title, german->label);
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++)
        if (document->kind != FILE_GLOSSARY && strstr(german->words, hints[i].mark))
            note = arena_print(arena, "%s%s\n", note, hints[i].note);
    return note;
}

static void add_entries(struct po *po, struct arena *arena, const struct guide *guide,
                        const struct bilingual *document)
{
    const char *tag = document->german ? guide->languages.items[0]->tag : po->language;
    for (size_t i = 0; i < document->pairs.count; i++) {
        const struct pair *pair = &document->pairs.items[i];
        *list_add(arena, &po->entries) = (struct po_entry){
            .context = arena_print(arena, "%s %s", document->name, pair->german->path),
            .original = pair->german->words,
            .translation = pair->translation ? pair->translation->words : "",
            .fuzzy = pair->outdated,
            .note = note_of(arena, document, pair->german),
            .file = arena_print(arena, "%s/%s", tag, document->name),
            .line = pair->german->place.line,
        };
    }
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
    struct po po = {
        .project = arena_print(arena, "Wegweiser %s", guide->town),
        .revised = revised(arena, guide->newest),
        .language = guide->languages.items[language]->tag,
        .plural = guide->languages.items[language]->plural,
    };
    for (size_t i = 0; i < documents.count; i++)
        add_entries(&po, arena, guide, &documents.items[i]);
    bool ok = faults->errors == errors && po_write(&po, path, faults);
    arena_free(arena);
    return ok;
}
