// SPDX-License-Identifier: EUPL-1.2
// Where the parts of a poster stand.
#pragma once

#include "print/foot.h"
#include "print/signpost.h"

// Tops, but baselines for lines of type. Beside the code, the title stands by its top and the names
// follow it.
struct plan {
    double title, signpost, address, names, steps, foot;
    double pitch;  // of the foot's rows
};

// Phone numbers that have no room leave the foot; what has none even then is refused.
struct plan plan_build(const struct signpost *post, struct foot *foot);
