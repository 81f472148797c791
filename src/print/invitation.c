// SPDX-License-Identifier: EUPL-1.2
#include "print/invitation.h"

#include <math.h>
#include <string.h>

#include "text/tr.h"

const char *invitation_title(const struct language *language)
{
    return tr(language, "Information in your language");
}

static struct style german_title(const struct board *board)
{
    return (struct style){board->german, WEIGHT_BOLD, INVITATION_SIZE, INK_BLACK};
}

static struct style english_title(const struct board *board)
{
    return (struct style){board->english, WEIGHT_REGULAR, 6, INK_GREY};
}

void invitation_draw(struct board *board, double baseline)
{
    struct style german = german_title(board), english = english_title(board);
    double middle = board->design->width / 2;
    sheet_put(board->sheet, "H2", &german, invitation_title(board->german), middle, baseline,
              ALIGN_CENTER);
    sheet_put(board->sheet, "P", &english, invitation_title(board->english), middle, baseline + 8.3,
              ALIGN_CENTER);
}

static double draw_lines(struct board *board, struct strip column, const char *element,
                         const struct style *style, double top)
{
    double pitch = 1.26 * style->size, baseline = top + BOARD_CAPITAL * style->size;
    sheet_begin(board->sheet, element);
    int lines = sheet_lines(board->sheet, style, invitation_title(style->language), column.start,
                            baseline, column.width, LEADING_HEADING);
    sheet_end(board->sheet);
    return baseline + (lines - 1) * pitch;
}

double invitation_draw_lines(struct board *board, struct strip column, double top)
{
    struct style german = german_title(board), english = english_title(board);
    double below = draw_lines(board, column, "H2", &german, top);
    return draw_lines(board, column, "P", &english, below + 4.5);
}

// ---- Steps ---------------------------------------------------------------------------------

// clang-format off
static const struct {
    const char *icon, *text;
} steps[] = {
    {"phone",     N_("Open camera")    },
    {"qr-code",   N_("Scan code")      },
    {"translate", N_("Choose language")},
};
// clang-format on
enum { STEPS = sizeof steps / sizeof steps[0] };
static const double PLATE = STEPS_HEIGHT, GAP = 3.5, ICON = 9.5;

static struct style german_step(const struct board *board)
{
    return (struct style){board->german, WEIGHT_BOLD, 5, INK_BLACK};
}

static struct style english_step(const struct board *board)
{
    return (struct style){board->english, WEIGHT_REGULAR, BOARD_LEAST, INK_GREY};
}

static double step_width(const struct board *board, size_t step)
{
    struct style german = german_step(board), english = english_step(board);
    double above = sheet_width(board->sheet, &german, tr(board->german, steps[step].text));
    double below = sheet_width(board->sheet, &english, tr(board->english, steps[step].text));
    return PLATE + GAP + fmax(above, below);
}

static bool draw_step(struct board *board, size_t step, double x, double top)
{
    struct style german = german_step(board), english = english_step(board);
    double inset = (PLATE - ICON) / 2, text = x + PLATE + GAP;
    sheet_box(board->sheet, (struct box){x, top, PLATE, PLATE}, 2, INK_PETROL_TINT);
    bool ok =
        sheet_icon(board->sheet, steps[step].icon, (struct box){x + inset, top + inset, ICON, ICON},
                   INK_PETROL, board->faults);
    board_put(board, "P", &german, tr(board->german, steps[step].text), text, top + 6.3);
    board_put(board, "P", &english, tr(board->english, steps[step].text), text, top + 12.1);
    return ok;
}

// From margin to margin, with equal gaps between them.
bool steps_draw(struct board *board, double top)
{
    double width = 0, x = BOARD_MARGIN;
    for (size_t i = 0; i < STEPS; i++)
        width += step_width(board, i);
    double gap = (board_inner_width(board) - width) / (STEPS - 1);
    bool ok = true;
    for (size_t i = 0; i < STEPS; i++) {
        ok &= draw_step(board, i, x, top);
        x += step_width(board, i) + gap;
    }
    return ok;
}
