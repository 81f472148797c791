// SPDX-License-Identifier: EUPL-1.2
// Syllables, sentences and the index of German texts; counted by hand, or by others.
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "editor/readability.h"
#include "editor/sentence.h"
#include "editor/syllable.h"

// As the dictionary (Duden) separates the spoken word.
static const struct {
    const char *word;
    size_t syllables;
} words[] = {
    {"Amt", 1},
    {"Stadt", 1},
    {"Staat", 1},
    {"See", 1},
    {"sie", 1},
    {"Boot", 1},
    {"Quelle", 2},
    {"bequem", 2},
    {"Yoga", 2},
    {"Handy", 2},
    {"Bayern", 2},
    {"Häuser", 2},
    {"neue", 2},
    {"Feier", 2},
    {"bauen", 2},
    {"Steuer", 2},
    {"Route", 2},
    {"Tour", 1},
    {"Niveau", 2},
    {"Idee", 2},
    {"Ideen", 3},
    {"Museen", 3},
    {"Museum", 3},
    {"Jubiläum", 4},
    {"Träume", 2},
    {"Parteien", 3},
    {"Familie", 4},
    {"Familienkasse", 6},
    {"Ferien", 3},
    {"Linie", 3},
    {"Italien", 4},
    {"Wien", 1},
    {"schien", 1},
    {"dienen", 2},
    {"verdient", 2},
    {"Patientin", 4},
    {"Studium", 3},
    {"studieren", 3},
    {"Studienberatung", 6},
    {"inserieren", 4},
    {"Hygiene", 4},
    {"Orientierung", 5},
    {"Ukraine", 4},
    {"europäisch", 4},
    {"Koordination", 6},
    {"Theater", 3},
    {"aktuell", 3},
    {"ruinieren", 4},
    {"naiv", 2},
    {"beenden", 3},
    {"beerdigen", 4},
    {"beeilen", 3},
    {"Beauftragte", 4},
    {"beurteilen", 4},
    {"beinhaltet", 4},
    {"geimpft", 2},
    {"geehrte", 3},
    {"beantragen", 4},
    {"zuerst", 2},
    {"geöffnet", 3},
    {"voraus", 2},
    {"Online", 2},
    {"Team", 1},
    {"E-Mail", 2},
    {"Steuer-ID", 4},
    {"EU", 2},
    {"BAföG", 2},
    {"IBAN", 4},
    {"Wohnungs\u00ADgeber\u00ADbestätigung", 8},
    {"Aufenthaltserlaubnis", 6},
    {"(Ausländerbehörde),", 6},
    {"112", 1},
    {"„Ja“", 1},
};

static void test_syllables(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t found = syllables(words[i].word, strlen(words[i].word));
        if (found == words[i].syllables)
            continue;
        print_error("%s: %zu syllables, not %zu\n", words[i].word, found, words[i].syllables);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

// "|" where a sentence ends; `counts`: its words.
static const struct {
    const char *text, *counts;
} texts[] = {
    {"", ""},
    {"–", "0"},
    {"Kommen Sie selbst.|Wir helfen Ihnen.", "3 3"},
    {"Sie sind neu? |Melden Sie sich an! |Das ist alles", "3 4 3"},
    {"Nehmen Sie z. B. Ihren Pass mit.|Er hilft.", "7 2"},
    {"Nehmen Sie z.\u00A0B. Ihren Pass mit.", "7"},
    {"Das gilt, d. h. Ihr Pass gilt.", "7"},
    {"Nr. 5, Zimmer 3.|Dort warten Sie.", "4 3"},
    {"Gehen Sie in die Ringstr. 38.|Dort ist Platz.", "6 3"},
    {"Er wohnt in der Ringstr.|Das ist nah.", "5 3"},
    {"Am 1. Januar ist frei.", "5"},
    {"Im 2. Stock ist das Amt.|Kommen Sie.", "6 2"},
    {"Das Amt ist im 2.|Wir helfen dort.", "5 3"},
    {"Frei ist am 31.|Wir sind dann wieder da.", "4 5"},
    {"Kaffee, Tee usw.|Wir laden ein.", "3 3"},
    {"Kaffee, Tee usw. sind frei.", "5"},
    {"Rufen Sie 112.|Sagen Sie: Es brennt.", "3 4"},
    {"Bringen Sie mit: Pass, Ausweis, Foto.", "6"},
    {"Offen von 8:00–12:30 Uhr.|Es kostet 10,80\u00A0€.", "4 3"},
    {"Um 8.30 Uhr geht es los.", "6"},
    {"Er fragt: „Woher kommen Sie?“ |Sie sagt es.", "5 3"},
    {"„Woher kommen Sie?“, fragt er.", "5"},
    {"Warten Sie … und fragen Sie.", "5"},
    {"Zimmer E.04 (links).|Klopfen Sie.", "3 2"},
    {"Schreiben Sie an amt@stadt.example.|Danke.", "4 1"},
    {"Frau Dr. Müller und Hr. Prof. Weber beraten.", "8"},
    {"Vermieterin/Vermieter – beide unterschreiben.", "3"},
};

static void write_counts(const char *text, char *counts)
{
    *counts = '\0';
    for (struct extract sentence, word; sentence_next(&text, &sentence);) {
        size_t count = 0;
        while (word_next(&sentence, &word))
            count++;
        sprintf(counts + strlen(counts), "%s%zu", *counts ? " " : "", count);
    }
}

static void without_bars(char *plain, const char *text)
{
    for (; *text; text++)
        if (*text != '|')
            *plain++ = *text;
        else if (text[1] != ' ' && text[-1] != ' ')
            *plain++ = ' ';
    *plain = '\0';
}

static void test_sentences(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char plain[256], counts[64];
        without_bars(plain, texts[i].text);
        write_counts(plain, counts);
        if (strcmp(counts, texts[i].counts) == 0)
            continue;
        print_error("%s: `%s`, not `%s`\n", plain, counts, texts[i].counts);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

// ---- The index -------------------------------------------------------------------------------

static const struct {
    const char *text;
    double index;
    size_t words, sentences;
} examples[] = {
    // Tests of the Python package textstat, whose figures these are.
    {"Alle meine Entchen schwimmen auf dem See, Köpfchen unters Wasser, Schwänzchen in die Höh.",
     3.8, 14, 1},
    {"Alle Parteien widmen dem Thema rein quantitativ betrachtet nennenswerte Aufmerksamkeit, die "
     "Grünen wenig überraschend am meisten.",
     13.9, 16, 1},
    // A course on corpora counts 2 of 3 and more syllables, 6 of one, 6 long words of 13: with that
    // 0.1935 × 15.38 + 0.1672 × 13 + 0.1297 × 46.15 − 0.0327 × 46.15 − 0.875.
    {"Mein Nachbar, den ich letztes Jahr kennengelernt habe, hat gestern ein Glitzereinhorn "
     "gekauft.",
     8.8, 13, 1},
    // By hand: no long word, 5 of 7 words have one syllable, 3.5 words to a sentence: below the scale.
    {"Das ist ein Amt. Wir helfen gerne.", -2.6, 7, 2},
};

static struct words words_of(struct block *block, struct piece *piece, const char *text)
{
    *piece = (struct piece){.text = text};
    *block = (struct block){.kind = BLOCK_PARAGRAPH, .text = {piece, 1, 1}};
    return (struct words){.blocks = {.items = block, .count = 1}};
}

static void test_index(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        struct block block;
        struct piece piece;
        struct words text = words_of(&block, &piece, examples[i].text);
        struct readability found = readability_of(&text);
        if (fabs(found.index - examples[i].index) > 0.05)
            fail_msg("%s: %.2f, not %.1f", examples[i].text, found.index, examples[i].index);
        assert_int_equal(found.words, examples[i].words);
        assert_int_equal(found.sentences, examples[i].sentences);
    }
}

// Titles and headings are no sentences; without a sentence there is no figure.
static void test_titles(void **state)
{
    (void)state;
    struct block block;
    struct piece piece;
    struct words text = words_of(&block, &piece, "Wohnsitz anmelden");
    block.kind = BLOCK_TITLE;
    struct readability found = readability_of(&text);
    assert_int_equal(found.words, 0);
    assert_true(found.index == 0);
}

// ---- Hints -----------------------------------------------------------------------------------

#define TEN "Wir sind hier in der Stadt und es ist schön "

static const struct {
    const char *language, *text, *message;  // NULL: none
} hints[] = {
    {"de", TEN TEN ".", NULL},
    {"de", TEN TEN "da.",
     "the sentence `Wir sind hier …` has 21 words, readers follow up to 20; make two of it"},
    {"de-simple", TEN "und gut.", NULL},
    {"de-simple", TEN "und so gut.",
     "the sentence `Wir sind hier …` has 13 words, readers of plain German follow up to 12; make "
     "two "
     "of it"},
    {"en", TEN TEN TEN ".", NULL},
};

static void test_hints(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++) {
        struct block block;
        struct piece piece;
        struct words text = words_of(&block, &piece, hints[i].text);
        const struct words *in[] = {&text};
        const struct language *language = language_find(hints[i].language);
        struct page page = {.id = "page", .words = {in}};
        struct guide guide = {.languages = {&language, 1, 1}, .pages = {&page, 1, 1}};
        struct faults faults = {0};
        text.language = language;
        block.place = (struct place){"de/pages/page.xml", 7, 5};
        readability_check(&guide, &faults);
        assert_int_equal(faults.list.count, hints[i].message != NULL);
        if (hints[i].message) {
            assert_string_equal(faults.list.items[0].message, hints[i].message);
            assert_int_equal(faults.list.items[0].place.line, 7);
            assert_int_equal(faults.hints, 1);
        }
        faults_free(&faults);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_syllables), cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_index),     cmocka_unit_test(test_titles),
        cmocka_unit_test(test_hints),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
