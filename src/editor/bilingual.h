// SPDX-License-Identifier: EUPL-1.2
// The documents of a guide in German and one other language, passage by passage.
#pragma once

#include "editor/passage.h"
#include "guide/guide.h"

struct pair {
    const struct passage *german;
    const struct passage *translation;  // NULL: the language does not have this document yet
    bool outdated;                      // translated from an older German text
    uint16_t digest;                    // of the German words; see guide/digest.h
};

struct bilingual {
    const char *name;   // in the language's folder: "pages/registration.xml"
    const char *title;  // for people: "Seite „Wohnsitz anmelden“"
    enum file_kind kind;
    const struct source *german;       // NULL: a glossary, which has no original
    const struct source *translation;  // NULL: there is none yet
    const char *path;                  // of the translation, there or not
    const struct words *words;         // of the German original; NULL: a glossary
    LIST(struct pair) pairs;
};

struct bilinguals {
    struct bilingual *items;
    size_t count, room;
};

// In the order of the guide; live in the arena. `language` is an index in guide->languages, not
// that of German. A file that has changed since the guide was loaded is a fault.
struct bilinguals bilinguals_read(struct arena *arena, const struct guide *guide, int language,
                                  struct faults *faults);
