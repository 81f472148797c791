// SPDX-License-Identifier: EUPL-1.2
#include "guide/rules.h"

#include <stddef.h>

enum { MANY = 1000 };  // enough for a town, too few to hang the program

// clang-format off
#define ATTRIBUTES(...) (const struct attribute_rule[]){__VA_ARGS__, {.name = NULL}}
#define CHILDREN(...) (const struct child_rule[]){__VA_ARGS__, {.rule = NULL}}
#define NEEDS(n, t) {.name = n, .type = t, .need = REQUIRED}
#define TAKES(n, t) {.name = n, .type = t}
#define NEEDS_ONE(n, c) {.name = n, .type = TYPE_CHOICE, .need = REQUIRED, .choices = c}
#define TAKES_ONE(n, c) {.name = n, .type = TYPE_CHOICE, .choices = c}
#define ID(n) NEEDS(n, TYPE_ID)
// clang-format on

// ---- Words -----------------------------------------------------------------------------------

static const struct rule bold = {"b", .text = TYPE_TEXT};
static const struct rule term = {
    "term",
    .text = TYPE_ANY,
    .attributes = ATTRIBUTES(
        {.name = "de", .type = TYPE_TEXT, .need = REQUIRED, .edition = EDITION_TRANSLATION}),
};
static const struct rule value = {"value", .attributes = ATTRIBUTES(ID("ref"))};

#define INLINE CHILDREN({&bold, 0, MANY, 0}, {&term, 0, MANY, 0}, {&value, 0, MANY, 0})

static const struct rule title = {"title", .text = TYPE_WORDS, .children = INLINE};
static const struct rule name = {"name", .text = TYPE_WORDS, .children = INLINE};
static const struct rule purpose = {"purpose", .text = TYPE_WORDS, .children = INLINE};
static const struct rule lead = {"lead", .text = TYPE_WORDS, .children = INLINE};
static const struct rule heading = {"h", .text = TYPE_WORDS, .children = INLINE};
static const struct rule paragraph = {"p", .text = TYPE_WORDS, .children = INLINE};
static const struct rule item = {"item", .text = TYPE_WORDS, .children = INLINE};
static const struct rule greeting = {"greeting", .text = TYPE_WORDS, .children = INLINE};
static const struct rule welcome = {"welcome", .text = TYPE_WORDS, .children = INLINE};
static const struct rule question = {"question", .text = TYPE_WORDS, .children = INLINE};
static const struct rule topic_name = {
    "topic",
    .text = TYPE_WORDS,
    .example = "<topic ref=\"arrive\">Erste Schritte</topic>",
    .attributes = ATTRIBUTES(ID("ref")),
    .children = INLINE,
};
static const struct rule page_fact = {
    "fact",
    .text = TYPE_WORDS,
    .attributes = ATTRIBUTES(NEEDS_ONE("kind", "deadline cost duration")),
    .children = INLINE,
};
static const struct rule page_number = {
    "number",
    .text = TYPE_WORDS,
    .attributes = ATTRIBUTES(ID("ref")),
    .children = INLINE,
};
static const struct rule contact = {"contact", .attributes = ATTRIBUTES(ID("office"))};
static const struct rule link = {
    "link",
    .text = TYPE_WORDS,
    .attributes = ATTRIBUTES(NEEDS("href", TYPE_URL)),
    .children = INLINE,
};
static const struct rule see = {"see", .attributes = ATTRIBUTES(ID("page"))};
static const struct rule list = {"list", .children = CHILDREN({&item, 1, MANY, 0})};
static const struct rule step = {
    "step",
    .example = "<step><h>…</h><p>…</p></step>",
    .children = CHILDREN({&heading, 1, 1, 0}, {&paragraph, 0, MANY, 1}, {&list, 0, MANY, 1}),
};
static const struct rule steps = {"steps", .children = CHILDREN({&step, 1, MANY, 0})};
static const struct rule note = {
    "note",
    .attributes = ATTRIBUTES(NEEDS_ONE("kind", "info deadline warning")),
    .children = CHILDREN({&heading, 0, 1, 0}, {&paragraph, 1, MANY, 1}),
};
static const struct rule help = {"help", .children = CHILDREN({&item, 1, MANY, 0})};
static const struct rule bring = {"bring", .children = CHILDREN({&item, 1, MANY, 0})};

#define LANGUAGE_ATTRIBUTES                                                                        \
    NEEDS("xml:lang", TYPE_LANGUAGE),                                                              \
        {.name = "review",                                                                         \
         .type = TYPE_CHOICE,                                                                      \
         .choices = "draft",                                                                       \
         .edition = EDITION_TRANSLATION},                                                          \
    {                                                                                              \
        .name = "translates", .type = TYPE_DIGESTS, .edition = EDITION_TRANSLATION                 \
    }

static const struct rule guide_words = {
    "guide",
    .attributes = ATTRIBUTES(LANGUAGE_ATTRIBUTES),
    .children = CHILDREN({&title, 1, 1, 0}, {&greeting, 1, 1, 1}, {&welcome, 1, 1, 2},
                         {&question, 1, 1, 3}, {&topic_name, 1, MANY, 4}),
};
static const struct rule office_words = {
    "office",
    .attributes = ATTRIBUTES(ID("id"), LANGUAGE_ATTRIBUTES),
    .children = CHILDREN({&name, 1, 1, 0}, {&purpose, 1, 1, 1}, {&help, 1, 1, 2}, {&bring, 0, 1, 3},
                         {&note, 0, 1, 4}),
};
static const struct rule page = {
    "page",
    .facthood = FACT_OF_ORIGINAL,
    .attributes = ATTRIBUTES(
        ID("id"), LANGUAGE_ATTRIBUTES,
        {.name = "sensitive", .type = TYPE_CHOICE, .choices = "yes", .edition = EDITION_ORIGINAL}),
    .children =
        CHILDREN({&title, 1, 1, 0}, {&purpose, 1, 1, 1}, {&lead, 1, 1, 2}, {&page_fact, 0, 3, 3},
                 {&heading, 0, MANY, 4}, {&paragraph, 0, MANY, 4}, {&list, 0, MANY, 4},
                 {&steps, 0, MANY, 4}, {&note, 0, MANY, 4}, {&page_number, 0, MANY, 4},
                 {&contact, 0, MANY, 5}, {&link, 0, MANY, 6}, {&see, 0, MANY, 7}),
};

static const struct rule entry = {
    "entry",
    .example = "<entry de=\"Termin\" word=\"…\"/>",
    .attributes =
        ATTRIBUTES(NEEDS("de", TYPE_TEXT), NEEDS("word", TYPE_TEXT), TAKES("forms", TYPE_TEXT)),
};
static const struct rule glossary = {
    "glossary",
    .attributes = ATTRIBUTES(NEEDS("xml:lang", TYPE_LANGUAGE), TAKES_ONE("review", "draft")),
    .children = CHILDREN({&entry, 1, MANY, 0}),
};

// ---- An office -------------------------------------------------------------------------------

static const struct rule street = {"street", .text = TYPE_TEXT, .example = "<street>…</street>"};
static const struct rule postcode = {"postcode", .text = TYPE_POSTCODE,
                                     .example = "<postcode>26721</postcode>"};
static const struct rule city = {"city", .text = TYPE_TEXT, .example = "<city>Emden</city>"};
static const struct rule address = {
    "address",
    .facthood = FACT,
    .children = CHILDREN({&street, 1, 1, 0}, {&postcode, 1, 1, 0}, {&city, 1, 1, 0}),
};
static const struct rule position = {
    "position",
    .facthood = FACT,
    .attributes = ATTRIBUTES(NEEDS("lat", TYPE_LATITUDE), NEEDS("lon", TYPE_LONGITUDE)),
};
static const struct rule room = {
    "room",
    .text = TYPE_TEXT,
    .facthood = FACT,
    .attributes = ATTRIBUTES(NEEDS("floor", TYPE_FLOOR)),
};
static const struct rule access = {
    "access",
    .facthood = FACT,
    .attributes =
        ATTRIBUTES(NEEDS_ONE("entrance", "unknown step-free steps"), TAKES_ONE("lift", "yes no")),
};
static const struct rule stop = {
    "stop",
    .text = TYPE_TEXT,
    .facthood = FACT,
    .attributes = ATTRIBUTES(NEEDS("line", TYPE_TEXT)),
};
static const struct rule open_slot = {
    "open",
    .example = "<open days=\"mo tu\" from=\"08:00\" to=\"12:00\"/>",
    .attributes =
        ATTRIBUTES(NEEDS("days", TYPE_DAYS), TAKES("week", TYPE_WEEKS), NEEDS("from", TYPE_CLOCK),
                   NEEDS("to", TYPE_CLOCK), TAKES_ONE("by", "appointment phone")),
};
static const struct rule closed = {
    "closed",
    .attributes = ATTRIBUTES(NEEDS("from", TYPE_DATE), TAKES("to", TYPE_DATE)),
};
static const struct rule special = {
    "special",
    .attributes =
        ATTRIBUTES(NEEDS("date", TYPE_DATE), NEEDS("from", TYPE_CLOCK), NEEDS("to", TYPE_CLOCK)),
};
static const struct rule hours = {
    "hours",
    .facthood = FACT,
    .attributes = ATTRIBUTES(TAKES("from", TYPE_DATE), TAKES("to", TYPE_DATE)),
    .children = CHILDREN({&open_slot, 1, MANY, 0}, {&closed, 0, MANY, 0}, {&special, 0, MANY, 0}),
};
static const struct rule site = {
    "site",
    .facthood = MAY_HAVE_ORIGIN,
    .example = "<site id=\"rathaus\">…</site>",
    .attributes = ATTRIBUTES(ID("id"), TAKES("building", TYPE_ID)),
    .children = CHILDREN({&address, 0, 1, 0}, {&position, 0, 1, 0}, {&room, 0, 1, 0},
                         {&access, 0, 1, 0}, {&stop, 0, 1, 0}, {&hours, 0, 1, 0}),
};
static const struct rule phone = {
    "phone",
    .text = TYPE_PHONE,
    .facthood = FACT,
    .attributes = ATTRIBUTES(TAKES_ONE("label", "counter switchboard")),
};
static const struct rule email = {"email", .text = TYPE_EMAIL, .facthood = FACT};
static const struct rule appointment = {"appointment", .text = TYPE_WEB, .facthood = FACT};
static const struct rule website = {"website", .text = TYPE_WEB, .facthood = FACT};
static const struct rule speaks = {"speaks", .text = TYPE_LANGUAGES, .facthood = FACT};
static const struct rule interpreting = {
    "interpreting",
    .facthood = FACT,
    .attributes = ATTRIBUTES(TAKES_ONE("video", "yes"), TAKES_ONE("phone", "yes"),
                             TAKES_ONE("person", "yes")),
};
static const struct rule office = {
    "office",
    .facthood = MAY_HAVE_ORIGIN,
    .attributes = ATTRIBUTES(ID("id")),
    .children = CHILDREN({&site, 1, MANY, 0}, {&phone, 0, MANY, 0}, {&email, 0, 1, 0},
                         {&appointment, 0, 1, 0}, {&website, 0, 1, 0}, {&speaks, 0, 1, 0},
                         {&interpreting, 0, 1, 0}),
};

// ---- facts.xml and guide.xml -----------------------------------------------------------------

static const struct rule fact = {
    "fact",
    .text = TYPE_NUMBER,
    .facthood = FACT,
    .attributes = ATTRIBUTES(
        ID("id"), NEEDS_ONE("unit", "day week month year minute hour lesson percent count EUR")),
};
static const struct rule number = {
    "number",
    .text = TYPE_PHONE,
    .facthood = FACT,
    .example = "<number id=\"fire-ambulance\">112</number>",
    .attributes = ATTRIBUTES(ID("id")),
};
static const struct rule time_of_day = {
    "time",
    .text = TYPE_CLOCK,
    .facthood = FACT,
    .attributes = ATTRIBUTES(ID("id")),
};
static const struct rule facts = {
    "facts",
    .facthood = MAY_HAVE_ORIGIN,
    .children = CHILDREN({&fact, 0, MANY, 0}, {&number, 0, MANY, 0}, {&time_of_day, 0, MANY, 0}),
};
static const struct rule town = {
    "town",
    .facthood = FACT,
    .example =
        "<town name=\"Emden\" body=\"Stadt Emden\" state=\"NI\" timezone=\"Europe/Berlin\"/>",
    .attributes = ATTRIBUTES(NEEDS("name", TYPE_TEXT), NEEDS("body", TYPE_TEXT),
                             NEEDS_ONE("state", "BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH"),
                             NEEDS("timezone", TYPE_TIMEZONE)),
};
static const struct rule web = {
    "web",
    .facthood = FACT,
    .example = "<web base=\"https://guide.emden.de\"/>",
    .attributes = ATTRIBUTES(NEEDS("base", TYPE_BASE)),
};
static const struct rule review = {
    "review",
    .attributes = ATTRIBUTES(NEEDS("months", TYPE_MONTHS)),
};
static const struct rule feedback = {
    "feedback",
    .facthood = FACT,
    .attributes = ATTRIBUTES(NEEDS("email", TYPE_EMAIL)),
};
static const struct rule kiosk = {
    "kiosk",
    .facthood = MAY_HAVE_ORIGIN,
    .attributes = ATTRIBUTES(ID("building")),
};
static const struct rule guide_languages = {"languages", .text = TYPE_LANGUAGES,
                                            .example = "<languages>de en uk ar</languages>"};
static const struct rule page_ref = {"page", .attributes = ATTRIBUTES(ID("ref"))};
static const struct rule also_ref = {"also", .attributes = ATTRIBUTES(ID("ref"))};
static const struct rule office_ref = {"office", .attributes = ATTRIBUTES(ID("ref"))};
static const struct rule core = {"core",
                                 .attributes = ATTRIBUTES(TAKES("languages", TYPE_LANGUAGES)),
                                 .children = CHILDREN({&page_ref, 0, MANY, 0}),
                                 .example = "<core><page ref=\"first-steps\"/></core>"};
static const struct rule emergency = {
    "emergency",
    .facthood = MAY_HAVE_ORIGIN,
    .example =
        "<emergency page=\"emergency\"><number id=\"fire-ambulance\">112</number></emergency>",
    .attributes = ATTRIBUTES(ID("page")),
    .children = CHILDREN({&number, 1, MANY, 0}),
};
static const struct rule topic = {
    "topic",
    .example = "<topic id=\"arrive\" icon=\"signpost-2\" colour=\"arrive\">…</topic>",
    .attributes = ATTRIBUTES(ID("id"), ID("icon"), NEEDS_ONE("colour", "arrive live learn help"),
                             TAKES_ONE("tile", "no")),
    .children =
        CHILDREN({&page_ref, 0, MANY, 0}, {&also_ref, 0, MANY, 0}, {&office_ref, 0, MANY, 0}),
};
static const struct rule listed_office = {
    "office", .attributes = ATTRIBUTES(ID("ref"), TAKES_ONE("core", "no"))};
static const struct rule offices = {"offices", .children = CHILDREN({&listed_office, 1, MANY, 0}),
                                    .example = "<offices><office ref=\"…\"/></offices>"};
static const struct rule retired = {
    "retired",
    .attributes = ATTRIBUTES(ID("id"), ID("now")),
};
static const struct rule guide = {
    "guide",
    .facthood = MAY_HAVE_ORIGIN,
    .children = CHILDREN({&town, 1, 1, 0}, {&web, 1, 1, 0}, {&review, 0, 1, 0},
                         {&feedback, 0, 1, 0}, {&kiosk, 0, 1, 0}, {&guide_languages, 1, 1, 0},
                         {&core, 1, 1, 0}, {&emergency, 1, 1, 0}, {&topic, 1, MANY, 0},
                         {&offices, 1, 1, 0}, {&retired, 0, MANY, 0}),
};

const struct rule *const rules[FILE_KINDS] = {
    [FILE_GUIDE] = &guide,
    [FILE_FACTS] = &facts,
    [FILE_OFFICE] = &office,
    [FILE_GUIDE_WORDS] = &guide_words,
    [FILE_OFFICE_WORDS] = &office_words,
    [FILE_PAGE] = &page,
    [FILE_GLOSSARY] = &glossary,
};

const struct attribute_rule origin_attributes[] = {
    TAKES("verified", TYPE_VERIFIED),
    TAKES("source", TYPE_TEXT),
    TAKES_ONE("sample", "yes"),
    TAKES("owner", TYPE_TEXT),
    {.name = NULL},
};
