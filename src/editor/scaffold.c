// SPDX-License-Identifier: EUPL-1.2
#include "editor/scaffold.h"

#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/install.h"
#include "guide/edit.h"
#include "guide/path.h"
#include "guide/suggest.h"
#include "guide/type.h"

static const char *path_in(const struct scaffold *s, const char *name)
{
    return content_path(s->arena, s->guide->folder, name);
}

// ---- Names -----------------------------------------------------------------------------------

static bool refuse_taken(struct scaffold *s, const char *id, const char *name)
{
    fault_add(s->faults, (struct place){.file = path_in(s, name)},
              "the id `%s` is taken by this file; open it, or take another id", id);
    return false;
}

static bool id_is_not_retired(struct scaffold *s, const char *id)
{
    for (size_t i = 0; i < s->guide->retired.count; i++) {
        const struct retired *retired = &s->guide->retired.items[i];
        if (strcmp(retired->id, id) != 0)
            continue;
        fault_add(s->faults, (struct place){.file = path_in(s, "guide.xml")},
                  "`%s` is retired, its printed codes lead to `%s`; take another id", id,
                  retired->now);
        return false;
    }
    return true;
}

static bool id_is_free(struct scaffold *s, const char *id)
{
    if (!type_fits(TYPE_ID, id)) {
        fault_add(s->faults, (struct place){0},
                  "`%.80s` is %s; write up to 64 characters like `%s`", id, type_misfit(TYPE_ID),
                  type_example(TYPE_ID));
        return false;
    }
    if (page_find(s->guide, id))
        return refuse_taken(s, id, arena_print(s->arena, "de/pages/%s.xml", id));
    if (office_find(s->guide, id))
        return refuse_taken(s, id, arena_print(s->arena, "offices/%s.xml", id));
    return id_is_not_retired(s, id);
}

// "arrive (Erste Schritte), housing (Wohnen & Anmelden)"
static const char *all_topics(const struct scaffold *s)
{
    const char *list = "";
    for (size_t i = 0; i < s->guide->topics.count; i++) {
        const char *id = s->guide->topics.items[i].id;
        list = arena_print(s->arena, "%s%s%s (%s)", list, *list ? ", " : "", id,
                           words_text(s->arena, s->guide->words.in[0], BLOCK_TOPIC, id));
    }
    return list;
}

static bool topics_exist(struct scaffold *s, const struct option_texts *topics)
{
    size_t errors = s->faults->errors;
    for (size_t i = 0; i < topics->count; i++) {
        struct suggestion near = {.word = topics->items[i]};
        for (size_t j = 0; j < s->guide->topics.count; j++)
            suggestion_offer(&near, s->guide->topics.items[j].id);
        if (!topic_find(s->guide, topics->items[i]))
            fault_add(
                s->faults, (struct place){.file = path_in(s, "guide.xml")}, "no topic `%s`; %s",
                topics->items[i],
                suggestion_hint(s->arena, &near,
                                arena_print(s->arena, fault_tr("take one of %s"), all_topics(s))));
    }
    return s->faults->errors == errors;
}

static bool topic_is_named(struct scaffold *s, const struct option_texts *topics)
{
    if (topics->count > 0)
        return topics_exist(s, topics);
    fault_add(s->faults, (struct place){0},
              "a page belongs to a topic; add `--topic` with one of %s", all_topics(s));
    return false;
}

// ---- Files -----------------------------------------------------------------------------------

static bool add_file(struct scaffold *s, const char *name, const char *bytes, size_t length)
{
    const char *path = path_in(s, name);
    if (path_exists(path)) {
        fault_add(s->faults, (struct place){.file = path},
                  "is there already and stays as it is; open it, or move it away");
        return false;
    }
    *list_add(s->arena, &s->files) = (struct made){.path = path, .bytes = bytes, .length = length};
    return true;
}

static const char *installed_text(struct scaffold *s, const char *name, size_t *length)
{
    return file_read(s->arena, installed_path(s->arena, name), XML_FILE_LIMIT, length, s->faults);
}

struct word {
    const char *name, *value;  // "KENNUNG" and what stands in its place; no name: the last one
};

static const struct word *word_at(const struct word *words, const char *text)
{
    while (words->name && strncmp(text, words->name, strlen(words->name)) != 0)
        words++;
    return words->name ? words : NULL;
}

static bool add_template(struct scaffold *s, const char *name, const char *template,
                         const struct word *words)
{
    size_t length;
    struct buf out = {0};
    const char *text = installed_text(s, template, &length);
    for (const char *at = text; at && *at;) {
        const struct word *word = word_at(words, at);
        if (word)
            buf_text(&out, word->value);
        else
            buf_add(&out, at, 1);
        at += word ? strlen(word->name) : 1;
    }
    length = out.length;
    const char *bytes = buf_keep(&out, s->arena);
    return text && add_file(s, name, bytes, length);
}

// The schema beside the content, where the new files name it; what is there stays.
static bool add_schema(struct scaffold *s)
{
    bool ok = true;
    struct names names = folder_names(s->arena, installed_path(s->arena, "schema"));
    for (size_t i = 0; ok && i < names.count; i++) {
        size_t length;
        const char *name = arena_print(s->arena, ".schema/%s", names.items[i]);
        if (path_exists(path_in(s, name)))
            continue;
        const char *bytes = installed_text(s, name + 1, &length);
        ok = bytes && add_file(s, name, bytes, length);
    }
    return ok;
}

static const struct node *open_xml(struct scaffold *s, const char *name, struct edits *edits)
{
    const char *path = path_in(s, name);
    *edits = (struct edits){.arena = s->arena};
    edits->bytes = file_read(s->arena, path, XML_FILE_LIMIT, &edits->length, s->faults);
    return edits->bytes ? xml_read(s->arena, path, s->faults) : NULL;
}

static void change_guide(struct scaffold *s, const struct edits *edits)
{
    struct buf out = {0};
    if (!edits->list.count)
        return;
    edits_print(edits, 0, edits->length, &out);
    size_t length = out.length;
    *list_add(s->arena, &s->files) = (struct made){
        .path = path_in(s, "guide.xml"),
        .bytes = buf_keep(&out, s->arena),
        .length = length,
        .changed = true,
    };
}

// ---- Pages and offices -----------------------------------------------------------------------

static const struct node *topic_node(const struct node *root, const char *id)
{
    const struct node *n = node_child(root, "topic");
    while (strcmp(node_attribute(n, "id"), id) != 0)
        n = node_next(n);
    return n;
}

static bool is_first(const struct option_texts *topics, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (strcmp(topics->items[i], topics->items[at]) == 0)
            return false;
    return true;
}

// `home` is the element's name in the first topic, `guest` in the others.
static void enter_in_topics(struct edits *edits, const struct node *root, const char *id,
                            const struct option_texts *topics, const char *home, const char *guest)
{
    const char *neighbours = arena_print(edits->arena, "%s %s", home, guest);
    for (size_t i = 0; i < topics->count; i++)
        if (is_first(topics, i))
            edit_add_child(edits, topic_node(root, topics->items[i]), neighbours,
                           arena_print(edits->arena, "<%s ref=\"%s\"/>", i ? guest : home, id));
}

bool scaffold_page(struct scaffold *s, const char *id, const struct option_texts *topics)
{
    struct edits edits;
    const struct word words[] = {{"KENNUNG", id}, {NULL, NULL}};
    bool free = id_is_free(s, id);
    if (!topic_is_named(s, topics) || !free ||
        !add_template(s, arena_print(s->arena, "de/pages/%s.xml", id), "scaffold/page.xml", words))
        return false;
    const struct node *root = open_xml(s, "guide.xml", &edits);
    if (!root || !add_schema(s))
        return false;
    enter_in_topics(&edits, root, id, topics, "page", "also");
    change_guide(s, &edits);
    return true;
}

bool scaffold_office(struct scaffold *s, const char *id, const struct option_texts *topics)
{
    struct edits edits;
    const struct word words[] = {
        {"KENNUNG", id}, {"STADT", xml_escaped(s->arena, s->guide->town)}, {NULL, NULL}};
    bool free = id_is_free(s, id);
    if (!topics_exist(s, topics) || !free ||
        !add_template(s, arena_print(s->arena, "offices/%s.xml", id), "scaffold/office-facts.xml",
                      words) ||
        !add_template(s, arena_print(s->arena, "de/offices/%s.xml", id),
                      "scaffold/office-words.xml", words))
        return false;
    const struct node *root = open_xml(s, "guide.xml", &edits);
    if (!root || !add_schema(s))
        return false;
    // Without core="no" a new office would take every translation off the screens.
    edit_add_child(&edits, node_child(root, "offices"), "office",
                   arena_print(s->arena, "<office ref=\"%s\" core=\"no\"/>", id));
    enter_in_topics(&edits, root, id, topics, "office", "office");
    change_guide(s, &edits);
    return true;
}

// ---- Languages -------------------------------------------------------------------------------

static const struct language *language_called(const char *name)
{
    for (size_t i = 0; i < language_count; i++) {
        const struct language *l = &languages[i];
        if (strcasecmp(l->tag, name) == 0 || strcasecmp(l->german, name) == 0 ||
            strcasecmp(l->english, name) == 0 || strcmp(l->endonym, name) == 0)
            return l;
    }
    return NULL;
}

static const char *all_tags(struct arena *arena)
{
    const char *list = "";
    for (size_t i = 1; i < language_count; i++)
        list = arena_print(arena, "%s%s%s", list, *list ? " " : "", languages[i].tag);
    return list;
}

static bool language_is_known(struct scaffold *s, const char *tag)
{
    const struct language *called = language_called(tag);
    if (language_find(tag))
        return true;
    if (called)
        fault_add(s->faults, (struct place){0}, "no language `%s`; did you mean `%s`?", tag,
                  called->tag);
    else
        fault_add(s->faults, (struct place){0},
                  "the program does not know the language `%.40s`; it knows %s, another one needs "
                  "a developer (src/text/language.c)",
                  tag, all_tags(s->arena));
    return false;
}

// A term in a translation names the German word.
static void name_terms(struct edits *edits, const struct node *node)
{
    for (const struct node *n = node->first; n; n = n->next) {
        if (n->name && strcmp(n->name, "term") == 0 && !node_attribute(n, "de"))
            edit_set_attribute(edits, n, "de",
                               xml_escaped(edits->arena, node_text(edits->arena, n)));
        name_terms(edits, n);
    }
}

// The German words, to be replaced one after the other.
static const char *german_words(struct scaffold *s)
{
    struct edits edits;
    struct buf out = {0};
    const struct node *root = open_xml(s, "de/guide.xml", &edits);
    if (!root)
        return NULL;
    name_terms(&edits, root);
    edits_print(&edits, root->tag_start + root->tag_length, root->content_end, &out);
    return buf_keep(&out, s->arena);
}

static bool language_is_new(struct scaffold *s, const char *tag, const char *name)
{
    if (strcmp(tag, "de") != 0 && !path_exists(path_in(s, name)))
        return true;
    fault_add(s->faults, (struct place){.file = path_in(s, name)},
              "is there already and stays as it is; `wegweiser check` says what it lacks");
    return false;
}

bool scaffold_language(struct scaffold *s, const char *tag, const struct option_texts *topics)
{
    struct edits edits;
    const char *name = arena_print(s->arena, "%s/guide.xml", tag);
    if (topics->count > 0)
        fault_add(s->faults, (struct place){0}, "a language has no topic; leave out `--topic`");
    if (topics->count > 0 || !language_is_known(s, tag) || !language_is_new(s, tag, name))
        return false;
    const struct word words[] = {{"KENNUNG", tag},
                                 {"SPRACHE", language_find(tag)->german},
                                 {"WÖRTER", german_words(s)},
                                 {NULL, NULL}};
    const struct node *root = open_xml(s, "guide.xml", &edits);
    if (!root || !words[2].value || !add_template(s, name, "scaffold/language.xml", words) ||
        !add_schema(s))
        return false;
    if (guide_language(s->guide, tag) < 0)
        edit_add_text(&edits, node_child(root, "languages"), arena_print(s->arena, " %s", tag));
    change_guide(s, &edits);
    return true;
}

// ---- Writing ---------------------------------------------------------------------------------

bool scaffold_write(struct scaffold *s)
{
    struct file_text *files = arena_alloc(s->arena, s->files.count * sizeof *files);
    for (size_t i = 0; i < s->files.count; i++) {
        const struct made *made = &s->files.items[i];
        files[i] = (struct file_text){file_target(s->arena, made->path), made->bytes, made->length};
    }
    return files_write(files, s->files.count, s->faults);
}
