// SPDX-License-Identifier: EUPL-1.2
#include "guide/stray.h"

#include <string.h>

#include "base/file.h"
#include "guide/path.h"

static bool is_allowed(const char *name, const char *const *allowed)
{
    for (; *allowed; allowed++)
        if (strcmp(name, *allowed) == 0)
            return true;
    return false;
}

// What ends in .xml but is never read; `allowed` ends with NULL.
static void warn_strays(const struct guide *guide, struct faults *faults, const char *folder,
                        const char *const *allowed)
{
    struct names names = folder_names(guide->arena, folder);
    for (size_t i = 0; i < names.count; i++) {
        const char *name = names.items[i];
        if (path_is_xml(name) && !is_allowed(name, allowed))
            warning_add(faults, (struct place){.file = content_path(guide->arena, folder, name)},
                        "is no content and is not read; move it out of the content folder");
    }
}

// Below a folder that holds no content: an XML file there was meant for somewhere else.
static void warn_folder(const struct guide *guide, struct faults *faults, const char *folder)
{
    static const char *const none[] = {NULL};
    warn_strays(guide, faults, folder, none);
}

static void warn_subfolders(const struct guide *guide, struct faults *faults, const char *folder)
{
    struct names names = folder_names(guide->arena, folder);
    for (size_t i = 0; i < names.count; i++)
        warn_folder(guide, faults, content_path(guide->arena, folder, names.items[i]));
}

// A translation of a page that is not there. German pages themselves are all there is.
static void check_orphan(const struct guide *guide, struct faults *faults,
                         const struct language *language, const char *folder, const char *file)
{
    const char *id = path_id(guide->arena, file);
    bool pages = strcmp(folder, "pages") == 0;
    if (pages ? page_find(guide, id) != NULL : office_find(guide, id) != NULL)
        return;
    if (pages && strcmp(language->tag, "de") == 0)
        return;  // its name is no id, as reported before
    const char *here = arena_print(guide->arena, "%s/%s/%s", language->tag, folder, file);
    const char *there = arena_print(guide->arena, "%s/%s", pages ? "de/pages" : "offices", file);
    fault_add(faults, (struct place){.file = content_path(guide->arena, guide->folder, here)},
              "there is no %s; write it, or remove or rename this file",
              content_path(guide->arena, guide->folder, there));
}

static void check_words_folder(const struct guide *guide, struct faults *faults,
                               const struct language *language, const char *folder)
{
    const char *path = content_path(
        guide->arena, content_path(guide->arena, guide->folder, language->tag), folder);
    struct names names = folder_names(guide->arena, path);
    for (size_t i = 0; i < names.count; i++)
        if (path_is_xml(names.items[i]))
            check_orphan(guide, faults, language, folder, names.items[i]);
    warn_subfolders(guide, faults, path);
}

static void check_language_folder(const struct guide *guide, struct faults *faults,
                                  const struct language *language)
{
    static const char *const allowed[] = {"guide.xml", "glossary.xml", NULL};
    const char *folder = content_path(guide->arena, guide->folder, language->tag);
    warn_strays(guide, faults, folder, allowed);
    check_words_folder(guide, faults, language, "pages");
    check_words_folder(guide, faults, language, "offices");
}

static bool has_content(struct arena *arena, const char *folder)
{
    static const char *const signs[] = {"guide.xml", "pages", "offices"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (path_exists(arena_print(arena, "%s/%s", folder, signs[i])))
            return true;
    return false;
}

static void check_folder(const struct guide *guide, struct faults *faults, const char *name)
{
    const char *folder = content_path(guide->arena, guide->folder, name);
    if (strcmp(name, "offices") == 0 || guide_language(guide, name) >= 0)
        return;
    if (!has_content(guide->arena, folder))
        warn_folder(guide, faults, folder);
    else
        warning_add(faults, (struct place){.file = folder},
                    "guide.xml does not name the language `%s`; add it to <languages> or remove "
                    "the folder",
                    name);
}

void strays_check(const struct guide *guide, struct faults *faults)
{
    static const char *const allowed[] = {"guide.xml", "facts.xml", NULL};
    struct names names = folder_names(guide->arena, guide->folder);
    warn_strays(guide, faults, guide->folder, allowed);
    warn_subfolders(guide, faults, content_path(guide->arena, guide->folder, "offices"));
    for (size_t i = 0; i < names.count; i++)
        if (folder_exists(content_path(guide->arena, guide->folder, names.items[i])))
            check_folder(guide, faults, names.items[i]);
    for (size_t i = 0; i < guide->languages.count; i++)
        check_language_folder(guide, faults, guide->languages.items[i]);
}
