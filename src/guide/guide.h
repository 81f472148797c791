// SPDX-License-Identifier: EUPL-1.2
// What a town has to say: the model that kiosk, site and print read.
//
// Read-only once loaded; every pointer in it lives as long as the guide. Facts (numbers, places,
// hours) stand once; words stand once per language in a `struct words`. Text is valid UTF-8 with
// no-break glue (guide/glue.h) and, around what runs from left to right in right-to-left sentences,
// isolates (guide/isolate.h) already put in; those of values and terms are put in by
// text/paragraph.h.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/fault.h"
#include "text/language.h"

// Where a fact comes from. Each fact has either `sample` or both `verified` and `source`.
struct origin {
    bool sample;           // invented for a demonstration; shown with a mark
    struct date verified;  // the day somebody last made sure of it
    const char *source;
    const char *owner;  // who keeps it right, e.g. "FD 433"; NULL: nobody named
};

// One fact as it stands in a file, with the origin it claims.
struct claim {
    const char *element;
    struct origin origin;
    struct place place;
};

struct claims {
    struct claim *items;
    size_t count, room;
};

// A number that stands in sentences: <value ref="id"/>.
struct value {
    const char *id;
    const char *shown;  // "2", "18,36 €", "116 117": the same in every language, glued
    const char *unit;   // "week", "EUR" …; "phone", "time" for <number> and <time>
    struct origin origin;
    struct place place;
};

// ---- Words ---------------------------------------------------------------------------------

enum piece_kind {
    PIECE_PLAIN,
    PIECE_BOLD,
    PIECE_TERM,   // text: the reader's word, "" if only the tag shows; german: the word on forms
    PIECE_VALUE,  // text: value->shown
};

struct piece {
    enum piece_kind kind;
    const char *text;
    const char *german;         // PIECE_TERM outside German originals; else NULL
    const struct value *value;  // PIECE_VALUE
};

struct pieces {
    struct piece *items;
    size_t count, room;
};

enum block_kind {
    BLOCK_TITLE,      // page, guide
    BLOCK_NAME,       // office
    BLOCK_PURPOSE,    // page, office: one line for lists
    BLOCK_LEAD,       // page
    BLOCK_FACT,       // page: variant is enum fact_kind
    BLOCK_HEADING,    // <h>
    BLOCK_PARAGRAPH,  // <p>
    BLOCK_LIST,       // children: BLOCK_ITEM
    BLOCK_ITEM,
    BLOCK_STEPS,     // children: BLOCK_STEP
    BLOCK_STEP,      // children: heading, paragraphs, lists
    BLOCK_NOTE,      // children: heading, paragraphs; variant is enum note_kind
    BLOCK_NUMBER,    // ref: an emergency number; words: what it is for
    BLOCK_CONTACT,   // ref: an office
    BLOCK_LINK,      // ref: the URL
    BLOCK_SEE,       // ref: a page
    BLOCK_HELP,      // office; children: BLOCK_ITEM
    BLOCK_BRING,     // office; children: BLOCK_ITEM
    BLOCK_GREETING,  // guide
    BLOCK_WELCOME,   // guide
    BLOCK_QUESTION,  // guide
    BLOCK_TOPIC,     // guide; ref: a topic
    BLOCK_KINDS
};

enum fact_kind { FACT_DEADLINE, FACT_COST, FACT_DURATION };
enum note_kind { NOTE_INFO, NOTE_DEADLINE, NOTE_WARNING };

struct block {
    enum block_kind kind;
    int variant;
    struct pieces text;  // empty for blocks that have children
    const char *ref;     // id or URL; NULL where the kind has none
    LIST(struct block) children;
    uint16_t digest;  // of this block's words, without its children's; see guide/digest.h
    bool outdated;    // translated from an older German block
    struct place place;
};

// One document in one language.
struct words {
    const struct language *language;
    bool draft;  // nobody has confirmed the translation
    LIST(struct block) blocks;
    struct place place;
};

// The same document in all languages; `in[0]` is the German original, a missing one is NULL.
// The index is that of guide->languages.
struct document {
    const struct words **in;
};

// ---- Facts ---------------------------------------------------------------------------------

enum attendance { ATTENDANCE_WALK_IN, ATTENDANCE_APPOINTMENT, ATTENDANCE_PHONE };

struct slot {
    uint8_t days;   // bit 0: Monday
    uint8_t weeks;  // bit 0: the first such day of a month; 0: every week
    int from, to;   // minutes of the day, from < to
    enum attendance by;
};

struct closure {
    struct date from, to;  // both days included
};

struct special {  // other hours on one date; several rows for several slots
    struct date date;
    int from, to;
};

struct hours {
    struct origin origin;
    struct date from, to;  // validity, both included; year 0: open
    LIST(struct slot) slots;
    LIST(struct closure) closures;
    LIST(struct special) specials;
    struct place place;
};

struct address {
    struct origin origin;
    const char *street, *postcode, *city;
    struct place place;
};

struct room {
    struct origin origin;
    const char *number;
    int floor;  // 0: ground floor
};

enum entrance { ENTRANCE_UNKNOWN, ENTRANCE_STEP_FREE, ENTRANCE_STEPS };
enum lift { LIFT_UNKNOWN, LIFT_YES, LIFT_NO };

struct stop {  // bus
    struct origin origin;
    const char *line, *name;
};

struct site {
    const char *id;
    const char *building;           // NULL: none named
    const struct address *address;  // NULL where nothing is known; so are the next three
    const struct room *room;
    const struct stop *stop;
    const struct hours *hours;
    enum entrance entrance;
    enum lift lift;
    bool has_position;
    double latitude, longitude;  // WGS 84, degrees
};

struct contact {  // a phone number, an e-mail address, a web address
    struct origin origin;
    const char *shown;  // as written, glued
    const char *plain;  // without glue: for tel:, mailto:, href
    struct place place;
};

struct office {
    const char *id;
    struct document words;
    bool beyond_core;  // a language is offered without its words, too
    struct origin origin;
    LIST(struct site) sites;  // at least one; the first is the main one
    LIST(struct contact) phones;
    const struct contact *email, *appointment, *website;  // NULL: not known
    LIST(const struct language *) speaks;
    bool interpreting_video, interpreting_phone, interpreting_person;
    struct place place;
};

struct topic;

struct page {
    const char *id;
    struct document words;
    struct origin origin;
    bool sensitive;
    const struct topic *topic;
};

enum topic_colour { COLOUR_ARRIVE, COLOUR_LIVE, COLOUR_LEARN, COLOUR_HELP };

struct topic {
    const char *id;
    bool tile;         // stands on the home screen; what tells of the guide itself does not
    const char *icon;  // a name of Bootstrap Icons or of assets/icons
    enum topic_colour colour;
    LIST(const struct page *) pages;  // its own and, among them, those of other topics
    LIST(const struct office *) offices;
};

struct retired {
    const char *id, *now;
};

struct guide {
    struct arena *arena;
    const char *folder;          // of the content
    const char *town;            // "Emden"
    const char *body;            // "Stadt Emden"
    const char *state;           // ISO 3166-2 without "DE-": "NI"
    const char *timezone;        // IANA
    const char *base;            // web address without a slash at the end
    const char *feedback;        // e-mail address; NULL: none
    const char *kiosk_building;  // NULL: none
    struct place kiosk_place, town_place;
    int review_months;
    struct date newest;  // the latest `verified` of all: a clock behind it is wrong
    LIST(const struct language *) languages;  // all that guide.xml names; [0] is German
    bool *offered;                            // by the index of languages: the core is complete
    bool *core_only;                          // by the same: more than the core is not promised
    LIST(const struct page *) core;           // with all offices and the guide's own words
    LIST(struct topic) topics;
    LIST(const struct topic *) tiles;  // those of them that stand on the home screen
    LIST(struct page) pages;
    LIST(struct office) offices;  // in the order of the home screen
    LIST(struct value) values;    // facts and emergency numbers
    LIST(const struct value *) emergency;
    const struct page *emergency_page;
    LIST(struct retired) retired;
    struct document words;     // titles, greetings, topic names
    struct claims claims;      // every fact; those of a file are neighbours
    LIST(const char *) files;  // all that were read, as a message names them
    struct origin origin;
};

const struct page *page_find(const struct guide *guide, const char *id);
const struct office *office_find(const struct guide *guide, const char *id);
const struct topic *topic_find(const struct guide *guide, const char *id);

// The fact of that id among the emergency numbers.
const struct value *emergency_number(const struct guide *guide, const char *id);

// The index of a language in guide->languages; -1: not one of them.
int guide_language(const struct guide *guide, const char *tag);

// Of a language that promises the core alone, other pages are a gift.
bool page_is_promised(const struct guide *guide, const struct page *page, size_t language);

// The words in a language, else the German ones: `->language` tells which. Never NULL.
const struct words *words_in(const struct document *document, int language);

// How many blocks were translated from an older German text; 0 if there are no words.
size_t words_outdated(const struct words *words);

// The first block of that kind, and, with a ref, for that ref; NULL: none.
const struct block *block_find(const struct words *words, enum block_kind kind, const char *ref);

// The text of such a block without styles; "" if there is none. Lives as long as the arena.
const char *words_text(struct arena *arena, const struct words *words, enum block_kind kind,
                       const char *ref);
const char *pieces_text(struct arena *arena, const struct pieces *pieces);

// Past its review date on that day; a sample never is.
bool origin_is_due(const struct guide *guide, const struct origin *origin, struct date today);
