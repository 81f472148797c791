// SPDX-License-Identifier: EUPL-1.2
// Parts that several screens are made of: plates, rows, QR panels, opening status, badges.
#pragma once

#include "guide/hours.h"
#include "kiosk/flow.h"

enum ink topic_ink(enum topic_colour colour);
enum ink topic_tint(enum topic_colour colour);

// A rounded square with an icon in its middle.
void part_plate(struct frame *frame, double x, double y, double size, double radius,
                double icon_size, const char *icon, enum ink ink, enum ink ground);

// "Open until 16:00" and its dot, ready to be placed.
struct status {
    enum opening_state state;
    struct setting text;
    double width;  // with the dot
};

// Makes the scene expire when the status changes. The sign has room for more words than a row:
// "Open now until 16:00", "Closed today: Good Friday".
struct status part_status(struct frame *frame, const struct office *office, struct type type,
                          double width, bool sign);
// What stands below it on the sign: "Opens tomorrow 8:30" on a day that is closed for a holiday; of
// an office where one cannot walk in when it can be reached next, "Monday · 13:00–15:00 · by phone".
// No lines where there is nothing to add.
struct setting part_next_opening(struct frame *frame, const struct office *office, struct type type,
                                 double width);
void put_status(struct frame *frame, const struct status *status, double x, double y, double h);

// "8:00–12:30", in right-to-left languages with a word: "8:00 … 12:30".
const char *part_clock(struct frame *frame, int minute);
const char *part_range(const struct frame *frame);  // the sentence that two times stand in
const char *part_attendance(const struct frame *frame, enum attendance by);  // NULL: walk in
struct setting part_slot(struct frame *frame, struct type type, int from, int to, double width);

// Two languages are asked for, and the reader's is not German.
bool part_is_bilingual(const struct frame *frame);

// What stands for a page: its topic's icon and colours, the siren for the emergency page.
struct emblem {
    const char *icon;
    enum ink ink, tint;
};
struct emblem part_emblem(const struct frame *frame, const struct page *page);

// Rows of offices, all alike; each at least `least` high, together filling the area where they
// need less. Returns the height, gaps included.
double part_office_rows(struct frame *frame, struct area area, double gap, double least,
                        const struct office *const *offices, size_t count);
// One row of a page: its topic's plate, title, purpose.
double part_page_row_height(struct frame *frame, const struct page *page, double width);
void part_page_row(struct frame *frame, struct area area, const struct page *page);

// Pages as short rows, two abreast where there is room: titles only.
void part_related(struct flow *flow, const struct page *const *pages, size_t count, double x,
                  double width);

// A white panel: a code and its caption. `width` is 28.5 u as a rule, less where there is no height for
// that. part_symbol_height() tells how high it gets.
double part_symbol_width(const struct frame *frame);
double part_symbol_height(struct frame *frame, double width, const char *caption);
void part_symbol(struct frame *frame, struct area area, const char *text, const char *caption,
                 bool bounded);

// Lines longer than those of an upright screen are hard to follow: of a wide area the middle.
struct area part_column(struct area area);

// The ground of a card, which cannot be tapped: no outline but in high contrast.
void part_card(struct frame *frame, struct area area);

// A small mark: icon and words. Returns the height. The fixed one does not follow the text size: for
// places that cannot grow.
double part_badge(struct frame *frame, double x, double y, double width, const char *text);
double part_badge_fixed(struct frame *frame, double x, double y, double width, const char *text);

// What the reader should know of this text: not translated, a draft, older than the German one.
// Returns the height, with the space above each; 0: nothing.
double part_words_badges(struct frame *frame, const struct words *words, double x, double y,
                         double width);

// "Sample", or "Last checked: 1/2021" when due; NULL: the fact needs no mark.
const char *part_origin(struct frame *frame, const struct origin *origin);

// A call-out: icon, heading, text on a tinted ground with an edge at the start.
struct callout {
    const char *icon;
    enum ink ground, edge, ink;
};
double part_callout(struct frame *frame, double x, double y, double width,
                    const struct callout *look, const struct setting *heading,
                    const struct setting *texts, size_t count);
double part_callout_text_width(double width);

// The words of a document in the visitor's language, else in German.
const struct words *part_words(struct frame *frame, const struct document *document);
const char *part_text(struct frame *frame, const struct words *words, enum block_kind kind);
