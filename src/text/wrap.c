// SPDX-License-Identifier: EUPL-1.2
#include "text/wrap.h"

#include <pango/pango.h>
#include <string.h>

#include "base/arena.h"

void wrap_find(const char *text, size_t count, const char *language_tag, uint8_t *flags)
{
    struct arena *arena = arena_new();
    PangoLogAttr *attrs = arena_alloc(arena, (count + 1) * sizeof *attrs);
    pango_get_log_attrs(text, (int)strlen(text), -1, pango_language_from_string(language_tag),
                        attrs, (int)count + 1);
    for (size_t i = 0; i <= count; i++)
        flags[i] = (uint8_t)((attrs[i].is_line_break ? WRAP_LINE : 0) |
                             (attrs[i].is_mandatory_break ? WRAP_MUST : 0) |
                             (attrs[i].is_cursor_position ? WRAP_GRAPHEME : 0));
    arena_free(arena);
}
