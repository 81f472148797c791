// SPDX-License-Identifier: EUPL-1.2
#include "site/data.h"

#include <string.h>

#include "base/utf8.h"

enum {
    SOFT_HYPHEN = 0xAD,
    NO_BREAK_SPACE = 0xA0,
    NARROW_SPACE = 0x202F,
    WORD_JOINER = 0x2060,
    FIRST_ISOLATE = 0x2066,
    LAST_ISOLATE = 0x2069,
};

static bool only_sets(uint32_t c)
{
    return c == SOFT_HYPHEN || c == WORD_JOINER || (c >= FIRST_ISOLATE && c <= LAST_ISOLATE);
}

static void add(struct buf *out, uint32_t c)
{
    char bytes[4];
    buf_add(out, bytes, utf8_put(bytes, c));
}

static void add_plain(struct buf *out, const char *text)
{
    for (uint32_t c; (c = utf8_next(&text));)
        if (!only_sets(c))
            add(out, c == NO_BREAK_SPACE || c == NARROW_SPACE ? ' ' : c);
}

const char *plain_text(struct arena *arena, const char *text)
{
    struct buf plain = {0};
    add_plain(&plain, text);
    const char *result = arena_copy(arena, plain.length ? plain.text : "", plain.length);
    buf_free(&plain);
    return result;
}

// ---- JSON ----------------------------------------------------------------------------------

void json_member(struct buf *json, const char *name, const char *text)
{
    if (!text || !*text)
        return;
    buf_print(json, "\"%s\":", name);
    json_text(json, text);
    buf_text(json, ",");
}

void json_close(struct buf *json, const char *end)
{
    if (json->length > 0 && json->text[json->length - 1] == ',')
        json->text[--json->length] = '\0';
    buf_text(json, end);
}

// ---- Lines ---------------------------------------------------------------------------------

void line_text(struct buf *lines, const char *name, const char *text)
{
    struct buf plain = {0};
    add_plain(&plain, text);
    buf_print(lines, "%s:", name);
    for (const char *c = plain.length ? plain.text : ""; *c; c++) {
        if (strchr(",;\\", *c))
            buf_text(lines, "\\");
        buf_add(lines, *c == '\n' ? "\\n" : c, *c == '\n' ? 2 : 1);
    }
    buf_text(lines, "\r\n");
    buf_free(&plain);
}

enum { LINE = 75 };  // bytes without CRLF; the space that continues a line counts

static bool is_inside(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;  // of a character of several bytes
}

void lines_fold(struct buf *lines)
{
    struct buf folded = {0};
    const char *line = lines->length ? lines->text : "";
    while (*line) {
        size_t length = strcspn(line, "\r"), room = LINE;
        for (; length > room; room = LINE - 1) {
            size_t part = room;
            while (is_inside(line[part]))
                part--;
            buf_add(&folded, line, part);
            buf_text(&folded, "\r\n ");
            line += part;
            length -= part;
        }
        buf_add(&folded, line, length);
        buf_text(&folded, "\r\n");
        line += length + strspn(line + length, "\r\n");
    }
    buf_free(lines);
    *lines = folded;
}
