// SPDX-License-Identifier: EUPL-1.2
#include "print/setting.h"

#include <math.h>

// A no-break space narrow enough to be the end of a tag.
#define TAG_SPACE "\u202F"
static const double MARK_SIZE = 0.72;  // of the type around it
static const double TAG_RADIUS = 0.8;  // mm

struct snippets snippets_of(struct arena *arena, const struct pieces *pieces)
{
    static const enum snippet_kind kinds[] = {
        [PIECE_BOLD] = SNIPPET_BOLD, [PIECE_VALUE] = SNIPPET_VALUE};
    struct snippets snippets = {0};
    for (size_t i = 0; i < pieces->count; i++) {
        const struct piece *piece = &pieces->items[i];
        enum snippet_kind kind = piece->kind == PIECE_TERM ? SNIPPET_PLAIN : kinds[piece->kind];
        if (*piece->text)
            *list_add(arena, &snippets) = (struct snippet){piece->text, kind};
        if (!piece->german)
            continue;
        if (*piece->text)
            *list_add(arena, &snippets) = (struct snippet){" ", SNIPPET_PLAIN};
        *list_add(arena, &snippets) = (struct snippet){piece->german, SNIPPET_TAG};
    }
    return snippets;
}

// ---- Setting -----------------------------------------------------------------------------------

struct composer {
    struct sheet *sheet;
    const struct style *style;
    enum leading leading;
    struct buf text;
    PangoAttrList *attributes;
};

static void style_from(struct composer *composer, PangoAttribute *attribute, size_t from)
{
    attribute->start_index = (guint)from;
    attribute->end_index = (guint)composer->text.length;
    pango_attr_list_insert(composer->attributes, attribute);
}

static void embolden(struct composer *composer, size_t from)
{
    const struct style *style = composer->style;
    PangoFontDescription *font = fonts_describe(sheet_fonts(composer->sheet), style->language,
                                                composer->leading, WEIGHT_BOLD, style->size);
    style_from(composer, pango_attr_font_desc_new(font), from);
    pango_font_description_free(font);
}

static void add_snippet(struct composer *composer, const struct snippet *snippet)
{
    static const struct {
        const char *before, *after;
    } around[] = {
        [SNIPPET_PLAIN] = {"", ""},
        [SNIPPET_BOLD] = {"", ""},
        [SNIPPET_VALUE] = {"\u2068", "\u2069"},
        [SNIPPET_TAG] = {"\u2068" TAG_SPACE, TAG_SPACE "\u2069"},
        [SNIPPET_MARK] = {"  ", ""},
    };
    size_t from = composer->text.length;
    buf_print(&composer->text, "%s%s%s", around[snippet->kind].before, snippet->text,
              around[snippet->kind].after);
    if (snippet->kind == SNIPPET_BOLD)
        embolden(composer, from);
    if (snippet->kind == SNIPPET_TAG)
        style_from(composer, sheet_ink_attribute(INK_PETROL), from);
    if (snippet->kind == SNIPPET_MARK) {
        style_from(composer, pango_attr_scale_new(MARK_SIZE), from);
        style_from(composer, sheet_ink_attribute(INK_GREY), from);
    }
}

// The type of the language alone decides where lines lie, whatever else stands in them: as in CSS, half
// of what the line is higher than the type lies above it.
static void place_lines(struct setting *setting)
{
    PangoContext *context = pango_layout_get_context(setting->layout);
    PangoFontMetrics *metrics = pango_context_get_metrics(
        context, pango_layout_get_font_description(setting->layout), NULL);
    double ascent = (double)pango_font_metrics_get_ascent(metrics) / PANGO_SCALE;
    double descent = (double)pango_font_metrics_get_descent(metrics) / PANGO_SCALE;
    pango_font_metrics_unref(metrics);
    setting->ascent = (setting->pitch - ascent - descent) / 2 + ascent;
}

struct setting setting_new(struct arena *arena, struct sheet *sheet, const struct style *style,
                           enum leading leading, const struct snippets *snippets, double width)
{
    struct composer composer = {sheet, style, leading, {0}, pango_attr_list_new()};
    struct setting setting = {.language = style->language,
                              .ink = style->ink,
                              .width = width,
                              .tag_ground = INK_PETROL_TINT};
    for (size_t i = 0; i < snippets->count; i++) {
        int from = (int)composer.text.length;
        add_snippet(&composer, &snippets->items[i]);
        if (snippets->items[i].kind == SNIPPET_TAG)
            *list_add(arena, &setting.tags) = (struct range){from, (int)composer.text.length};
    }
    buf_text(&composer.text, "");
    setting.layout = sheet_layout(sheet, style, leading, composer.text.text, composer.attributes);
    buf_free(&composer.text);
    pango_layout_set_wrap(setting.layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(setting.layout, (int)lround(width * PANGO_SCALE));
    setting.lines = pango_layout_get_line_count(setting.layout);
    setting.pitch =
        fonts_leading(sheet_fonts(sheet), style->language, leading, leading, style->size);
    setting.size = style->size;
    place_lines(&setting);
    return setting;
}

struct setting setting_text(struct arena *arena, struct sheet *sheet, const struct style *style,
                            enum leading leading, const char *text, double width)
{
    struct snippet snippet = {text, SNIPPET_PLAIN};
    struct snippets snippets = {&snippet, 1, 1};
    return setting_new(arena, sheet, style, leading, &snippets, width);
}

void setting_free(struct setting *setting)
{
    g_object_unref(setting->layout);
}

double setting_height(const struct setting *setting)
{
    return setting->lines * setting->pitch;
}

// ---- Drawing -----------------------------------------------------------------------------------

static double run_width(const PangoGlyphItem *run)
{
    return (double)pango_glyph_string_get_width(run->glyphs) / PANGO_SCALE;
}

// The part of a tag that lies in the line: its runs are neighbours, in whatever direction.
static void put_tag(struct sheet *sheet, const struct setting *setting, PangoLayoutLine *line,
                    const struct range *tag, double left, double baseline)
{
    double x = left, from = 0, to = 0;
    for (GSList *at = line->runs; at; at = at->next) {
        const PangoGlyphItem *run = at->data;
        double end = x + run_width(run);
        if (run->item->offset >= tag->from && run->item->offset < tag->to) {
            from = to > 0 ? from : x;
            to = end;
        }
        x = end;
    }
    double size = setting->size;
    if (to > from)
        sheet_box(sheet, (struct box){from, baseline - 0.95 * size, to - from, 1.22 * size},
                  TAG_RADIUS, setting->tag_ground);
}

static double line_width(PangoLayoutLine *line)
{
    PangoRectangle logical;
    pango_layout_line_get_extents(line, NULL, &logical);
    return (double)logical.width / PANGO_SCALE;
}

void setting_put(struct sheet *sheet, const struct setting *setting, int first, int count, double x,
                 double y)
{
    if (first == 0)
        sheet_note(sheet, setting->layout);
    for (int i = first; i < first + count; i++) {
        PangoLayoutLine *line = pango_layout_get_line_readonly(setting->layout, i);
        double baseline = y + (i - first) * setting->pitch + setting->ascent;
        double left = setting->language->rtl ? x + setting->width - line_width(line) : x;
        for (size_t t = 0; t < setting->tags.count; t++)
            put_tag(sheet, setting, line, &setting->tags.items[t], left, baseline);
        sheet_show_line(sheet, setting->ink, line, left, baseline);
    }
}
