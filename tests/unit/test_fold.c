// SPDX-License-Identifier: EUPL-1.2
// What a search takes for the same, and what it must tell apart.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <glib.h>

#include "base/utf8.h"
#include "text/fold.h"

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

enum { SAME = 1, OTHER = 0 };

// clang-format off
static const struct {
    const char *a, *b;
    int same;
} pairs[] = {
    // German
    {"Ausländerbehörde", "Auslaenderbehoerde", SAME},
    {"Ausländerbehörde", "AUSLANDERBEHORDE", SAME},
    {"Ausla\u0308nderbeho\u0308rde", "Ausländerbehörde", SAME},
    {"ÄRZTE", "Aerzte", SAME},
    {"Straße", "STRASSE", SAME},
    {"STRAẞE", "straße", SAME},
    {"Bürgerbüro", "buergerbuero", SAME},
    {"Steuer", "Steür", SAME},
    {"Aus\u00ADlän\u00ADder", "Ausländer", SAME},
    {"Steuer", "Feuer", OTHER},
    {"neue", "nein", OTHER},
    {"Masse", "Nase", OTHER},
    {"Bauer", "Bär", OTHER},
    // Other Latin
    {"café", "CAFE", SAME},
    {"cœur", "coeur", SAME},
    {"\uFB01nance", "finance", SAME},
    {"İstanbul", "istanbul", SAME},
    {"ISTANBUL", "ıstanbul", SAME},
    {"IŞIK", "ışık", SAME},
    {"Łódź", "lodz", SAME},
    {"međunarodni", "medunarodni", SAME},
    {"Đức", "duc", SAME},
    {"Tiếng Việt", "tieng viet", SAME},
    {"Tiê\u0301ng Viê\u0323t", "Tiếng Việt", SAME},
    {"tramvaiul știe", "tramvaiul ştie", SAME},
    {"nxënës", "nxenes", SAME},
    {"xwendin û", "XWENDIN Û", SAME},
    {"IJmuiden", "\u0132muiden", SAME},
    {"Ｅｍｄｅｎ", "Emden", SAME},
    {"m²", "m2", SAME},
    {"casa", "caza", OTHER},
    {"bad", "bat", OTHER},
    {"pólna", "palna", OTHER},
    // Cyrillic
    {"УКРАЇНА", "україна", SAME},
    {"ёлка", "елка", SAME},
    {"й", "и\u0306", SAME},
    {"мой", "мои", SAME},
    {"ґанок", "ганок", SAME},
    {"п'ять", "п’ять", SAME},
    {"п\u02BCять", "пять", SAME},
    {"в'їзд", "вїзд", SAME},
    {"замо\u0301к", "замок", SAME},
    {"бик", "бік", OTHER},
    {"єдиний", "едини", OTHER},
    {"шар", "щар", OTHER},
    {"мел", "мель", OTHER},
    {"рама", "pama", OTHER},  // Latin p
    // Arabic
    {"أحمد", "احمد", SAME},
    {"إقامة", "اقامه", SAME},
    {"آب", "اب", SAME},
    {"\u0671لله", "الله", SAME},
    {"مسؤول", "مسوول", SAME},
    {"قائمة", "قايمه", SAME},
    {"مستشفى", "مستشفي", SAME},
    {"كِتَابٌ", "كتاب", SAME},
    {"ه\u0670ذا", "هذا", SAME},
    {"سجـــل", "سجل", SAME},
    {"ﻻ", "لا", SAME},
    {"\u0642\u0631\u0622\u0646", "\u0642\u0631\u0627\u0653\u0646", SAME},
    {"باب", "تاب", OTHER},
    {"حال", "خال", OTHER},
    {"سار", "صار", OTHER},
    {"قلب", "كلب", OTHER},
    {"عين", "غين", OTHER},
    // Persian, Dari, Urdu
    {"كتاب", "کتاب", SAME},
    {"علي", "علی", SAME},
    {"می\u200Cروم", "میروم", SAME},
    {"خانهٔ", "خانه", SAME},
    {"خانۀ", "خانه", SAME},
    {"امضاء", "امضا", SAME},
    {"ہسپتال", "ھسپتال", SAME},
    {"مدرسۃ", "مدرسہ", SAME},
    {"گل", "کل", OTHER},
    {"پدر", "بدر", OTHER},
    {"لڑکی", "لڑکے", OTHER},
    {"ٹال", "تال", OTHER},
    // Sorani, Pashto
    {"ھەولێر", "هەولیر", SAME},
    {"کۆمەڵگا", "کومەلگا", SAME},
    {"گەڕەک", "گەرەک", SAME},
    {"ڵاو", "لاو", SAME},
    {"ژوند\u064E", "ژوند", SAME},
    {"اړتیاوې", "اړتياوی", SAME},
    {"ښځې", "ښځی", SAME},
    {"ګټه", "گټه", SAME},
    {"لېوۍ", "لیوی", SAME},
    {"ژن", "زن", OTHER},
    {"ډېر", "دېر", OTHER},
    {"ڤان", "فان", OTHER},
    {"ښار", "سار", OTHER},
    // Digits
    {"١١٢", "112", SAME},
    {"۱۱۲", "112", SAME},
    {"११२", "112", SAME},
    {"１１２", "112", SAME},
    {"112", "113", OTHER},
    // Ethiopic
    {"ሐኪም", "ሀኪም", SAME},
    {"ኃይል", "ሐይል", SAME},
    {"ሃገር", "ሀገር", SAME},
    {"ሠላም", "ሰላም", SAME},
    {"ዓለም", "አለም", SAME},
    {"ዕድሜ", "እድሜ", SAME},
    {"ፀሐይ", "ጸሀይ", SAME},
    {"ቍጥር", "ቁጥር", SAME},
    {"ጐንደር", "ጎንደር", SAME},
    {"ኣብ", "አብ", SAME},
    {"ክፍሊ፡ሓገዝ", "ክፍሊ ሓገዝ", SAME},
    {"ሰላ\u135Fም", "ሰላም", SAME},
    {"ሸማ", "ሰማ", OTHER},
    {"ቤት", "ቢት", OTHER},
    {"ጠና", "ተና", OTHER},
    {"ኸመይ", "ከመይ", OTHER},
    {"ጸሐይ", "ጠሐይ", OTHER},
    // Greek
    {"ΕΛΛΆΔΑ", "ελλαδα", SAME},
    {"δρόμος", "ΔΡΟΜΟΣ", SAME},
    {"δρομοσ", "δρόμος", SAME},
    {"ϊΰ", "ιυ", SAME},
    {"ἀρχή", "αρχη", SAME},
    {"ά", "α\u0301", SAME},
    {"γη", "γι", OTHER},
    {"ώμος", "όμος", OTHER},
    {"βάζο", "μάζο", OTHER},
    // Devanagari
    {"हिन्दी", "हिंदी", SAME},
    {"सम्पर्क", "संपर्क", SAME},
    {"कण्ठ", "कंठ", SAME},
    {"अङ्क", "अंक", SAME},
    {"हाँ", "हां", SAME},
    {"ज़रूरी", "जरूरी", SAME},
    {"फ\u093Cोन", "फोन", SAME},
    {"क्\u200Dष", "क्ष", SAME},
    {"नमस्ते।", "नमस्ते", SAME},
    {"का", "की", OTHER},
    {"कि", "की", OTHER},
    {"कल", "कला", OTHER},
    {"करम", "कर्म", OTHER},
    {"दिन", "दीन", OTHER},
    {"बस", "बंस", OTHER},
    // Georgian
    {"ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ", "საქართველო", SAME},
    {"Თბილისი", "თბილისი", SAME},
    {"ქალაქი.", "ქალაქი", SAME},
    {"„სკოლა“", "სკოლა", SAME},
    {"სამუშაო\u00A0ადგილი", "სამუშაო ადგილი", SAME},
    {"კარი", "ქარი", OTHER},
    {"ტანი", "თანი", OTHER},
    {"წელი", "ჭელი", OTHER},
    {"პური", "ფური", OTHER},
    // Chinese
    {"ＡＢＣ中文", "abc中文", SAME},
    {"登记，居住", "登记 居住", SAME},
    {"「学校」", "学校", SAME},
    {"中\u200B文", "中文", SAME},
    {"\u2F00", "一", SAME},
    {"第１０号", "第10号", SAME},
    {"居住。", "居住", SAME},
    {"大学", "太学", OTHER},
    {"人", "入", OTHER},
    {"己", "已", OTHER},
    // Signs
    {"  Amt \t für\n\nArbeit ", "amt fur arbeit", SAME},
    {"B.A.M.F.", "BAMF", SAME},
    {"E-Mail", "Email", SAME},
    {"E\u2011Mail-Adresse", "email adresse", SAME},
    {"U-Bahn", "UBahn", SAME},
    {"т.е.", "те", SAME},
    {"E.09", "E 09", SAME},
    {"B1-Prüfung", "b1 prufung", SAME},
    {"Kita-Platz", "kita platz", SAME},
    {"Nr.5", "nr 5", SAME},
    {"l’emploi", "l emploi", SAME},
    {"su'aal", "suaal", SAME},
    {"don´t", "don't", SAME},
    {"‘Amt’", "amt", SAME},
    {"\u2067112\u2069", "112", SAME},
    {"8:00–12:00", "8 00 12 00", SAME},
    {"1\uFE0F\u20E3", "1", SAME},
    {"§ € + …", "", SAME},
    {"E-Mail", "E Mail", OTHER},
    {"da er", "dar", OTHER},
    {"Kita-Platz", "Kitaplatz", OTHER},
};
// clang-format on

static void test_pairs(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    int wrong = 0;
    for (size_t i = 0; i < COUNT(pairs); i++) {
        const char *a = folded(arena, pairs[i].a), *b = folded(arena, pairs[i].b);
        if ((strcmp(a, b) == 0) == pairs[i].same)
            continue;
        print_error("%s, %s: `%s`, `%s`\n", pairs[i].a, pairs[i].b, a, b);
        wrong++;
    }
    assert_int_equal(wrong, 0);
    arena_free(arena);
}

// What stands in the header, to the byte.
static const struct {
    const char *text, *folded;
} results[] = {
    {"", ""},
    {" ", ""},
    {"neue Ausländerbehörde", "neu auslanderbehorde"},
    {"„E-Mail“ (B.A.M.F.)", "email bamf"},
    {"-a- .b. 'c'", "a b c"},
    {"aeeé", "a"},
    {"ἀρχῇ", "αρχη"},
    {"كِتَابٌ ١٢", "\u06A9تاب 12"},
};

static void test_results(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < COUNT(results); i++)
        assert_string_equal(folded(arena, results[i].text), results[i].folded);
    arena_free(arena);
}

// The beginning of a text folds to a beginning of the folded text.
static void test_beginnings(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < COUNT(pairs); i++) {
        const char *text = pairs[i].a, *whole = folded(arena, text);
        if (strstr(text, "ङ्") || strstr(text, "ण्") || strstr(text, "म्"))
            continue;
        for (const char *at = text; *at;) {
            utf8_next(&at);
            const char *part = folded(arena, arena_copy(arena, text, (size_t)(at - text)));
            if (strncmp(whole, part, strlen(part)) != 0)
                fail_msg("%s: `%s` is no beginning of `%s`", text, part, whole);
        }
    }
    arena_free(arena);
}

static void check(struct arena *arena, const char *text)
{
    const char *once = folded(arena, text), *twice = folded(arena, once);
    size_t length = strlen(once);
    if (strcmp(once, twice) != 0)
        fail_msg("`%s`: once `%s`, twice `%s`", text, once, twice);
    assert_int_equal(utf8_check(once, length), length);
    assert_true(length <= 11 * strlen(text));
    assert_false(length && (once[0] == ' ' || once[length - 1] == ' '));
    assert_null(strstr(once, "  "));
}

// Every code point alone, after a letter, between letters; assigned or not.
static void test_every_character(void **state)
{
    (void)state;
    static const char *const frames[] = {"%s", "a%s", "a%se", "un%sm\u094D", "%s%s%s"};
    struct arena *arena = arena_new();
    for (uint32_t c = 1; c <= 0x10FFFF; c++) {
        if (c >= 0xD800 && c < 0xE000)
            continue;
        char text[5] = "", framed[32];
        utf8_put(text, c);
        for (size_t i = 0; i < COUNT(frames); i++) {
            snprintf(framed, sizeof framed, frames[i], text, text, text);
            check(arena, framed);
        }
        arena_reset(arena);
    }
    arena_free(arena);
}

// What differs only in the form of normalization or in case is the same.
static void test_forms(void **state)
{
    (void)state;
    static const GNormalizeMode modes[] = {G_NORMALIZE_NFD, G_NORMALIZE_NFC};
    struct arena *arena = arena_new();
    for (size_t i = 0; i < COUNT(pairs); i++) {
        const char *whole = folded(arena, pairs[i].a);
        for (size_t m = 0; m < COUNT(modes); m++) {
            char *other = g_utf8_normalize(pairs[i].a, -1, modes[m]);
            assert_string_equal(folded(arena, other), whole);
            g_free(other);
        }
        char *upper = g_utf8_strup(pairs[i].a, -1);
        assert_string_equal(folded(arena, upper), whole);
        g_free(upper);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pairs),      cmocka_unit_test(test_results),
        cmocka_unit_test(test_beginnings), cmocka_unit_test(test_every_character),
        cmocka_unit_test(test_forms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
