// SPDX-License-Identifier: EUPL-1.2
#include "print/register.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"

static const char head[] = "file\tkind\tsubject\tsize\tid\tcontent\n";

static const char *path_of(struct arena *arena, const char *folder)
{
    return arena_print(arena, "%s/" REGISTER_FILE, folder);
}

static bool read_id(const char *text, uint32_t *id)
{
    char *end;
    *id = (uint32_t)strtoul(text, &end, 16);
    return strlen(text) == 8 && !*end;
}

// Takes the row's tabs for its own.
static bool read_row(char *row, struct print *print)
{
    enum { FIELDS = 6 };
    const char *fields[FIELDS];
    for (size_t i = 0; i < FIELDS; i++)
        fields[i] = strsep(&row, "\t");
    if (row || !fields[FIELDS - 1])
        return false;
    *print = (struct print){
        .file = fields[0], .kind = fields[1], .subject = fields[2], .size = fields[3]};
    return *print->file && read_id(fields[4], &print->id) && date_parse(fields[5], &print->content);
}

static bool read_rows(struct prints *prints, struct arena *arena, char *text, const char *path,
                      struct faults *faults)
{
    struct place place = {.file = path};
    bool ok = true;
    for (char *row; (row = strsep(&text, "\n"));) {
        struct print print;
        place.line++;
        if (place.line == 1 || (!*row && !text))
            continue;
        if (read_row(row, &print)) {
            register_set(prints, arena, print);
        } else {
            fault_add(faults, place, "is no row of the register; remove the line");
            ok = false;
        }
    }
    return ok;
}

bool register_load(struct prints *prints, struct arena *arena, const char *folder,
                   struct faults *faults)
{
    enum { MOST = 4 << 20 };
    const char *path = path_of(arena, folder);
    size_t length;
    if (!file_exists(path))
        return true;
    char *text = file_read(arena, path, MOST, &length, faults);
    return text && read_rows(prints, arena, text, path, faults);
}

void register_set(struct prints *prints, struct arena *arena, struct print print)
{
    for (size_t i = 0; i < prints->count; i++)
        if (strcmp(prints->items[i].file, print.file) == 0) {
            prints->items[i] = print;
            return;
        }
    *list_add(arena, prints) = print;
}

bool register_save(const struct prints *prints, const char *folder, struct faults *faults)
{
    struct arena *arena = arena_new();
    struct buf rows = {0};
    buf_text(&rows, head);
    for (size_t i = 0; i < prints->count; i++) {
        const struct print *print = &prints->items[i];
        buf_print(&rows, "%s\t%s\t%s\t%s\t%08" PRIx32 "\t%04d-%02d-%02d\n", print->file,
                  print->kind, print->subject, print->size, print->id, print->content.year,
                  print->content.month, print->content.day);
    }
    bool ok = file_write(path_of(arena, folder), rows.text, rows.length, faults);
    buf_free(&rows);
    arena_free(arena);
    return ok;
}

bool register_add(struct prints *prints, struct arena *arena, const char *folder,
                  struct print print, struct faults *faults)
{
    register_set(prints, arena, print);
    return register_save(prints, folder, faults);
}
