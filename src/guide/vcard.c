// SPDX-License-Identifier: EUPL-1.2
#include "guide/vcard.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

enum { SOFT_HYPHEN = 0xAD, NO_BREAK_SPACE = 0xA0, WORD_JOINER = 0x2060 };

// RFC 2426, 4: comma, semicolon and backslash are escaped. What only holds lines together goes.
static void add_text(struct buf *card, const char *text)
{
    for (uint32_t c; (c = utf8_next(&text));) {
        char bytes[4];
        if (c == SOFT_HYPHEN || c == WORD_JOINER)
            continue;
        if (c == NO_BREAK_SPACE)
            c = ' ';
        if (c < 0x80 && strchr(",;\\", (int)c))
            buf_text(card, "\\");
        buf_add(card, bytes, utf8_put(bytes, c));
    }
}

static void add_line(struct buf *card, const char *name, const char *text)
{
    buf_print(card, "%s:", name);
    add_text(card, text);
    buf_text(card, "\r\n");
}

// Post office box; extension; street; town; state; postcode; country.
static void add_address(struct buf *card, const struct address *address)
{
    buf_text(card, "ADR;TYPE=WORK:;;");
    add_text(card, address->street);
    buf_text(card, ";");
    add_text(card, address->city);
    buf_text(card, ";;");
    add_text(card, address->postcode);
    buf_text(card, ";\r\n");
}

char *vcard_text(struct arena *arena, const struct office *office)
{
    struct buf card = {0};
    const char *name = words_text(arena, office->words.in[0], BLOCK_NAME, NULL);
    buf_text(&card, "BEGIN:VCARD\r\nVERSION:3.0\r\n");
    buf_text(&card, "N:;;;;\r\n");
    add_line(&card, "FN", name);
    add_line(&card, "ORG", name);  // telephones list it as an organisation then
    for (size_t i = 0; i < office->phones.count; i++)
        add_line(&card, "TEL", office->phones.items[i].plain);
    if (office->email)
        add_line(&card, "EMAIL", office->email->plain);
    if (office->sites.items[0].address)
        add_address(&card, office->sites.items[0].address);
    if (office->website)
        add_line(&card, "URL", office->website->plain);
    buf_text(&card, "END:VCARD\r\n");
    return buf_keep(&card, arena);
}
