// SPDX-License-Identifier: EUPL-1.2
#include "editor/excerpt.h"

#include <string.h>
#include <wchar.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/utf8.h"
#include "guide/xml.h"
#include "text/bidi.h"

enum {
    BEFORE = 50,       // columns shown before the place, at most
    TAB = 4,           // columns
    STEP_LIMIT = 400,  // code points: marks have no width and could go on for ever
};

// ---- Finding the place -----------------------------------------------------------------------

static bool source_open(struct source *source, const char *path)
{
    if (source->path && strcmp(source->path, path) == 0)
        return source->start;
    source_close(source);
    struct faults unheard = {0};
    size_t length = 0;
    source->arena = arena_new();
    source->path = arena_text(source->arena, path);
    source->start = file_read(source->arena, path, XML_FILE_LIMIT, &length, &unheard);
    faults_free(&unheard);
    if (!source->start)
        return false;
    source->end = source->start + length;
    if (strncmp(source->start, "\xEF\xBB\xBF", 3) == 0)  // the byte order mark
        source->start += 3;
    return true;
}

static bool at_line_end(const struct source *source, const char *at)
{
    return at == source->end || *at == '\n' || *at == '\r';
}

static void go_to_start(struct source *source)
{
    source->at = source->line_start = source->start;
    source->line = source->column = 1;
}

// False: this was the last one.
static bool go_to_next_line(struct source *source)
{
    while (!at_line_end(source, source->at))
        source->at++;
    if (source->at == source->end)
        return false;
    source->at += source->at[0] == '\r' && source->at[1] == '\n' ? 2 : 1;
    source->line_start = source->at;
    source->line++;
    source->column = 1;
    return true;
}

static bool go_to(struct source *source, struct place place)
{
    if (!source->at || place.line < source->line ||
        (place.line == source->line && place.column < source->column))
        go_to_start(source);
    while (source->line < place.line)
        if (!go_to_next_line(source))
            return false;
    while (source->column < place.column && !at_line_end(source, source->at)) {
        utf8_safe(&source->at, source->end);
        source->column++;
    }
    return true;
}

// ---- Cutting the line ------------------------------------------------------------------------

static int width_of(uint32_t c)
{
    int width = wcwidth((wchar_t)c);
    return width < 0 ? 1 : width;
}

static uint32_t peek(const struct source *source, const char *at)
{
    return utf8_safe(&at, source->end);
}

static const char *step_back(const char *at, const char *start)
{
    do
        at--;
    while (at > start && (*at & 0xC0) == 0x80);
    return at;
}

static const char *first_shown(const struct source *source)
{
    const char *from = source->at;
    int width = 0;
    for (int steps = 0; from > source->line_start && steps < STEP_LIMIT; steps++) {
        from = step_back(from, source->line_start);
        uint32_t c = peek(source, from);
        if (bidi_is_rtl(c))
            return source->at;
        width += c == '\t' ? TAB : width_of(c);
        if (width >= BEFORE && width_of(c) > 0)
            break;
    }
    return from;
}

static void add_character(struct buf *text, uint32_t c, int width)
{
    char bytes[4];
    if (c == '\t')
        buf_add(text, "    ", (size_t)width);
    else
        buf_add(text, bytes, utf8_put(bytes, c));
}

static struct excerpt cut(struct source *source)
{
    struct buf text = {0};
    struct excerpt excerpt = {.caret = -1};
    const char *at = first_shown(source);
    int columns = 0, letter = 0;  // the column of the letter that marks belong to
    if (at > source->line_start) {
        buf_text(&text, "…");
        columns = 1;
    }
    for (int steps = 0; !at_line_end(source, at); steps++) {
        const char *here = at;
        uint32_t c = utf8_safe(&at, source->end);
        int width = c == '\t' ? TAB - columns % TAB : width_of(c);
        if (columns + width > EXCERPT_WIDTH - 1 || steps == 2 * STEP_LIMIT) {
            buf_text(&text, "…");
            break;
        }
        if (width > 0)
            letter = columns;
        if (here == source->at && !bidi_is_rtl(c))
            excerpt.caret = letter;
        add_character(&text, c, width);
        columns += width;
    }
    if (at_line_end(source, source->at))
        excerpt.caret = columns;
    excerpt.text = buf_keep(&text, source->arena);
    return excerpt;
}

bool excerpt_take(struct source *source, struct place place, struct excerpt *excerpt)
{
    if (!place.file || !place.line || !place.column || !source_open(source, place.file) ||
        !go_to(source, place))
        return false;
    *excerpt = cut(source);
    return true;
}

void source_close(struct source *source)
{
    arena_free(source->arena);
    *source = (struct source){0};
}
