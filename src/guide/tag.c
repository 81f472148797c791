// SPDX-License-Identifier: EUPL-1.2
#include "guide/tag.h"

#include <string.h>

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

struct edit tag_edit(struct arena *arena, const char *bytes, const struct node *node,
                     const char *name, const char *value)
{
    struct edit edit = {.text = arena_text(arena, value)};
    if (tag_value(bytes, node, name, &edit.start, &edit.end))
        return edit;
    const char *tag = bytes + node->tag_start;
    edit.start = edit.end = (size_t)(end_of_attributes(tag, tag + node->tag_length) - bytes);
    edit.text = arena_print(arena, " %s=\"%s\"", name, value);
    return edit;
}

void edits_apply(const struct edit *edits, size_t count, const char *bytes, size_t length,
                 struct buf *out)
{
    size_t done = 0;
    for (size_t i = 0; i < count; i++) {
        buf_add(out, bytes + done, edits[i].start - done);
        buf_text(out, edits[i].text);
        done = edits[i].end;
    }
    buf_add(out, bytes + done, length - done);
}
