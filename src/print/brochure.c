// SPDX-License-Identifier: EUPL-1.2
#include "print/brochure.h"

#include <math.h>
#include <string.h>

#include "print/imprint.h"
#include "print/matter.h"
#include "print/office.h"
#include "print/parallel.h"
#include "text/tr.h"

static const double code_side = 25, code_gap = 6;
static const char *const cover_id = "#cover", *const contents_id = "#contents",
                         *const offices_id = "#offices";

static const struct language *german(const struct book *book)
{
    return book->guide->languages.items[0];
}

static const char *words_of(struct book *book, enum block_kind kind, const char *ref)
{
    return words_text(book->arena, words_in(&book->guide->words, book->index), kind, ref);
}

// As somebody would type it: without scheme and last slash.
static const char *shown_address(struct book *book, const char *address)
{
    const char *shown = strstr(address, "://");
    shown = shown ? shown + 3 : address;
    size_t length = strlen(shown);
    return arena_copy(book->arena, shown, length - (length && shown[length - 1] == '/'));
}

static const char *guide_address(struct book *book)
{
    return arena_print(book->arena, "%s/%s/", book->guide->base, book->language->tag);
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
    book->y = 0.22 * book->paper->height;
    book_text(book, "H1", &title, LEADING_TITLE, text, 0, book_width(book));
    book_gap(book, 3);
    book_text(book, "P", &welcome, LEADING_HEADING, words_of(book, BLOCK_WELCOME, NULL), 0,
              book_width(book));
}

static bool put_cover_code(struct book *book, double top)
{
    static const double side = 40;
    const char *address = guide_address(book),
               *words = tr(book->language, "Information in your language");
    struct style heading = book_style(book, WEIGHT_BOLD, 5.2, INK_BLACK);
    struct style shown = {german(book), WEIGHT_BOLD, 3.8, INK_BLACK};
    double start = side + 8, width = book_width(book) - start;
    bool ok = book_code(book, address, words, book_box(book, 0, top, side, side));
    book->y = top;
    book_text(book, "H2", &heading, LEADING_HEADING, words, start, width);
    const char *text = shown_address(book, address);
    shown.size = sheet_fit(book->sheet, &shown, text, width, 2.2);
    struct box box = book_box(book, start, top, width, 0);
    sheet_put(book->sheet, "P", &shown, text, book->language->rtl ? box.x + box.width : box.x,
              top + side, book->language->rtl ? ALIGN_END : ALIGN_START);
    return ok;
}

static bool put_cover(struct book *book, int other)
{
    static const double petrol = 0.64;  // of the height
    const struct paper *paper = book->paper;
    book_bare_page(book);
    book_target(book, 0, cover_id, words_of(book, BLOCK_TITLE, NULL));
    sheet_box(book->sheet, (struct box){0, 0, paper->width, petrol * paper->height}, 0, INK_PETROL);
    put_brand(book);
    put_cover_title(book);
    double arms = fmax(0.42 * paper->height, book->y + 6);
    put_arm(book, book->language, arms);
    if (other >= 0)
        put_arm(book, book->guide->languages.items[other], arms + 19);
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

static int count_topics(const struct book *book)
{
    int count = 0;
    for (size_t i = 0; i < book->guide->topics.count; i++)
        count += has_topic(book, &book->guide->topics.items[i]);
    return count;
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

// ---- Rows that lead on -------------------------------------------------------------------------

// The number of the page where it is, at the end of the row.
static void put_page_number(struct book *book, int page, double baseline)
{
    struct style style = {german(book), WEIGHT_BOLD, BODY_SIZE, INK_PETROL};
    struct box box = book_box(book, book_width(book), 0, 0, 0);
    if (page > 0)
        sheet_put(book->sheet, "P", &style, arena_print(book->arena, "%d", page), box.x, baseline,
                  book->language->rtl ? ALIGN_START : ALIGN_END);
}

static void put_row_to(struct book *book, const char *id, const struct words *words,
                       enum block_kind kind)
{
    static const double number = 14;
    const char *text = words_text(book->arena, words, kind, NULL);
    struct style style = {words->language, WEIGHT_REGULAR, BODY_SIZE, INK_BLACK};
    int page = book_find(book, id);
    struct setting setting = setting_text(book->arena, book->sheet, &style, LEADING_HEADING, text,
                                          book_width(book) - number);
    book_need(book, setting_height(&setting) + 1);
    double baseline = book->y + setting.ascent;
    sheet_begin_jump(book->sheet, page > 0 ? page : 1);
    book_put(book, "P", setting, 0);
    put_page_number(book, page, baseline);
    sheet_end(book->sheet);
    sheet_box(book->sheet, book_box(book, 0, book->y + 0.3, book_width(book), 0.2), 0, INK_HAIR);
    book->y += 0.8;
}

static void put_address_row(struct book *book, const struct words *words, const struct block *block)
{
    struct style style = {words->language, WEIGHT_REGULAR, BODY_SIZE, INK_BLACK};
    struct style shown = {german(book), WEIGHT_REGULAR, 3.4, INK_PETROL};
    double width = book_width(book);
    const char *address = block->ref;
    address = strncmp(address, "mailto:", 7) == 0 ? address + 7 : shown_address(book, address);
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
            put_row_to(book, office->id, words_in(&office->words, book->index), BLOCK_NAME);
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
        put_row_to(book, page->id, page->words.in[book->index], BLOCK_TITLE);
    }
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
            put_row_to(book, page->id, page->words.in[book->index], BLOCK_TITLE);
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
        put_row_to(book, guide->offices.items[i].id,
                   words_in(&guide->offices.items[i].words, book->index), BLOCK_NAME);
}

// ---- Chapters ----------------------------------------------------------------------------------

struct chapter {
    const char *id, *kind;  // "p" or "o", as in addresses
    const struct document *document;
    const struct office *office;  // NULL: a page
    const char *group;            // the topic's name
    int above;                    // its bookmark
};

static bool put_code(struct book *book, const struct chapter *chapter, const char *title)
{
    const char *address =
        arena_print(book->arena, "%s%s/%s/", guide_address(book), chapter->kind, chapter->id);
    double start = book_starts_outside(book) ? 0 : book_width(book) - code_side;
    return book_code(book, address, title, book_box(book, start, book->y, code_side, code_side));
}

static void put_label(struct book *book, const char *group, double outer)
{
    struct style style = book_style(book, WEIGHT_BOLD, 3.5, book->thumb);
    book_text(book, "P", &style, LEADING_LABEL, group, book_starts_outside(book) ? outer : 0,
              book_width(book) - outer);
    book->y += 1;
}

static void put_matter(struct book *book, const struct chapter *chapter, const struct words *words)
{
    double top = book->paper->top, outer = code_side + code_gap;
    matter_title(book, words, outer);
    if (chapter->office)
        office_door_name(book, chapter->office, book_starts_outside(book) ? outer : 0,
                         book_width(book) - outer);
    book->y = fmax(book->y, top + code_side) + 3;
    if (chapter->office) {
        office_matter(book, chapter->office);
        return;
    }
    matter_blocks(book, words);
    put_contacts(book, words);
    put_links(book, words);
    put_related(book, words);
}

static bool put_chapter(struct book *book, const struct chapter *chapter, int other)
{
    const struct words *words = words_in(chapter->document, book->index);
    const char *title =
        words_text(book->arena, words, chapter->office ? BLOCK_NAME : BLOCK_TITLE, NULL);
    double outer = code_side + code_gap;
    book->head = chapter->group;
    book_page(book);
    book_target(book, chapter->above, chapter->id, title);
    sheet_begin(book->sheet, "Sect");
    bool ok = put_code(book, chapter, title);
    put_label(book, chapter->group, outer);
    if (other >= 0)
        parallel_matter(book, chapter->document, chapter->office, other, outer);
    else
        put_matter(book, chapter, words);
    sheet_end(book->sheet);
    return ok;
}

static bool put_topic(struct book *book, const struct topic *topic, int other)
{
    const char *name = words_of(book, BLOCK_TOPIC, topic->id);
    int above = 0;
    bool ok = true;
    for (size_t i = 0; ok && i < topic->pages.count; i++) {
        const struct page *page = topic->pages.items[i];
        if (!has_page(book, page, topic))
            continue;
        if (!above)
            above = book_target(book, 0, topic->id, name);
        struct chapter chapter = {page->id, "p", &page->words, NULL, name, above};
        ok = put_chapter(book, &chapter, other);
    }
    book->mark += above > 0;
    return ok;
}

static bool put_offices(struct book *book, int other)
{
    const char *name = tr(book->language, "Where you can get help");
    int above = 0;
    bool ok = true;
    book->thumb = INK_PETROL;
    for (size_t i = 0; ok && i < book->guide->offices.count; i++) {
        const struct office *office = &book->guide->offices.items[i];
        if (!above)
            above = book_target(book, 0, offices_id, name);
        struct chapter chapter = {office->id, "o", &office->words, office, name, above};
        ok = put_chapter(book, &chapter, other);
    }
    return ok;
}

// ---- The whole ---------------------------------------------------------------------------------

static bool put_all(struct book *book, int other)
{
    const struct guide *guide = book->guide;
    bool ok = put_cover(book, other);
    put_contents(book);
    book->marks = count_topics(book) + 1;
    for (size_t i = 0; ok && i < guide->topics.count; i++) {
        book->thumb = ink_of(&guide->topics.items[i]);
        ok = put_topic(book, &guide->topics.items[i], other);
    }
    return ok && put_offices(book, other);
}

static struct sheet *open_sheet(const struct brochure *brochure, struct arena *arena)
{
    const struct guide *guide = brochure->guide;
    const struct words *words = words_in(&guide->words, brochure->language);
    struct imprint imprint = {
        .language = guide->languages.items[brochure->language],
        .title = words_text(arena, words, BLOCK_TITLE, NULL),
        .author = guide->body,
        .made = guide->newest,
    };
    return sheet_open(brochure->fonts, brochure->paper->width, brochure->paper->height, &imprint);
}

// Draws it; the sheet is to be closed in either case.
static bool draw(const struct brochure *brochure, struct arena *arena, struct sheet *sheet,
                 const struct targets *known, struct targets *targets, struct faults *faults)
{
    struct book book = {
        .arena = arena,
        .sheet = sheet,
        .guide = brochure->guide,
        .index = brochure->language,
        .language = brochure->guide->languages.items[brochure->language],
        .paper = brochure->paper,
        .known = known,
        .faults = faults,
    };
    bool ok = put_all(&book, brochure->other);
    *targets = book.targets;
    return ok;
}

// Twice: only then it is known on which page things begin.
static struct sheet *brochure_draw(const struct brochure *brochure, struct arena *arena,
                                   uint32_t *id, struct faults *faults)
{
    struct targets known, targets;
    struct sheet *sheet = open_sheet(brochure, arena);
    bool ok = draw(brochure, arena, sheet, NULL, &known, faults);
    sheet_close(sheet);
    sheet = ok ? open_sheet(brochure, arena) : NULL;
    if (sheet && draw(brochure, arena, sheet, &known, &targets, faults)) {
        const struct paper *paper = brochure->paper;
        *id = imprint_id(sheet, paper->name);
        imprint_put(sheet, brochure->guide, *id, paper->width - paper->outer,
                    paper->height - IMPRINT_END);
        return sheet;
    }
    sheet_close(sheet);
    return NULL;
}

bool brochure_write(const struct brochure *brochure, const char *path, uint32_t *id,
                    struct faults *faults)
{
    struct arena *arena = arena_new();
    struct sheet *sheet = brochure_draw(brochure, arena, id, faults);
    bool ok = sheet && sheet_save(sheet, path, faults);
    sheet_close(sheet);
    arena_free(arena);
    return ok;
}

bool brochure_id(const struct brochure *brochure, uint32_t *id, struct faults *faults)
{
    struct arena *arena = arena_new();
    struct sheet *sheet = brochure_draw(brochure, arena, id, faults);
    sheet_close(sheet);
    arena_free(arena);
    return sheet != NULL;
}
