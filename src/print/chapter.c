// SPDX-License-Identifier: EUPL-1.2
#include "print/chapter.h"

#include <math.h>
#include <string.h>

#include "guide/address.h"
#include "print/matter.h"
#include "print/office.h"
#include "print/parallel.h"
#include "text/tr.h"

static const double code_side = 25, code_gap = 6;

// ---- Rows that lead on -------------------------------------------------------------------------

static const double number_width = 9, row_above = 0.9, row_below = 0.5;

static struct setting set_row(struct book *book, const struct words *words, double width)
{
    struct style style = {words->language, WEIGHT_REGULAR, 3.9, INK_BLACK};
    return setting_text(book->arena, book->sheet, &style, LEADING_HEADING, matter_name(book, words),
                        width - number_width);
}

static double row_height(const struct setting *setting)
{
    return row_above + setting_height(setting) + row_below + 0.2;
}

// The number of the page where it is, at the end of the row.
static void put_page_number(struct book *book, int page, double end, double baseline)
{
    struct style style = {book->guide->languages.items[0], WEIGHT_BOLD, 3.9, INK_PETROL};
    if (page > 0)
        sheet_put(book->sheet, "P", &style, arena_print(book->arena, "%d", page),
                  book_box(book, end, 0, 0, 0).x, baseline,
                  book->language->rtl ? ALIGN_START : ALIGN_END);
}

// What stands opposite in the counter edition, small below it.
static void put_other_name(struct book *book, const struct document *document, double start,
                           double width)
{
    const struct words *words = words_in(document, book->other);
    struct style style = {words->language, WEIGHT_REGULAR, 3, INK_GREY};
    book_text(book, "P", &style, LEADING_LABEL, matter_name(book, words), start,
              width - number_width);
}

static void put_row(struct book *book, const char *id, const struct document *document,
                    double start, double width)
{
    int page = book_find(book, id);
    struct setting setting = set_row(book, words_in(document, book->index), width);
    double other = book->other >= 0 ? 4 : 0, height = row_height(&setting) + other;
    book_need(book, height);
    if (page > 0)
        sheet_begin_jump(book->sheet, id, book_box(book, start, book->y, width, height));
    book->y += row_above;
    double baseline = book->y + setting.ascent;
    book_put(book, "P", setting, start);
    if (book->other >= 0)
        put_other_name(book, document, start, width);
    put_page_number(book, page, start + width, baseline);
    if (page > 0)
        sheet_end(book->sheet);
    book->y += row_below;
    sheet_box(book->sheet, book_box(book, start, book->y, width, 0.2), 0, INK_HAIR);
    book->y += 0.2;
}

void chapter_row_to(struct book *book, const char *id, const struct document *document)
{
    put_row(book, id, document, 0, book_width(book));
}

// ---- Where to go, what else there is -----------------------------------------------------------

struct onward {
    const char *id;
    const struct document *document;
};

struct onwards {
    const char *heading;
    LIST(struct onward) list;
};

static void find_onwards(struct book *book, const struct words *words, enum block_kind kind,
                         struct onwards *onwards)
{
    for (size_t i = 0; i < words->blocks.count; i++) {
        const struct block *block = &words->blocks.items[i];
        if (block->kind != kind)
            continue;
        const struct document *document = kind == BLOCK_SEE
                                              ? &page_find(book->guide, block->ref)->words
                                              : &office_find(book->guide, block->ref)->words;
        if (kind == BLOCK_CONTACT || document->in[book->index])
            *list_add(book->arena, &onwards->list) = (struct onward){block->ref, document};
    }
}

static double onwards_height(struct book *book, const struct onwards *onwards, double width)
{
    double height = 0;
    for (size_t i = 0; i < onwards->list.count; i++) {
        struct setting setting =
            set_row(book, words_in(onwards->list.items[i].document, book->index), width);
        height += row_height(&setting);
        setting_free(&setting);
    }
    return height;
}

static void put_column(struct book *book, const struct onwards *onwards, double start, double width)
{
    struct style style = book_style(book, WEIGHT_BOLD, 4.5, INK_BLACK);
    if (onwards->list.count == 0)
        return;
    book_text(book, "H2", &style, LEADING_HEADING, onwards->heading, start, width);
    for (size_t i = 0; i < onwards->list.count; i++)
        put_row(book, onwards->list.items[i].id, onwards->list.items[i].document, start, width);
}

// Side by side: a page with a few words at its top would be a waste.
static void put_onwards(struct book *book, const struct words *words)
{
    static const double gap = 6;
    double width = (book_width(book) - gap) / 2;
    struct onwards contacts = {.heading = tr(book->language, "Where to go")};
    struct onwards related = {.heading = tr(book->language, "Related pages")};
    find_onwards(book, words, BLOCK_CONTACT, &contacts);
    find_onwards(book, words, BLOCK_SEE, &related);
    if (contacts.list.count + related.list.count == 0)
        return;
    book_gap(book, 4);
    book_need(book, book_lines(book, 2) + fmax(onwards_height(book, &contacts, width),
                                               onwards_height(book, &related, width)));
    double top = book->y;
    put_column(book, &contacts, 0, width);
    double below = book->y;
    book->y = top;
    put_column(book, &related, contacts.list.count ? width + gap : 0, width);
    book->y = fmax(book->y, below);
}

static void put_address_row(struct book *book, const struct words *words, const struct block *block)
{
    struct style style = {words->language, WEIGHT_REGULAR, BODY_SIZE, INK_BLACK};
    struct style shown = book_style(book, WEIGHT_REGULAR, 3.4, INK_PETROL);
    double width = book_width(book);
    const char *address = strncmp(block->ref, "mailto:", 7) == 0
                              ? block->ref + 7
                              : typed_address(book->arena, block->ref);
    struct snippets snippets = {0};
    *list_add(book->arena, &snippets) = (struct snippet){address, SNIPPET_VALUE};
    book_need(book, book_lines(book, 3));
    sheet_begin_link(book->sheet, block->ref);
    matter_text(book, block, "P", style, LEADING_BODY, 0, width);
    book_put(book, "P",
             setting_new(book->arena, book->sheet, &shown, LEADING_LABEL, &snippets, width), 0);
    sheet_end(book->sheet);
    book_gap(book, 1.2);
}

static void put_links(struct book *book, const struct words *words)
{
    if (block_find(words, BLOCK_LINK, NULL))
        matter_heading(book, book->language, tr(book->language, "Read more"));
    for (size_t i = 0; i < words->blocks.count; i++)
        if (words->blocks.items[i].kind == BLOCK_LINK)
            put_address_row(book, words, &words->blocks.items[i]);
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
    const char *address =
        chapter->office
            ? office_address(book->arena, book->guide, book->language, chapter->office->id)
            : page_address(book->arena, book->guide, book->language, chapter->page->id);
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

// Of a page that is a sample or past its review.
static void put_mark(struct book *book, const struct origin *origin)
{
    struct style style = book_style(book, WEIGHT_REGULAR, 3.2, INK_GREY);
    const char *mark = matter_mark(book, origin);
    if (!mark)
        return;
    book_gap(book, 2);
    book_text(book, "P", &style, LEADING_LABEL, mark, 0, book_width(book));
}

// What goes on is an extract: it has no other pages.
static void put_page(struct book *book, const struct chapter *chapter, const struct words *words)
{
    matter_blocks(book, words);
    put_links(book, words);
    if (!chapter->goes_on)
        put_onwards(book, words);
    put_mark(book, &chapter->page->origin);
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
    matter_state(book, words, start, book_width(book) - outer);
    if (chapter->facts_only) {
        book->aside = outer;
        book_gap(book, 1.5);
        office_facts(book, chapter->office);
        book->aside = 0;
        return;
    }
    book->y = fmax(book->y, below);
    if (chapter->office)
        office_matter(book, chapter->office);
    else
        put_page(book, chapter, words);
}

// How high it is when it has a page of its own, from setting the book before; 0: not known.
static double known_height(const struct book *book, const struct chapter *chapter)
{
    const struct target *target = book_known(book, id_of(chapter));
    return target ? target->height : 0;
}

static void begin_page(struct book *book, const struct chapter *chapter)
{
    double page = book->paper->height - book->paper->top - book->paper->bottom;
    if (chapter->goes_on && book->known) {
        double height = known_height(book, chapter);
        book_gap(book, 7);
        book_need(book, height < page ? height : code_side + book_lines(book, 4));
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
    book_end_target(book);
    return ok;
}
