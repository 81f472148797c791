// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/layouts.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

enum { SLOTS = 1024 };

struct kept {
    uint64_t hash;  // of everything in struct layout; 0: the slot is free
    struct lines lines;
};

// Two generations: what is asked for moves to the younger one; when that is full, the older one is
// dropped whole. So nothing is freed singly, and what was used last stays.
struct generation {
    struct arena *arena;
    struct kept slots[SLOTS];
    size_t bytes, count;
};

struct layouts {
    struct fonts *fonts;
    struct generation *young, *old;
};

static struct generation *generation_new(void)
{
    struct generation *generation = calloc(1, sizeof *generation);
    if (!generation)
        memory_exhausted();
    generation->arena = arena_new();
    return generation;
}

static void generation_free(struct generation *generation)
{
    arena_free(generation->arena);
    free(generation);
}

struct layouts *layouts_new(struct fonts *fonts)
{
    struct layouts *layouts = calloc(1, sizeof *layouts);
    if (!layouts)
        memory_exhausted();
    *layouts = (struct layouts){fonts, generation_new(), generation_new()};
    return layouts;
}

void layouts_free(struct layouts *layouts)
{
    if (!layouts)
        return;
    generation_free(layouts->young);
    generation_free(layouts->old);
    free(layouts);
}

// ---- What is kept ------------------------------------------------------------------------------

static uint64_t hash_of(const struct layout *layout)
{
    uint64_t hash = FNV_START;
    hash = hash_bytes(hash, &layout->language, sizeof layout->language);
    hash = hash_bytes(hash, &layout->row, sizeof layout->row);
    hash = hash_bytes(hash, &layout->size, sizeof layout->size);
    hash = hash_bytes(hash, &layout->width, sizeof layout->width);
    hash = hash_bytes(hash, &layout->tag_padding, sizeof layout->tag_padding);
    hash = hash_bytes(hash, &layout->wrap, sizeof layout->wrap);
    for (size_t i = 0; i < layout->count; i++) {
        const struct span *span = &layout->spans[i];
        hash = hash_bytes(hash, span->text, strlen(span->text) + 1);
        hash = hash_bytes(hash, &span->face, sizeof span->face);
        hash = hash_bytes(hash, &span->isolate, sizeof span->isolate);
    }
    return hash ? hash : 1;
}

// The slot that holds it, or the free one where it would stand. There is always a free one.
static struct kept *slot_of(struct generation *generation, uint64_t hash)
{
    size_t at = hash % SLOTS;
    while (generation->slots[at].hash && generation->slots[at].hash != hash)
        at = (at + 1) % SLOTS;
    return &generation->slots[at];
}

static struct lines copied(struct arena *arena, const struct lines *lines, size_t *bytes)
{
    struct lines copy = *lines;
    copy.items = arena_alloc(arena, lines->count * sizeof *copy.items);
    *bytes += lines->count * sizeof *copy.items;
    for (size_t i = 0; i < lines->count; i++) {
        struct line *line = &copy.items[i];
        *line = lines->items[i];
        line->runs = arena_alloc(arena, line->count * sizeof *line->runs);
        *bytes += line->count * sizeof *line->runs;
        for (size_t n = 0; n < line->count; n++) {
            line->runs[n] = lines->items[i].runs[n];
            size_t length = strlen(line->runs[n].text);
            line->runs[n].text = arena_copy(arena, line->runs[n].text, length);
            *bytes += length + 1;
        }
    }
    return copy;
}

static void keep(struct layouts *layouts, uint64_t hash, const struct lines *lines)
{
    struct generation *young = layouts->young;
    struct kept *slot = slot_of(young, hash);
    *slot = (struct kept){hash, copied(young->arena, lines, &young->bytes)};
    if (++young->count < SLOTS / 2 && young->bytes < LAYOUTS_MOST / 2)
        return;
    generation_free(layouts->old);
    layouts->old = young;
    layouts->young = generation_new();
}

// ---- Laying out --------------------------------------------------------------------------------

// What the text module's measuring functions are given.
struct measuring {
    struct fonts *fonts;
    const struct layout *layout;
};

static size_t choose_font(void *fonts, const char *script, const uint32_t *code_points,
                          size_t count, enum face face)
{
    const struct measuring *measuring = fonts;
    return fonts_choose(measuring->fonts, measuring->layout->row, script, code_points, count, face);
}

static int measure_run(void *fonts, const struct run *run)
{
    const struct measuring *measuring = fonts;
    return fonts_width(measuring->fonts, run, measuring->layout->size);
}

struct lines layouts_lines(struct layouts *layouts, struct arena *arena,
                           const struct layout *layout)
{
    uint64_t hash = hash_of(layout);
    size_t ignored = 0;
    const struct kept *young = slot_of(layouts->young, hash);
    if (young->hash)
        return copied(arena, &young->lines, &ignored);
    const struct kept *old = slot_of(layouts->old, hash);
    struct lines lines;
    if (old->hash) {
        lines = copied(arena, &old->lines, &ignored);
    } else {
        struct measuring measuring = {layouts->fonts, layout};
        struct measure measure = {&measuring, choose_font, measure_run, layout->tag_padding};
        lines = paragraph_lines(arena, layout->language, layout->spans, layout->count,
                                layout->width, layout->wrap, &measure);
    }
    keep(layouts, hash, &lines);
    return lines;
}
