// SPDX-License-Identifier: EUPL-1.2
// How to reach an office, as cards of rows: phone and address; e-mail, appointment, website;
// languages, interpreting, access.
#pragma once

#include "kiosk/flow.h"

void contact_put(struct flow *flow, const struct office *office, double x, double width);

// "Frickensteinplatz 2, 26721 Emden"; NULL without an address.
const char *contact_address(struct frame *frame, const struct address *address);
