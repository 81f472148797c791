// SPDX-License-Identifier: EUPL-1.2
// What search engines are told: robots.txt and sitemap.xml.
#pragma once

#include "base/buf.h"
#include "guide/guide.h"

void robots_text(struct buf *out, const struct guide *guide);

// Every page in every language that has words of its own (https://www.sitemaps.org). Dates are
// those of the facts.
void sitemap_text(struct buf *out, const struct guide *guide);
