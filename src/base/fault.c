// SPDX-License-Identifier: EUPL-1.2
#include "base/fault.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static int compare_places(const struct place *a, const struct place *b)
{
    int order = strcmp(a->file ? a->file : "", b->file ? b->file : "");
    if (order == 0)
        order = (a->line > b->line) - (a->line < b->line);
    if (order == 0)
        order = (a->column > b->column) - (a->column < b->column);
    return order;
}

static bool is_known(const struct faults *faults, struct place place, const char *message)
{
    for (size_t i = 0; i < faults->list.count; i++) {
        const struct fault *fault = &faults->list.items[i];
        if (compare_places(&fault->place, &place) == 0 && strcmp(fault->message, message) == 0)
            return true;
    }
    return false;
}

static void add(struct faults *faults, enum severity severity, struct place place,
                const char *format, va_list args)
{
    char message[2048];
    vsnprintf(message, sizeof message, format, args);
    if (!faults->arena)
        faults->arena = arena_new();
    if (is_known(faults, place, message))
        return;
    if (place.file)
        place.file = arena_text(faults->arena, place.file);
    *list_add(faults->arena, &faults->list) =
        (struct fault){severity, place, arena_text(faults->arena, message), WORK_NONE};
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

void work_add(struct faults *faults, enum work work, struct place place, const char *format, ...)
{
    size_t count = faults->list.count;
    va_list args;
    va_start(args, format);
    add(faults, SEVERITY_WARNING, place, format, args);
    va_end(args);
    if (faults->list.count > count)
        faults->list.items[count].work = work;
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
