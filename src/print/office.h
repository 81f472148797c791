// SPDX-License-Identifier: EUPL-1.2
// What a bound edition tells of an office: what it does, what to bring, the way, hours, contact.
#pragma once

#include "print/book.h"

// All but its title.
void office_matter(struct book *book, const struct office *office);

// Where it is, when it is open and how to reach it: the facts alone.
void office_facts(struct book *book, const struct office *office);

// The name that stands at the door, where that is another than the reader's; nothing else.
void office_door_name(struct book *book, const struct office *office, double start, double width);
