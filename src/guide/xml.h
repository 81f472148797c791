// SPDX-License-Identifier: EUPL-1.2
// An XML file as a tree: the only house of Expat.
//
// A hostile file costs a fault, not the program: size, nesting and number of nodes are limited,
// document types, entities and encodings other than UTF-8 are refused, and so are characters
// that would steer the terminal or the direction of text.
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/fault.h"

enum { XML_FILE_LIMIT = 1024 * 1024 };  // bytes

struct attribute {
    const char *name, *value;
    struct place place;
};

// An element, or a text between tags.
struct node {
    const char *name;  // NULL: a text
    const char *text;  // of a text, as it stands in the file; NULL: an element
    struct attribute *attributes;
    size_t attribute_count;
    struct node *first, *next;     // first child, next sibling
    size_t tag_start, tag_length;  // of the start tag: bytes in the file
    size_t content_end;            // where the end tag begins
    struct place place;
};

// The root element, living in the arena with all below it; NULL if the file was refused. `path`
// must live as long as the arena.
struct node *xml_read(struct arena *arena, const char *path, struct faults *faults);
// The same of bytes that end in a NUL, which is not counted.
struct node *xml_parse(struct arena *arena, const char *path, const char *bytes, size_t length,
                       struct faults *faults);

// Why a character must not stand in content, "control character"; NULL: it may.
const char *why_forbidden(uint32_t c);

// Where an attribute stands; where the element does if it has none of that name.
struct place node_attribute_place(const struct node *node, const char *name);
// NULL: there is none.
const char *node_attribute(const struct node *node, const char *name);
const struct node *node_child(const struct node *parent, const char *name);  // the first such
const struct node *node_next(const struct node *node);  // the next sibling of the same name

// The texts directly below an element, joined, white space folded and trimmed. Never NULL.
const char *node_text(struct arena *arena, const struct node *node);
