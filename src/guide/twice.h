// SPDX-License-Identifier: EUPL-1.2
// Facts that stand in two offices: one phone number, e-mail, web or street address. Somebody may
// have copied a file and forgotten to change it.
#pragma once

#include "guide/guide.h"

// Adds warnings. Spelling does not matter: `+49 30 231 25` and `+49 30 23125` are one number,
// `http://www.emden.de/` and `https://emden.de` one address, `Hauptstr. 1` and `Hauptstraße 1` too.
void twice_check(const struct guide *guide, struct faults *faults);
