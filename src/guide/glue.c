// SPDX-License-Identifier: EUPL-1.2
#include "guide/glue.h"

#include <stdint.h>

#include "base/buf.h"
#include "base/utf8.h"

#define NO_BREAK_SPACE "\u00A0"
#define WORD_JOINER "\u2060"

enum { EN_DASH = 0x2013, EURO = 0x20AC, SECTION = 0xA7 };

// The code points around the one that may be glued; 0: none.
struct window {
    uint32_t before[4];  // [0] is the nearest
    uint32_t after[2];
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

// "15 Minuten", but not "2026 war": a number of up to three digits and its noun.
static bool is_counted(const struct window *w)
{
    uint32_t right = w->after[0];
    bool long_number = is_digit(w->before[1]) && is_digit(w->before[2]) && is_digit(w->before[3]);
    return !long_number && (is_letter(right) || (right >= 0x530 && right < 0x2000));
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
    if (is_digit(right))
        return left == SECTION || left == EURO;
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

const char *glued(struct arena *arena, const char *text, bool number_before, bool number_follows)
{
    struct buf out = {0};
    struct window w = {.before = {number_before ? '0' : 0}};
    for (uint32_t c; (c = utf8_next(&text));) {
        const char *ahead = text;
        w.after[0] = utf8_next(&ahead);
        w.after[1] = w.after[0] ? utf8_next(&ahead) : 0;
        if (!w.after[0] && number_follows)
            w.after[0] = '0';
        put(&out, &w, c);
        w.before[3] = w.before[2];
        w.before[2] = w.before[1];
        w.before[1] = w.before[0];
        w.before[0] = c;
    }
    const char *copy = arena_text(arena, out.text ? out.text : "");
    buf_free(&out);
    return copy;
}
