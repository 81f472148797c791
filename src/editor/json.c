// SPDX-License-Identifier: EUPL-1.2
#include "editor/json.h"

#include <stdint.h>
#include <string.h>

#include "base/utf8.h"

static void add_quoted(struct buf *buf, const char *text, size_t length)
{
    char bytes[4];
    buf_text(buf, "\"");
    for (const char *end = text + length; text < end;) {
        unsigned char byte = (unsigned char)*text;
        if (byte == '"' || byte == '\\') {
            buf_print(buf, "\\%c", byte);
            text++;
        } else if (byte < 0x20) {
            buf_print(buf, "\\u%04x", byte);
            text++;
        } else {
            buf_add(buf, bytes, utf8_put(bytes, utf8_safe(&text, end)));
        }
    }
    buf_text(buf, "\"");
}

void json_safe_text(struct buf *buf, const char *text)
{
    add_quoted(buf, text, strlen(text));
}

static void add_number(struct buf *buf, const char *name, int number)
{
    if (number)
        buf_print(buf, "\"%s\":%d,", name, number);
    else
        buf_print(buf, "\"%s\":null,", name);
}

static void add_fault(struct buf *buf, const struct fault *fault)
{
    const char *cure = fault_cure(fault);
    size_t length = cure ? (size_t)(cure - fault->message) - 2 : strlen(fault->message);
    buf_text(buf, "{\"file\":");
    if (fault->place.file)
        json_safe_text(buf, fault->place.file);
    else
        buf_text(buf, "null");
    buf_text(buf, ",");
    add_number(buf, "line", fault->place.line);
    add_number(buf, "column", fault->place.line ? fault->place.column : 0);
    buf_print(buf, "\"severity\":\"%s\",\"message\":", severity_name(fault->severity));
    add_quoted(buf, fault->message, length);
    if (cure) {
        buf_text(buf, ",\"cure\":");
        json_safe_text(buf, cure);
    }
    buf_text(buf, "}");
}

void json_faults(struct buf *buf, struct faults *faults)
{
    faults_sort(faults);
    buf_print(buf, "\"errors\":%zu,\"warnings\":%zu,\"hints\":%zu,\n\"faults\":[", faults->errors,
              faults->warnings, faults->hints);
    for (size_t i = 0; i < faults->list.count; i++) {
        buf_text(buf, i ? ",\n" : "\n");
        add_fault(buf, &faults->list.items[i]);
    }
    buf_text(buf, "]");
}
