// SPDX-License-Identifier: EUPL-1.2
#include "editor/passage.h"

#include <string.h>

#include "base/file.h"
#include "guide/edit.h"

#define SPACES " \t\r\n"

// What translators call it, by the element and its `kind`. "": only its parts need a name.
static const struct {
    const char *element, *kind, *noun;
} nouns[] = {
    {"title", NULL, "Titel"},
    {"name", NULL, "Name"},
    {"purpose", NULL, "Zeile für Listen"},
    {"lead", NULL, "Einleitung"},
    {"fact", "deadline", "Frist"},
    {"fact", "cost", "Kosten"},
    {"fact", "duration", "Dauer"},
    {"h", NULL, "Überschrift"},
    {"p", NULL, "Absatz"},
    {"list", NULL, ""},
    {"item", NULL, "Punkt"},
    {"steps", NULL, ""},
    {"step", NULL, "Schritt"},
    {"note", NULL, "Kasten"},
    {"number", NULL, "Notrufnummer"},
    {"link", NULL, "Link"},
    {"help", NULL, "was die Stelle tut"},
    {"bring", NULL, "was man mitbringt"},
    {"greeting", NULL, "Gruß"},
    {"welcome", NULL, "Willkommensgruß"},
    {"question", NULL, "Frage"},
    {"topic", NULL, "Thema"},
    {"entry", NULL, "Fachwort"},
};

struct walk {
    struct arena *arena;
    struct source *source;
};

// ---- Names -----------------------------------------------------------------------------------

static const char *noun_of(const struct node *node)
{
    const char *kind = node_attribute(node, "kind");
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (strcmp(nouns[i].element, node->name) == 0 &&
            (!nouns[i].kind || (kind && strcmp(nouns[i].kind, kind) == 0)))
            return nouns[i].noun;
    return node->name;
}

// From 1, among the siblings of its name.
static int number_of(const struct node *parent, const struct node *node)
{
    int number = 1;
    for (const struct node *n = node_child(parent, node->name); n != node; n = node_next(n))
        number++;
    return number;
}

// The first one has no number: it keeps its name when a second one comes.
static const char *path_of(struct arena *arena, const char *above, const struct node *node,
                           int number)
{
    const char *slash = *above ? "/" : "";
    return number == 1 ? arena_print(arena, "%s%s%s", above, slash, node->name)
                       : arena_print(arena, "%s%s%s[%d]", above, slash, node->name, number);
}

// Numbered among those that are called the same, if there are several.
static const char *label_of(struct arena *arena, const char *above, const struct node *parent,
                            const struct node *node)
{
    const char *noun = noun_of(node), *comma = *above ? ", " : "";
    int count = 0, number = 0;
    for (const struct node *n = node_child(parent, node->name); n; n = node_next(n)) {
        count += noun_of(n) == noun;
        number = n == node ? count : number;
    }
    if (!*noun)
        return above;
    return count == 1 ? arena_print(arena, "%s%s%s", above, comma, noun)
                      : arena_print(arena, "%s%s%s %d", above, comma, noun, number);
}

// ---- Passages --------------------------------------------------------------------------------

const char *passage_words(struct arena *arena, const char *bytes, size_t length)
{
    char *copy = arena_copy(arena, bytes, length), *to = copy;
    bool spaced = true;
    for (const char *at = copy; *at; at++) {
        bool space = strchr(SPACES, *at);
        if (!space || !spaced)
            *to++ = space ? ' ' : *at;
        spaced = space;
    }
    if (to > copy && to[-1] == ' ')
        to--;
    *to = '\0';
    return copy;
}

static void trim(const char *bytes, size_t *start, size_t *end)
{
    while (*start < *end && strchr(SPACES, bytes[*start]))
        ++*start;
    while (*end > *start && strchr(SPACES, bytes[*end - 1]))
        --*end;
}

static void add_passage(struct walk *walk, const struct node *node, const char *path,
                        const char *label)
{
    struct passage passage = {
        path, label, NULL, node->tag_start + node->tag_length, node->content_end, node->place};
    const char *bytes = walk->source->bytes;
    trim(bytes, &passage.start, &passage.end);
    passage.words = passage_words(walk->arena, bytes + passage.start, passage.end - passage.start);
    *list_add(walk->arena, &walk->source->passages) = passage;
}

static const struct rule *child_rule(const struct rule *rule, const char *name)
{
    for (const struct child_rule *child = rule->children; child && child->rule; child++)
        if (strcmp(child->rule->name, name) == 0)
            return child->rule;
    return NULL;
}

static void walk_below(struct walk *walk, const struct node *parent, const struct rule *rule,
                       const char *above, const char *label_above)
{
    for (const struct node *node = parent->first; node; node = node->next) {
        const struct rule *known = node->name ? child_rule(rule, node->name) : NULL;
        if (!known)
            continue;
        int number = number_of(parent, node);
        const char *path = path_of(walk->arena, above, node, number);
        const char *label = label_of(walk->arena, label_above, parent, node);
        if (known->text == TYPE_WORDS)
            add_passage(walk, node, path, label);
        else
            walk_below(walk, node, known, path, label);
    }
}

static bool is_twin(const struct source *source, const char *german)
{
    for (size_t i = 0; i < source->passages.count; i++)
        if (strcmp(source->passages.items[i].path, german) == 0)
            return true;
    return false;
}

// An entry is named by its German word, and its own words are a plain attribute. A second entry
// of the same word, of which check warns, is passed over.
static void walk_entries(struct walk *walk)
{
    const struct node *root = walk->source->root;
    for (const struct node *node = node_child(root, "entry"); node; node = node_next(node)) {
        const char *german = node_attribute(node, "de"), *word = node_attribute(node, "word");
        struct passage passage = {.path = german, .label = noun_of(node), .place = node->place};
        if (!german || !word || is_twin(walk->source, german) ||
            !tag_value(walk->source->bytes, node, "word", &passage.start, &passage.end))
            continue;
        passage.words = passage_words(walk->arena, word, strlen(word));
        *list_add(walk->arena, &walk->source->passages) = passage;
    }
}

struct source *source_parse(struct arena *arena, const char *path, const char *bytes, size_t length,
                            enum file_kind kind, struct faults *faults)
{
    struct source *source = arena_alloc(arena, sizeof *source);
    struct walk walk = {arena, source};
    *source = (struct source){.path = path, .bytes = bytes, .length = length};
    source->root = xml_parse(arena, path, bytes, length, faults);
    if (!source->root)
        return NULL;
    if (kind == FILE_GLOSSARY)
        walk_entries(&walk);
    else
        walk_below(&walk, source->root, rules[kind], "", "");
    return source;
}

struct source *source_read(struct arena *arena, const char *path, enum file_kind kind,
                           struct faults *faults)
{
    size_t length;
    const char *bytes = file_read(arena, path, XML_FILE_LIMIT, &length, faults);
    return bytes ? source_parse(arena, path, bytes, length, kind, faults) : NULL;
}
