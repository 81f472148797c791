// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/shape.h"

#include <hb.h>
#include <stdlib.h>

struct shaper {
    hb_font_t *font;  // scaled to units of the em
    hb_buffer_t *buffer;
    double em;
};

// HarfBuzz answers a failed allocation with an empty object, which has no characters.
struct shaper *shaper_open(const void *bytes, size_t length, int index)
{
    struct shaper *shaper = calloc(1, sizeof *shaper);
    if (!shaper)
        memory_exhausted();
    hb_blob_t *blob = hb_blob_create(bytes, (unsigned)length, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *file = hb_face_create(blob, (unsigned)index);
    shaper->font = hb_font_create(file);
    shaper->buffer = hb_buffer_create();
    shaper->em = hb_face_get_upem(file);
    hb_face_destroy(file);
    hb_blob_destroy(blob);
    return shaper;
}

void shaper_close(struct shaper *shaper)
{
    if (!shaper)
        return;
    hb_buffer_destroy(shaper->buffer);
    hb_font_destroy(shaper->font);
    free(shaper);
}

bool shaper_has(const struct shaper *shaper, uint32_t code_point)
{
    hb_codepoint_t glyph;
    return hb_font_get_nominal_glyph(shaper->font, code_point, &glyph);
}

static void shape(struct shaper *shaper, const struct run *run)
{
    hb_buffer_clear_contents(shaper->buffer);
    hb_buffer_add_utf8(shaper->buffer, run->text, -1, 0, -1);
    hb_buffer_set_direction(shaper->buffer, run->rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(shaper->buffer, hb_script_from_string(run->script, -1));
    hb_shape(shaper->font, shaper->buffer, NULL, 0);
}

double shaper_advance(struct shaper *shaper, const struct run *run)
{
    unsigned count;
    double advance = 0;
    shape(shaper, run);
    const hb_glyph_position_t *at = hb_buffer_get_glyph_positions(shaper->buffer, &count);
    for (unsigned i = 0; i < count; i++)
        advance += at[i].x_advance;
    return advance / shaper->em;
}

struct reach shaper_reach(struct shaper *shaper, const struct run *run)
{
    unsigned count;
    double x = 0;
    struct reach reach = {0, 0};
    shape(shaper, run);
    const hb_glyph_info_t *glyphs = hb_buffer_get_glyph_infos(shaper->buffer, &count);
    const hb_glyph_position_t *at = hb_buffer_get_glyph_positions(shaper->buffer, &count);
    for (unsigned i = 0; i < count; x += at[i++].x_advance) {
        hb_glyph_extents_t box;
        if (!hb_font_get_glyph_extents(shaper->font, glyphs[i].codepoint, &box) || box.width == 0)
            continue;
        double left = -(x + at[i].x_offset + box.x_bearing) / shaper->em;
        double top = (at[i].y_offset + box.y_bearing) / shaper->em;
        reach.left = left > reach.left ? left : reach.left;
        reach.top = top > reach.top ? top : reach.top;
    }
    return reach;
}
