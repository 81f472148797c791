// SPDX-License-Identifier: EUPL-1.2
#include "cmd/asked.h"

#include "base/file.h"

bool is_asked_for(const char *file, const struct option_texts *files)
{
    for (size_t i = 0; i < files->count; i++)
        if (file && file_is_same(file, files->items[i]))
            return true;
    return files->count == 0;
}

struct faults faults_asked_for(const struct faults *all, const struct option_texts *files,
                               bool errors)
{
    struct faults faults = {0};
    for (size_t i = 0; i < all->list.count; i++) {
        const struct fault *fault = &all->list.items[i];
        if ((errors && fault->severity == SEVERITY_ERROR) || is_asked_for(fault->place.file, files))
            fault_repeat(&faults, fault);
    }
    return faults;
}

bool files_exist(const struct option_texts *files)
{
    for (size_t i = 0; i < files->count; i++) {
        if (file_exists(files->items[i]))
            continue;
        fault_say("no file `%s`; write its path as seen from this folder", files->items[i]);
        return false;
    }
    return true;
}
