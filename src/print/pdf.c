// SPDX-License-Identifier: EUPL-1.2
#include "print/pdf.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

struct trailer {
    unsigned long size, root, info;  // numbers of objects
    unsigned long table;             // offset of the cross-reference table
};

// An object of the file: its number, and its dictionary from "<<" up to ">>".
struct object {
    unsigned long number;
    const char *start;
    size_t length;
};

static bool read_trailer(const struct buf *pdf, struct trailer *trailer)
{
    static const char word[] = "trailer";
    for (size_t at = pdf->length; at-- > 0;)
        if (strncmp(pdf->text + at, word, strlen(word)) == 0)
            return sscanf(pdf->text + at,
                          "trailer << /Size %lu /Root %lu 0 R /Info %lu 0 R >> startxref %lu",
                          &trailer->size, &trailer->root, &trailer->info, &trailer->table) == 4;
    return false;
}

static const char *end_of(const struct buf *pdf)
{
    return pdf->text + pdf->length;
}

static bool find_catalog(const struct buf *pdf, const struct trailer *trailer,
                         struct object *object)
{
    char head[32];
    int count = snprintf(head, sizeof head, "\n%lu 0 obj\n", trailer->root);
    const char *start = memmem(pdf->text, pdf->length, head, (size_t)count);
    if (!start)
        return false;
    start += count;
    const char *end = strstr(start, "\n>>\nendobj");
    *object = (struct object){trailer->root, start, end ? (size_t)(end - start) : 0};
    return end && strncmp(start, "<< /Type /Catalog", 17) == 0;
}

// The next figure of the structure behind `after`.
static bool find_figure(const struct buf *pdf, const char *after, struct object *object)
{
    static const char head[] = " 0 obj\n<< /Type /StructElem\n   /S /Figure\n";
    const char *start = memmem(after, (size_t)(end_of(pdf) - after), head, strlen(head));
    if (!start)
        return false;
    const char *number = start;
    while (number > pdf->text && number[-1] >= '0' && number[-1] <= '9')
        number--;
    start += strlen(" 0 obj\n");
    const char *end = strstr(start, ">>\nendobj");
    *object = (struct object){strtoul(number, NULL, 10), start, end ? (size_t)(end - start) : 0};
    return end != NULL;
}

// ---- The update ------------------------------------------------------------------------------

// What is appended: objects said again, and where they stand (ISO 32000-1, 7.5.6).
struct update {
    struct buf objects, table;
    size_t start;  // of the update in the file
};

static void begin_object(struct update *update, const struct object *object)
{
    buf_print(&update->table, "%lu 1\n%010zu 00000 n \n", object->number,
              update->start + update->objects.length);
    buf_print(&update->objects, "%lu 0 obj\n", object->number);
    buf_add(&update->objects, object->start, object->length);
}

// As UTF-16, in hexadecimal digits: ISO 32000-1, 7.9.2.2.
static void add_text(struct buf *out, const char *text)
{
    buf_text(out, "<FEFF");
    for (uint32_t c; (c = utf8_next(&text));)
        if (c < 0x10000)
            buf_print(out, "%04X", c);
        else
            buf_print(out, "%04X%04X", 0xD800 + ((c - 0x10000) >> 10), 0xDC00 + (c & 0x3FF));
    buf_text(out, ">");
}

static bool add_figures(struct update *update, const struct buf *pdf, const char *const *figures,
                        size_t count)
{
    struct object object = {.start = pdf->text};
    for (size_t i = 0; i < count; i++) {
        if (!find_figure(pdf, object.start, &object))
            return false;
        begin_object(update, &object);
        buf_text(&update->objects, "   /Alt ");
        add_text(&update->objects, figures[i]);
        buf_text(&update->objects, "\n>>\nendobj\n");
    }
    return !find_figure(pdf, object.start, &object);
}

static void add_catalog(struct update *update, const struct object *catalog,
                        const struct language *language)
{
    begin_object(update, catalog);
    buf_print(&update->objects,
              "\n   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true /Direction /%s >>\n"
              ">>\nendobj\n",
              language->tag, language->rtl ? "R2L" : "L2R");
}

static void append(struct buf *pdf, const struct update *update, const struct trailer *trailer)
{
    size_t table = pdf->length + update->objects.length;
    buf_add(pdf, update->objects.text, update->objects.length);
    buf_print(pdf, "xref\n%s", update->table.text);
    buf_print(pdf, "trailer\n<< /Size %lu\n   /Root %lu 0 R\n   /Info %lu 0 R\n", trailer->size,
              trailer->root, trailer->info);
    buf_print(pdf, "   /Prev %lu\n>>\nstartxref\n%zu\n%%%%EOF\n", trailer->table, table);
}

bool pdf_describe(struct buf *pdf, const struct language *language, const char *const *figures,
                  size_t count)
{
    struct trailer trailer;
    struct object catalog;
    struct update update = {.start = pdf->length};
    bool ok = read_trailer(pdf, &trailer) && find_catalog(pdf, &trailer, &catalog) &&
              add_figures(&update, pdf, figures, count);
    if (ok) {
        add_catalog(&update, &catalog, language);
        append(pdf, &update, &trailer);
    }
    buf_free(&update.objects);
    buf_free(&update.table);
    return ok;
}
