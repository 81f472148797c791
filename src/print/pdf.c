// SPDX-License-Identifier: EUPL-1.2
#include "print/pdf.h"

#include <stdio.h>
#include <string.h>

struct trailer {
    unsigned long size, root, info;  // numbers of objects
    unsigned long table;             // offset of the cross-reference table
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

// Of the document's catalogue, from "<<" up to ">>".
static bool find_catalog(const struct buf *pdf, const struct trailer *trailer, const char **start,
                         size_t *length)
{
    char head[32];
    int count = snprintf(head, sizeof head, "\n%lu 0 obj\n", trailer->root);
    *start = memmem(pdf->text, pdf->length, head, (size_t)count);
    if (!*start)
        return false;
    *start += count;
    const char *end = strstr(*start, "\n>>\nendobj");
    *length = end ? (size_t)(end - *start) : 0;
    return end && strncmp(*start, "<< /Type /Catalog", 17) == 0;
}

// An update is appended that says the catalogue again: ISO 32000-1, 7.5.6.
bool pdf_set_language(struct buf *pdf, const char *tag)
{
    struct trailer trailer;
    struct buf update = {0};
    const char *catalog;
    size_t length;
    if (!read_trailer(pdf, &trailer) || !find_catalog(pdf, &trailer, &catalog, &length))
        return false;
    buf_print(&update, "%lu 0 obj\n", trailer.root);
    buf_add(&update, catalog, length);
    buf_print(&update, "\n   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n", tag);
    buf_text(&update, ">>\nendobj\n");
    size_t table = pdf->length + update.length;
    buf_print(&update, "xref\n%lu 1\n%010zu 00000 n \n", trailer.root, pdf->length);
    buf_print(&update, "trailer\n<< /Size %lu\n   /Root %lu 0 R\n   /Info %lu 0 R\n", trailer.size,
              trailer.root, trailer.info);
    buf_print(&update, "   /Prev %lu\n>>\nstartxref\n%zu\n%%%%EOF\n", trailer.table, table);
    buf_add(pdf, update.text, update.length);
    buf_free(&update);
    return true;
}
