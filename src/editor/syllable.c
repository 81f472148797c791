// SPDX-License-Identifier: EUPL-1.2
#include "editor/syllable.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/utf8.h"

enum { LONGEST = 128, SPELT = 5 };  // letters of a word that is looked at; of one that is spelt

// Letters of a part of a word between hyphens, in lower case.
struct part {
    uint32_t letters[LONGEST];
    size_t count, capitals;
};

static bool is_vowel(uint32_t c)
{
    const char *vowels = "aeiouyäöüàâéèêë";
    for (uint32_t vowel; (vowel = utf8_next(&vowels));)
        if (vowel == c)
            return true;
    return false;
}

static bool has(const struct part *part, size_t at, const char *letters)
{
    for (uint32_t c; (c = utf8_next(&letters)); at++)
        if (at >= part->count || part->letters[at] != c)
            return false;
    return true;
}

// One sound; the longest first.
static const char *const sounds[] = {"aa", "ai", "au", "ay", "äu", "ee", "ei",
                                     "eu", "ey", "ie", "oi", "oo", "ou", "oy"};

static size_t sound_at(const struct part *part, size_t at)
{
    for (size_t i = 0; i < sizeof sounds / sizeof *sounds; i++)
        if (has(part, at, sounds[i]))
            return 2;
    return 1;
}

// "Quelle", "Yoga": no vowels.
static bool is_consonant(const struct part *part, size_t at)
{
    uint32_t before = at ? part->letters[at - 1] : 0;
    uint32_t after = at + 1 < part->count ? part->letters[at + 1] : 0;
    uint32_t c = part->letters[at];
    return !is_vowel(c) || (c == 'u' && before == 'q') || (c == 'y' && at == 0 && is_vowel(after));
}

// Where vowels that look like one sound are two, or the other way round.
enum where { ANYWHERE, AT_START, AT_END };
static const struct exception {
    const char *letters;
    enum where where;
    int more;
} exceptions[] = {
    // Prefixes end before the vowel of the stem.
    {"beend", ANYWHERE, 1},
    {"beerb", ANYWHERE, 1},
    {"beerd", ANYWHERE, 1},
    {"beinhal", ANYWHERE, 1},
    {"beirr", AT_START, 1},
    {"beur", AT_START, 1},
    {"geehr", ANYWHERE, 1},
    {"geerb", ANYWHERE, 1},
    {"geimpf", ANYWHERE, 1},
    {"geirr", ANYWHERE, 1},
    {"geurt", ANYWHERE, 1},
    {"koop", AT_START, 1},
    {"koor", AT_START, 1},
    // Foreign stems and endings.
    {"aktie", ANYWHERE, 1},
    {"eau", AT_END, -1},
    {"een", AT_END, 1},
    {"eien", AT_END, 0},
    {"eum", AT_END, 1},
    {"äum", AT_END, 1},
    {"familie", ANYWHERE, 1},
    {"ferien", ANYWHERE, 1},
    {"hygiene", ANYWHERE, 1},
    {"ien", AT_END, 1},
    {"immobilien", ANYWHERE, 1},
    {"italien", ANYWHERE, 1},
    {"klient", ANYWHERE, 1},
    {"linie", AT_END, 1},
    {"linien", ANYWHERE, 1},
    {"medien", ANYWHERE, 1},
    {"naiv", ANYWHERE, 1},
    {"orient", ANYWHERE, 1},
    {"patient", ANYWHERE, 1},
    {"prämie", AT_END, 1},
    {"prämien", ANYWHERE, 1},
    {"schien", AT_END, 0},
    {"serie", AT_END, 1},
    {"spanie", ANYWHERE, 1},
    {"studie", AT_END, 1},
    {"studien", ANYWHERE, 1},
    {"ukrain", ANYWHERE, 1},
    {"wien", AT_END, 0},
    // English, where the last e is silent.
    {"homepage", ANYWHERE, -2},
    {"online", ANYWHERE, -1},
    {"service", ANYWHERE, -1},
    {"software", ANYWHERE, -1},
    {"team", ANYWHERE, -1},
    {"website", ANYWHERE, -1},
};

static bool fits(const struct part *part, size_t at, const struct exception *exception)
{
    size_t length = utf8_count(exception->letters);
    return has(part, at, exception->letters) && (exception->where != AT_START || at == 0) &&
           (exception->where != AT_END || at + length == part->count);
}

// The longest that fits there; NULL: none.
static const struct exception *exception_at(const struct part *part, size_t at)
{
    const struct exception *longest = NULL;
    for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++)
        if (fits(part, at, &exceptions[i]) &&
            (!longest || strlen(exceptions[i].letters) > strlen(longest->letters)))
            longest = &exceptions[i];
    return longest;
}

static int correction(const struct part *part)
{
    int more = 0;
    for (size_t at = 0; at < part->count;) {
        const struct exception *exception = exception_at(part, at);
        more += exception ? exception->more : 0;
        at += exception ? utf8_count(exception->letters) : 1;
    }
    return more;
}

static int count_part(const struct part *part)
{
    if (part->count > 1 && part->count <= SPELT && part->capitals == part->count)
        return (int)part->count;
    int sum = 0;
    for (size_t at = 0; at < part->count;) {
        if (is_consonant(part, at)) {
            at++;
            continue;
        }
        sum++;
        at += sound_at(part, at);
    }
    return sum ? sum + correction(part) : 0;
}

static bool is_silent(uint32_t c)
{
    return c == 0xAD || c == 0x200B || c == 0x2060;
}

size_t syllables(const char *word, size_t length)
{
    const char *end = word + length;
    struct part part = {0};
    int sum = 0;
    while (word < end) {
        uint32_t c = utf8_next(&word);
        if (is_silent(c))
            continue;
        if (!g_unichar_isalpha(c)) {
            sum += count_part(&part);
            part.count = part.capitals = 0;
        } else if (part.count < LONGEST) {
            part.letters[part.count++] = g_unichar_tolower(c);
            part.capitals += g_unichar_isupper(c) != 0;
        }
    }
    sum += count_part(&part);
    return sum > 0 ? (size_t)sum : 1;
}
