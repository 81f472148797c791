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

void scripts_find(const uint32_t *text, size_t count, const char *fallback, char (*scripts)[5])
{
    size_t first = count;
    for (size_t i = 0; i < count; i++) {
        GUnicodeScript script = g_unichar_get_script(text[i]);
        if (!is_neutral(script)) {
            put_code(script, scripts[i]);
            if (first == count)
                first = i;
        } else if (first < count) {
            memcpy(scripts[i], scripts[i - 1], 5);
        }
    }
    for (size_t i = 0; i < first; i++)
        memcpy(scripts[i], first < count ? scripts[first] : fallback, 5);
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
