// SPDX-License-Identifier: EUPL-1.2
// What the command line names: an office, a page, a language of the guide. What is not there is a
// fault that suggests the nearest name.
#pragma once

#include "base/fault.h"
#include "guide/guide.h"

// NULL and a fault: there is none.
const struct office *office_named(const struct guide *guide, const char *id, struct faults *faults);
const struct page *page_named(const struct guide *guide, const char *id, struct faults *faults);

// The index of a language in which the guide is offered; -1 and a fault: it is not.
int offer_named(const struct guide *guide, const char *tag, struct faults *faults);

// The index of a language that the guide is translated into; 0 and a fault: it is not.
int translation_named(const struct guide *guide, const char *tag, struct faults *faults);
