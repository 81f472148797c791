// SPDX-License-Identifier: EUPL-1.2
// Which elements and attributes stand where in the seven kinds of content files: the tables.
#pragma once

#include "guide/type.h"

enum file_kind {
    FILE_GUIDE,         // guide.xml
    FILE_FACTS,         // facts.xml
    FILE_OFFICE,        // offices/<id>.xml
    FILE_GUIDE_WORDS,   // <lang>/guide.xml
    FILE_OFFICE_WORDS,  // <lang>/offices/<id>.xml
    FILE_PAGE,          // <lang>/pages/<id>.xml
    FILE_GLOSSARY,      // <lang>/glossary.xml, of translations
    FILE_KINDS
};

enum edition { EDITION_ANY, EDITION_ORIGINAL, EDITION_TRANSLATION };

enum need { OPTIONAL, REQUIRED };

enum facthood {
    NO_FACT,           // takes no origin
    MAY_HAVE_ORIGIN,   // for the facts inside
    FACT,              // must have one, its own or inherited
    FACT_OF_ORIGINAL,  // a page: in German only
};

struct attribute_rule {
    const char *name;
    enum type type;
    enum need need;
    const char *choices;   // TYPE_CHOICE: set apart by spaces
    enum edition edition;  // the only one where it stands
};

struct child_rule {
    const struct rule *rule;
    int least, most;
    int rank;  // a child must not stand behind one of higher rank
};

struct rule {
    const char *name;
    enum type text;
    enum facthood facthood;
    const char *example;                      // for the hint when it is missing
    const struct attribute_rule *attributes;  // up to the one without a name; may be NULL
    const struct child_rule *children;        // up to the one without a rule; may be NULL
};

// The root element of each kind of file, and through it all others.
extern const struct rule *const rules[FILE_KINDS];

// What an element with a rule of facthood may carry besides its own attributes.
extern const struct attribute_rule origin_attributes[];
