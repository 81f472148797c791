// SPDX-License-Identifier: EUPL-1.2
// The texts that somebody has to read or write, German and translation side by side.
//
// Each text stands here once in each language, the German one too, and CSS shows of it what the
// address asks for: `#pages_registration_uk` the Ukrainian beside the German.
#include <string.h>

#include "editor/part.h"
#include "guide/path.h"
#include "guide/words.h"
#include "text/tr.h"

void texts_style(struct report *report)
{
    for (size_t i = 1; i < report->guide->languages.count; i++) {
        const char *tag = report->guide->languages.items[i]->tag;
        buf_print(&report->html.out,
                  ".to-%s:target~.in-%s,.to-%s:target~* .in-%s{display:block}"
                  ".to-%s:target~ol>li:has(>.in-%s){display:grid}\n",
                  tag, tag, tag, tag, tag, tag);
    }
}

// ---- Blocks ----------------------------------------------------------------------------------

static void put_term(struct html *html, const struct piece *piece)
{
    html_text(html, piece->text);
    if (!piece->german)
        return;
    html_text(html, *piece->text ? " " : "");
    html_put(html, "span", piece->german, "class", "tag", "lang", "de", "dir", "ltr", NULL);
}

static void put_piece(struct html *html, const struct piece *piece)
{
    switch (piece->kind) {
    case PIECE_PLAIN:
        html_text(html, piece->text);
        break;
    case PIECE_BOLD:
        html_put(html, "b", piece->text, NULL);
        break;
    case PIECE_TERM:
        put_term(html, piece);
        break;
    case PIECE_VALUE:
        html_put(html, "bdi", piece->text, NULL);
        break;
    }
}

static void put_words(struct html *html, const struct block *block, const struct language *language)
{
    html_open(html, "p", "lang", language->tag, "dir", language->rtl ? "rtl" : NULL, NULL);
    for (size_t i = 0; i < block->text.count; i++)
        put_piece(html, &block->text.items[i]);
    html_close(html, "p");
}

static void put_german(struct report *report, const struct block *block)
{
    struct html *html = &report->html;
    html_open(html, "div", NULL);
    put_said(report, "small", NULL, tr_staff("line %d %s"), block->place.line,
             block_label(report->arena, block));
    put_words(html, block, report->guide->languages.items[0]);
    html_close(html, "div");
}

static void put_translation(struct report *report, const struct block *block, size_t language)
{
    struct html *html = &report->html;
    const struct language *spoken = report->guide->languages.items[language];
    const char *format = block->outdated ? tr_staff("line %d: outdated") : tr_staff("line %d");
    html_open(html, "div", "class",
              arena_print(report->arena, "in-%s%s", spoken->tag, block->outdated ? " old" : ""),
              NULL);
    put_said(report, "small", NULL, format, block->place.line);
    put_words(html, block, spoken);
    html_close(html, "div");
}

// ---- One document ----------------------------------------------------------------------------

// The same blocks in each language that there is; by the index of languages.
struct layer {
    const struct block **of;
    size_t count;
};

// Of a translation that nobody doubts only what is outdated.
static bool is_shown(const struct report *report, const struct row *row, const struct block *block,
                     size_t language)
{
    struct cell cell = cell_at(report, row, language);
    return cell.state == STATE_DRAFT || (cell.state == STATE_OUTDATED && block->outdated);
}

static bool is_asked_for(const struct report *report, const struct row *row,
                         const struct layer *layer, size_t at)
{
    bool asked = false;
    for (size_t i = 1; i < layer->count && !asked; i++)
        asked = layer->of[i] ? is_shown(report, row, &layer->of[i][at], i)
                             : cell_at(report, row, i).state == STATE_MISSING;
    return asked;
}

static void put_block(struct report *report, const struct row *row, const struct layer *layer,
                      size_t at)
{
    struct html *html = &report->html;
    html_open(html, "li", NULL);
    put_german(report, &layer->of[0][at]);
    for (size_t i = 1; i < layer->count; i++)
        if (layer->of[i] && is_shown(report, row, &layer->of[i][at], i))
            put_translation(report, &layer->of[i][at], i);
    html_close(html, "li");
}

static void put_blocks(struct report *report, const struct row *row, const struct layer *layer,
                       size_t count);

static void put_children(struct report *report, const struct row *row, const struct layer *layer,
                         size_t at)
{
    struct layer below = {
        arena_alloc(report->arena, layer->count * sizeof(struct block *)),
        layer->count,
    };
    for (size_t i = 0; i < layer->count; i++)
        below.of[i] = layer->of[i] ? layer->of[i][at].children.items : NULL;
    put_blocks(report, row, &below, layer->of[0][at].children.count);
}

// In the order of the file; what has no words of its own is a frame for its children.
static void put_blocks(struct report *report, const struct row *row, const struct layer *layer,
                       size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (layer->of[0][i].text.count && is_asked_for(report, row, layer, i))
            put_block(report, row, layer, i);
        if (layer->of[0][i].children.count)
            put_children(report, row, layer, i);
    }
}

static void put_target(struct report *report, const struct row *row, size_t language)
{
    const char *tag = report->guide->languages.items[language]->tag;
    bool missing = !row->document->in[language];
    html_put(&report->html, "span", "", "id", cell_id(report, row, language), "class",
             arena_print(report->arena, "to-%s%s", tag, missing ? " whole" : ""), NULL);
}

static const char *file_of(struct report *report, const struct row *row, size_t language)
{
    const char *name = arena_print(report->arena, "%s/%s.xml",
                                   report->guide->languages.items[language]->tag, row->path);
    return content_path(report->arena, report->guide->folder, name);
}

static const char *cure(enum state state)
{
    switch (state) {
    case STATE_MISSING:
        return tr_staff("Write the file with the same elements as the German one.");
    case STATE_OUTDATED:
        return tr_staff("Correct what is marked, then run `wegweiser stamp` with this file.");
    default:
        return tr_staff("Read it, correct it, then remove `review=\"draft\"`; where something is "
                        "marked as outdated, run `wegweiser stamp` with this file.");
    }
}

static void put_about(struct report *report, const struct row *row, size_t language)
{
    struct html *html = &report->html;
    const struct language *spoken = report->guide->languages.items[language];
    struct cell cell = cell_at(report, row, language);
    html_open(html, "div", "class", arena_print(report->arena, "in-%s", spoken->tag), NULL);
    html_open(html, "p", NULL);
    put_said(report, "b", NULL, "%s: %s", spoken->german, cell_text(report, cell));
    html_text(html, " ");
    html_put(html, "code", file_of(report, row, language), "class", "place", NULL);
    html_close(html, "p");
    html_open(html, "p", NULL);
    put_message(report, cure(cell.state));
    html_close(html, "p");
    html_close(html, "div");
}

static bool is_open(const struct report *report, const struct row *row, size_t language)
{
    return cell_is_open(cell_at(report, row, language));
}

static void put_open(struct report *report, const struct row *row,
                     void (*put)(struct report *, const struct row *, size_t))
{
    for (size_t i = 1; i < report->guide->languages.count; i++)
        if (is_open(report, row, i))
            put(report, row, i);
}

static struct layer top_layer(struct report *report, const struct row *row)
{
    size_t count = report->guide->languages.count;
    struct layer layer = {arena_alloc(report->arena, count * sizeof(struct block *)), count};
    for (size_t i = 0; i < count; i++)
        if (row->document->in[i])
            layer.of[i] = row->document->in[i]->blocks.items;
    return layer;
}

static void put_document(struct report *report, const struct row *row)
{
    struct html *html = &report->html;
    struct layer layer = top_layer(report, row);
    html_open(html, "section", "class", "document", NULL);
    put_open(report, row, put_target);
    html_put(html, "h3", row->name, NULL);
    put_open(report, row, put_about);
    html_open(html, "p", NULL);
    html_put(html, "b", tr_staff("German"), NULL);
    html_text(html, " ");
    html_put(html, "code", file_of(report, row, 0), "class", "place", NULL);
    html_close(html, "p");
    html_open(html, "ol", NULL);
    put_blocks(report, row, &layer, row->document->in[0]->blocks.count);
    html_close(html, "ol");
    html_open(html, "p", NULL);
    html_put(html, "a", tr_staff("Back to the table"), "href", "#matrix", NULL);
    html_close(html, "p");
    html_close(html, "section");
}

void texts_part(struct report *report)
{
    for (size_t i = 0; i < report->rows.count; i++) {
        const struct row *row = &report->rows.items[i];
        bool open = false;
        for (size_t j = 1; j < report->guide->languages.count; j++)
            open = open || is_open(report, row, j);
        if (open)
            put_document(report, row);
    }
}
