// SPDX-License-Identifier: EUPL-1.2
#include "base/fault.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/hash.h"
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

static uint64_t hash_of(struct place place, const char *message)
{
    const int numbers[] = {place.line, place.column};
    uint64_t hash = hash_bytes(FNV_START, message, strlen(message) + 1);
    hash = hash_bytes(hash, numbers, sizeof numbers);
    hash = place.file ? hash_bytes(hash, place.file, strlen(place.file)) : hash;
    return hash ? hash : 1;
}

// Where the hash is or belongs.
static uint64_t *slot_of(uint64_t *known, size_t room, uint64_t hash)
{
    size_t at = hash & (room - 1);
    while (known[at] && known[at] != hash)
        at = (at + 1) & (room - 1);
    return &known[at];
}

static void make_room(struct faults *faults)
{
    size_t room = faults->known_room ? 2 * faults->known_room : 64;
    uint64_t *known = arena_alloc(faults->arena, room * sizeof *known);
    for (size_t i = 0; i < faults->known_room; i++)
        if (faults->known[i])
            *slot_of(known, room, faults->known[i]) = faults->known[i];
    faults->known = known;
    faults->known_room = room;
}

// False: it was there already.
static bool make_known(struct faults *faults, struct place place, const char *message)
{
    if (2 * faults->list.count >= faults->known_room)
        make_room(faults);
    uint64_t hash = hash_of(place, message);
    uint64_t *slot = slot_of(faults->known, faults->known_room, hash);
    if (*slot == hash)
        return false;
    *slot = hash;
    return true;
}

void fault_repeat(struct faults *faults, const struct fault *fault)
{
    if (!faults->arena)
        faults->arena = arena_new();
    if (!make_known(faults, fault->place, fault->message))
        return;
    struct fault copy = *fault;
    copy.place.file = fault->place.file ? arena_text(faults->arena, fault->place.file) : NULL;
    copy.message = arena_text(faults->arena, fault->message);
    *list_add(faults->arena, &faults->list) = copy;
    size_t *counts[] = {&faults->errors, &faults->warnings, &faults->hints};
    ++*counts[fault->severity];
}

static void add(struct faults *faults, enum severity severity, enum work work, struct place place,
                const char *format, va_list args)
{
    char message[2048];
    vsnprintf(message, sizeof message, fault_tr(format), args);
    fault_repeat(faults, &(struct fault){severity, place, message, work});
}

void fault_add(struct faults *faults, struct place place, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add(faults, SEVERITY_ERROR, WORK_NONE, place, format, args);
    va_end(args);
}

void warning_add(struct faults *faults, struct place place, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add(faults, SEVERITY_WARNING, WORK_NONE, place, format, args);
    va_end(args);
}

void hint_add(struct faults *faults, struct place place, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add(faults, SEVERITY_HINT, WORK_NONE, place, format, args);
    va_end(args);
}

void work_add(struct faults *faults, enum work work, struct place place, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add(faults, SEVERITY_WARNING, work, place, format, args);
    va_end(args);
}

void fault_vadd(struct faults *faults, struct place place, const char *format, va_list args)
{
    add(faults, SEVERITY_ERROR, WORK_NONE, place, format, args);
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
static void add_safe(struct buf *line, const char *text)
{
    char bytes[4];
    for (const char *end = text + strlen(text); text < end;) {
        uint32_t c = utf8_safe(&text, end);
        buf_add(line, bytes, utf8_put(bytes, c == '\t' ? ' ' : c));
    }
}

static void add_place(struct buf *line, const struct place *place)
{
    add_safe(line, place->file ? place->file : "wegweiser");
    if (place->line)
        buf_print(line, ":%d", place->line);
    if (place->line && place->column)
        buf_print(line, ":%d", place->column);
    buf_text(line, ":");
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

// In one piece: stderr has no buffer of its own.
void fault_write(const struct fault *fault, const struct look *look, FILE *stream)
{
    struct buf line = {0};
    buf_text(&line, look->place);
    add_place(&line, &fault->place);
    buf_print(&line, "%s %s%s:%s ", look->end, look->severity[fault->severity],
              severity_name(fault->severity), look->end);
    add_safe(&line, fault->message);
    buf_text(&line, "\n");
    fwrite(line.text, 1, line.length, stream);
    buf_free(&line);
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
