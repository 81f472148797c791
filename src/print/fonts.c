// SPDX-License-Identifier: EUPL-1.2
#include "print/fonts.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "base/buf.h"

struct fonts {
    const struct fontmap *map;
    LIST(const char *) families[WEIGHTS];  // of each row of the map, as fontconfig names them
    struct arena *arena;
    FcConfig *config;
    PangoFontMap *pango;
};

// Nothing is ever cached, as no folder is added, but without a cache folder fontconfig 2.14
// writes a complaint to stderr. Noto Nastaliq Urdu Bold calls itself bold, but says the weight of
// the regular face.
static const char configuration[] =
    "<fontconfig><cachedir prefix=\"xdg\">fontconfig</cachedir>"
    "<match target=\"scan\"><test name=\"style\"><string>Bold</string></test>"
    "<edit name=\"weight\"><const>bold</const></edit></match></fontconfig>";

// Latin, Cyrillic and Greek have their files in common: true only for the first row.
static bool is_new(const struct fontmap *map, size_t row, int weight)
{
    for (size_t i = 0; i < row; i++)
        if (strcmp(map->rows.items[i].path[weight], map->rows.items[row].path[weight]) == 0)
            return false;
    return true;
}

// A .ttc has several faces, each a family of its own. NULL: it is no font.
static const char *family_of(const struct fonts *fonts, const struct font_row *row, int weight)
{
    int count;
    FcPattern *face =
        FcFreeTypeQuery((const FcChar8 *)row->path[weight], (unsigned)row->index, NULL, &count);
    FcChar8 *family = NULL;
    const char *copy = NULL;
    if (face && FcPatternGetString(face, FC_FAMILY, 0, &family) == FcResultMatch)
        copy = arena_text(fonts->arena, (const char *)family);
    if (face)
        FcPatternDestroy(face);
    return copy;
}

static bool add_file(struct fonts *fonts, size_t row, int weight, struct faults *faults)
{
    const struct font_row *font = &fonts->map->rows.items[row];
    const char *family = family_of(fonts, font, weight);
    *list_add(fonts->arena, &fonts->families[weight]) = family;
    if (family && (!is_new(fonts->map, row, weight) ||
                   FcConfigAppFontAddFile(fonts->config, (const FcChar8 *)font->path[weight])))
        return true;
    fault_add(faults, (struct place){.file = font->path[weight]},
              "is no font; install the package %s again", font->package);
    return false;
}

static bool add_files(struct fonts *fonts, struct faults *faults)
{
    bool ok = true;
    for (size_t row = 0; row < fonts->map->rows.count; row++)
        for (int weight = 0; weight < WEIGHTS; weight++)
            ok &= add_file(fonts, row, weight, faults);
    return ok;
}

struct fonts *sheet_fonts_open(const struct fontmap *map, struct faults *faults)
{
    struct fonts *fonts = calloc(1, sizeof *fonts);
    if (!fonts)
        memory_exhausted();
    fonts->map = map;
    fonts->arena = arena_new();
    fonts->config = FcConfigCreate();
    fonts->pango = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    assert(fonts->config && fonts->pango);  // Cairo with FreeType is what Debian has
    bool parsed =
        FcConfigParseAndLoadFromMemory(fonts->config, (const FcChar8 *)configuration, FcTrue);
    assert(parsed);
    bool ok = add_files(fonts, faults);
    // Pango 1.50 looks at the files once, now: later ones would not be found.
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->pango), fonts->config);
    if (ok)
        return fonts;
    sheet_fonts_close(fonts);
    return NULL;
}

void sheet_fonts_close(struct fonts *fonts)
{
    if (!fonts)
        return;
    g_object_unref(fonts->pango);
    FcConfigDestroy(fonts->config);
    arena_free(fonts->arena);
    free(fonts);
}

// Paper has no pixels: nothing is rounded to them, so that type is as wide at every size.
PangoContext *fonts_context(const struct fonts *fonts, const struct language *language)
{
    PangoContext *context = pango_font_map_create_context(fonts->pango);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string(language->tag));
    pango_context_set_base_dir(context, language->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    return context;
}

static size_t row_of(const struct fonts *fonts, const struct language *language, enum leading type)
{
    return fontmap_row(fonts->map, language->tag, language->script, type);
}

PangoFontDescription *fonts_describe(const struct fonts *fonts, const struct language *language,
                                     enum leading type, enum weight weight, double size)
{
    size_t own = row_of(fonts, language, type);
    struct buf families = {0};
    buf_text(&families, fonts->families[weight].items[own]);
    for (size_t i = 0; i < fonts->map->rows.count; i++)
        buf_print(&families, ",%s", fonts->families[weight].items[i]);
    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family(description, families.text);
    pango_font_description_set_weight(description, weight == WEIGHT_REGULAR ? PANGO_WEIGHT_NORMAL
                                                                            : PANGO_WEIGHT_BOLD);
    pango_font_description_set_absolute_size(description,
                                             size * fonts->map->rows.items[own].size * PANGO_SCALE);
    buf_free(&families);
    return description;
}

double fonts_leading(const struct fonts *fonts, const struct language *language, enum leading type,
                     enum leading leading, double size)
{
    const struct font_row *own = &fonts->map->rows.items[row_of(fonts, language, type)];
    return size * own->size * own->leading[leading];
}
