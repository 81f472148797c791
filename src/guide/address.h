// SPDX-License-Identifier: EUPL-1.2
// The web addresses of the guide: BASE/, BASE/<lang>/p/<page>/, BASE/o/<office>/ (SPEC §6).
#pragma once

#include "guide/guide.h"

// Of the page that lists the languages and forwards to the phone's own.
const char *home_address(struct arena *arena, const struct guide *guide);

// With language NULL the address that forwards to the phone's own language. Live in the arena.
const char *page_address(struct arena *arena, const struct guide *guide,
                         const struct language *language, const char *page);
const char *office_address(struct arena *arena, const struct guide *guide,
                           const struct language *language, const char *office);
