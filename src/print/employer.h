// SPDX-License-Identifier: EUPL-1.2
// What employers give to new colleagues: a hand-out with the guide's first pages, and the list of the
// offices where one gets help.
#pragma once

#include "print/book.h"

// The core: what every language has.
bool hand_out_put(struct book *book);

bool office_list_put(struct book *book);
