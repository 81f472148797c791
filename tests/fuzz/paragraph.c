// SPDX-License-Identifier: EUPL-1.2
// Any text in any language, spans and width: the paragraph breaker, with letters of 10 px.
//
// The first byte says the language, the second the width; a byte from 1 to 5 begins a span of
// another kind; the rest is text, without what is not UTF-8.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "require.h"
#include "text/paragraph.h"
#include "text/script.h"

enum { LETTER = 10, TAG_END = 5, SPANS = 64, LONGEST = 3000 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static int width_of(void *fonts, const struct run *run)
{
    (void)fonts;
    require(*run->text, "only runs with text are measured");
    return (int)utf8_count(run->text) * LETTER;
}

static size_t font_of(void *fonts, const char *script, const uint32_t *code_points, size_t count,
                      enum face face)
{
    (void)fonts;
    require(count > 0 && face < FACES, "fonts are chosen for what can be seen");
    return code_points[0] % 3 + (script[0] == 'A');
}

// ---- The text --------------------------------------------------------------------------------

static size_t cut_spans(struct buf *text, struct span *spans)
{
    static const struct span kinds[] = {{"", FACE_REGULAR, false},
                                        {"", FACE_BOLD, false},
                                        {"", FACE_TAG, false},
                                        {"", FACE_REGULAR, true},
                                        {"", FACE_DISPLAY, true}};
    size_t count = 1;
    spans[0] = (struct span){.text = text->text};
    for (char *at = text->text; *at; at++) {
        if (*at < 1 || *at > 5 || count == SPANS)
            continue;
        spans[count] = kinds[*at - 1];
        *at = '\0';
        spans[count++].text = at + 1;
    }
    return count;
}

static void take_text(struct buf *text, const uint8_t *bytes, size_t size)
{
    buf_text(text, "");
    while (size > 0) {
        size_t valid = utf8_check((const char *)bytes, size);
        for (size_t i = 0; i < valid; i++)
            if (bytes[i])
                buf_add(text, (const char *)bytes + i, 1);
        size_t step = valid < size ? valid + 1 : valid;
        bytes += step;
        size -= step;
    }
}

// ---- What must be the same before and after --------------------------------------------------

// Blanks hang over the ends of lines, hyphens come and go there: neither is counted.
static bool is_counted(uint32_t c)
{
    return c > ' ' && c != 0xA0 && c != '-' && c != 0x2011 && !is_invisible(c);
}

struct sum {
    uint64_t letters, mixed;
};

static void add_text(struct sum *sum, const char *text)
{
    for (const char *at = text; *at;) {
        uint32_t c = utf8_next(&at);
        if (!is_counted(c))
            continue;
        sum->letters++;
        sum->mixed += (c + 1) * 0x9E3779B97F4A7C15u;
    }
}

static void check_line(const struct line *line, struct sum *sum)
{
    int x = 0;
    for (size_t i = 0; i < line->count; i++) {
        const struct run *run = &line->runs[i];
        x += run->opens ? TAG_END : 0;
        require(run->x == x, "runs stand side by side");
        require(run->width == (*run->text ? width_of(NULL, run) : 0), "runs know their width");
        require(strlen(run->script) == 4, "runs have a script");
        require((!run->opens && !run->closes) || run->face == FACE_TAG, "only tags have ends");
        x += run->width + (run->closes ? TAG_END : 0);
        add_text(sum, run->text);
    }
    require(line->width == x, "the widths add up");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size < 2 || size > LONGEST)
        return 0;
    const struct language *language = &languages[bytes[0] % language_count];
    int width = bytes[1] * 8;
    struct buf text = {0};
    struct span spans[SPANS];
    take_text(&text, bytes + 2, size - 2);
    size_t count = cut_spans(&text, spans);
    struct sum wanted = {0}, got = {0};
    for (size_t i = 0; i < count; i++)
        add_text(&wanted, spans[i].text);
    struct measure measure = {NULL, font_of, width_of, TAG_END};
    struct arena *arena = arena_new();
    struct lines lines = paragraph_lines(arena, language, spans, count, width,
                                         (enum text_wrap)(bytes[1] % 3), &measure);
    int widest = 0;
    require(lines.count > 0, "there is a line");
    for (size_t i = 0; i < lines.count; i++) {
        check_line(&lines.items[i], &got);
        require(lines.items[i].width <= width || lines.broken, "lines that fit do fit");
        if (lines.items[i].width > widest)
            widest = lines.items[i].width;
    }
    require(lines.width == widest, "the widest line is known");
    require(got.letters == wanted.letters && got.mixed == wanted.mixed,
            "what is visible is there once");
    arena_free(arena);
    buf_free(&text);
    return 0;
}
