// SPDX-License-Identifier: EUPL-1.2
// Paragraphs: lines, runs, fonts. The lines of the texts in tests/text are those of ICU: the head of
// tests/text/rules.case tells how. What stands in the tables here was worked out by hand.
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "text/cases.h"
#include "text/paragraph.h"
#include "text/script.h"

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

enum { LETTER = 10, TAG_END = 5 };

static bool is_joiner(uint32_t c)
{
    return c == 0x200C || c == 0x200D;
}

// Every letter is equally wide; joiners are not seen. Runs hold no other controls.
static int width_of(void *fonts, const struct run *run)
{
    (void)fonts;
    int width = 0;
    assert_true(*run->text);
    for (const char *at = run->text; *at;) {
        uint32_t c = utf8_next(&at);
        assert_true(is_joiner(c) || !is_invisible(c));
        width += is_joiner(c) ? 0 : LETTER;
    }
    return width;
}

// Font 1 has Arabic letters only, font 0 all others.
static size_t font_of(void *fonts, const char *script, const uint32_t *code_points, size_t count,
                      enum face face)
{
    (void)fonts;
    assert_true(count > 0 && face < FACES);
    for (size_t i = 0; i < count; i++)
        assert_false(is_invisible(code_points[i]));
    return strcmp(script, "Arab") == 0 && code_points[0] >= 0x600 && code_points[0] < 0x700;
}

static const struct measure ten_px = {NULL, font_of, width_of, TAG_END};

static struct lines break_text(struct arena *arena, const char *tag, const char *text, int width)
{
    struct span span = {.text = text};
    const struct language *language = language_find(tag);
    assert_non_null(language);
    return paragraph_lines(arena, language, &span, 1, width, TEXT_WRAP_AUTO, &ten_px);
}

static void escape(struct buf *out, const char *text)
{
    while (*text) {
        const char *start = text;
        uint32_t c = utf8_next(&text);
        if (is_invisible(c) || c == 0xA0 || (c >= 0x300 && c < 0x370))
            buf_print(out, "\\u%04X", (unsigned)c);
        else
            buf_add(out, start, (size_t)(text - start));
    }
}

// Runs of one direction are one visual run whatever their fonts; a tag is one of its own.
static void print_line(struct buf *out, const struct line *line)
{
    buf_text(out, "--\n");
    for (size_t from = 0, to; from < line->count; from = to) {
        const struct run *first = &line->runs[from];
        bool tag = first->face == FACE_TAG;
        for (to = from + 1; to < line->count && line->runs[to].rtl == first->rtl &&
                            (line->runs[to].face == FACE_TAG) == tag && !line->runs[to - 1].closes;)
            to++;
        buf_text(out, first->rtl ? "<" : ">");
        if (first->opens)
            buf_text(out, "[");
        for (size_t i = from; i < to; i++)
            escape(out, line->runs[first->rtl ? from + to - 1 - i : i].text);
        buf_text(out, line->runs[to - 1].closes ? "]|\n" : "|\n");
    }
}

static void check_positions(const struct lines *lines, int width)
{
    int widest = 0;
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = &lines->items[i];
        int x = 0;
        for (size_t n = 0; n < line->count; n++) {
            const struct run *run = &line->runs[n];
            x += run->opens ? TAG_END : 0;
            assert_int_equal(run->x, x);
            x += run->width + (run->closes ? TAG_END : 0);
        }
        assert_int_equal(line->width, x);
        assert_true(x <= width || x <= 2 * LETTER);
        widest = x > widest ? x : widest;
    }
    assert_int_equal(lines->width, widest);
}

// Returns how many widths have other lines.
static int check_case(const char *file, const struct text_case *c)
{
    int wrong = 0;
    for (size_t i = 0; i < c->widths.count; i++) {
        const struct case_lines *wanted = &c->widths.items[i];
        struct arena *arena = arena_new();
        struct span spans[CASE_SPANS];
        size_t count = case_spans(arena, c, spans);
        struct lines lines = paragraph_lines(arena, c->language, spans, count, wanted->width,
                                             TEXT_WRAP_AUTO, &ten_px);
        check_positions(&lines, wanted->width);
        struct buf got = {0};
        for (size_t n = 0; n < lines.count; n++)
            print_line(&got, &lines.items[n]);
        if (strcmp(got.text, wanted->lines) != 0) {
            print_error("%s: %s, %d px: wanted\n%sgot\n%s", file, c->name, wanted->width,
                        wanted->lines, got.text);
            wrong++;
        }
        buf_free(&got);
        arena_free(arena);
    }
    return wrong;
}

static void test_paragraphs(void **state)
{
    (void)state;
    size_t texts = 0, widths = 0;
    int wrong = 0;
    glob_t files;
    assert_int_equal(glob("tests/text/*.case", 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        struct arena *arena = arena_new();
        struct cases cases = cases_read(arena, files.gl_pathv[i]);
        for (size_t n = 0; n < cases.count; n++) {
            wrong += check_case(files.gl_pathv[i], &cases.items[n]);
            widths += cases.items[n].widths.count;
        }
        texts += cases.count;
        arena_free(arena);
    }
    globfree(&files);
    printf("# %zu texts in %zu files, %zu settings, %d of them wrong\n", texts, files.gl_pathc,
           widths, wrong);
    assert_true(widths >= 3 * 8 * language_count);
    assert_int_equal(wrong, 0);
}

// How lines are filled where it is not greedily: worked out by hand.
static const struct {
    const char *text;
    int width;
    enum text_wrap wrap;
    const char *lines;
} fillings[] = {
    {"Melden Sie sich bitte bei der Stadt an", 350, TEXT_WRAP_AUTO,
     "Melden Sie sich bitte bei der Stadt|an"},
    {"Melden Sie sich bitte bei der Stadt an", 350, TEXT_WRAP_PRETTY,
     "Melden Sie sich bitte bei der|Stadt an"},
    // The word above would leave a hole, the last word is long, the break was asked for.
    {"Die Wohnungsgeberbestätigung da", 290, TEXT_WRAP_PRETTY, "Die Wohnungsgeberbestätigung|da"},
    {"Melden Sie sich im Bürgerbüro", 180, TEXT_WRAP_PRETTY, "Melden Sie sich im|Bürgerbüro"},
    {"Kommen Sie mit allen\nan", 200, TEXT_WRAP_PRETTY, "Kommen Sie mit allen|an"},
    // The word above goes down whole, though it could be parted.
    {"Bitte bringen Sie die Melde\u00ADkarte an", 320, TEXT_WRAP_PRETTY,
     "Bitte bringen Sie die|Meldekarte an"},
    {"Kommen Sie an", 200, TEXT_WRAP_PRETTY, "Kommen Sie an"},
    {"Melden Sie sich bei der Stadt um 8\u00A0Uhr", 330, TEXT_WRAP_PRETTY,
     "Melden Sie sich bei der Stadt|um 8\u00A0Uhr"},
    {"Anmeldung einer Wohnung", 200, TEXT_WRAP_BALANCE, "Anmeldung|einer Wohnung"},
    {"Anmeldung einer Wohnung", 300, TEXT_WRAP_BALANCE, "Anmeldung einer Wohnung"},
    {"Die erste Woche in der Stadt und was danach kommt", 400, TEXT_WRAP_BALANCE,
     "Die erste Woche in der|Stadt und was danach kommt"},
    {"Rathausgasse", 80, TEXT_WRAP_BALANCE, "Rathausg|asse"},
};

static void test_fillings(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(fillings); i++) {
        struct arena *arena = arena_new();
        struct span span = {.text = fillings[i].text};
        struct lines lines = paragraph_lines(arena, language_find("de"), &span, 1,
                                             fillings[i].width, fillings[i].wrap, &ten_px);
        struct buf got = {0};
        for (size_t n = 0; n < lines.count; n++)
            buf_print(&got, "%s%s", n ? "|" : "", lines.items[n].runs[0].text);
        assert_string_equal(got.text, fillings[i].lines);
        buf_free(&got);
        arena_free(arena);
    }
}

static void test_empty_paragraphs(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct lines lines =
        paragraph_lines(arena, &languages[0], NULL, 0, 100, TEXT_WRAP_AUTO, &ten_px);
    assert_int_equal(lines.count, 1);
    assert_int_equal(lines.items[0].count, 0);
    struct span tag = {.text = "", .face = FACE_TAG};
    lines = paragraph_lines(arena, &languages[0], &tag, 1, 100, TEXT_WRAP_AUTO, &ten_px);
    assert_int_equal(lines.count, 1);
    assert_int_equal(lines.items[0].count, 0);
    arena_free(arena);
}

// In right-to-left text digits and signs that run to the right are set in the Latin font, and so are
// the spaces beside them.
static void test_runs(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const struct span spans[] = {
        {"هاتف ", FACE_REGULAR, false}, {"112", FACE_BOLD, true}, {" Amt", FACE_REGULAR, false}};
    struct lines lines = paragraph_lines(arena, language_find("ar"), spans, COUNT(spans), 400,
                                         TEXT_WRAP_AUTO, &ten_px);
    static const struct {
        const char *text, *script;
        enum face face;
        size_t font;
        bool rtl;
    } wanted[] = {
        {"Amt", "Latn", FACE_REGULAR, 0, false}, {" ", "Latn", FACE_REGULAR, 0, true},
        {"112", "Latn", FACE_BOLD, 0, false},    {" ", "Latn", FACE_REGULAR, 0, true},
        {"هاتف", "Arab", FACE_REGULAR, 1, true},
    };
    assert_int_equal(lines.count, 1);
    assert_int_equal(lines.items[0].count, COUNT(wanted));
    for (size_t i = 0; i < COUNT(wanted); i++) {
        const struct run *run = &lines.items[0].runs[i];
        assert_string_equal(run->text, wanted[i].text);
        assert_string_equal(run->script, wanted[i].script);
        assert_int_equal(run->face, wanted[i].face);
        assert_int_equal(run->font, wanted[i].font);
        assert_int_equal(run->rtl, wanted[i].rtl);
    }
    arena_free(arena);
}

// A word that does not fit is told from one that may be broken.
static const struct {
    const char *text;
    int width;
    bool broken;
} broken_words[] = {
    {"Rat haus", 50, false},
    {"Rathaus", 70, false},
    {"Rathaus", 60, true},
    {"Rat\u00ADhaus", 60, false},
    {"Rat\u00ADhaus", 30, true},
    {"Rathaus", 1, true},
    {"", 1, false},
};

static void test_broken_words(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < COUNT(broken_words); i++)
        assert_int_equal(
            break_text(arena, "de", broken_words[i].text, broken_words[i].width).broken,
            broken_words[i].broken);
    // A room number may stand alone on a line, but a line may not end within it.
    const struct span room[] = {{"Zimmer", FACE_BOLD, false}, {"\u00A0E. 09", FACE_BOLD, true}};
    const struct language *german = language_find("de");
    assert_true(paragraph_lines(arena, german, room, 2, 90, TEXT_WRAP_AUTO, &ten_px).broken);
    assert_false(paragraph_lines(arena, german, room, 2, 120, TEXT_WRAP_AUTO, &ten_px).broken);
    arena_free(arena);
}

// What stands together in one grapheme gets one font: a mark must not leave its letter.
static size_t asked[8];
static size_t asks;

static size_t font_that_counts(void *fonts, const char *script, const uint32_t *code_points,
                               size_t count, enum face face)
{
    (void)fonts, (void)script, (void)code_points, (void)face;
    asked[asks++] = count;
    return asks;
}

static void test_one_font_for_a_grapheme(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct measure measure = ten_px;
    measure.font = font_that_counts;
    struct span span = {.text = "xe\u0301\u0323\u2011\u200Dz"};
    struct lines lines =
        paragraph_lines(arena, &languages[0], &span, 1, 400, TEXT_WRAP_AUTO, &measure);
    static const size_t counts[] = {1, 3, 1, 1};  // no joiner among them
    assert_int_equal(asks, COUNT(counts));
    assert_memory_equal(asked, counts, sizeof counts);
    assert_int_equal(lines.items[0].count, COUNT(counts));
    assert_string_equal(lines.items[0].runs[1].text, "e\u0301\u0323");
    assert_string_equal(lines.items[0].runs[2].text, "-\u200D");
    arena_free(arena);
}

static const struct {
    enum align align;
    bool rtl;
    int width, offset;
} offsets[] = {
    {ALIGN_START, false, 60, 0},   {ALIGN_START, true, 60, 40},   {ALIGN_END, false, 60, 40},
    {ALIGN_END, true, 60, 0},      {ALIGN_CENTER, false, 60, 20}, {ALIGN_CENTER, true, 60, 20},
    {ALIGN_CENTER, false, 61, 19}, {ALIGN_START, true, 100, 0},
};

static void test_offsets(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(offsets); i++) {
        struct line line = {.width = offsets[i].width};
        assert_int_equal(line_offset(&line, 100, offsets[i].align, offsets[i].rtl),
                         offsets[i].offset);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paragraphs),       cmocka_unit_test(test_fillings),
        cmocka_unit_test(test_empty_paragraphs), cmocka_unit_test(test_runs),
        cmocka_unit_test(test_broken_words),     cmocka_unit_test(test_one_font_for_a_grapheme),
        cmocka_unit_test(test_offsets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
