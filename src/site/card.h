// SPDX-License-Identifier: EUPL-1.2
// What a telephone takes over: the contact as a vCard, days on which an office is closed as
// calendar entries.
#pragma once

#include "base/buf.h"
#include "guide/guide.h"

// RFC 2426, in German: the name on the door. Language does not matter to the rest.
void card_contact(struct buf *out, const struct office *office);

// RFC 5545: closures as whole days, with the address where an appointment is made. Opening hours
// are no events. `words` are those of the office. Dates that are past are left out.
void card_closures(struct buf *out, const struct guide *guide, const struct office *office,
                   int language);

// Whether there is any such day.
bool card_has_closures(const struct guide *guide, const struct office *office);
