// SPDX-License-Identifier: EUPL-1.2
// The commands of the program, and what they have in common.
#pragma once

#include "base/date.h"
#include "base/option.h"
#include "guide/guide.h"

enum status { STATUS_DONE = 0, STATUS_FAULTS = 1, STATUS_USAGE = 2 };

struct command {
    const char *name;
    const char *summary;                        // English, in H_()
    enum status (*run)(int argc, char **argv);  // argv[0] is the command's name
};

extern const struct command brochure_command, check_command, employers_command, export_command,
    flyer_command, import_command, kiosk_command, new_command, poster_command, qr_command,
    site_command, stamp_command;

extern const char content_help[], now_help[];

// The options that every command takes; put into its table by COMMON_OPTIONS.
struct common {
    const char *content;  // NULL: ./content, else the installed one
    const char *now;      // town time; NULL: the clock
};
// clang-format off
#define COMMON_OPTIONS(common)                                                                     \
    {"--content", "DIR", OPTION_TEXT, &(common).content, content_help},                            \
    {"--now", "TIME", OPTION_TEXT, &(common).now, now_help}
// clang-format on

// The command line of a command without options of its own; what is no option goes to `names`.
enum option_result common_read(struct common *common, const char *usage, int argc, char **argv,
                               struct option_texts *names);

// How a command ends whose command line was not OPTIONS_OK.
enum status common_ended(enum option_result result);

// The folder that --content or its default names.
const char *common_content(const struct common *common);

// Town time now; with timezone NULL, before the guide is read, Germany's. False and a message on
// stderr if --now cannot be read.
bool common_now(const struct common *common, const char *timezone, struct moment *now);

// Loads the guide and writes faults to stderr: errors and, if asked, warnings. NULL on errors.
// Without warnings no date is judged, so that a clock that fell behind hinders nobody.
struct guide *common_load(const struct common *common, bool warnings);

// Writes what was found to stderr, frees it; STATUS_FAULTS if there were errors.
enum status common_finish(struct faults *faults);
