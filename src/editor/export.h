// SPDX-License-Identifier: EUPL-1.2
// A translation as a PO file, for translators' editors and servers.
#pragma once

#include "guide/guide.h"

// Writes every passage of every document: German as msgid, the language's words as msgstr, empty
// where missing, fuzzy where outdated. The same content gives the same bytes. `language` is an
// index in guide->languages, not that of German.
bool po_export(const struct guide *guide, int language, const char *path, struct faults *faults);
