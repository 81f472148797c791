// SPDX-License-Identifier: EUPL-1.2
// Where facts come from: the attributes verified, source, sample and owner.
#pragma once

#include "guide/guide.h"
#include "guide/xml.h"

// Of an element inside another whose origin is `outer`: an element that carries `sample` or
// `verified` replaces both, `owner` is inherited for itself.
struct origin origin_read(const struct node *node, struct origin outer);

// Also one whose date cannot be read.
bool origin_is_given(const struct origin *origin);

// One warning for the samples of each file, and one for each origin past its review date.
void claims_check(const struct claims *claims, const struct guide *guide, struct date today,
                  struct faults *faults);

// The latest `verified` of all; year 0: there is none.
struct date claims_newest(const struct claims *claims);
