// SPDX-License-Identifier: EUPL-1.2
// What the parts of the editors' report share; nobody else includes it.
#pragma once

#include "base/arena.h"
#include "editor/report.h"
#include "site/html.h"

// One document of the guide in all its languages: a row of the matrix.
struct row {
    const char *path;  // below a language's folder, without ".xml": "pages/registration"
    const char *name;  // in German
    const struct document *document;
    const struct page *page;  // NULL: an office, or the guide's own words
};

enum state {
    STATE_COMPLETE,
    STATE_OUTDATED,
    STATE_DRAFT,    // may have outdated blocks, too
    STATE_MISSING,  // promised, but not there
    STATE_BEYOND,   // not there and not promised
    STATES
};

// How a document stands in a language.
struct cell {
    enum state state;
    size_t outdated;  // blocks
};

struct report {
    const struct guide *guide;  // NULL: the content has errors
    const struct faults *faults;
    struct date today;
    struct arena *arena;
    struct html html;
    LIST(struct row) rows;  // the guide's own words, the pages, the offices
};

struct cell cell_at(const struct report *report, const struct row *row, size_t language);

// Whether somebody has to read or write, and so whether the text is shown.
bool cell_is_open(struct cell cell);

// "Draft, outdated blocks: 2"
const char *cell_text(const struct report *report, struct cell cell);

// The address within the report at which the cell's text is shown: "pages_registration_uk".
const char *cell_id(const struct report *report, const struct row *row, size_t language);

// ---- Small things ----------------------------------------------------------------------------

// A sentence of ours with values put in as by printf, as an element.
void put_said(struct report *report, const char *element, const char *class, const char *format,
              ...) __attribute__((format(printf, 4, 5)));

// `content/de/guide.xml:12:3`
void put_place(struct report *report, struct place place);

// A fault's message or a sentence of ours; what stands in backticks as code.
void put_message(struct report *report, const char *message);

// "27.11.2026"
const char *date_shown(const struct report *report, struct date date);

// ---- The parts, from top to bottom -----------------------------------------------------------

void todo_part(struct report *report);
void matrix_part(struct report *report);
void texts_part(struct report *report);
void texts_style(struct report *report);  // what shows one language of a text: rules of CSS
void links_part(struct report *report);
