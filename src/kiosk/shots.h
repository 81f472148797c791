// SPDX-License-Identifier: EUPL-1.2
// Every screen of the kiosk as a PNG, without a display.
#pragma once

#include "base/option.h"
#include "kiosk/kiosk.h"

// DIR/<lang>/<screen>.png for each of the languages; a longer page also <screen>-2.png …
// Screens: attract, languages, home, topic-<id>, page-<id>, office-<id>, emergency, idle, display, search,
// search-results, search-nothing, staff-pin, staff, out-of-service, and but for German parallel-<id> and
// card-<answer>.
// `empty` is a kiosk without content that draws on the same screen.
bool shots_write(struct kiosk *kiosk, struct kiosk *empty, SDL_Surface *screen,
                 const struct option_texts *tags, const char *folder, struct faults *faults);

// Whole or not at all.
bool shot_write(SDL_Surface *screen, const char *path, struct faults *faults);
