// SPDX-License-Identifier: EUPL-1.2
// Memory that is dropped whole: a run of a command, one loaded guide, one built scene.
//
// Nothing here returns NULL: running out of memory ends the program with a message.
#pragma once

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena);

// Forgets everything in it but keeps the memory for the next use.
void arena_reset(struct arena *arena);

// Zeroed and aligned for any type.
void *arena_alloc(struct arena *arena, size_t size);

// NUL-terminated copies.
char *arena_copy(struct arena *arena, const char *bytes, size_t length);
char *arena_text(struct arena *arena, const char *text);
char *arena_print(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

// A growing list whose items live in an arena: `*list_add(arena, &office->phones) = phone;`
// clang-format off
#define LIST(type)                                                                                 \
    struct {                                                                                       \
        type *items;                                                                               \
        size_t count, room;                                                                        \
    }
#define list_add(arena, list)                                                                      \
    ((list)->items = list_room((arena), (list)->items, (list)->count, &(list)->room,               \
                               sizeof *(list)->items),                                             \
     &(list)->items[(list)->count++])
// clang-format on

// The items with room for one more; used by list_add().
void *list_room(struct arena *arena, void *items, size_t count, size_t *room, size_t item_size);

// Ends the program; the one place that speaks of it.
_Noreturn void memory_exhausted(void);
