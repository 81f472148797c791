// SPDX-License-Identifier: EUPL-1.2
// Names that stand for something elsewhere: <value ref>, <contact office>, <see page> …
#pragma once

#include "guide/guide.h"

enum target {
    TARGET_NONE,
    TARGET_PAGE,
    TARGET_OFFICE,
    TARGET_TOPIC,
    TARGET_VALUE,
    TARGET_NUMBER,  // an emergency number
    TARGETS
};

struct references {
    const struct guide *guide;
    bool unknown[TARGETS];  // the file that names them was refused: nothing can be said of them
    struct faults *faults;
};

// False and a fault if there is no such thing. `id` may be NULL or malformed: reported before.
bool reference_check(const struct references *references, enum target target, const char *id,
                     struct place place);

const struct value *value_find(const struct guide *guide, const char *id);
