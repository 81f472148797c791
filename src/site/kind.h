// SPDX-License-Identifier: EUPL-1.2
// The kinds of files in the web guide. Each fills a leaf whose guide, language, path and root are
// set.
#pragma once

#include "base/buf.h"
#include "site/leaf.h"

void home_leaf(struct leaf *leaf);
void topic_leaf(struct leaf *leaf, const struct topic *topic);
void page_leaf(struct leaf *leaf, const struct page *page);
void office_leaf(struct leaf *leaf, const struct office *office);

// A page and its German original, block by block: to point and talk. Only if it is translated.
void parallel_leaf(struct leaf *leaf, const struct page *page);

// Everything in one list, which search.js searches by that index.
void search_leaf(struct leaf *leaf);
void search_index(struct buf *json, const struct guide *guide, int language);

// Stands in for an address that leads nowhere.
void lost_leaf(struct leaf *leaf);

// The list of languages, each leading to `path` below it; site.js forwards to the phone's own.
// `title` is German, `document` what it is about.
void landing_leaf(struct leaf *leaf, const char *path, const char *title,
                  const struct document *document);

// An address whose page is now at `href` and has that title.
void moved_leaf(struct leaf *leaf, const char *href, const char *title);
