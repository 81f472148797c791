// SPDX-License-Identifier: EUPL-1.2
// Opening hours as a table of the week, and the dates that differ from it.
#pragma once

#include "site/leaf.h"

void week_write(struct leaf *leaf, const struct hours *hours);
