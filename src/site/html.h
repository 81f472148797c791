// SPDX-License-Identifier: EUPL-1.2
// The one writer of HTML: elements, attributes and text, nothing of it unescaped.
//
// It writes what browsers read as HTML and XML parsers as XML: every element is closed, empty
// ones as `<meta … />`. Names of elements and attributes are ours and constant.
#pragma once

#include "base/buf.h"

enum { HTML_DEPTH = 32 };

// `struct html html = {0};` is an empty file; html_free() ends it.
struct html {
    struct buf out;
    const char *open[HTML_DEPTH];  // elements that are not closed yet
    int depth;
};

// After the element come pairs of an attribute's name and value, then NULL. A pair whose value
// is NULL is left out: `html_open(html, "p", "lang", tag_or_null, NULL);`
void html_open(struct html *html, const char *element, ...) __attribute__((sentinel));
void html_close(struct html *html, const char *element);  // the innermost one

// An element that never has content: meta, link, img.
void html_empty(struct html *html, const char *element, ...) __attribute__((sentinel));

// An element with text in it.
void html_put(struct html *html, const char *element, const char *text, ...)
    __attribute__((sentinel));

void html_text(struct html *html, const char *text);

// A <script> that is data for a script or a search engine: JSON of site/data.h.
void html_json(struct html *html, const char *type, const char *json);

// The doctype; before everything else.
void html_start(struct html *html);
void html_free(struct html *html);
