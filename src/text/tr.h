// SPDX-License-Identifier: EUPL-1.2
// The program's own words in the visitor's language, by gettext.
//
// The language is always an argument: one frame may show several. msgids are English.
#pragma once

#include <stdbool.h>

#include "text/language.h"

// Opens the catalogues in `folder` (<tag>/LC_MESSAGES/wegweiser.mo, de/LC_MESSAGES/
// wegweiser-staff.mo and wegweiser-editor.mo, any/LC_MESSAGES/SYS_LC_MESSAGES). False if they cannot be had: every text is then its msgid.
bool tr_open(const char *folder);

// Borrowed for the life of the program.
const char *tr(const struct language *language, const char *msgid);
const char *trn(const struct language *language, const char *one, const char *many,
                unsigned long n);

// For the town's staff: the words of the kiosk's hidden menu, in German.
const char *tr_staff(const char *msgid);

// For editors, at the terminal: faults in their own language, German or, from any other
// locale, English. LANGUAGE, LC_ALL, LC_MESSAGES and LANG choose it as for other programs, whether
// or not the system has that locale; LANGUAGE counts, too, where no locale is set.
const char *tr_editor(const char *msgid);

// Marks a text for translation that is passed to tr() elsewhere.
#define N_(msgid) msgid
