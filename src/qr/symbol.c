// SPDX-License-Identifier: EUPL-1.2
#include "qr/symbol.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <qrencode.h>

// 97 modules a side. A larger code has modules under 0.55 mm on the smallest poster and the
// screen: phones then need several tries.
enum { LARGEST_VERSION = 20 };

struct symbol {
    QRcode *code;
    char *text;
};

static bool is_ascii(const char *text)
{
    while (*text && (unsigned char)*text < 0x80)
        text++;
    return !*text;
}

// Beyond ASCII the code says that its bytes are UTF-8 (ECI 26, ISO/IEC 18004); readers that are left
// to guess take "Bü" for Chinese.
static QRcode *encode(const char *text, QRecLevel level)
{
    enum { UTF_8 = 26 };
    if (is_ascii(text))
        return QRcode_encodeString(text, 0, level, QR_MODE_8, 1);
    QRinput *input = QRinput_new2(0, level);
    if (!input)
        memory_exhausted();
    bool ok = QRinput_appendECIheader(input, UTF_8) == 0 &&
              QRinput_append(input, QR_MODE_8, (int)strlen(text), (const unsigned char *)text) == 0;
    QRcode *code = ok ? QRcode_encodeInput(input) : NULL;
    QRinput_free(input);
    return code;
}

struct symbol *symbol_new(const char *text, enum symbol_use use, struct faults *faults)
{
    static const QRecLevel levels[] = {
        [SYMBOL_SCREEN] = QR_ECLEVEL_M,
        [SYMBOL_PRINT] = QR_ECLEVEL_Q,
    };
    assert(*text);
    QRcode *code = encode(text, levels[use]);
    if (!code && errno == ENOMEM)
        memory_exhausted();
    if (!code || code->version > LARGEST_VERSION) {
        QRcode_free(code);
        fault_add(faults, (struct place){0},
                  "`%s` is too long (%zu bytes) for a QR code that phones read well; shorten it",
                  text, strlen(text));
        return NULL;
    }
    struct symbol *symbol = malloc(sizeof *symbol);
    char *copy = strdup(text);
    if (!symbol || !copy)
        memory_exhausted();
    *symbol = (struct symbol){code, copy};
    return symbol;
}

void symbol_free(struct symbol *symbol)
{
    if (!symbol)
        return;
    QRcode_free(symbol->code);
    free(symbol->text);
    free(symbol);
}

const char *symbol_text(const struct symbol *symbol)
{
    return symbol->text;
}

int symbol_size(const struct symbol *symbol)
{
    return symbol->code->width;
}

bool symbol_at(const struct symbol *symbol, int x, int y)
{
    int size = symbol->code->width;
    assert(x >= 0 && x < size && y >= 0 && y < size);
    return symbol->code->data[y * size + x] & 1;  // bit 0: dark; the others say what it belongs to
}

bool symbol_next_run(const struct symbol *symbol, int *x, int *y, int *length)
{
    int size = symbol_size(symbol);
    *x += *length;
    for (; *y < size; (*y)++, *x = 0) {
        while (*x < size && !symbol_at(symbol, *x, *y))
            (*x)++;
        if (*x == size)
            continue;
        *length = 1;
        while (*x + *length < size && symbol_at(symbol, *x + *length, *y))
            (*length)++;
        return true;
    }
    return false;
}

static void add_escaped(struct buf *out, const char *text)
{
    for (; *text; text++)
        if (*text == '&')
            buf_text(out, "&amp;");
        else if (*text == '<')
            buf_text(out, "&lt;");
        else if (*text == '>')
            buf_text(out, "&gt;");
        else
            buf_add(out, text, 1);
}

void symbol_svg(const struct symbol *symbol, const char *title, struct buf *out)
{
    int side = symbol_size(symbol) + 2 * QUIET_ZONE;
    buf_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    buf_print(out,
              "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">\n",
              side, side);
    buf_text(out, "<title>");
    add_escaped(out, title);
    buf_text(out, "</title>\n");
    // White below it: the code must stay dark on light wherever it is put.
    buf_print(out, "<path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/>\n", side, side);
    buf_text(out, "<path shape-rendering=\"crispEdges\" d=\"");
    for (int x = 0, y = 0, length = 0; symbol_next_run(symbol, &x, &y, &length);)
        buf_print(out, "M%d %dh%dv1h-%dz", x + QUIET_ZONE, y + QUIET_ZONE, length, length);
    buf_text(out, "\"/>\n</svg>\n");
}
