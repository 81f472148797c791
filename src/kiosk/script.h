// SPDX-License-Identifier: EUPL-1.2
// Plays a visit from a file, through the same events as real input, on a virtual clock.
//
// Texts are compared as they are read: glued spaces are spaces, soft hyphens nothing.
// One step a line, `#` begins a comment:
//     tap ACTION            touch the middle of the target with that action, e.g. tap page:registration
//     tap X,Y               in px
//     touch ACTION MS       the same for so long; touch X,Y MS
//     press ACTION          finger down and not yet up; `lift` ends it
//     move X,Y              the finger that is down
//     drag X,Y X,Y MS       with one finger
//     turn to ACTION        reads on until its target can be touched
//     read to TEXT          reads on until TEXT stands whole on the screen
//     spell TEXT            taps the key of each of its letters
//     key NAME              as SDL names keys: Escape, PageDown
//     type TEXT             on a real keyboard
//     ring to ACTION        Tab until the ring is on it; each target on the way can be seen
//     await ring ACTION     until the ring, which moves by itself, is on it
//     wait MS               everything that falls due meanwhile happens
//     expect screen NAME    home, page …, or NAME:ID
//     expect language TAG
//     expect screenful N    from 1
//     expect target ACTION  is there
//     expect no target ACTION
//     expect focus ACTION   the ring is on it; none: no ring is shown
//     expect text TEXT      stands somewhere on the screen, or on another screenful
//     expect no text TEXT
//     expect shown TEXT     stands whole on this screenful
//     expect untouched Y    nothing above Y px can be touched
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
