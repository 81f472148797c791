// SPDX-License-Identifier: EUPL-1.2
#include "site/html.h"

#include <assert.h>
#include <stdarg.h>
#include <stdbool.h>
#include <string.h>

// White space beside these shows; after all others it makes the file readable.
static const char *const inline_elements[] = {
    "a", "b", "bdi", "code", "path", "small", "span", "svg", "wbr",
};

static bool is_inline(const char *element)
{
    for (size_t i = 0; i < sizeof inline_elements / sizeof *inline_elements; i++)
        if (strcmp(inline_elements[i], element) == 0)
            return true;
    return false;
}

static const char *escape(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    }
    return NULL;
}

void html_text(struct html *html, const char *text)
{
    const char *plain = text;
    for (; *text; text++) {
        const char *escaped = escape(*text);
        if (!escaped)
            continue;
        buf_add(&html->out, plain, (size_t)(text - plain));
        buf_text(&html->out, escaped);
        plain = text + 1;
    }
    buf_add(&html->out, plain, (size_t)(text - plain));
}

static void write_tag(struct html *html, const char *element, va_list pairs, const char *end)
{
    buf_text(&html->out, "<");
    buf_text(&html->out, element);
    for (const char *name; (name = va_arg(pairs, const char *));) {
        const char *value = va_arg(pairs, const char *);
        if (!value)
            continue;
        buf_text(&html->out, " ");
        buf_text(&html->out, name);
        buf_text(&html->out, "=\"");
        html_text(html, value);
        buf_text(&html->out, "\"");
    }
    buf_text(&html->out, end);
}

static void push(struct html *html, const char *element)
{
    assert(html->depth < HTML_DEPTH);
    html->open[html->depth++] = element;
}

void html_open(struct html *html, const char *element, ...)
{
    va_list pairs;
    va_start(pairs, element);
    write_tag(html, element, pairs, ">");
    va_end(pairs);
    push(html, element);
}

void html_close(struct html *html, const char *element)
{
    assert(html->depth > 0 && strcmp(html->open[html->depth - 1], element) == 0);
    html->depth--;
    buf_text(&html->out, "</");
    buf_text(&html->out, element);
    buf_text(&html->out, is_inline(element) ? ">" : ">\n");
}

void html_empty(struct html *html, const char *element, ...)
{
    va_list pairs;
    va_start(pairs, element);
    write_tag(html, element, pairs, is_inline(element) ? " />" : " />\n");
    va_end(pairs);
}

void html_put(struct html *html, const char *element, const char *text, ...)
{
    va_list pairs;
    va_start(pairs, text);
    write_tag(html, element, pairs, ">");
    va_end(pairs);
    push(html, element);
    html_text(html, text);
    html_close(html, element);
}

void html_json(struct html *html, const char *type, const char *json)
{
    assert(!strpbrk(json, "<>&"));
    html_open(html, "script", "type", type, NULL);
    buf_text(&html->out, json);
    html_close(html, "script");
}

void html_start(struct html *html)
{
    buf_text(&html->out, "<!DOCTYPE html>\n");
}

void html_free(struct html *html)
{
    assert(html->depth == 0);
    buf_free(&html->out);
}
