// SPDX-License-Identifier: EUPL-1.2
// The flyer to give away, in one language: in front a signpost of greetings, on the back first steps,
// a code for the guide, offices with their doors and hours, emergency numbers.
//
// DIN long, 99x210 mm, two pages; or three beside each other on A4, to be cut: printed on both sides,
// turned over the short edge.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "guide/guide.h"
#include "print/fonts.h"

#define FLYER_SIZES "long|A4"

// `language` is an index of the guide's. What does not fit on the paper is a fault that names it, and
// no file. The id is as in print/imprint.h.
bool flyer_write(const struct guide *guide, int language, const char *size,
                 const struct fonts *fonts, const char *path, uint32_t *id, struct faults *faults);

// The id that such a flyer would bear: another one, another flyer.
bool flyer_id(const struct guide *guide, int language, const char *size, const struct fonts *fonts,
              const char *path, uint32_t *id, struct faults *faults);
