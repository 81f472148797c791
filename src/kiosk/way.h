// SPDX-License-Identifier: EUPL-1.2
// The way to an office as three arms: through this building to the room, or by bus to the house.
#pragma once

#include "kiosk/flow.h"
#include "kiosk/site.h"

// Nothing if too little is known of the office's main site.
void way_put(struct flow *flow, const struct office *office, double x, double width);

// What the arms tell of the main site.
struct site_shown way_shows(const struct frame *frame, const struct office *office);
