// SPDX-License-Identifier: EUPL-1.2
// Text that grows: to build a file or a message. `struct buf b = {0};` is empty.
#pragma once

#include <stddef.h>

struct arena;

struct buf {
    char *text;     // NUL-terminated; NULL while empty
    size_t length;  // bytes, without the NUL
    size_t room;
};

void buf_add(struct buf *buf, const char *bytes, size_t length);
void buf_text(struct buf *buf, const char *text);
void buf_print(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

// Empty again; the memory is kept for the next use.
void buf_clear(struct buf *buf);
void buf_free(struct buf *buf);

// Its text, "" of an empty one, to live as long as the arena; frees the buf.
char *buf_keep(struct buf *buf, struct arena *arena);
