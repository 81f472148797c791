// SPDX-License-Identifier: EUPL-1.2
#include "print/head.h"

#include "base/utf8.h"
#include "text/tr.h"

// Where the guide's title follows, the mark alone will do.
static bool draw_brand(struct board *board)
{
    struct style name = {board->german, WEIGHT_DISPLAY, 8, INK_WHITE};
    struct style body = {board->german, WEIGHT_REGULAR, 5, INK_PETROL_PALE};
    bool ok = sheet_icon(board->sheet, "mark", (struct box){BOARD_MARGIN, 11, 11.6, 14}, INK_WHITE,
                         board->faults);
    if (!board->office)
        return ok;
    board_put(board, "P", &name, "Wegweiser", 30.6, 17.9);
    board_put(board, "P", &body, board->guide->body, 30.6, 24.2);
    return ok;
}

// ---- Name ----------------------------------------------------------------------------------

// Into two lines, with no word cut. Says how many.
static int fit_name(struct board *board, struct style *style, const char *name)
{
    static const double least = 8;
    double width = board_inner_width(board);
    for (;; style->size -= 0.25) {
        struct breaking breaking = sheet_break(board->sheet, style, name, width);
        bool fits = breaking.lines <= 2 && breaking.widest <= width;
        if (!fits && style->size <= least && board_refuse(board))
            fault_add(board->faults, board->place,
                      "`%s` is too long for a poster of size %s; shorten it or tell with soft "
                      "hyphens (U+00AD) where it may be broken",
                      name, board->design->name);
        if (fits || style->size <= least)
            return breaking.lines;
    }
}

// A plate of a room or a line stands below the name.
static bool has_below(const struct board *board)
{
    return !board->office || board->site->room;
}

// One line if it can be had, else two. Says how many.
static int draw_name(struct board *board, const char *name)
{
    static const double first[2][2] = {{54, 44}, {48.8, 40}};  // [below][two lines]: baselines
    struct sheet *sheet = board->sheet;
    const char *plain = utf8_unhyphened(board->arena, name);
    struct style style = {board->german, WEIGHT_DISPLAY, 19.5, INK_WHITE};
    double width = board_inner_width(board);
    style.size = sheet_fit(sheet, &style, plain, width, 14);
    bool fits = sheet_width(sheet, &style, plain) <= width;
    int lines = fits ? 1 : fit_name(board, &style, name);
    double baseline = first[has_below(board)][lines > 1];
    sheet_begin(sheet, "H1");
    if (fits)
        sheet_line(sheet, &style, plain, BOARD_MARGIN, baseline, ALIGN_START);
    else
        sheet_lines(sheet, &style, name, BOARD_MARGIN, baseline, width, LEADING_TITLE);
    sheet_end(sheet);
    return lines;
}

// ---- Room ----------------------------------------------------------------------------------

static const char *floor_text(const struct board *board)
{
    int floor = board->site->room->floor;
    if (floor == 0)
        return tr(board->german, "Ground floor");
    if (floor < 0)
        return tr(board->german, "Basement");
    const char *text = arena_print(board->arena, tr(board->german, "Floor %d"), floor);
    if (board->site->lift == LIFT_UNKNOWN)
        return text;
    const char *way =
        tr(board->german, board->site->lift == LIFT_YES ? N_("Lift and stairs") : N_("Stairs"));
    return arena_print(board->arena, "%s \u00B7 %s", text, way);
}

// Says where it ends.
static double draw_plate(struct board *board, double top, double baseline)
{
    static const double padding = 3.9;
    struct style style = {board->german, WEIGHT_BOLD, 6.25, INK_BLACK};
    const char *number =
        arena_print(board->arena, tr(board->german, "Room %s"), board->site->room->number);
    board_fit(board, &style, number, 80, BOARD_LEAST);
    double width = sheet_width(board->sheet, &style, number) + 2 * padding;
    sheet_box(board->sheet, (struct box){BOARD_MARGIN, top, width, 10.1}, 1.3, INK_YELLOW);
    board_put(board, "P", &style, number, BOARD_MARGIN + padding, baseline);
    return BOARD_MARGIN + width;
}

static void draw_room(struct board *board, double top, double baseline)
{
    struct style floor = {board->german, WEIGHT_REGULAR, 6.25, INK_WHITE};
    struct style mark = {board->german, WEIGHT_REGULAR, BOARD_MARK, INK_PETROL_PALE};
    const char *text = floor_text(board);
    double x = draw_plate(board, top, baseline) + 5.2;
    board_fit(board, &floor, text, board->design->width - 30 - x, BOARD_LEAST);
    x = board_put(board, "P", &floor, text, x, baseline);
    if (board->site->room->origin.sample)
        board_put(board, "P", &mark, tr(board->german, "Sample"), x + 4, baseline);
}

static void draw_body(struct board *board, double baseline)
{
    struct style style = {board->german, WEIGHT_REGULAR, 8, INK_PETROL_PALE};
    board_fit(board, &style, board->guide->body, board_inner_width(board), BOARD_LEAST);
    board_put(board, "P", &style, board->guide->body, BOARD_MARGIN, baseline);
}

static void draw_below(struct board *board, double top)
{
    double baseline = top + 7.25;
    if (!board->office)
        draw_body(board, baseline);
    else if (board->site->room)
        draw_room(board, top, baseline);
}

bool head_draw(struct board *board)
{
    sheet_box(board->sheet, (struct box){0, 0, board->design->width, HEAD_END}, 0, INK_PETROL);
    bool ok = draw_brand(board);
    draw_below(board, draw_name(board, board_name(board)) > 1 ? 60.8 : 56.6);
    return ok;
}
