// SPDX-License-Identifier: EUPL-1.2
#include "print/code.h"

#include <assert.h>
#include <string.h>

#include <cairo.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/hash.h"
#include "print/proof.h"
#include "print/sheet.h"

static bool prove(bool (*proof)(const struct buf *, const struct codes *, const char *,
                                struct faults *),
                  const struct buf *file, const struct code *code, const char *path,
                  struct faults *faults)
{
    const char *text = symbol_text(code->symbol);
    return proof(file, &(struct codes){&text, 1, 1}, path, faults) &&
           file_write(path, file->text, file->length, faults);
}

static bool write_svg(const struct code *code, const char *path, struct faults *faults)
{
    struct buf svg = {0};
    symbol_svg(code->symbol, code->title, &svg);
    bool ok = prove(proof_svg, &svg, code, path, faults);
    buf_free(&svg);
    return ok;
}

// ---- PNG -----------------------------------------------------------------------------------

static void draw_symbol(cairo_t *cr, const struct symbol *symbol)
{
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_set_source_rgb(cr, 0, 0, 0);
    for (int x = 0, y = 0, length = 0; symbol_next_run(symbol, &x, &y, &length);)
        cairo_rectangle(cr, x + QUIET_ZONE, y + QUIET_ZONE, length, 1);
    cairo_fill(cr);
}

static cairo_status_t collect(void *png, const unsigned char *bytes, unsigned length)
{
    buf_add(png, (const char *)bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

static bool write_png(const struct code *code, const char *path, struct faults *faults)
{
    enum { MODULE = 24 };  // px: about 300 dpi at the size of an A4 poster
    int side = (symbol_size(code->symbol) + 2 * QUIET_ZONE) * MODULE;
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, side, side);
    cairo_t *cr = cairo_create(surface);
    cairo_scale(cr, MODULE, MODULE);
    draw_symbol(cr, code->symbol);
    cairo_destroy(cr);
    struct buf png = {0};
    if (cairo_surface_write_to_png_stream(surface, collect, &png) != CAIRO_STATUS_SUCCESS)
        memory_exhausted();  // nothing else can fail: the bytes go to memory
    cairo_surface_destroy(surface);
    bool ok = prove(proof_png, &png, code, path, faults);
    buf_free(&png);
    return ok;
}

// ---- PDF -----------------------------------------------------------------------------------

static bool write_pdf(const struct code *code, const char *path, struct faults *faults)
{
    static const double side = 76;  // mm
    double quiet = QUIET_ZONE * side / symbol_size(code->symbol), page = side + 2 * quiet;
    struct imprint imprint = {language_find("de"), code->title, code->author, {0}};
    struct sheet *sheet = sheet_open(NULL, page, page, &imprint);
    sheet_begin_figure(sheet, code->title);
    sheet_symbol(sheet, code->symbol, quiet, quiet, side, INK_BLACK);
    sheet_end(sheet);
    bool ok = sheet_save(sheet, path, faults);
    sheet_close(sheet);
    return ok;
}

// ---- Formats -------------------------------------------------------------------------------

static const struct {
    const char *name;
    bool (*write)(const struct code *, const char *, struct faults *);
} formats[] = {
    {"svg", write_svg},
    {"png", write_png},
    {"pdf", write_pdf},
};

bool code_write(const struct code *code, const char *format, const char *path,
                struct faults *faults)
{
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (strcmp(formats[i].name, format) == 0)
            return formats[i].write(code, path, faults);
    assert(!"a format of CODE_FORMATS");
    return false;
}

uint32_t code_id(const char *address)
{
    return (uint32_t)hash_bytes(FNV_START, address, strlen(address));
}
