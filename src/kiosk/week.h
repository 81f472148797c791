// SPDX-License-Identifier: EUPL-1.2
// The week table of an office: slots by weekday, today as the calendar has it.
#pragma once

#include "kiosk/type.h"

// Returns the height.
double week_put(struct frame *frame, const struct hours *hours, double x, double y, double width);
