// SPDX-License-Identifier: EUPL-1.2
// The poster for an office's door, waiting room or table: a code that leads to the office's page in
// the reader's own language, read from ten times its width. Or, for other walls, that of the guide
// itself, whose code leads to its first page.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "guide/guide.h"
#include "print/design.h"
#include "print/fonts.h"

// What the register names as its subject: the office's id, or for NULL, the guide, "guide"; no
// office may be called so.
const char *poster_subject(const struct office *office);

// The office of a subject, NULL for the guide. False: such a subject has no poster of that size.
bool poster_find(const struct guide *guide, const char *subject, const struct design *design,
                 const struct office **office);

// With office NULL that of the guide, in designs that are not for offices only.
//
// What does not fit on the paper is a fault that names it, and no file.
bool poster_write(const struct guide *guide, const struct office *office,
                  const struct design *design, const struct fonts *fonts, const char *path,
                  uint32_t *id, struct faults *faults);

// The id that such a poster would bear, from what would stand on it: another one, another poster.
// It stands at the lower edge, behind the date of the guide's newest fact.
bool poster_id(const struct guide *guide, const struct office *office, const struct design *design,
               const struct fonts *fonts, const char *path, uint32_t *id, struct faults *faults);
