// SPDX-License-Identifier: EUPL-1.2
#include "guide/isolate.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "guide/glue.h"

enum { NO_BREAK_SPACE = 0xA0, SECTION = 0xA7, WORD_JOINER = 0x2060, EURO = 0x20AC };

#define LEFT_TO_RIGHT_ISOLATE "\u2066"
#define POP_DIRECTIONAL_ISOLATE "\u2069"

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_space(uint32_t c)
{
    return c == ' ' || c == NO_BREAK_SPACE;
}

static bool is_latin(uint32_t c)
{
    return (c | 0x20) - 'a' < 26 || (c >= 0xC0 && c < 0x250);
}

// Arabic and its presentation forms, Hebrew: enough for the languages there are.
static bool is_right_to_left(uint32_t c)
{
    return (c >= 0x590 && c < 0x900) || (c >= 0xFB1D && c < 0xFF00);
}

// What RFC 3986 and RFC 5321 let an address consist of, without brackets and quotes.
static bool is_address_letter(uint32_t c)
{
    return c > ' ' && c < 0x7F && !strchr("()<>[]{}\"'`\\^|", (int)c);
}

// The code point behind `text`, which stays where it is.
static uint32_t peek(const char *text)
{
    return utf8_next(&text);
}

static const char *skip(const char *text, bool (*fits)(uint32_t))
{
    while (*text && fits(peek(text)))
        utf8_next(&text);
    return text;
}

static const char *skip_joiner(const char *text)
{
    if (peek(text) == WORD_JOINER)
        utf8_next(&text);
    return text;
}

// A single separator if a digit stands behind it.
static const char *skip_separator(const char *text)
{
    const char *at = skip_joiner(text);
    if (!is_number_separator(utf8_next(&at)))
        return text;
    at = skip_joiner(at);
    return is_digit(peek(at)) ? at : text;
}

// German words that belong to the number: "8:00 Uhr", "§ 17 BMG".
static const char *skip_words(const char *text)
{
    for (;;) {
        const char *at = is_space(peek(text)) ? skip(text, is_space) : text;
        if (at == text || !is_latin(peek(at)))
            return text;
        text = skip(at, is_latin);
    }
}

// "+49 4921 87-0", "8:00–12:30", "24.12.2026", "18,36 €", "§ 17": where it ends, or `text`. Digits
// alone need nothing.
static const char *number_end(const char *text)
{
    const char *at = text;
    uint32_t first = peek(at);
    if (first == '+' || first == EURO || first == SECTION)
        utf8_next(&at);
    if (first == EURO || first == SECTION)
        at = is_space(peek(at)) ? skip(at, is_space) : at;
    if (!is_digit(peek(at)))
        return text;
    for (const char *before = NULL; before != at;) {
        before = at;
        at = skip(at, is_digit);
        at = skip_separator(at);
    }
    const char *sign = is_space(peek(at)) ? skip(at, is_space) : at;
    uint32_t c = *sign ? utf8_next(&sign) : 0;
    at = skip_words(c == EURO || c == '%' ? sign : at);
    return skip(text, is_digit) == at ? text : at;
}

static bool is_address(const char *text, size_t length)
{
    char address[256];
    if (length >= sizeof address)
        length = sizeof address - 1;
    memcpy(address, text, length);
    address[length] = '\0';
    return strstr(address, "://") || strchr(address, '@') || strncmp(address, "www.", 4) == 0;
}

// "https://emden.example/ar", "info@emden.example": without the punctuation behind it.
static const char *address_end(const char *text)
{
    const char *end = skip(text, is_address_letter);
    while (end > text && strchr(".,;:!?", end[-1]))
        end--;
    return is_address(text, (size_t)(end - text)) ? end : text;
}

// Numbers that follow Latin words run on with them: "Zimmer 12", "Tel. 04921 87-0".
static bool after_latin(bool latin, const char *text, const char *end)
{
    while (text < end) {
        uint32_t c = utf8_next(&text);
        latin = is_latin(c) || (latin && !is_right_to_left(c));
    }
    return latin;
}

const char *isolated(struct arena *arena, const char *text)
{
    struct buf out = {0};
    bool latin = false;
    while (*text) {
        const char *end = address_end(text);
        if (end == text && !latin)
            end = number_end(text);
        if (end > text) {
            buf_text(&out, LEFT_TO_RIGHT_ISOLATE);
            buf_add(&out, text, (size_t)(end - text));
            buf_text(&out, POP_DIRECTIONAL_ISOLATE);
        } else {
            // A word is passed over whole: digits inside it are part of it.
            end = skip(text, is_address_letter);
            if (end == text)
                utf8_next(&end);
            buf_add(&out, text, (size_t)(end - text));
            latin = after_latin(latin, text, end);
        }
        text = end;
    }
    return buf_keep(&out, arena);
}
