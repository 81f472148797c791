// SPDX-License-Identifier: EUPL-1.2
// What must hold for every input: else the fuzzer has found one.
#pragma once

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "does not hold: %s\n", what);
    abort();
}
