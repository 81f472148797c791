// SPDX-License-Identifier: EUPL-1.2
#include "base/fault.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

// ---- Languages -------------------------------------------------------------------------------

static const char *(*translator)(const char *msgid);

void faults_translate(const char *(*translate)(const char *msgid))
{
    translator = translate;
}

const char *fault_tr(const char *msgid)
{
    return translator ? translator(msgid) : msgid;
}

// What an editor may meet of the system's own words.
static const struct {
    int number;
    const char *words;
} system_words[] = {
    {ENOENT, E_("No such file or directory")},
    {EACCES, E_("Permission denied")},
    {EPERM, E_("Operation not permitted")},
    {EEXIST, E_("File exists")},
    {EISDIR, E_("Is a directory")},
    {ENOTDIR, E_("Not a directory")},
    {ENOTEMPTY, E_("Directory not empty")},
    {ELOOP, E_("Too many levels of symbolic links")},
    {ENAMETOOLONG, E_("File name too long")},
    {ENOSPC, E_("No space left on device")},
    {EDQUOT, E_("Disk quota exceeded")},
    {EROFS, E_("Read-only file system")},
    {EBUSY, E_("Device or resource busy")},
    {EIO, E_("Input/output error")},
    {EMFILE, E_("Too many open files")},
};

static const char *words_of(int number)
{
    for (size_t i = 0; i < sizeof system_words / sizeof *system_words; i++)
        if (system_words[i].number == number)
            return fault_tr(system_words[i].words);
    return strerrordesc_np(number);
}

// ---- Collecting ------------------------------------------------------------------------------

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
    vsnprintf(message, sizeof message, fault_tr(format), args);
    if (!faults->arena)
        faults->arena = arena_new();
    if (is_known(faults, place, message))
        return;
    if (place.file)
        place.file = arena_text(faults->arena, place.file);
    *list_add(faults->arena, &faults->list) =
        (struct fault){severity, place, arena_text(faults->arena, message)};
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

void fault_vadd(struct faults *faults, struct place place, const char *format, va_list args)
{
    add(faults, SEVERITY_ERROR, place, format, args);
}

void fault_errno(struct faults *faults, const char *file, const char *what, const char *cure)
{
    const char *why = words_of(errno);  // first: a catalogue that is looked up may change errno
    fault_add(faults, (struct place){.file = file}, "%s: %s; %s", fault_tr(what), why,
              fault_tr(cure));
}

// ---- Telling ---------------------------------------------------------------------------------

static int compare_faults(const void *left, const void *right)
{
    const struct fault *a = left, *b = right;
    int order = compare_places(&a->place, &b->place);
    return order ? order : strcmp(a->message, b->message);
}

void faults_sort(struct faults *faults)
{
    if (faults->list.count)
        qsort(faults->list.items, faults->list.count, sizeof *faults->list.items, compare_faults);
}

const struct look look_plain = {"", {"", "", ""}, "", ""};

// Names of files and what they hold may be anything.
static void write_safe(const char *text, FILE *stream)
{
    char bytes[4];
    for (const char *end = text + strlen(text); text < end;) {
        uint32_t c = utf8_safe(&text, end);
        fwrite(bytes, 1, utf8_put(bytes, c == '\t' ? ' ' : c), stream);
    }
}

static void write_place(const struct place *place, FILE *stream)
{
    write_safe(place->file ? place->file : "wegweiser", stream);
    if (place->line)
        fprintf(stream, ":%d", place->line);
    if (place->line && place->column)
        fprintf(stream, ":%d", place->column);
    fputc(':', stream);
}

const char *severity_name(enum severity severity)
{
    static const char *const names[] = {
        [SEVERITY_ERROR] = "error",
        [SEVERITY_WARNING] = "warning",
        [SEVERITY_HINT] = "hint",
    };
    return names[severity];
}

// A semicolon in backticks is a culprit's.
const char *fault_cure(const struct fault *fault)
{
    bool quoted = false;
    for (const char *at = fault->message; *at; at++) {
        if (*at == '`')
            quoted = !quoted;
        else if (!quoted && at[0] == ';' && at[1] == ' ')
            return at + 2;
    }
    return NULL;
}

void fault_write(const struct fault *fault, const struct look *look, FILE *stream)
{
    fputs(look->place, stream);
    write_place(&fault->place, stream);
    fprintf(stream, "%s %s%s:%s ", look->end, look->severity[fault->severity],
            severity_name(fault->severity), look->end);
    write_safe(fault->message, stream);
    fputc('\n', stream);
}

static void write_up_to(struct faults *faults, enum severity mildest, FILE *stream)
{
    faults_sort(faults);
    for (size_t i = 0; i < faults->list.count; i++)
        if (faults->list.items[i].severity <= mildest)
            fault_write(&faults->list.items[i], &look_plain, stream);
}

void faults_write(struct faults *faults, FILE *stream)
{
    write_up_to(faults, SEVERITY_HINT, stream);
}

void faults_write_errors(struct faults *faults, FILE *stream)
{
    write_up_to(faults, SEVERITY_ERROR, stream);
}

void fault_say(const char *format, ...)
{
    struct faults faults = {0};
    va_list args;
    va_start(args, format);
    fault_vadd(&faults, (struct place){0}, format, args);
    va_end(args);
    faults_write(&faults, stderr);
    faults_free(&faults);
}

void faults_free(struct faults *faults)
{
    arena_free(faults->arena);
    *faults = (struct faults){0};
}
