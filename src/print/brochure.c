// SPDX-License-Identifier: EUPL-1.2
#include "print/brochure.h"

#include <math.h>
#include <string.h>

#include "guide/address.h"
#include "print/chapter.h"
#include "text/tr.h"

static const char *const cover_id = "#cover", *const contents_id = "#contents";

static const struct language *german(const struct book *book)
{
    return book->guide->languages.items[0];
}

static const char *words_of(struct book *book, enum block_kind kind, const char *ref)
{
    return words_text(book->arena, words_in(&book->guide->words, book->index), kind, ref);
}

// ---- Cover -------------------------------------------------------------------------------------

static void put_brand(struct book *book)
{
    struct style name = {german(book), WEIGHT_DISPLAY, 6.4, INK_WHITE};
    struct style body = {german(book), WEIGHT_REGULAR, 4, INK_PETROL_PALE};
    struct box mark = book_box(book, 0, 18, 9.3, 11.2), words = book_box(book, 12.3, 18, 0, 0);
    enum align align = book->language->rtl ? ALIGN_END : ALIGN_START;
    sheet_icon(book->sheet, "mark", mark, INK_WHITE, book->faults);
    sheet_put(book->sheet, "P", &name, "Wegweiser", words.x, 23.5, align);
    sheet_put(book->sheet, "P", &body, book->guide->body, words.x, 28.6, align);
}

// An arm that points where this language reads to, over the edge of the paper.
static void put_arm(struct book *book, const struct language *language, double y)
{
    static const double height = 15, padding = 7;
    struct style style = {language, WEIGHT_BOLD, 7, INK_BLACK};
    double width = sheet_width(book->sheet, &style, language->endonym) + 2 * padding + 8;
    double start = language->rtl == book->language->rtl ? 0 : book_width(book) - width;
    struct box box = book_box(book, start, y, width, height);
    sheet_arm(book->sheet, box, language->rtl ? WAY_LEFT : WAY_RIGHT, INK_YELLOW);
    sheet_put(book->sheet, "P", &style, language->endonym,
              language->rtl ? box.x + box.width - padding : box.x + padding,
              y + height / 2 + 0.357 * style.size, ALIGN_START);
}

static void put_cover_title(struct book *book)
{
    struct style title = book_style(book, WEIGHT_DISPLAY, 13, INK_WHITE);
    struct style welcome = book_style(book, WEIGHT_REGULAR, 6, INK_PETROL_PALE);
    const char *text = words_of(book, BLOCK_TITLE, NULL);
    while (title.size > 7 &&
           sheet_break(book->sheet, &title, text, book_width(book)).widest > book_width(book))
        title.size -= 0.25;
    book->y = (book->language->rtl ? 0.19 : 0.22) * book->paper->height;
    book_text(book, "H1", &title, LEADING_TITLE, text, 0, book_width(book));
    book_gap(book, 3);
    book_text(book, "P", &welcome, LEADING_HEADING, words_of(book, BLOCK_WELCOME, NULL), 0,
              book_width(book));
}

static bool put_cover_code(struct book *book, double top)
{
    static const double side = 40;
    const char *address = home_address(book->arena, book->guide, book->language),
               *words = tr(book->language, "Information in your language");
    struct style heading = book_style(book, WEIGHT_BOLD, 5.2, INK_BLACK);
    struct style shown = {german(book), WEIGHT_BOLD, 3.8, INK_BLACK};
    double start = side + 8, width = book_width(book) - start;
    bool ok = book_code(book, address, words, book_box(book, 0, top, side, side));
    book->y = top;
    book_text(book, "H2", &heading, LEADING_HEADING, words, start, width);
    const char *text = typed_address(book->arena, address);
    shown.size = sheet_fit(book->sheet, &shown, text, width, 2.2);
    struct box box = book_box(book, start, top, width, 0);
    sheet_put(book->sheet, "P", &shown, text, book->language->rtl ? box.x + box.width : box.x,
              top + side, book->language->rtl ? ALIGN_END : ALIGN_START);
    return ok;
}

static bool put_cover(struct book *book)
{
    static const double petrol = 0.64;  // of the height
    const struct paper *paper = book->paper;
    book_bare_page(book);
    book_target(book, 0, cover_id, words_of(book, BLOCK_TITLE, NULL));
    sheet_box(book->sheet, (struct box){0, 0, paper->width, petrol * paper->height}, 0, INK_PETROL);
    put_brand(book);
    put_cover_title(book);
    double arms = fmax(0.42 * paper->height, book->y + 5);
    if (book->other >= 0)
        arms = fmin(arms, petrol * paper->height - 42);
    put_arm(book, book->language, arms);
    if (book->other >= 0)
        put_arm(book, book->guide->languages.items[book->other], arms + 19);
    return put_cover_code(book, petrol * paper->height + 16);
}

// ---- What is in it -----------------------------------------------------------------------------

static bool has_page(const struct book *book, const struct page *page, const struct topic *topic)
{
    return page->topic == topic && page->words.in[book->index];
}

static bool has_topic(const struct book *book, const struct topic *topic)
{
    for (size_t i = 0; i < topic->pages.count; i++)
        if (has_page(book, topic->pages.items[i], topic))
            return true;
    return false;
}

static enum ink ink_of(const struct topic *topic)
{
    static const enum ink inks[] = {
        [COLOUR_ARRIVE] = INK_ARRIVE,
        [COLOUR_LIVE] = INK_LIVE,
        [COLOUR_LEARN] = INK_LEARN,
        [COLOUR_HELP] = INK_HELP,
    };
    return inks[topic->colour];
}

// ---- Contents ----------------------------------------------------------------------------------

static void put_group(struct book *book, const char *title, enum ink ink)
{
    struct style style = book_style(book, WEIGHT_BOLD, 4.7, ink);
    book_gap(book, 3);
    book_need(book, book_lines(book, 3));
    book_text(book, "H2", &style, LEADING_HEADING, title, 0, book_width(book));
    book_gap(book, 1);
}

static void put_topic_contents(struct book *book, const struct topic *topic)
{
    if (!has_topic(book, topic))
        return;
    put_group(book, words_of(book, BLOCK_TOPIC, topic->id), ink_of(topic));
    for (size_t i = 0; i < topic->pages.count; i++) {
        const struct page *page = topic->pages.items[i];
        if (has_page(book, page, topic))
            chapter_row_to(book, page->id, &page->words);
    }
}

static void put_contents(struct book *book)
{
    const struct guide *guide = book->guide;
    // TRANSLATORS: over the list of what is in a brochure, with page numbers
    const char *title = tr(book->language, "Contents");
    struct style style = book_style(book, WEIGHT_DISPLAY, 7.4, INK_BLACK);
    book->head = words_of(book, BLOCK_TITLE, NULL);
    book->marks = 0;
    book_page(book);
    book_target(book, 0, contents_id, title);
    book_text(book, "H1", &style, LEADING_TITLE, title, 0, book_width(book));
    for (size_t i = 0; i < guide->topics.count; i++)
        put_topic_contents(book, &guide->topics.items[i]);
    put_group(book, tr(book->language, "Where you can get help"), INK_PETROL);
    for (size_t i = 0; i < guide->offices.count; i++)
        chapter_row_to(book, guide->offices.items[i].id, &guide->offices.items[i].words);
}

// ---- Chapters ----------------------------------------------------------------------------------

static bool put_topic(struct book *book, const struct topic *topic)
{
    const char *name = words_of(book, BLOCK_TOPIC, topic->id);
    int above = 0;
    bool ok = true;
    book->thumb = ink_of(topic);
    for (size_t i = 0; ok && i < topic->pages.count; i++)
        if (has_page(book, topic->pages.items[i], topic))
            ok = chapter_put(
                book,
                &(struct chapter){.page = topic->pages.items[i], .group = name, .above = &above});
    return ok;
}

static bool put_offices(struct book *book)
{
    const struct guide *guide = book->guide;
    int above = 0;
    bool ok = true;
    book->thumb = INK_PETROL;
    for (size_t i = 0; ok && i < guide->offices.count; i++)
        ok = chapter_put(book,
                         &(struct chapter){.office = &guide->offices.items[i],
                                           .group = tr(book->language, "Where you can get help"),
                                           .above = &above});
    return ok;
}

bool brochure_put(struct book *book)
{
    const struct guide *guide = book->guide;
    bool ok = put_cover(book);
    put_contents(book);
    book->marks = (int)guide->topics.count + 1;  // at the same heights in all languages
    for (size_t i = 0; ok && i < guide->topics.count; i++) {
        book->mark = (int)i;
        ok = put_topic(book, &guide->topics.items[i]);
    }
    book->mark = book->marks - 1;
    return ok && put_offices(book);
}
