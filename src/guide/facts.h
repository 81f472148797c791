// SPDX-License-Identifier: EUPL-1.2
// The facts of the town: guide.xml and facts.xml.
//
// All of them take what the vocabulary has looked at, but go on with what is left of a faulty
// file, so that names which it defines are known.
#pragma once

#include "guide/guide.h"
#include "guide/xml.h"

// Town, web address, languages, retired names: what refers to nothing else.
void facts_read_town(struct guide *guide, const struct node *root, struct faults *faults);

// Numbers for <value>: emergency numbers and facts. Either root may be NULL.
void facts_read_values(struct guide *guide, const struct node *town, const struct node *facts,
                       struct faults *faults);

// Topics, emergency page and retired names, once pages and offices are known by their ids.
void facts_read_topics(struct guide *guide, const struct node *root, struct faults *faults);
