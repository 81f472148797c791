// SPDX-License-Identifier: EUPL-1.2
// Plays a visit from a file, through the same events as real input, on a virtual clock.
//
// One step a line, `#` begins a comment:
//     tap ACTION            touch the middle of the target with that action, e.g. tap page:registration
//     tap X,Y               in px
//     touch ACTION MS       the same for so long; touch X,Y MS
//     press ACTION          finger down and not yet up; `lift` ends it
//     move X,Y              the finger that is down
//     drag X,Y X,Y MS       with one finger
//     turn to ACTION        reads on until its target can be touched
//     key NAME              as SDL names keys: Escape, PageDown
//     wait MS               everything that falls due meanwhile happens
//     expect screen NAME    home, page …, or NAME:ID
//     expect language TAG
//     expect screenful N    from 1
//     expect target ACTION  is there
//     expect no target ACTION
//     expect text TEXT      stands somewhere on the screen
//     expect no text TEXT
//     expect asked | not asked
//     expect staff away | pin | menu
//     expect wish none | reload | quit       what the staff have asked for since the last time
//     shot FILE.png         relative to the script
//     print                 the scene as text on stdout
//     reload DIR            reads that content folder, as a change on disk would
//     fail to reload DIR    the same; it must have faults
#pragma once

#include "kiosk/kiosk.h"

// False and a fault with the script's line at the first step that fails.
bool script_play(struct kiosk *kiosk, SDL_Surface *screen, const char *path, struct faults *faults);
