// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/staff.h"

#include <crypt.h>
#include <stdlib.h>
#include <string.h>

enum {
    FREE_TRIES = 3,
    FIRST_WAIT = 60 * 1000,  // ms
    MOST_DOUBLINGS = 5,      // 32 minutes
};

bool staff_hash_is_good(const char *hash)
{
    return hash[0] == '$' && crypt_checksalt(hash) == CRYPT_SALT_OK && strrchr(hash, '$')[1];
}

static bool is_right(const char *pin, const char *hash)
{
    void *state = NULL;
    int size = 0;
    const char *found = crypt_ra(pin, hash, &state, &size);
    bool right = found && strcmp(found, hash) == 0;
    free(state);
    return right;
}

static void try_pin(struct staff *staff, const char *hash, uint64_t now)
{
    if (is_right(staff->pin, hash)) {
        staff->stage = STAFF_MENU;
        staff->wrong = 0;
    } else if (++staff->wrong >= FREE_TRIES) {
        int doublings = staff->wrong - FREE_TRIES;
        if (doublings > MOST_DOUBLINGS)
            doublings = MOST_DOUBLINGS;
        staff->locked_until = now + ((uint64_t)FIRST_WAIT << doublings);
    }
    memset(staff->pin, 0, sizeof staff->pin);
}

static bool add_digit(struct staff *staff, const char *digit)
{
    size_t length = strlen(staff->pin);
    if (strlen(digit) != 1 || *digit < '0' || *digit > '9' || length + 1 >= sizeof staff->pin)
        return false;
    staff->pin[length] = *digit;
    return true;
}

static bool act_on_pin(struct staff *staff, const struct action *action, const char *hash,
                       uint64_t now)
{
    size_t length = strlen(staff->pin);
    if (now < staff->locked_until)
        return false;
    switch (action->kind) {
    case ACTION_DIGIT:
        return add_digit(staff, action->id);
    case ACTION_ERASE:
        if (length > 0)
            staff->pin[length - 1] = '\0';
        return length > 0;
    case ACTION_UNLOCK:
        if (length > 0)
            try_pin(staff, hash, now);
        return length > 0;
    default:
        return false;
    }
}

bool staff_act(struct staff *staff, const struct action *action, const char *hash, uint64_t now)
{
    if (action->kind == ACTION_STAFF && staff->stage == STAFF_AWAY && hash) {
        staff->stage = STAFF_PIN;
        return true;
    }
    if (staff->stage != STAFF_AWAY && (action->kind == ACTION_BACK || action->kind == ACTION_END)) {
        staff->stage = STAFF_AWAY;
        memset(staff->pin, 0, sizeof staff->pin);
        return action->kind == ACTION_BACK;
    }
    if (staff->stage == STAFF_PIN)
        return act_on_pin(staff, action, hash, now);
    if (staff->stage != STAFF_MENU)
        return false;
    if (action->kind == ACTION_RELOAD)
        staff->wish = WISH_RELOAD;
    else if (action->kind == ACTION_QUIT)
        staff->wish = WISH_QUIT;
    return action->kind == ACTION_RELOAD || action->kind == ACTION_QUIT;
}
