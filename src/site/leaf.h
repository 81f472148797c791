// SPDX-License-Identifier: EUPL-1.2
// One file of the web guide while it is written: its frame, its languages, its links.
#pragma once

#include "guide/guide.h"
#include "site/html.h"
#include "site/icon.h"

struct leaf {
    const struct guide *guide;
    const struct language *language;  // of the frame
    int index;                        // its place in guide->languages
    const char *path;                 // below the language's folder: "", "p/registration/"
    const char *root;                 // from the file to the folder of the site: "../../"
    const char *version;              // of style sheet and scripts
    bool landing;                     // stands above the languages and lists them
    bool lost;                        // stands in for every address that leads nowhere
    bool staff;                       // no visitor's page: search engines are to pass it by
    const char *script;               // a file of its own besides site.js; NULL: none
    // The key to the same page in two languages, or back: its address, its word, in which "%s" is
    // the language. NULL: there is none.
    const char *other_view, *other_word;
    bool talks;                     // the bar has keys that read it aloud and hand its address on
    bool sensitive;                 // nobody else should see it: a key leads away from it at once
    const struct language *around;  // of the element being written
    struct arena *arena;
    struct html html;
    struct icons *icons;
    struct faults *faults;
};

// The head, the top bar, and <main>. A language has its own address if `document` has words in
// it. Title and description are plain text.
void leaf_open(struct leaf *leaf, const char *title, const char *description,
               const struct document *document);
void leaf_close(struct leaf *leaf);

// An element with words in a language: `lang` and `dir` are written where the language changes.
// leaf_enter() returns the language around it, for leaf_leave().
const struct language *leaf_enter(struct leaf *leaf, const char *element, const char *class,
                                  const struct language *language);
void leaf_leave(struct leaf *leaf, const char *element, const struct language *outer);
void leaf_put(struct leaf *leaf, const char *element, const char *class,
              const struct language *language, const char *text);

// A sentence with "%s", "%d" or "%1$s" in it; each value is put in as an isolate. All values are
// texts. Ends with NULL.
void leaf_fill(struct leaf *leaf, const char *sentence, ...) __attribute__((sentinel));

// German text in a sentence of another language.
void leaf_german(struct leaf *leaf, const char *element, const char *class, const char *text);

// The relative address of another file in the frame's language: `kind` is "p" for a page, "o" for
// an office, "t" for a topic; without an id that of the home page.
const char *leaf_href(const struct leaf *leaf, const char *kind, const char *id);

// The same of the search.
const char *leaf_search(const struct leaf *leaf);

// Drawn in the text's colour. A missing one costs a warning.
void leaf_icon(struct leaf *leaf, const char *name);
// The same for one that points in reading direction and turns round in right-to-left text.
void leaf_arrow(struct leaf *leaf, const char *name);

// Where this file is on the web; NULL: of the address that forwards.
const char *leaf_address(const struct leaf *leaf, const struct language *language);

// "01.02.2026", in every language as on the door.
const char *leaf_date(const struct leaf *leaf, struct date date);
