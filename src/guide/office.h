// SPDX-License-Identifier: EUPL-1.2
// The facts of one office: offices/<id>.xml.
#pragma once

#include "guide/guide.h"
#include "guide/xml.h"

// Fills all but the id and the words. `root` may be faulty where the vocabulary has said so.
void office_read(struct guide *guide, struct office *office, const struct node *root,
                 struct faults *faults);
