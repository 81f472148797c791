// SPDX-License-Identifier: EUPL-1.2
// Where one of several sites is and how one gets in: the head of its card. Only what is known.
#pragma once

#include "kiosk/type.h"

// Its address as a heading; below it room, stop and access, a line each, without those that
// `shown` holds already. Returns the height.
struct site_shown {
    bool room, stop;
};
double site_put(struct frame *frame, const struct site *site, struct site_shown shown, double x,
                double y, double width);

// "step-free entrance · lift"; NULL: nothing is known.
const char *site_access(struct frame *frame, const struct site *site);
