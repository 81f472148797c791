// SPDX-License-Identifier: EUPL-1.2
#include "editor/tell.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "editor/excerpt.h"

static const struct look coloured = {
    .place = "\033[1m",
    .severity = {[SEVERITY_ERROR] = "\033[31m",
                 [SEVERITY_WARNING] = "\033[33m",
                 [SEVERITY_HINT] = "\033[36m"},
    .caret = "\033[32m",
    .end = "\033[m",
};

// NO_COLOR: https://no-color.org
static const struct look *look_of(FILE *stream)
{
    const char *refused = getenv("NO_COLOR"), *terminal = getenv("TERM");
    bool plain = !isatty(fileno(stream)) || (refused && *refused) || !terminal || !*terminal ||
                 strcmp(terminal, "dumb") == 0;
    return plain ? &look_plain : &coloured;
}

static void write_excerpt(const struct excerpt *excerpt, const struct look *look, FILE *stream)
{
    fprintf(stream, "    %s\n", excerpt->text);
    if (excerpt->caret >= 0)
        fprintf(stream, "    %*s%s^%s\n", excerpt->caret, "", look->caret, look->end);
}

void faults_tell(struct faults *faults, FILE *stream)
{
    const struct look *look = look_of(stream);
    struct source source = {0};
    struct excerpt excerpt;
    faults_sort(faults);
    for (size_t i = 0; i < faults->list.count; i++) {
        const struct fault *fault = &faults->list.items[i];
        fault_write(fault, look, stream);
        if (excerpt_take(&source, fault->place, &excerpt))
            write_excerpt(&excerpt, look, stream);
    }
    source_close(&source);
}
