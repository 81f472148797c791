// SPDX-License-Identifier: EUPL-1.2
#include "guide/glossary.h"

#include <string.h>

#include "text/fold.h"

// ---- Reading ---------------------------------------------------------------------------------

// "слово, слова, слову"
static void add_forms(struct arena *arena, struct glossary_entry *entry, const char *forms)
{
    while (*forms) {
        size_t length = strcspn(forms, ",");
        const char *form = folded(arena, arena_copy(arena, forms, length));
        if (*form)
            *list_add(arena, &entry->forms) = form;
        forms += length + (forms[length] == ',');
    }
}

struct glossary *glossary_read(struct arena *arena, const struct node *root, struct faults *faults)
{
    struct glossary *glossary = arena_alloc(arena, sizeof *glossary);
    for (const struct node *n = node_child(root, "entry"); n; n = node_next(n)) {
        const char *german = node_attribute(n, "de"), *word = node_attribute(n, "word");
        const char *forms = node_attribute(n, "forms");
        if (!german || !word)
            continue;  // reported before
        const struct glossary_entry *twin = glossary_find(glossary, arena, german);
        if (twin)
            warning_add(faults, n->place, "`%s` has an entry in line %d; keep one", german,
                        twin->place.line);
        struct glossary_entry *entry = list_add(arena, &glossary->entries);
        *entry = (struct glossary_entry){
            .german = folded(arena, german), .word = word, .place = n->place};
        add_forms(arena, entry, word);
        add_forms(arena, entry, forms ? forms : "");
    }
    return glossary;
}

const struct glossary_entry *glossary_find(const struct glossary *glossary, struct arena *arena,
                                           const char *german)
{
    const char *key = folded(arena, german);
    for (size_t i = 0; i < glossary->entries.count; i++)
        if (strcmp(glossary->entries.items[i].german, key) == 0)
            return &glossary->entries.items[i];
    return NULL;
}

// ---- Checking --------------------------------------------------------------------------------

static bool has_term(struct arena *arena, const struct block *block, const char *german)
{
    const char *key = folded(arena, german);
    for (size_t i = 0; i < block->text.count; i++) {
        const struct piece *piece = &block->text.items[i];
        if (piece->kind == PIECE_TERM && piece->german &&
            strcmp(folded(arena, piece->german), key) == 0)
            return true;
    }
    return false;
}

static bool has_form(struct arena *arena, const struct glossary_entry *entry, const char *text)
{
    const char *key = folded(arena, text);
    for (size_t i = 0; i < entry->forms.count; i++)
        if (strcmp(entry->forms.items[i], key) == 0)
            return true;
    return false;
}

static void check_term(const struct glossary *glossary, struct arena *arena,
                       const struct piece *piece, struct place place, struct faults *faults)
{
    const struct glossary_entry *entry = glossary_find(glossary, arena, piece->german);
    if (!entry)
        warning_add(faults, place, "the glossary has no entry for `%s`; add one", piece->german);
    else if (*piece->text && !has_form(arena, entry, piece->text))
        warning_add(faults, place,
                    "`%s` is `%s` in the glossary, not `%s`; use its word or add this form there",
                    piece->german, entry->word, piece->text);
}

void glossary_check(const struct glossary *glossary, struct arena *arena,
                    const struct block *german, const struct block *translation,
                    struct faults *faults)
{
    for (size_t i = 0; i < german->text.count; i++) {
        const struct piece *piece = &german->text.items[i];
        if (piece->kind == PIECE_TERM && !has_term(arena, translation, piece->text))
            warning_add(faults, translation->place,
                        "no <term de=\"%s\"> as in %s:%d; mark the word", piece->text,
                        german->place.file, german->place.line);
    }
    for (size_t i = 0; i < translation->text.count; i++)
        if (translation->text.items[i].kind == PIECE_TERM && translation->text.items[i].german)
            check_term(glossary, arena, &translation->text.items[i], translation->place, faults);
}
