// SPDX-License-Identifier: EUPL-1.2
#include "text/fontmap.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"

#define FONT_FOLDER "/usr/share/fonts/"

// "NotoSansArabic-Bold" names the family "Noto Sans Arabic": a space before each capital.
static const char *family_of(struct arena *arena, const char *file)
{
    char family[128];
    size_t length = 0;
    const char *name = strrchr(file, '/');
    for (name = name ? name + 1 : file; *name && *name != '-' && length < sizeof family - 2;
         name++) {
        if (length && *name >= 'A' && *name <= 'Z')
            family[length++] = ' ';
        family[length++] = *name;
    }
    return arena_copy(arena, family, length);
}

static bool add_files(struct font_row *row, struct arena *arena, char files[WEIGHTS][128],
                      struct place place, struct faults *faults)
{
    bool ok = true;
    for (int weight = 0; weight < WEIGHTS; weight++) {
        row->path[weight] = arena_print(arena, FONT_FOLDER "%s", files[weight]);
        row->family[weight] = family_of(arena, files[weight]);
        if (file_exists(row->path[weight]))
            continue;
        fault_add(faults, place, "no font file `%s`; install the package %s", row->path[weight],
                  row->package);
        ok = false;
    }
    return ok;
}

static bool read_row(struct fontmap *map, struct arena *arena, const char *line, struct place place,
                     struct faults *faults)
{
    struct font_row row = {0};
    char package[64], files[WEIGHTS][128];
    double *leading = row.leading;
    if (sscanf(line, "%4s %lf %lf %lf %lf %63s %d %127s %127s %127s", row.script, &row.size,
               &leading[LEADING_BODY], &leading[LEADING_LABEL], &leading[LEADING_TITLE], package,
               &row.index, files[0], files[1], files[2]) != 10) {
        fault_add(faults, place,
                  "this is no row of the font map; give script, size, three line "
                  "heights, package, index and three files");
        return false;
    }
    row.package = arena_text(arena, package);
    if (!add_files(&row, arena, files, place, faults))
        return false;
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
        fault_add(faults, (struct place){.file = path}, "is empty; install wegweiser again");
        ok = false;
    }
    return ok;
}

size_t fontmap_row(const struct fontmap *map, const char *script)
{
    for (size_t i = 0; i < map->rows.count; i++)
        if (strcmp(map->rows.items[i].script, script) == 0)
            return i;
    return 0;
}
