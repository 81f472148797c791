// SPDX-License-Identifier: EUPL-1.2
// A sheet is given out only if the codes on the finished page can be read and are the right ones.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "print/code.h"
#include "print/proof.h"
#include "print/sheet.h"

static const char address[] = "https://emden.example/o/buergerbuero/";

static struct sheet *new_sheet(void)
{
    struct imprint imprint = {language_find("de"), "Probe", "Stadt Emden", {0}};
    return sheet_open(NULL, 100, 100, &imprint);
}

static void draw_code(struct sheet *sheet, const char *text, double x, double side, enum ink ink)
{
    struct faults faults = {0};
    struct symbol *symbol = symbol_new(text, SYMBOL_PRINT, &faults);
    assert_non_null(symbol);
    sheet_begin_figure(sheet, text);
    sheet_symbol(sheet, symbol, x, 20, side, ink);
    sheet_end(sheet);
    symbol_free(symbol);
}

// Saves and closes; fails if the message has not these words, or if there is a file though one was
// refused. `message` NULL: a file is wanted.
static void expect_saved(struct sheet *sheet, const char *message)
{
    char path[64];
    snprintf(path, sizeof path, "/tmp/test_proof.%d.pdf", (int)getpid());
    struct faults faults = {0};
    bool saved = sheet_save(sheet, path, &faults);
    assert_int_equal(saved, file_exists(path));
    unlink(path);
    if (!saved && !message)
        fail_msg("%s", faults.list.items[0].message);
    assert_int_equal(saved, message == NULL);
    if (message && !strstr(faults.list.items[0].message, message))
        fail_msg("`%s` lacks `%s`", faults.list.items[0].message, message);
    sheet_close(sheet);
    faults_free(&faults);
}

static void test_good(void **state)
{
    (void)state;
    struct sheet *sheet = new_sheet();
    draw_code(sheet, address, 10, 40, INK_PETROL);
    draw_code(sheet, "https://emden.example/%C3%BC/", 60, 30, INK_BLACK);
    expect_saved(sheet, NULL);
}

static void test_turned(void **state)
{
    (void)state;
    struct sheet *sheet = new_sheet();
    sheet_face(sheet, (struct box){0, 0, 100, 100}, 0.5, true);
    draw_code(sheet, address, 60, 80, INK_PETROL);
    draw_code(sheet, address, 20, 30, INK_PETROL);
    sheet_face(sheet, (struct box){0, 50, 100, 50}, 0.5, false);
    expect_saved(sheet, NULL);
}

static void test_covered(void **state)
{
    (void)state;
    struct sheet *sheet = new_sheet();
    draw_code(sheet, address, 20, 40, INK_PETROL);
    sheet_box(sheet, (struct box){25, 25, 20, 20}, 0, INK_WHITE);
    expect_saved(sheet, "cannot be read");
}

static void test_pale(void **state)
{
    (void)state;
    struct sheet *sheet = new_sheet();
    draw_code(sheet, address, 20, 40, INK_GROUND);
    expect_saved(sheet, "cannot be read");
}

// A second code in the first one's quiet zone is found as well, or hinders the first.
static void test_crowded(void **state)
{
    (void)state;
    struct sheet *sheet = new_sheet();
    draw_code(sheet, address, 10, 40, INK_PETROL);
    sheet_box(sheet, (struct box){0, 20, 10, 40}, 0, INK_PETROL);
    sheet_box(sheet, (struct box){50, 20, 10, 40}, 0, INK_PETROL);
    sheet_box(sheet, (struct box){0, 10, 60, 10}, 0, INK_PETROL);
    expect_saved(sheet, "cannot be read");
}

static void test_small(void **state)
{
    (void)state;
    struct sheet *sheet = new_sheet();
    draw_code(sheet, address, 10, 33 * 0.39, INK_PETROL);
    expect_saved(sheet, "modules would be 0.39 mm");
    sheet = new_sheet();
    draw_code(sheet, address, 10, 33 * 0.401, INK_PETROL);
    expect_saved(sheet, NULL);
}

// What is on the page is one thing, what was wanted another.
static void test_wrong(void **state)
{
    (void)state;
    static const char *const texts[] = {address, "https://emden.example/o/vhs/"};
    struct faults faults = {0};
    struct symbol *symbol = symbol_new(texts[0], SYMBOL_PRINT, &faults);
    struct buf svg = {0};
    symbol_svg(symbol, "", &svg);
    const char *wanted[] = {texts[0]};
    assert_true(proof_svg(&svg, &(struct codes){wanted, 1, 1}, "a.svg", &faults));
    wanted[0] = texts[1];
    assert_false(proof_svg(&svg, &(struct codes){wanted, 1, 1}, "a.svg", &faults));
    assert_false(proof_svg(&svg, &(struct codes){0}, "b.svg", &faults));
    assert_int_equal(faults.errors, 2);
    for (size_t i = 0; i < faults.list.count; i++)
        assert_non_null(strstr(faults.list.items[i].message, texts[0]));
    const char *twice[] = {texts[0], texts[0]};
    assert_false(proof_svg(&svg, &(struct codes){twice, 2, 2}, "c.svg", &faults));
    buf_free(&svg);
    symbol_free(symbol);
    faults_free(&faults);
}

// The longest that is not refused can still be read.
static void test_longest(void **state)
{
    (void)state;
    char text[483];
    memset(text, 'a', sizeof text - 1);
    memcpy(text, "https://", 8);
    text[sizeof text - 1] = '\0';
    struct sheet *sheet = new_sheet();
    draw_code(sheet, text, 15, 53.6, INK_PETROL);  // as on A5
    expect_saved(sheet, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good),    cmocka_unit_test(test_turned),
        cmocka_unit_test(test_covered), cmocka_unit_test(test_pale),
        cmocka_unit_test(test_crowded), cmocka_unit_test(test_small),
        cmocka_unit_test(test_wrong),   cmocka_unit_test(test_longest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
