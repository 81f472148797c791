// SPDX-License-Identifier: EUPL-1.2
// Changes to an XML file that leave every other byte as it was: comments, indentation, line ends.
#pragma once

#include "base/buf.h"
#include "guide/tag.h"

// The changes of one file. `bytes` is the whole file, NUL-terminated; all live in the arena.
struct edits {
    struct arena *arena;
    const char *bytes;
    size_t length;
    LIST(struct edit) list;
};

// Adds the element written in `text` to the children of `parent`: behind the last one whose name
// is in `names` (set apart by spaces), else before all; on a line of its own if its neighbours are.
void edit_add_child(struct edits *edits, const struct node *parent, const char *names,
                    const char *text);

// Adds `text` at the end of what stands in an element with text, before the white space there.
void edit_add_text(struct edits *edits, const struct node *node, const char *text);

// Adds an attribute to the start tag; the value is escaped.
void edit_add_attribute(struct edits *edits, const struct node *node, const char *name,
                        const char *value);

// The bytes from `from` up to `to` with the changes that lie there.
void edits_print(const struct edits *edits, size_t from, size_t to, struct buf *out);

// A text as it stands in an attribute or between tags.
const char *xml_escaped(struct arena *arena, const char *text);
