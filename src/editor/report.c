// SPDX-License-Identifier: EUPL-1.2
#include "editor/report.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/install.h"
#include "editor/part.h"
#include "text/tr.h"

enum { STYLE_LIMIT = 256 * 1024 };

// Hostile content that got past the writer would still find neither script nor network.
static const char policy[] = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
                             "form-action 'none'";

// ---- Small things ----------------------------------------------------------------------------

void put_said(struct report *report, const char *element, const char *class, const char *format,
              ...)
{
    va_list args;
    char *text;
    va_start(args, format);
    if (vasprintf(&text, format, args) < 0)
        memory_exhausted();
    va_end(args);
    html_put(&report->html, element, text, "class", class, NULL);
    free(text);
}

void put_place(struct report *report, struct place place)
{
    const char *file = place.file ? place.file : "wegweiser";
    if (place.line && place.column)
        put_said(report, "code", "place", "%s:%d:%d", file, place.line, place.column);
    else if (place.line)
        put_said(report, "code", "place", "%s:%d", file, place.line);
    else
        put_said(report, "code", "place", "%s", file);
}

void put_message(struct report *report, const char *message)
{
    struct html *html = &report->html;
    for (bool code = false; *message; code = !code) {
        size_t length = strcspn(message, "`");
        const char *text = arena_copy(report->arena, message, length);
        if (code)
            html_put(html, "code", text, NULL);
        else
            html_text(html, text);
        message += length + (message[length] == '`');
    }
}

const char *date_shown(const struct report *report, struct date date)
{
    return arena_print(report->arena, "%02d.%02d.%04d", date.day, date.month, date.year);
}

// ---- Frame -----------------------------------------------------------------------------------

static void put_style(struct report *report, const char *style)
{
    struct html *html = &report->html;
    html_open(html, "style", NULL);
    buf_text(&html->out, style);
    if (report->guide)
        texts_style(report);
    html_close(html, "style");
}

static void put_head(struct report *report, const char *title, const char *style)
{
    struct html *html = &report->html;
    html_open(html, "head", NULL);
    html_empty(html, "meta", "charset", "utf-8", NULL);
    html_empty(html, "meta", "http-equiv", "Content-Security-Policy", "content", policy, NULL);
    html_empty(html, "meta", "name", "viewport", "content", "width=device-width, initial-scale=1",
               NULL);
    html_empty(html, "meta", "name", "robots", "content", "noindex", NULL);
    html_empty(html, "meta", "name", "referrer", "content", "no-referrer", NULL);
    html_put(html, "title", title, NULL);
    put_style(report, style);
    html_close(html, "head");
}

static void put_top(struct report *report, const char *title)
{
    struct html *html = &report->html;
    html_open(html, "header", "class", "top", NULL);
    html_put(html, "h1", title, NULL);
    put_said(report, "p", NULL, tr_staff("As of %s"), date_shown(report, report->today));
    html_close(html, "header");
}

static void put_way(struct report *report, const char *href, const char *text)
{
    struct html *html = &report->html;
    html_open(html, "li", NULL);
    html_put(html, "a", text, "href", href, NULL);
    html_close(html, "li");
}

static void put_ways(struct report *report)
{
    struct html *html = &report->html;
    html_open(html, "nav", "aria-label", tr_staff("On this page"), NULL);
    html_open(html, "ul", NULL);
    put_way(report, "#todo", tr_staff("To do today"));
    put_way(report, "#matrix", tr_staff("Translations"));
    put_way(report, "#links", tr_staff("Web addresses"));
    html_close(html, "ul");
    html_close(html, "nav");
}

static void put_page(struct report *report, const char *style)
{
    struct html *html = &report->html;
    const char *title = report->guide ? arena_print(report->arena, tr_staff("Wegweiser %s: report"),
                                                    report->guide->town)
                                      : tr_staff("Wegweiser: report");
    html_start(html);
    html_open(html, "html", "lang", "de", "dir", "ltr", NULL);
    put_head(report, title, style);
    html_open(html, "body", NULL);
    html_put(html, "a", tr_staff("Skip to the content"), "class", "skip", "href", "#todo", NULL);
    put_top(report, title);
    if (report->guide)
        put_ways(report);
    html_open(html, "main", NULL);
    todo_part(report);
    if (report->guide) {
        matrix_part(report);
        texts_part(report);
        links_part(report);
    }
    html_close(html, "main");
    html_close(html, "body");
    html_close(html, "html");
}

// ---- Rows ------------------------------------------------------------------------------------

static void add_row(struct report *report, const char *path, const struct document *document,
                    enum block_kind name, const struct page *page)
{
    *list_add(report->arena, &report->rows) = (struct row){
        .path = path,
        .name = words_text(report->arena, document->in[0], name, NULL),
        .document = document,
        .page = page,
    };
}

static void list_rows(struct report *report)
{
    const struct guide *guide = report->guide;
    add_row(report, "guide", &guide->words, BLOCK_TITLE, NULL);
    for (size_t i = 0; i < guide->pages.count; i++) {
        const struct page *page = &guide->pages.items[i];
        add_row(report, arena_print(report->arena, "pages/%s", page->id), &page->words, BLOCK_TITLE,
                page);
    }
    for (size_t i = 0; i < guide->offices.count; i++) {
        const struct office *office = &guide->offices.items[i];
        add_row(report, arena_print(report->arena, "offices/%s", office->id), &office->words,
                BLOCK_NAME, NULL);
    }
}

bool report_write(const struct guide *guide, const char *path, struct date today,
                  struct faults *faults)
{
    struct report report = {.guide = guide, .faults = faults, .today = today, .arena = arena_new()};
    size_t length;
    bool ok = false;
    const char *file = installed_path(report.arena, "editor/report.css");
    const char *style = file_read(report.arena, file, STYLE_LIMIT, &length, faults);
    if (!style)
        goto out;
    assert(!strpbrk(style, "<&"));  // it is put in as it is
    if (guide)
        list_rows(&report);
    put_page(&report, style);
    ok = file_write(path, report.html.out.text, report.html.out.length, faults);
out:
    html_free(&report.html);
    arena_free(report.arena);
    return ok;
}
