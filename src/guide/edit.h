// SPDX-License-Identifier: EUPL-1.2
// Changes to an XML file that leave every other byte as it was: comments, indentation, line ends.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "guide/xml.h"

struct edit {
    size_t start, end;  // of the bytes that are replaced
    const char *text;   // what stands there then
};

// The changes of one file, in the order of its bytes. `bytes` is the whole file, NUL-terminated,
// in which nodes say where they stand; all live in the arena.
struct edits {
    struct arena *arena;
    const char *bytes;
    size_t length;
    LIST(struct edit) list;
};

// Puts `text`, which is not copied, in the place of the bytes from `start` up to `end`. Changes do
// not overlap.
void edit_add(struct edits *edits, size_t start, size_t end, const char *text);

// Where the value of an attribute stands, between its quotation marks; false: the tag has none.
bool tag_value(const char *bytes, const struct node *node, const char *name, size_t *start,
               size_t *end);

// A text as it stands in an attribute or between tags.
const char *xml_escaped(struct arena *arena, const char *text);

// Gives an attribute a value that needs no escaping; one that is not there yet becomes the last.
void edit_set_attribute(struct edits *edits, const struct node *node, const char *name,
                        const char *value);

// Adds the element written in `text` to the children of `parent`: behind the last one whose name
// is in `names` (set apart by spaces), else before all; on a line of its own if its neighbours are.
void edit_add_child(struct edits *edits, const struct node *parent, const char *names,
                    const char *text);

// Adds `text` at the end of what stands in an element with text, before the white space there.
void edit_add_text(struct edits *edits, const struct node *node, const char *text);

// The bytes from `from` up to `to` with the changes that lie there.
void edits_print(const struct edits *edits, size_t from, size_t to, struct buf *out);
