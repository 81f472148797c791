// SPDX-License-Identifier: EUPL-1.2
// What people type, in ten languages, and what they mean: the first hit in the town's own guide.
// Misspelt, unfinished, German in a foreign interface, umlauts as ae, oe, ue, without accents,
// Arabic letters of another keyboard.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "guide/load.h"
#include "guide/search.h"

#define COUNT(rows) (sizeof rows / sizeof *rows)

static const struct {
    const char *language, *query, *first;
} queries[] = {
    // German
    {"de", "anmelden", "registration"},
    {"de", "Wohnung", "find-flat"},
    {"de", "mietvertrag", "rental-contract"},
    {"de", "kaution", "rental-contract"},
    {"de", "Konto", "bank-account"},
    {"de", "steuer id", "tax-id"},
    {"de", "Steuer-ID", "tax-id"},
    {"de", "Fuehrerschein", "driving-licence"},
    {"de", "fuhrerschein", "driving-licence"},
    {"de", "führerscheim", "driving-licence"},
    {"de", "Muell", "waste-quiet-hours"},
    {"de", "rundfunk", "broadcasting-fee"},
    {"de", "Agentor fur Arbiet", "agentur-fuer-arbeit"},
    {"de", "auslaenderbehoerde", "auslaenderbehoerde"},
    {"de", "auslanderbehorde", "auslaenderbehoerde"},
    {"de", "kindergeld", "child-benefit"},
    {"de", "Hebame", "pregnancy"},
    {"de", "duldung", "residence-papers"},
    {"de", "deutschland ticket", "bus-train"},
    {"de", "112", "emergency"},
    // Plain German, with the same words
    {"de-simple", "schule", "school"},
    {"de-simple", "arzt", "doctor"},
    {"de-simple", "krankenversicherung", "health-insurance"},
    // English
    {"en", "school", "school"},
    {"en", "scool", "school"},
    {"en", "doctor", "doctor"},
    {"en", "docter", "doctor"},
    {"en", "flat", "find-flat"},
    {"en", "driving", "driving-licence"},
    {"en", "bank", "bank-account"},
    {"en", "rubbish", "waste-quiet-hours"},
    {"en", "midwife", "pregnancy"},
    {"en", "kita", "kindergarten"},
    {"en", "Anmeldung", "registration"},
    {"en", "wohnsitz", "registration"},
    {"en", "learn german", "learn-german"},
    {"en", "german learn", "learn-german"},
    {"en", "jobcenter", "jobcenter"},
    // French
    {"fr", "ecole", "school"},
    {"fr", "École", "school"},
    {"fr", "medecin", "doctor"},
    {"fr", "logement", "find-flat"},
    {"fr", "permis de conduire", "driving-licence"},
    {"fr", "allocations", "child-benefit"},
    {"fr", "Führerschein", "driving-licence"},
    {"fr", "allemand", "learn-german"},
    // Turkish
    {"tr", "okul", "school"},
    {"tr", "OKUL", "school"},
    {"tr", "doktor", "doctor"},
    {"tr", "ehliyet", "driving-licence"},
    {"tr", "cop", "waste-quiet-hours"},
    {"tr", "çocuk parası", "child-benefit"},
    {"tr", "cocuk parasi", "child-benefit"},
    {"tr", "siddet", "violence"},
    {"tr", "Kindergeld", "child-benefit"},
    // Ukrainian
    {"uk", "школа", "school"},
    {"uk", "школ", "school"},
    {"uk", "шкоал", "school"},
    {"uk", "лікар", "doctor"},
    {"uk", "ликар", "doctor"},
    {"uk", "житло", "find-flat"},
    {"uk", "рахунок", "bank-account"},
    {"uk", "водійське", "driving-licence"},
    {"uk", "автобус", "bus-train"},
    {"uk", "Anmeldung", "registration"},
    {"uk", "aufenthaltstitel", "residence-permit"},
    {"uk", "schule", "school"},
    // Russian
    {"ru", "врач", "doctor"},
    {"ru", "квартира", "find-flat"},
    {"ru", "школа", "school"},
    {"ru", "права водительские", "driving-licence"},
    {"ru", "счет", "bank-account"},
    {"ru", "счёт", "bank-account"},
    {"ru", "насилие", "violence"},
    {"ru", "пособие", "child-benefit"},
    {"ru", "Wohnsitz", "registration"},
    // Bulgarian
    {"bg", "училище", "school"},
    {"bg", "лекар", "doctor"},
    {"bg", "боклук", "waste-quiet-hours"},
    {"bg", "шофьорска", "driving-licence"},
    // Arabic, also as Persian and Egyptian keyboards write it
    {"ar", "مدرسة", "school"},
    {"ar", "المدرسه", "school"},
    {"ar", "طبيب", "doctor"},
    {"ar", "الطبیب", "doctor"},
    {"ar", "سكن", "find-flat"},
    {"ar", "رخصة القيادة", "driving-licence"},
    {"ar", "الالمانية", "learn-german"},
    {"ar", "اعانة الاطفال", "child-benefit"},
    {"ar", "حساب", "bank-account"},
    {"ar", "والسكن", "find-flat"},
    {"ar", "للطبيب", "doctor"},
    {"ar", "بالمدرسة", "school"},
    {"ar", "عثور على السكن", "find-flat"},
    {"ar", "Kindergeld", "child-benefit"},
    // Persian, also with Arabic letters
    {"fa", "مدرسه", "school"},
    {"fa", "پزشک", "doctor"},
    {"fa", "پزشك", "doctor"},
    {"fa", "گواهینامه", "driving-licence"},
    {"fa", "مهد کودک", "kindergarten"},
    {"fa", "اتوبوس", "bus-train"},
    {"fa", "خانه", "find-flat"},
    {"fa", "Wohnung", "find-flat"},
    // Amharic and Tigrinya, which have the core of the guide, with words like "of" and "for" before
    {"am", "የሥራ", "agentur-fuer-arbeit"},
    {"am", "ለልጆች", "familienkasse"},
    {"ti", "ንስራሕ", "agentur-fuer-arbeit"},
};

// clang-format off

// Broad words: at most so many pages and offices, among them, somewhere, this one.
static const struct {
    const char *language, *query;
    size_t pages, offices;
    const char *one;
} limits[] = {
    {"de", "schule", 5, 1, "school"},
    {"de", "arbeit", 8, 3, "employers"},
    {"de", "kind", 10, 2, "kindergarten"},
    {"de", "miete", 6, 2, "rental-contract"},
    {"de", "deutsch", 8, 1, "vhs"},
    {"de", "führerschein", 1, 0, "driving-licence"},
    {"de", "wohnen", 3, 1, "find-flat"},
    {"de", "gesundheit", 3, 1, "doctor"},
    {"de", "geld", 18, 6, "jobcenter"},
    {"en", "work", 8, 2, "agentur-fuer-arbeit"},
    {"en", "school", 5, 2, "kindergarten"},
    {"fr", "travail", 8, 1, "employers"},
    {"tr", "okul", 4, 2, "school"},
    {"uk", "schule", 5, 1, "vhs"},
    {"uk", "школа", 4, 0, "kindergarten"},
    {"uk", "школи", 10, 2, "school"},
    {"uk", "здоров'я", 3, 1, "doctor"},
    {"ru", "работа", 8, 1, "employers"},
    {"ar", "طبيب", 4, 2, "pregnancy"},
    {"ar", "السكن", 7, 4, "rental-contract"},
    {"ar", "سكن", 7, 4, "rental-contract"},
    {"fa", "خانه", 7, 2, "fd-wohnen"},
    {"zh-Hans", "学校", 4, 2, "school"},
};

// With and without what is glued to it, a word finds the same first hits; but in languages without
// an article its letters belong to the word.
static const struct {
    const char *language, *glued, *bare;
    bool same;
} glued[] = {
    {"ar", "السكن", "سكن", true},     {"ar", "والسكن", "سكن", true},
    {"ar", "المدرسة", "مدرسة", true}, {"ar", "وبالمدرسة", "مدرسة", true},
    {"ar", "فالعمل", "عمل", true},    {"ar", "كالطبيب", "طبيب", true},
    {"ar", "وللأطفال", "أطفال", true}, {"am", "የሥራ", "ሥራ", true},
    {"am", "በትምህርት", "ትምህርት", true}, {"ti", "ንስራሕ", "ስራሕ", true},
    {"fa", "الخانه", "خانه", false},  {"ckb", "الکار", "کار", false},
};
// clang-format on

// In every language: nothing but signs finds nothing, nor does nonsense.
static const char *const nothing[] = {"", " ", "…", "xyzzyplugh", "ъъъъъъъъ"};

static struct guide *guide;

static int open_guide(void **state)
{
    (void)state;
    struct faults faults = {0};
    guide = guide_load("content", (struct date){0}, &faults);
    faults_free(&faults);
    return guide ? 0 : -1;
}

static int close_guide(void **state)
{
    (void)state;
    guide_free(guide);
    return 0;
}

static const char *id_of(const struct hit *hit)
{
    return hit->page ? hit->page->id : hit->office->id;
}

static void test_first_hits(void **state)
{
    (void)state;
    int wrong = 0;
    struct search *search = NULL;
    for (size_t i = 0; i < COUNT(queries); i++) {
        if (i == 0 || strcmp(queries[i].language, queries[i - 1].language) != 0) {
            search_free(search);
            search = search_new(guide, guide_language(guide, queries[i].language));
        }
        struct hit hit = {0};
        bool found = search_find(search, queries[i].query, &hit, 1) == 1;
        if (found && strcmp(id_of(&hit), queries[i].first) == 0)
            continue;
        print_error("%s: `%s`: wanted %s, got %s\n", queries[i].language, queries[i].query,
                    queries[i].first, found ? id_of(&hit) : "nothing");
        wrong++;
    }
    search_free(search);
    printf("# %zu queries, %d with another first hit\n", COUNT(queries), wrong);
    assert_int_equal(wrong, 0);
}

static void test_nothing(void **state)
{
    (void)state;
    struct hit hits[8];
    struct search *search = search_new(guide, 0);
    for (size_t i = 0; i < COUNT(nothing); i++)
        assert_int_equal(search_find(search, nothing[i], hits, COUNT(hits)), 0);
    search_free(search);
}

static void test_limits(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT(limits); i++) {
        struct hit hits[100];
        struct search *search = search_new(guide, guide_language(guide, limits[i].language));
        size_t count = search_find(search, limits[i].query, hits, COUNT(hits)), pages = 0;
        bool found = false;
        for (size_t h = 0; h < count; h++) {
            pages += hits[h].page != NULL;
            found |= strcmp(id_of(&hits[h]), limits[i].one) == 0;
        }
        search_free(search);
        if (found && pages <= limits[i].pages && count - pages <= limits[i].offices)
            continue;
        print_error("%s: `%s`: %zu pages, %zu offices, %s %s\n", limits[i].language,
                    limits[i].query, pages, count - pages, found ? "with" : "without",
                    limits[i].one);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void test_glued(void **state)
{
    (void)state;
    enum { FIRST = 4 };
    int wrong = 0;
    for (size_t i = 0; i < COUNT(glued); i++) {
        struct hit with[FIRST], without[FIRST];
        struct search *search = search_new(guide, guide_language(guide, glued[i].language));
        size_t count = search_find(search, glued[i].glued, with, FIRST);
        bool same = count > 0 && count == search_find(search, glued[i].bare, without, FIRST);
        for (size_t h = 0; same && h < count; h++)
            same = strcmp(id_of(&with[h]), id_of(&without[h])) == 0;
        search_free(search);
        if (same == glued[i].same)
            continue;
        print_error("%s: `%s` and `%s`: %s\n", glued[i].language, glued[i].glued, glued[i].bare,
                    same ? "the same" : "not the same");
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

// As many as asked for, the best first, none twice.
static void test_order(void **state)
{
    (void)state;
    struct hit hits[100], few[3];
    struct search *search = search_new(guide, 0);
    size_t count = search_find(search, "termin", hits, COUNT(hits));
    assert_true(count > 3);
    assert_int_equal(search_find(search, "termin", few, COUNT(few)), 3);
    for (size_t i = 0; i < count; i++) {
        assert_true(!hits[i].page != !hits[i].office);
        assert_true(i == 0 || hits[i].score <= hits[i - 1].score);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(id_of(&hits[i]), id_of(&hits[j]));
    }
    for (size_t i = 0; i < COUNT(few); i++)
        assert_string_equal(id_of(&few[i]), id_of(&hits[i]));
    search_free(search);
}

static void test_match(void **state)
{
    (void)state;
    assert_int_equal(search_match("schul", "Schule"), 5);
    assert_int_equal(search_match("fuehr", "Führerschein"), strlen("Führ"));
    assert_int_equal(search_match("школ", "школи"), strlen("школ"));
    assert_int_equal(search_match("bank konto", "Konto"), 5);
    assert_int_equal(search_match("schul", "Kita"), 0);
    assert_int_equal(search_match("", "Kita"), 0);
    assert_int_equal(search_match("سكن", "والسكن"), strlen("والسكن"));
    assert_int_equal(search_match("السكن", "سكنية"), strlen("سكن"));
    assert_int_equal(search_match("الس", "السكن"), strlen("الس"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first_hits), cmocka_unit_test(test_limits),
        cmocka_unit_test(test_glued),      cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_order),      cmocka_unit_test(test_match),
    };
    return cmocka_run_group_tests(tests, open_guide, close_guide);
}
