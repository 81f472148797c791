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
    const char *message;
} forbidden[] = {
    {0x00, 0x08, E_("U+%04X is a control character; remove it")},
    {0x0B, 0x0C, E_("U+%04X is a control character; remove it")},
    {0x0E, 0x1F, E_("U+%04X is a control character; remove it")},
    {0x7F, 0x9F, E_("U+%04X is a control character; remove it")},
    {0x2028, 0x2029, E_("U+%04X is a line separator; remove it")},
    {0x202A, 0x202E, E_("U+%04X is a control of the text direction; remove it")},
    {0x2066, 0x2069, E_("U+%04X is a control of the text direction; remove it")},
    {0xFFFE, 0xFFFF, E_("U+%04X is a character that does not exist; remove it")},
};

const char *why_forbidden(uint32_t c)
{
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
        if (c >= forbidden[i].first && c <= forbidden[i].last)
            return forbidden[i].message;
    return NULL;
}

static void refuse_character(struct reader *reader, struct place place, uint32_t c)
{
    reader->refused = true;
    reader->shown++;
    fault_add(reader->faults, place, why_forbidden(c), (unsigned)c);
}

// ---- Before parsing --------------------------------------------------------------------------

static struct place place_behind(struct place place, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        // As for Expat a lone CR ends a line, too.
        if (bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n')) {
            place.line++;
            place.column = 1;
        } else if (((unsigned char)bytes[i] & 0xC0) != 0x80) {
            place.column++;
        }
    }
    return place;
}

static struct place place_of(const struct reader *reader, size_t offset)
{
    return place_behind((struct place){reader->path, 1, 1}, reader->bytes, offset);
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
    if (++reader->nodes == NODE_LIMIT + 1) {
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
              "a name of more than %d bytes; correct it, no element or attribute is "
              "called so",
              NAME_LIMIT);
    stop(reader);
}

// The attributes of a start tag, which is well-formed, stand in the order in which Expat names them.
static void place_attributes(const struct reader *reader, struct node *node)
{
    struct place place = node->place;
    const char *at = reader->bytes + node->tag_start - reader->mark;
    const char *next = at + 1 + strlen(node->name);
    for (size_t i = 0; i < node->attribute_count; i++) {
        next += strspn(next, " \t\r\n");
        place = place_behind(place, at, (size_t)(next - at));
        at = next;
        node->attributes[i].place = place;
        next += strcspn(next, "\"'");
        next = strchr(next + 1, *next) + 1;
    }
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
        node->attributes[i].name = arena_text(reader->arena, pairs[i * 2]);
        node->attributes[i].value = arena_text(reader->arena, pairs[i * 2 + 1]);
    }
    place_attributes(reader, node);
    for (size_t i = 0; i < count; i++)
        check_characters(reader, node->attributes[i].value, node->attributes[i].place);
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

static void refuse_open(struct reader *reader, struct place place)
{
    const struct node *open = reader->open[reader->depth - 1];
    fault_add(reader->faults, place, "`<%s>` of line %d is not closed; write `</%s>` before this",
              open->name, open->place.line, open->name);
}

static bool is_open(const struct reader *reader, const char *name, size_t length)
{
    for (int i = 0; i < reader->depth; i++)
        if (strlen(reader->open[i]->name) == length &&
            strncmp(reader->open[i]->name, name, length) == 0)
            return true;
    return false;
}

// An end tag that was forgotten, or one too many. Expat stands behind its "</".
static void refuse_end_tag(struct reader *reader, struct place place)
{
    const struct node *open = reader->open[reader->depth - 1];
    const char *name = reader->bytes + XML_GetCurrentByteIndex(reader->parser);
    size_t length = strcspn(name, " \t\r\n>");
    place.column -= 2;
    if (is_open(reader, name, length))
        refuse_open(reader, place);
    else
        fault_add(reader->faults, place,
                  "`</%.*s>` ends no element; remove it, or write `</%s>` to end that of line %d",
                  (int)(length < NAME_LIMIT ? length : NAME_LIMIT), name, open->name,
                  open->place.line);
}

// The last such text that begins before `at`; NULL: none does.
static const char *last_of(const struct reader *reader, const char *at, const char *what)
{
    while (at-- > reader->bytes)
        if (strncmp(at, what, strlen(what)) == 0)
            return at;
    return NULL;
}

// Whether a tag has begun before `at` and not ended; in it, the open quotation mark or 0.
static bool is_in_tag(const struct reader *reader, const char *at, char *quote)
{
    const char *tag = last_of(reader, at, "<");
    *quote = 0;
    for (const char *c = tag ? tag + 1 : at; c < at; c++) {
        if (*c == *quote)
            *quote = 0;
        else if (!*quote && strchr("\"'", *c))
            *quote = *c;
        else if (!*quote && *c == '>')
            return false;
    }
    return tag != NULL;
}

static bool in_comment(const struct reader *reader, const char *at)
{
    const char *start = last_of(reader, at, "<!--"), *end = last_of(reader, at, "-->");
    return start && (!end || end < start);
}

static bool ends_cdata(const struct reader *reader, const char *at)
{
    return *at == '>' && last_of(reader, at, "]]") == at - 2;
}

static bool in_value(const struct reader *reader, const char *at)
{
    char quote;
    return *at == '<' && is_in_tag(reader, at, &quote) && quote;
}

static bool in_tag(const struct reader *reader, const char *at)
{
    char quote;
    return is_in_tag(reader, at, &quote) && !quote;
}

static bool begins_in_tag(const struct reader *reader, const char *at)
{
    return *at == '<' && in_tag(reader, at);
}

// Within a tag, the last character before `at` but for white space; else 0.
static char before_in_tag(const struct reader *reader, const char *at)
{
    if (!in_tag(reader, at))
        return 0;
    do
        at--;
    while (strchr(" \t\r\n", *at));
    return *at;
}

static bool lacks_quotes(const struct reader *reader, const char *at)
{
    return before_in_tag(reader, at) == '=';
}

static bool follows_quote(const struct reader *reader, const char *at)
{
    char before = before_in_tag(reader, at);
    return before == '"' || before == '\'' || (before && strchr("\"'", *at));
}

static bool follows_slash(const struct reader *reader, const char *at)
{
    return in_tag(reader, at) && at[-1] == '/' && at[-2] != '<';
}

static bool in_end_tag(const struct reader *reader, const char *at)
{
    return in_tag(reader, at) && last_of(reader, at, "<")[1] == '/';
}

static bool in_declaration(const struct reader *reader, const char *at)
{
    return in_tag(reader, at) && last_of(reader, at, "<")[1] == '!';
}

static bool in_reference(const struct reader *reader, const char *at)
{
    const char *start = last_of(reader, at, "&");
    return start && start + 1 + strcspn(start + 1, " \t\r\n;<>&\"'=") >= at;
}

static bool before_all(const struct reader *reader, const char *at)
{
    (void)at;
    return !reader->root;
}

// What Expat calls an invalid token: the first row that fits.
static const struct {
    bool (*fits)(const struct reader *reader, const char *at);
    const char *message;
} slips[] = {
    {in_comment, E_("`--` within a comment; leave out one of the hyphens")},
    {ends_cdata, E_("`]]>` in a text; write `]]&gt;`")},
    {in_value, E_("`<` within the value of an attribute; close its quotation mark before this, or "
                  "write `&lt;`")},
    {lacks_quotes, E_("the value of an attribute without straight quotation marks; write it like "
                      "name=\"value\"")},
    {begins_in_tag, E_("a tag begins within another; close that one with `>` before this")},
    {follows_quote, E_("a quotation mark ends the value before this; put a space behind it, or "
                       "write `&quot;` within the value")},
    {follows_slash, E_("a `/` without `>` behind it; write `/>`")},
    {in_end_tag, E_("an end tag holds its name alone; write it like `</p>`")},
    {in_declaration, E_("`<!` begins nothing but a comment; write it like `<!-- … -->`")},
    {in_tag, E_("an attribute without a value; write it like name=\"value\"")},
    {in_reference, E_("`&` begins a name that does not end with a semicolon; write `&amp;` for the "
                      "sign itself")},
    {before_all, E_("a text in front of the first element; remove it")},
};

// A lone & or <, by far the most common slip. False: it was something else.
static bool refuse_lone(struct reader *reader, const char *at, struct place place)
{
    char before = at > reader->bytes ? at[-1] : '\0';
    if (before != '&' && before != '<')
        return false;
    place.column--;
    fault_add(reader->faults, place, "a lone `%c`; write `%s`", before,
              before == '&' ? "&amp;" : "&lt;");
    return true;
}

// False: it is none of the known slips.
static bool refuse_slip(struct reader *reader, struct place place)
{
    size_t offset = (size_t)XML_GetCurrentByteIndex(reader->parser);
    const char *at = reader->bytes + offset;
    if (offset > reader->length)
        return false;
    if (!in_comment(reader, at) && refuse_lone(reader, at, place))
        return true;
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        if (slips[i].fits(reader, at)) {
            fault_add(reader->faults, place, "%s", fault_tr(slips[i].message));
            return true;
        }
    }
    return false;
}

// What begins here and does not end with the file: the first row that fits.
static const struct {
    const char *start, *message;
} unclosed[] = {
    {"<!--", E_("a comment begins here and does not end; write `-->`")},
    {"<?", E_("an instruction begins here and does not end; write `?>`")},
    {"</", E_("an end tag begins here and does not end; write `>`")},
    {"&",
     E_("a reference begins here and does not end; write `;`, or `&amp;` for the sign itself")},
    {"", E_("a tag begins here and does not end; close the quotation marks of its values and write "
            "`>`")},
};

static void refuse_unclosed(struct reader *reader, struct place place)
{
    const char *at = reader->bytes + XML_GetCurrentByteIndex(reader->parser);
    size_t i = 0;
    while (strncmp(at, unclosed[i].start, strlen(unclosed[i].start)) != 0)
        i++;
    fault_add(reader->faults, place, "%s", fault_tr(unclosed[i].message));
}

static bool is_known_entity(const char *name, size_t length)
{
    static const char *const known[] = {"amp", "lt", "gt", "quot", "apos"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strlen(known[i]) == length && strncmp(name, known[i], length) == 0)
            return true;
    return *name == '#';
}

// Within an attribute Expat stands at the tag: the culprit is the first unknown one from there.
static void refuse_entity(struct reader *reader)
{
    enum { NAME_SHOWN = 20 };
    const char *at = reader->bytes + XML_GetCurrentByteIndex(reader->parser);
    at += strcspn(at, "&");
    while (*at && is_known_entity(at + 1, strcspn(at + 1, ";")))
        at += 1 + strcspn(at + 1, "&");
    int length = (int)strcspn(at, ";");
    fault_add(reader->faults, place_of(reader, (size_t)(at - reader->bytes)),
              "no character is called `%.*s%s`; write the character itself, only &amp; &lt; &gt; "
              "&quot; &apos; have names",
              length < NAME_SHOWN ? length : NAME_SHOWN, at, length < NAME_SHOWN ? ";" : "…");
}

static const struct {
    enum XML_Error error;
    const char *message;
} malformed[] = {
    {XML_ERROR_NO_ELEMENTS, E_("no element at all; write the file after the example of another")},
    {XML_ERROR_SYNTAX, E_("no element begins here; remove what stands in front of the first one")},
    {XML_ERROR_INVALID_TOKEN,
     E_("this is no XML; quote the values of attributes, close tags with > "
        "and write `&lt;` for <")},
    {XML_ERROR_PARTIAL_CHAR, E_("the file ends inside a character; save it again as UTF-8")},
    {XML_ERROR_DUPLICATE_ATTRIBUTE, E_("the same attribute twice in one tag; keep one")},
    {XML_ERROR_JUNK_AFTER_DOC_ELEMENT, E_("the outermost element has ended before; remove what "
                                          "follows it")},
    {XML_ERROR_BAD_CHAR_REF, E_("a reference to a character that must not be; remove it")},
    {XML_ERROR_MISPLACED_XML_PI, E_("`<?xml …?>` is not at the very beginning; remove what stands "
                                    "before it")},
    {XML_ERROR_XML_DECL, E_("`<?xml …?>` is wrong; write `<?xml version=\"1.0\" "
                            "encoding=\"UTF-8\"?>`")},
    {XML_ERROR_UNCLOSED_CDATA_SECTION, E_("`<![CDATA[` does not end; write `]]>`")},
};

static void refuse_malformed(struct reader *reader)
{
    enum XML_Error error = XML_GetErrorCode(reader->parser);
    struct place place = here(reader);
    if (error == XML_ERROR_TAG_MISMATCH) {
        refuse_end_tag(reader, place);
        return;
    }
    if (error == XML_ERROR_NO_ELEMENTS && reader->depth > 0) {
        refuse_open(reader, place);
        return;
    }
    if (error == XML_ERROR_UNCLOSED_TOKEN) {
        refuse_unclosed(reader, place);
        return;
    }
    if (error == XML_ERROR_UNDEFINED_ENTITY) {
        refuse_entity(reader);
        return;
    }
    if (error == XML_ERROR_INVALID_TOKEN && refuse_slip(reader, place))
        return;
    for (size_t i = 0; i < sizeof malformed / sizeof *malformed; i++) {
        if (malformed[i].error == error) {
            fault_add(reader->faults, place, "%s", fault_tr(malformed[i].message));
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

struct node *xml_parse(struct arena *arena, const char *path, const char *bytes, size_t length,
                       struct faults *faults)
{
    struct reader reader = {.arena = arena, .faults = faults, .path = path};
    reader.mark = strncmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    reader.bytes = bytes + reader.mark;
    reader.length = length - reader.mark;
    refuse_bytes(&reader);
    if (!reader.refused)
        refuse_characters(&reader);
    if (!reader.refused)
        parse(&reader);
    return reader.refused ? NULL : reader.root;
}

struct node *xml_read(struct arena *arena, const char *path, struct faults *faults)
{
    // Only the tree is kept: thirty languages would keep a lot of angle brackets.
    struct arena *scratch = arena_new();
    size_t length;
    const char *bytes = file_read(scratch, path, XML_FILE_LIMIT, &length, faults);
    struct node *root = bytes ? xml_parse(arena, path, bytes, length, faults) : NULL;
    arena_free(scratch);
    return root;
}

// ---- Looking at the tree ---------------------------------------------------------------------

static const struct attribute *find_attribute(const struct node *node, const char *name)
{
    for (size_t i = 0; i < node->attribute_count; i++)
        if (strcmp(node->attributes[i].name, name) == 0)
            return &node->attributes[i];
    return NULL;
}

const char *node_attribute(const struct node *node, const char *name)
{
    const struct attribute *attribute = find_attribute(node, name);
    return attribute ? attribute->value : NULL;
}

struct place node_attribute_place(const struct node *node, const char *name)
{
    const struct attribute *attribute = find_attribute(node, name);
    return attribute ? attribute->place : node->place;
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
    return buf_keep(&text, arena);
}
