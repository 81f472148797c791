// SPDX-License-Identifier: EUPL-1.2
#include "guide/xml.h"

#include <expat.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/utf8.h"

enum {
    DEPTH_LIMIT = 64,
    NODE_LIMIT = 4000,  // a page has about a hundred
    ATTRIBUTE_LIMIT = 32,
    NAME_LIMIT = 64,   // bytes
    SHOWN_LIMIT = 20,  // forbidden characters reported in one file
};

struct reader {
    XML_Parser parser;
    struct arena *arena;
    struct faults *faults;
    const char *path;
    const char *bytes;  // without the byte order mark
    size_t length;
    size_t mark;  // length of the byte order mark
    struct node *root;
    struct node *open[DEPTH_LIMIT];
    struct node **tail[DEPTH_LIMIT];  // where the next child goes
    int depth;
    size_t nodes;
    struct buf text;
    struct place text_place;
    int shown;     // forbidden characters reported so far
    bool refused;  // a fault has been reported
};

static const struct {
    uint32_t first, last;
    const char *what;
} forbidden[] = {
    {0x00, 0x08, "control character"},
    {0x0B, 0x0C, "control character"},
    {0x0E, 0x1F, "control character"},
    {0x7F, 0x9F, "control character"},
    {0x2028, 0x2029, "line separator"},
    {0x202A, 0x202E, "control of the text direction"},
    {0x2066, 0x2069, "control of the text direction"},
    {0xFFFE, 0xFFFF, "character that does not exist"},
};

static const char *why_forbidden(uint32_t c)
{
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
        if (c >= forbidden[i].first && c <= forbidden[i].last)
            return forbidden[i].what;
    return NULL;
}

static void refuse_character(struct reader *reader, struct place place, uint32_t c)
{
    reader->refused = true;
    reader->shown++;
    fault_add(reader->faults, place, "U+%04X is a %s; remove it", (unsigned)c, why_forbidden(c));
}

// ---- Before parsing --------------------------------------------------------------------------

static struct place place_of(const struct reader *reader, size_t offset)
{
    struct place place = {reader->path, 1, 1};
    for (size_t i = 0; i < offset; i++) {
        if (reader->bytes[i] == '\n') {
            place.line++;
            place.column = 1;
        } else if (((unsigned char)reader->bytes[i] & 0xC0) != 0x80) {
            place.column++;
        }
    }
    return place;
}

static void refuse_bytes(struct reader *reader)
{
    size_t valid = utf8_check(reader->bytes, reader->length);
    if (valid == reader->length)
        return;
    reader->refused = true;
    fault_add(reader->faults, place_of(reader, valid),
              "here the file is not UTF-8; save it with the encoding UTF-8");
}

static void refuse_characters(struct reader *reader)
{
    const char *at = reader->bytes, *end = at + reader->length;
    while (at < end && reader->shown < SHOWN_LIMIT) {
        const char *start = at;
        uint32_t c = *at ? utf8_next(&at) : (uint32_t)(unsigned char)*at++;
        if (why_forbidden(c))
            refuse_character(reader, place_of(reader, (size_t)(start - reader->bytes)), c);
    }
}

// ---- While parsing ---------------------------------------------------------------------------

static struct place here(const struct reader *reader)
{
    return (struct place){reader->path, (int)XML_GetCurrentLineNumber(reader->parser),
                          (int)XML_GetCurrentColumnNumber(reader->parser) + 1};
}

static void stop(struct reader *reader)
{
    reader->refused = true;
    XML_StopParser(reader->parser, XML_FALSE);
}

static void check_characters(struct reader *reader, const char *text, struct place place)
{
    for (uint32_t c; (c = utf8_next(&text));)
        if (why_forbidden(c))
            refuse_character(reader, place, c);
    if (reader->shown >= SHOWN_LIMIT)
        stop(reader);
}

static void append(struct reader *reader, struct node *node)
{
    if (++reader->nodes > NODE_LIMIT) {
        fault_add(reader->faults, node->place, "more than %d elements and texts; split the file",
                  NODE_LIMIT);
        stop(reader);
    }
    if (reader->depth == 0) {
        reader->root = node;
        return;
    }
    struct node ***tail = &reader->tail[reader->depth - 1];
    **tail = node;
    *tail = &node->next;
}

static void end_text(struct reader *reader)
{
    if (reader->text.length == 0)
        return;
    struct node *node = arena_alloc(reader->arena, sizeof *node);
    node->text = arena_copy(reader->arena, reader->text.text, reader->text.length);
    node->place = reader->text_place;
    append(reader, node);
    buf_clear(&reader->text);
}

static void XMLCALL on_text(void *user, const XML_Char *bytes, int length)
{
    struct reader *reader = user;
    if (reader->text.length == 0)
        reader->text_place = here(reader);
    size_t before = reader->text.length;
    buf_add(&reader->text, bytes, (size_t)length);
    check_characters(reader, reader->text.text + before, here(reader));
}

static void check_name(struct reader *reader, const char *name, struct place place)
{
    if (strlen(name) <= NAME_LIMIT)
        return;
    fault_add(reader->faults, place,
              "a name of more than %d bytes; no element or attribute is "
              "called so",
              NAME_LIMIT);
    stop(reader);
}

static void take_attributes(struct reader *reader, struct node *node, const XML_Char **pairs)
{
    size_t count = 0;
    while (pairs[count * 2])
        count++;
    if (count > ATTRIBUTE_LIMIT) {
        fault_add(reader->faults, node->place, "more than %d attributes; remove some",
                  ATTRIBUTE_LIMIT);
        stop(reader);
        return;
    }
    node->attributes = arena_alloc(reader->arena, count * sizeof *node->attributes);
    node->attribute_count = count;
    for (size_t i = 0; i < count; i++) {
        check_name(reader, pairs[i * 2], node->place);
        check_characters(reader, pairs[i * 2 + 1], node->place);
        node->attributes[i].name = arena_text(reader->arena, pairs[i * 2]);
        node->attributes[i].value = arena_text(reader->arena, pairs[i * 2 + 1]);
    }
}

static void XMLCALL on_start(void *user, const XML_Char *name, const XML_Char **pairs)
{
    struct reader *reader = user;
    end_text(reader);
    struct node *node = arena_alloc(reader->arena, sizeof *node);
    node->place = here(reader);
    node->tag_start = reader->mark + (size_t)XML_GetCurrentByteIndex(reader->parser);
    node->tag_length = (size_t)XML_GetCurrentByteCount(reader->parser);
    check_name(reader, name, node->place);
    node->name = arena_text(reader->arena, name);
    take_attributes(reader, node, pairs);
    append(reader, node);
    if (reader->depth == DEPTH_LIMIT) {
        fault_add(reader->faults, node->place,
                  "elements are nested more than %d deep; flatten them", DEPTH_LIMIT);
        stop(reader);
        return;
    }
    reader->open[reader->depth] = node;
    reader->tail[reader->depth] = &node->first;
    reader->depth++;
}

static void XMLCALL on_end(void *user, const XML_Char *name)
{
    struct reader *reader = user;
    (void)name;
    end_text(reader);
    // Expat may end an empty element after it was told to stop.
    if (reader->depth == 0 || XML_GetErrorCode(reader->parser) == XML_ERROR_ABORTED)
        return;
    reader->depth--;
    reader->open[reader->depth]->content_end =
        reader->mark + (size_t)XML_GetCurrentByteIndex(reader->parser);
}

static void XMLCALL on_declaration(void *user, const XML_Char *version, const XML_Char *encoding,
                                   int standalone)
{
    struct reader *reader = user;
    (void)version, (void)standalone;
    if (!encoding || strcasecmp(encoding, "UTF-8") == 0)
        return;
    fault_add(reader->faults, here(reader),
              "encoding `%.40s`; save the file as UTF-8 and write encoding=\"UTF-8\"", encoding);
    stop(reader);
}

static void XMLCALL on_doctype(void *user, const XML_Char *name, const XML_Char *system,
                               const XML_Char *public, int internal)
{
    struct reader *reader = user;
    (void)name, (void)system, (void)public, (void)internal;
    // Expat stands at the end of the declaration.
    size_t at = (size_t)XML_GetCurrentByteIndex(reader->parser);
    while (at > 0 && strncmp(reader->bytes + at, "<!", 2) != 0)
        at--;
    fault_add(reader->faults, place_of(reader, at),
              "a document type is not allowed; remove `<!DOCTYPE …>`");
    stop(reader);
}

// ---- What Expat did not like -----------------------------------------------------------------

static void refuse_open(struct reader *reader, struct place place, enum XML_Error error)
{
    const struct node *open = reader->open[reader->depth - 1];
    if (error == XML_ERROR_TAG_MISMATCH)
        place.column -= 2;  // Expat stands behind "</"
    fault_add(reader->faults, place, "`<%s>` of line %d is not closed; write `</%s>` before this",
              open->name, open->place.line, open->name);
}

// A lone & or <, by far the most common slip. False: it was something else.
static bool refuse_lone(struct reader *reader, struct place place)
{
    size_t at = (size_t)XML_GetCurrentByteIndex(reader->parser);
    if (at == 0 || at > reader->length)
        return false;
    char before = reader->bytes[at - 1];
    if (before != '&' && before != '<')
        return false;
    place.column--;
    fault_add(reader->faults, place, "a lone `%c`; write `%s`", before,
              before == '&' ? "&amp;" : "&lt;");
    return true;
}

static const struct {
    enum XML_Error error;
    const char *message;
} malformed[] = {
    {XML_ERROR_NO_ELEMENTS, "no element at all; write the file after the example of another"},
    {XML_ERROR_INVALID_TOKEN, "this is no XML; quote the values of attributes, close tags with > "
                              "and write `&lt;` for <"},
    {XML_ERROR_UNCLOSED_TOKEN,
     "a tag, comment or quotation begins here and does not end; close it"},
    {XML_ERROR_PARTIAL_CHAR, "the file ends inside a character; save it again as UTF-8"},
    {XML_ERROR_DUPLICATE_ATTRIBUTE, "the same attribute twice in one tag; keep one"},
    {XML_ERROR_JUNK_AFTER_DOC_ELEMENT, "the outermost element has ended before; remove what "
                                       "follows it"},
    {XML_ERROR_UNDEFINED_ENTITY, "only &amp; &lt; &gt; &quot; &apos; are known; write the "
                                 "character itself"},
    {XML_ERROR_BAD_CHAR_REF, "a reference to a character that must not be; remove it"},
    {XML_ERROR_MISPLACED_XML_PI, "`<?xml …?>` is not at the very beginning; remove what stands "
                                 "before it"},
    {XML_ERROR_XML_DECL, "`<?xml …?>` is wrong; write `<?xml version=\"1.0\" "
                         "encoding=\"UTF-8\"?>`"},
    {XML_ERROR_UNCLOSED_CDATA_SECTION, "`<![CDATA[` does not end; write `]]>`"},
};

static void refuse_malformed(struct reader *reader)
{
    enum XML_Error error = XML_GetErrorCode(reader->parser);
    struct place place = here(reader);
    if (reader->depth > 0 && (error == XML_ERROR_TAG_MISMATCH || error == XML_ERROR_NO_ELEMENTS)) {
        refuse_open(reader, place, error);
        return;
    }
    if (error == XML_ERROR_INVALID_TOKEN && refuse_lone(reader, place))
        return;
    for (size_t i = 0; i < sizeof malformed / sizeof *malformed; i++) {
        if (malformed[i].error == error) {
            fault_add(reader->faults, place, "%s", malformed[i].message);
            return;
        }
    }
    fault_add(reader->faults, place, "malformed XML, %s; compare with another file",
              XML_ErrorString(error));
}

static void parse(struct reader *reader)
{
    // Naming the encoding keeps Expat from guessing UTF-16 or believing the declaration.
    reader->parser = XML_ParserCreate("UTF-8");
    if (!reader->parser)
        memory_exhausted();
    XML_SetUserData(reader->parser, reader);
    XML_SetElementHandler(reader->parser, on_start, on_end);
    XML_SetCharacterDataHandler(reader->parser, on_text);
    XML_SetXmlDeclHandler(reader->parser, on_declaration);
    XML_SetStartDoctypeDeclHandler(reader->parser, on_doctype);
    enum XML_Status status =
        XML_Parse(reader->parser, reader->bytes, (int)reader->length, XML_TRUE);
    enum XML_Error error = XML_GetErrorCode(reader->parser);
    if (status != XML_STATUS_OK && error == XML_ERROR_NO_MEMORY)
        memory_exhausted();
    if (status != XML_STATUS_OK && error != XML_ERROR_ABORTED) {
        refuse_malformed(reader);
        reader->refused = true;
    }
    XML_ParserFree(reader->parser);
    buf_free(&reader->text);
}

struct node *xml_read(struct arena *arena, const char *path, struct faults *faults)
{
    struct reader reader = {.arena = arena, .faults = faults, .path = path};
    // Only the tree is kept: thirty languages would keep a lot of angle brackets.
    struct arena *scratch = arena_new();
    reader.bytes = file_read(scratch, path, XML_FILE_LIMIT, &reader.length, faults);
    if (reader.bytes) {
        if (strncmp(reader.bytes, "\xEF\xBB\xBF", 3) == 0)
            reader.mark = 3;
        reader.bytes += reader.mark;
        reader.length -= reader.mark;
        refuse_bytes(&reader);
        if (!reader.refused)
            refuse_characters(&reader);
        if (!reader.refused)
            parse(&reader);
    }
    struct node *root = reader.bytes && !reader.refused ? reader.root : NULL;
    arena_free(scratch);
    return root;
}

// ---- Looking at the tree ---------------------------------------------------------------------

const char *node_attribute(const struct node *node, const char *name)
{
    for (size_t i = 0; i < node->attribute_count; i++)
        if (strcmp(node->attributes[i].name, name) == 0)
            return node->attributes[i].value;
    return NULL;
}

static const struct node *find(const struct node *node, const char *name)
{
    while (node && (!node->name || strcmp(node->name, name) != 0))
        node = node->next;
    return node;
}

const struct node *node_child(const struct node *parent, const char *name)
{
    return find(parent->first, name);
}

const struct node *node_next(const struct node *node)
{
    return find(node->next, node->name);
}

const char *node_text(struct arena *arena, const struct node *node)
{
    struct buf text = {0};
    bool space = false;
    for (const struct node *child = node->first; child; child = child->next) {
        for (const char *at = child->text ? child->text : ""; *at; at++) {
            if (strchr(" \t\r\n", *at)) {
                space = text.length > 0;
                continue;
            }
            if (space)
                buf_text(&text, " ");
            space = false;
            buf_add(&text, at, 1);
        }
    }
    const char *copy = arena_text(arena, text.text ? text.text : "");
    buf_free(&text);
    return copy;
}
