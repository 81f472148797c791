// SPDX-License-Identifier: EUPL-1.2
#include "print/book.h"

#include <math.h>
#include <string.h>

#include "qr/symbol.h"

static const struct paper papers[] = {
    {"A5", 148, 210, 15, 16, 14, 18, 5},
    {"A4", 210, 297, 28, 28, 20, 22, 0},
};

const struct paper *paper_find(const char *name)
{
    for (size_t i = 0; i < sizeof papers / sizeof papers[0]; i++)
        if (strcmp(papers[i].name, name) == 0)
            return &papers[i];
    return NULL;
}

// ---- Places ------------------------------------------------------------------------------------

// Odd pages lie on the left of a spread that opens from the right.
static bool is_outside_left(const struct book *book)
{
    return (book->page % 2 == 0) != book->language->rtl;
}

bool book_starts_outside(const struct book *book)
{
    return is_outside_left(book) != book->language->rtl;
}

static double area_width(const struct book *book)
{
    return book->paper->width - book->paper->inner - book->paper->outer;
}

double book_width(const struct book *book)
{
    return area_width(book) - book->aside;
}

static double left_edge(const struct book *book)
{
    return is_outside_left(book) ? book->paper->outer : book->paper->inner;
}

struct box book_box(const struct book *book, double start, double y, double width, double height)
{
    double from = start + (book_starts_outside(book) ? book->aside : 0);
    double x = book->language->rtl ? area_width(book) - from - width : from;
    return (struct box){left_edge(book) + x, y, width, height};
}

double book_room(const struct book *book)
{
    return book->paper->height - book->paper->bottom - book->y;
}

double book_lines(const struct book *book, int lines)
{
    return lines * fonts_leading(sheet_fonts(book->sheet), book->language, LEADING_BODY,
                                 LEADING_BODY, book->body);
}

void book_need(struct book *book, double height)
{
    if (book_room(book) < height && book->y > book->paper->top)
        book_page(book);
}

static void paint_panel(struct book *book, double height)
{
    static const double bar = 1.4, seam = 0.05;  // else a white hair shows between two parts
    if (!book->panel.on)
        return;
    double y = book->y - seam;
    sheet_box(book->sheet, book_box(book, 0, y, book_width(book), height + seam), 0,
              book->panel.ground);
    sheet_box(book->sheet, book_box(book, 0, y, bar, height + seam), 0, book->panel.bar);
}

void book_gap(struct book *book, double height)
{
    if (book->y <= book->paper->top && !book->panel.on)
        return;
    paint_panel(book, height);
    book->y += height;
}

// The line box of a heading has less air above its letters than that of text has below.
static const double panel_above = 3.2, panel_below = 2.2;

void book_panel_open(struct book *book, enum ink ground, enum ink bar)
{
    book->panel = (struct panel){true, ground, bar, NULL};
    book_gap(book, panel_above);
}

void book_panel_close(struct book *book)
{
    book_gap(book, panel_below);
    book->panel.on = false;
}

static void put_panel_icon(struct book *book)
{
    if (book->panel.icon)
        sheet_icon(book->sheet, book->panel.icon, book_box(book, 4, book->y, 5, 5), INK_BLACK,
                   book->faults);
    book->panel.icon = NULL;
}

// ---- Pages -------------------------------------------------------------------------------------

struct style book_style(const struct book *book, enum weight weight, double size, enum ink ink)
{
    return (struct style){book->language, weight, size, ink};
}

void book_bare_page(struct book *book)
{
    if (book->page > 0)
        sheet_next(book->sheet);
    book->page++;
    book->y = book->paper->top;
}

// Each mark at its own height, so that the edge of the closed book is an index.
static void put_thumb(struct book *book)
{
    const struct paper *paper = book->paper;
    double height = paper->height / fmax(book->marks, 1);
    double x = is_outside_left(book) ? 0 : paper->width - paper->thumb;
    if (paper->thumb > 0 && book->marks > 0)
        sheet_box(book->sheet, (struct box){x, book->mark * height, paper->thumb, height}, 0,
                  book->thumb);
}

static void put_foot(struct book *book)
{
    struct style number = {book->guide->languages.items[0], WEIGHT_BOLD, 3.9, INK_BLACK};
    struct style head = book_style(book, WEIGHT_REGULAR, 3, INK_GREY);
    const char *digits = arena_print(book->arena, "%d", book->page);
    double y = book->paper->height - 10.5, width = area_width(book);
    bool left = is_outside_left(book), rtl = book->language->rtl;
    double edge = left_edge(book), outer = left ? edge : edge + width;
    double inner = left ? edge + 14 : edge + width - 14;
    sheet_put(book->sheet, "Private", &number, digits, outer, y, left ? ALIGN_START : ALIGN_END);
    head.size = sheet_fit(book->sheet, &head, book->head, width - 16, 2);
    sheet_put(book->sheet, "Private", &head, book->head, inner, y,
              left != rtl ? ALIGN_START : ALIGN_END);
}

void book_page(struct book *book)
{
    book_bare_page(book);
    put_thumb(book);
    if (book->head)
        put_foot(book);
}

// ---- Text --------------------------------------------------------------------------------------

// How many of the lines go on this page: no single line is left behind or sent ahead.
static int lines_here(const struct book *book, const struct setting *setting, int left)
{
    int fit = (int)floor(book_room(book) / setting->pitch + 0.001);
    if (fit >= left)
        return left;
    if (left - fit == 1)
        fit--;
    return fit < 2 ? 0 : fit;
}

void book_put(struct book *book, const char *element, struct setting setting, double start)
{
    if (book->panel.on && book->panel.ground == setting.tag_ground)
        setting.tag_ground = INK_WHITE;
    for (int line = 0, count; line < setting.lines; line += count) {
        count = lines_here(book, &setting, setting.lines - line);
        if (count == 0 && book->y > book->paper->top) {
            book_page(book);
            continue;
        }
        count = count > 0 ? count : 1;  // of a page that holds no two lines
        paint_panel(book, count * setting.pitch);
        put_panel_icon(book);
        sheet_begin(book->sheet, element);
        setting_put(book->sheet, &setting, line, count,
                    book_box(book, start, 0, setting.width, 0).x, book->y);
        sheet_end(book->sheet);
        book->y += count * setting.pitch;
    }
    setting_free(&setting);
}

void book_text(struct book *book, const char *element, const struct style *style,
               enum leading leading, const char *text, double start, double width)
{
    book_put(book, element, setting_text(book->arena, book->sheet, style, leading, text, width),
             start);
}

// ---- Targets, codes ----------------------------------------------------------------------------

void book_target(struct book *book, int above, const char *id, const char *title)
{
    *list_add(book->arena, &book->targets) = (struct target){id, book->page, book->y, 0};
    sheet_bookmark(book->sheet, above, title, book->page);
    sheet_target(book->sheet, id, 0, book->y);
}

void book_end_target(struct book *book)
{
    struct target *target = &book->targets.items[book->targets.count - 1];
    if (target->page == book->page)
        target->height = book->y - target->top;
}

const struct target *book_known(const struct book *book, const char *id)
{
    for (size_t i = 0; book->known && i < book->known->count; i++)
        if (strcmp(book->known->items[i].id, id) == 0)
            return &book->known->items[i];
    return NULL;
}

int book_find(const struct book *book, const char *id)
{
    const struct target *target = book_known(book, id);
    return target ? target->page : 0;
}

bool book_code(struct book *book, const char *address, const char *words, struct box box)
{
    struct symbol *symbol = symbol_new(address, SYMBOL_PRINT, book->faults);
    if (!symbol)
        return false;
    sheet_begin_link(book->sheet, address);
    sheet_begin_figure(book->sheet, arena_print(book->arena, "%s: %s", words, address));
    sheet_symbol(book->sheet, symbol, box.x, box.y, box.width, INK_BLACK);
    sheet_end(book->sheet);
    sheet_end(book->sheet);
    symbol_free(symbol);
    return true;
}
