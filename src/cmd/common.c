// SPDX-License-Identifier: EUPL-1.2
#include <limits.h>
#include <stdio.h>

#include "base/file.h"
#include "base/install.h"
#include "cmd/command.h"
#include "guide/load.h"

const char content_help[] = H_("content folder");
const char now_help[] = H_("town time as 2026-11-20T08:30, not the clock's");

enum option_result common_read(struct common *common, const char *usage, int argc, char **argv,
                               struct option_texts *names)
{
    const struct option options[] = {COMMON_OPTIONS(*common)};
    return options_read(options, sizeof options / sizeof *options, usage, argc, argv, names);
}

enum status common_ended(enum option_result result)
{
    return result == OPTIONS_HELP ? STATUS_DONE : STATUS_USAGE;
}

const char *common_content(const struct common *common)
{
    static char installed[PATH_MAX];
    if (common->content)
        return common->content;
    if (folder_exists("content"))
        return "content";
    struct arena *arena = arena_new();
    snprintf(installed, sizeof installed, "%s", installed_path(arena, "content"));
    arena_free(arena);
    return installed;
}

bool common_now(const struct common *common, const char *timezone, struct moment *now)
{
    *now = moment_now(timezone ? timezone : "Europe/Berlin", NULL);
    if (!common->now || moment_parse(common->now, now))
        return true;
    fault_say("`%s` is no time; write it like 2026-11-20T08:30", common->now);
    return false;
}

// A kiosk whose clock fell behind (no network, flat battery) would find every fact verified in
// the future and go dark. Only who shows warnings judges dates.
struct guide *common_load(const struct common *common, bool warnings)
{
    struct faults faults = {0};
    struct moment now = {0};
    if (warnings && !common_now(common, NULL, &now))
        return NULL;
    struct guide *guide = guide_load(common_content(common), now.date, &faults);
    if (!warnings)
        faults_write_errors(&faults, stderr);
    else
        faults_write(&faults, stderr);
    faults_free(&faults);
    return guide;
}

enum status common_finish(struct faults *faults)
{
    enum status status = faults->errors ? STATUS_FAULTS : STATUS_DONE;
    faults_write(faults, stderr);
    faults_free(faults);
    return status;
}
