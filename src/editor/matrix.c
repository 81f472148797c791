// SPDX-License-Identifier: EUPL-1.2
// Documents by languages: what is complete, outdated, draft, missing.
#include <assert.h>
#include <string.h>

#include "editor/part.h"
#include "editor/readability.h"
#include "text/tr.h"

// ---- Cells -----------------------------------------------------------------------------------

static bool is_promised(const struct report *report, const struct row *row, size_t language)
{
    return !row->page || page_is_promised(report->guide, row->page, language);
}

struct cell cell_at(const struct report *report, const struct row *row, size_t language)
{
    const struct words *words = row->document->in[language];
    struct cell cell = {STATE_COMPLETE, words_outdated(words)};
    if (!words)
        cell.state = is_promised(report, row, language) ? STATE_MISSING : STATE_BEYOND;
    else if (words->draft)
        cell.state = STATE_DRAFT;
    else if (cell.outdated)
        cell.state = STATE_OUTDATED;
    return cell;
}

bool cell_is_open(struct cell cell)
{
    return cell.state == STATE_OUTDATED || cell.state == STATE_DRAFT || cell.state == STATE_MISSING;
}

// Each state has a sign of its own, so that no colour is needed.
static const char *const classes[] = {"complete", "outdated", "draft", "missing", "beyond"};
static const char *const signs[] = {"✓", "!", "E", "✗", "·"};
static_assert(sizeof classes / sizeof *classes == STATES, "one for each state");
static_assert(sizeof signs / sizeof *signs == STATES, "one for each state");

static const char *state_name(enum state state)
{
    switch (state) {
    case STATE_COMPLETE:
        return tr_staff("complete");
    case STATE_OUTDATED:
        return tr_staff("outdated");
    case STATE_DRAFT:
        return tr_staff("draft");
    case STATE_MISSING:
        return tr_staff("missing");
    default:
        return tr_staff("not there and not promised");
    }
}

const char *cell_text(const struct report *report, struct cell cell)
{
    const char *name = state_name(cell.state);
    if (cell.state == STATE_OUTDATED)
        return arena_print(report->arena, tr_staff("outdated paragraphs: %zu"), cell.outdated);
    if (!cell.outdated)
        return name;
    return arena_print(report->arena, tr_staff("draft, outdated paragraphs: %zu"), cell.outdated);
}

const char *cell_id(const struct report *report, const struct row *row, size_t language)
{
    char *id = arena_print(report->arena, "%s_%s", row->path,
                           report->guide->languages.items[language]->tag);
    for (char *at = id; (at = strchr(at, '/'));)
        *at = '_';
    return id;
}

// "E", "!3", "E!3"
static const char *sign_of(const struct report *report, struct cell cell)
{
    if (!cell.outdated)
        return signs[cell.state];
    return arena_print(report->arena, "%s%s%zu", cell.state == STATE_DRAFT ? "E" : "",
                       signs[STATE_OUTDATED], cell.outdated);
}

static void put_closed(struct report *report, struct cell cell)
{
    struct html *html = &report->html;
    html_put(html, "span", sign_of(report, cell), "aria-hidden", "true", NULL);
    html_put(html, "span", cell_text(report, cell), "class", "unseen", NULL);
}

static void put_cell(struct report *report, const struct row *row, size_t language)
{
    struct html *html = &report->html;
    struct cell cell = cell_at(report, row, language);
    const char *german = report->guide->languages.items[language]->german;
    const char *class = cell.outdated ? classes[STATE_OUTDATED] : classes[cell.state];
    html_open(html, "td", "class", class, NULL);
    if (!cell_is_open(cell))
        put_closed(report, cell);
    else
        html_put(
            html, "a", sign_of(report, cell), "href",
            arena_print(report->arena, "#%s", cell_id(report, row, language)), "aria-label",
            arena_print(report->arena, "%s, %s: %s", row->name, german, cell_text(report, cell)),
            NULL);
    html_close(html, "td");
}

// ---- The table -------------------------------------------------------------------------------

static void put_languages(struct report *report)
{
    struct html *html = &report->html;
    html_open(html, "thead", NULL);
    html_open(html, "tr", NULL);
    html_put(html, "th", tr_staff("Text"), "scope", "col", NULL);
    html_open(html, "th", "scope", "col", "title", "Wiener Sachtextformel", NULL);
    html_put(html, "span", tr_staff("Readability, 4 easy to 15 hard"), NULL);
    html_close(html, "th");
    for (size_t i = 1; i < report->guide->languages.count; i++) {
        const struct language *language = report->guide->languages.items[i];
        html_open(html, "th", "scope", "col", NULL);
        html_open(html, "span", NULL);
        html_text(html, language->german);
        html_text(html, " ");
        html_put(html, "small", language->tag, NULL);
        html_close(html, "span");
        html_close(html, "th");
    }
    html_close(html, "tr");
    html_close(html, "thead");
}

// Of the German text; a dash where it has no sentences.
static void put_readability(struct report *report, const struct row *row)
{
    struct readability of = readability_of(row->document->in[0]);
    put_said(report, "td", NULL, of.words ? "%.1f" : "–", of.index);
}

static void put_row(struct report *report, const struct row *row)
{
    struct html *html = &report->html;
    html_open(html, "tr", NULL);
    html_open(html, "th", "scope", "row", NULL);
    html_put(html, "span", row->name, NULL);
    html_text(html, " ");
    html_put(html, "small", row->path, NULL);
    html_close(html, "th");
    put_readability(report, row);
    for (size_t i = 1; i < report->guide->languages.count; i++)
        put_cell(report, row, i);
    html_close(html, "tr");
}

// The number of rows that are in one state, or, for STATE_OUTDATED, of blocks.
static size_t count(const struct report *report, enum state state, size_t language)
{
    size_t sum = 0;
    for (size_t i = 0; i < report->rows.count; i++) {
        struct cell cell = cell_at(report, &report->rows.items[i], language);
        sum += state == STATE_OUTDATED ? cell.outdated : cell.state == state;
    }
    return sum;
}

static void put_sum(struct report *report, const char *name, enum state state)
{
    struct html *html = &report->html;
    html_open(html, "tr", NULL);
    html_put(html, "th", name, "scope", "row", NULL);
    html_put(html, "td", "", NULL);
    for (size_t i = 1; i < report->guide->languages.count; i++)
        put_said(report, "td", NULL, "%zu", count(report, state, i));
    html_close(html, "tr");
}

static void put_sums(struct report *report)
{
    struct html *html = &report->html;
    html_open(html, "tbody", "class", "sums", NULL);
    put_sum(report, tr_staff("Complete texts"), STATE_COMPLETE);
    put_sum(report, tr_staff("Outdated paragraphs"), STATE_OUTDATED);
    put_sum(report, tr_staff("Drafts"), STATE_DRAFT);
    put_sum(report, tr_staff("Missing texts"), STATE_MISSING);
    html_close(html, "tbody");
}

static void put_legend(struct report *report)
{
    struct html *html = &report->html;
    html_open(html, "ul", "class", "legend", NULL);
    for (size_t i = 0; i < STATES; i++) {
        html_open(html, "li", NULL);
        html_put(html, "span", signs[i], "class", classes[i], "aria-hidden", "true", NULL);
        html_text(html, " ");
        html_text(html, state_name((enum state)i));
        html_close(html, "li");
    }
    html_close(html, "ul");
}

void matrix_part(struct report *report)
{
    struct html *html = &report->html;
    html_open(html, "section", "aria-labelledby", "matrix", NULL);
    html_put(html, "h2", tr_staff("Translations"), "id", "matrix", NULL);
    html_put(html, "p",
             tr_staff("A sign that is underlined opens the text beside the German one. The number "
                      "counts the paragraphs whose German text has changed since."),
             NULL);
    put_legend(report);
    html_open(html, "section", "class", "scroll", "aria-label", tr_staff("Table of translations"),
              "tabindex", "0", NULL);
    html_open(html, "table", "class", "matrix", NULL);
    put_languages(report);
    html_open(html, "tbody", NULL);
    for (size_t i = 0; i < report->rows.count; i++)
        put_row(report, &report->rows.items[i]);
    html_close(html, "tbody");
    put_sums(report);
    html_close(html, "table");
    html_close(html, "section");
    html_close(html, "section");
}
