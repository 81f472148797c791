// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/font.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <SDL_ttf.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/hash.h"
#include "text/script.h"

struct open_font {
    const char *path;
    int index, px;
    bool large;
    TTF_Font *font;
    int spaces;          // width of two of them, px
    unsigned long used;  // when last; the least is closed when there is no room
};

// A font file, mapped: FreeType reads a few bytes for each glyph, and would seek and read in the
// file for each. Packages replace files, they do not write into them.
struct font_file {
    const char *path;
    void *bytes;
    size_t size;
};

enum { FONT_FILES = 64, LARGE_FILE = 4 << 20 };

// Needed whenever text is put on a screen: no font is opened for it that is not needed otherwise.
struct extent {
    const char *path;
    int index, px, ascent, descent;
};

enum { EXTENTS = 256 };

// Screens are set again at each touch, and mostly with the same words.
struct measured {
    uint64_t hash;  // of everything that decides the width
    int width;
};

enum { MEASURED = 4096 };

// Px. No screen is larger, few textures may be; only a line without a single break is so long.
enum { LARGEST = 8192 };

// Most graphemes are one character, and the same few hundred.
struct chosen {
    uint32_t key;  // the character, the script's row and the face; 0: nothing yet
    uint8_t row;
};

enum { CHOSEN = 2048 };

struct fonts {
    const struct fontmap *map;
    struct measured measured[MEASURED];
    struct chosen chosen[CHOSEN];
    struct buf spaced;  // text between spaces
    struct open_font open[FONTS_OPEN];
    struct font_file files[FONT_FILES];
    struct extent extents[EXTENTS];
    unsigned long clock;
};

struct fonts *fonts_open(const struct fontmap *map, struct faults *faults)
{
    if (TTF_Init() != 0) {
        fault_add(faults, (struct place){0}, "SDL_ttf cannot start: %s", TTF_GetError());
        return NULL;
    }
    struct fonts *fonts = calloc(1, sizeof *fonts);
    if (!fonts)
        memory_exhausted();
    fonts->map = map;
    return fonts;
}

void fonts_close(struct fonts *fonts)
{
    if (!fonts)
        return;
    for (size_t i = 0; i < FONTS_OPEN; i++)
        if (fonts->open[i].font)
            TTF_CloseFont(fonts->open[i].font);
    for (struct font_file *file = fonts->files; file->path; file++)
        munmap(file->bytes, file->size);
    buf_free(&fonts->spaced);
    free(fonts);
    TTF_Quit();
}

static enum weight weight_of(enum face face)
{
    static const enum weight weights[FACES] = {
        [FACE_REGULAR] = WEIGHT_REGULAR,
        [FACE_BOLD] = WEIGHT_BOLD,
        [FACE_DISPLAY] = WEIGHT_DISPLAY,
        [FACE_TAG] = WEIGHT_BOLD,
    };
    return weights[face];
}

static bool map_file(struct font_file *file, const char *path)
{
    struct stat info;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    void *bytes = fstat(fd, &info) == 0 && info.st_size > 0
                      ? mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, fd, 0)
                      : MAP_FAILED;
    close(fd);
    if (bytes == MAP_FAILED)
        return false;
    *file = (struct font_file){path, bytes, (size_t)info.st_size};
    return true;
}

// NULL: it cannot be read, or the map has too many files.
static const struct font_file *file_at(struct fonts *fonts, const char *path)
{
    struct font_file *file = fonts->files;
    while (file->path && strcmp(file->path, path) != 0)
        file++;
    bool room = file < fonts->files + FONT_FILES - 1;  // the last one stays empty
    return file->path || (room && map_file(file, path)) ? file : NULL;
}

// Of the large ones, only some may be open; else the one that was not used for longest.
static struct open_font *room_for(struct fonts *fonts, bool large)
{
    struct open_font *oldest = fonts->open, *oldest_large = NULL;
    int count = 0;
    for (struct open_font *o = fonts->open; o < fonts->open + FONTS_OPEN; o++) {
        if (o->used < oldest->used)
            oldest = o;
        if (!o->font || !o->large)
            continue;
        count++;
        if (!oldest_large || o->used < oldest_large->used)
            oldest_large = o;
    }
    return large && count == FONTS_LARGE ? oldest_large : oldest;
}

// The size is in the 72 dpi of SDL_ttf, where a point is a pixel. A font file that was there
// when the map was loaded and is gone now ends the program: no text can be shown.
static struct open_font *open_new(struct fonts *fonts, const char *path, int index, int px)
{
    const struct font_file *file = file_at(fonts, path);
    bool large = file && file->size > LARGE_FILE;
    struct open_font *slot = room_for(fonts, large);
    if (slot->font)
        TTF_CloseFont(slot->font);
    SDL_RWops *bytes = file ? SDL_RWFromConstMem(file->bytes, (int)file->size) : NULL;
    *slot = (struct open_font){.path = path, .index = index, .px = px, .large = large};
    slot->font = bytes ? TTF_OpenFontIndexRW(bytes, 1, px, index) : NULL;
    if (!slot->font) {
        fprintf(stderr, "%s: error: cannot be opened: %s; install the font package again\n", path,
                file ? TTF_GetError() : strerror(errno));
        exit(1);
    }
    TTF_SetFontHinting(slot->font, TTF_HINTING_LIGHT_SUBPIXEL);
    TTF_SizeUTF8(slot->font, "  ", &slot->spaces, NULL);
    return slot;
}

static int px_of(const struct font_row *row, enum face face, double size)
{
    return (int)lround(size * row->size * (face == FACE_TAG ? TAG_SIZE : 1));
}

static struct open_font *font_at(struct fonts *fonts, size_t row, enum face face, double size)
{
    const struct font_row *r = &fonts->map->rows.items[row];
    const char *path = r->path[weight_of(face)];
    int px = px_of(r, face, size);
    struct open_font *found = NULL;
    for (struct open_font *o = fonts->open; o < fonts->open + FONTS_OPEN && !found; o++)
        if (o->font && o->px == px && o->index == r->index && strcmp(o->path, path) == 0)
            found = o;
    if (!found)
        found = open_new(fonts, path, r->index, px);
    found->used = ++fonts->clock;
    return found;
}

// Coverage does not depend on the size: any open one of the same file answers.
static TTF_Font *any_size(struct fonts *fonts, size_t row, enum face face)
{
    const struct font_row *r = &fonts->map->rows.items[row];
    const char *path = r->path[weight_of(face)];
    for (struct open_font *o = fonts->open; o < fonts->open + FONTS_OPEN; o++)
        if (o->font && o->index == r->index && strcmp(o->path, path) == 0)
            return o->font;
    return font_at(fonts, row, face, 28)->font;
}

static bool has_all(TTF_Font *font, const uint32_t *code_points, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!TTF_GlyphIsProvided32(font, code_points[i]))
            return false;
    return true;
}

static size_t choose(struct fonts *fonts, size_t own, const uint32_t *code_points, size_t count,
                     enum face face)
{
    if (has_all(any_size(fonts, own, face), code_points, count))
        return own;
    for (size_t row = 0; row < fonts->map->rows.count; row++)
        if (has_all(any_size(fonts, row, face), code_points, count))
            return row;
    return own;
}

size_t fonts_choose(struct fonts *fonts, size_t own, const char *script,
                    const uint32_t *code_points, size_t count, enum face face)
{
    if (strcmp(script_of_variant(fonts->map->rows.items[own].script), script) != 0)
        own = fontmap_row(fonts->map, "", script, LEADING_BODY);
    if (count > 1)
        return choose(fonts, own, code_points, count, face);
    uint32_t key = code_points[0] | (uint32_t)own << 21 | (uint32_t)face << 28 | 1u << 31;
    struct chosen *known = &fonts->chosen[(key ^ key >> 18) % CHOSEN];
    if (known->key != key)
        *known = (struct chosen){key, (uint8_t)choose(fonts, own, code_points, 1, face)};
    return known->row;
}

bool fonts_have(struct fonts *fonts, uint32_t code_point)
{
    size_t row = choose(fonts, 0, &code_point, 1, FACE_REGULAR);
    return has_all(any_size(fonts, row, FACE_REGULAR), &code_point, 1);
}

// Direction and script are state of the font: set before every call that shapes.
static struct open_font *ready(struct fonts *fonts, const struct run *run, double size)
{
    struct open_font *open = font_at(fonts, run->font, run->face, size);
    TTF_SetFontDirection(open->font, run->rtl ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    TTF_SetFontScriptName(open->font, run->script);
    return open;
}

// SDL_ttf 2.20 adds to a width what ink juts out of it at either end ("j", "f"). Between spaces
// nothing does. Every font has a space, and no script joins to it.
static int size_with_spaces(struct fonts *fonts, const struct open_font *open, const char *before,
                            const char *text, const char *after)
{
    int width = 0;
    buf_clear(&fonts->spaced);
    buf_text(&fonts->spaced, before);
    buf_text(&fonts->spaced, text);
    buf_text(&fonts->spaced, after);
    TTF_SizeUTF8(open->font, fonts->spaced.text, &width, NULL);
    return width;
}

static uint64_t hash_of(const struct run *run, double size)
{
    uint64_t hash = FNV_START;
    hash = hash_bytes(hash, run->text, strlen(run->text));
    hash = hash_bytes(hash, run->script, sizeof run->script);
    hash = hash_bytes(hash, &run->face, sizeof run->face);
    hash = hash_bytes(hash, &run->font, sizeof run->font);
    hash = hash_bytes(hash, &run->rtl, sizeof run->rtl);
    return hash_bytes(hash, &size, sizeof size);
}

int fonts_width(struct fonts *fonts, const struct run *run, double size)
{
    uint64_t hash = hash_of(run, size);
    struct measured *known = &fonts->measured[hash % MEASURED];
    if (known->hash != hash) {
        known->hash = hash;
        const struct open_font *open = ready(fonts, run, size);
        known->width = size_with_spaces(fonts, open, " ", run->text, " ") - open->spaces;
    }
    return known->width;
}

void fonts_extent(struct fonts *fonts, size_t row, enum face face, double size, int *ascent,
                  int *descent)
{
    const struct font_row *r = &fonts->map->rows.items[row];
    const char *path = r->path[weight_of(face)];
    int px = px_of(r, face, size);
    struct extent *known = &fonts->extents[((size_t)px * 31 + row * 7 + face) % EXTENTS];
    if (known->path != path || known->index != r->index || known->px != px) {
        TTF_Font *font = font_at(fonts, row, face, size)->font;
        *known = (struct extent){path, r->index, px, TTF_FontAscent(font), -TTF_FontDescent(font)};
    }
    *ascent = known->ascent;
    *descent = known->descent;
}

static bool row_has_ink(const SDL_Surface *surface, int y)
{
    const uint32_t *row = (const uint32_t *)((const char *)surface->pixels + y * surface->pitch);
    for (int x = 0; x < surface->w; x++)
        if (row[x] & surface->format->Amask)
            return true;
    return false;
}

// A surface is as high as the font unless ink leaves it (stacked marks): then SDL_ttf 2.20 makes
// it higher without telling at which end. Ink in the first row and none in the last: at the top.
static int baseline_of(TTF_Font *font, const SDL_Surface *surface)
{
    int grown = surface->h - TTF_FontHeight(font);
    bool upwards = grown > 0 && row_has_ink(surface, 0) && !row_has_ink(surface, surface->h - 1);
    return TTF_FontAscent(font) + (upwards ? grown : 0);
}

// A surface is as high as the font; more than half of it is empty, and would be blended in each
// frame. Leaves the rows with ink; NULL: there are none.
static SDL_Surface *trimmed(SDL_Surface *surface, int *baseline)
{
    int top = 0, bottom = surface->h;
    while (top < bottom && !row_has_ink(surface, top))
        top++;
    while (bottom > top && !row_has_ink(surface, bottom - 1))
        bottom--;
    *baseline -= top;
    if (top == bottom) {
        SDL_FreeSurface(surface);
        return NULL;
    }
    memmove(surface->pixels, (const char *)surface->pixels + top * surface->pitch,
            (size_t)(bottom - top) * (size_t)surface->pitch);
    surface->h = bottom - top;
    SDL_SetClipRect(surface, NULL);
    return surface;
}

// By how much the surface begins left of the run, for ink that juts out there.
static int overhang(struct fonts *fonts, const struct open_font *open, const struct run *run)
{
    const char *before = run->rtl ? "" : " ", *after = run->rtl ? " " : "";
    int alone = size_with_spaces(fonts, open, "", run->text, "");
    int spaced = size_with_spaces(fonts, open, before, run->text, after) - open->spaces / 2;
    return alone > spaced + 1 ? alone - spaced : 0;
}

SDL_Surface *fonts_render(struct fonts *fonts, const struct run *run, double size, uint32_t colour,
                          int *left, int *baseline)
{
    if (run->width > LARGEST)
        return NULL;
    const struct open_font *open = ready(fonts, run, size);
    SDL_Color c = {(Uint8)(colour >> 24), (Uint8)(colour >> 16), (Uint8)(colour >> 8),
                   (Uint8)colour};
    SDL_Surface *surface = TTF_RenderUTF8_Blended(open->font, run->text, c);
    if (!surface)
        return NULL;
    *left = overhang(fonts, open, run);
    *baseline = baseline_of(open->font, surface);
    return trimmed(surface, baseline);
}
