// SPDX-License-Identifier: EUPL-1.2
// The web addresses of the guide: BASE/, BASE/<lang>/p/<page>/, BASE/o/<office>/ (SPEC §6).
#pragma once

#include "guide/guide.h"

// With language NULL the address that lists the languages and forwards to the phone's own. Live in the
// arena.
const char *home_address(struct arena *arena, const struct guide *guide,
                         const struct language *language);
const char *page_address(struct arena *arena, const struct guide *guide,
                         const struct language *language, const char *page);
const char *office_address(struct arena *arena, const struct guide *guide,
                           const struct language *language, const char *office);

// As somebody would type it: without scheme and last slash.
const char *typed_address(struct arena *arena, const char *address);
