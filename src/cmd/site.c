// SPDX-License-Identifier: EUPL-1.2
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/file.h"
#include "cmd/command.h"
#include "cmd/prints.h"
#include "guide/load.h"
#include "site/site.h"

// The old folder is removed whole: it must be one that this command made.
static bool may_replace(const char *path, struct faults *faults)
{
    struct arena *arena = arena_new();
    bool ok = true;
    if (file_exists(path)) {
        fault_add(faults, (struct place){.file = path}, "is a file; name a folder");
        ok = false;
    } else if (folder_names(arena, path).count > 0 && !site_is_in(path)) {
        fault_add(faults, (struct place){.file = path},
                  "holds something else than a web guide; name a new or an empty folder");
        ok = false;
    }
    arena_free(arena);
    return ok;
}

// `before`: the guide that it will replace; NULL: there is none.
static bool fill(const struct guide *guide, const char *folder, const char *before, bool prints,
                 struct faults *faults)
{
    struct arena *arena = arena_new();
    struct staff_sheets sheets = {0};
    const char *old = before ? arena_print(arena, "%s/" STAFF_FOLDER, before) : NULL;
    bool ok = !prints || prints_make(&sheets, arena, guide,
                                     arena_print(arena, "%s/" STAFF_FOLDER, folder), old, faults);
    ok = ok && site_write(guide, prints ? &sheets : NULL, folder, before, faults);
    arena_free(arena);
    return ok;
}

// On the same file system as its target, so that it can take its place.
static bool build_beside(const struct guide *guide, const char *path, bool prints,
                         struct faults *faults)
{
    struct buf built = {0};
    bool ok = folder_make(path, faults);  // and so the folders above it
    buf_print(&built, "%s.XXXXXX", path);
    if (ok && (!mkdtemp(built.text) || chmod(built.text, 0755) != 0)) {
        fault_errno(faults, path, "nothing can be built beside it",
                    E_("take a folder in a place that may be written to"));
        ok = false;
    } else if (ok) {
        ok = fill(guide, built.text, folder_exists(path) ? path : NULL, prints, faults);
        if (ok)
            ok = folder_replace(built.text, path, faults);
        else
            folder_remove(built.text);
    }
    buf_free(&built);
    return ok;
}

static enum status write_site(const struct common *common, const char *path, bool prints)
{
    struct guide *guide = common_load(common, false);
    if (!guide)
        return STATUS_FAULTS;
    struct faults faults = {0};
    if (may_replace(path, &faults))
        build_beside(guide, path, prints, &faults);
    guide_free(guide);
    return common_finish(&faults);
}

static enum status run(int argc, char **argv)
{
    struct common common = {0};
    const char *out = NULL;
    bool prints = false;
    const struct option table[] = {
        {"-o", "DIR", OPTION_TEXT, &out,
         H_("folder of the web guide; what changed in it is replaced")},
        {"--prints", NULL, OPTION_FLAG, &prints,
         H_("a page for the staff with everything that can be printed, in DIR/staff")},
        COMMON_OPTIONS(common),
    };
    enum option_result result = options_read(table, sizeof table / sizeof *table,
                                             "site [--prints] -o DIR", argc, argv, NULL);
    if (result != OPTIONS_OK)
        return common_ended(result);
    if (!out || !*out) {
        fault_say("no folder is named; say where to with `-o DIR`");
        return STATUS_USAGE;
    }
    struct buf path = {0};
    buf_text(&path, out);
    while (path.length > 1 && path.text[path.length - 1] == '/')
        path.text[--path.length] = '\0';
    enum status status = write_site(&common, path.text, prints);
    buf_free(&path);
    return status;
}

const struct command site_command = {
    .name = "site",
    .summary = H_("write the static web guide"),
    .run = run,
};
