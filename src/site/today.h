// SPDX-License-Identifier: EUPL-1.2
// What hours.js needs to say whether an office is open now: every day of the next fourteen months
// that is unlike its weekday, and the sentences. The rules stay in guide/hours.c.
#pragma once

#include "site/leaf.h"

// The last day that is told, counted from the newest fact of the content.
struct date today_last(const struct guide *guide);

// The sentences of the page's language, the town's time zone, the holidays: once in a page.
void today_words(struct leaf *leaf);

// The line that hours.js fills, above the week table of a site: its days as an attribute.
void today_line(struct leaf *leaf, const struct hours *hours);
