// SPDX-License-Identifier: EUPL-1.2
// The thirty languages: tags, names, scripts, directions, plurals. Source: CLDR 42.
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct language {
    const char *tag;      // BCP 47; also the folder, the PO file, the path in the URL, `lang`
    const char *endonym;  // as the picker writes it
    const char *german;   // its German name, for the clerk
    const char *english;  // shown below "Deutsch" and "Einfache Sprache" in German's place
    // ISO 15924: Latn Cyrl Grek Arab Aran Ethi Deva Geor Hans. Aran is Arabic in the Nastaliq style:
    // it chooses a font; Unicode knows the characters as Arab.
    const char *script;
    bool rtl;
    const char *catalogs;  // gettext's LANGUAGE: "fa-AF:fa"
    // The locale of CLDR 42 whose day names, plurals, exemplar characters hold: a file of its
    // common/main without ".xml". What the file lacks it inherits: "pt_PT" from "pt".
    const char *cldr;
    const char *plural;  // gettext's Plural-Forms, to the byte that of the PO file
};

extern const struct language languages[];
extern const size_t language_count;

const struct language *language_find(const char *tag);
