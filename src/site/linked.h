// SPDX-License-Identifier: EUPL-1.2
// An office as search engines read it: JSON-LD in the terms of https://schema.org.
#pragma once

#include "site/leaf.h"

void linked_office(struct leaf *leaf, const struct office *office, const struct words *words);
