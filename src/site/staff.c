// SPDX-License-Identifier: EUPL-1.2
#include "site/staff.h"

#include <string.h>

#include "site/kind.h"
#include "text/tr.h"

static void write_line(struct leaf *leaf, const char *sentence, const char *value)
{
    html_open(&leaf->html, "small", NULL);
    leaf_fill(leaf, sentence, value, NULL);
    html_close(&leaf->html, "small");
}

static void write_sheet(struct leaf *leaf, const struct staff_sheet *sheet)
{
    struct html *html = &leaf->html;
    html_open(html, "li", NULL);
    html_open(html, "a", "href", sheet->file, "download", "download", NULL);
    if (sheet->picture)
        html_empty(html, "img", "src", sheet->picture, "alt", "", "loading", "lazy", NULL);
    html_put(html, "b", sheet->size, NULL);
    html_close(html, "a");
    write_line(leaf, tr_staff("As of %s"), leaf_date(leaf, sheet->content));
    if (sheet->id)
        write_line(leaf, tr_staff("Sheet %s"), sheet->id);
    html_close(html, "li");
}

// Of the heading above the sheets that begin there.
static const char *id_of(struct leaf *leaf, size_t at)
{
    return arena_print(leaf->arena, "from-%zu", at);
}

// Those of one subject; the place behind them.
static size_t write_subject(struct leaf *leaf, const struct staff_sheets *sheets, size_t at)
{
    const struct staff_sheet *first = &sheets->list.items[at];
    html_open(&leaf->html, "div", NULL);
    html_put(&leaf->html, "h3", first->subject, NULL);
    html_open(&leaf->html, "ul", "class", "sheets", NULL);
    for (; at < sheets->list.count; at++) {
        const struct staff_sheet *sheet = &sheets->list.items[at];
        if (sheet->kind != first->kind || strcmp(sheet->subject, first->subject) != 0)
            break;
        write_sheet(leaf, sheet);
    }
    html_close(&leaf->html, "ul");
    html_close(&leaf->html, "div");
    return at;
}

// Those of one kind; the place behind them.
static size_t write_kind(struct leaf *leaf, const struct staff_sheets *sheets, size_t at)
{
    const char *kind = sheets->list.items[at].kind;
    html_put(&leaf->html, "h2", kind, "id", id_of(leaf, at), NULL);
    html_open(&leaf->html, "div", "class", "subjects", NULL);
    while (at < sheets->list.count && sheets->list.items[at].kind == kind)
        at = write_subject(leaf, sheets, at);
    html_close(&leaf->html, "div");
    return at;
}

// What there is, for going there.
static void write_kinds(struct leaf *leaf, const struct staff_sheets *sheets)
{
    const char *last = NULL;
    html_open(&leaf->html, "ul", "class", "kinds", NULL);
    for (size_t i = 0; i < sheets->list.count; i++) {
        const char *kind = sheets->list.items[i].kind;
        if (kind == last)
            continue;
        html_open(&leaf->html, "li", NULL);
        html_put(&leaf->html, "a", kind, "href", arena_print(leaf->arena, "#%s", id_of(leaf, i)),
                 NULL);
        html_close(&leaf->html, "li");
        last = kind;
    }
    html_close(&leaf->html, "ul");
}

void staff_leaf(struct leaf *leaf, const struct staff_sheets *sheets)
{
    const char *title = arena_print(leaf->arena, tr_staff("To print for %s"), leaf->guide->town);
    leaf_open(leaf, title, "", &leaf->guide->words);
    html_put(&leaf->html, "h1", title, NULL);
    html_put(&leaf->html, "p",
             tr_staff("Print at 100 %, not fitted to the page. What hangs on a wall is out of date "
                      "if the number at its lower edge is another one than here."),
             "class", "lead", NULL);
    write_kinds(leaf, sheets);
    for (size_t i = 0; i < sheets->list.count;)
        i = write_kind(leaf, sheets, i);
    leaf_close(leaf);
}
