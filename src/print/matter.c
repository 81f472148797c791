// SPDX-License-Identifier: EUPL-1.2
#include "print/matter.h"

#include "text/tr.h"

static const double block_gap = 2, heading_gap = 4.2, item_gap = 0.6;
static const double bullet = 5.2, plate = 7.4, step_start = 11.5, panel_start = 13;

static struct style style_of(const struct words *words, enum weight weight, double size,
                             enum ink ink)
{
    return (struct style){words->language, weight, size, ink};
}

static struct style body_style(const struct words *words)
{
    return style_of(words, WEIGHT_REGULAR, BODY_SIZE, INK_BLACK);
}

// ---- Marks -------------------------------------------------------------------------------------

const char *matter_mark(struct book *book, const struct origin *origin)
{
    struct date date = origin->verified;
    if (origin->sample)
        return tr(book->language, "Sample");
    if (!origin_is_due(book->guide, origin, book->guide->newest))
        return NULL;
    return arena_print(
        book->arena, tr(book->language, "Last checked: %s"),
        arena_print(book->arena, "\u2068%02d.%02d.%d\u2069", date.day, date.month, date.year));
}

// One mark a block, however many samples it holds.
static const char *doubt(struct book *book, const struct pieces *pieces)
{
    const char *mark = NULL;
    for (size_t i = 0; i < pieces->count && !mark; i++)
        if (pieces->items[i].value)
            mark = matter_mark(book, &pieces->items[i].value->origin);
    return mark;
}

static void put_state(struct book *book, const char *icon, const char *text, double start,
                      double width)
{
    struct style style = book_style(book, WEIGHT_REGULAR, 3.2, INK_GREY);
    sheet_icon(book->sheet, icon, book_box(book, start, book->y + 0.7, 3.4, 3.4), INK_GREY,
               book->faults);
    book_text(book, "P", &style, LEADING_LABEL, text, start + 5, width - 5);
}

// ---- Text --------------------------------------------------------------------------------------

void matter_text(struct book *book, const struct block *block, const char *element,
                 struct style style, enum leading leading, double start, double width)
{
    struct snippets snippets = snippets_of(book->arena, &block->text);
    const char *mark = doubt(book, &block->text);
    if (mark)
        *list_add(book->arena, &snippets) = (struct snippet){mark, SNIPPET_MARK};
    if (block->outdated)
        *list_add(book->arena, &snippets) =
            (struct snippet){tr(book->language, "The German text has changed"), SNIPPET_MARK};
    book_put(book, element,
             setting_new(book->arena, book->sheet, &style, leading, &snippets, width), start);
}

static void put_body(struct book *book, const struct words *words, const struct block *block,
                     const char *element, double start)
{
    matter_text(book, block, element, body_style(words), LEADING_BODY, start,
                book_width(book) - start - (book->panel.on ? 4 : 0));
}

// Stays with the two lines after it.
static void heading_need(struct book *book, const struct style *style)
{
    book_need(book, 1.5 * style->size + book_lines(book, 3));
}

void matter_heading(struct book *book, const struct language *language, const char *text)
{
    struct style style = {language, WEIGHT_BOLD, 5.2, INK_BLACK};
    book_gap(book, heading_gap);
    heading_need(book, &style);
    book_text(book, "H2", &style, LEADING_HEADING, text, 0, book_width(book));
    book_gap(book, 0.8);
}

void matter_list(struct book *book, const struct words *words, const struct block *block,
                 double start)
{
    sheet_begin(book->sheet, "L");
    for (size_t i = 0; i < block->children.count; i++) {
        book_need(book, book_lines(book, 2));
        struct box dot = book_box(book, start + 1, book->y + 2.4, 1.5, 1.5);
        sheet_box(book->sheet, dot, dot.width / 2, INK_PETROL);
        put_body(book, words, &block->children.items[i], "LI", start + bullet);
        book_gap(book, item_gap);
    }
    sheet_end(book->sheet);
}

// The largest size in which no word of the title is broken.
static double title_size(struct book *book, const struct style *style, const char *text,
                         double width)
{
    struct style smaller = *style;
    while (smaller.size > 4.5 && sheet_break(book->sheet, &smaller, text, width).widest > width)
        smaller.size -= 0.1;
    return smaller.size;
}

static const struct block *title_of(const struct words *words)
{
    const struct block *title = block_find(words, BLOCK_TITLE, NULL);
    return title ? title : block_find(words, BLOCK_NAME, NULL);
}

const char *matter_name(struct book *book, const struct words *words)
{
    return pieces_text(book->arena, &title_of(words)->text);
}

void matter_title(struct book *book, const struct words *words, double outer)
{
    double start = book_starts_outside(book) ? outer : 0, width = book_width(book) - outer;
    const struct block *title = title_of(words), *lead = block_find(words, BLOCK_LEAD, NULL);
    struct style style = style_of(words, WEIGHT_DISPLAY, 7.4, INK_BLACK);
    style.size = title_size(book, &style, pieces_text(book->arena, &title->text), width);
    matter_text(book, title, "H1", style, LEADING_TITLE, start, width);
    if (lead) {
        book_gap(book, 1.6);
        matter_text(book, lead, "P", style_of(words, WEIGHT_REGULAR, 4.7, INK_BLACK), LEADING_BODY,
                    start, width);
    }
    if (words->language != book->language)
        put_state(book, "translate", tr(book->language, "Not translated yet"), start, width);
    if (words->draft)
        put_state(book, "pencil", tr(book->language, "Draft translation"), start, width);
}

// ---- Blocks ------------------------------------------------------------------------------------

static void put_children(struct book *book, const struct words *words, const struct block *block,
                         double start);

static void put_heading(struct book *book, const struct words *words, const struct block *block,
                        double start)
{
    struct style style = style_of(words, WEIGHT_BOLD, start > 0 ? 4.5 : 5.2, INK_BLACK);
    if (start == 0)
        book_gap(book, heading_gap - block_gap);
    if (!book->panel.on)
        heading_need(book, &style);
    matter_text(book, block, start > 0 ? "H3" : "H2", style, LEADING_HEADING, start,
                book_width(book) - start);
}

static void put_paragraph(struct book *book, const struct words *words, const struct block *block,
                          double start)
{
    put_body(book, words, block, "P", start);
}

static void put_step(struct book *book, const struct words *words, const struct block *step,
                     int number)
{
    struct style style = {book->guide->languages.items[0], WEIGHT_BOLD, 4.2, INK_WHITE};
    book_gap(book, block_gap);
    heading_need(book, &style);
    struct box box = book_box(book, 0, book->y - 0.8, plate, plate);
    sheet_box(book->sheet, box, 1.4, INK_PETROL);
    sheet_put(book->sheet, "Lbl", &style, arena_print(book->arena, "%d", number), box.x + plate / 2,
              box.y + plate / 2 + 0.357 * style.size, ALIGN_CENTER);
    put_children(book, words, step, step_start);
}

static void put_steps(struct book *book, const struct words *words, const struct block *block,
                      double start)
{
    (void)start;
    sheet_begin(book->sheet, "L");
    for (size_t i = 0; i < block->children.count; i++) {
        sheet_begin(book->sheet, "LI");
        put_step(book, words, &block->children.items[i], (int)i + 1);
        sheet_end(book->sheet);
    }
    sheet_end(book->sheet);
}

static void put_note(struct book *book, const struct words *words, const struct block *block,
                     double start)
{
    static const struct {
        const char *icon;
        enum ink ground, bar;
    } kinds[] = {
        [NOTE_INFO] = {"info-circle", INK_PETROL_TINT, INK_PETROL},
        [NOTE_DEADLINE] = {"calendar-check", INK_YELLOW_TINT, INK_BLACK},
        [NOTE_WARNING] = {"exclamation-triangle", INK_YELLOW_TINT, INK_CLOSED},
    };
    (void)start;
    book_need(book, book_lines(book, 5));
    book_panel_open(book, kinds[block->variant].ground, kinds[block->variant].bar);
    book->panel.icon = kinds[block->variant].icon;
    put_children(book, words, block, panel_start);
    book_panel_close(book);
}

static void put_fact(struct book *book, const struct words *words, const struct block *block,
                     double start)
{
    static const char *const icons[] = {
        [FACT_DEADLINE] = "calendar-check",
        [FACT_COST] = "wallet2",
        [FACT_DURATION] = "clock",
    };
    (void)start;
    book_need(book, book_lines(book, 3));
    book_panel_open(book, INK_PETROL_TINT, INK_PETROL);
    book->panel.icon = icons[block->variant];
    put_body(book, words, block, "P", panel_start);
    book_panel_close(book);
}

static void put_number(struct book *book, const struct words *words, const struct block *block,
                       double start)
{
    const struct value *value = emergency_number(book->guide, block->ref);
    struct style style = {book->guide->languages.items[0], WEIGHT_DISPLAY, 6.4, INK_CLOSED};
    double room = 34;
    book_need(book, book_lines(book, 2));
    struct box box = book_box(book, start, book->y, room, 8);
    sheet_put(book->sheet, "P", &style, value->shown,
              book->language->rtl ? box.x + box.width : box.x, book->y + 5,
              book->language->rtl ? ALIGN_END : ALIGN_START);
    book->y += 0.4;
    put_body(book, words, block, "P", start + room);
}

static void (*const writers[BLOCK_KINDS])(struct book *, const struct words *, const struct block *,
                                          double start) = {
    [BLOCK_FACT] = put_fact,     [BLOCK_HEADING] = put_heading, [BLOCK_PARAGRAPH] = put_paragraph,
    [BLOCK_LIST] = matter_list,  [BLOCK_STEPS] = put_steps,     [BLOCK_NOTE] = put_note,
    [BLOCK_NUMBER] = put_number,
};

static void put_blocks(struct book *book, const struct words *words, const struct block *blocks,
                       size_t count, double start)
{
    for (size_t i = 0; i < count; i++) {
        if (!writers[blocks[i].kind])
            continue;
        if (i > 0)
            book_gap(book, block_gap);
        writers[blocks[i].kind](book, words, &blocks[i], start);
    }
}

static void put_children(struct book *book, const struct words *words, const struct block *block,
                         double start)
{
    put_blocks(book, words, block->children.items, block->children.count, start);
}

void matter_blocks(struct book *book, const struct words *words)
{
    put_blocks(book, words, words->blocks.items, words->blocks.count, 0);
}
