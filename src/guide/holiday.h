// SPDX-License-Identifier: EUPL-1.2
// Public holidays by federal state.
#pragma once

#include "base/date.h"

// The German name of the holiday on that day ("Karfreitag"), NULL if it is none or the state
// (ISO 3166-2 without "DE-") is unknown. Lower Saxony: § 2 (1) NFeiertagsG.
const char *holiday_find(const char *state, struct date date);
bool holiday_state_is_known(const char *state);

// Easter Sunday, Gregorian; valid 1583 … 4099.
struct date easter(int year);
