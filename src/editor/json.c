// SPDX-License-Identifier: EUPL-1.2
#include "editor/json.h"

#include <string.h>

#include "base/json.h"

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
        json_bytes(buf, fault->place.file, strlen(fault->place.file));
    else
        buf_text(buf, "null");
    buf_text(buf, ",");
    add_number(buf, "line", fault->place.line);
    add_number(buf, "column", fault->place.line ? fault->place.column : 0);
    buf_print(buf, "\"severity\":\"%s\",\"message\":", severity_name(fault->severity));
    json_bytes(buf, fault->message, length);
    if (cure) {
        buf_text(buf, ",\"cure\":");
        json_bytes(buf, cure, strlen(cure));
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
