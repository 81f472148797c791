// SPDX-License-Identifier: EUPL-1.2
// What `check --json` says, for other programs: JSON as of RFC 8259, whatever files hold.
#pragma once

#include "base/buf.h"
#include "base/fault.h"

// Members of an object: "errors", "warnings", "hints" with their numbers, and "faults", sorted.
void json_faults(struct buf *buf, struct faults *faults);
