// SPDX-License-Identifier: EUPL-1.2
#include "guide/edit.h"

#include <string.h>

#include "guide/type.h"

#define BLANKS " \t"

void edit_add(struct edits *edits, size_t start, size_t end, const char *text)
{
    size_t i = edits->list.count;
    *list_add(edits->arena, &edits->list) = (struct edit){start, end, text};
    for (; i > 0 && edits->list.items[i - 1].start > start; i--)
        edits->list.items[i] = edits->list.items[i - 1];
    edits->list.items[i] = (struct edit){start, end, text};
}

// ---- Attributes ------------------------------------------------------------------------------

// The name of an attribute in a start tag that is known to be well-formed: quoted values are
// stepped over. NULL: it is not there.
static const char *attribute_in(const char *tag, const char *end, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = tag; at < end; at++) {
        if (*at == '"' || *at == '\'')
            at = memchr(at + 1, *at, (size_t)(end - at - 1));
        else if (strchr(" \t\r\n", *at) && (size_t)(end - at) > length + 1 &&
                 strncmp(at + 1, name, length) == 0 && strchr(" \t\r\n=", at[1 + length]))
            return at + 1;
    }
    return NULL;
}

// Behind the last attribute, before white space and the slash.
static const char *end_of_attributes(const char *tag, const char *end)
{
    do
        end--;
    while (end > tag && strchr("/> \t\r\n", end[-1]));
    return end;
}

bool tag_value(const char *bytes, const struct node *node, const char *name, size_t *start,
               size_t *end)
{
    const char *tag = bytes + node->tag_start;
    const char *attribute = attribute_in(tag, tag + node->tag_length, name);
    if (!attribute)
        return false;
    const char *value = attribute + strcspn(attribute, "\"'") + 1;
    *start = (size_t)(value - bytes);
    *end = (size_t)(strchr(value, value[-1]) - bytes);
    return true;
}

const char *xml_escaped(struct arena *arena, const char *text)
{
    static const char *const references[] = {
        ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&apos;"};
    struct buf out = {0};
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c < sizeof references / sizeof *references && references[c])
            buf_text(&out, references[c]);
        else
            buf_add(&out, text, 1);
    }
    return buf_keep(&out, arena);
}

void edit_set_attribute(struct edits *edits, const struct node *node, const char *name,
                        const char *value)
{
    size_t start, end;
    if (tag_value(edits->bytes, node, name, &start, &end)) {
        edit_add(edits, start, end, arena_text(edits->arena, value));
        return;
    }
    const char *tag = edits->bytes + node->tag_start;
    size_t at = (size_t)(end_of_attributes(tag, tag + node->tag_length) - edits->bytes);
    edit_add(edits, at, at, arena_print(edits->arena, " %s=\"%s\"", name, value));
}

// ---- Lines -----------------------------------------------------------------------------------

// The line break and the blanks before what stands at `at`; "" if something else is before it.
static const char *indent_of(const struct edits *edits, size_t at)
{
    size_t from = at;
    while (from > 0 && strchr(BLANKS, edits->bytes[from - 1]))
        from--;
    if (from == 0 || edits->bytes[from - 1] != '\n')
        return "";
    from--;
    if (from > 0 && edits->bytes[from - 1] == '\r')
        from--;
    return arena_copy(edits->arena, edits->bytes + from, at - from);
}

// Behind the comments that close the line of what ended at `at`.
static size_t behind_comments(const struct edits *edits, size_t at)
{
    const char *end = edits->bytes + at, *next = end + strspn(end, BLANKS);
    while (strncmp(next, "<!--", 4) == 0) {
        end = strstr(next, "-->") + 3;
        next = end + strspn(end, BLANKS);
    }
    return strchr("\r\n", *next) ? (size_t)(end - edits->bytes) : at;
}

static bool is_empty(const struct edits *edits, const struct node *node)
{
    return edits->bytes[node->tag_start + node->tag_length - 2] == '/';
}

static size_t end_of(const struct edits *edits, const struct node *node)
{
    if (is_empty(edits, node))
        return node->content_end;
    return (size_t)(strchr(edits->bytes + node->content_end, '>') + 1 - edits->bytes);
}

// ---- Children --------------------------------------------------------------------------------

static const struct node *last_of(const struct node *parent, const char *names)
{
    const struct node *last = NULL;
    for (const struct node *n = parent->first; n; n = n->next)
        if (n->name && type_choice(names, n->name) >= 0)
            last = n;
    return last;
}

static const struct node *first_element(const struct node *parent)
{
    const struct node *n = parent->first;
    while (n && !n->name)
        n = n->next;
    return n;
}

// One step deeper than its parent, which has no children yet.
static void add_only_child(struct edits *edits, const struct node *parent, const char *text)
{
    size_t end = parent->tag_start + parent->tag_length;
    const char *outer = indent_of(edits, parent->tag_start);
    const char *inner = *outer ? arena_print(edits->arena, "%s  ", outer) : "";
    const char *lines = arena_print(edits->arena, "%s%s", inner, text);
    if (is_empty(edits, parent))
        edit_add(edits, end - 2, end,
                 arena_print(edits->arena, ">%s%s</%s>", lines, outer, parent->name));
    else if (edits->bytes[end] == '<')
        edit_add(edits, end, end, arena_print(edits->arena, "%s%s", lines, outer));
    else
        edit_add(edits, end, end, lines);
}

void edit_add_child(struct edits *edits, const struct node *parent, const char *names,
                    const char *text)
{
    const struct node *before = last_of(parent, names), *first = first_element(parent);
    if (!first) {
        add_only_child(edits, parent, text);
        return;
    }
    const char *indent = indent_of(edits, (before ? before : first)->tag_start);
    size_t at = before ? behind_comments(edits, end_of(edits, before))
                       : parent->tag_start + parent->tag_length;
    edit_add(edits, at, at, arena_print(edits->arena, "%s%s", indent, text));
}

// ---- Texts -----------------------------------------------------------------------------------

void edit_add_text(struct edits *edits, const struct node *node, const char *text)
{
    size_t at = node->content_end;
    while (strchr(BLANKS "\r\n", edits->bytes[at - 1]))
        at--;
    edit_add(edits, at, at, text);
}

// ---- The result ------------------------------------------------------------------------------

void edits_print(const struct edits *edits, size_t from, size_t to, struct buf *out)
{
    for (size_t i = 0; i < edits->list.count; i++) {
        const struct edit *edit = &edits->list.items[i];
        if (edit->start < from || edit->end > to)
            continue;
        buf_add(out, edits->bytes + from, edit->start - from);
        buf_text(out, edit->text);
        from = edit->end;
    }
    buf_add(out, edits->bytes + from, to - from);
}
