// SPDX-License-Identifier: EUPL-1.2
#include "editor/edit.h"

#include <string.h>

#include "guide/type.h"
#include "site/html.h"

#define BLANKS " \t"

static void add(struct edits *edits, size_t start, size_t end, const char *text)
{
    size_t i = edits->list.count;
    *list_add(edits->arena, &edits->list) = (struct edit){start, end, text};
    for (; i > 0 && edits->list.items[i - 1].start > start; i--)
        edits->list.items[i] = edits->list.items[i - 1];
    edits->list.items[i] = (struct edit){start, end, text};
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
        add(edits, end - 2, end,
            arena_print(edits->arena, ">%s%s</%s>", lines, outer, parent->name));
    else if (edits->bytes[end] == '<')
        add(edits, end, end, arena_print(edits->arena, "%s%s", lines, outer));
    else
        add(edits, end, end, lines);
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
    add(edits, at, at, arena_print(edits->arena, "%s%s", indent, text));
}

// ---- Texts -----------------------------------------------------------------------------------

void edit_add_text(struct edits *edits, const struct node *node, const char *text)
{
    size_t at = node->content_end;
    while (strchr(BLANKS "\r\n", edits->bytes[at - 1]))
        at--;
    add(edits, at, at, text);
}

const char *xml_escaped(struct arena *arena, const char *text)
{
    struct html html = {0};
    html_text(&html, text);
    const char *copy = arena_copy(arena, html.out.text ? html.out.text : "", html.out.length);
    buf_free(&html.out);
    return copy;
}

void edit_add_attribute(struct edits *edits, const struct node *node, const char *name,
                        const char *value)
{
    size_t at = node->tag_start + 1 + strlen(node->name);
    add(edits, at, at,
        arena_print(edits->arena, " %s=\"%s\"", name, xml_escaped(edits->arena, value)));
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
