// SPDX-License-Identifier: EUPL-1.2
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

static void make_room(struct buf *buf, size_t more)
{
    if (buf->room - buf->length > more)
        return;
    size_t room = (buf->length + more + 1) * 2;
    char *text = realloc(buf->text, room);
    if (!text)
        memory_exhausted();
    buf->text = text;
    buf->room = room;
}

void buf_add(struct buf *buf, const char *bytes, size_t length)
{
    make_room(buf, length);
    memcpy(buf->text + buf->length, bytes, length);
    buf->length += length;
    buf->text[buf->length] = '\0';
}

void buf_text(struct buf *buf, const char *text)
{
    buf_add(buf, text, strlen(text));
}

void buf_print(struct buf *buf, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    size_t length = (size_t)vsnprintf(NULL, 0, format, args);
    make_room(buf, length);
    vsnprintf(buf->text + buf->length, length + 1, format, again);
    buf->length += length;
    va_end(again);
    va_end(args);
}

void buf_clear(struct buf *buf)
{
    buf->length = 0;
    if (buf->text)
        buf->text[0] = '\0';
}

void buf_free(struct buf *buf)
{
    free(buf->text);
    *buf = (struct buf){0};
}

char *buf_keep(struct buf *buf, struct arena *arena)
{
    char *text = arena_copy(arena, buf->length ? buf->text : "", buf->length);
    buf_free(buf);
    return text;
}
