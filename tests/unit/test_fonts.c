// SPDX-License-Identifier: EUPL-1.2
// Every letter, digit, punctuation mark and day name of the thirty languages has glyphs in the
// fonts that the kiosk would take for it, and leaves ink. Rows: build/exemplars/TAG.txt, which
// tests/fonts/exemplars.py takes from CLDR. FreeType is asked, not SDL_ttf, which chose the font.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include "base/file.h"
#include "base/utf8.h"
#include "kiosk/layouts.h"
#include "text/script.h"

enum {
    SIZE = 34,  // px: body text on a screen 1080 px wide
    WIDTH = 4000,
    ROWS = 64,
    TOLD = 200,  // faults; a missing font has thousands
};

static const struct {
    enum face face;
    enum weight weight;
    const char *name;
} faces[] = {{FACE_REGULAR, WEIGHT_REGULAR, "regular"},
             {FACE_BOLD, WEIGHT_BOLD, "bold"},
             {FACE_DISPLAY, WEIGHT_DISPLAY, "display"}};

static struct arena *arena;
static struct fontmap map;
static struct fonts *fonts;
static struct layouts *layouts;
static FT_Library freetype;
static FT_Face opened[ROWS][WEIGHTS];
static int told;

// What is being set.
struct sample {
    const struct language *language;
    const char *text;
    size_t row;  // of the language
    size_t face;
    int wrong;
};

static FT_Face face_of(size_t row, enum weight weight)
{
    assert_true(row < ROWS);
    FT_Face *face = &opened[row][weight];
    const struct font_row *r = &map.rows.items[row];
    if (!*face)
        assert_int_equal(FT_New_Face(freetype, r->path[weight], r->index, face), 0);
    return *face;
}

static bool is_space(uint32_t c)
{
    return c == ' ' || c == 0xA0 || c == 0x202F;
}

static void fault(struct sample *sample, const char *at, size_t length, uint32_t c,
                  const char *what, size_t row)
{
    sample->wrong++;
    if (told++ < TOLD)
        print_error("%s, %s: `%.*s` (U+%04X) of `%s` %s %s, %s\n", sample->language->tag,
                    faces[sample->face].name, (int)length, at, (unsigned)c, sample->text, what,
                    map.rows.items[row].script,
                    strrchr(map.rows.items[row].path[faces[sample->face].weight], '/') + 1);
}

// A letter of the language's script in the font of another would look like a foreigner's.
static bool is_strange(const struct sample *sample, const struct run *run, uint32_t c)
{
    char own[1][5];
    scripts_find(&c, 1, "Zyyy", own);
    return strcmp(own[0], script_of_variant(sample->language->script)) == 0 &&
           strcmp(own[0], run->script) == 0 && run->font != sample->row;
}

static void check_run(struct sample *sample, const struct run *run)
{
    FT_Face face = face_of(run->font, faces[sample->face].weight);
    bool ink = false;
    for (const char *at = run->text, *start = at; *at; start = at) {
        uint32_t c = utf8_next(&at);
        if (is_invisible(c))
            continue;
        ink |= !is_space(c);
        if (!FT_Get_Char_Index(face, c))
            fault(sample, start, (size_t)(at - start), c, "is missing in the font for", run->font);
        else if (is_strange(sample, run, c))
            fault(sample, start, (size_t)(at - start), c, "is set in the font for", run->font);
    }
    int left, baseline;
    SDL_Surface *surface = fonts_render(fonts, run, SIZE, &left, &baseline);
    if (ink && !surface) {
        const char *at = run->text;
        fault(sample, run->text, strlen(run->text), utf8_next(&at), "leaves no ink in the font for",
              run->font);
    }
    SDL_FreeSurface(surface);
}

static void check_text(struct sample *sample)
{
    struct arena *lines_arena = arena_new();
    struct span span = {.text = sample->text, .face = faces[sample->face].face};
    struct layout layout = {
        .language = sample->language,
        .spans = &span,
        .count = 1,
        .row = sample->row,
        .size = SIZE,
        .width = WIDTH,
    };
    struct lines lines = layouts_lines(layouts, lines_arena, &layout);
    for (size_t i = 0; i < lines.count; i++)
        for (size_t n = 0; n < lines.items[i].count; n++)
            check_run(sample, &lines.items[i].runs[n]);
    arena_free(lines_arena);
}

// Body text and labels of Urdu are set by different rows.
static int check_row(const struct language *language, const char *row)
{
    struct sample sample = {.language = language, .text = row};
    size_t last = SIZE_MAX;
    for (enum leading leading = 0; leading < LEADINGS; leading++) {
        sample.row = fontmap_row(&map, language->tag, language->script, leading);
        if (sample.row == last)
            continue;
        last = sample.row;
        for (sample.face = 0; sample.face < sizeof faces / sizeof *faces; sample.face++)
            check_text(&sample);
    }
    return sample.wrong;
}

static void test_exemplars(void **state)
{
    (void)state;
    int wrong = 0;
    struct faults faults = {0};
    for (size_t i = 0; i < language_count; i++) {
        const char *path = arena_print(arena, "build/exemplars/%s.txt", languages[i].tag);
        size_t length, rows = 0,
                       own = fontmap_row(&map, languages[i].tag, languages[i].script, LEADING_BODY);
        assert_string_equal(map.rows.items[own].script, languages[i].script);
        char *text = file_read(arena, path, 1 << 20, &length, &faults);
        faults_write(&faults, stderr);
        assert_non_null(text);
        for (char *row; (row = strsep(&text, "\n"));) {
            wrong += *row ? check_row(&languages[i], row) : 0;
            rows += *row != '\0';
        }
        assert_true(rows > 60);
    }
    faults_free(&faults);
    assert_int_equal(wrong, 0);
}

static int set_up(void **state)
{
    (void)state;
    struct faults faults = {0};
    arena = arena_new();
    bool ok = fontmap_load(&map, arena, "fonts/map", &faults);
    fonts = ok ? fonts_open(&map, &faults) : NULL;
    faults_write(&faults, stderr);
    faults_free(&faults);
    if (!fonts || FT_Init_FreeType(&freetype) != 0)
        return 1;
    layouts = layouts_new(fonts);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    FT_Done_FreeType(freetype);
    layouts_free(layouts);
    fonts_close(fonts);
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_exemplars),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
