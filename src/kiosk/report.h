// SPDX-License-Identifier: EUPL-1.2
// What the staff are told of the content on the screen.
#pragma once

#include <stdbool.h>

struct content_report {
    const char *folder;  // where the editors' files lie
    bool kept;           // the folder has faults: shown is the last good content
    const char *faults;  // its errors, one a line; "": none
};
