// SPDX-License-Identifier: EUPL-1.2
// Any text on its way into the model: glue, then isolates.
//
// Three lines: what stands before the text, the text, what stands behind it; without what is not
// UTF-8.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "guide/glue.h"
#include "guide/isolate.h"
#include "require.h"

enum {
    NO_BREAK_SPACE = 0xA0,
    WORD_JOINER = 0x2060,
    LEFT_TO_RIGHT_ISOLATE = 0x2066,
    POP_DIRECTIONAL_ISOLATE = 0x2069,
};

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check_utf8(const char *text)
{
    size_t length = strlen(text);
    require(utf8_check(text, length) == length, "what comes out is UTF-8");
}

// Without what glue and isolates consist of, blanks alike.
static const char *plain(struct arena *arena, const char *text)
{
    struct buf out = {0};
    buf_text(&out, "");
    while (*text) {
        char letter[4];
        uint32_t c = utf8_next(&text);
        if (c == NO_BREAK_SPACE)
            c = ' ';
        if (c != WORD_JOINER && c != LEFT_TO_RIGHT_ISOLATE && c != POP_DIRECTIONAL_ISOLATE)
            buf_add(&out, letter, utf8_put(letter, c));
    }
    const char *copy = arena_copy(arena, out.text, out.length);
    buf_free(&out);
    return copy;
}

// The XML loader lets no isolate in, so all are our own: one at a time, none empty.
static void check_isolates(const char *text)
{
    bool open = false;
    for (uint32_t before = 0, c; (c = utf8_next(&text)); before = c) {
        if (c == LEFT_TO_RIGHT_ISOLATE || c == POP_DIRECTIONAL_ISOLATE) {
            require(open == (c == POP_DIRECTIONAL_ISOLATE), "isolates do not nest");
            require(!open || before != LEFT_TO_RIGHT_ISOLATE, "isolates are not empty");
            open = !open;
        }
    }
    require(!open, "isolates are closed");
}

static bool has_isolate(const char *text)
{
    for (uint32_t c; (c = utf8_next(&text));)
        if (c == LEFT_TO_RIGHT_ISOLATE || c == POP_DIRECTIONAL_ISOLATE)
            return true;
    return false;
}

static const char *next_line(struct arena *arena, const char **at)
{
    size_t length = strcspn(*at, "\n");
    const char *line = arena_copy(arena, *at, length);
    *at += length + ((*at)[length] == '\n');
    return line;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena *arena = arena_new();
    size = utf8_check((const char *)bytes, size);
    const char *at = arena_copy(arena, (const char *)bytes, size);
    const char *before = next_line(arena, &at), *text = next_line(arena, &at);
    const char *after = next_line(arena, &at);

    const char *glue = glued(arena, before, text, after);
    check_utf8(glue);
    require(strcmp(plain(arena, glue), plain(arena, text)) == 0, "glue changes blanks only");
    const char *apart = isolated(arena, glue);
    check_utf8(apart);
    require(strcmp(plain(arena, apart), plain(arena, text)) == 0, "isolates change nothing else");
    if (!has_isolate(text))
        check_isolates(apart);
    arena_free(arena);
    return 0;
}
