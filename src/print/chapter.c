// SPDX-License-Identifier: EUPL-1.2
#include "print/chapter.h"

#include <math.h>
#include <string.h>

#include "print/matter.h"
#include "print/office.h"
#include "print/parallel.h"
#include "text/tr.h"

static const double code_side = 25, code_gap = 6;

const char *chapter_guide_address(struct book *book)
{
    return arena_print(book->arena, "%s/%s/", book->guide->base, book->language->tag);
}

const char *chapter_shown_address(struct book *book, const char *address)
{
    const char *shown = strstr(address, "://");
    shown = shown ? shown + 3 : address;
    size_t length = strlen(shown);
    return arena_copy(book->arena, shown, length - (length && shown[length - 1] == '/'));
}

// ---- Rows that lead on -------------------------------------------------------------------------

// The number of the page where it is, at the end of the row.
static void put_page_number(struct book *book, int page, double baseline)
{
    struct style style = {book->guide->languages.items[0], WEIGHT_BOLD, BODY_SIZE, INK_PETROL};
    struct box box = book_box(book, book_width(book), 0, 0, 0);
    if (page > 0)
        sheet_put(book->sheet, "P", &style, arena_print(book->arena, "%d", page), box.x, baseline,
                  book->language->rtl ? ALIGN_START : ALIGN_END);
}

void chapter_row_to(struct book *book, const char *id, const struct words *words)
{
    static const double number = 14;
    const char *text = matter_name(book, words);
    struct style style = {words->language, WEIGHT_REGULAR, BODY_SIZE, INK_BLACK};
    int page = book_find(book, id);
    struct setting setting = setting_text(book->arena, book->sheet, &style, LEADING_HEADING, text,
                                          book_width(book) - number);
    book_need(book, setting_height(&setting) + 1);
    double baseline = book->y + setting.ascent;
    if (page > 0)
        sheet_begin_jump(book->sheet, page);
    book_put(book, "P", setting, 0);
    put_page_number(book, page, baseline);
    if (page > 0)
        sheet_end(book->sheet);
    sheet_box(book->sheet, book_box(book, 0, book->y + 0.3, book_width(book), 0.2), 0, INK_HAIR);
    book->y += 0.8;
}

static void put_address_row(struct book *book, const struct words *words, const struct block *block)
{
    struct style style = {words->language, WEIGHT_REGULAR, BODY_SIZE, INK_BLACK};
    struct style shown = {book->guide->languages.items[0], WEIGHT_REGULAR, 3.4, INK_PETROL};
    double width = book_width(book);
    const char *address = block->ref;
    address =
        strncmp(address, "mailto:", 7) == 0 ? address + 7 : chapter_shown_address(book, address);
    book_need(book, book_lines(book, 3));
    sheet_begin_link(book->sheet, block->ref);
    matter_text(book, block, "P", style, LEADING_BODY, 0, width);
    struct setting setting =
        setting_text(book->arena, book->sheet, &shown, LEADING_LABEL, address, width);
    book_put(book, "P", setting, 0);
    sheet_end(book->sheet);
    book_gap(book, 1.2);
}

static void put_contacts(struct book *book, const struct words *words)
{
    if (block_find(words, BLOCK_CONTACT, NULL))
        matter_heading(book, book->language, tr(book->language, "Where to go"));
    for (size_t i = 0; i < words->blocks.count; i++)
        if (words->blocks.items[i].kind == BLOCK_CONTACT) {
            const struct office *office = office_find(book->guide, words->blocks.items[i].ref);
            chapter_row_to(book, office->id, words_in(&office->words, book->index));
        }
}

static void put_links(struct book *book, const struct words *words)
{
    if (block_find(words, BLOCK_LINK, NULL))
        matter_heading(book, book->language, tr(book->language, "Read more"));
    for (size_t i = 0; i < words->blocks.count; i++)
        if (words->blocks.items[i].kind == BLOCK_LINK)
            put_address_row(book, words, &words->blocks.items[i]);
}

static void put_related(struct book *book, const struct words *words)
{
    bool any = false;
    for (size_t i = 0; i < words->blocks.count; i++) {
        const struct block *block = &words->blocks.items[i];
        const struct page *page =
            block->kind == BLOCK_SEE ? page_find(book->guide, block->ref) : NULL;
        if (!page || !page->words.in[book->index])
            continue;
        if (!any)
            matter_heading(book, book->language, tr(book->language, "Related pages"));
        any = true;
        chapter_row_to(book, page->id, page->words.in[book->index]);
    }
}

// ---- The chapter -------------------------------------------------------------------------------

static const char *id_of(const struct chapter *chapter)
{
    return chapter->office ? chapter->office->id : chapter->page->id;
}

static const struct document *document_of(const struct chapter *chapter)
{
    return chapter->office ? &chapter->office->words : &chapter->page->words;
}

static bool put_code(struct book *book, const struct chapter *chapter, const char *title)
{
    const char *address = arena_print(book->arena, "%s%s/%s/", chapter_guide_address(book),
                                      chapter->office ? "o" : "p", id_of(chapter));
    double start = book_starts_outside(book) ? 0 : book_width(book) - code_side;
    return book_code(book, address, title, book_box(book, start, book->y, code_side, code_side));
}

static void put_group(struct book *book, const char *group, double outer)
{
    struct style style = book_style(book, WEIGHT_BOLD, 3.5, book->thumb);
    if (!group)
        return;
    book_text(book, "P", &style, LEADING_LABEL, group, book_starts_outside(book) ? outer : 0,
              book_width(book) - outer);
    book->y += 1;
}

// What goes on is an extract: related pages are not in it.
static void put_page(struct book *book, const struct chapter *chapter, const struct words *words)
{
    matter_blocks(book, words);
    put_contacts(book, words);
    put_links(book, words);
    if (!chapter->goes_on)
        put_related(book, words);
}

// As on the plate at the door: the German name, and what for.
static void put_door(struct book *book, const struct office *office, const struct words *words,
                     double start, double width)
{
    const struct block *purpose = block_find(words, BLOCK_PURPOSE, NULL);
    struct style style = {words->language, WEIGHT_REGULAR, 3.8, INK_BLACK};
    office_door_name(book, office, start, width);
    if (purpose)
        matter_text(book, purpose, "P", style, LEADING_BODY, start, width);
}

static void put_matter(struct book *book, const struct chapter *chapter, const struct words *words,
                       double below)
{
    double outer = code_side + code_gap, start = book_starts_outside(book) ? outer : 0;
    matter_title(book, words, outer);
    if (chapter->office)
        put_door(book, chapter->office, words, start, book_width(book) - outer);
    book->y = fmax(book->y, below);
    if (chapter->facts_only)
        office_facts(book, chapter->office);
    else if (chapter->office)
        office_matter(book, chapter->office);
    else
        put_page(book, chapter, words);
}

static void begin_page(struct book *book, const struct chapter *chapter)
{
    if (chapter->goes_on) {
        book_gap(book, 9);
        book_need(book, code_side + book_lines(book, 4));
        return;
    }
    if (chapter->group)
        book->head = chapter->group;
    book_page(book);
}

bool chapter_put(struct book *book, const struct chapter *chapter)
{
    const struct words *words = words_in(document_of(chapter), book->index);
    const char *title = matter_name(book, words);
    double outer = code_side + code_gap;
    begin_page(book, chapter);
    if (chapter->group && !*chapter->above)
        *chapter->above = sheet_bookmark(book->sheet, 0, chapter->group, book->page);
    book_target(book, chapter->group ? *chapter->above : 0, id_of(chapter), title);
    double below = book->y + code_side + 3;
    sheet_begin(book->sheet, "Sect");
    bool ok = put_code(book, chapter, title);
    put_group(book, chapter->group, outer);
    if (book->other >= 0)
        parallel_matter(book, document_of(chapter), chapter->office, outer);
    else
        put_matter(book, chapter, words, below);
    sheet_end(book->sheet);
    return ok;
}
