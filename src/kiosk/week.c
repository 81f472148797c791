// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/week.h"

#include <math.h>
#include <string.h>

#include "guide/hours.h"
#include "kiosk/part.h"
#include "text/calendar.h"
#include "text/tr.h"

enum { SLOTS_A_DAY = 8 };

struct hours_line {
    struct setting time, note;  // on what condition; no lines: none
    bool beside;                // the note stands before the time, not below it
};

struct hours_row {
    struct setting day;
    struct hours_line lines[SLOTS_A_DAY];
    size_t count;
    bool today;
    bool stacked;  // the lines stand below the day, not beside it
    double height;
};

// NULL: everybody may come each week.
static const char *slot_condition(struct frame *frame, const struct slot *slot)
{
    const struct language *language = frame->language;
    const char *by = part_attendance(frame, slot->by);
    if (!slot->weeks)
        return by;
    // TRANSLATORS: a consultation on, e.g., the first and third Tuesday: "no. 1 + 3 in the month"
    const char *weeks = arena_print(frame->arena, tr(language, "only no. %s in the month"),
                                    hours_weeks(frame->arena, slot));
    return by ? arena_print(frame->arena, "%s · %s", weeks, by) : weeks;
}

static struct hours_line set_line(struct frame *frame, struct type time, struct type note,
                                  const struct slot *slot, double width)
{
    const char *condition = slot_condition(frame, slot);
    struct hours_line line = {.time = part_slot(frame, time, slot->from, slot->to, width)};
    while (line.time.lines.count > 1 && time.size > 3.5) {
        time.size -= 0.25;
        line.time = part_slot(frame, time, slot->from, slot->to, width);
    }
    if (!condition)
        return line;
    line.note = set_label(frame, note, condition, width, 3);
    line.beside = line.time.ink_width + 3 + line.note.ink_width <= width;
    return line;
}

static double line_height(const struct hours_line *line)
{
    return line->time.height + (line->beside ? 0 : line->note.height);
}

static double lines_height(const struct hours_row *row)
{
    double height = 0;
    for (size_t i = 0; i < row->count; i++)
        height += line_height(&row->lines[i]);
    return height;
}

static bool is_today(const struct frame *frame, enum weekday day)
{
    return !frame->view->wrong_clock && date_weekday(frame->view->now.date) == day;
}

struct row_type {
    struct type name, time, note;
};

static struct row_type row_type(struct frame *frame, bool today)
{
    struct type label = type_body;
    label.size = 4;
    label.leading = LEADING_LABEL;
    label.line = 1.2;
    label.face = today ? FACE_BOLD : FACE_REGULAR;
    struct row_type type = {type_shrinkable(frame, label), type_shrinkable(frame, label),
                            type_small};
    type.time.align = type.note.align = ALIGN_END;
    return type;
}

// The slots, or "closed" and why, if there is a why.
static void set_lines(struct frame *frame, struct hours_row *row, const struct row_type *type,
                      const struct slot *slots, size_t count, const char *why, double width)
{
    double column = row->stacked ? width : width - row->day.ink_width - 2;
    for (size_t i = 0; i < count; i++)
        row->lines[row->count++] = set_line(frame, type->time, type->note, &slots[i], column);
    if (count == 0) {
        struct type closed = type->time;
        closed.ink = INK_TEXT_2;
        row->lines[row->count++].time =
            set_label(frame, closed, tr(frame->language, "closed"), column, 1);
    }
    if (why)
        row->lines[0].note = set_label(frame, type->note, why, column, 2);
    double lines = lines_height(row), day = row->day.height;
    row->height = fmax(6.6, (row->stacked ? day + lines : fmax(day, lines)) + 1.6);
}

static struct hours_row set_weekday(struct frame *frame, const struct hours *hours,
                                    enum weekday day, const char *name, double width)
{
    bool today = is_today(frame, day);
    struct row_type type = row_type(frame, today);
    struct span span = {name, type.name.face, false};
    // The two days of a weekend share a row that has but one word beside them.
    double part = strcmp(name, day_name(frame->language, day)) == 0 ? 0.5 : 0.7;
    struct slot slots[SLOTS_A_DAY];
    size_t count =
        today ? hours_on_date(hours, frame->guide->state, frame->view->now.date, slots, SLOTS_A_DAY)
              : hours_on_weekday(hours, day, slots, SLOTS_A_DAY);
    struct hours_row row = {.day = set_fitting(frame, type.name, &span, 1, width * part, 1, 20),
                            .today = today};
    set_lines(frame, &row, &type, slots, count, NULL, width);
    return row;
}

// "24 December – 31 December"
static const char *dates_text(struct frame *frame, const struct exception *exception)
{
    const struct language *language = frame->language;
    const char *from = date_text(frame->arena, language, exception->from);
    if (date_compare(exception->from, exception->to) == 0)
        return from;
    return arena_print(frame->arena, language->rtl ? part_range(frame) : "%s – %s", from,
                       date_text(frame->arena, language, exception->to));
}

static bool is_one_line(struct frame *frame, struct type type, const char *text, double width)
{
    return set_text(frame, type, text, width).lines.count == 1;
}

// Closed on some days, other hours on one, or a public holiday.
static struct hours_row set_exception(struct frame *frame, const struct hours *hours,
                                      const struct exception *exception, double width)
{
    struct row_type type = row_type(frame, false);
    const char *dates = dates_text(frame, exception);
    const char *why = exception->holiday ? tr(frame->language, exception->holiday) : NULL;
    struct span span = {dates, type.name.face, false};
    double start = width * 0.55, end = width - start - 2;  // when they stand beside each other
    struct hours_row row = {.stacked = !is_one_line(frame, type.name, dates, start) ||
                                       (why && !is_one_line(frame, type.note, why, end))};
    row.day = set_fitting(frame, type.name, &span, 1, row.stacked ? width : start, 2, 20);
    struct slot slots[SLOTS_A_DAY];
    size_t count = hours_on_date(hours, frame->guide->state, exception->from, slots, SLOTS_A_DAY);
    set_lines(frame, &row, &type, slots, count, why, width);
    return row;
}

static double put_hours_row(struct frame *frame, const struct hours_row *row, double x, double y,
                            double width, bool ruled)
{
    if (row->today)
        frame_box(frame, (struct area){x - 1.5, y, width + 3, row->height}, 0.75, INK_YELLOW_TINT,
                  frame->view->theme == &theme_contrast ? INK_YELLOW : INK_NONE);
    else if (ruled)
        frame_rect(frame, (struct area){x - 1.5, y, width + 3, 0.125}, INK_HAIR);
    double lines = lines_height(row), day = row->day.height;
    double at = y + (row->height - lines + (row->stacked ? day : 0)) / 2;
    if (row->stacked)
        put(frame, &row->day, x, at - day);
    else
        put_middle(frame, &row->day, x, y, row->height);
    for (size_t i = 0; i < row->count; i++) {
        const struct hours_line *line = &row->lines[i];
        double note = x + width - line->note.width;
        put(frame, &line->time, x + width - line->time.width, at);
        if (line->note.lines.count && line->beside)
            put_middle(frame, &line->note, note - line->time.ink_width - 3, at, line->time.height);
        else if (line->note.lines.count)
            put(frame, &line->note, note, at + line->time.height);
        at += line_height(line);
    }
    return row->height;
}

// What is different in the next two weeks.
static double put_exceptions(struct frame *frame, const struct hours *hours, double x, double y,
                             double width)
{
    enum { ROWS = 8 };
    struct exception exceptions[ROWS];
    double top = y;
    size_t count =
        frame->view->wrong_clock
            ? 0
            : hours_exceptions(hours, frame->guide->state, frame->view->now.date, exceptions, ROWS);
    if (count)
        y += 1.5;
    for (size_t i = 0; i < count; i++) {
        struct hours_row row = set_exception(frame, hours, &exceptions[i], width);
        y += put_hours_row(frame, &row, x, y, width, true);
    }
    return y - top;
}

// Saturday and Sunday share a row when both are closed.
double week_put(struct frame *frame, const struct hours *hours, double x, double y, double width)
{
    struct slot any;
    bool weekend =
        hours_on_weekday(hours, SATURDAY, &any, 1) + hours_on_weekday(hours, SUNDAY, &any, 1) > 0;
    double top = y;
    bool ruled = false;
    for (int day = MONDAY; day <= (weekend ? SUNDAY : SATURDAY); day++) {
        const char *name = day_name(frame->language, (enum weekday)day);
        if (!weekend && day == SATURDAY)
            name =
                arena_print(frame->arena, "%s%s%s", short_day_name(frame->language, SATURDAY),
                            list_comma(frame->language), short_day_name(frame->language, SUNDAY));
        struct hours_row row = set_weekday(frame, hours, (enum weekday)day, name, width);
        if (!weekend && day == SATURDAY && is_today(frame, SUNDAY))
            row.today = true;
        y += put_hours_row(frame, &row, x, y, width, ruled);
        ruled = !row.today;
    }
    y += put_exceptions(frame, hours, x, y, width);
    if (part_origin(frame, &hours->origin))
        y += 1 + part_badge(frame, x, y + 1, width, part_origin(frame, &hours->origin));
    return y - top;
}
