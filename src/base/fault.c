// SPDX-License-Identifier: EUPL-1.2
#include "base/fault.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

static int compare_places(const struct place *a, const struct place *b)
{
    int order = strcmp(a->file ? a->file : "", b->file ? b->file : "");
    if (order == 0)
        order = (a->line > b->line) - (a->line < b->line);
    if (order == 0)
        order = (a->column > b->column) - (a->column < b->column);
    return order;
}

// ---- What is known ---------------------------------------------------------------------------

static uint64_t hash_of(struct place place, const char *message)
{
    const char *file = place.file ? place.file : "";
    uint64_t hash = hash_bytes(FNV_START, file, strlen(file));
    hash = hash_bytes(hash, &place.line, sizeof place.line);
    hash = hash_bytes(hash, &place.column, sizeof place.column);
    return hash_bytes(hash, message, strlen(message));
}

// The slot that holds this fault, or the empty one where it belongs.
static size_t *slot_of(const struct faults *faults, struct place place, const char *message)
{
    size_t at = (size_t)hash_of(place, message) & (faults->slot_count - 1);
    for (; faults->slots[at]; at = (at + 1) & (faults->slot_count - 1)) {
        const struct fault *fault = &faults->list.items[faults->slots[at] - 1];
        if (compare_places(&fault->place, &place) == 0 && strcmp(fault->message, message) == 0)
            break;
    }
    return &faults->slots[at];
}

// At least every second slot is empty: at first, after sorting and when it fills up.
static void make_slots(struct faults *faults)
{
    if (faults->list.count * 2 < faults->slot_count)
        return;
    faults->slot_count = 64;
    while (faults->slot_count <= faults->list.count * 2)
        faults->slot_count *= 2;
    faults->slots = arena_alloc(faults->arena, faults->slot_count * sizeof *faults->slots);
    for (size_t i = 0; i < faults->list.count; i++) {
        const struct fault *fault = &faults->list.items[i];
        *slot_of(faults, fault->place, fault->message) = i + 1;
    }
}

// ---- Adding ----------------------------------------------------------------------------------

static void add(struct faults *faults, enum severity severity, struct place place,
                const char *format, va_list args)
{
    char message[2048];
    vsnprintf(message, sizeof message, format, args);
    if (!faults->arena)
        faults->arena = arena_new();
    make_slots(faults);
    size_t *slot = slot_of(faults, place, message);
    if (*slot)
        return;
    if (place.file)
        place.file = arena_text(faults->arena, place.file);
    *list_add(faults->arena, &faults->list) =
        (struct fault){severity, place, arena_text(faults->arena, message)};
    *slot = faults->list.count;
    size_t *counts[] = {&faults->errors, &faults->warnings, &faults->hints};
    ++*counts[severity];
}

void fault_add(struct faults *faults, struct place place, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add(faults, SEVERITY_ERROR, place, format, args);
    va_end(args);
}

void warning_add(struct faults *faults, struct place place, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add(faults, SEVERITY_WARNING, place, format, args);
    va_end(args);
}

void hint_add(struct faults *faults, struct place place, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add(faults, SEVERITY_HINT, place, format, args);
    va_end(args);
}

void fault_errno(struct faults *faults, const char *file, const char *what, const char *cure)
{
    fault_add(faults, (struct place){.file = file}, "%s: %s; %s", what, strerror(errno), cure);
}

static int compare_faults(const void *left, const void *right)
{
    const struct fault *a = left, *b = right;
    int order = compare_places(&a->place, &b->place);
    return order ? order : strcmp(a->message, b->message);
}

static void write_fault(const struct fault *fault, FILE *stream)
{
    static const char *const names[] = {
        [SEVERITY_ERROR] = "error",
        [SEVERITY_WARNING] = "warning",
        [SEVERITY_HINT] = "hint",
    };
    const struct place *place = &fault->place;
    fputs(place->file ? place->file : "wegweiser", stream);
    if (place->line)
        fprintf(stream, ":%d", place->line);
    if (place->line && place->column)
        fprintf(stream, ":%d", place->column);
    fprintf(stream, ": %s: %s\n", names[fault->severity], fault->message);
}

static void write_up_to(struct faults *faults, enum severity mildest, FILE *stream)
{
    if (faults->list.count)
        qsort(faults->list.items, faults->list.count, sizeof *faults->list.items, compare_faults);
    faults->slot_count = 0;  // the indices in it are no longer right
    for (size_t i = 0; i < faults->list.count; i++)
        if (faults->list.items[i].severity <= mildest)
            write_fault(&faults->list.items[i], stream);
}

void faults_write(struct faults *faults, FILE *stream)
{
    write_up_to(faults, SEVERITY_HINT, stream);
}

void faults_write_errors(struct faults *faults, FILE *stream)
{
    write_up_to(faults, SEVERITY_ERROR, stream);
}

void faults_free(struct faults *faults)
{
    arena_free(faults->arena);
    *faults = (struct faults){0};
}
