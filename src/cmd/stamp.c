// SPDX-License-Identifier: EUPL-1.2
#include <stdio.h>

#include "cmd/command.h"
#include "guide/digest.h"
#include "guide/load.h"

// Faults elsewhere hinder nobody: only those of the files and their originals are told.
static enum status stamp(const struct common *common, const struct option_texts *files)
{
    struct faults found = {0}, faults = {0};
    struct guide *guide = guide_load_faulty(common_content(common), (struct date){0}, &found);
    if (!guide)
        return common_finish(&found);
    for (size_t i = 0; i < files->count; i++)
        if (translation_stamp(guide, files->items[i], &found, &faults))
            printf(fault_tr("%s matches its German original\n"), files->items[i]);
    guide_free(guide);
    faults_free(&found);
    return common_finish(&faults);
}

static enum status run(int argc, char **argv)
{
    static const char usage[] = "stamp FILE…";
    struct common common = {0};
    struct option_texts files = {0};
    enum option_result result = common_read(&common, usage, argc, argv, &files);
    if (result != OPTIONS_OK)
        return common_ended(result);
    if (files.count > 0)
        return stamp(&common, &files);
    fault_say("no file named; write `wegweiser %s`", usage);
    return STATUS_USAGE;
}

const struct command stamp_command = {
    .name = "stamp",
    .summary = H_("record that a translation matches today's German original"),
    .run = run,
};
