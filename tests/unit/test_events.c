// SPDX-License-Identifier: EUPL-1.2
// A kiosk that many hands and a cat use at random: taps, drags, palms, keys, typing, waiting. Nothing
// breaks, and what it takes of memory does not grow.
//
// EVENTS=200000 in the environment plays so many; by default fewer, for sanitizers are slow.
#include <malloc.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/install.h"
#include "guide/load.h"
#include "kiosk/kiosk.h"
#include "text/tr.h"

enum { WIDTH = 540, HEIGHT = 960, DEFAULT_EVENTS = 12000, DRAWN = 100 };

struct player {
    struct kiosk *kiosk;
    uint64_t now;
    uint32_t seed;
};

// xorshift, so that every run plays the same
static uint32_t draw_lot(struct player *player, uint32_t below)
{
    player->seed ^= player->seed << 13;
    player->seed ^= player->seed >> 17;
    player->seed ^= player->seed << 5;
    return player->seed % below;
}

static void finger(struct player *player, uint32_t type, int finger, float x, float y)
{
    SDL_Event event = {.tfinger = {.type = type, .touchId = 1, .fingerId = finger, .x = x, .y = y}};
    kiosk_event(player->kiosk, &event, player->now);
}

static void wait(struct player *player, uint32_t ms)
{
    player->now += ms;
    kiosk_tick(player->kiosk, player->now);
}

static float somewhere(struct player *player)
{
    return (float)draw_lot(player, 1000) / 1000;
}

static void tap(struct player *player)
{
    float x = somewhere(player), y = somewhere(player);
    finger(player, SDL_FINGERDOWN, 1, x, y);
    wait(player, 50 + draw_lot(player, 100));
    finger(player, SDL_FINGERUP, 1, x, y);
}

static void drag(struct player *player)
{
    float x = somewhere(player), y = somewhere(player), to = somewhere(player);
    finger(player, SDL_FINGERDOWN, 1, x, y);
    for (int i = 1; i <= 3; i++) {
        wait(player, 16);
        finger(player, SDL_FINGERMOTION, 1, x, y + (to - y) * (float)i / 3);
    }
    finger(player, SDL_FINGERUP, 1, x, to);
}

static void palm(struct player *player)
{
    for (int i = 1; i <= 5; i++)
        finger(player, SDL_FINGERDOWN, i, somewhere(player), somewhere(player));
    wait(player, 200);
    for (int i = 1; i <= 5; i++)
        finger(player, SDL_FINGERUP, i, somewhere(player), somewhere(player));
}

static void key(struct player *player)
{
    static const SDL_Keycode codes[] = {SDLK_TAB,      SDLK_RETURN, SDLK_ESCAPE, SDLK_DOWN,
                                        SDLK_UP,       SDLK_LEFT,   SDLK_RIGHT,  SDLK_SPACE,
                                        SDLK_PAGEDOWN, SDLK_PAGEUP, SDLK_HOME,   SDLK_BACKSPACE,
                                        SDLK_F4,       SDLK_q};
    SDL_Event event = {
        .key = {.type = SDL_KEYDOWN,
                .keysym = {.sym = codes[draw_lot(player, sizeof codes / sizeof *codes)]}}};
    kiosk_event(player->kiosk, &event, player->now);
}

static void type(struct player *player)
{
    static const char *const texts[] = {"s", "ш", "ش", "ሀ", "क", "中", "ế", " ", "'"};
    SDL_Event event = {.text = {.type = SDL_TEXTINPUT}};
    snprintf(event.text.text, sizeof event.text.text, "%s",
             texts[draw_lot(player, sizeof texts / sizeof *texts)]);
    kiosk_event(player->kiosk, &event, player->now);
}

// Now and then long enough for the countdown and for the end of the visit.
static void rest(struct player *player)
{
    wait(player, draw_lot(player, 20) == 0 ? 130000 : draw_lot(player, 2000));
}

static void play(struct player *player, long events)
{
    static void (*const doings[])(struct player *) = {tap, tap, tap, tap, tap, tap, drag, key,
                                                      key, key, type, palm, rest, rest};
    for (long i = 0; i < events; i++) {
        doings[draw_lot(player, sizeof doings / sizeof *doings)](player);
        wait(player, 10);
        if (i % DRAWN == 0)
            kiosk_draw(player->kiosk, player->now);
    }
}

// What is in use. The caches fill within the first tenth.
static size_t allocated(void)
{
    struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

static void test_random_events(void **state)
{
    (void)state;
    long events = getenv("EVENTS") ? atol(getenv("EVENTS")) : DEFAULT_EVENTS;
    struct faults faults = {0};
    struct arena *arena = arena_new();
    struct fontmap map = {0};
    assert_true(tr_open(installed_path(arena, "locale")));
    assert_true(fontmap_load(&map, arena, installed_path(arena, "fonts/map"), &faults));
    struct fonts *fonts = fonts_open(&map, &faults);
    struct guide *guide = guide_load("content", (struct date){0}, &faults);
    assert_non_null(guide);
    SDL_Surface *screen = SDL_CreateRGBSurfaceWithFormat(0, WIDTH, HEIGHT, 32,
                                                         SDL_PIXELFORMAT_ARGB8888);
    SDL_Renderer *renderer = SDL_CreateSoftwareRenderer(screen);
    struct kiosk_settings settings = {0};
    struct player player = {
        .kiosk = kiosk_new(renderer, WIDTH, HEIGHT, &map, fonts, guide, &settings, 0,
                           (struct moment){{2026, 11, 27}, 9 * 60}),
        .seed = 2463534242u,
    };
    play(&player, events / 10);
    size_t before = allocated();
    play(&player, events - events / 10);
    size_t after = allocated();
    printf("# %ld events, %zu KiB after the first tenth, %zu at the end\n", events, before / 1024,
           after / 1024);
    // With few events the caches are not full after a tenth. Sanitizers, which look for leaks
    // themselves, have an allocator that is not counted.
    assert_true(before == 0 || after < before + before / (events < 200000 ? 4 : 50));
    kiosk_free(player.kiosk);
    fonts_close(fonts);
    SDL_DestroyRenderer(renderer);
    SDL_FreeSurface(screen);
    arena_free(arena);
    faults_free(&faults);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_random_events)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
