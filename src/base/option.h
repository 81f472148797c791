// SPDX-License-Identifier: EUPL-1.2
// Options, on the command line and in a file: one table says what is taken, fills the variables
// and prints the help.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/fault.h"

// Marks a text of the help, which reaches fault_tr() elsewhere.
#define H_(msgid) msgid

enum option_kind {
    OPTION_FLAG,    // bool: given or not
    OPTION_TEXT,    // const char *: the last one given
    OPTION_CHOICE,  // const char *: one of those in `value`, "light|contrast"
    OPTION_NUMBER,  // int: a whole number from 1 to 1000000
    OPTION_SIZE,    // struct option_size: WxH in px
    OPTION_MM,      // struct option_size: WxH in mm
    OPTION_TEXTS,   // struct option_texts: every one given
};

struct option_size {
    int width, height;  // 0: not given
};

enum { OPTION_TEXTS_MOST = 4096 };  // a guide in thirty languages has some hundred files

struct option_texts {
    const char *items[OPTION_TEXTS_MOST];
    size_t count;
};

struct option {
    const char *name;   // "--content" or "-o"; "pin": in a file only
    const char *value;  // what stands for the value in the help; NULL for a flag
    enum option_kind kind;
    void *variable;
    const char *help;  // English, in H_()
};

enum option_result { OPTIONS_OK, OPTIONS_HELP, OPTIONS_WRONG };

// Reads argv[1…]. The usage is what stands behind the program's name, one line for each way to call
// it. What is no option goes to `rest` (NULL: there must be none). OPTIONS_WRONG has
// said on stderr what was wrong; OPTIONS_HELP has printed the help.
enum option_result options_read(const struct option *table, size_t count, const char *usage,
                                int argc, char **argv, struct option_texts *rest);

// Reads a file with one option a line, `name value`, without the hyphens; a word that begins with `#` a comment. Texts
// lie in the arena. What has faults is left as it was.
void options_read_file(const struct option *table, size_t count, const char *path,
                       struct arena *arena, struct faults *faults);
