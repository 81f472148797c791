// SPDX-License-Identifier: EUPL-1.2
// The part of a screen that may be longer than the screen: turned by screenfuls, no line cut.
#pragma once

#include "kiosk/type.h"

struct flow_break {
    double end, start;  // where one block ends and the next one begins, u from the top
    bool weak;          // inside a block: only where much of the screen would stay empty else
};

struct flow {
    struct frame *frame;
    struct area view;  // on the screen
    double y;          // where the next block goes, from the top of the content
    LIST(struct flow_break) breaks;
};

// From here on everything drawn scrolls; y counts from the top of the content.
struct flow flow_begin(struct frame *frame, struct area view);

// A screenful may end here and the next one begin `gap` below.
void flow_gap(struct flow *flow, double gap);
void flow_weak_gap(struct flow *flow, double gap);

// Divides the content into screenfuls, goes to the visit's, adds rail and "Read on" key.
void flow_end(struct flow *flow);
