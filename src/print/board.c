// SPDX-License-Identifier: EUPL-1.2
#include "print/board.h"

#include "print/imprint.h"

double strip_middle(struct strip strip)
{
    return strip.start + strip.width / 2;
}

const char *board_name(const struct board *board)
{
    const struct words *guide = words_in(&board->guide->words, 0);
    if (!board->office)
        return words_text(board->arena, guide, BLOCK_TITLE, NULL);
    return words_text(board->arena, words_in(&board->office->words, 0), BLOCK_NAME, NULL);
}

double board_inner_width(const struct board *board)
{
    return board->design->width - 2 * BOARD_MARGIN;
}

double board_end(const struct board *board)
{
    double imprint = IMPRINT_END + BOARD_CAPITAL * IMPRINT_TEXT;
    return design_height(board->design) - imprint / design_unit(board->design);
}

bool board_refuse(struct board *board)
{
    bool first = !board->refused;
    board->refused = true;
    return first;
}

void board_fit(struct board *board, struct style *style, const char *text, double width,
               double least)
{
    style->size = sheet_fit(board->sheet, style, text, width, least);
    if (sheet_width(board->sheet, style, text) > width && board_refuse(board))
        fault_add(board->faults, board->place,
                  "`%s` is too long for a poster of size %s; shorten it", text,
                  board->design->name);
}

double board_put(struct board *board, const char *element, const struct style *style,
                 const char *text, double x, double baseline)
{
    sheet_put(board->sheet, element, style, text, x, baseline, ALIGN_START);
    return x + sheet_width(board->sheet, style, text);
}
