// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/icon.h"

#include <SDL_image.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/install.h"

// SDL_image's SVG loader draws `currentColor` grey: the colour is put in its place.
static void colour_svg(const char *svg, uint32_t colour, struct buf *out)
{
    static const char word[] = "currentColor";
    for (const char *at; (at = strstr(svg, word)); svg = at + strlen(word)) {
        buf_add(out, svg, (size_t)(at - svg));
        buf_print(out, "#%06x", colour >> 8);
    }
    buf_text(out, svg);
}

static void mirror(SDL_Surface *surface)
{
    for (int y = 0; y < surface->h; y++) {
        uint32_t *row = (uint32_t *)((char *)surface->pixels + y * surface->pitch);
        for (int left = 0, right = surface->w - 1; left < right; left++, right--) {
            uint32_t pixel = row[left];
            row[left] = row[right];
            row[right] = pixel;
        }
    }
}

SDL_Surface *icon_render(const char *name, int size, uint32_t colour, bool mirrored)
{
    struct arena *arena = arena_new();
    struct faults faults = {0};
    struct buf svg = {0};
    SDL_Surface *surface = NULL;
    size_t length;
    const char *path = installed_icon(arena, name);
    char *source = file_read(arena, path, 256 * 1024, &length, &faults);
    if (source) {
        colour_svg(source, colour, &svg);
        SDL_RWops *stream = SDL_RWFromConstMem(svg.text, (int)svg.length);
        surface = IMG_LoadSizedSVG_RW(stream, size, 0);
        SDL_RWclose(stream);
        if (!surface)
            fault_add(&faults, (struct place){.file = path},
                      "cannot be drawn: %s; put a good icon in its place", IMG_GetError());
    }
    if (surface && mirrored)
        mirror(surface);
    faults_write(&faults, stderr);
    faults_free(&faults);
    buf_free(&svg);
    arena_free(arena);
    return surface;
}
