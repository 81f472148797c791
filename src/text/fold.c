// SPDX-License-Identifier: EUPL-1.2
#include "text/fold.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "text/script.h"

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

// In lower case and decomposed: one letter, or two, instead of another.
// clang-format off
static const uint16_t letters[][2] = {
    [U'ß'] = {U's', U's'}, [U'ı'] = {U'i'}, [U'ł'] = {U'l'}, [U'đ'] = {U'd'}, [U'ħ'] = {U'h'},
    [U'ø'] = {U'o'}, [U'æ'] = {U'a'}, [U'œ'] = {U'o'},  // as oe and ae below
    [U'ς'] = {U'σ'},
    [U'ґ'] = {U'г'},

    // Arabic script by code point, which no editor turns around.
    [0x0671] = {0x0627},                                              // alef wasla: alef
    [0x0649] = {0x06CC}, [0x064A] = {0x06CC}, [0x06CD] = {0x06CC},    // yeh: Farsi yeh
    [0x06CE] = {0x06CC}, [0x06D0] = {0x06CC}, [0x06E6] = {0x06CC},
    [0x0643] = {0x06A9}, [0x06AA] = {0x06A9}, [0x06AB] = {0x06AF},    // kaf: keheh; Pashto gaf: gaf
    [0x0629] = {0x0647}, [0x06BE] = {0x0647}, [0x06C1] = {0x0647},    // teh marbuta, all heh: heh
    [0x06C3] = {0x0647}, [0x06D5] = {0x0647},
    [0x06C6] = {0x0648}, [0x06E5] = {0x0648},                         // Sorani oe, small waw: waw
    [0x0695] = {0x0631}, [0x06B5] = {0x0644},                         // Sorani: reh, lam

    [0x0901] = {0x0928, 0x094D}, [0x0902] = {0x0928, 0x094D},  // candrabindu, anusvara: n

    // The series h, s, ʾ and ṣ; of h and ʾ the first order sounds like the fourth.
    [U'ሃ'] = {U'ሀ'},
    [U'ሐ'] = {U'ሀ'}, [U'ሑ'] = {U'ሁ'}, [U'ሒ'] = {U'ሂ'}, [U'ሓ'] = {U'ሀ'}, [U'ሔ'] = {U'ሄ'},
    [U'ሕ'] = {U'ህ'}, [U'ሖ'] = {U'ሆ'},
    [U'ኀ'] = {U'ሀ'}, [U'ኁ'] = {U'ሁ'}, [U'ኂ'] = {U'ሂ'}, [U'ኃ'] = {U'ሀ'}, [U'ኄ'] = {U'ሄ'},
    [U'ኅ'] = {U'ህ'}, [U'ኆ'] = {U'ሆ'},
    [U'ሠ'] = {U'ሰ'}, [U'ሡ'] = {U'ሱ'}, [U'ሢ'] = {U'ሲ'}, [U'ሣ'] = {U'ሳ'}, [U'ሤ'] = {U'ሴ'},
    [U'ሥ'] = {U'ስ'}, [U'ሦ'] = {U'ሶ'}, [U'ሧ'] = {U'ሷ'},
    [U'ኣ'] = {U'አ'},
    [U'ዐ'] = {U'አ'}, [U'ዑ'] = {U'ኡ'}, [U'ዒ'] = {U'ኢ'}, [U'ዓ'] = {U'አ'}, [U'ዔ'] = {U'ኤ'},
    [U'ዕ'] = {U'እ'}, [U'ዖ'] = {U'ኦ'},
    [U'ፀ'] = {U'ጸ'}, [U'ፁ'] = {U'ጹ'}, [U'ፂ'] = {U'ጺ'}, [U'ፃ'] = {U'ጻ'}, [U'ፄ'] = {U'ጼ'},
    [U'ፅ'] = {U'ጽ'}, [U'ፆ'] = {U'ጾ'},
    // Rounded consonants, also written with a rounded vowel: ቍጥር, ቁጥር; ጐንደር, ጎንደር.
    [U'ቈ'] = {U'ቆ'}, [U'ቍ'] = {U'ቁ'}, [U'ኰ'] = {U'ኮ'}, [U'ኵ'] = {U'ኩ'}, [U'ጐ'] = {U'ጎ'},
    [U'ጕ'] = {U'ጉ'},
};
// clang-format on

// What the end of the folded text becomes. An e after "a" that was "ae" goes too, or folding
// twice would be different from folding once.
static const struct {
    const char *end, *instead;
} ends[] = {
    // clang-format off
    {"ae", "a"}, {"oe", "o"}, {"ue", "u"},                  // German
    {"ङ्", "न्"}, {"ञ्", "न्"}, {"ण्", "न्"}, {"म्", "न्"},  // Hindi
    // clang-format on
};

static const GUnicodeScript scripts_with_diacritics[] = {
    G_UNICODE_SCRIPT_INHERITED, G_UNICODE_SCRIPT_LATIN,  G_UNICODE_SCRIPT_GREEK,
    G_UNICODE_SCRIPT_CYRILLIC,  G_UNICODE_SCRIPT_ARABIC, G_UNICODE_SCRIPT_ETHIOPIC,
};

static bool is_diacritic(uint32_t c)
{
    GUnicodeScript script = g_unichar_get_script(c);
    for (size_t i = 0; i < COUNT(scripts_with_diacritics); i++)
        if (script == scripts_with_diacritics[i])
            return g_unichar_ismark(c);
    return false;
}

static bool is_one_of(uint32_t c, const uint16_t *list)
{
    while (*list && *list != c)
        list++;
    return *list;
}

// Hamza, tatweel, high hamza, Devanagari nukta.
static const uint16_t vanishing[] = {0x0621, 0x0640, 0x0674, 0x093C, 0};

static bool vanishes(uint32_t c)
{
    return is_invisible(c) || is_diacritic(c) || is_one_of(c, vanishing);
}

// Also what is typed in its place, and what transcribes ayn and hamza.
enum { ACUTE = 0x00B4 };
static const uint16_t apostrophes[] = {'\'',   '`',    ACUTE,  0x02B9, 0x02BB, 0x02BC,
                                       0x02BE, 0x02BF, 0x2018, 0x2019, 0x2032, 0};
static const uint16_t joints[] = {'.', '-', 0x2010, 0};  // others decompose to these

struct folding {
    struct buf out;
    size_t piece;                      // where in `out` the letters since the last sign begin
    enum { NONE, JOINT, GAP } before;  // what has been read before the next letter
};

// The one letter of the piece, 0 if there are more or none.
static uint32_t single_letter(const struct folding *f)
{
    if (f->before != NONE || f->piece >= f->out.length)
        return 0;
    const char *at = f->out.text + f->piece;
    uint32_t c = utf8_next(&at);
    return !*at && g_unichar_isalpha(c) ? c : 0;
}

static void put(struct folding *f, uint32_t c)
{
    struct buf *out = &f->out;
    char bytes[4];
    buf_add(out, bytes, utf8_put(bytes, c));
    for (size_t i = 0; i < COUNT(ends); i++) {
        size_t length = strlen(ends[i].end);
        if (out->length >= length && strcmp(out->text + out->length - length, ends[i].end) == 0) {
            out->length -= length;
            buf_text(out, ends[i].instead);
        }
    }
}

static void put_letter(struct folding *f, uint32_t c)
{
    if (f->before == GAP || (f->before == JOINT && !g_unichar_isalpha(c)))
        buf_text(&f->out, f->out.length ? " " : "");
    if (f->before != NONE)
        f->piece = f->out.length;
    f->before = NONE;
    if (c >= COUNT(letters) || !letters[c][0]) {
        put(f, c);
        return;
    }
    for (size_t i = 0; i < COUNT(letters[c]) && letters[c][i]; i++)
        put(f, letters[c][i]);
}

static void fold_apostrophe(struct folding *f)
{
    uint32_t letter = single_letter(f);
    if (letter && g_unichar_get_script(letter) == G_UNICODE_SCRIPT_LATIN)
        f->before = GAP;
}

static void fold_part(struct folding *f, uint32_t c)
{
    if (is_one_of(c, apostrophes))
        fold_apostrophe(f);
    else if (vanishes(c))
        return;
    else if (g_unichar_isdigit(c))
        put_letter(f, (uint32_t)('0' + g_unichar_digit_value(c)));
    else if (g_unichar_isalnum(c) || g_unichar_ismark(c))
        put_letter(f, g_unichar_tolower(c));
    else
        f->before = is_one_of(c, joints) && single_letter(f) ? JOINT : GAP;
}

// Each character for itself: without marks their canonical order does not matter, and GLib's
// g_utf8_normalize() takes quadratic time to find it.
static void fold_character(struct folding *f, uint32_t c)
{
    gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH] = {c};
    size_t count = 1;
    if (c != ACUTE)  // a space and a mark
        count = g_unichar_fully_decompose(c, TRUE, parts, COUNT(parts));
    for (size_t i = 0; i < count; i++)
        fold_part(f, parts[i]);
}

char *folded(struct arena *arena, const char *text)
{
    struct folding f = {0};
    while (*text)
        fold_character(&f, utf8_next(&text));
    return buf_keep(&f.out, arena);
}
