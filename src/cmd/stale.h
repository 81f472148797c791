// SPDX-License-Identifier: EUPL-1.2
// Which of the sheets that were printed into a folder are out of date.
#pragma once

#include "cmd/command.h"

// One a line on stdout, then how many; status 0 also if there are.
enum status stale_list(const struct common *common, const char *folder);
