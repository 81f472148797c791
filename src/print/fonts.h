// SPDX-License-Identifier: EUPL-1.2
// The fonts that set type on paper: exactly the files of fonts/map, whatever else the machine has.
#pragma once

#include <pango/pango.h>

#include "base/fault.h"
#include "text/fontmap.h"
#include "text/language.h"

struct fonts;

// NULL and faults if a file is no font. The map must live longer.
struct fonts *sheet_fonts_open(const struct fontmap *map, struct faults *faults);

void sheet_fonts_close(struct fonts *fonts);

// Yours to g_object_unref(). Base direction and language are those of the language.
PangoContext *fonts_context(const struct fonts *fonts, const struct language *language);

// The font that sets such type of the language's script, the others after it in the order of the
// map. `size` is that of Latin type, in units of the drawing; the factor of the script is put in. Yours to
// pango_font_description_free().
PangoFontDescription *fonts_describe(const struct fonts *fonts, const struct language *language,
                                     enum leading type, enum weight weight, double size);

// The distance of two lines of such type, set with that leading.
double fonts_leading(const struct fonts *fonts, const struct language *language, enum leading type,
                     enum leading leading, double size);
