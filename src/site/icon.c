// SPDX-License-Identifier: EUPL-1.2
#include "site/icon.h"

#include <string.h>

#include "base/file.h"
#include "base/install.h"

enum { ICON_LIMIT = 64 * 1024 };

// NULL and a warning if there is no such icon.
static const char *path_of(struct arena *arena, const char *name, struct faults *faults)
{
    if (strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(name)) {
        const char *path = installed_icon(arena, name);
        if (file_exists(path))
            return path;
    }
    warning_add(faults, (struct place){0},
                "no icon `%s`; take a name of Bootstrap Icons, or install them", name);
    return NULL;
}

// The value of an attribute before `end`; NULL: it has none.
static const char *attribute(struct arena *arena, const char *tag, const char *end,
                             const char *name)
{
    const char *start = strstr(tag, name);
    if (!start || start > end)
        return NULL;
    start += strlen(name);
    return arena_copy(arena, start, strcspn(start, "\""));
}

static void read_paths(struct icon *icon, struct arena *arena, const char *svg)
{
    for (const char *tag = svg; (tag = strstr(tag, "<path")); tag++) {
        const char *end = tag + strcspn(tag, ">");
        *list_add(arena, &icon->paths) = (struct icon_path){
            attribute(arena, tag, end, " fill-rule=\""), attribute(arena, tag, end, " d=\"")};
    }
}

// One that is missing has no paths; it is kept, too, so that it is asked for once.
static const struct icon *find(struct icons *icons, const char *name, struct faults *faults)
{
    for (size_t i = 0; i < icons->list.count; i++)
        if (strcmp(icons->list.items[i].name, name) == 0)
            return &icons->list.items[i];
    struct icon icon = {.name = arena_text(icons->arena, name)};
    size_t length;
    const char *path = path_of(icons->arena, name, faults);
    const char *svg = path ? file_read(icons->arena, path, ICON_LIMIT, &length, faults) : NULL;
    if (svg)
        read_paths(&icon, icons->arena, svg);
    struct icon *kept = list_add(icons->arena, &icons->list);
    *kept = icon;
    return kept;
}

void icon_write(struct html *html, struct icons *icons, const char *name, const char *class,
                struct faults *faults)
{
    const struct icon *icon = find(icons, name, faults);
    if (icon->paths.count == 0)
        return;
    html_open(html, "svg", "class", class, "viewBox", "0 0 16 16", "aria-hidden", "true", NULL);
    for (size_t i = 0; i < icon->paths.count; i++)
        html_empty(html, "path", "fill-rule", icon->paths.items[i].fill_rule, "d",
                   icon->paths.items[i].d, NULL);
    html_close(html, "svg");
}
