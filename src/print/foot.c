// SPDX-License-Identifier: EUPL-1.2
#include "print/foot.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "text/tr.h"

static const double ROW_LEAST = 2.5;  // size
static const double HOURS_END = 98, CONTACT_START = 110;
// From the top to the heading, to the row above the first, from the last to the imprint.
static const double HEADING_DROP = 10.1, ROWS_DROP = 0.62, IMPRINT_GAP = 4;

// ---- What stands there ---------------------------------------------------------------------

static void add_contact(struct foot *foot, const char *label, const char *value, const char *link,
                        const struct origin *origin)
{
    *list_add(foot->board->arena, &foot->contacts) =
        (struct foot_row){label, value, link, origin->sample};
}

static double contact_start(const struct foot *foot)
{
    return foot->hours.rows.count ? CONTACT_START : BOARD_MARGIN;
}

static void add_address(struct foot *foot, const struct address *address)
{
    const struct board *board = foot->board;
    struct style style = {board->german, WEIGHT_REGULAR, board->design->rows, INK_BLACK};
    const char *city = arena_print(board->arena, "%s %s", address->postcode, address->city);
    const char *line = arena_print(board->arena, "%s, %s", address->street, city);
    double room = board->design->width - BOARD_MARGIN - contact_start(foot) - 12;
    if (sheet_width(board->sheet, &style, line) < room) {
        add_contact(foot, "", line, NULL, &address->origin);
        return;
    }
    add_contact(foot, "", address->street, NULL, &(struct origin){0});
    add_contact(foot, "", city, NULL, &address->origin);
}

static void add_contacts(struct foot *foot, const struct office *office)
{
    struct arena *arena = foot->board->arena;
    const struct contact *email = office->email;
    foot->first_phone = foot->contacts.count;
    foot->phones = office->phones.count;
    for (size_t i = 0; i < office->phones.count; i++) {
        const struct contact *phone = &office->phones.items[i];
        add_contact(foot, tr(foot->board->german, "Phone"), phone->shown,
                    arena_print(arena, "tel:%s", phone->plain), &phone->origin);
    }
    if (email)
        add_contact(foot, "", email->shown, arena_print(arena, "mailto:%s", email->plain),
                    &email->origin);
}

static void add_office(struct foot *foot, const struct office *office, const struct site *site)
{
    if (site->hours)
        foot->hours = timetable_build(foot->board->arena, foot->board->german, site->hours);
    if (site->address)
        add_address(foot, site->address);
    add_contacts(foot, office);
}

static void add_numbers(struct foot *foot, const struct words *words)
{
    struct arena *arena = foot->board->arena;
    const struct guide *guide = foot->board->guide;
    for (size_t i = 0; i < guide->emergency.count; i++) {
        const struct value *number = guide->emergency.items[i];
        const char *what = words_text(arena, words, BLOCK_NUMBER, number->id);
        *list_add(arena, &foot->numbers) = (struct foot_row){
            number->shown, utf8_unhyphened(arena, what), NULL, number->origin.sample};
    }
}

struct foot foot_build(struct board *board)
{
    struct foot foot = {.board = board};
    if (board->design->foot && board->office)
        add_office(&foot, board->office, board->site);
    else if (board->design->foot && board->guide->emergency_page)
        add_numbers(&foot, words_in(&board->guide->emergency_page->words, 0));
    return foot;
}

bool foot_shorten(struct foot *foot)
{
    if (foot->phones < 2 || foot->contacts.count <= foot->hours.rows.count)
        return false;
    struct foot_row *last = &foot->contacts.items[foot->first_phone + --foot->phones];
    size_t after = (size_t)(foot->contacts.items + foot->contacts.count-- - (last + 1));
    memmove(last, last + 1, after * sizeof *last);
    return true;
}

double foot_top(const struct foot *foot, double pitch)
{
    double hours = (double)foot->hours.rows.count, contacts = (double)foot->contacts.count;
    double rows = fmax(fmax(hours, contacts), (double)foot->numbers.count);
    double end = board_end(foot->board) - IMPRINT_GAP;
    return rows > 0 ? end - HEADING_DROP - ROWS_DROP - rows * pitch : end;
}

// ---- Drawing -------------------------------------------------------------------------------

static struct style mark_style(const struct board *board, double size)
{
    return (struct style){board->german, WEIGHT_REGULAR, fmin(size, BOARD_MARK), INK_GREY};
}

static void draw_heading(struct board *board, const char *text, double size, bool sample, double x,
                         double baseline)
{
    struct style german = {board->german, WEIGHT_BOLD, size, INK_BLACK};
    struct style english = {board->english, WEIGHT_REGULAR, size, INK_GREY};
    struct style mark = mark_style(board, size);
    x = board_put(board, "H2", &german, tr(board->german, text), x, baseline);
    x = board_put(board, "P", &english, tr(board->english, text), x + 2, baseline);
    if (sample)
        board_put(board, "P", &mark, tr(board->german, "Sample"), x + 3, baseline);
}

// In full if they have room, nearly as large as the rest; else short.
static const char *fit_days(struct board *board, struct style *style,
                            const struct timetable_row *row, double room)
{
    double size = style->size;
    style->size = sheet_fit(board->sheet, style, row->days, room, 0.88 * size);
    if (sheet_width(board->sheet, style, row->days) <= room)
        return row->days;
    style->size = size;
    board_fit(board, style, row->short_days, room, ROW_LEAST);
    return row->short_days;
}

static void draw_hours_row(struct board *board, const struct timetable_row *row, double size,
                           double baseline)
{
    struct style style = {board->german, WEIGHT_REGULAR, size, INK_BLACK}, label = style;
    struct style note = mark_style(board, size);
    double x = BOARD_MARGIN,
           room = HOURS_END - x - 3 - sheet_width(board->sheet, &style, row->times);
    if (*row->note)
        room -= sheet_width(board->sheet, &note, row->note) + 2;
    const char *days = fit_days(board, &label, row, room);
    sheet_begin(board->sheet, "TR");
    if (*days)
        x = board_put(board, "TH", &label, days, x, baseline) + 2;
    if (*row->note)
        board_put(board, "TD", &note, row->note, x, baseline);
    sheet_put(board->sheet, "TD", &style, row->times, HOURS_END, baseline, ALIGN_END);
    sheet_end(board->sheet);
}

static void draw_contact(struct board *board, const struct foot_row *row, double size, double x,
                         double baseline)
{
    struct style style = {board->german, WEIGHT_REGULAR, size, INK_BLACK};
    struct style mark = mark_style(board, size);
    const char *sample = row->sample ? tr(board->german, "Sample") : "";
    if (*row->label)
        x = board_put(board, "P", &style, row->label, x, baseline) + 1.3;
    double room = board->design->width - BOARD_MARGIN - x;
    if (*sample)
        room -= sheet_width(board->sheet, &mark, sample) + 2.5;
    board_fit(board, &style, row->value, room, ROW_LEAST);
    if (row->link)
        sheet_begin_link(board->sheet, row->link);
    x = board_put(board, "P", &style, row->value, x, baseline);
    if (row->link)
        sheet_end(board->sheet);
    if (*sample)
        board_put(board, "P", &mark, sample, x + 2.5, baseline);
}

static void draw_hours(struct foot *foot, double heading, double pitch)
{
    struct board *board = foot->board;
    double size = pitch / FOOT_PITCH;
    draw_heading(board, N_("Opening hours"), size, board->site->hours->origin.sample, BOARD_MARGIN,
                 heading);
    sheet_begin(board->sheet, "Table");
    for (size_t i = 0; i < foot->hours.rows.count; i++)
        draw_hours_row(board, &foot->hours.rows.items[i], size,
                       heading + ROWS_DROP + (double)(i + 1) * pitch);
    sheet_end(board->sheet);
}

static void draw_contacts(struct foot *foot, double heading, double pitch)
{
    double size = pitch / FOOT_PITCH, x = contact_start(foot);
    draw_heading(foot->board, N_("Contact"), size, false, x, heading);
    for (size_t i = 0; i < foot->contacts.count; i++)
        draw_contact(foot->board, &foot->contacts.items[i], size, x,
                     heading + ROWS_DROP + (double)(i + 1) * pitch);
}

// The words below each other, behind the longest number.
static void draw_numbers(struct foot *foot, double heading, double pitch)
{
    struct board *board = foot->board;
    double size = pitch / FOOT_PITCH, indent = 0;
    struct style style = {board->german, WEIGHT_BOLD, size, INK_BLACK};
    draw_heading(board, N_("Emergency"), size, false, BOARD_MARGIN, heading);
    for (size_t i = 0; i < foot->numbers.count; i++)
        indent = fmax(indent, sheet_width(board->sheet, &style, foot->numbers.items[i].label) + 4);
    for (size_t i = 0; i < foot->numbers.count; i++) {
        struct foot_row row = foot->numbers.items[i];
        double baseline = heading + ROWS_DROP + (double)(i + 1) * pitch;
        board_put(board, "P", &style, row.label, BOARD_MARGIN, baseline);
        row.label = "";
        draw_contact(board, &row, size, BOARD_MARGIN + indent, baseline);
    }
}

void foot_draw(struct foot *foot, double top, double pitch)
{
    const struct design *design = foot->board->design;
    struct box ground = {0, top, design->width, design_height(design) - top};
    sheet_box(foot->board->sheet, ground, 0, INK_GROUND);
    if (foot->hours.rows.count)
        draw_hours(foot, top + HEADING_DROP, pitch);
    if (foot->contacts.count)
        draw_contacts(foot, top + HEADING_DROP, pitch);
    if (foot->numbers.count)
        draw_numbers(foot, top + HEADING_DROP, pitch);
}
