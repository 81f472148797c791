// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/paint.h"

#include <cairo.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "kiosk/icon.h"

enum { BUCKETS = 512 };

// A texture and the words that say what it shows.
struct picture {
    struct picture *next;           // in its bucket
    struct picture *newer, *older;  // by last use
    char *key;
    SDL_Texture *texture;  // NULL: there is nothing to see
    SDL_Rect ink;          // text: where it is to be seen, from its origin
    uint32_t ground;       // text: the colour it stands on; 0: any, see draw_run()
    size_t bytes;
};

// A part of the screen that was painted in this frame; colour 0: in more than one.
struct patch {
    SDL_Rect box;
    uint32_t colour;
};

struct painter {
    SDL_Renderer *renderer;
    struct fonts *fonts;
    struct picture *buckets[BUCKETS];
    struct picture *newest, *oldest;
    size_t bytes, most;
    struct buf key;         // of the picture being looked for
    SDL_Rect screen, clip;  // clip: where anything can be painted now
    struct arena *frame;    // of the patches
    LIST(struct patch) patches;
};

struct painter *painter_new(SDL_Renderer *renderer, struct fonts *fonts, int width, int height)
{
    struct painter *painter = calloc(1, sizeof *painter);
    if (!painter)
        memory_exhausted();
    painter->renderer = renderer;
    painter->fonts = fonts;
    painter->frame = arena_new();
    painter->most = (size_t)width * (size_t)height * PAINT_CACHE;
    return painter;
}

// ---- The cache ---------------------------------------------------------------------------------

static struct picture **bucket_of(struct painter *painter, const char *key)
{
    uint32_t hash = 2166136261u;  // FNV-1a
    for (; *key; key++)
        hash = (hash ^ (unsigned char)*key) * 16777619u;
    return &painter->buckets[hash % BUCKETS];
}

static void unlink_use(struct painter *painter, struct picture *picture)
{
    *(picture->newer ? &picture->newer->older : &painter->newest) = picture->older;
    *(picture->older ? &picture->older->newer : &painter->oldest) = picture->newer;
}

static void link_newest(struct painter *painter, struct picture *picture)
{
    picture->newer = NULL;
    picture->older = painter->newest;
    *(painter->newest ? &painter->newest->newer : &painter->oldest) = picture;
    painter->newest = picture;
}

static void drop(struct painter *painter, struct picture *picture)
{
    struct picture **at = bucket_of(painter, picture->key);
    while (*at != picture)
        at = &(*at)->next;
    *at = picture->next;
    unlink_use(painter, picture);
    painter->bytes -= picture->bytes;
    if (picture->texture)
        SDL_DestroyTexture(picture->texture);
    free(picture->key);
    free(picture);
}

void painter_free(struct painter *painter)
{
    if (!painter)
        return;
    while (painter->oldest)
        drop(painter, painter->oldest);
    buf_free(&painter->key);
    arena_free(painter->frame);
    free(painter);
}

static struct picture *find(struct painter *painter)
{
    struct picture *picture = *bucket_of(painter, painter->key.text);
    while (picture && strcmp(picture->key, painter->key.text) != 0)
        picture = picture->next;
    if (picture) {
        unlink_use(painter, picture);
        link_newest(painter, picture);
    }
    return picture;
}

// SDL_CreateTextureFromSurface() would convert
// the surface first, and copy it then.
static SDL_Texture *upload(struct painter *painter, SDL_Surface *surface)
{
    const SDL_Palette *inks = surface->format->palette;
    bool opaque = inks && inks->colors[0].a == 0xFF;
    SDL_Texture *texture = SDL_CreateTexture(
        painter->renderer, opaque ? SDL_PIXELFORMAT_RGB888 : SDL_PIXELFORMAT_ARGB8888,
        SDL_TEXTUREACCESS_STREAMING, surface->w, surface->h);
    SDL_Surface *inside;
    if (!texture || SDL_LockTextureToSurface(texture, NULL, &inside) != 0)
        return texture;
    SDL_SetSurfaceBlendMode(surface, SDL_BLENDMODE_NONE);
    SDL_BlitSurface(surface, NULL, inside, NULL);
    SDL_UnlockTexture(texture);
    SDL_SetTextureBlendMode(texture, opaque ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    return texture;
}

// Takes the surface.
static struct picture *keep(struct painter *painter, SDL_Surface *surface)
{
    struct picture *picture = calloc(1, sizeof *picture);
    if (!picture)
        memory_exhausted();
    picture->key = strdup(painter->key.text);
    if (!picture->key)
        memory_exhausted();
    picture->bytes = sizeof *picture + painter->key.length;
    if (surface) {
        picture->texture = upload(painter, surface);
        picture->bytes += (size_t)surface->w * (size_t)surface->h * 4;
        SDL_FreeSurface(surface);
    }
    while (painter->oldest && painter->bytes + picture->bytes > painter->most)
        drop(painter, painter->oldest);
    painter->bytes += picture->bytes;
    struct picture **bucket = bucket_of(painter, picture->key);
    picture->next = *bucket;
    *bucket = picture;
    link_newest(painter, picture);
    return picture;
}

// ---- What is below -----------------------------------------------------------------------------

static void note(struct painter *painter, SDL_Rect box, uint32_t colour)
{
    struct patch patch = {.colour = (colour & 0xFF) == 0xFF ? colour : 0};
    if (SDL_IntersectRect(&box, &painter->clip, &patch.box))
        *list_add(painter->frame, &painter->patches) = patch;
}

// The one colour of all that part of the screen; 0: there are several.
static uint32_t ground_at(const struct painter *painter, SDL_Rect part)
{
    uint32_t above = 0;
    for (size_t i = painter->patches.count; i-- > 0;) {
        const struct patch *patch = &painter->patches.items[i];
        SDL_Rect both;
        if (!SDL_IntersectRect(&patch->box, &part, &both))
            continue;
        if (SDL_RectEquals(&both, &part))
            return !above || above == patch->colour ? patch->colour : 0;
        if (!patch->colour || (above && above != patch->colour))
            return 0;
        above = patch->colour;
    }
    return 0;
}

static void clip_to(struct painter *painter, const SDL_Rect *clip)
{
    SDL_RenderSetClipRect(painter->renderer, clip);
    painter->clip = clip ? *clip : painter->screen;
}

static void show(struct painter *painter, const struct picture *picture, const SDL_Rect *from,
                 SDL_Rect to)
{
    if (!picture->texture)
        return;
    SDL_RenderCopy(painter->renderer, picture->texture, from, &to);
    note(painter, to, 0);
}

// ---- Shapes ------------------------------------------------------------------------------------

static void set_colour(struct painter *painter, uint32_t colour)
{
    SDL_SetRenderDrawBlendMode(painter->renderer,
                               (colour & 0xFF) == 0xFF ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(painter->renderer, (Uint8)(colour >> 24), (Uint8)(colour >> 16),
                           (Uint8)(colour >> 8), (Uint8)colour);
}

static void fill(struct painter *painter, struct rect box, uint32_t colour)
{
    if (box.w <= 0 || box.h <= 0)
        return;
    set_colour(painter, colour);
    SDL_Rect area = {box.x, box.y, box.w, box.h};
    SDL_RenderFillRect(painter->renderer, &area);
    note(painter, area, colour);
}

static void trace_polygon(cairo_t *cr, const struct draw *draw)
{
    for (int i = 0; i < draw->polygon.count; i++)
        cairo_line_to(cr, draw->polygon.x[i], draw->polygon.y[i]);
    cairo_fill(cr);
}

static void trace_ring(cairo_t *cr, const struct draw *draw)
{
    double middle = draw->box.w / 2.0, radius = middle - draw->ring.width / 2.0;
    double from = -M_PI / 2;
    cairo_set_line_width(cr, draw->ring.width);
    cairo_arc(cr, middle, middle, radius, from, from + 2 * M_PI * draw->ring.part);
    cairo_stroke(cr);
}

static void trace_disc(cairo_t *cr, const struct draw *draw)
{
    cairo_arc(cr, draw->radius, draw->radius, draw->radius, 0, 2 * M_PI);
    cairo_fill(cr);
}

// A picture of one colour whose alpha is Cairo's mask: SDL has no premultiplied blend mode.
static SDL_Surface *mask_surface(cairo_surface_t *mask, uint32_t colour)
{
    int w = cairo_image_surface_get_width(mask), h = cairo_image_surface_get_height(mask);
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_ARGB8888);
    if (!surface)
        memory_exhausted();
    const unsigned char *from = cairo_image_surface_get_data(mask);
    int stride = cairo_image_surface_get_stride(mask);
    for (int y = 0; y < h; y++) {
        uint32_t *to = (uint32_t *)((char *)surface->pixels + y * surface->pitch);
        for (int x = 0; x < w; x++)
            to[x] = colour >> 8 | (uint32_t)from[y * stride + x] * (colour & 0xFF) / 255 << 24;
    }
    return surface;
}

static SDL_Surface *trace(const struct draw *draw, int w, int h,
                          void (*path)(cairo_t *, const struct draw *))
{
    cairo_surface_t *mask = cairo_image_surface_create(CAIRO_FORMAT_A8, w, h);
    cairo_t *cr = cairo_create(mask);
    path(cr, draw);
    cairo_destroy(cr);
    cairo_surface_flush(mask);
    SDL_Surface *surface = mask_surface(mask, draw->colour);
    cairo_surface_destroy(mask);
    return surface;
}

// The four quarters of a disc stand in the corners, rectangles between them.
static void draw_round(struct painter *painter, const struct draw *draw, struct rect box)
{
    int r = draw->radius;
    if (r > box.w / 2)
        r = box.w / 2;
    if (r > box.h / 2)
        r = box.h / 2;
    if (r < 1) {
        fill(painter, box, draw->colour);
        return;
    }
    buf_print(&painter->key, "disc %d %x", r, draw->colour);
    struct picture *disc = find(painter);
    if (!disc) {
        struct draw whole = *draw;
        whole.radius = r;
        disc = keep(painter, trace(&whole, 2 * r, 2 * r, trace_disc));
    }
    int right = box.x + box.w - r, bottom = box.y + box.h - r;
    show(painter, disc, &(SDL_Rect){0, 0, r, r}, (SDL_Rect){box.x, box.y, r, r});
    show(painter, disc, &(SDL_Rect){r, 0, r, r}, (SDL_Rect){right, box.y, r, r});
    show(painter, disc, &(SDL_Rect){0, r, r, r}, (SDL_Rect){box.x, bottom, r, r});
    show(painter, disc, &(SDL_Rect){r, r, r, r}, (SDL_Rect){right, bottom, r, r});
    fill(painter, (struct rect){box.x + r, box.y, box.w - 2 * r, r}, draw->colour);
    fill(painter, (struct rect){box.x, box.y + r, box.w, box.h - 2 * r}, draw->colour);
    fill(painter, (struct rect){box.x + r, bottom, box.w - 2 * r, r}, draw->colour);
    note(painter, (SDL_Rect){box.x + r, box.y, box.w - 2 * r, box.h}, draw->colour);
}

static void draw_whole(struct painter *painter, const struct picture *picture, struct rect box)
{
    show(painter, picture, &(SDL_Rect){0, 0, box.w, box.h}, (SDL_Rect){box.x, box.y, box.w, box.h});
}

static void draw_polygon(struct painter *painter, const struct draw *draw, struct rect box)
{
    buf_print(&painter->key, "polygon %d %d %x", box.w, box.h, draw->colour);
    for (int i = 0; i < draw->polygon.count; i++)
        buf_print(&painter->key, " %.1f %.1f", draw->polygon.x[i], draw->polygon.y[i]);
    struct picture *picture = find(painter);
    if (!picture)
        picture = keep(painter, trace(draw, box.w, box.h, trace_polygon));
    draw_whole(painter, picture, box);
}

static void draw_ring(struct painter *painter, const struct draw *draw, struct rect box)
{
    buf_print(&painter->key, "ring %d %d %.4f %x", box.w, draw->ring.width, draw->ring.part,
              draw->colour);
    struct picture *picture = find(painter);
    if (!picture)
        picture = keep(painter, trace(draw, box.w, box.h, trace_ring));
    draw_whole(painter, picture, box);
}

static SDL_Surface *new_ramp(Uint32 format)
{
    SDL_Surface *ramp = SDL_CreateRGBSurfaceWithFormat(0, 256, 1, 32, format);
    if (!ramp)
        memory_exhausted();
    return ramp;
}

// The colour on the ground, more and more of it, as SDL itself blends: whether text is copied or
// blended makes no difference. Without a ground: as it is to be blended.
static void set_inks(SDL_Surface *surface, uint32_t colour, uint32_t ground)
{
    SDL_Surface *above = new_ramp(SDL_PIXELFORMAT_ARGB8888);
    SDL_Surface *below = new_ramp(SDL_PIXELFORMAT_RGB888);
    uint32_t *ramp = above->pixels, *mixed = ground ? below->pixels : ramp;
    SDL_Color inks[256];
    for (uint32_t i = 0; i < 256; i++)
        ramp[i] = colour >> 8 | i << 24;
    SDL_FillRect(below, NULL, ground >> 8);
    SDL_BlitSurface(above, NULL, below, NULL);
    for (int i = 0; i < 256; i++)
        inks[i] = (SDL_Color){(Uint8)(mixed[i] >> 16), (Uint8)(mixed[i] >> 8), (Uint8)mixed[i],
                              (Uint8)(ground ? 255 : i)};
    SDL_SetPaletteColors(surface->format->palette, inks, 0, 256);
    SDL_FreeSurface(above);
    SDL_FreeSurface(below);
}

static SDL_Rect place(SDL_Rect ink, const struct draw *draw, int down)
{
    return (SDL_Rect){draw->box.x + ink.x, draw->text.baseline + down + ink.y, ink.w, ink.h};
}

static struct picture *keep_run(struct painter *painter, const struct draw *draw, int down,
                                bool anywhere)
{
    int left, baseline;
    SDL_Rect ink = {0, 0, 0, 0};
    uint32_t ground = 0;
    SDL_Surface *surface =
        fonts_render(painter->fonts, draw->text.run, draw->text.size, &left, &baseline);
    if (surface) {
        ink = (SDL_Rect){-left, -baseline, surface->w, surface->h};
        ground = anywhere ? 0 : ground_at(painter, place(ink, draw, down));
        set_inks(surface, draw->colour, ground);
    }
    struct picture *picture = keep(painter, surface);
    picture->ink = ink;
    picture->ground = ground;
    return picture;
}

// To blend a picture takes five times as long as to copy it: text that stands on one colour is drawn
// on that colour. What is found on another one later is drawn once more, to stand on any.
static void draw_run(struct painter *painter, const struct draw *draw, int down)
{
    const struct run *run = draw->text.run;
    buf_print(&painter->key, "run %.2f %zu %d %d %s %x ", draw->text.size, run->font, run->face,
              run->rtl, run->script, draw->colour);
    buf_text(&painter->key, run->text);
    struct picture *picture = find(painter);
    bool elsewhere = picture && picture->ground &&
                     picture->ground != ground_at(painter, place(picture->ink, draw, down));
    if (elsewhere)
        drop(painter, picture);
    if (!picture || elsewhere)
        picture = keep_run(painter, draw, down, elsewhere);
    show(painter, picture, NULL, place(picture->ink, draw, down));
}

static void draw_icon(struct painter *painter, const struct draw *draw, struct rect box)
{
    buf_print(&painter->key, "icon %s %d %x %d", draw->icon.name, box.w, draw->colour,
              draw->icon.mirrored);
    struct picture *picture = find(painter);
    if (!picture)
        picture =
            keep(painter, icon_render(draw->icon.name, box.w, draw->colour, draw->icon.mirrored));
    if (!picture->texture)
        return;
    SDL_Rect to = {box.x, box.y, 0, 0};  // a picture may be narrower than its square
    SDL_QueryTexture(picture->texture, NULL, NULL, &to.w, &to.h);
    show(painter, picture, NULL, to);
}

static void draw_symbol(struct painter *painter, const struct draw *draw, struct rect box)
{
    int module = draw->code.module, x = 0, y = 0, length = 0;
    while (symbol_next_run(draw->code.symbol, &x, &y, &length))
        fill(painter,
             (struct rect){box.x + x * module, box.y + y * module, length * module, module},
             draw->colour);
}

// ---- The scene ---------------------------------------------------------------------------------

static void draw_one(struct painter *painter, const struct draw *draw, struct rect box)
{
    buf_clear(&painter->key);
    switch (draw->kind) {
    case DRAW_RECT:
        fill(painter, box, draw->colour);
        break;
    case DRAW_ROUND:
        draw_round(painter, draw, box);
        break;
    case DRAW_POLYGON:
        draw_polygon(painter, draw, box);
        break;
    case DRAW_RING:
        draw_ring(painter, draw, box);
        break;
    case DRAW_RUN:
        draw_run(painter, draw, box.y - draw->box.y);
        break;
    case DRAW_ICON:
        draw_icon(painter, draw, box);
        break;
    case DRAW_SYMBOL:
        draw_symbol(painter, draw, box);
        break;
    }
}

static bool is_outside(struct rect box, SDL_Rect clip, int margin)
{
    return box.y + box.h + margin < clip.y || box.y - margin > clip.y + clip.h;
}

// At rest a line of text is there or it is not: ink that leaves its line box (Nastaliq, stacked
// marks) is not cut at the edge of a screenful.
static bool is_whole(const struct scene *scene, const struct draw *draw)
{
    return draw->kind == DRAW_RUN && !scene->scroll.moving;
}

static void clear(struct painter *painter, uint32_t colour)
{
    SDL_GetRendererOutputSize(painter->renderer, &painter->screen.w, &painter->screen.h);
    set_colour(painter, colour);
    SDL_RenderClear(painter->renderer);
    arena_reset(painter->frame);
    memset(&painter->patches, 0, sizeof painter->patches);
    painter->clip = painter->screen;
    note(painter, painter->screen, colour);
}

void painter_draw(struct painter *painter, const struct scene *scene)
{
    struct rect seen = scene_visible(scene);
    SDL_Rect clip = {seen.x, seen.y, seen.w, seen.h};
    clear(painter, scene->ground);
    bool clipped = false;
    for (size_t i = 0; i < scene->draws.count; i++) {
        const struct draw *draw = &scene->draws.items[i];
        struct rect box = scene_place(scene, draw->box, draw->scrolls);
        bool whole = is_whole(scene, draw);
        if (draw->scrolls && is_outside(box, clip, whole ? -box.h / 2 : box.h))
            continue;
        if ((draw->scrolls && !whole) != clipped) {
            clipped = !clipped;
            clip_to(painter, clipped ? &clip : NULL);
        }
        draw_one(painter, draw, box);
    }
    clip_to(painter, NULL);
}
