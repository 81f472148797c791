// SPDX-License-Identifier: EUPL-1.2
// The pages of a bound edition in one language: margins, breaks, page numbers, thumb marks. It is bound
// on the side where its language begins, so that right-to-left editions open from the other side.
//
// Lengths are mm, counted from the start edge of the text area and from the top of the page.
#pragma once

#include "guide/guide.h"
#include "print/setting.h"

struct paper {
    const char *name;  // as `--size` says it
    double width, height;
    double inner, outer, top, bottom;  // margins
    double thumb;                      // width of the marks at the outer edge; 0: none
};

// The sizes for an option of the command line. A4 is for office printers, which leave a white edge.
#define PAPER_NAMES "A5|A4"
const struct paper *paper_find(const char *name);  // NULL: there is none

// 12 pt, the text of a bound edition.
#define BODY_SIZE 4.233

struct target {
    const char *id;
    int page;
    double top, height;  // height 0: it did not end on the page
};

struct targets {
    struct target *items;
    size_t count, room;
};

// A tinted ground behind what is put, as long as it is on, with a bar at its start.
struct panel {
    bool on;
    enum ink ground, bar;
    const char *icon;  // beside what is put next; NULL: none
};

struct book {
    struct arena *arena;
    struct sheet *sheet;
    const struct guide *guide;
    int index;  // of the language in the guide
    int other;  // of the language beside it; -1: none
    const struct language *language;
    const struct paper *paper;
    int page;          // counted from 1; 0: none yet
    double y;          // where the next thing goes
    double body;       // size of the text
    double aside;      // kept free at the outer edge of the text area
    const char *head;  // named at the foot of each page; NULL: no number either
    enum ink thumb;    // colour of the mark
    int mark, marks;   // the mark's place at the edge, of how many
    struct panel panel;
    struct targets targets;       // where things begin, as far as this book has got
    const struct targets *known;  // all of them, from setting the book before; NULL: not known yet
    struct faults *faults;
};

// Bare: for covers.
void book_bare_page(struct book *book);
void book_page(struct book *book);

double book_width(const struct book *book);  // what is not kept free
double book_room(const struct book *book);              // left on the page
double book_lines(const struct book *book, int lines);  // of text: their height

// A new page unless that much is left, or nothing stands on this one.
void book_need(struct book *book, double height);

// Nothing at the top of a page, unless a panel goes on there.
void book_gap(struct book *book, double height);

// At that distance from the start edge, on this page.
struct box book_box(const struct book *book, double start, double y, double width, double height);

// Whether the outer edge of this page is where lines start.
bool book_starts_outside(const struct book *book);

struct style book_style(const struct book *book, enum weight weight, double size, enum ink ink);

void book_panel_open(struct book *book, enum ink ground, enum ink bar);
void book_panel_close(struct book *book);

// Goes on with the lines, on further pages if need be, no line of a paragraph alone. Each page's
// part is one element of the structure. Frees the setting.
void book_put(struct book *book, const char *element, struct setting setting, double start);

// The same for a text in the book's language.
void book_text(struct book *book, const char *element, const struct style *style,
               enum leading leading, const char *text, double start, double width);

// Remembers that something begins here, for jumps and page numbers, and puts it among the bookmarks, below
// that one.
void book_target(struct book *book, int above, const char *id, const char *title);

// It ends here.
void book_end_target(struct book *book);

// What is known of it from setting the book before; NULL: it is not in the book, or not known yet.
const struct target *book_known(const struct book *book, const char *id);

// The page where it begins; 0: it is not in the book, or not known yet.
int book_find(const struct book *book, const char *id);

// A code with what it leads to in words, for those who do not see it. False and a fault: it cannot be had.
bool book_code(struct book *book, const char *address, const char *words, struct box box);
