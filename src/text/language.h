// SPDX-License-Identifier: EUPL-1.2
// The thirty languages: tags, names, scripts, directions. Source: CLDR 42, DOMAIN of the guide.
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct language {
    const char *tag;      // BCP 47; also the folder, the PO file, the path in the URL, `lang`
    const char *endonym;  // as the picker writes it
    const char *german;   // its German name, for the clerk
    const char *english;  // shown below "Deutsch" and "Einfache Sprache" in German's place
    const char *script;   // ISO 15924: Latn Cyrl Grek Arab Ethi Deva Geor Hans
    bool rtl;
    const char *catalogs;  // gettext's LANGUAGE: "fa-AF:fa"
};

extern const struct language languages[];
extern const size_t language_count;

const struct language *language_find(const char *tag);
