// SPDX-License-Identifier: EUPL-1.2
// The kinds of files in the web guide. Each fills a leaf whose guide, language, path and root are
// set.
#pragma once

#include "site/leaf.h"

void home_leaf(struct leaf *leaf);
void topic_leaf(struct leaf *leaf, const struct topic *topic);
void page_leaf(struct leaf *leaf, const struct page *page);
void office_leaf(struct leaf *leaf, const struct office *office);

// The list of languages, each leading to `path` below it; site.js forwards to the phone's own.
// `title` is German, `document` what it is about.
void landing_leaf(struct leaf *leaf, const char *path, const char *title,
                  const struct document *document);

// An address whose page is now at `href` and has that title.
void moved_leaf(struct leaf *leaf, const char *href, const char *title);
