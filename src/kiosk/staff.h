// SPDX-License-Identifier: EUPL-1.2
// The hidden way of the town's staff: a long press in a corner, a PIN, a menu.
//
// The PIN's hash is one of crypt(5), as `mkpasswd` and `openssl passwd -6` print it. Without one
// there is no way in. After three wrong tries in a row one has to wait, each time twice as long.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "kiosk/action.h"

enum {
    PIN_SIZE = 13,       // bytes with the NUL
    CORNER_HOLD = 4000,  // ms that a finger rests in the corner
    CORNER_UNITS = 12,   // the corner's width and height, u: a door sign's plate
};

enum staff_stage { STAFF_AWAY, STAFF_PIN, STAFF_MENU };

// What the staff want of the program that runs the kiosk.
enum staff_wish { WISH_NONE, WISH_RELOAD, WISH_QUIT };

struct staff {
    enum staff_stage stage;
    char pin[PIN_SIZE];     // typed so far, digits
    int wrong;              // tries since the last right one; not forgotten when the visit ends
    uint64_t locked_until;  // ms; until then no PIN is tried
    enum staff_wish wish;
};

// Is it a hash that crypt(3) of this machine knows?
bool staff_hash_is_good(const char *hash);

// What the action makes of it; false: it is none of the staff's, or changes nothing. The end of a visit
// is the end of this, too, but remains the visit's. `now` in ms.
bool staff_act(struct staff *staff, const struct action *action, const char *hash, uint64_t now);
