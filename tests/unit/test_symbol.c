// SPDX-License-Identifier: EUPL-1.2
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "qr/symbol.h"

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

static struct symbol *new_symbol(const char *text, enum symbol_use use)
{
    struct faults faults = {0};
    struct symbol *symbol = symbol_new(text, use, &faults);
    assert_non_null(symbol);
    assert_int_equal(faults.list.count, 0);
    return symbol;
}

// ---- Size ----------------------------------------------------------------------------------

// Bytes that fit: ISO/IEC 18004, table 7, byte mode.
static const struct {
    size_t bytes;
    enum symbol_use use;
    int size;  // modules; 0: refused
} sizes[] = {
    {1, SYMBOL_SCREEN, 21},  {14, SYMBOL_SCREEN, 21},  {15, SYMBOL_SCREEN, 25},
    {42, SYMBOL_SCREEN, 29}, {43, SYMBOL_SCREEN, 33},  {62, SYMBOL_SCREEN, 33},
    {11, SYMBOL_PRINT, 21},  {12, SYMBOL_PRINT, 25},   {32, SYMBOL_PRINT, 29},
    {60, SYMBOL_PRINT, 37},  {666, SYMBOL_SCREEN, 97}, {667, SYMBOL_SCREEN, 0},
    {482, SYMBOL_PRINT, 97}, {483, SYMBOL_PRINT, 0},   {4000, SYMBOL_PRINT, 0},
};

static void test_size(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT(sizes); i++) {
        struct faults faults = {0};
        char text[4001];
        memset(text, 'a', sizes[i].bytes);
        text[sizes[i].bytes] = '\0';
        struct symbol *symbol = symbol_new(text, sizes[i].use, &faults);
        int size = symbol ? symbol_size(symbol) : 0;
        if (size != sizes[i].size || faults.errors != (sizes[i].size == 0)) {
            print_error("%zu bytes: wanted %d modules, got %d and %zu faults\n", sizes[i].bytes,
                        sizes[i].size, size, faults.errors);
            wrong++;
        }
        symbol_free(symbol);
        faults_free(&faults);
    }
    assert_int_equal(wrong, 0);
}

// ---- Modules -------------------------------------------------------------------------------

// The square in three corners, and none in the fourth, says which way is up.
static const char *const finder[] = {
    "#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######",
};

static bool has_finder(const struct symbol *symbol, int left, int top)
{
    for (int y = 0; y < 7; y++)
        for (int x = 0; x < 7; x++)
            if (symbol_at(symbol, left + x, top + y) != (finder[y][x] == '#'))
                return false;
    return true;
}

static void test_corners(void **state)
{
    (void)state;
    struct symbol *symbol = new_symbol("https://emden.example/o/buergerbuero/", SYMBOL_PRINT);
    int far = symbol_size(symbol) - 7;
    assert_true(has_finder(symbol, 0, 0));
    assert_true(has_finder(symbol, far, 0));
    assert_true(has_finder(symbol, 0, far));
    assert_false(has_finder(symbol, far, far));
    symbol_free(symbol);
}

static void test_runs_are_the_dark_modules(void **state)
{
    (void)state;
    struct symbol *symbol = new_symbol("https://emden.example/uk/p/registration/", SYMBOL_SCREEN);
    int size = symbol_size(symbol);
    bool drawn[64][64] = {0};
    for (int x = 0, y = 0, length = 0; symbol_next_run(symbol, &x, &y, &length);) {
        assert_true(length > 0 && x + length <= size && y < size);
        assert_true(x + length == size || !symbol_at(symbol, x + length, y));  // as long as can be
        for (int i = 0; i < length; i++) {
            assert_false(drawn[y][x + i]);
            drawn[y][x + i] = true;
        }
    }
    for (int y = 0; y < size; y++)
        for (int x = 0; x < size; x++)
            assert_int_equal(drawn[y][x], symbol_at(symbol, x, y));
    symbol_free(symbol);
}

// ---- SVG -----------------------------------------------------------------------------------

static void test_svg(void **state)
{
    (void)state;
    struct symbol *symbol = new_symbol("https://emden.example/", SYMBOL_PRINT);
    struct buf svg = {0}, again = {0};
    symbol_svg(symbol, "<script>&", &svg);
    assert_non_null(strstr(svg.text, "viewBox=\"0 0 37 37\""));  // 29 modules and 4 on each side
    assert_non_null(strstr(svg.text, "<path fill=\"#fff\" d=\"M0 0h37v37H0z\"/>"));
    assert_non_null(strstr(svg.text, "d=\"M4 4h7v1h-7z"));  // the top of the first corner
    assert_non_null(strstr(svg.text, "<title>&lt;script&gt;&amp;</title>"));
    symbol_svg(symbol, "<script>&", &again);
    assert_string_equal(svg.text, again.text);
    buf_free(&svg);
    buf_free(&again);
    symbol_free(symbol);
}

static void test_free_takes_null(void **state)
{
    (void)state;
    symbol_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_size),
        cmocka_unit_test(test_corners),
        cmocka_unit_test(test_runs_are_the_dark_modules),
        cmocka_unit_test(test_svg),
        cmocka_unit_test(test_free_takes_null),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
