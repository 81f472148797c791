// SPDX-License-Identifier: EUPL-1.2
// A translation from a PO file back into the language's XML files.
#pragma once

#include "guide/guide.h"

struct imported {
    size_t changed;  // passages whose words are others now
    size_t settled;  // passages that are no longer outdated
    size_t files;    // written
    size_t made;     // of them those that the language did not have before
};

// Changes only the passages that differ and leaves the rest of each file as it is, to the byte. Makes
// the files that the language lacks when the PO file has all their passages. A passage whose German
// words are others by now is left alone with a warning. Any fault names the PO file and the line,
// and then nothing is written.
bool po_import(const struct guide *guide, const char *path, struct imported *imported,
               struct faults *faults);
