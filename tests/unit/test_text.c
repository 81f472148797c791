// SPDX-License-Identifier: EUPL-1.2
// Languages, scripts, bidi order, paragraphs, the font map, the program's own words.
//
// The lines of paragraphs are those of ICU: see tests/data/paragraphs.txt. What stands in the
// tables here was worked out by hand from the rules it names.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/install.h"
#include "base/utf8.h"
#include "text/bidi.h"
#include "text/fontmap.h"
#include "text/paragraph.h"
#include "text/script.h"
#include "text/tr.h"

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

static size_t decode(const char *text, uint32_t *code_points)
{
    size_t count = 0;
    while (*text)
        code_points[count++] = utf8_next(&text);
    return count;
}

// ---- Languages -----------------------------------------------------------------------------

enum { NAMES = 4 };

static const char *name_of(const struct language *language, int which)
{
    return which == 0   ? language->tag
           : which == 1 ? language->endonym
           : which == 2 ? language->german
                        : language->english;
}

static void test_languages(void **state)
{
    (void)state;
    assert_int_equal(language_count, 30);
    assert_string_equal(languages[0].tag, "de");
    for (size_t i = 0; i < language_count; i++) {
        const struct language *language = &languages[i];
        for (int which = 0; which < NAMES; which++) {
            const char *name = name_of(language, which);
            assert_true(*name);
            assert_int_equal(utf8_check(name, strlen(name)), strlen(name));
            for (size_t j = 0; j < i; j++)
                assert_string_not_equal(name, name_of(&languages[j], which));
        }
        assert_int_equal(language->rtl, strncmp(language->script, "Ara", 3) == 0);
        assert_memory_equal(language->catalogs, language->tag, strlen(language->tag));
        assert_ptr_equal(language_find(language->tag), language);
    }
    static const char *const unknown[] = {"", "d", "dee", "DE", "xx", "de-", "zh"};
    for (size_t i = 0; i < COUNT(unknown); i++)
        assert_null(language_find(unknown[i]));
}

// The name a language gives itself is written in its own script.
static void test_endonyms(void **state)
{
    (void)state;
    for (size_t i = 0; i < language_count; i++) {
        uint32_t text[64];
        char scripts[64][5];
        size_t count = decode(languages[i].endonym, text);
        scripts_find(text, count, "none", scripts);
        const char *wanted = languages[i].script;
        if (strcmp(wanted, "Hans") == 0)
            wanted = "Hani";  // Unicode does not tell simplified from traditional
        if (strcmp(wanted, "Aran") == 0)
            wanted = "Arab";  // nor Nastaliq from Naskh
        for (size_t n = 0; n < count; n++)
            if (strcmp(scripts[n], wanted) != 0)
                fail_msg("%s: letter %zu is %s", languages[i].tag, n, scripts[n]);
    }
}

// ---- Scripts -------------------------------------------------------------------------------

// One letter of the result for each code point: by UAX #24 and the rule of script.h.
static const struct {
    const char *text, *scripts;
} scripts_of[] = {
    {"", ""},
    {"Emden", "LLLLL"},
    {"Straße 1", "LLLLLLLL"},
    {"1. Straße", "LLLLLLLLL"},
    {"8:00–12:00", "----------"},
    {"Тел. 112", "CCCCCCCC"},
    {"a\u0301б\u0301", "LLCC"},
    {"\u0301a", "LL"},
    {"(سجل) 12", "AAAAAAAA"},
    {"سجل Amt سجل", "AAAALLLLAAA"},
    {"ሰላም።", "EEEE"},
    {"नमस्ते। 5", "DDDDDDDDD"},
    {"გამარჯობა!", "GGGGGGGGGG"},
    {"Ωmega", "KLLLL"},
    {"中文。", "HHH"},
    {"؟", "-"},
    {"\u2068112\u2069 سجل", "AAAAAAAAA"},
};

static const char *const script_codes[128] = {
    ['L'] = "Latn", ['C'] = "Cyrl", ['A'] = "Arab", ['E'] = "Ethi", ['D'] = "Deva",
    ['G'] = "Geor", ['K'] = "Grek", ['H'] = "Hani", ['-'] = "none",
};

static void test_scripts(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(scripts_of); i++) {
        uint32_t text[64];
        char scripts[64][5];
        size_t count = decode(scripts_of[i].text, text);
        assert_int_equal(count, strlen(scripts_of[i].scripts));
        scripts_find(text, count, "none", scripts);
        for (size_t n = 0; n < count; n++)
            if (strcmp(scripts[n], script_codes[(unsigned char)scripts_of[i].scripts[n]]) != 0)
                fail_msg("row %zu, letter %zu: got %s", i, n, scripts[n]);
    }
}

static void test_invisible(void **state)
{
    (void)state;
    static const uint32_t invisible[] = {0xAD,   0x61C,  0x200B, 0x200C, 0x200D, 0x200E, 0x200F,
                                         0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0xFE0F, 0xFEFF};
    static const uint32_t visible[] = {' ',    'a',    0xA0,   0x640,  0x2009, 0x2010,
                                       0x2011, 0x2028, 0x202F, 0x2070, 0xFF01};
    for (size_t i = 0; i < COUNT(invisible); i++)
        assert_true(is_invisible(invisible[i]));
    for (size_t i = 0; i < COUNT(visible); i++)
        assert_false(is_invisible(visible[i]));
}

// ---- Order of runs -------------------------------------------------------------------------

// Rule L2 of UAX #9 done on paper.
static const struct {
    size_t count;
    int8_t levels[6];
    size_t order[6];
} orders[] = {
    {0, {0}, {0}},
    {1, {1}, {0}},
    {3, {0, 0, 0}, {0, 1, 2}},
    {3, {2, 0, 2}, {0, 1, 2}},
    {3, {1, 1, 1}, {2, 1, 0}},
    {3, {1, 2, 1}, {2, 1, 0}},
    {3, {2, 1, 2}, {2, 1, 0}},
    {4, {1, 2, 2, 1}, {3, 1, 2, 0}},
    {5, {0, 1, 2, 1, 0}, {0, 3, 2, 1, 4}},
    {5, {0, 1, 0, 1, 1}, {0, 1, 2, 4, 3}},
    {4, {4, 3, 2, 1}, {3, 1, 0, 2}},
    {6, {2, 3, 3, 2, 1, 2}, {5, 4, 0, 2, 1, 3}},
};

static void test_bidi_order(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(orders); i++) {
        size_t order[6] = {0};
        bidi_order(orders[i].levels, orders[i].count, order);
        for (size_t n = 0; n < orders[i].count; n++)
            if (order[n] != orders[i].order[n])
                fail_msg("row %zu: place %zu holds run %zu", i, n, order[n]);
    }
}

// ---- Paragraphs ----------------------------------------------------------------------------

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
    return paragraph_lines(arena, language, &span, 1, width, &ten_px);
}

// "\u00AD" and "\n" as they stand in the file.
static char *unescaped(struct arena *arena, const char *text)
{
    struct buf buf = {0};
    buf_text(&buf, "");
    while (*text) {
        char bytes[4];
        if (strncmp(text, "\\u", 2) == 0) {
            char digits[5] = {0};
            memcpy(digits, text + 2, 4);
            buf_add(&buf, bytes, utf8_put(bytes, (uint32_t)strtoul(digits, NULL, 16)));
            text += 6;
        } else if (strncmp(text, "\\n", 2) == 0) {
            buf_text(&buf, "\n");
            text += 2;
        } else {
            buf_add(&buf, text++, 1);
        }
    }
    char *copy = arena_copy(arena, buf.text, buf.length);
    buf_free(&buf);
    return copy;
}

static size_t cut_spans(char *text, struct span *spans)
{
    size_t count = 0;
    struct span span = {.text = text};
    for (bool more = true; more; text++) {
        char sign = *text;
        more = sign != '\0';
        if (more && !strchr("{}[]*", sign))
            continue;
        *text = '\0';
        if (*span.text)
            spans[count++] = span;
        bool bold = sign == '*' && span.face != FACE_BOLD;
        span = (struct span){text + 1,
                             sign == '[' ? FACE_TAG
                             : bold      ? FACE_BOLD
                                         : FACE_REGULAR,
                             sign == '{'};
    }
    return count;
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

struct paragraph_case {
    char *name, *language, *text;
    int width;
    char *lines;
};

// The case that begins at `at`, cut out of the file; returns where the next one begins.
static char *read_case(char *at, struct paragraph_case *c)
{
    char *next = strstr(at + 1, "\n== ");
    if (next)
        *next++ = '\0';
    c->name = strtok(at, "\n") + 3;
    c->language = strtok(NULL, " ");
    char *width = strtok(NULL, "\n");
    c->width = atoi(width);
    c->text = width + strlen(width) + 1;
    c->lines = strstr(c->text, "\n--") + 1;
    c->lines[-1] = '\0';
    for (char *end = c->lines + strlen(c->lines); end[-1] == '\n' && end[-2] == '\n'; end--)
        end[-1] = '\0';
    return next;
}

static bool case_holds(const struct paragraph_case *c)
{
    struct arena *arena = arena_new();
    struct span spans[16];
    size_t count = cut_spans(unescaped(arena, c->text), spans);
    const struct language *language = language_find(c->language);
    assert_non_null(language);
    struct lines lines = paragraph_lines(arena, language, spans, count, c->width, &ten_px);
    check_positions(&lines, c->width);
    struct buf got = {0};
    for (size_t i = 0; i < lines.count; i++)
        print_line(&got, &lines.items[i]);
    bool holds = strcmp(got.text, c->lines) == 0;
    if (!holds)
        print_error("%s: wanted\n%sgot\n%s", c->name, c->lines, got.text);
    buf_free(&got);
    arena_free(arena);
    return holds;
}

static void test_paragraphs(void **state)
{
    (void)state;
    struct faults faults = {0};
    struct arena *arena = arena_new();
    size_t length;
    char *file = file_read(arena, "tests/data/paragraphs.txt", 1 << 20, &length, &faults);
    assert_non_null(file);
    int cases = 0, wrong = 0;
    for (char *at = strstr(file, "\n== ") + 1; at; cases++) {
        struct paragraph_case c;
        at = read_case(at, &c);
        wrong += !case_holds(&c);
    }
    assert_true(cases > 50);
    assert_int_equal(wrong, 0);
    arena_free(arena);
}

static void test_empty_paragraphs(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct lines lines = paragraph_lines(arena, &languages[0], NULL, 0, 100, &ten_px);
    assert_int_equal(lines.count, 1);
    assert_int_equal(lines.items[0].count, 0);
    struct span tag = {.text = "", .face = FACE_TAG};
    lines = paragraph_lines(arena, &languages[0], &tag, 1, 100, &ten_px);
    assert_int_equal(lines.count, 1);
    assert_int_equal(lines.items[0].count, 0);
    arena_free(arena);
}

// In right-to-left text digits and signs that run to the right are set in the Latin font.
static void test_runs(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const struct span spans[] = {
        {"هاتف ", FACE_REGULAR, false}, {"112", FACE_BOLD, true}, {" Amt", FACE_REGULAR, false}};
    struct lines lines =
        paragraph_lines(arena, language_find("ar"), spans, COUNT(spans), 400, &ten_px);
    static const struct {
        const char *text, *script;
        enum face face;
        size_t font;
        bool rtl;
    } wanted[] = {
        {"Amt", "Latn", FACE_REGULAR, 0, false}, {" ", "Arab", FACE_REGULAR, 0, true},
        {"112", "Latn", FACE_BOLD, 0, false},    {" ", "Arab", FACE_REGULAR, 0, true},
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
    assert_true(paragraph_lines(arena, german, room, 2, 90, &ten_px).broken);
    assert_false(paragraph_lines(arena, german, room, 2, 120, &ten_px).broken);
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
    struct lines lines = paragraph_lines(arena, &languages[0], &span, 1, 400, &measure);
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

// ---- The font map --------------------------------------------------------------------------

#define NOTO "truetype/noto/NotoSans"
#define LATIN                                                                                      \
    "Latn 1 1.5 1.25 1.125 fonts-noto-core 0 " NOTO "-Regular.ttf " NOTO "-Bold.ttf " NOTO         \
    "Display-Bold.ttf\n"

// Loads it from a file `map`; what is wrong goes to `said`, of 2000 bytes.
static bool load_map(struct arena *arena, struct fontmap *map, const char *text, char *said)
{
    char folder[] = "/tmp/wegweiser-test-XXXXXX";
    assert_non_null(mkdtemp(folder));
    const char *path = arena_print(arena, "%s/map", folder);
    struct faults faults = {0};
    assert_true(file_write(path, text, strlen(text), &faults));
    bool ok = fontmap_load(map, arena, path, &faults);
    assert_int_equal(ok, faults.errors == 0);
    FILE *stream = fmemopen(said, 2000, "w");
    faults_write(&faults, stream);
    fclose(stream);
    faults_free(&faults);
    folder_remove(folder);
    return ok;
}

static void test_fontmap(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct fontmap map = {0};
    char said[2000] = "";
    bool ok = load_map(arena, &map,
                       "# script size …\n\n" LATIN "Arab 1.08 1.6 1.3 1.36 fonts-noto-core 3 " NOTO
                       "Arabic-Regular.ttf " NOTO "Arabic-Bold.ttf " NOTO "Arabic-Bold.ttf",
                       said);
    assert_string_equal(said, "");
    assert_true(ok);
    assert_int_equal(map.rows.count, 2);
    const struct font_row *latin = &map.rows.items[0], *arabic = &map.rows.items[1];
    assert_string_equal(latin->path[WEIGHT_BOLD],
                        "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf");
    assert_string_equal(latin->family[WEIGHT_REGULAR], "Noto Sans");
    assert_string_equal(latin->family[WEIGHT_DISPLAY], "Noto Sans Display");
    assert_true(latin->leading[LEADING_BODY] == 1.5 && latin->leading[LEADING_TITLE] == 1.125);
    assert_string_equal(arabic->script, "Arab");
    assert_string_equal(arabic->family[WEIGHT_REGULAR], "Noto Sans Arabic");
    assert_true(arabic->size == 1.08);
    assert_int_equal(arabic->index, 3);
    assert_int_equal(fontmap_row(&map, "Arab"), 1);
    assert_int_equal(fontmap_row(&map, "Latn"), 0);
    assert_int_equal(fontmap_row(&map, "Thai"), 0);
    arena_free(arena);
}

static const struct {
    const char *map, *said;
} bad_maps[] = {
    {"", "map: error: is empty; install wegweiser again"},
    {"# nothing but this\n", "map: error: is empty"},
    {LATIN "Latn 1 1 1\n", "map:2: error: this is no row of the font map; give script, size"},
    {LATIN "\n# x\nLatn big 1 1 1 p 0 a b c\n", "map:4: error: this is no row"},
    {"Thai 1 1 1 1 fonts-noto-x 0 no/such.ttf " NOTO "-Bold.ttf " NOTO "-Bold.ttf\n",
     "map:1: error: no font file `/usr/share/fonts/no/such.ttf`; install the package fonts-noto-x"},
    {LATIN "Thai 1 1 1 1 fonts-noto-x 0 no/a.ttf no/b.ttf no/a.ttf\n",
     "map:2: error: no font file `/usr/share/fonts/no/b.ttf`; install the package fonts-noto-x"},
};

static void test_bad_fontmaps(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < COUNT(bad_maps); i++) {
        struct fontmap map = {0};
        char said[2000] = "";
        assert_false(load_map(arena, &map, bad_maps[i].map, said));
        if (!strstr(said, bad_maps[i].said))
            fail_msg("row %zu: %s", i, said);
    }
    struct fontmap map = {0};
    struct faults faults = {0};
    assert_false(fontmap_load(&map, arena, "/nonexistent/map", &faults));
    assert_int_equal(faults.errors, 1);
    faults_free(&faults);
    arena_free(arena);
}

static void test_our_fontmap(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct fontmap map = {0};
    struct faults faults = {0};
    bool ok = fontmap_load(&map, arena, installed_path(arena, "fonts/map"), &faults);
    faults_write(&faults, stderr);
    assert_true(ok);
    assert_string_equal(map.rows.items[0].script, "Latn");
    faults_free(&faults);
    arena_free(arena);
}

// ---- Words ---------------------------------------------------------------------------------

static const struct language nowhere = {.tag = "xx", .catalogs = "xx"};

static void test_words_without_catalogs(void **state)
{
    (void)state;
    assert_false(tr_open("/nonexistent"));
    assert_string_equal(tr(language_find("uk"), "Back"), "Back");
    assert_string_equal(trn(language_find("uk"), "one", "many", 1), "one");
    assert_string_equal(trn(language_find("uk"), "one", "many", 5), "many");
}

static const struct {
    const char *tag, *back;
} backs[] = {
    {"de", "Zurück"}, {"uk", "Назад"},  {"ar", "رجوع"}, {"en", "Back"}, {"uk", "Назад"},
    {"de", "Zurück"}, {"de", "Zurück"}, {"xx", "Back"}, {"ar", "رجوع"},
};

static const char *open_catalogs(struct arena *arena)
{
    const char *folder = installed_path(arena, "locale");
    for (size_t i = 0; i < COUNT(backs); i++)
        if (strcmp(backs[i].tag, "xx") != 0 && strcmp(backs[i].tag, "en") != 0 &&
            !file_exists(
                arena_print(arena, "%s/%s/LC_MESSAGES/wegweiser.mo", folder, backs[i].tag)))
            skip();
    assert_true(tr_open(folder));
    return folder;
}

static void test_words_switch(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    open_catalogs(arena);
    for (size_t i = 0; i < COUNT(backs); i++) {
        const struct language *language = language_find(backs[i].tag);
        assert_string_equal(tr(language ? language : &nowhere, "Back"), backs[i].back);
    }
    assert_string_equal(tr(language_find("uk"), "No text of ours"), "No text of ours");
    arena_free(arena);
}

// CLDR: which numbers share a form.
static const struct {
    const char *tag;
    unsigned long a, b;
    bool same;
} plurals[] = {
    {"de", 1, 2, false},  {"de", 0, 2, true},  {"de", 2, 30, true}, {"uk", 1, 2, false},
    {"uk", 2, 5, false},  {"uk", 1, 21, true}, {"uk", 2, 24, true}, {"uk", 5, 11, true},
    {"uk", 11, 12, true}, {"ar", 1, 2, false}, {"ar", 2, 3, false}, {"ar", 3, 10, true},
    {"ar", 11, 29, true},
};

static void test_plurals(void **state)
{
    (void)state;
    static const char one[] = "Your visit ends in %s second.";
    static const char many[] = "Your visit ends in %s seconds.";
    struct arena *arena = arena_new();
    open_catalogs(arena);
    for (size_t i = 0; i < COUNT(plurals); i++) {
        const struct language *language = language_find(plurals[i].tag);
        const char *a = trn(language, one, many, plurals[i].a);
        const char *b = trn(language, one, many, plurals[i].b);
        assert_string_not_equal(a, one);
        if ((strcmp(a, b) == 0) != plurals[i].same)
            fail_msg("%s: %lu and %lu", plurals[i].tag, plurals[i].a, plurals[i].b);
    }
    arena_free(arena);
}

// gettext("") is the header of the catalogue.
static void test_plural_forms(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    open_catalogs(arena);
    for (size_t i = 0; i < language_count; i++) {
        const struct language *language = &languages[i];
        const char *header = strstr(tr(language, ""), "\nPlural-Forms: ");
        if (!header)
            continue;  // no catalogue yet
        const char *wanted = arena_print(arena, "\nPlural-Forms: %s\n", language->plural);
        if (strncmp(header, wanted, strlen(wanted)) != 0)
            fail_msg("locales/%s.po: Plural-Forms must be `%s`", language->tag, language->plural);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_endonyms),
        cmocka_unit_test(test_scripts),
        cmocka_unit_test(test_invisible),
        cmocka_unit_test(test_bidi_order),
        cmocka_unit_test(test_paragraphs),
        cmocka_unit_test(test_empty_paragraphs),
        cmocka_unit_test(test_runs),
        cmocka_unit_test(test_broken_words),
        cmocka_unit_test(test_one_font_for_a_grapheme),
        cmocka_unit_test(test_offsets),
        cmocka_unit_test(test_fontmap),
        cmocka_unit_test(test_bad_fontmaps),
        cmocka_unit_test(test_our_fontmap),
        cmocka_unit_test(test_words_without_catalogs),
        cmocka_unit_test(test_words_switch),
        cmocka_unit_test(test_plurals),
        cmocka_unit_test(test_plural_forms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
