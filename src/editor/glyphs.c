// SPDX-License-Identifier: EUPL-1.2
#include "editor/glyphs.h"

#include "base/utf8.h"
#include "guide/character.h"
#include "text/script.h"

enum { UNICODE_END = 0x110000 };

static bool can_be_shown(struct fonts *fonts, uint32_t character)
{
    return character < 0x80 || is_invisible(character) || fonts_have(fonts, character);
}

static void warn_of(const struct characters *characters, uint32_t c, struct faults *faults)
{
    char shown[5] = "";
    utf8_put(shown, c);
    warning_add(faults, characters->place,
                "no font has `%s` (U+%04X); write it with other characters or add a font to "
                "fonts/map",
                shown, (unsigned)c);
}

// Whether it is the first of its kind; one bit for each code point.
static bool is_news(uint8_t *told, uint32_t c)
{
    uint8_t bit = (uint8_t)(1 << c % 8);
    bool news = !(told[c / 8] & bit);
    told[c / 8] |= bit;
    return news;
}

enum { TOLD_MOST = 20 };  // characters in one file

void glyphs_check(struct fonts *fonts, const char *path, struct faults *faults)
{
    struct arena *arena = arena_new();
    struct characters characters;
    uint8_t *told = arena_alloc(arena, UNICODE_END / 8);
    int count = 0;
    bool ok = characters_open(&characters, arena, path, faults);
    for (uint32_t c; ok && count < TOLD_MOST && (c = characters_next(&characters));) {
        if (c >= UNICODE_END || can_be_shown(fonts, c) || !is_news(told, c))
            continue;
        warn_of(&characters, c, faults);
        count++;
    }
    if (count == TOLD_MOST)
        warning_add(faults, characters.place,
                    "%d characters up to here that no font has; add a font to fonts/map before "
                    "looking at the rest",
                    TOLD_MOST);
    arena_free(arena);
}
