// SPDX-License-Identifier: EUPL-1.2
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/file.h"
#include "cmd/command.h"
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

// On the same file system as its target, so that it can take its place.
static bool build_beside(const struct guide *guide, const char *path, struct faults *faults)
{
    struct buf built = {0};
    bool ok = folder_make(path, faults);  // and so the folders above it
    buf_print(&built, "%s.XXXXXX", path);
    if (ok && (!mkdtemp(built.text) || chmod(built.text, 0755) != 0)) {
        fault_errno(faults, path, "nothing can be built beside it",
                    E_("take a folder in a place that may be written to"));
        ok = false;
    } else if (ok) {
        ok = site_write(guide, built.text, folder_exists(path) ? path : NULL, faults);
        if (ok)
            ok = folder_replace(built.text, path, faults);
        else
            folder_remove(built.text);
    }
    buf_free(&built);
    return ok;
}

static enum status write_site(const struct common *common, const char *path)
{
    struct guide *guide = common_load(common, false);
    if (!guide)
        return STATUS_FAULTS;
    struct faults faults = {0};
    if (may_replace(path, &faults))
        build_beside(guide, path, &faults);
    guide_free(guide);
    return common_finish(&faults);
}

static enum status run(int argc, char **argv)
{
    struct common common = {0};
    const char *out = NULL;
    const struct option table[] = {
        {"-o", "DIR", OPTION_TEXT, &out,
         H_("folder of the web guide; what changed in it is replaced")},
        COMMON_OPTIONS(common),
    };
    enum option_result result =
        options_read(table, sizeof table / sizeof *table, "site -o DIR", argc, argv, NULL);
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
    enum status status = write_site(&common, path.text);
    buf_free(&path);
    return status;
}

const struct command site_command = {
    .name = "site",
    .summary = H_("write the static web guide"),
    .run = run,
};
