// SPDX-License-Identifier: EUPL-1.2
#include "print/parallel.h"

#include <math.h>

#include "guide/pair.h"
#include "print/matter.h"
#include "text/tr.h"

static const double plate = 7, row_padding = 1.6, gutter = 3;

struct columns {
    const struct words *own, *other;
    double width;
};

static double other_start(const struct columns *columns)
{
    return columns->width + 2 * gutter + plate;
}

static struct setting set_cell(struct book *book, const struct language *language,
                               const struct pieces *pieces, const char *text, bool bold,
                               const char *mark, double width)
{
    struct style style = {language, bold ? WEIGHT_BOLD : WEIGHT_REGULAR, BODY_SIZE, INK_BLACK};
    struct snippets snippets = {0};
    if (pieces)
        snippets = snippets_of(book->arena, pieces);
    else
        *list_add(book->arena, &snippets) = (struct snippet){text, SNIPPET_PLAIN};
    if (mark)
        *list_add(book->arena, &snippets) = (struct snippet){mark, SNIPPET_MARK};
    return setting_new(book->arena, book->sheet, &style, LEADING_BODY, &snippets, width);
}

static void put_number(struct book *book, const struct columns *columns, int number)
{
    struct style style = {book->guide->languages.items[0], WEIGHT_BOLD, 3.6, INK_PETROL};
    struct box box = book_box(book, columns->width + gutter, book->y, plate, 6);
    sheet_box(book->sheet, box, 1, INK_PETROL_TINT);
    sheet_put(book->sheet, "Lbl", &style, arena_print(book->arena, "%d", number),
              box.x + box.width / 2, box.y + box.height / 2 + 0.357 * style.size, ALIGN_CENTER);
}

static void put_rule(struct book *book)
{
    sheet_box(book->sheet, book_box(book, 0, book->y, book_width(book), 0.2), 0, INK_HAIR);
    book->y += row_padding;
}

// What of both cells finds room on this page; true if that was all.
static bool put_part(struct book *book, const struct columns *columns,
                     const struct setting cells[2], int from[2])
{
    const double starts[2] = {0, other_start(columns)};
    double height = 0;
    bool done = true;
    for (int i = 0; i < 2; i++) {
        const struct setting *cell = &cells[i];
        int fit = (int)floor(book_room(book) / cell->pitch + 0.001);
        int count = fmin(cell->lines - from[i], fmax(fit, 1));
        if (count > 0) {
            sheet_begin(book->sheet, "TD");
            setting_put(book->sheet, cell, from[i], count,
                        book_box(book, starts[i], 0, cell->width, 0).x, book->y);
            sheet_end(book->sheet);
        }
        from[i] += count;
        height = fmax(height, count * cell->pitch);
        done &= from[i] >= cell->lines;
    }
    book->y += height;
    return done;
}

static void put_pair(struct book *book, const struct columns *columns, const struct pair *pair,
                     int number)
{
    const char *mark = pair->outdated ? tr(book->language, "The German text has changed") : NULL;
    const struct language *own = pair->own ? columns->own->language : book->language;
    struct setting cells[2] = {
        set_cell(book, own, pair->own, pair->own_text, pair->bold, mark, columns->width),
        set_cell(book, columns->other->language, pair->other, pair->other_text, pair->bold, NULL,
                 columns->width)};
    double height = fmax(setting_height(&cells[0]), setting_height(&cells[1]));
    double page = book->paper->height - book->paper->top - book->paper->bottom;
    book_need(book, fmin(fmax(height, plate) + 2 * row_padding, page / 2));
    put_rule(book);
    sheet_begin(book->sheet, "TR");
    put_number(book, columns, number);
    for (int from[2] = {0, 0}; !put_part(book, columns, cells, from);)
        book_page(book);
    sheet_end(book->sheet);
    book->y += row_padding;
    setting_free(&cells[0]);
    setting_free(&cells[1]);
}

static void put_head(struct book *book, const struct columns *columns, double outer)
{
    const struct language *both[2] = {book->language, columns->other->language};
    double start = book_starts_outside(book) ? outer : 0, width = book_width(book) - outer;
    for (int i = 0; i < 2; i++) {
        struct style name = {both[i], WEIGHT_BOLD, 4.8, INK_BLACK};
        struct style hint = {both[i], WEIGHT_REGULAR, 3.4, INK_GREY};
        book_text(book, "P", &name, LEADING_LABEL, both[i]->endonym, start, width);
        book_text(book, "P", &hint, LEADING_LABEL, tr(both[i], "Point to the sentence"), start,
                  width);
    }
    if (columns->own->draft) {
        struct style state = book_style(book, WEIGHT_REGULAR, 3.2, INK_GREY);
        book_text(book, "P", &state, LEADING_LABEL, tr(book->language, "Draft translation"), start,
                  width);
    }
}

void parallel_matter(struct book *book, const struct document *document,
                     const struct office *office, double outer)
{
    struct columns columns = {
        .own = words_in(document, book->index),
        .other = words_in(document, book->other),
        .width = (book_width(book) - plate) / 2 - gutter,
    };
    double top = book->y;
    struct pairs pairs =
        pairs_build(book->arena, book->guide, book->language, columns.own, columns.other, office);
    put_head(book, &columns, outer);
    book->y = fmax(book->y, top + outer);
    sheet_begin(book->sheet, "Table");
    for (size_t i = 0; i < pairs.count; i++)
        put_pair(book, &columns, &pairs.items[i], (int)i + 1);
    sheet_end(book->sheet);
}
