// SPDX-License-Identifier: EUPL-1.2
#include "text/fontmap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "text/script.h"

#define FONT_FOLDER "/usr/share/fonts/"

// A missing file costs the row, which is left out.
static bool add_files(struct font_row *row, struct arena *arena, char files[WEIGHTS][128],
                      struct place place, struct faults *faults)
{
    bool ok = true;
    for (int weight = 0; weight < WEIGHTS; weight++) {
        row->path[weight] = arena_print(arena, FONT_FOLDER "%s", files[weight]);
        if (file_exists(row->path[weight]))
            continue;
        warning_add(faults, place, "no font file `%s`; install the package %s", row->path[weight],
                    row->package);
        ok = false;
    }
    return ok;
}

// "Latn" or "vi-Latn".
static bool read_key(struct font_row *row, const char *key)
{
    const char *hyphen = strrchr(key, '-'), *script = hyphen ? hyphen + 1 : key;
    size_t length = hyphen ? (size_t)(hyphen - key) : 0;
    if (strlen(script) != 4 || length >= sizeof row->language)
        return false;
    memcpy(row->language, key, length);
    strcpy(row->script, script);
    return true;
}

// "-" for what the row does not set.
static bool read_leadings(struct font_row *row, char words[LEADINGS][16])
{
    for (int i = 0; i < LEADINGS; i++) {
        char *end;
        row->leading[i] = strtod(words[i], &end);
        if (*end && strcmp(words[i], "-") != 0)
            return false;
    }
    return row->leading[LEADING_BODY] > 0;
}

static bool read_row(struct fontmap *map, struct arena *arena, const char *line, struct place place,
                     struct faults *faults)
{
    struct font_row row = {0};
    char key[16], package[64], files[WEIGHTS][128], leadings[LEADINGS][16];
    if (sscanf(line, "%15s %lf %15s %15s %15s %15s %63s %d %127s %127s %127s", key, &row.size,
               leadings[LEADING_BODY], leadings[LEADING_HEADING], leadings[LEADING_LABEL],
               leadings[LEADING_TITLE], package, &row.index, files[0], files[1], files[2]) != 11 ||
        !read_key(&row, key) || !read_leadings(&row, leadings)) {
        fault_add(faults, place,
                  "this is no row of the font map; give script, size, four line "
                  "heights, package, index and three files");
        return false;
    }
    row.package = arena_text(arena, package);
    if (add_files(&row, arena, files, place, faults))
        *list_add(arena, &map->rows) = row;
    return true;
}

bool fontmap_load(struct fontmap *map, struct arena *arena, const char *path, struct faults *faults)
{
    size_t length;
    char *text = file_read(arena, path, 64 * 1024, &length, faults);
    if (!text)
        return false;
    bool ok = true;
    struct place place = {.file = path};
    for (char *line = text, *end; line && *line; line = end) {
        end = strchr(line, '\n');
        if (end)
            *end++ = '\0';
        place.line++;
        if (*line && *line != '#')
            ok &= read_row(map, arena, line, place, faults);
    }
    if (ok && map->rows.count == 0) {
        fault_add(faults, (struct place){.file = path},
                  "names no font that is there; install its packages, or wegweiser again");
        ok = false;
    }
    return ok;
}

// -1: there is none.
static int find_row(const struct fontmap *map, const char *language, const char *script,
                    enum leading leading, bool variants)
{
    for (size_t i = 0; i < map->rows.count; i++) {
        const struct font_row *row = &map->rows.items[i];
        const char *sets = variants ? script_of_variant(row->script) : row->script;
        if (strcmp(row->language, language) == 0 && strcmp(sets, script) == 0 &&
            row->leading[leading] > 0)
            return (int)i;
    }
    return -1;
}

size_t fontmap_row(const struct fontmap *map, const char *language, const char *script,
                   enum leading leading)
{
    int row = find_row(map, language, script, leading, false);
    if (row < 0)
        row = find_row(map, "", script, leading, false);
    if (row < 0)
        row = find_row(map, "", script_of_variant(script), leading, true);
    return row < 0 ? 0 : (size_t)row;
}
