// SPDX-License-Identifier: EUPL-1.2
// How to reach an office, as cards of rows: phone and address; e-mail, appointment, website;
// languages, interpreting, access. Of an office with several sites address and access stand with
// each of them: kiosk/site.h.
#pragma once

#include "kiosk/flow.h"

// The first card, and the others.
void contact_put_places(struct flow *flow, const struct office *office, double x, double width);
void contact_put_rest(struct flow *flow, const struct office *office, double x, double width);

// "Frickensteinplatz 2, 26721 Emden"; NULL without an address.
const char *contact_address(struct frame *frame, const struct address *address);
// "Frickensteinplatz 2": the number stays with its street.
const char *contact_street(struct frame *frame, const struct address *address);
