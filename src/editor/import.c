// SPDX-License-Identifier: EUPL-1.2
#include "editor/import.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "editor/bilingual.h"
#include "editor/po.h"
#include "guide/edit.h"
#include "guide/suggest.h"
#include "guide/translation.h"
#include "guide/type.h"
#include "guide/vocabulary.h"
#include "guide/words.h"

struct import {
    struct arena *arena;
    const struct guide *guide;
    const struct language *language;
    struct faults *faults;
    struct imported *imported;
    LIST(struct file_text) files;  // to write
};

// A document, and for each of its pairs the entry that goes there; NULL: none does.
struct order {
    const struct bilingual *document;
    const struct po_entry **entries;
};

struct orders {
    struct order *items;
    size_t count, room;
};

static const char *folded_translation(struct import *import, const struct po_entry *entry)
{
    return passage_words(import->arena, entry->translation, strlen(entry->translation));
}

// ---- Which entry goes where ------------------------------------------------------------------

static const char *without_soft_hyphens(struct arena *arena, const char *text)
{
    static const char soft[] = "\u00AD";
    char *copy = (char *)passage_words(arena, text, strlen(text)), *to = copy;
    for (const char *at = copy; *at;) {
        if (strncmp(at, soft, strlen(soft)) == 0)
            at += strlen(soft);
        else
            *to++ = *at++;
    }
    *to = '\0';
    return copy;
}

// Soft hyphens do not count, as in digests.
static bool same_words(struct arena *arena, const char *a, const char *b)
{
    return strcmp(without_soft_hyphens(arena, a), without_soft_hyphens(arena, b)) == 0;
}

static const struct order *find_order(const struct orders *orders, const char *context)
{
    size_t length = strcspn(context, " ");
    for (size_t i = 0; i < orders->count; i++) {
        const char *name = orders->items[i].document->name;
        if (strlen(name) == length && strncmp(name, context, length) == 0 && context[length])
            return &orders->items[i];
    }
    return NULL;
}

static const struct po_entry **find_slot(const struct order *order, const char *context)
{
    const char *path = context + strlen(order->document->name) + 1;
    for (size_t i = 0; i < order->document->pairs.count; i++)
        if (strcmp(order->document->pairs.items[i].german->path, path) == 0)
            return &order->entries[i];
    return NULL;
}

static const struct po_entry **slot_of(struct import *import, struct orders *orders,
                                       const struct po_entry *entry, const struct passage **german)
{
    const struct order *order = find_order(orders, entry->context);
    const struct po_entry **slot = order ? find_slot(order, entry->context) : NULL;
    if (slot)
        *german = order->document->pairs.items[slot - order->entries].german;
    else if (!*entry->context)
        fault_add(import->faults, entry->context_at,
                  "an entry without `msgctxt`; take it from a fresh export");
    else
        fault_add(import->faults, entry->context_at,
                  "the guide has nothing called `%s`; merge this file with a fresh export",
                  po_quoted(import->arena, entry->context));
    return slot;
}

static void place_entry(struct import *import, struct orders *orders, const struct po_entry *entry)
{
    const struct passage *german;
    const struct po_entry **slot = slot_of(import, orders, entry, &german);
    if (!slot)
        return;
    if (*slot)
        fault_add(import->faults, entry->context_at, "`%s` stands in line %d already; keep one",
                  po_quoted(import->arena, entry->context), (*slot)->context_at.line);
    else if (!same_words(import->arena, entry->original, german->words))
        warning_add(import->faults, entry->original_at,
                    "left out: the German text at %s:%d has changed since the export; "
                    "merge this file with a fresh export",
                    german->place.file, german->place.line);
    else if (*folded_translation(import, entry))
        *slot = entry;
}

// ---- Words -----------------------------------------------------------------------------------

static bool is_text(const struct order *order)
{
    return order->document->kind != FILE_GLOSSARY;
}

// As they go into the file. A glossary's stand between quotation marks.
static const char *words_for(struct import *import, const struct order *order,
                             const struct po_entry *entry)
{
    const char *words = folded_translation(import, entry);
    return is_text(order) ? words : xml_escaped(import->arena, words);
}

// The element around it is ours, and nothing that the translator knows.
static void report_markup(struct import *import, const struct po_entry *entry, const char *message)
{
    if (strstr(message, "msgstr"))
        fault_add(import->faults, entry->translation_at,
                  "a tag ends that did not begin in this translation; compare it with the msgid");
    else
        fault_add(import->faults, entry->translation_at, "%s", message);
}

// Broken markup would break the file, so each passage is looked at by itself first. The lines
// before it make messages tell the line of the PO file.
static bool is_whole(struct import *import, const struct order *order, const struct po_entry *entry)
{
    if (!is_text(order))
        return true;
    struct faults found = {0};
    struct buf text = {0};
    for (int line = 1; line < entry->translation_at.line; line++)
        buf_text(&text, "\n");
    buf_print(&text, "<msgstr>%s</msgstr>", words_for(import, order, entry));
    bool whole =
        xml_parse(import->arena, entry->translation_at.file, text.text, text.length, &found);
    for (size_t i = 0; i < found.list.count; i++)
        report_markup(import, entry, found.list.items[i].message);
    buf_free(&text);
    faults_free(&found);
    return whole;
}

static bool all_whole(struct import *import, const struct order *order)
{
    bool whole = true;
    for (size_t i = 0; i < order->document->pairs.count; i++)
        if (order->entries[i])
            whole = is_whole(import, order, order->entries[i]) && whole;
    return whole;
}

// ---- The stamp -------------------------------------------------------------------------------

static bool outdated_then(const struct order *order, size_t i)
{
    const struct po_entry *entry = order->entries[i];
    return entry ? entry->fuzzy : order->document->pairs.items[i].outdated;
}

static bool is_restamped(const struct order *order)
{
    for (size_t i = 0; i < order->document->pairs.count; i++)
        if (outdated_then(order, i) != order->document->pairs.items[i].outdated)
            return true;
    return false;
}

struct digests {
    uint16_t *items;
    size_t count, room;
};

static struct digests digests_of(struct import *import, const struct source *translation)
{
    char word[8];
    struct digests digests = {0};
    const char *text = translation ? node_attribute(translation->root, "translates") : NULL;
    while (text && (text = type_word(text, word, sizeof word)))
        *list_add(import->arena, &digests) = (uint16_t)strtoul(word, NULL, 16);
    return digests;
}

// What is outdated keeps its digest; where that is not known, it gets one that does not fit.
static const char *stamp_of(struct import *import, const struct order *order)
{
    const struct bilingual *document = order->document;
    struct digests old = digests_of(import, document->translation);
    struct buf out = {0};
    for (size_t i = 0; i < document->pairs.count; i++) {
        const struct pair *pair = &document->pairs.items[i];
        uint16_t digest = pair->digest;
        if (outdated_then(order, i))
            digest = pair->outdated && old.count == document->pairs.count ? old.items[i]
                                                                          : (uint16_t)~digest;
        buf_print(&out, "%s%04x", i ? " " : "", digest);
    }
    return buf_keep(&out, import->arena);
}

// ---- Checking --------------------------------------------------------------------------------

static bool is_behind(struct place a, struct place b)
{
    return a.line > b.line || (a.line == b.line && a.column > b.column);
}

// The entry whose words stand at that place of the new file.
static const struct po_entry *entry_at(const struct order *order, const struct source *source,
                                       struct place place)
{
    const struct po_entry *entry = NULL;
    for (size_t i = 0; i < source->passages.count && i < order->document->pairs.count; i++)
        if (!is_behind(source->passages.items[i].place, place))
            entry = order->entries[i];
    return entry;
}

static void check_words(struct import *import, const struct order *order,
                        const struct source *source, struct faults *found)
{
    struct claims claims = {0};
    struct references references = {.guide = import->guide, .faults = found};
    if (!vocabulary_check(import->arena, source->root, order->document->kind, EDITION_TRANSLATION,
                          (struct date){0}, &claims, found) ||
        !is_text(order))
        return;
    const struct words *words = words_read(&references, source->root, import->language);
    translation_matches(import->arena, order->document->words, words, found);
}

// What loading would find in the new file is said of the PO file.
static bool is_sound(struct import *import, const struct order *order, const struct buf *text)
{
    struct faults found = {0};
    const struct source *source = source_parse(import->arena, order->document->path, text->text,
                                               text->length, order->document->kind, &found);
    if (source)
        check_words(import, order, source, &found);
    for (size_t i = 0; i < found.list.count; i++) {
        const struct fault *fault = &found.list.items[i];
        const struct po_entry *entry = source ? entry_at(order, source, fault->place) : NULL;
        if (fault->severity == SEVERITY_ERROR)
            fault_add(import->faults, entry ? entry->translation_at : fault->place, "%s",
                      fault->message);
    }
    bool sound = found.errors == 0;
    faults_free(&found);
    return sound;
}

// ---- Files -----------------------------------------------------------------------------------

static void add_file(struct import *import, const struct order *order, const struct edits *edits)
{
    struct buf text = {0};
    edits_print(edits, 0, edits->length, &text);
    if (is_sound(import, order, &text)) {
        struct file_text file = {file_target(import->arena, order->document->path),
                                 arena_copy(import->arena, text.text, text.length), text.length};
        *list_add(import->arena, &import->files) = file;
    }
    buf_free(&text);
}

static struct edits edits_of(struct import *import, const struct source *source)
{
    return (struct edits){.arena = import->arena, .bytes = source->bytes, .length = source->length};
}

static void change_words(struct import *import, const struct order *order, struct edits *edits)
{
    for (size_t i = 0; i < order->document->pairs.count; i++) {
        const struct passage *old = order->document->pairs.items[i].translation;
        const struct po_entry *entry = order->entries[i];
        if (!entry || strcmp(folded_translation(import, entry), old->words) == 0)
            continue;
        import->imported->changed++;
        edit_add(edits, old->start, old->end, words_for(import, order, entry));
    }
}

static void change_file(struct import *import, const struct order *order)
{
    const struct source *source = order->document->translation;
    struct edits edits = edits_of(import, source);
    if (is_text(order) && is_restamped(order))
        edit_set_attribute(&edits, source->root, "translates", stamp_of(import, order));
    for (size_t i = 0; i < order->document->pairs.count; i++)
        import->imported->settled +=
            order->document->pairs.items[i].outdated && !outdated_then(order, i);
    change_words(import, order, &edits);
    if (edits.list.count)
        add_file(import, order, &edits);
}

static const char *root_tag(struct import *import, const struct order *order)
{
    const struct node *root = order->document->german->root;
    const char *id = node_attribute(root, "id");
    const char *start = id ? arena_print(import->arena, "<%s id=\"%s\"", root->name, id)
                           : arena_print(import->arena, "<%s", root->name);
    return arena_print(import->arena, "%s xml:lang=\"%s\" review=\"draft\" translates=\"%s\">",
                       start, import->language->tag, stamp_of(import, order));
}

// The German file in other words.
static void make_file(struct import *import, const struct order *order)
{
    struct edits edits = edits_of(import, order->document->german);
    const struct node *root = order->document->german->root;
    edit_add(&edits, root->tag_start, root->tag_start + root->tag_length, root_tag(import, order));
    for (size_t i = 0; i < order->document->pairs.count; i++) {
        const struct passage *german = order->document->pairs.items[i].german;
        edit_add(&edits, german->start, german->end, words_for(import, order, order->entries[i]));
    }
    import->imported->changed += order->document->pairs.count;
    import->imported->made++;
    add_file(import, order, &edits);
}

static size_t count_entries(const struct order *order)
{
    size_t count = 0;
    for (size_t i = 0; i < order->document->pairs.count; i++)
        count += order->entries[i] != NULL;
    return count;
}

// A page with holes is none: what was translated so far waits in the PO file.
static void report_unfinished(struct import *import, const struct order *order, size_t translated)
{
    size_t i = 0;
    while (!order->entries[i])
        i++;
    warning_add(import->faults, order->entries[i]->translation_at,
                "%s is not made yet: %zu of its %zu passages are translated; translate the others, "
                "too",
                order->document->path, translated, order->document->pairs.count);
}

static void take_over(struct import *import, const struct order *order)
{
    size_t translated = count_entries(order);
    if (translated == 0 || !all_whole(import, order))
        return;
    if (order->document->translation)
        change_file(import, order);
    else if (translated == order->document->pairs.count)
        make_file(import, order);
    else
        report_unfinished(import, order, translated);
}

// ---- All of it -------------------------------------------------------------------------------

// Some editors of PO files write `zh_Hans` for `zh-Hans`.
static int find_language(const struct guide *guide, struct arena *arena, const char *written)
{
    char *tag = arena_text(arena, written);
    for (char *at = tag; *at; at++)
        if (*at == '_')
            *at = '-';
    return guide_language(guide, tag);
}

static void report_language(struct import *import, const char *path, const char *written)
{
    struct suggestion near = {.word = written};
    for (size_t i = 1; i < import->guide->languages.count; i++)
        suggestion_offer(&near, import->guide->languages.items[i]->tag);
    fault_add(import->faults, (struct place){path, 1, 0},
              "no translation into `%s` in the guide; %s", written,
              suggestion_hint(import->arena, &near,
                              fault_tr("write a language of guide.xml after `Language:`")));
}

static struct orders works_for(struct import *import, const struct bilinguals *documents)
{
    struct orders orders = {0};
    for (size_t i = 0; i < documents->count; i++) {
        const struct bilingual *document = &documents->items[i];
        size_t size = document->pairs.count * sizeof(struct po_entry *);
        *list_add(import->arena, &orders) =
            (struct order){document, arena_alloc(import->arena, size)};
    }
    return orders;
}

static void import_entries(struct import *import, const struct po *po, int language)
{
    struct bilinguals documents =
        bilinguals_read(import->arena, import->guide, language, import->faults);
    struct orders orders = works_for(import, &documents);
    for (size_t i = 0; i < po->entries.count; i++)
        place_entry(import, &orders, &po->entries.items[i]);
    for (size_t i = 0; i < orders.count; i++)
        take_over(import, &orders.items[i]);
    import->imported->files = import->files.count;
}

bool po_import(const struct guide *guide, const char *path, struct imported *imported,
               struct faults *faults)
{
    struct import import = {
        .arena = arena_new(), .guide = guide, .faults = faults, .imported = imported};
    struct po po = {0};
    size_t errors = faults->errors;
    *imported = (struct imported){0};
    if (po_read(&po, import.arena, path, faults)) {
        int language = find_language(guide, import.arena, po.language);
        if (language > 0) {
            import.language = guide->languages.items[language];
            import_entries(&import, &po, language);
        } else {
            report_language(&import, path, po.language);
        }
    }
    bool ok =
        faults->errors == errors && files_write(import.files.items, import.files.count, faults);
    arena_free(import.arena);
    return ok;
}
