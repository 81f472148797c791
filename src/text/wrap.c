// SPDX-License-Identifier: EUPL-1.2
#include "text/wrap.h"

#include <glib.h>
#include <pango/pango.h>

#include "base/utf8.h"

// Code points that Pango is given at a time: it also looks for sentences, and for that goes back to
// the beginning at each full stop that ends none.
enum { PIECE = 4096 };

struct piece {
    size_t bytes, count;
};

// The rest of the text or, if that is too long, up to its last end of a line or space between two
// letters: what stands on one side of these decides nothing on the other.
static struct piece next_piece(const char *text)
{
    struct piece piece = {0}, words = {0};
    uint32_t before = 0, last = 0;
    for (const char *at = text; *at; piece.bytes = (size_t)(at - text)) {
        uint32_t c = utf8_next(&at);
        if (last == '\n' || (last == ' ' && g_unichar_isalpha(before) && g_unichar_isalpha(c)))
            words = piece;
        if (piece.count == PIECE)
            return words.count ? words : piece;
        piece.count++;
        before = last;
        last = c;
    }
    return piece;
}

static uint8_t flags_of(PangoLogAttr attr)
{
    return (uint8_t)((attr.is_line_break ? WRAP_LINE : 0) |
                     (attr.is_mandatory_break ? WRAP_MUST : 0) |
                     (attr.is_cursor_position ? WRAP_GRAPHEME : 0));
}

void wrap_find(const char *text, size_t count, const char *language_tag, uint8_t *flags)
{
    PangoLanguage *language = pango_language_from_string(language_tag);
    size_t from = 0;
    do {
        PangoLogAttr attrs[PIECE + 1] = {0};
        struct piece piece = next_piece(text);
        pango_get_log_attrs(text, (int)piece.bytes, -1, language, attrs, (int)piece.count + 1);
        uint8_t before = 0;
        if (from > 0 && (text[-1] == ' ' || text[-1] == '\n'))
            before = text[-1] == ' ' ? WRAP_LINE : WRAP_LINE | WRAP_MUST;
        for (size_t i = 0; i <= piece.count; i++)
            flags[from + i] = flags_of(attrs[i]);
        flags[from] |= before;
        text += piece.bytes;
        from += piece.count;
    } while (from < count);
}
