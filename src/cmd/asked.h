// SPDX-License-Identifier: EUPL-1.2
// Of which files `check` speaks: those that were named, else all.
#pragma once

#include "base/fault.h"
#include "base/option.h"

// `file` NULL is the program as a whole, which belongs to all files alone.
bool is_asked_for(const char *file, const struct option_texts *files);

// Copies of the faults in these files; `errors`: and the errors in all others.
struct faults faults_asked_for(const struct faults *all, const struct option_texts *files,
                               bool errors);

// False and a message on stderr: one is not there.
bool files_exist(const struct option_texts *files);
