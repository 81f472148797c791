// SPDX-License-Identifier: EUPL-1.2
// Text that nobody writes but somebody might paste: paragraphs of it end, in bounded time and
// memory, and show all that can be seen once. No clock is asked: work is what has been measured.
#include <limits.h>
#include <malloc.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/install.h"
#include "base/utf8.h"
#include "kiosk/layouts.h"
#include "text/paragraph.h"
#include "text/script.h"
#include "text/wrap.h"

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

enum { LETTER = 10, TAG_END = 5, MIB = 1 << 20 };

// Bounds for each code point: how often one is measured, for one filling of the lines, and how
// much memory it takes at the most. A word is measured about six times until its line is found.
enum { MEASURED_MOST = 64, BYTES_MOST = 600 };

// No side of a picture of a run is longer, in px.
enum { LARGEST = 8192 };

// Sanitizers make all this five times as slow: of what is tried often there is less then.
#ifdef __SANITIZE_ADDRESS__
enum { MUCH = 1 << 11, STEP = 37 };
#else
enum { MUCH = 1 << 14, STEP = 1 };
#endif

// ---- A font in which all letters are equally wide -----------------------------------------------

static size_t measured;  // code points

static int width_of(void *fonts, const struct run *run)
{
    (void)fonts;
    size_t count = utf8_count(run->text);
    measured += count;
    return (int)count * LETTER;
}

static size_t font_of(void *fonts, const char *script, const uint32_t *code_points, size_t count,
                      enum face face)
{
    (void)fonts;
    assert_true(count > 0 && face < FACES);
    return code_points[0] % 3 + (script[0] == 'A');
}

static const struct measure ten_px = {NULL, font_of, width_of, TAG_END};

// ---- What can be seen is there once -------------------------------------------------------------

// Blanks hang over the ends of lines, hyphens come and go there: neither is counted.
static bool is_counted(uint32_t c)
{
    return c > ' ' && c != 0xA0 && c != '-' && c != 0x2011 && !is_invisible(c);
}

struct sum {
    uint64_t letters, mixed;
};

static void add_text(struct sum *sum, const char *text)
{
    while (*text) {
        uint32_t c = utf8_next(&text);
        if (!is_counted(c))
            continue;
        sum->letters++;
        sum->mixed += (c + 1) * 0x9E3779B97F4A7C15u;
    }
}

static void check_lines(const struct lines *lines, const struct span *spans, size_t count)
{
    struct sum wanted = {0}, got = {0};
    for (size_t i = 0; i < count; i++)
        add_text(&wanted, spans[i].text);
    assert_true(lines->count > 0);
    for (size_t i = 0; i < lines->count; i++)
        for (size_t n = 0; n < lines->items[i].count; n++)
            add_text(&got, lines->items[i].runs[n].text);
    assert_int_equal(got.letters, wanted.letters);
    assert_int_equal(got.mixed, wanted.mixed);
}

// ---- Memory -------------------------------------------------------------------------------------

// The most that was in use since the last call, in bytes; sanitizers keep what is freed: then 0.
static size_t peak_memory(void)
{
#ifdef __SANITIZE_ADDRESS__
    return 0;
#else
    size_t peak = 0;
    char line[128];
    FILE *status = fopen("/proc/self/status", "r");
    assert_non_null(status);
    while (fgets(line, sizeof line, status))
        if (sscanf(line, "VmHWM: %zu", &peak) == 1)
            break;
    fclose(status);
    FILE *refs = fopen("/proc/self/clear_refs", "w");
    assert_non_null(refs);
    malloc_trim(0);
    assert_true(fputs("5", refs) >= 0);  // proc(5): the peak is forgotten
    fclose(refs);
    return peak * 1024;
#endif
}

// ---- Paragraphs ---------------------------------------------------------------------------------

static size_t letters_of(const struct span *spans, size_t count)
{
    size_t letters = 0;
    for (size_t i = 0; i < count; i++)
        letters += utf8_count(spans[i].text) + 2;
    return letters;
}

static void lay_out(const char *tag, const struct span *spans, size_t count, int width,
                    enum text_wrap wrap)
{
    // Titles are filled again until they are balanced.
    size_t letters = letters_of(spans, count), fillings = wrap == TEXT_WRAP_BALANCE ? 32 : 1;
    measured = 0;
    peak_memory();
    size_t before = peak_memory();
    struct arena *arena = arena_new();
    struct lines lines =
        paragraph_lines(arena, language_find(tag), spans, count, width, wrap, &ten_px);
    size_t peak = peak_memory();
    check_lines(&lines, spans, count);
    assert_true(measured <= letters * MEASURED_MOST * fillings);
    assert_true(peak <= before + letters * BYTES_MOST + MIB);
    arena_free(arena);
}

static void lay_out_text(const char *tag, const char *text, int width, enum text_wrap wrap)
{
    lay_out(tag, &(struct span){.text = text}, 1, width, wrap);
}

// `unit` again and again, as long as the whole is not longer than `size`; free() it.
static char *repeated(const char *unit, size_t size)
{
    size_t length = strlen(unit), count = size / length;
    char *text = malloc(count * length + 1);
    assert_non_null(text);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * length, unit, length);
    text[count * length] = '\0';
    return text;
}

// Each is a text if it is repeated up to a mebibyte, which under sanitizers the first WHOLE are.
enum { WHOLE = 7 };

static const struct {
    const char *name, *tag, *unit;
} units[] = {
    {"Latin letters", "de", "abcdefghij"},
    {"Arabic letters", "ar", "\u0628\u062A\u062C"},
    {"Chinese", "zh-Hans", "\u4E2D\u6587"},
    {"marks", "de", "\u0301"},
    {"soft hyphens", "de", "\u00AD"},
    {"zero width joiners", "fa", "\u200D"},
    {"letters of both directions", "ar", "a\u05D0"},
    {"Devanagari vowel signs", "hi", "\u093E"},
    {"conjuncts", "hi", "\u0915\u094D"},
    {"letters and soft hyphens", "de", "a\u00AD"},
    {"zero width spaces", "de", "\u200B"},
    {"digits and Arabic", "ar", "1\u0627"},
    {"words of one letter", "uk", "\u0456 "},
    {"spaces", "de", " "},
    {"no-break spaces", "de", "\u00A0"},
    {"ends of lines", "de", "\n"},
    {"brackets that open", "ar", "("},
    {"brackets that close", "ar", ")"},
    {"pairs of brackets", "ar", "(\u0627)"},
    {"quotation marks", "pl", "\u201E\u00AB\u2018"},
    {"isolates that open", "ar", "\u2067"},
    {"isolates that close", "ar", "\u2069"},
    {"empty isolates", "ar", "\u2067\u2069"},
    {"embeddings", "ar", "\u202B\u202A"},
    {"overrides", "de", "\u202Ea\u202Db\u202C"},
    {"joined faces", "de", "\U0001F469\u200D"},
    {"flags", "de", "\U0001F1E9"},
    {"jamo", "de", "\u1100"},
    {"Thai", "de", "\u0E01"},
    {"Thai words", "de", "\u0E20\u0E32\u0E29\u0E32\u0E44\u0E17\u0E22"},
    {"Tibetan", "de", "\u0F40\u0F90"},
    {"noncharacters", "de", "\U0010FFFF"},
    {"private use", "de", "\uE000"},
    {"hyphens", "de", "-"},
    {"word joiners", "de", "\u2060"},
    {"long words", "de",
     "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"
     "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"
     "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"
     "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz "},
    {"long hyphened words", "de",
     "abcdefghijklmnopqrstuvwxyz-abcdefghijklmnopqrstuvwxyz-"
     "abcdefghijklmnopqrstuvwxyz-abcdefghijklmnopqrstuvwxyz "},
    {"addresses", "ar", "www.a-b@c/"},
};

static void a_mebibyte(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(units); i++) {
        char *text = repeated(units[i].unit, i < WHOLE ? MIB : 64 * MUCH);
        lay_out_text(units[i].tag, text, 900, TEXT_WRAP_AUTO);
        free(text);
    }
}

static void any_width(void **state)
{
    (void)state;
    static const int widths[] = {0, 1, -5, INT_MAX, INT_MIN, 900};
    for (size_t i = 0; i < COUNT(units); i++) {
        char *text = repeated(units[i].unit, MUCH);
        for (size_t n = 0; n < COUNT(widths); n++)
            for (int wrap = TEXT_WRAP_AUTO; wrap <= TEXT_WRAP_BALANCE; wrap++) {
                lay_out_text(units[i].tag, text, widths[n], (enum text_wrap)wrap);
            }
        free(text);
    }
}

static void many_marks(void **state)
{
    (void)state;
    char *marks = repeated("\u0301", 20000);
    struct span spans[] = {{.text = "a"}, {.text = marks}, {.text = "b"}};
    lay_out("de", spans, COUNT(spans), 900, TEXT_WRAP_AUTO);
    lay_out("de", spans, COUNT(spans), 5, TEXT_WRAP_AUTO);
    free(marks);
}

// FriBidi counts up to 125 levels; what is nested deeper stays on the last.
static void nested_isolates(void **state)
{
    (void)state;
    static const char *const tags[] = {"de", "ar"};
    char *open = repeated("\u2067a\u2066\u05D0", 100 * 9), *close = repeated("\u2069 ", 200 * 4);
    struct span nested[] = {{.text = open}, {.text = "12 a"}, {.text = close}};
    for (size_t i = 0; i < COUNT(tags); i++)
        for (int width = 0; width < 1000; width += 90) {
            lay_out(tags[i], nested, 3, width, TEXT_WRAP_AUTO);
            lay_out(tags[i], nested, 2, width, TEXT_WRAP_AUTO);      // none is closed
            lay_out(tags[i], nested + 1, 2, width, TEXT_WRAP_AUTO);  // none was opened
        }
    free(open);
    free(close);
}

static void many_spans(void **state)
{
    (void)state;
    static const size_t counts[] = {10000, 70000};
    for (size_t i = 0; i < COUNT(counts); i++) {
        struct span *spans = calloc(counts[i], sizeof *spans);
        assert_non_null(spans);
        for (size_t n = 0; n < counts[i]; n++)
            spans[n] = (struct span){"a b", (enum face)(n % FACES), n % 3 == 0};
        lay_out("fa", spans, counts[i], 900, TEXT_WRAP_AUTO);
        free(spans);
    }
}

// The number of a span has no 16 bits: two tags with so many empty spans between them are two.
static void distant_spans(void **state)
{
    (void)state;
    enum { SPANS = (1 << 16) + 1 };
    struct span *spans = calloc(SPANS, sizeof *spans);
    assert_non_null(spans);
    for (size_t i = 0; i < SPANS; i++)
        spans[i] = (struct span){.text = ""};
    spans[0] = spans[SPANS - 1] = (struct span){"a", FACE_TAG, false};
    struct arena *arena = arena_new();
    struct lines lines =
        paragraph_lines(arena, language_find("de"), spans, SPANS, 900, TEXT_WRAP_AUTO, &ten_px);
    assert_int_equal(lines.items[0].count, 2);
    assert_true(lines.items[0].runs[0].closes && lines.items[0].runs[1].opens);
    arena_free(arena);
    free(spans);
}

// All of Unicode but surrogates, which are not UTF-8, and the end of a text.
static bool is_code_point(uint32_t c)
{
    return c > 0 && (c < 0xD800 || c > 0xDFFF);
}

static void all_of_unicode(void **state)
{
    (void)state;
    struct buf text = {0};
    for (uint32_t c = 1; c < 0x110000; c++) {
        char bytes[4];
        if (is_code_point(c))
            buf_add(&text, bytes, utf8_put(bytes, c));
    }
    lay_out_text("de", text.text, 900, TEXT_WRAP_AUTO);
    lay_out_text("ar", text.text, 900, TEXT_WRAP_PRETTY);
    buf_free(&text);
}

// Under sanitizers every 37th.
static void each_of_unicode(void **state)
{
    (void)state;
    static const char *const tags[] = {"de", "ur"};
    struct arena *arena = arena_new();
    for (size_t i = 0; i < COUNT(tags); i++)
        for (uint32_t c = 1; c < 0x110000; c += STEP) {
            char bytes[5] = {0};
            struct span span = {.text = bytes};
            utf8_put(bytes, c);
            if (!is_code_point(c))
                continue;
            struct lines lines = paragraph_lines(arena, language_find(tags[i]), &span, 1, 900,
                                                 TEXT_WRAP_AUTO, &ten_px);
            check_lines(&lines, &span, 1);
            arena_reset(arena);
        }
    arena_free(arena);
}

// Long text is broken piece by piece, which one must not see: equal sentences break equally.
static void pieces_of_text(void **state)
{
    (void)state;
    static const char *const texts[][2] = {
        {"de", "Montag \u2013 8:00 (\u201Eoder\u201C) 10,80 \u20AC. Ja! e\u0301 / und mehr "},
        {"de", "Zeile\nund Zeile \u2013 8 \n"},
        {"ar", "\u0645\u0631\u062D\u0628\u0627 \u0628\u0643\u0645\u060C 12 (a). "},
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        char *text = repeated(texts[i][1], 100000);
        size_t count = utf8_count(text), period = utf8_count(texts[i][1]);
        uint8_t *flags = malloc(count + 1);
        assert_non_null(flags);
        wrap_find(text, count, texts[i][0], flags);
        for (size_t at = 2 * period; at < count; at++)
            assert_int_equal(flags[at], flags[at - period]);
        free(flags);
        free(text);
    }
}

// ---- Real fonts ---------------------------------------------------------------------------------

static struct arena *of_fonts;
static struct fontmap map;
static struct fonts *fonts;
static struct layouts *layouts;

static int open_fonts(void **state)
{
    (void)state;
    struct faults faults = {0};
    of_fonts = arena_new();
    if (!fontmap_load(&map, of_fonts, installed_path(of_fonts, "fonts/map"), &faults) ||
        !(fonts = fonts_open(&map, &faults)))
        faults_write(&faults, stderr);
    faults_free(&faults);
    layouts = layouts_new(fonts);
    return fonts ? 0 : -1;
}

static int close_fonts(void **state)
{
    (void)state;
    layouts_free(layouts);
    fonts_close(fonts);
    arena_free(of_fonts);
    return 0;
}

static void set(const char *tag, const struct span *spans, size_t count, double size, int width)
{
    const struct language *language = language_find(tag);
    struct layout layout = {
        language, spans, count, fontmap_row(&map, tag, language->script, LEADING_BODY),
        size,     width, 8,     TEXT_WRAP_PRETTY};
    struct arena *arena = arena_new();
    struct lines lines = layouts_lines(layouts, arena, &layout);
    check_lines(&lines, spans, count);
    for (size_t i = 0; i < lines.count; i++)
        for (size_t n = 0; n < lines.items[i].count; n++) {
            int left = 0, baseline = 0;
            SDL_Surface *surface =
                fonts_render(fonts, &lines.items[i].runs[n], size, &left, &baseline);
            if (surface)
                assert_true(surface->w < 2 * LARGEST && surface->h < LARGEST);
            SDL_FreeSurface(surface);
        }
    arena_free(arena);
}

static void real_fonts(void **state)
{
    (void)state;
    static const int widths[] = {0, 1, -5, 900, INT_MAX};
    for (size_t i = 0; i < COUNT(units); i++) {
        char *text = repeated(units[i].unit, MUCH / 2);
        for (size_t n = 0; n < COUNT(widths); n++) {
            set(units[i].tag, &(struct span){.text = text}, 1, 34, widths[n]);
        }
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mebibyte),
        cmocka_unit_test(any_width),
        cmocka_unit_test(many_marks),
        cmocka_unit_test(nested_isolates),
        cmocka_unit_test(many_spans),
        cmocka_unit_test(distant_spans),
        cmocka_unit_test(all_of_unicode),
        cmocka_unit_test(each_of_unicode),
        cmocka_unit_test(pieces_of_text),
        cmocka_unit_test_setup_teardown(real_fonts, open_fonts, close_fonts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
