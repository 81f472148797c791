// SPDX-License-Identifier: EUPL-1.2
#include "print/png.h"

#include <cairo.h>

#include "base/buf.h"
#include "base/file.h"

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

bool symbol_png(const struct symbol *symbol, int module, const char *path, struct faults *faults)
{
    int side = (symbol_size(symbol) + 2 * QUIET_ZONE) * module;
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, side, side);
    cairo_t *cr = cairo_create(surface);
    cairo_scale(cr, module, module);
    draw_symbol(cr, symbol);
    cairo_destroy(cr);
    struct buf png = {0};
    if (cairo_surface_write_to_png_stream(surface, collect, &png) != CAIRO_STATUS_SUCCESS)
        memory_exhausted();  // nothing else can fail: the bytes go to memory
    cairo_surface_destroy(surface);
    bool ok = file_write(path, png.text, png.length, faults);
    buf_free(&png);
    return ok;
}
