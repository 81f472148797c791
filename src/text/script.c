// SPDX-License-Identifier: EUPL-1.2
#include "text/script.h"

#include <glib.h>
#include <string.h>

static bool is_neutral(GUnicodeScript script)
{
    return script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED ||
           script == G_UNICODE_SCRIPT_UNKNOWN;
}

static void put_code(GUnicodeScript script, char out[5])
{
    guint32 tag = g_unicode_script_to_iso15924(script);
    for (int i = 0; i < 4; i++)
        out[i] = (char)(tag >> (24 - 8 * i));
    out[4] = '\0';
}

// Pairs of which a text may have many open at a time; deeper ones go unpaired.
enum { PAIRS_OPEN = 64 };

// German, Polish and Urdu open and close with signs that close and open elsewhere.
static const uint32_t pairs[][2] = {
    {'(', ')'},       {'[', ']'},       {'{', '}'},       {0xAB, 0xBB},     {0xBB, 0xAB},
    {0x2018, 0x2019}, {0x201A, 0x2018}, {0x201A, 0x2019}, {0x201C, 0x201D}, {0x201D, 0x201C},
    {0x201E, 0x201C}, {0x201E, 0x201D}, {0x2039, 0x203A}, {0x203A, 0x2039}, {0x3008, 0x3009},
    {0x300A, 0x300B}, {0x300C, 0x300D}, {0x300E, 0x300F}, {0x3010, 0x3011}, {0xFF08, 0xFF09},
};

struct open_pairs {
    struct {
        uint32_t sign;
        size_t at;
    } items[PAIRS_OPEN];
    size_t count;
};

static bool is_pair(uint32_t open, uint32_t close)
{
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0] == open && pairs[i][1] == close)
            return true;
    return false;
}

static bool opens_pair(uint32_t sign)
{
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0] == sign)
            return true;
    return false;
}

// Where the sign was opened that this one closes, else `at` itself.
static size_t opening_of(struct open_pairs *open, uint32_t sign, size_t at)
{
    for (size_t i = open->count; i-- > 0;) {
        if (!is_pair(open->items[i].sign, sign))
            continue;
        open->count = i;
        return open->items[i].at;
    }
    if (opens_pair(sign) && open->count < PAIRS_OPEN) {
        open->items[open->count].sign = sign;
        open->items[open->count++].at = at;
    }
    return at;
}

void scripts_find(const uint32_t *text, size_t count, const char *fallback, char (*scripts)[5])
{
    struct open_pairs open = {.count = 0};
    size_t first = count;
    for (size_t i = 0; i < count; i++) {
        GUnicodeScript script = g_unichar_get_script(text[i]);
        if (!is_neutral(script)) {
            put_code(script, scripts[i]);
            if (first == count)
                first = i;
            continue;
        }
        size_t opening = opening_of(&open, text[i], i);
        if (opening < i && opening >= first)
            memcpy(scripts[i], scripts[opening], 5);
        else if (first < count)
            memcpy(scripts[i], scripts[i - 1], 5);
    }
    for (size_t i = 0; i < first; i++)
        memcpy(scripts[i], first < count ? scripts[first] : fallback, 5);
}

const char *script_of_variant(const char *script)
{
    static const char *const variants[][2] = {{"Aran", "Arab"}, {"Hans", "Hani"}};
    for (size_t i = 0; i < sizeof variants / sizeof *variants; i++)
        if (strcmp(script, variants[i][0]) == 0)
            return variants[i][1];
    return script;
}

bool is_invisible(uint32_t c)
{
    static const uint32_t ranges[][2] = {
        // Default_Ignorable_Code_Point of Unicode 15, without Hangul fillers
        {0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x061C, 0x061C}, {0x180B, 0x180F}, {0x200B, 0x200F},
        {0x202A, 0x202E}, {0x2060, 0x206F}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xE0000, 0xE0FFF},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (c >= ranges[i][0] && c <= ranges[i][1])
            return true;
    return false;
}
