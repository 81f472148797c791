// SPDX-License-Identifier: EUPL-1.2
#include "base/utf8.h"

#include <string.h>

uint32_t utf8_next(const char **text)
{
    const unsigned char *s = (const unsigned char *)*text;
    if (!*s)
        return 0;
    int more = *s < 0x80 ? 0 : *s < 0xE0 ? 1 : *s < 0xF0 ? 2 : 3;
    uint32_t code_point = more ? *s & (0x3Fu >> more) : *s;
    for (s++; more > 0 && *s; more--, s++)
        code_point = code_point << 6 | (*s & 0x3F);
    *text = (const char *)s;
    return code_point;
}

static bool steers(uint32_t c)
{
    return (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

uint32_t utf8_safe(const char **text, const char *end)
{
    static const uint32_t replacement = 0xFFFD;
    unsigned char lead = (unsigned char)**text;
    size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const char *at = *text;
    if (length > (size_t)(end - at) || utf8_check(at, length) != length) {
        ++*text;
        return replacement;
    }
    uint32_t c = lead ? utf8_next(text) : (uint32_t)(unsigned char)*(*text)++;
    return steers(c) ? replacement : c;
}

size_t utf8_put(char out[4], uint32_t c)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    size_t more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const unsigned char marks[] = {0, 0xC0, 0xE0, 0xF0};
    out[0] = (char)(marks[more] | c >> (6 * more));
    for (size_t i = 1; i <= more; i++)
        out[i] = (char)(0x80 | (c >> (6 * (more - i)) & 0x3F));
    return more + 1;
}

size_t utf8_count(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += ((unsigned char)*text & 0xC0) != 0x80;
    return count;
}

size_t utf8_check(const char *bytes, size_t length)
{
    const unsigned char *s = (const unsigned char *)bytes;
    for (size_t at = 0; at < length;) {
        unsigned char c = s[at];
        // clang-format off
        size_t more = c < 0x80 ? 0 : c >= 0xC2 && c < 0xE0 ? 1 : c >= 0xE0 && c < 0xF0 ? 2
                    : c >= 0xF0 && c < 0xF5 ? 3 : 4;
        // clang-format on
        if (more == 4 || at + more >= length + (more == 0))
            return at;
        for (size_t i = 1; i <= more; i++)
            if ((s[at + i] & 0xC0) != 0x80)
                return at;
        if (more == 2 && ((c == 0xE0 && s[at + 1] < 0xA0) || (c == 0xED && s[at + 1] > 0x9F)))
            return at;
        if (more == 3 && ((c == 0xF0 && s[at + 1] < 0x90) || (c == 0xF4 && s[at + 1] > 0x8F)))
            return at;
        at += more + 1;
    }
    return length;
}

char *utf8_unhyphened(struct arena *arena, const char *text)
{
    char *copy = arena_text(arena, text);
    for (char *hyphen; (hyphen = strstr(copy, "\u00AD"));)
        memmove(hyphen, hyphen + 2, strlen(hyphen + 2) + 1);
    return copy;
}
