// SPDX-License-Identifier: EUPL-1.2
// The conformance data of Unicode 15.0, every row: bidi order (UAX #9), line breaks (UAX #14),
// graphemes (UAX #29).
//
// Where we differ, a table says how often and why; a difference that no line of it explains is
// a failure, and so is a line that explains more or fewer than it says.
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "text/bidi.h"
#include "text/language.h"
#include "text/wrap.h"

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

enum { LONGEST_ROW = 4096, LONGEST_TEXT = 256 };

enum { FAILURES_SHOWN = 20 };  // of each file

static FILE *open_rows(const char *name)
{
    char path[256];
    snprintf(path, sizeof path, "/usr/share/unicode/%s", name);
    FILE *file = fopen(path, "r");
    if (!file)
        fail_msg("`%s` cannot be opened; install the package `unicode-data`", path);
    return file;
}

// The next line that is neither empty nor a comment.
static bool read_row(FILE *file, char *row)
{
    while (fgets(row, LONGEST_ROW, file)) {
        assert_non_null(strchr(row, '\n'));
        if (*row != '#' && *row != '\n')
            return true;
    }
    return false;
}

static void print_result(const char *name, size_t rows, size_t failed)
{
    print_message("# %s: %zu passed of %zu\n", name, rows - failed, rows);
}

// ---- Bidi order ----------------------------------------------------------------------------

enum { REMOVED = 0xFF };  // by rule X9; an `x` in the file

static size_t read_numbers(char *field, int base, uint32_t numbers[LONGEST_TEXT])
{
    size_t count = 0;
    for (char *word; (word = strsep(&field, " "));) {
        if (!*word)
            continue;
        assert_true(count < LONGEST_TEXT);
        numbers[count++] = *word == 'x' ? REMOVED : (uint32_t)strtoul(word, NULL, base);
    }
    return count;
}

// Code points; direction asked for; level of the paragraph; levels; order from the left.
//
// 28 rows leave the direction to the text. We never do: they are run with the level that the
// file says comes of it. Rule L1 needs nothing here: a row is a paragraph and a
// line at once, and at the end of a paragraph FriBidi resets the spaces. At the end of any other
// line paragraph.c leaves them out.
static bool bidi_holds(char *row)
{
    char *fields[5];
    for (size_t i = 0; i < COUNT(fields); i++)
        assert_non_null(fields[i] = strsep(&row, ";\n"));
    uint32_t text[LONGEST_TEXT], wanted[LONGEST_TEXT], wanted_order[LONGEST_TEXT];
    size_t count = read_numbers(fields[0], 16, text);
    size_t shown = read_numbers(fields[4], 10, wanted_order);
    assert_int_equal(read_numbers(fields[3], 10, wanted), count);

    int8_t levels[LONGEST_TEXT], shown_levels[LONGEST_TEXT];
    size_t places[LONGEST_TEXT], order[LONGEST_TEXT], kept = 0;
    bidi_levels(text, count, strcmp(fields[2], "1") == 0, levels);
    for (size_t i = 0; i < count; i++) {
        if (wanted[i] == REMOVED)
            continue;
        if (levels[i] != (int)wanted[i])
            return false;
        places[kept] = i;
        shown_levels[kept++] = levels[i];
    }
    assert_int_equal(kept, shown);
    bidi_order(shown_levels, shown, order);
    for (size_t i = 0; i < shown; i++)
        if (places[order[i]] != wanted_order[i])
            return false;
    return true;
}

static void test_bidi(void **state)
{
    (void)state;
    static const char name[] = "BidiCharacterTest.txt";
    FILE *file = open_rows(name);
    char row[LONGEST_ROW], copy[LONGEST_ROW];
    size_t rows = 0, failed = 0;
    for (; read_row(file, row); rows++) {
        strcpy(copy, row);
        if (bidi_holds(copy))
            continue;
        if (failed++ < FAILURES_SHOWN)
            print_error("%s: %s", name, row);
    }
    fclose(file);
    print_result(name, rows, failed);
    assert_int_equal(rows, 91707);
    assert_int_equal(failed, 0);
}

// ---- Breaks --------------------------------------------------------------------------------

struct row {
    char text[LONGEST_TEXT * 4 + 1];
    size_t count;
    bool breaks[LONGEST_TEXT + 1];  // before each code point, and at the end
    char rule[LONGEST_TEXT + 1][8], classes[LONGEST_TEXT][24];  // as the row's comment names them
};

// `× 0023 ÷ 2014 ÷`
static void read_breaks(char *fields, struct row *row)
{
    size_t length = 0;
    row->count = 0;
    for (char *word; (word = strsep(&fields, " \t"));) {
        assert_true(row->count < LONGEST_TEXT);
        if (strcmp(word, "÷") == 0 || strcmp(word, "×") == 0) {
            row->breaks[row->count] = strcmp(word, "÷") == 0;
        } else if (*word) {
            length += utf8_put(row->text + length, (uint32_t)strtoul(word, NULL, 16));
            row->count++;
        }
    }
    row->text[length] = '\0';
}

// ` × [0.3] NUMBER SIGN (AL) ÷ [999.0] EM DASH (B2) ÷ [0.3]`: of the brackets in a name, the last
// pair holds the class.
static void read_comment(const char *comment, struct row *row)
{
    for (size_t i = 0; i <= row->count; i++) {
        comment = strchr(comment, '[');
        assert_non_null(comment);
        assert_int_equal(sscanf(comment, "[%7[0-9.]]", row->rule[i]), 1);
        const char *next = strchr(++comment, '[');
        if (i == row->count)
            break;
        assert_non_null(next);
        const char *class = memrchr(comment, '(', (size_t)(next - comment));
        assert_non_null(class);
        assert_int_equal(sscanf(class, "(%23[A-Za-z0-9_])", row->classes[i]), 1);
    }
}

// Rules LB3 to LB5 are those that do not only allow a break.
static bool must_break(const struct row *row, size_t at)
{
    const char *rule = row->rule[at];
    return at == row->count || strncmp(rule, "4.", 2) == 0 || strncmp(rule, "5.", 2) == 0;
}

static uint8_t wanted_flags(const struct row *row, size_t at)
{
    uint8_t may = WRAP_LINE | WRAP_GRAPHEME;
    return row->breaks[at] ? may | (must_break(row, at) ? WRAP_MUST : 0) : 0;
}

// A line break that we find between code points of these classes and Unicode does not.
struct difference {
    const char *before, *after;
    size_t places;
    const char *reason;
};

// All of them touch Thai, which none of our languages is. Pango 1.50 breaks by the rules, then
// hands each run of Thai, with the signs beside it, to libthai and adds the breaks that come
// back. libthai has a table of its own for signs. It works in TIS-620: any code point that is not
// in there, even U+00A0 and U+2060, is one that may not begin a line and after which a line may.
static const char foreign[] =
    "libthai: a line may start after what TIS-620 lacks, and after controls";
static const char own_rule[] = "libthai: its own table for Thai beside digits and punctuation";

// clang-format off
static const struct difference line_differences[] = {
    {"CM1_CM",       "SA_AL",   24, foreign},
    {"CM1_CM",       "NU",       1, foreign},
    {"CM1_CM",       "PR",       1, foreign},
    {"CM1_CM",       "OP_OP30",  1, foreign},
    {"AI_AL",        "SA_AL",    1, foreign},
    {"BB",           "SA_AL",    1, foreign},
    {"GL",           "SA_AL",    1, foreign},  // U+00A0: against rule LB12
    {"OP",           "SA_AL",    1, foreign},  // U+2329, no bracket we use: against LB14
    {"SP",           "SA_AL",    3, foreign},  // a space after it or after a mark: LB14
    {"WJ",           "SA_AL",    1, foreign},  // U+2060: LB11
    {"XX_AL",        "SA_AL",    1, foreign},
    {"ZWJ_O_ZWJ_CM", "SA_AL",    1, foreign},
    {"CP_CP30",      "SA_AL",    1, own_rule},
    {"IS",           "SA_AL",    1, own_rule},
    {"NU",           "SA_AL",    1, own_rule},
    {"PO",           "SA_AL",    2, own_rule},
    {"PR",           "SA_AL",    2, own_rule},
    {"SA_AL",        "OP_OP30",  1, own_rule},
    {"SA_AL",        "PR",       1, own_rule},
};
// clang-format on

struct conformance {
    const char *file;
    size_t rows;
    uint8_t flags;  // those that the file is about
    const struct difference *differences;
    size_t count;
};

static bool explains(const struct difference *difference, const struct row *row, size_t at)
{
    return at > 0 && at < row->count && strcmp(row->classes[at - 1], difference->before) == 0 &&
           strcmp(row->classes[at], difference->after) == 0;
}

// The line of the table for this difference; `count`: there is none.
static size_t explanation(const struct conformance *test, const struct row *row, size_t at,
                          uint8_t wanted, uint8_t got)
{
    size_t i = 0;
    if (wanted != 0 || got != WRAP_LINE)
        return test->count;
    while (i < test->count && !explains(&test->differences[i], row, at))
        i++;
    return i;
}

// None of our languages may get breaks of its own: the first stands for all.
static void find_in_all_languages(const struct row *row, uint8_t flags[LONGEST_TEXT + 1])
{
    wrap_find(row->text, row->count, languages[0].tag, flags);
    for (size_t i = 1; i < language_count; i++) {
        uint8_t others[LONGEST_TEXT + 1];
        wrap_find(row->text, row->count, languages[i].tag, others);
        if (memcmp(flags, others, row->count + 1) != 0)
            fail_msg("%s: `%s` breaks otherwise", languages[i].tag, row->text);
    }
}

static void test_breaks(const struct conformance *test)
{
    FILE *file = open_rows(test->file);
    char line[LONGEST_ROW];
    size_t rows = 0, failed = 0, wrong = 0, found[COUNT(line_differences)] = {0};
    for (; read_row(file, line); rows++) {
        struct row row;
        uint8_t flags[LONGEST_TEXT + 1];
        char *comment = strchr(line, '#');
        assert_non_null(comment);
        *comment++ = '\0';
        read_breaks(line, &row);
        read_comment(comment, &row);
        find_in_all_languages(&row, flags);
        bool differs = false;
        for (size_t at = 0; at <= row.count; at++) {
            uint8_t wanted = wanted_flags(&row, at) & test->flags, got = flags[at] & test->flags;
            if (got == wanted)
                continue;
            differs = true;
            size_t i = explanation(test, &row, at, wanted, got);
            if (i < test->count) {
                found[i]++;
                continue;
            }
            if (wrong++ < FAILURES_SHOWN)
                print_error("%s, place %zu: wanted %d, got %d:%s", test->file, at, wanted, got,
                            comment);
        }
        failed += differs;
    }
    fclose(file);
    print_result(test->file, rows, failed);
    for (size_t i = 0; i < test->count; i++) {
        const struct difference *d = &test->differences[i];
        print_message("# %2zu at %s ÷ %s: %s\n", found[i], d->before, d->after, d->reason);
        if (found[i] == d->places)
            continue;
        print_error("%s ÷ %s: the table says %zu\n", d->before, d->after, d->places);
        wrong++;
    }
    assert_int_equal(wrong, 0);
    assert_int_equal(rows, test->rows);
}

static void test_lines(void **state)
{
    (void)state;
    test_breaks(&(struct conformance){"auxiliary/LineBreakTest.txt", 7654, WRAP_LINE | WRAP_MUST,
                                      line_differences, COUNT(line_differences)});
}

static void test_graphemes(void **state)
{
    (void)state;
    test_breaks(
        &(struct conformance){"auxiliary/GraphemeBreakTest.txt", 602, WRAP_GRAPHEME, NULL, 0});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bidi),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_graphemes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
