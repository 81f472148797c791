// SPDX-License-Identifier: EUPL-1.2
#include "base/json.h"

#include <string.h>

#include "base/utf8.h"

static void add(struct buf *json, uint32_t c)
{
    char bytes[4];
    if (c < ' ' || c == 0x2028 || c == 0x2029 || (c < 0x80 && strchr("\"\\<>&'", (int)c)))
        buf_print(json, "\\u%04x", (unsigned)c);
    else
        buf_add(json, bytes, utf8_put(bytes, c));
}

void json_text(struct buf *json, const char *text)
{
    if (!text) {
        buf_text(json, "null");
        return;
    }
    buf_text(json, "\"");
    for (uint32_t c; (c = utf8_next(&text));)
        add(json, c);
    buf_text(json, "\"");
}

void json_bytes(struct buf *json, const char *bytes, size_t length)
{
    buf_text(json, "\"");
    for (const char *at = bytes; at < bytes + length;) {
        unsigned char byte = (unsigned char)*at;
        if (byte < ' ')
            at++;  // a control character, which utf8_safe() would replace
        add(json, byte < ' ' ? byte : utf8_safe(&at, bytes + length));
    }
    buf_text(json, "\"");
}
