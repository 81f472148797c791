// SPDX-License-Identifier: EUPL-1.2
#include "guide/glue.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

#define NO_BREAK_SPACE "\u00A0"
#define WORD_JOINER "\u2060"

enum { SECTION = 0xA7, EN_DASH = 0x2013, JOINER = 0x2060, EURO = 0x20AC };

enum { BEFORE = 4 };

// What stands around the code point that may be glued; 0: nothing.
struct window {
    uint32_t before[BEFORE];  // [0] is the nearest
    uint32_t after[2];
    unsigned digits;  // of the number that ends right before, its groups together
};

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

// Latin and Cyrillic: "z. B.", "т. д."
static bool is_letter(uint32_t c)
{
    return (c | 0x20) - 'a' < 26 || (c >= 0xC0 && c < 0x530);
}

static bool is_abbreviation(const struct window *w)
{
    return w->before[0] == '.' && is_letter(w->before[1]) && !is_letter(w->before[2]) &&
           !is_digit(w->before[2]) && is_letter(w->after[0]) && w->after[1] == '.';
}

// Letters of all scripts, but no punctuation: General Punctuation to CJK Symbols are left out.
static bool is_word(uint32_t c)
{
    return is_letter(c) || (c >= 0x530 && c < 0x2000) || (c >= 0x3040 && c < 0xE000);
}

// "15 Minuten", "12:30 Uhr", but not "2026 war" nor a phone number: a number of up to three digits,
// or a time, and its noun.
static bool is_counted(const struct window *w)
{
    bool time = w->before[2] == ':';
    return (w->digits <= 3 || time) && is_word(w->after[0]);
}

// East Slavic typesetting leaves no one-letter word at the end of a line.
static bool is_preposition(const struct window *w)
{
    return w->before[0] >= 0x400 && w->before[0] < 0x530 &&
           (w->before[1] == ' ' || w->before[1] == 0);
}

static bool holds_space(const struct window *w)
{
    uint32_t left = w->before[0], right = w->after[0];
    if (is_digit(left))
        return is_digit(right) || right == EURO || right == '%' || is_counted(w);
    if (is_digit(right) && (left == SECTION || left == EURO))
        return true;
    return is_abbreviation(w) || is_preposition(w);
}

static bool holds_dash(const struct window *w)
{
    return is_digit(w->before[0]) && is_digit(w->after[0]);
}

static void put(struct buf *out, const struct window *w, uint32_t c)
{
    char bytes[4];
    size_t length = utf8_put(bytes, c);
    if (c == ' ' && holds_space(w)) {
        buf_text(out, NO_BREAK_SPACE);
    } else if ((c == '-' || c == EN_DASH) && holds_dash(w)) {
        buf_text(out, WORD_JOINER);
        buf_add(out, bytes, length);
        buf_text(out, WORD_JOINER);
    } else {
        buf_add(out, bytes, length);
    }
}

bool is_number_separator(uint32_t c)
{
    return c < 0x80 ? c && strchr(" -.,:/", (int)c) : c == 0xA0 || c == EN_DASH;
}

// Digits go on through single separators: "+49 30 23125-412" is one number.
static bool goes_on(const struct window *w, uint32_t c)
{
    bool single = is_digit(w->before[0]) || w->before[0] == JOINER;
    return is_digit(c) || c == JOINER || (is_number_separator(c) && single);
}

static void move_on(struct window *w, uint32_t c)
{
    w->digits = goes_on(w, c) ? w->digits + is_digit(c) : 0;
    memmove(w->before + 1, w->before, (BEFORE - 1) * sizeof *w->before);
    w->before[0] = c;
}

// The code point at *text, else the one at *rest.
static uint32_t next_of(const char **text, const char **rest)
{
    return **text ? utf8_next(text) : **rest ? utf8_next(rest) : 0;
}

const char *glued(struct arena *arena, const char *before, const char *text, const char *after)
{
    struct buf out = {0};
    struct window w = {.digits = 0};
    while (*before)
        move_on(&w, utf8_next(&before));
    while (*text) {
        uint32_t c = utf8_next(&text);
        const char *ahead = text, *rest = after;
        w.after[0] = next_of(&ahead, &rest);
        w.after[1] = next_of(&ahead, &rest);
        put(&out, &w, c);
        move_on(&w, c);
    }
    return buf_keep(&out, arena);
}
