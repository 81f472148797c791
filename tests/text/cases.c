// SPDX-License-Identifier: EUPL-1.2
#include "text/cases.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/utf8.h"
#include "guide/glue.h"
#include "guide/isolate.h"

static void require(bool holds, const char *path, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "%s: %s\n", path, what);
    exit(1);
}

// ---- The file ----------------------------------------------------------------------------------

static bool begins(const char *row, const char *start)
{
    return strncmp(row, start, strlen(start)) == 0;
}

static struct text_case read_head(const char *path, const char *name, char **rest)
{
    const char *tag = strsep(rest, "\n"), *text = strsep(rest, "\n");
    require(tag && text && language_find(tag), path, "a case has no language or no text");
    return (struct text_case){.name = name, .language = language_find(tag), .text = text};
}

struct cases cases_read(struct arena *arena, const char *path)
{
    struct faults faults = {0};
    struct cases cases = {0};
    struct case_lines *last = NULL;
    size_t length;
    char *text = file_read(arena, path, 1 << 20, &length, &faults);
    require(text, path, "cannot be read");
    for (char *row; (row = strsep(&text, "\n"));) {
        if (begins(row, "== ")) {
            *list_add(arena, &cases) = read_head(path, row + strlen("== "), &text);
        } else if (begins(row, "= ") && cases.count) {
            struct text_case *c = &cases.items[cases.count - 1];
            last = list_add(arena, &c->widths);
            *last = (struct case_lines){atoi(row + strlen("= ")), ""};
        } else if (last && (begins(row, "--") || begins(row, ">") || begins(row, "<"))) {
            last->lines = arena_print(arena, "%s%s\n", last->lines, row);
        }
    }
    return cases;
}

// ---- The spans ---------------------------------------------------------------------------------

// "\u00AD" and "\n" as they stand in the file.
static char *unescaped(struct arena *arena, const char *text)
{
    struct buf buf = {0};
    buf_text(&buf, "");
    while (*text) {
        char bytes[4];
        if (begins(text, "\\u")) {
            char digits[5] = {0};
            memcpy(digits, text + 2, 4);
            buf_add(&buf, bytes, utf8_put(bytes, (uint32_t)strtoul(digits, NULL, 16)));
            text += 6;
        } else if (begins(text, "\\n")) {
            buf_text(&buf, "\n");
            text += 2;
        } else {
            buf_add(&buf, text++, 1);
        }
    }
    char *copy = arena_copy(arena, buf.text, buf.length);
    buf_free(&buf);
    return copy;
}

static size_t cut_spans(char *text, struct span *spans)
{
    size_t count = 0;
    struct span span = {.text = text};
    for (bool more = true; more; text++) {
        char sign = *text;
        more = sign != '\0';
        if (more && !strchr("{}[]*", sign))
            continue;
        *text = '\0';
        require(count < CASE_SPANS, span.text, "this text has too many spans");
        if (*span.text)
            spans[count++] = span;
        bool bold = sign == '*' && span.face != FACE_BOLD;
        span = (struct span){text + 1,
                             sign == '[' ? FACE_TAG
                             : bold      ? FACE_BOLD
                                         : FACE_REGULAR,
                             sign == '{'};
    }
    return count;
}

size_t case_spans(struct arena *arena, const struct text_case *text, struct span *spans)
{
    size_t count = cut_spans(unescaped(arena, text->text), spans);
    const char *before = "";
    for (size_t i = 0; i < count; i++) {
        struct span *span = &spans[i];
        bool tag = span->face == FACE_TAG;
        const char *typed = span->text, *after = "";
        if (i + 1 < count && span[1].face != FACE_TAG)
            after = span[1].text;
        span->text = glued(arena, tag ? "" : before, typed, tag ? "" : after);
        if (text->language->rtl && !span->isolate && !tag)
            span->text = isolated(arena, span->text);
        before = tag ? "" : typed;
    }
    return count;
}
