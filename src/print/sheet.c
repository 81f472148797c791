// SPDX-License-Identifier: EUPL-1.2
#include "print/sheet.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cairo-pdf.h>
#include <librsvg/rsvg.h>
#include <pango/pangocairo.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/install.h"
#include "print/pdf.h"
#include "print/proof.h"

static const double POINTS_PER_MM = 72 / 25.4;
static const double STEP = 0.05;  // when type is made smaller to fit

struct sheet {
    const struct fonts *fonts;
    const struct language *language;
    struct arena *arena;
    struct buf pdf;
    double unit;         // mm
    struct codes codes;  // on it
    double module;       // mm, of the smallest of them
    uint64_t digest;
    struct codes figures;  // what each shows
    cairo_surface_t *surface;
    cairo_t *cairo;
    const char *open[8];  // elements of the structure
    size_t depth;
    struct buf unknown;  // the first text with a letter that is in no font
};

// Red, green, blue. Printers that want other inks convert: Cairo writes RGB only.
// clang-format off
static const char *const inks[] = {
    [INK_BLACK] = "#10252E",
    [INK_GREY] = "#33474F",
    [INK_WHITE] = "#FFFFFF",
    [INK_GROUND] = "#F4F4F0",
    [INK_PETROL] = "#0B3C4C",
    [INK_PETROL_TINT] = "#DCE9EA",
    [INK_PETROL_PALE] = "#C9DEE3",
    [INK_YELLOW] = "#FFCB2E",
    [INK_YELLOW_TINT] = "#FFF2C7",
    [INK_HAIR] = "#CBD5D5",
    [INK_CLOSED] = "#86291A",
    [INK_ARRIVE] = "#0B4F63",
    [INK_LIVE] = "#2B5426",
    [INK_LEARN] = "#553676",
    [INK_HELP] = "#86291A",
};
// clang-format on
static_assert(sizeof inks / sizeof inks[0] == INKS, "every ink has a colour");

static void set_ink(struct sheet *sheet, enum ink ink)
{
    unsigned long rgb = strtoul(inks[ink] + 1, NULL, 16);
    cairo_set_source_rgb(sheet->cairo, (double)(rgb >> 16) / 255, (double)(rgb >> 8 & 255) / 255,
                         (double)(rgb & 255) / 255);
}

static cairo_status_t keep(void *closure, const unsigned char *bytes, unsigned int length)
{
    buf_add(closure, (const char *)bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

static void set_imprint(cairo_surface_t *surface, const struct imprint *imprint)
{
    struct date made = imprint->made.year ? imprint->made : (struct date){1970, 1, 1};
    struct buf date = {0};
    buf_print(&date, "%04d-%02d-%02dT00:00:00Z", made.year, made.month, made.day);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, imprint->title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, imprint->author);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Wegweiser");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date.text);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, date.text);
    buf_free(&date);
}

struct sheet *sheet_open(const struct fonts *fonts, double width, double height,
                         const struct imprint *imprint)
{
    struct sheet *sheet = calloc(1, sizeof *sheet);
    if (!sheet)
        memory_exhausted();
    sheet->fonts = fonts;
    sheet->arena = arena_new();
    sheet->unit = 1;
    sheet->digest = FNV_START;
    sheet->language = imprint->language;
    sheet->surface = cairo_pdf_surface_create_for_stream(keep, &sheet->pdf, width * POINTS_PER_MM,
                                                         height * POINTS_PER_MM);
    set_imprint(sheet->surface, imprint);
    sheet->cairo = cairo_create(sheet->surface);
    cairo_scale(sheet->cairo, POINTS_PER_MM, POINTS_PER_MM);
    sheet_begin(sheet, "Document");
    return sheet;
}

void sheet_face(struct sheet *sheet, struct box mm, double unit, bool turned)
{
    cairo_t *cairo = sheet->cairo;
    cairo_identity_matrix(cairo);
    cairo_scale(cairo, POINTS_PER_MM, POINTS_PER_MM);
    cairo_translate(cairo, mm.x, mm.y);
    if (turned) {
        cairo_translate(cairo, mm.width, mm.height);
        cairo_scale(cairo, -1, -1);
    }
    cairo_scale(cairo, unit, unit);
    sheet->unit = unit;
}

void sheet_next(struct sheet *sheet)
{
    cairo_show_page(sheet->cairo);
}

int sheet_bookmark(struct sheet *sheet, int above, const char *title, int page)
{
    char to[48];
    snprintf(to, sizeof to, "page=%d pos=[0 0]", page);
    return cairo_pdf_surface_add_outline(sheet->surface, above, title, to, 0);
}

static bool prove(const struct sheet *sheet, const char *path, struct faults *faults)
{
    if (sheet->codes.count == 0)
        return true;
    if (sheet->module >= MODULE_LEAST)
        return proof_pdf(&sheet->pdf, &sheet->codes, sheet->module, path, faults);
    fault_add(faults, (struct place){.file = path},
              "a code's modules would be %.2f mm wide, of which phones need %.1f; shorten `%s` or "
              "take larger paper",
              sheet->module, MODULE_LEAST, sheet->codes.items[0]);
    return false;
}

bool sheet_save(struct sheet *sheet, const char *path, struct faults *faults)
{
    sheet_end(sheet);
    assert(sheet->depth == 0);
    cairo_show_page(sheet->cairo);
    cairo_surface_finish(sheet->surface);
    cairo_status_t status = cairo_status(sheet->cairo);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(sheet->surface);
    if (status == CAIRO_STATUS_NO_MEMORY)
        memory_exhausted();
    assert(status == CAIRO_STATUS_SUCCESS);
    if (sheet->unknown.length) {
        fault_add(faults, (struct place){.file = path},
                  "no font has all letters of `%s`; add one to fonts/map", sheet->unknown.text);
        return false;
    }
    if (!pdf_describe(&sheet->pdf, sheet->language, sheet->figures.items, sheet->figures.count))
        warning_add(faults, (struct place){.file = path},
                    "is without its language and descriptions of its codes; take Cairo 1.16");
    return prove(sheet, path, faults) &&
           file_write(path, sheet->pdf.text, sheet->pdf.length, faults);
}

uint64_t sheet_digest(const struct sheet *sheet)
{
    return sheet->digest;
}

void sheet_close(struct sheet *sheet)
{
    if (!sheet)
        return;
    cairo_destroy(sheet->cairo);
    cairo_surface_destroy(sheet->surface);
    buf_free(&sheet->pdf);
    buf_free(&sheet->unknown);
    arena_free(sheet->arena);
    free(sheet);
}

// ---- Structure -----------------------------------------------------------------------------

static void count_in(struct sheet *sheet, const char *text)
{
    sheet->digest = hash_bytes(sheet->digest, text, strlen(text) + 1);
}

static void begin(struct sheet *sheet, const char *element, const char *attributes)
{
    assert(sheet->depth < sizeof sheet->open / sizeof sheet->open[0]);
    sheet->open[sheet->depth++] = element;
    cairo_tag_begin(sheet->cairo, element, attributes);
}

void sheet_begin(struct sheet *sheet, const char *element)
{
    begin(sheet, element, NULL);
}

void sheet_begin_link(struct sheet *sheet, const char *address)
{
    struct buf attributes = {0};
    count_in(sheet, address);
    buf_text(&attributes, "uri='");
    for (const char *c = address; *c; c++) {
        if (*c == '\'' || *c == '\\')
            buf_text(&attributes, "\\");
        buf_add(&attributes, c, 1);
    }
    buf_text(&attributes, "'");
    begin(sheet, CAIRO_TAG_LINK, attributes.text);
    buf_free(&attributes);
}

void sheet_begin_jump(struct sheet *sheet, int page)
{
    char to[48];
    snprintf(to, sizeof to, "page=%d pos=[0 0]", page);
    begin(sheet, CAIRO_TAG_LINK, to);
}

void sheet_begin_figure(struct sheet *sheet, const char *shows)
{
    count_in(sheet, shows);
    *list_add(sheet->arena, &sheet->figures) = arena_text(sheet->arena, shows);
    begin(sheet, "Figure", NULL);
}

void sheet_end(struct sheet *sheet)
{
    assert(sheet->depth > 0);
    cairo_tag_end(sheet->cairo, sheet->open[--sheet->depth]);
}

// ---- Shapes --------------------------------------------------------------------------------

void sheet_box(struct sheet *sheet, struct box box, double radius, enum ink ink)
{
    cairo_t *cairo = sheet->cairo;
    double right = box.x + box.width, bottom = box.y + box.height;
    set_ink(sheet, ink);
    if (radius > 0) {
        cairo_arc(cairo, right - radius, box.y + radius, radius, -M_PI_2, 0);
        cairo_arc(cairo, right - radius, bottom - radius, radius, 0, M_PI_2);
        cairo_arc(cairo, box.x + radius, bottom - radius, radius, M_PI_2, M_PI);
        cairo_arc(cairo, box.x + radius, box.y + radius, radius, M_PI, 3 * M_PI_2);
        cairo_close_path(cairo);
    } else {
        cairo_rectangle(cairo, box.x, box.y, box.width, box.height);
    }
    cairo_fill(cairo);
}

double arm_depth(double height)
{
    return 0.42 * height;
}

void sheet_arm(struct sheet *sheet, struct box box, enum way way, enum ink ink)
{
    cairo_t *cairo = sheet->cairo;
    double depth = arm_depth(box.height);
    double tip = way == WAY_RIGHT ? box.x + box.width : box.x;
    double neck = way == WAY_RIGHT ? tip - depth : tip + depth;
    double back = way == WAY_RIGHT ? box.x : box.x + box.width;
    set_ink(sheet, ink);
    cairo_move_to(cairo, back, box.y);
    cairo_line_to(cairo, neck, box.y);
    cairo_line_to(cairo, tip, box.y + box.height / 2);
    cairo_line_to(cairo, neck, box.y + box.height);
    cairo_line_to(cairo, back, box.y + box.height);
    cairo_close_path(cairo);
    cairo_fill(cairo);
}

void sheet_symbol(struct sheet *sheet, const struct symbol *symbol, double x, double y, double side,
                  enum ink ink)
{
    cairo_t *cairo = sheet->cairo;
    double module = side / symbol_size(symbol), mm = module * sheet->unit;
    *list_add(sheet->arena, &sheet->codes) = arena_text(sheet->arena, symbol_text(symbol));
    sheet->module = sheet->module > 0 ? fmin(sheet->module, mm) : mm;
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    cairo_scale(cairo, module, module);
    for (int column = 0, row = 0, length = 0; symbol_next_run(symbol, &column, &row, &length);)
        cairo_rectangle(cairo, column, row, length, 1);
    set_ink(sheet, ink);
    cairo_fill(cairo);
    cairo_restore(cairo);
}

// Takes over `error`.
static void add_svg_fault(struct faults *faults, const char *path, GError *error)
{
    fault_add(faults, (struct place){.file = path},
              "cannot be drawn: %s; put a good icon in its place",
              error ? error->message : fault_tr("it is empty"));
    g_clear_error(&error);
}

static bool draw_svg(struct sheet *sheet, RsvgHandle *svg, struct box box, enum ink ink,
                     GError **error)
{
    struct buf css = {0};
    buf_print(&css, "svg { color: %s }", inks[ink]);
    RsvgRectangle place = {box.x, box.y, box.width, box.height};
    bool ok = rsvg_handle_set_stylesheet(svg, (const guint8 *)css.text, css.length, error) &&
              rsvg_handle_render_document(svg, sheet->cairo, &place, error);
    buf_free(&css);
    return ok;
}

bool sheet_icon(struct sheet *sheet, const char *name, struct box box, enum ink ink,
                struct faults *faults)
{
    struct arena *arena = arena_new();
    const char *path = installed_icon(arena, name);
    GError *error = NULL;
    RsvgHandle *svg = NULL;
    bool ok = false;
    size_t length;
    char *bytes = file_read(arena, path, 256 * 1024, &length, faults);
    if (!bytes)
        goto out;
    svg = rsvg_handle_new_from_data((const guint8 *)bytes, length, &error);
    ok = svg && draw_svg(sheet, svg, box, ink, &error);
    if (!ok)
        add_svg_fault(faults, path, error);
    if (svg)
        g_object_unref(svg);
out:
    arena_free(arena);
    return ok;
}

// ---- Type ----------------------------------------------------------------------------------

// Ligatures like "ff" reach the PDF as pieces of their own, at which readers that follow the
// structure (poppler 22) stop.
static void forgo_ligatures(PangoAttrList *attributes)
{
    pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0"));
}

PangoLayout *sheet_layout(struct sheet *sheet, const struct style *style, enum leading leading,
                          const char *text, PangoAttrList *attributes)
{
    PangoContext *context = fonts_context(sheet->fonts, style->language);
    pango_cairo_update_context(sheet->cairo, context);
    PangoLayout *layout = pango_layout_new(context);
    PangoFontDescription *font =
        fonts_describe(sheet->fonts, style->language, leading, style->weight, style->size);
    if (!attributes)
        attributes = pango_attr_list_new();
    if (strcmp(style->language->script, "Latn") == 0)
        forgo_ligatures(attributes);
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_text(layout, text, -1);
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
    pango_font_description_free(font);
    g_object_unref(context);
    return layout;
}

const struct fonts *sheet_fonts(const struct sheet *sheet)
{
    return sheet->fonts;
}

PangoAttribute *sheet_ink_attribute(enum ink ink)
{
    PangoColor color;
    pango_color_parse(&color, inks[ink]);
    return pango_attr_foreground_new(color.red, color.green, color.blue);
}

// Posters, signs and flyers are labels.
static PangoLayout *layout_new(struct sheet *sheet, const struct style *style, const char *text)
{
    return sheet_layout(sheet, style, LEADING_LABEL, text, NULL);
}

static void break_lines(PangoLayout *layout, double width)
{
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
    pango_layout_set_width(layout, (int)lround(width * PANGO_SCALE));
}

static double line_width(PangoLayoutLine *line)
{
    PangoRectangle logical;
    pango_layout_line_get_extents(line, NULL, &logical);
    return (double)logical.width / PANGO_SCALE;
}

double sheet_width(struct sheet *sheet, const struct style *style, const char *text)
{
    PangoLayout *layout = layout_new(sheet, style, text);
    double width = line_width(pango_layout_get_line_readonly(layout, 0));
    g_object_unref(layout);
    return width;
}

double sheet_fit(struct sheet *sheet, const struct style *style, const char *text, double width,
                 double least)
{
    struct style smaller = *style;
    while (smaller.size > least && sheet_width(sheet, &smaller, text) > width)
        smaller.size = fmax(smaller.size - STEP, least);
    return smaller.size;
}

// The left edge of a text that is anchored at x.
static double left_edge(const struct style *style, double x, double width, enum align align)
{
    if (align == ALIGN_CENTER)
        return x - width / 2;
    bool ends_there = (align == ALIGN_END) != style->language->rtl;
    return ends_there ? x - width : x;
}

void sheet_show_line(struct sheet *sheet, enum ink ink, PangoLayoutLine *line, double left,
                     double baseline)
{
    set_ink(sheet, ink);
    cairo_move_to(sheet->cairo, left, baseline);
    pango_cairo_show_layout_line(sheet->cairo, line);
    cairo_new_path(sheet->cairo);  // else the next shape begins at the end of the line
}

void sheet_note(struct sheet *sheet, PangoLayout *layout)
{
    count_in(sheet, pango_layout_get_text(layout));
    if (!sheet->unknown.length && pango_layout_get_unknown_glyphs_count(layout))
        buf_text(&sheet->unknown, pango_layout_get_text(layout));
}

void sheet_line(struct sheet *sheet, const struct style *style, const char *text, double x,
                double baseline, enum align align)
{
    PangoLayout *layout = layout_new(sheet, style, text);
    PangoLayoutLine *line = pango_layout_get_line_readonly(layout, 0);
    sheet_note(sheet, layout);
    sheet_show_line(sheet, style->ink, line, left_edge(style, x, line_width(line), align),
                    baseline);
    g_object_unref(layout);
}

void sheet_put(struct sheet *sheet, const char *element, const struct style *style,
               const char *text, double x, double baseline, enum align align)
{
    sheet_begin(sheet, element);
    sheet_line(sheet, style, text, x, baseline, align);
    sheet_end(sheet);
}

int sheet_lines(struct sheet *sheet, const struct style *style, const char *text, double x,
                double baseline, double width, enum leading leading)
{
    PangoLayout *layout = layout_new(sheet, style, text);
    break_lines(layout, width);
    sheet_note(sheet, layout);
    int count = pango_layout_get_line_count(layout);
    double pitch =
        fonts_leading(sheet->fonts, style->language, LEADING_LABEL, leading, style->size);
    double start = style->language->rtl ? x + width : x;
    for (int i = 0; i < count; i++) {
        PangoLayoutLine *line = pango_layout_get_line_readonly(layout, i);
        sheet_show_line(sheet, style->ink, line,
                        left_edge(style, start, line_width(line), ALIGN_START),
                        baseline + i * pitch);
    }
    g_object_unref(layout);
    return count;
}

struct breaking sheet_break(struct sheet *sheet, const struct style *style, const char *text,
                            double width)
{
    PangoLayout *layout = layout_new(sheet, style, text);
    break_lines(layout, width);
    struct breaking breaking = {.lines = pango_layout_get_line_count(layout)};
    for (int i = 0; i < breaking.lines; i++)
        breaking.widest =
            fmax(breaking.widest, line_width(pango_layout_get_line_readonly(layout, i)));
    g_object_unref(layout);
    return breaking;
}
