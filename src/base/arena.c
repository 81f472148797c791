// SPDX-License-Identifier: EUPL-1.2
#include "base/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK_SIZE = 64 * 1024 };

struct chunk {
    struct chunk *next;
    size_t used, size;
    alignas(max_align_t) char bytes[];
};

struct arena {
    struct chunk *chunks;  // the first one is being filled
};

_Noreturn void memory_exhausted(void)
{
    fputs("wegweiser: error: out of memory; close other programs or add memory\n", stderr);
    exit(1);
}

static struct chunk *chunk_new(size_t size)
{
    struct chunk *chunk = malloc(sizeof *chunk + size);
    if (!chunk)
        memory_exhausted();
    chunk->next = NULL;
    chunk->used = 0;
    chunk->size = size;
    return chunk;
}

struct arena *arena_new(void)
{
    struct arena *arena = malloc(sizeof *arena);
    if (!arena)
        memory_exhausted();
    arena->chunks = chunk_new(CHUNK_SIZE);
    return arena;
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    while (arena->chunks) {
        struct chunk *next = arena->chunks->next;
        free(arena->chunks);
        arena->chunks = next;
    }
    free(arena);
}

// What was needed once is needed again: then in one piece.
void arena_reset(struct arena *arena)
{
    size_t size = 0;
    for (const struct chunk *chunk = arena->chunks; chunk; chunk = chunk->next)
        size += chunk->size;
    while (arena->chunks->next) {
        struct chunk *next = arena->chunks->next;
        free(arena->chunks);
        arena->chunks = next;
    }
    if (arena->chunks->size < size) {
        free(arena->chunks);
        arena->chunks = chunk_new(size);
    }
    arena->chunks->used = 0;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size > (size_t)-1 / 2)
        memory_exhausted();
    size = (size + align - 1) / align * align;
    struct chunk *chunk = arena->chunks;
    if (chunk->size - chunk->used < size) {
        chunk = chunk_new(size > CHUNK_SIZE ? size : CHUNK_SIZE);
        chunk->next = arena->chunks;
        arena->chunks = chunk;
    }
    void *bytes = chunk->bytes + chunk->used;
    chunk->used += size;
    return memset(bytes, 0, size);
}

char *arena_copy(struct arena *arena, const char *bytes, size_t length)
{
    char *copy = arena_alloc(arena, length + 1);
    memcpy(copy, bytes, length);
    return copy;
}

char *arena_text(struct arena *arena, const char *text)
{
    return arena_copy(arena, text, strlen(text));
}

char *arena_print(struct arena *arena, const char *format, ...)
{
    assert(format);  // gcc 12 with sanitizers warns of a NULL that nobody gives
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    char *text = arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    va_end(args);
    return text;
}

void *list_room(struct arena *arena, void *items, size_t count, size_t *room, size_t item_size)
{
    if (count < *room)
        return items;
    *room = *room ? *room * 2 : 8;
    void *grown = arena_alloc(arena, *room * item_size);
    return count ? memcpy(grown, items, count * item_size) : grown;
}
