// SPDX-License-Identifier: EUPL-1.2
// Memory of a kiosk that thirty visitors use, each in a language of their own: as much as is stated,
// and no more the longer it runs.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/install.h"
#include "thirty.h"

enum { ROUNDS = 3 };

static void test_memory(void **state)
{
    (void)state;
    static struct thirty thirty;
    struct faults faults = {0};
    struct arena *arena = arena_new();
    char folder[256];
    snprintf(folder, sizeof folder, "%s/text", getenv("TESTS") ? getenv("TESTS") : "tests");
    SDL_Surface *screen =
        SDL_CreateRGBSurfaceWithFormat(0, THIRTY_WIDTH, THIRTY_HEIGHT, 32, SDL_PIXELFORMAT_RGB888);
    SDL_Renderer *renderer = SDL_CreateSoftwareRenderer(screen);
    size_t before = thirty_allocated(), most = 0, first = 0;
    thirty_open(&thirty, installed_path(arena, "fonts/map"), renderer, &faults);
    assert_int_equal(faults.errors, 0);
    for (int round = 0; round < ROUNDS; round++) {
        thirty_round(&thirty, folder);
        size_t taken = thirty_allocated() - before;
        most = taken > most ? taken : most;
        first = round == 0 ? taken : first;
    }
    printf("# %zu languages: %zu KiB, at most %zu\n", thirty.languages, most / 1024,
                  thirty_bound() / 1024);
    assert_int_equal(thirty.languages, language_count);
    assert_true(most < thirty_bound());
    assert_true(most < first + first / 4);
    thirty_close(&thirty);
    assert_true(thirty_allocated() - before < 1 << 20);  // what libraries keep
    SDL_DestroyRenderer(renderer);
    SDL_FreeSurface(screen);
    faults_free(&faults);
    arena_free(arena);
}

int main(void)
{
#ifdef __SANITIZE_ADDRESS__
    return 0;  // AddressSanitizer allocates by itself
#endif
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
