// SPDX-License-Identifier: EUPL-1.2
// Loading a small good folder, digests, stamps and outdated blocks.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "guide/address.h"
#include "guide/digest.h"
#include "guide/glue.h"
#include "guide/isolate.h"
#include "guide/load.h"
#include "guide/suggest.h"

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

static const struct date today = {2026, 11, 20};

// ---- A copy of the good folder that may be changed -------------------------------------------

static const char *const files[] = {
    "guide.xml",
    "facts.xml",
    "offices/buergerbuero.xml",
    "de/guide.xml",
    "de/offices/buergerbuero.xml",
    "de/pages/emergency.xml",
    "de/pages/registration.xml",
    "uk/guide.xml",
    "uk/offices/buergerbuero.xml",
    "uk/pages/emergency.xml",
    "uk/pages/registration.xml",
};

struct fixture {
    struct arena *arena;
    char folder[64];
    struct faults faults;
};

static const char *path_of(struct fixture *fixture, const char *name)
{
    return arena_print(fixture->arena, "%s/%s", fixture->folder, name);
}

static char *read_text(struct fixture *fixture, const char *path)
{
    size_t length;
    char *text = file_read(fixture->arena, path, 1024 * 1024, &length, &fixture->faults);
    assert_non_null(text);
    return text;
}

static void write_text(struct fixture *fixture, const char *path, const char *text)
{
    assert_true(file_write(path, text, strlen(text), &fixture->faults));
}

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    if (!fixture)
        return -1;
    fixture->arena = arena_new();
    strcpy(fixture->folder, "/tmp/wegweiser-test-XXXXXX");
    if (!mkdtemp(fixture->folder))
        return -1;
    for (size_t i = 0; i < COUNT(files); i++) {
        const char *from = arena_print(fixture->arena, "tests/content/good/%s", files[i]);
        write_text(fixture, path_of(fixture, files[i]), read_text(fixture, from));
    }
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    folder_remove(fixture->folder);
    faults_free(&fixture->faults);
    arena_free(fixture->arena);
    free(fixture);
    return 0;
}

static const char *replaced(struct fixture *fixture, const char *text, const char *from,
                            const char *to)
{
    const char *at = strstr(text, from);
    assert_non_null(at);
    return arena_print(fixture->arena, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

static void change(struct fixture *fixture, const char *name, const char *from, const char *to)
{
    const char *path = path_of(fixture, name);
    write_text(fixture, path, replaced(fixture, read_text(fixture, path), from, to));
}

static struct guide *load(struct fixture *fixture)
{
    faults_free(&fixture->faults);
    struct guide *guide = guide_load(fixture->folder, today, &fixture->faults);
    if (!guide)
        faults_write(&fixture->faults, stderr);
    assert_non_null(guide);
    return guide;
}

static const struct words *uk_words(const struct guide *guide, const char *page)
{
    return words_in(&page_find(guide, page)->words, guide_language(guide, "uk"));
}

static size_t count_outdated(const struct block *blocks, size_t count)
{
    size_t outdated = 0;
    for (size_t i = 0; i < count; i++)
        outdated +=
            blocks[i].outdated + count_outdated(blocks[i].children.items, blocks[i].children.count);
    return outdated;
}

static size_t outdated_in(const struct words *words)
{
    return count_outdated(words->blocks.items, words->blocks.count);
}

// ---- The model -------------------------------------------------------------------------------

static void test_model(void **state)
{
    struct fixture *fixture = *state;
    struct guide *guide = load(fixture);
    assert_int_equal(fixture->faults.list.count, 0);
    assert_string_equal(guide->town, "Musterstadt");
    assert_int_equal(guide->review_months, 12);
    assert_int_equal(guide->newest.month, 11);
    assert_int_equal(guide->languages.count, 2);
    assert_true(guide->offered[0] && guide->offered[1]);
    assert_int_equal(guide->pages.count, 2);
    assert_int_equal(guide->offices.count, 1);
    assert_int_equal(guide->topics.count, 2);
    assert_int_equal(guide->topics.items[1].pages.count, 2);
    assert_string_equal(page_find(guide, "registration")->topic->id, "arrive");
    assert_true(page_find(guide, "emergency")->sensitive);
    assert_ptr_equal(guide->emergency_page, page_find(guide, "emergency"));
    assert_int_equal(guide->emergency.count, 2);
    assert_string_equal(guide->emergency.items[1]->shown, "116\u00A0117");
    assert_null(page_find(guide, "anmeldung"));
    assert_string_equal(guide->retired.items[0].now, "registration");
    guide_free(guide);
}

static void test_office(void **state)
{
    struct guide *guide = load(*state);
    const struct office *office = office_find(guide, "buergerbuero");
    const struct site *site = &office->sites.items[0];
    const struct hours *hours = site->hours;
    assert_string_equal(office->phones.items[0].shown, "+49\u00A030\u00A023125\u2060-\u2060400");
    assert_string_equal(office->phones.items[0].plain, "+49-30-23125-400");
    assert_string_equal(office->origin.owner, "FD 433");
    assert_string_equal(site->address->origin.source, "the tests");
    assert_int_equal(hours->slots.count, 3);
    assert_int_equal(hours->slots.items[0].days, 31);
    assert_int_equal(hours->slots.items[1].by, ATTENDANCE_APPOINTMENT);
    assert_int_equal(hours->slots.items[2].weeks, 5);
    assert_int_equal(hours->specials.items[0].to, 10 * 60);
    assert_int_equal(hours->to.year, 0);
    assert_int_equal(site->entrance, ENTRANCE_STEP_FREE);
    assert_int_equal(office->speaks.count, 3);
    assert_true(office->interpreting_video && !office->interpreting_person);
    guide_free(guide);
}

static void test_pieces(void **state)
{
    struct guide *guide = load(*state);
    const struct words *words = uk_words(guide, "registration");
    const struct block *steps = block_find(words, BLOCK_STEPS, NULL);
    const struct block *list = &steps->children.items[1].children.items[1];
    const struct piece *term = &list->children.items[1].text.items[0];
    const struct block *note = block_find(words, BLOCK_NOTE, NULL);
    const struct pieces *fee = &note->children.items[1].text;
    assert_string_equal(words->language->tag, "uk");
    assert_int_equal(term->kind, PIECE_TERM);
    assert_string_equal(term->german, "Wohnungs\u00ADgeber\u00ADbestätigung");
    assert_string_equal(pieces_text(guide->arena, fee),
                        "Кожна квартира платить щомісяця 18,36\u00A0€.");
    assert_int_equal(fee->items[1].kind, PIECE_BOLD);
    const struct words *german = words_in(&page_find(guide, "registration")->words, 0);
    steps = block_find(german, BLOCK_STEPS, NULL);
    assert_string_equal(
        pieces_text(guide->arena, &steps->children.items[0].children.items[1].text),
        "Rufen Sie an, z.\u00A0B. am Vormittag von 8:00\u2060–\u206012:00\u00A0Uhr.");
    assert_null(steps->children.items[1].children.items[1].children.items[1].text.items[0].german);
    guide_free(guide);
}

static void test_address(void **state)
{
    struct guide *guide = load(*state);
    assert_string_equal(page_address(guide->arena, guide, language_find("uk"), "emergency"),
                        "https://musterstadt.example/uk/p/emergency/");
    assert_string_equal(office_address(guide->arena, guide, NULL, "buergerbuero"),
                        "https://musterstadt.example/o/buergerbuero/");
    guide_free(guide);
}

static void test_due(void **state)
{
    struct guide *guide = load(*state);
    const struct origin *origin = &page_find(guide, "emergency")->origin;
    const struct origin sample = {.sample = true};
    assert_false(origin_is_due(guide, origin, (struct date){2027, 11, 1}));
    assert_true(origin_is_due(guide, origin, (struct date){2027, 11, 2}));
    assert_false(origin_is_due(guide, &sample, (struct date){2099, 1, 1}));
    guide_free(guide);
}

// ---- Digests and stamps ----------------------------------------------------------------------

static void test_digest(void **state)
{
    (void)state;
    assert_int_equal(digest_bytes("", 0), 0x811C ^ 0x9DC5);
    assert_int_equal(digest_bytes("a", 1), 0xE40C ^ 0x292C);
}

static void test_outdated(void **state)
{
    struct fixture *fixture = *state;
    change(fixture, "de/pages/registration.xml", "Termin buchen", "Termin holen");
    struct guide *guide = load(fixture);
    const struct words *words = uk_words(guide, "registration");
    const struct block *steps = block_find(words, BLOCK_STEPS, NULL);
    assert_true(steps->children.items[0].children.items[0].outdated);
    assert_int_equal(outdated_in(words), 1);
    assert_int_equal(outdated_in(uk_words(guide, "emergency")), 0);
    assert_int_equal(fixture->faults.list.count, 1);
    assert_int_equal(fixture->faults.list.items[0].place.line, 12);
    guide_free(guide);
}

// Neither line breaks, soft hyphens nor new facts make a translation outdated.
static void test_still_right(void **state)
{
    struct fixture *fixture = *state;
    change(fixture, "de/pages/registration.xml", "Pass oder Ausweis", "Pass\n  oder Aus\u00ADweis");
    change(fixture, "facts.xml", "18.36", "19.12");
    struct guide *guide = load(fixture);
    assert_int_equal(outdated_in(uk_words(guide, "registration")), 0);
    guide_free(guide);
}

// A block was added on both sides, the file not stamped yet: only the new one is outdated.
static void test_added_block(void **state)
{
    struct fixture *fixture = *state;
    change(fixture, "de/pages/registration.xml", "<h>So geht", "<p>Neu.</p><h>So geht");
    change(fixture, "uk/pages/registration.xml", "<h>Як це", "<p>Нове.</p><h>Як це");
    struct guide *guide = load(fixture);
    const struct words *words = uk_words(guide, "registration");
    assert_int_equal(outdated_in(words), 1);
    assert_true(block_find(words, BLOCK_PARAGRAPH, NULL)->outdated);
    guide_free(guide);
}

static const char *digests_of(struct fixture *fixture, struct guide *guide, const char *page)
{
    struct buf digests = {0};
    digests_print(page_find(guide, page)->words.in[0], &digests);
    const char *copy = arena_text(fixture->arena, digests.text);
    buf_free(&digests);
    return copy;
}

// How the attribute may stand in a file, and around it what must not change.
static const struct {
    const char *name, *before, *after;  // of the start tag; %s: the digests
} stamps[] = {
    {"no attribute", "<page id=\"emergency\" xml:lang=\"uk\">",
     "<page id=\"emergency\" xml:lang=\"uk\" translates=\"%s\">"},
    {"an old one", "<page id=\"emergency\" translates=\"0000 1111\" xml:lang=\"uk\">",
     "<page id=\"emergency\" translates=\"%s\" xml:lang=\"uk\">"},
    {"single quotes, spaces, lines",
     "<page\n id='emergency'\r\n translates = '0000'\n xml:lang='uk'\n>",
     "<page\n id='emergency'\r\n translates = '%s'\n xml:lang='uk'\n>"},
    {"an empty one", "<page translates=\"\" id=\"emergency\" xml:lang=\"uk\" >",
     "<page translates=\"%s\" id=\"emergency\" xml:lang=\"uk\" >"},
    {"space before the end", "<page id=\"emergency\" xml:lang=\"uk\"\n  >",
     "<page id=\"emergency\" xml:lang=\"uk\" translates=\"%s\"\n  >"},
};

static const struct faults none = {0};

static void check_stamp(struct fixture *fixture, const char *original, const char *before,
                        const char *after)
{
    const char *path = path_of(fixture, "uk/pages/emergency.xml");
    const char *end = strchr(strstr(original, "<page"), '>') + 1;
    const char *body = arena_print(fixture->arena, "<!-- <page translates='x'> -->%s\r\n", end);
    write_text(fixture, path, arena_print(fixture->arena, "\uFEFF%s%s", before, body));
    struct guide *guide = load(fixture);
    assert_true(translation_stamp(guide, path, &none, &fixture->faults));
    const char *digests = digests_of(fixture, guide, "emergency");
    guide_free(guide);
    const char *wanted =
        arena_print(fixture->arena, "\uFEFF%s%s", replaced(fixture, after, "%s", digests), body);
    assert_string_equal(read_text(fixture, path), wanted);
    guide = load(fixture);
    assert_int_equal(outdated_in(uk_words(guide, "emergency")), 0);
    guide_free(guide);
}

static void test_stamp(void **state)
{
    struct fixture *fixture = *state;
    const char *original = read_text(fixture, path_of(fixture, "uk/pages/emergency.xml"));
    for (size_t i = 0; i < COUNT(stamps); i++) {
        print_message("%s\n", stamps[i].name);
        check_stamp(fixture, original, stamps[i].before, stamps[i].after);
    }
}

static void test_stamp_refuses(void **state)
{
    struct fixture *fixture = *state;
    struct guide *guide = load(fixture);
    assert_false(
        translation_stamp(guide, path_of(fixture, "de/guide.xml"), &none, &fixture->faults));
    assert_false(translation_stamp(guide, path_of(fixture, "facts.xml"), &none, &fixture->faults));
    assert_false(translation_stamp(guide, path_of(fixture, "none.xml"), &none, &fixture->faults));
    assert_int_equal(fixture->faults.errors, 3);
    guide_free(guide);
}

// ---- Faults ----------------------------------------------------------------------------------

// One of each subject; the messages themselves are tested with the bad folders.
static const struct {
    const char *file, *from, *to;
    int line;
} faulty[] = {
    {"guide.xml", "ref=\"registration\"", "ref=\"registraton\"", 18},
    {"facts.xml", "unit=\"week\"", "unit=\"weeks\"", 4},
    {"offices/buergerbuero.xml", "+49 30 23125-400", "030 / 23125400", 18},
    {"offices/buergerbuero.xml", "\"15:00\" to=\"16:00\"", "\"11:30\" to=\"16:00\"", 13},
    {"de/pages/registration.xml", "</steps>", "", 31},
    {"de/pages/registration.xml", "Termin", "Ter\u202Emin", 12},
    {"de/pages/emergency.xml", "verified=\"2026-11-01\"", "verified=\"2026-11-21\"", 3},
    {"uk/pages/emergency.xml", "<p>", "<h>А</h><p>", 9},
    {"uk/pages/emergency.xml", "xml:lang=\"uk\"", "xml:lang=\"ru\"", 3},
};

static void test_faults(void **state)
{
    struct fixture *fixture = *state;
    for (size_t i = 0; i < COUNT(faulty); i++) {
        const char *path = path_of(fixture, faulty[i].file);
        const char *good = read_text(fixture, path);
        change(fixture, faulty[i].file, faulty[i].from, faulty[i].to);
        faults_free(&fixture->faults);
        print_message("%s:%d\n", faulty[i].file, faulty[i].line);
        assert_null(guide_load(fixture->folder, today, &fixture->faults));
        const struct fault *fault = &fixture->faults.list.items[0];
        for (size_t j = 0; fault->severity == SEVERITY_WARNING; j++)
            fault = &fixture->faults.list.items[j];
        assert_string_equal(fault->place.file, path);
        assert_int_equal(fault->place.line, faulty[i].line);
        write_text(fixture, path, good);
    }
}

static void test_clock_behind(void **state)
{
    struct fixture *fixture = *state;
    struct guide *guide = guide_load(fixture->folder, (struct date){0}, &fixture->faults);
    assert_non_null(guide);
    assert_int_equal(fixture->faults.list.count, 0);
    guide_free(guide);
}

// ---- Small parts -----------------------------------------------------------------------------

static void test_glue(void **state)
{
    static const struct {
        const char *text, *glued, *before, *after;
    } rows[] = {
        {"15 Minuten, 600 Stunden", "15\u00A0Minuten, 600\u00A0Stunden", "", ""},
        {"seit 2026 neu", "seit 2026 neu", "", ""},
        {"um 12:30 Uhr", "um 12:30\u00A0Uhr", "", ""},
        {"Zimmer 12, 2. Stock", "Zimmer 12, 2. Stock", "", ""},
        {"15 دقيقة", "15\u00A0دقيقة", "", ""},
        {"15 分钟", "15\u00A0分钟", "", ""},
        {"у місті і в селі", "у\u00A0місті і\u00A0в\u00A0селі", "", ""},
        {"е 18,36 €", "е\u00A018,36\u00A0€", "", ""},
        {"+49 4921 87-180 an", "+49\u00A04921\u00A087\u2060-\u2060180 an", "", ""},
        {"10,80 € im Monat", "10,80\u00A0€ im Monat", "", ""},
        {"§ 17, §§ 18", "§\u00A017, §§\u00A018", "", ""},
        {"z. B. hier, d. h. da", "z.\u00A0B. hier, d.\u00A0h. da", "", ""},
        {"im 2. B. Haus", "im 2. B. Haus", "", ""},
        {"Ende. A. Meyer", "Ende. A. Meyer", "", ""},
        {"т. д.", "т.\u00A0д.", "", ""},
        {"8:00–12:00", "8:00\u2060–\u206012:00", "", ""},
        {"ab-12", "ab-12", "", ""},
        {"bis § ", "bis §\u00A0", "", "17"},
        {" € oder", "\u00A0€ oder", "Preis: 5", ""},
        {" Wochen", "\u00A0Wochen", "in 2", ""},
        {" Wochen", " Wochen", "2026", ""},
        {" z. ", " z.\u00A0", "", "B."},
        {"", "", "1", "2"},
    };
    (void)state;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_string_equal(glued(arena, rows[i].before, rows[i].text, rows[i].after),
                            rows[i].glued);
    arena_free(arena);
}

// What runs from left to right in right-to-left words; U+2066 … U+2069 written as < >.
static void test_isolate(void **state)
{
    (void)state;
    static const struct {
        const char *text, *isolated;
    } rows[] = {
        {"", ""},
        {"سجل", "سجل"},
        {"هاتف +49 30 23125-412.", "هاتف <+49 30 23125-412>."},
        {"(112)، 116\u00A0117", "(112)، <116\u00A0117>"},
        {"8:00 إلى 12:30", "<8:00> إلى <12:30>"},
        {"8:00\u2060–\u206012:30", "<8:00\u2060–\u206012:30>"},
        {"24.12.2026 -", "<24.12.2026> -"},
        {"18,36\u00A0€ شهر", "<18,36\u00A0€> شهر"},
        {"50% أو €\u00A05 أو §\u00A017", "<50%> أو <€\u00A05> أو <§\u00A017>"},
        {"€ فقط", "€ فقط"},
        {"15\u00A0دقيقة", "15\u00A0دقيقة"},
        {"8:00\u00A0Uhr أو", "<8:00\u00A0Uhr> أو"},
        {"(§\u00A017 BMG)", "(<§\u00A017 BMG>)"},
        {"Tel. 04921 87-0 أو 04921 87-0", "Tel. 04921 87-0 أو <04921 87-0>"},
        {"(https://emden.example/ar/).", "(<https://emden.example/ar/>)."},
        {"www.emden.example!", "<www.emden.example>!"},
        {"a@emden.example، b@c", "<a@emden.example>، <b@c>"},
        {"A1 و B2.1", "A1 و B2.1"},
        {"1. سجل", "1. سجل"},
        {"+5-", "<+5>-"},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *shown = arena_text(arena, isolated(arena, rows[i].text)), *to = shown;
        for (const char *at = shown; *at;) {
            bool opens = strncmp(at, "\u2066", 3) == 0, closes = strncmp(at, "\u2069", 3) == 0;
            *to++ = opens ? '<' : closes ? '>' : *at;
            at += opens || closes ? 3 : 1;
        }
        *to = '\0';
        assert_string_equal(shown, rows[i].isolated);
    }
    arena_free(arena);
}

static void test_suggest(void **state)
{
    static const struct {
        const char *word, *best;
    } rows[] = {
        {"adress", "address"},
        {"addres", "address"},
        {"adrdess", "address"},
        {"hous", "hours"},
        {"ho", NULL},
        {"zzzzzz", NULL},
        {"burgerbuero", "buergerbuero"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct suggestion near = {.word = rows[i].word};
        suggestion_offer(&near, "hours");
        suggestion_offer(&near, "address");
        suggestion_offer(&near, "buergerbuero");
        if (rows[i].best)
            assert_string_equal(near.best, rows[i].best);
        else
            assert_null(near.best);
    }
}

int main(void)
{
#define ON_FOLDER(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        ON_FOLDER(test_model),
        ON_FOLDER(test_office),
        ON_FOLDER(test_pieces),
        ON_FOLDER(test_address),
        ON_FOLDER(test_due),
        cmocka_unit_test(test_digest),
        ON_FOLDER(test_outdated),
        ON_FOLDER(test_still_right),
        ON_FOLDER(test_added_block),
        ON_FOLDER(test_stamp),
        ON_FOLDER(test_stamp_refuses),
        ON_FOLDER(test_faults),
        ON_FOLDER(test_clock_behind),
        cmocka_unit_test(test_glue),
        cmocka_unit_test(test_isolate),
        cmocka_unit_test(test_suggest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
