// SPDX-License-Identifier: EUPL-1.2
// Changing single attributes and texts of an XML file and nothing else: its bytes are edited, so
// that comments, indentation and line ends stay as their editor left them.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "guide/xml.h"

struct edit {
    size_t start, end;  // of the bytes that are replaced
    const char *text;   // what stands there then
};

// Where the value of an attribute stands, between its quotation marks; false: the tag has none.
bool tag_value(const char *bytes, const struct node *node, const char *name, size_t *start,
               size_t *end);

// Gives an attribute a value that needs no escaping; one that is not there yet becomes the last.
struct edit tag_edit(struct arena *arena, const char *bytes, const struct node *node,
                     const char *name, const char *value);

// The edits stand in the order of the bytes and do not overlap.
void edits_apply(const struct edit *edits, size_t count, const char *bytes, size_t length,
                 struct buf *out);
