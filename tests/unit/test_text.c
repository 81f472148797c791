// SPDX-License-Identifier: EUPL-1.2
// Languages, scripts, bidi order, the font map, the program's own words. What stands in the tables
// was worked out by hand from the rules it names.
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

// ---- The font map --------------------------------------------------------------------------

#define NOTO "truetype/noto/NotoSans"
#define LATIN                                                                                      \
    "Latn 1 1.5 1.25 1.25 1.125 fonts-noto-core 0 " NOTO "-Regular.ttf " NOTO "-Bold.ttf " NOTO    \
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
    bool ok =
        load_map(arena, &map,
                 "# script size …\n\n" LATIN "Arab 1.08 1.6 1.4 1.3 1.36 fonts-noto-core 3 " NOTO
                 "Arabic-Regular.ttf " NOTO "Arabic-Bold.ttf " NOTO "Arabic-Bold.ttf\n"
                 "Aran 1 2.4 2.4 - 2.4 fonts-noto-core 0 " NOTO "Arabic-Regular.ttf " NOTO
                 "Arabic-Bold.ttf " NOTO "Arabic-Bold.ttf\n"
                 "Hans 1 1 1 1 1 fonts-noto-core 0 " NOTO "Arabic-Regular.ttf " NOTO
                 "Arabic-Bold.ttf " NOTO "Arabic-Bold.ttf\n"
                 "ps-Arab 1 1 1 1 1 fonts-noto-core 0 " NOTO "Arabic-Regular.ttf " NOTO
                 "Arabic-Bold.ttf " NOTO "Arabic-Bold.ttf",
                 said);
    assert_string_equal(said, "");
    assert_true(ok);
    assert_int_equal(map.rows.count, 5);
    const struct font_row *latin = &map.rows.items[0], *arabic = &map.rows.items[1];
    assert_string_equal(latin->path[WEIGHT_BOLD],
                        "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf");
    assert_true(latin->leading[LEADING_BODY] == 1.5 && latin->leading[LEADING_TITLE] == 1.125);
    assert_string_equal(arabic->script, "Arab");
    assert_true(arabic->size == 1.08);
    assert_int_equal(arabic->index, 3);
    assert_int_equal(fontmap_row(&map, "de", "Arab", LEADING_LABEL), 1);
    assert_int_equal(fontmap_row(&map, "de", "Latn", LEADING_BODY), 0);
    assert_int_equal(fontmap_row(&map, "de", "Thai", LEADING_BODY), 0);
    assert_int_equal(fontmap_row(&map, "ps", "Arab", LEADING_BODY), 4);
    // Nastaliq sets text, not controls; Unicode knows it as Arab, and Hans as Hani.
    assert_int_equal(fontmap_row(&map, "de", "Aran", LEADING_BODY), 2);
    assert_int_equal(fontmap_row(&map, "de", "Aran", LEADING_LABEL), 1);
    assert_int_equal(fontmap_row(&map, "de", "Arab", LEADING_BODY), 1);
    assert_int_equal(fontmap_row(&map, "de", "Hani", LEADING_TITLE), 3);
    arena_free(arena);
}

static const struct {
    const char *map, *said;
} bad_maps[] = {
    {"", "map: error: names no font that is there; install its packages, or wegweiser again"},
    {"# nothing but this\n", "map: error: names no font"},
    {LATIN "Latn 1 1 1 1\n", "map:2: error: this is no row of the font map; give script, size"},
    {LATIN "\n# x\nLatn big 1 1 1 1 p 0 a b c\n", "map:4: error: this is no row"},
    {"Thai 1 1 1 1 1 fonts-noto-x 0 no/such.ttf " NOTO "-Bold.ttf " NOTO "-Bold.ttf\n",
     "map:1: warning: no font file `/usr/share/fonts/no/such.ttf`; install the package "
     "fonts-noto-x"},
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

// A missing package costs its script, not the kiosk.
static void test_missing_font(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct fontmap map = {0};
    char said[2000] = "";
    assert_true(load_map(arena, &map,
                         LATIN "Thai 1 1 1 1 1 fonts-noto-x 0 no/a.ttf no/b.ttf no/a.ttf\n", said));
    assert_non_null(strstr(said,
                           "map:2: warning: no font file `/usr/share/fonts/no/b.ttf`; install "
                           "the package fonts-noto-x"));
    assert_int_equal(map.rows.count, 1);
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
        cmocka_unit_test(test_languages),    cmocka_unit_test(test_endonyms),
        cmocka_unit_test(test_scripts),      cmocka_unit_test(test_invisible),
        cmocka_unit_test(test_bidi_order),   cmocka_unit_test(test_fontmap),
        cmocka_unit_test(test_bad_fontmaps), cmocka_unit_test(test_missing_font),
        cmocka_unit_test(test_our_fontmap),  cmocka_unit_test(test_words_without_catalogs),
        cmocka_unit_test(test_words_switch), cmocka_unit_test(test_plurals),
        cmocka_unit_test(test_plural_forms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
