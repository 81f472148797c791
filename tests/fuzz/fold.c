// SPDX-License-Identifier: EUPL-1.2
// Any text folded for the search: what text/fold.h promises.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "require.h"
#include "text/fold.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    size = utf8_check((const char *)bytes, size);
    struct arena *arena = arena_new();
    const char *text = arena_copy(arena, (const char *)bytes, size);
    const char *once = folded(arena, text);
    size_t length = strlen(once);
    require(utf8_check(once, length) == length, "folded text is UTF-8");
    require(length <= 11 * strlen(text), "it is at most 11 times as long");
    require(strcmp(folded(arena, once), once) == 0, "folding it again changes nothing");
    require(*once != ' ' && (!length || once[length - 1] != ' ') && !strstr(once, "  "),
            "single spaces stand between words only");
    arena_free(arena);
    return 0;
}
