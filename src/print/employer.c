// SPDX-License-Identifier: EUPL-1.2
#include "print/employer.h"

#include <math.h>

#include "guide/address.h"
#include "print/chapter.h"
#include "text/tr.h"

// A petrol band with the mark, what it is, and the code of the guide in this language.
static bool put_band(struct book *book, const char *title)
{
    static const double height = 44, side = 25;
    const struct language *german = book->guide->languages.items[0];
    struct style name = {german, WEIGHT_DISPLAY, 5.4, INK_WHITE};
    struct style head = book_style(book, WEIGHT_DISPLAY, 9, INK_WHITE);
    double width = book_width(book) - side - 14;
    struct box words = book_box(book, 11, 0, 0, 0);
    sheet_box(book->sheet, (struct box){0, 0, book->paper->width, height}, 0, INK_PETROL);
    sheet_icon(book->sheet, "mark", book_box(book, 0, 10, 7.5, 9), INK_WHITE, book->faults);
    sheet_put(book->sheet, "P", &name, "Wegweiser", words.x, 16.5,
              book->language->rtl ? ALIGN_END : ALIGN_START);
    head.size = sheet_fit(book->sheet, &head, title, width, 5);
    book->y = 23;
    book_text(book, "H1", &head, LEADING_TITLE, title, 0, width);
    struct box code = book_box(book, book_width(book) - side - 4, 6, side + 8, side + 8);
    sheet_box(book->sheet, code, 1.5, INK_WHITE);
    bool ok = book_code(book, home_address(book->arena, book->guide, book->language), title,
                        (struct box){code.x + 4, code.y + 4, side, side});
    book->y = fmax(book->y, height) + 8;
    return ok;
}

static bool begin(struct book *book, const char *title)
{
    book->head =
        words_text(book->arena, words_in(&book->guide->words, book->index), BLOCK_TITLE, NULL);
    book->thumb = INK_PETROL;
    book_page(book);
    return put_band(book, title);
}

bool hand_out_put(struct book *book)
{
    const struct guide *guide = book->guide;
    const struct words *words = words_in(&guide->words, book->index);
    bool ok = begin(book, words_text(book->arena, words, BLOCK_WELCOME, NULL));
    for (size_t i = 0; ok && i < guide->core.count; i++)
        ok = chapter_put(book, &(struct chapter){.page = guide->core.items[i], .goes_on = true});
    return ok;
}

bool office_list_put(struct book *book)
{
    const struct guide *guide = book->guide;
    bool ok = begin(book, tr(book->language, "Where you can get help"));
    book->body = 3.4;  // two offices to a page
    for (size_t i = 0; ok && i < guide->offices.count; i++)
        ok = chapter_put(book, &(struct chapter){.office = &guide->offices.items[i],
                                                 .goes_on = true,
                                                 .facts_only = true});
    return ok;
}
