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

#include "base/hash.h"
#include "kiosk/shape.h"
#include "text/script.h"

struct open_font {
    const char *path;
    int index, px;
    bool large;
    int power;  // of two: how many times as wide its letters are
    TTF_Font *font;
    unsigned long used;  // when last; the least is closed when there is no room
};

// A font file, mapped: FreeType reads a few bytes for each glyph, and would seek and read in the
// file for each. Packages replace files, they do not write into them.
struct font_file {
    const char *path;
    int index;
    void *bytes;
    size_t size;
    struct shaper *shaper;
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
    uint64_t hash;   // of everything that decides the width
    double advance;  // em
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
    struct open_font open[FONTS_OPEN];
    struct font_file files[FONT_FILES];
    struct extent extents[EXTENTS];
    unsigned long clock;
};

struct fonts *fonts_open(const struct fontmap *map, struct faults *faults)
{
    if (TTF_Init() != 0) {
        fault_add(faults, (struct place){0},
                  "SDL_ttf cannot start: %s; install wegweiser's packages again", TTF_GetError());
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
    for (struct font_file *file = fonts->files; file->path; file++) {
        shaper_close(file->shaper);
        munmap(file->bytes, file->size);
    }
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

static bool map_file(struct font_file *file, const char *path, int index)
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
    size_t size = (size_t)info.st_size;
    *file = (struct font_file){path, index, bytes, size, shaper_open(bytes, size, index)};
    return true;
}

// A font file that was there when the map was loaded and is gone now ends the program: no text can
// be shown.
static _Noreturn void give_up(const char *path, const char *why)
{
    fprintf(stderr, "%s: error: cannot be opened: %s; install the font package again\n", path, why);
    exit(1);
}

static const struct font_file *file_at(struct fonts *fonts, size_t row, enum face face)
{
    const struct font_row *r = &fonts->map->rows.items[row];
    const char *path = r->path[weight_of(face)];
    struct font_file *file = fonts->files;
    while (file->path &&
           (file->index != r->index || (file->path != path && strcmp(file->path, path) != 0)))
        file++;
    if (file == fonts->files + FONT_FILES - 1)  // the last one stays empty
        give_up(path, "the font map has too many files");
    if (!file->path && !map_file(file, path, r->index))
        give_up(path, strerror(errno));
    return file;
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

// SDL_ttf 2.20 keeps pictures of letters only for letters at whole px; those between it draws each
// anew, which takes ten times as long. So it draws runs four times as wide, at whole px, and then
// each four px become one: a letter stands where it should to a quarter of a px. Light hinting moves
// nothing sideways, so that its shape is the same. Large letters need it less, Chinese stands at
// whole px by itself, and their pictures would take more than FONT_MOST.
static int power_of(int px, bool large)
{
    return px > 64 || large ? 0 : px > 50 ? 1 : 2;
}

// The size is in the 72 dpi of SDL_ttf, where a point is a pixel.
static struct open_font *open_new(struct fonts *fonts, const struct font_file *file, int px)
{
    bool large = file->size > LARGE_FILE;
    struct open_font *slot = room_for(fonts, large);
    if (slot->font)
        TTF_CloseFont(slot->font);
    SDL_RWops *bytes = SDL_RWFromConstMem(file->bytes, (int)file->size);
    *slot = (struct open_font){file->path, file->index, px, large, power_of(px, large), NULL, 0};
    unsigned across = 72u << slot->power;
    slot->font = bytes ? TTF_OpenFontIndexDPIRW(bytes, 1, px, file->index, across, 72) : NULL;
    if (!slot->font)
        give_up(file->path, TTF_GetError());
    TTF_SetFontHinting(slot->font, slot->power ? TTF_HINTING_LIGHT : TTF_HINTING_LIGHT_SUBPIXEL);
    return slot;
}

static int px_of(const struct fonts *fonts, size_t row, enum face face, double size)
{
    double factor = fonts->map->rows.items[row].size * (face == FACE_TAG ? TAG_SIZE : 1);
    return (int)lround(size * factor);
}

static const struct open_font *font_at(struct fonts *fonts, size_t row, enum face face, double size)
{
    const struct font_file *file = file_at(fonts, row, face);
    int px = px_of(fonts, row, face, size);
    struct open_font *found = NULL;
    for (struct open_font *o = fonts->open; o < fonts->open + FONTS_OPEN && !found; o++)
        if (o->font && o->px == px && o->path == file->path && o->index == file->index)
            found = o;
    if (!found)
        found = open_new(fonts, file, px);
    found->used = ++fonts->clock;
    return found;
}

static bool has_all(const struct font_file *file, const uint32_t *code_points, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!shaper_has(file->shaper, code_points[i]))
            return false;
    return true;
}

static size_t choose(struct fonts *fonts, size_t own, const uint32_t *code_points, size_t count,
                     enum face face)
{
    if (has_all(file_at(fonts, own, face), code_points, count))
        return own;
    for (size_t row = 0; row < fonts->map->rows.count; row++)
        if (has_all(file_at(fonts, row, face), code_points, count))
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
    return has_all(file_at(fonts, row, FACE_REGULAR), &code_point, 1);
}

static uint64_t hash_of(const struct run *run)
{
    uint64_t hash = FNV_START;
    hash = hash_bytes(hash, run->text, strlen(run->text));
    hash = hash_bytes(hash, run->script, sizeof run->script);
    hash = hash_bytes(hash, &run->face, sizeof run->face);
    hash = hash_bytes(hash, &run->font, sizeof run->font);
    return hash_bytes(hash, &run->rtl, sizeof run->rtl);
}

int fonts_width(struct fonts *fonts, const struct run *run, double size)
{
    uint64_t hash = hash_of(run);
    struct measured *known = &fonts->measured[hash % MEASURED];
    if (known->hash != hash) {
        known->hash = hash;
        known->advance = shaper_advance(file_at(fonts, run->font, run->face)->shaper, run);
    }
    return (int)lround(known->advance * px_of(fonts, run->font, run->face, size));
}

void fonts_extent(struct fonts *fonts, size_t row, enum face face, double size, int *ascent,
                  int *descent)
{
    const struct font_file *file = file_at(fonts, row, face);
    int px = px_of(fonts, row, face, size);
    struct extent *known = &fonts->extents[((size_t)px * 31 + row * 7 + face) % EXTENTS];
    if (known->path != file->path || known->index != file->index || known->px != px) {
        TTF_Font *font = font_at(fonts, row, face, size)->font;
        *known = (struct extent){file->path, file->index, px, TTF_FontAscent(font),
                                 -TTF_FontDescent(font)};
    }
    *ascent = known->ascent;
    *descent = known->descent;
}

static uint8_t *line_of(const SDL_Surface *surface, int y)
{
    return (uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch;
}

static bool line_has_ink(const SDL_Surface *surface, int y)
{
    const uint8_t *line = line_of(surface, y);
    return line[0] || memcmp(line, line + 1, (size_t)surface->w - 1) != 0;
}

// A surface is as high as the font; more than half of it is empty, and would be drawn in each
// frame. Leaves the lines with ink; false: there are none.
static bool trim(SDL_Surface *surface, int *baseline)
{
    int top = 0, bottom = surface->h;
    while (top < bottom && !line_has_ink(surface, top))
        top++;
    while (bottom > top && !line_has_ink(surface, bottom - 1))
        bottom--;
    *baseline -= top;
    surface->h = bottom - top;
    memmove(surface->pixels, line_of(surface, top), (size_t)surface->h * (size_t)surface->pitch);
    return top < bottom;
}

// Of so many px of a line, as a power of two; some may lie outside.
static uint8_t mean(const uint8_t *line, int from, int end, int power)
{
    int sum = 1 << power >> 1;
    for (int x = from < 0 ? 0 : from; x < from + (1 << power) && x < end; x++)
        sum += line[x];
    return (uint8_t)(sum >> power);
}

// The means of eight px, two or four by four, added up side by side: a page has a million.
static void means(const uint8_t *eight, int power, uint8_t *to)
{
    const uint64_t even = 0x00FF00FF00FF00FF, ones = 0x0001000100010001;
    uint64_t sums;
    memcpy(&sums, eight, sizeof sums);
    sums = SDL_SwapLE64(sums);
    sums = (sums & even) + (sums >> 8 & even);
    if (power == 2)
        sums += (sums >> 16) + ones;
    sums = (sums + ones) >> power;
    to[0] = (uint8_t)sums;
    to[1] = (uint8_t)(sums >> 16 * power);
    if (power == 2)
        return;
    to[2] = (uint8_t)(sums >> 32);
    to[3] = (uint8_t)(sums >> 48);
}

// Each two or four px become one, so that the origin of the run is between two; the first of them may
// begin left of the surface.
static void narrow(SDL_Surface *surface, int *left, int power)
{
    int lead = -*left & ((1 << power) - 1), wide = surface->w + lead, step = 8 >> power;
    int width = (wide + (1 << power) - 1) >> power;
    for (int y = 0; y < surface->h; y++) {
        uint8_t *line = line_of(surface, y);
        int x = 0;
        for (; x << power < lead; x++)
            line[x] = mean(line, (x << power) - lead, surface->w, power);
        for (; (x + step) << power <= wide; x += step)
            means(line + (x << power) - lead, power, line + x);
        for (; x < width; x++)
            line[x] = mean(line, (x << power) - lead, surface->w, power);
    }
    surface->w = width;
    *left = (*left + lead) >> power;
}

// A surface is as high as the font and begins at the run's origin, unless ink leaves it there:
// then SDL_ttf 2.20 makes it larger without telling at which end. `left` is in its px.
static void find_origin(const struct open_font *open, const SDL_Surface *surface,
                        struct reach reach, int *left, int *baseline)
{
    int ascent = TTF_FontAscent(open->font), grown = surface->h - TTF_FontHeight(open->font);
    int risen = (int)ceil(reach.top * open->px) - ascent;
    *left = (int)ceil(reach.left * (open->px << open->power));
    *baseline = ascent + (risen < 0 ? 0 : risen > grown ? grown : risen);
}

static SDL_Surface *render(TTF_Font *font, const struct run *run)
{
    static const SDL_Color full = {255, 255, 255, 255}, none = {0, 0, 0, 255};
    // Direction and script are state of the font.
    TTF_SetFontDirection(font, run->rtl ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    TTF_SetFontScriptName(font, run->script);
    return TTF_RenderUTF8_Shaded(font, run->text, full, none);
}

SDL_Surface *fonts_render(struct fonts *fonts, const struct run *run, double size, int *left,
                          int *baseline)
{
    if (run->width > LARGEST)
        return NULL;
    const struct open_font *open = font_at(fonts, run->font, run->face, size);
    SDL_Surface *surface = render(open->font, run);
    if (!surface)
        return NULL;
    struct reach reach = shaper_reach(file_at(fonts, run->font, run->face)->shaper, run);
    find_origin(open, surface, reach, left, baseline);
    if (!trim(surface, baseline)) {
        SDL_FreeSurface(surface);
        return NULL;
    }
    if (open->power)
        narrow(surface, left, open->power);
    SDL_SetClipRect(surface, NULL);
    return surface;
}
