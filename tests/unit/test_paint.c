// SPDX-License-Identifier: EUPL-1.2
// Text is copied where it stands on one colour and blended elsewhere: no pixel tells which.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/install.h"
#include "kiosk/paint.h"

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

enum { WIDTH = 400, HEIGHT = 200, DRAWS = 6 };
#define GROUND 0xF4F4F0FFu
#define PAPER 0xFFFFFFFFu
#define TINT 0xDCE9EAFFu
#define VEIL 0x061E27C7u

static const struct run word = {.text = "jÄgfß", .script = "Latn", .width = 90},
                        other = {.text = "Ŵxyz", .script = "Latn", .width = 90};

#define TEXT(which, left, base)                                                                    \
    {                                                                                              \
        .kind = DRAW_RUN, .box = {left, (base)-34, 90, 46}, .colour = 0x10252EFF, .text = {        \
            .run = &(which),                                                                       \
            .size = 34,                                                                            \
            .baseline = base                                                                       \
        }                                                                                          \
    }
#define BOX(x, y, w, h, ink)                                                                       \
    {                                                                                              \
        .kind = DRAW_RECT, .box = {x, y, w, h}, .colour = ink                                      \
    }
#define CARD(x, y, w, h, ink)                                                                      \
    {                                                                                              \
        .kind = DRAW_ROUND, .box = {x, y, w, h}, .colour = ink, .radius = 16                       \
    }

// One after another with the same pictures: what was drawn for one colour is found on others.
static const struct {
    const char *name;
    struct draw draws[DRAWS];
} scenes[] = {
    {"on the ground", {TEXT(word, 40, 80)}},
    {"again, elsewhere", {TEXT(word, 180, 120)}},
    {"on a card", {CARD(20, 20, 300, 120, PAPER), TEXT(word, 40, 80)}},
    {"at the top of a card", {CARD(20, 50, 300, 120, PAPER), TEXT(other, 60, 85)}},
    {"over the edge of a card", {BOX(20, 20, 60, 120, TINT), TEXT(other, 40, 80)}},
    {"over the corner of a card", {CARD(38, 50, 300, 120, TINT), TEXT(word, 40, 85)}},
    {"under a veil", {TEXT(word, 40, 80), BOX(0, 0, 200, 200, VEIL), TEXT(other, 60, 90)}},
    {"two lines, one in the other", {TEXT(word, 40, 80), TEXT(other, 40, 92)}},
    {"beyond the screen", {TEXT(word, -20, 80), TEXT(other, 360, 190)}},
    {"on the ground again", {TEXT(word, 40, 80), TEXT(other, 40, 150)}},
    {"in a paper's colour", {BOX(0, 0, 400, 200, PAPER), TEXT(word, 40, 80), TEXT(other, 40, 150)}},
};

struct screen {
    SDL_Surface *surface;
    SDL_Renderer *renderer;
    struct painter *painter;
};

static struct fonts *fonts;

static struct screen screen_open(void)
{
    struct screen screen;
    screen.surface = SDL_CreateRGBSurfaceWithFormat(0, WIDTH, HEIGHT, 32, SDL_PIXELFORMAT_RGB888);
    screen.renderer = SDL_CreateSoftwareRenderer(screen.surface);
    screen.painter = painter_new(screen.renderer, fonts, WIDTH, HEIGHT);
    return screen;
}

static void screen_close(struct screen *screen)
{
    painter_free(screen->painter);
    SDL_DestroyRenderer(screen->renderer);
    SDL_FreeSurface(screen->surface);
}

static void paint(struct screen *screen, const struct draw *draws, size_t count)
{
    struct scene *scene = scene_new();
    scene->ground = GROUND;
    for (size_t i = 0; i < count && draws[i].box.w; i++)
        *list_add(scene->arena, &scene->draws) = draws[i];
    painter_draw(screen->painter, scene);
    SDL_RenderFlush(screen->renderer);
    scene_free(scene);
}

// Found across an edge first, text is blended wherever it stands later.
static void blend_from_now_on(struct screen *screen)
{
    static const struct draw across[] = {BOX(0, 0, 60, 200, TINT), TEXT(word, 40, 80),
                                         TEXT(other, 40, 150)};
    paint(screen, across, COUNT(across));
}

static int pixels_apart(const SDL_Surface *a, const SDL_Surface *b)
{
    int apart = 0;
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++) {
            const uint32_t *row = (const uint32_t *)((const char *)a->pixels + y * a->pitch);
            const uint32_t *same = (const uint32_t *)((const char *)b->pixels + y * b->pitch);
            apart += (row[x] & 0xFFFFFF) != (same[x] & 0xFFFFFF);
        }
    return apart;
}

static int check(struct screen *screen, const struct screen *blended, const char *name,
                 const char *how)
{
    int apart = pixels_apart(screen->surface, blended->surface);
    if (apart)
        print_error("%s, %s: %d pixels are not as if blended\n", name, how, apart);
    return apart > 0;
}

static void test_ground(void **state)
{
    (void)state;
    struct screen blended = screen_open(), used = screen_open();
    blend_from_now_on(&blended);
    int wrong = 0;
    for (size_t i = 0; i < COUNT(scenes); i++) {
        struct screen fresh = screen_open();
        paint(&blended, scenes[i].draws, DRAWS);
        paint(&used, scenes[i].draws, DRAWS);
        wrong += check(&used, &blended, scenes[i].name, "with the pictures of the scenes before");
        for (int frame = 0; frame < 2; frame++) {
            paint(&fresh, scenes[i].draws, DRAWS);
            wrong += check(&fresh, &blended, scenes[i].name, frame ? "again" : "first");
        }
        screen_close(&fresh);
    }
    screen_close(&blended);
    screen_close(&used);
    assert_int_equal(wrong, 0);
}

// Else the test compares empty screens.
static void test_ink(void **state)
{
    (void)state;
    struct screen empty = screen_open(), written = screen_open();
    paint(&empty, NULL, 0);
    paint(&written, scenes[0].draws, DRAWS);
    assert_in_range(pixels_apart(empty.surface, written.surface), 600, 3000);
    screen_close(&empty);
    screen_close(&written);
}

int main(void)
{
    struct faults faults = {0};
    struct arena *arena = arena_new();
    struct fontmap map = {0};
    if (!fontmap_load(&map, arena, installed_path(arena, "fonts/map"), &faults) ||
        !(fonts = fonts_open(&map, &faults)))
        faults_write(&faults, stderr);
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_ink), cmocka_unit_test(test_ground)};
    int failed = fonts ? cmocka_run_group_tests(tests, NULL, NULL) : 1;
    fonts_close(fonts);
    faults_free(&faults);
    arena_free(arena);
    return failed;
}
