// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/part.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "text/calendar.h"
#include "text/tr.h"

enum ink topic_ink(enum topic_colour colour)
{
    return INK_ARRIVE + (enum ink)colour;
}

enum ink topic_tint(enum topic_colour colour)
{
    return INK_ARRIVE_TINT + (enum ink)colour;
}

void part_plate(struct frame *frame, double x, double y, double size, double radius,
                double icon_size, const char *icon, enum ink ink, enum ink ground)
{
    double pad = (size - icon_size) / 2;
    frame_box(frame, (struct area){x, y, size, size}, radius, ground, INK_NONE);
    frame_icon(frame, x + pad, y + pad, icon_size, icon, ink);
}

// ---- Opening ------------------------------------------------------------------------------------

const char *part_clock(struct frame *frame, int minute)
{
    return arena_print(frame->arena, "%d:%02d", minute / 60, minute % 60);
}

const char *part_range(const struct frame *frame)
{
    // TRANSLATORS: opening hours in right-to-left languages, e.g. "8:00 to 12:30"
    const char *words = N_("%s to %s");
    return frame->language->rtl ? tr(frame->language, words) : "%s\u2060–\u2060%s";
}

struct setting part_slot(struct frame *frame, struct type type, int from, int to, double width)
{
    return set_sentence(frame, type, part_range(frame), part_clock(frame, from),
                        part_clock(frame, to), width);
}

const char *part_attendance(const struct frame *frame, enum attendance by)
{
    static const char *const names[] = {
        [ATTENDANCE_WALK_IN] = NULL,
        [ATTENDANCE_APPOINTMENT] = N_("by appointment"),
        [ATTENDANCE_PHONE] = N_("by phone"),
    };
    return names[by] ? tr(frame->language, names[by]) : NULL;
}

// Whole sentences for each day: in many languages the day changes its form after "on".
static const char *const opens_on[] = {
    [MONDAY] = N_("Opens Monday %s"),       [TUESDAY] = N_("Opens Tuesday %s"),
    [WEDNESDAY] = N_("Opens Wednesday %s"), [THURSDAY] = N_("Opens Thursday %s"),
    [FRIDAY] = N_("Opens Friday %s"),       [SATURDAY] = N_("Opens Saturday %s"),
    [SUNDAY] = N_("Opens Sunday %s"),
};

static struct setting set_closed(struct frame *frame, struct type type,
                                 const struct opening *opening, double width)
{
    const struct language *language = frame->language;
    struct date today = frame->view->now.date, day = opening->until.date;
    const char *clock = part_clock(frame, opening->until.minute);
    long away = date_number(day) - date_number(today);
    if (away == 0)
        return set_sentence(frame, type, tr(language, "Opens today %s"), clock, NULL, width);
    if (away == 1)
        return set_sentence(frame, type, tr(language, "Opens tomorrow %s"), clock, NULL, width);
    if (away < 7)
        return set_sentence(frame, type, tr(language, opens_on[date_weekday(day)]), clock, NULL,
                            width);
    // TRANSLATORS: a date and a time, e.g. "Opens 4 January at 8:30"
    return set_sentence(frame, type, tr(language, "Opens %1$s at %2$s"),
                        date_text(frame->arena, language, day), clock, width);
}

// Of the main site. NULL: none are given, they wait to be confirmed, or this machine's clock is
// wrong: then nothing is said of today.
static const struct hours *hours_today(const struct frame *frame, const struct office *office)
{
    const struct hours *hours = office->sites.items[0].hours;
    bool due = hours && origin_is_due(frame->guide, &hours->origin, frame->view->now.date);
    return due || frame->view->wrong_clock ? NULL : hours;
}

// "Wednesday · 13:00–16:00 · by phone"; of today without the day. A list, so that it needs no
// sentence for each day and each way.
static struct setting set_reach(struct frame *frame, struct type type, const struct reach *reach,
                                double width)
{
    struct date today = frame->view->now.date;
    long away = date_number(reach->date) - date_number(today);
    const char *day = away == 0  ? ""
                      : away < 7 ? day_name(frame->language, date_weekday(reach->date))
                                 : date_text(frame->arena, frame->language, reach->date);
    const char *format = arena_print(frame->arena, "%s%s%s · %s", day, *day ? " · " : "",
                                     part_range(frame), part_attendance(frame, reach->slot.by));
    return set_sentence(frame, type, format, part_clock(frame, reach->slot.from),
                        part_clock(frame, reach->slot.to), width);
}

// An office where one cannot simply walk in says so, in a row rather when it answers the phone
// later today; the others have to be asked.
static struct setting set_unknown(struct frame *frame, struct type type, const struct hours *hours,
                                  double width, bool sign)
{
    const struct language *language = frame->language;
    struct moment now = frame->view->now;
    struct reach reach;
    int until;
    if (!hours_are_booked(hours))
        return set_text(frame, type, tr(language, "Please ask for today’s hours"), width);
    if (hours_by_phone(hours, frame->guide->state, now, &until)) {
        frame_expires(frame, (struct moment){now.date, until});
        // TRANSLATORS: the office answers the phone; one can come by appointment only
        return set_sentence(frame, type, tr(language, "By phone until %s"),
                            part_clock(frame, until), NULL, width);
    }
    if (!sign && hours_next_reach(hours, frame->guide->state, now, &reach) &&
        reach.slot.by == ATTENDANCE_PHONE && date_compare(reach.date, now.date) == 0)
        return set_reach(frame, type, &reach, width);
    return set_text(frame, type, tr(language, "By appointment only"), width);
}

static struct setting set_status(struct frame *frame, struct type type,
                                 const struct opening *opening, const struct hours *hours,
                                 double width, bool sign)
{
    const struct language *language = frame->language;
    type.ink = opening->state == OPENING_OPEN ? INK_OPEN : INK_TEXT_2;
    if (opening->state == OPENING_OPEN) {
        type.face = FACE_BOLD;
        return set_sentence(frame, type,
                            tr(language, sign ? N_("Open now until %s") : N_("Open until %s")),
                            part_clock(frame, opening->until.minute), NULL, width);
    }
    if (opening->state == OPENING_UNKNOWN)
        return set_unknown(frame, type, hours, width, sign);
    if (!opening->holiday && opening->until.date.year)
        return set_closed(frame, type, opening, width);
    if (!opening->holiday || !sign)
        return set_text(frame, type, tr(language, "Closed today"), width);
    return set_sentence(frame, type, tr(language, "Closed today: %s"),
                        tr(language, opening->holiday), NULL, width);
}

// Slots by phone begin and end, too.
static void expire_at_slots(struct frame *frame, const struct hours *hours)
{
    enum { SLOTS = 16 };
    struct slot slots[SLOTS];
    struct moment now = frame->view->now;
    size_t count = hours ? hours_on_date(hours, frame->guide->state, now.date, slots, SLOTS) : 0;
    for (size_t i = 0; i < count; i++)
        if (slots[i].by == ATTENDANCE_PHONE && slots[i].from > now.minute)
            frame_expires(frame, (struct moment){now.date, slots[i].from});
}

struct status part_status(struct frame *frame, const struct office *office, struct type type,
                          double width, bool sign)
{
    const struct hours *hours = hours_today(frame, office);
    struct opening opening = hours_at(hours, frame->guide->state, frame->view->now);
    double dot = opening.state == OPENING_UNKNOWN ? 0 : 2 + 1.25;
    frame_expires(frame, opening.until);
    frame_expires(frame, (struct moment){date_plus(frame->view->now.date, 1), 0});
    expire_at_slots(frame, hours);
    struct status status = {.state = opening.state};
    status.text = set_status(frame, type, &opening, hours, width - dot, sign);
    status.width = status.text.ink_width + dot;
    return status;
}

struct setting part_next_opening(struct frame *frame, const struct office *office, struct type type,
                                 double width)
{
    const struct hours *hours = hours_today(frame, office);
    struct moment now = frame->view->now;
    struct opening opening = hours_at(hours, frame->guide->state, now);
    struct reach reach;
    int until;
    if (opening.state == OPENING_CLOSED && opening.holiday && opening.until.date.year)
        return set_closed(frame, type, &opening, width);
    if (hours_by_phone(hours, frame->guide->state, now, &until) ||
        !hours_next_reach(hours, frame->guide->state, now, &reach))
        return (struct setting){0};
    return set_reach(frame, type, &reach, width);
}

void put_status(struct frame *frame, const struct status *status, double x, double y, double h)
{
    double top = y + (h - 2) / 2;
    struct area dot = {x, top, 2, 2};
    double text = x + (status->state == OPENING_UNKNOWN ? 0 : 3.25);
    if (status->state == OPENING_OPEN)
        frame_box(frame, dot, 1, INK_OPEN, INK_NONE);
    else if (status->state == OPENING_CLOSED)
        frame_ring(frame, dot, 0.5, 1, INK_TEXT_2);
    put_middle(frame, &status->text, text, y, h);
}

// ---- Rows ---------------------------------------------------------------------------------------

static const double row_start = 2, row_gap = 2.5, row_end = 2.5, chevron = 4;
static const double row_air = 1.8;  // above and below the text, together
static const double door_width = 13, door_height = 8.5;

// What a list of hits marks; NULL: it is another list.
static const char *query_of(const struct frame *frame)
{
    const struct visit *visit = frame->view->visit;
    return visit->now.screen == SCREEN_SEARCH && visit->query[0] ? visit->query : NULL;
}

static void put_row_box(struct frame *frame, struct area area, const struct action *action,
                        double gap, bool *pressed)
{
    *pressed = frame_pressed(frame, action);
    frame_box(frame, area, 1.5, *pressed ? INK_PETROL : INK_PAPER,
              *pressed ? INK_PETROL : INK_LINE);
    frame_icon(frame, area.x + area.w - row_end - chevron, area.y + (area.h - chevron) / 2, chevron,
               "chevron-right", *pressed ? INK_ON_PETROL : INK_TEXT_2);
    frame_target(frame, (struct area){area.x, area.y - gap / 2, area.w, area.h + gap}, *action);
}

static void put_door(struct frame *frame, const struct office *office, double x, double y)
{
    const struct room *room = office->sites.items[0].room;
    frame_box(frame, (struct area){x, y, door_width, door_height}, 0.75, INK_PETROL,
              frame_outline(frame));
    if (!room) {
        frame_icon(frame, x + (door_width - 4.5) / 2, y + (door_height - 4.5) / 2, 4.5, "geo-alt",
                   INK_ON_PETROL);
        return;
    }
    struct type type = type_label;
    type.ink = INK_ON_PETROL;
    type.align = ALIGN_CENTER;
    type.fixed = true;
    type.language = frame->guide->languages.items[0];
    struct setting number = set_label(frame, type, room->number, door_width, 1);
    put_middle(frame, &number, x, y, door_height);
}

// Where the status of an office stands in its row: beside both lines, on the second line, below.
// All rows of a list have it at the same place: the first that leaves every name on one line.
enum arrangement { STATUS_BESIDE, STATUS_ON_SECOND, STATUS_BELOW };

struct office_row {
    const struct office *office;
    struct setting name, second;
    struct status status;
    double height;
    bool fits;  // nothing runs into anything, no name needs a second line
};

static struct office_row set_office_row(struct frame *frame, const struct office *office,
                                        double width, enum arrangement arrangement)
{
    const struct words *words = part_words(frame, &office->words);
    const struct words *german = office->words.in[0];
    bool foreign = words->language != german->language;
    struct type small = type_small, bold = type_body_bold;
    small.line = 1.3;
    bold.language = words->language;
    bold.line = type_line(words->language, 0, 1.41);
    if (foreign)
        small.language = german->language;
    struct office_row row = {.office = office};
    row.status = part_status(frame, office, type_small, width, false);
    double beside = width - row.status.width - row_gap;
    struct span name = {part_text(frame, words, BLOCK_NAME), bold.face, false};
    row.name = set_fitting(frame, bold, &name, 1, arrangement == STATUS_BESIDE ? beside : width, 1,
                           arrangement == STATUS_BELOW ? 3 : 2);
    row.second =
        set_text(frame, small,
                 part_text(frame, foreign ? german : words, foreign ? BLOCK_NAME : BLOCK_PURPOSE),
                 arrangement == STATUS_BELOW ? width : beside);
    row.fits = row.name.lines.count == 1 && row.second.lines.count == 1;
    row.height = row.name.height + row.second.height;
    if (arrangement == STATUS_BELOW)
        row.height += row.status.text.height;
    return row;
}

static void put_office_row(struct frame *frame, struct area area, struct office_row *row,
                           enum arrangement arrangement, double gap)
{
    struct action action = action_of(ACTION_OFFICE, row->office->id);
    bool pressed;
    put_row_box(frame, area, &action, gap, &pressed);
    put_door(frame, row->office, area.x + row_start, area.y + (area.h - door_height) / 2);
    if (!pressed)
        row->name.query = row->second.query = query_of(frame);
    if (pressed)
        row->name.type.ink = row->second.type.ink = row->status.text.type.ink = INK_ON_PETROL;
    double x = area.x + row_start + door_width + row_gap, y = area.y + (area.h - row->height) / 2;
    double end = area.x + area.w - row_end - chevron - row_gap - row->status.width;
    y += put(frame, &row->name, x, y);
    if (arrangement == STATUS_BESIDE)
        put_status(frame, &row->status, end, area.y, area.h);
    else if (arrangement == STATUS_ON_SECOND)
        put_status(frame, &row->status, end, y, row->second.height);
    y += put(frame, &row->second, x, y);
    if (arrangement == STATUS_BELOW)
        put_status(frame, &row->status, x, y, row->status.text.height);
}

static bool set_office_rows(struct frame *frame, const struct office *const *offices, size_t count,
                            double width, enum arrangement arrangement, struct office_row *rows)
{
    bool fit = true;
    for (size_t i = 0; i < count; i++) {
        rows[i] = set_office_row(frame, offices[i], width, arrangement);
        fit &= rows[i].fits;
    }
    return fit;
}

double part_office_rows(struct frame *frame, struct area area, double gap, double least,
                        const struct office *const *offices, size_t count)
{
    double width = area.w - row_start - door_width - row_gap - row_gap - chevron - row_end;
    struct office_row *rows = arena_alloc(frame->arena, (count + 1) * sizeof *rows);
    int arrangement = width > 60 ? STATUS_BESIDE : STATUS_BELOW;
    while (!set_office_rows(frame, offices, count, width, (enum arrangement)arrangement, rows) &&
           arrangement < STATUS_BELOW)
        arrangement++;
    double natural = gap * (double)(count - 1), y = area.y;
    for (size_t i = 0; i < count; i++)
        natural += fmax(rows[i].height + row_air, least);
    double extra = fmax((area.h - natural) / (double)count, 0);
    for (size_t i = 0; i < count; i++) {
        double h = fmax(rows[i].height + row_air, least) + extra;
        put_office_row(frame, (struct area){area.x, y, area.w, h}, &rows[i],
                       (enum arrangement)arrangement, gap);
        y += h + (i + 1 < count ? gap : 0);
    }
    return y - area.y;
}

struct emblem part_emblem(const struct frame *frame, const struct page *page)
{
    if (page == frame->guide->emergency_page)
        return (struct emblem){"siren", INK_HELP, INK_HELP_TINT};
    const struct topic *topic = page->topic;
    return (struct emblem){topic->icon, topic_ink(topic->colour), topic_tint(topic->colour)};
}

static void put_page_plate(struct frame *frame, const struct page *page, struct area row)
{
    struct emblem emblem = part_emblem(frame, page);
    part_plate(frame, row.x + row_start, row.y + (row.h - 8.5) / 2, 8.5, 0.75, 5.5, emblem.icon,
               emblem.ink, emblem.tint);
}

static double page_text_width(double width)
{
    return width - row_start - 8.5 - row_gap - row_gap - chevron - row_end;
}

static bool matches(struct frame *frame, const char *text)
{
    for (; *text; text += strspn(text, " ")) {
        size_t length = strcspn(text, " ");
        if (search_match(query_of(frame), arena_copy(frame->arena, text, length)))
            return true;
        text += length;
    }
    return false;
}

bool part_is_bilingual(const struct frame *frame)
{
    return frame->view->visit->bilingual && frame->language != frame->guide->languages.items[0];
}

// Found by its German title, or with two languages, a page shows that.
static const char *second_line(struct frame *frame, const struct page *page,
                               const struct words *words, const struct language **language)
{
    const struct words *german = page->words.in[0];
    const char *title = part_text(frame, german, BLOCK_TITLE);
    bool found = query_of(frame) && matches(frame, title) &&
                 !matches(frame, part_text(frame, words, BLOCK_TITLE));
    *language = words->language;
    if (words == german || !(found || part_is_bilingual(frame)))
        return part_text(frame, words, BLOCK_PURPOSE);
    *language = german->language;
    return title;
}

static void set_page_row(struct frame *frame, const struct page *page, double width,
                         struct setting *title, struct setting *purpose)
{
    const struct words *words = part_words(frame, &page->words);
    struct type small = type_small, bold = type_body_bold;
    small.line = 1.3;
    small.language = bold.language = words->language;
    *title =
        set_label(frame, bold, part_text(frame, words, BLOCK_TITLE), page_text_width(width), 2);
    const char *second = second_line(frame, page, words, &small.language);
    *purpose = set_text(frame, small, second, page_text_width(width));
}

double part_page_row_height(struct frame *frame, const struct page *page, double width)
{
    struct setting title, purpose;
    set_page_row(frame, page, width, &title, &purpose);
    double height = title.height + purpose.height + 2.5;
    return height > 11.75 ? height : 11.75;
}

void part_page_row(struct frame *frame, struct area area, const struct page *page)
{
    struct action action =
        action_of(page == frame->guide->emergency_page ? ACTION_EMERGENCY : ACTION_PAGE,
                  page == frame->guide->emergency_page ? NULL : page->id);
    struct setting title, purpose;
    set_page_row(frame, page, area.w, &title, &purpose);
    bool pressed;
    put_row_box(frame, area, &action, 1, &pressed);
    if (pressed)
        title.type.ink = purpose.type.ink = INK_ON_PETROL;
    if (!pressed)
        title.query = purpose.query = query_of(frame);
    put_page_plate(frame, page, area);
    double x = area.x + row_start + 8.5 + row_gap;
    double y = area.y + (area.h - title.height - purpose.height) / 2;
    put(frame, &title, x, y);
    put(frame, &purpose, x, y + title.height);
}

static double put_short_row(struct frame *frame, struct area area, const struct page *page,
                            bool draw)
{
    struct action action =
        action_of(page == frame->guide->emergency_page ? ACTION_EMERGENCY : ACTION_PAGE,
                  page == frame->guide->emergency_page ? NULL : page->id);
    const struct words *words = part_words(frame, &page->words);
    struct type bold = type_body_bold;
    bold.language = words->language;
    if (frame_pressed(frame, &action))
        bold.ink = INK_ON_PETROL;
    struct setting title =
        set_label(frame, bold, part_text(frame, words, BLOCK_TITLE), page_text_width(area.w), 2);
    if (!draw)
        return fmax(11.75, title.height + 1.5);
    bool pressed;
    put_row_box(frame, area, &action, 1, &pressed);
    put_page_plate(frame, page, area);
    put_middle(frame, &title, area.x + row_start + 8.5 + row_gap, area.y, area.h);
    return area.h;
}

void part_related(struct flow *flow, const struct page *const *pages, size_t count, double x,
                  double width)
{
    struct frame *frame = flow->frame;
    if (count == 0)
        return;
    flow_gap(flow, 4);
    flow->y +=
        put_text(frame, type_h3, tr(frame->language, "Related pages"), x, flow->y, width) + 1.5;
    const double gap = 2;
    size_t columns = width > 100 * frame->view->text_size ? 2 : 1;
    double w = (width + gap) / (double)columns - gap;
    for (size_t i = 0; i < count; i += columns) {
        double h = 0;
        for (size_t j = i; j < i + columns && j < count; j++)
            h = fmax(h, put_short_row(frame, (struct area){0, 0, w, 0}, pages[j], false));
        if (i > 0)
            flow_weak_gap(flow, 1);
        for (size_t j = i; j < i + columns && j < count; j++)
            put_short_row(frame, (struct area){x + (double)(j - i) * (w + gap), flow->y, w, h},
                          pages[j], true);
        flow->y += h;
    }
}

// ---- QR panel -----------------------------------------------------------------------------------

static struct setting set_caption(struct frame *frame, const char *text, double width)
{
    struct type type = type_small_bold;
    type.ink = INK_SYMBOL;
    type.align = ALIGN_CENTER;
    type.line = 1.3;
    type.fixed = true;
    return set_label(frame, type, text, width - 2, 2);
}

double part_symbol_width(const struct frame *frame)
{
    return frame->wide && frame->low ? 23 : 28.5;
}

double part_symbol_height(struct frame *frame, double width, const char *caption)
{
    return 0.25 + width + set_caption(frame, caption, width).height + 1.5;
}

void part_symbol(struct frame *frame, struct area area, const char *text, const char *caption,
                 bool bounded)
{
    frame_box(frame, area, 1.5, INK_SYMBOL_PAPER, bounded ? INK_HAIR : INK_NONE);
    frame_symbol(frame, (struct area){area.x, area.y + 0.25, area.w, area.w}, text);
    struct setting words = set_caption(frame, caption, area.w);
    put(frame, &words, area.x + 1, area.y + 0.25 + area.w);
}

struct area part_column(struct area area)
{
    const double widest = 150;
    double w = fmin(area.w, widest);
    return (struct area){area.x + (area.w - w) / 2, area.y, w, area.h};
}

void part_card(struct frame *frame, struct area area)
{
    frame_box(frame, area, 1.5, INK_PAPER, frame_outline(frame));
}

// ---- Marks --------------------------------------------------------------------------------------

static double put_badge(struct frame *frame, struct type type, double x, double y, double width,
                        const char *text)
{
    struct setting words = set_label(frame, type, text, width - 5, 9);
    frame_icon(frame, x, y + (words.line_height - 3.5) / 2, 3.5, "info-circle", INK_TEXT_2);
    put(frame, &words, x + 5, y);
    return words.height;
}

double part_badge(struct frame *frame, double x, double y, double width, const char *text)
{
    return put_badge(frame, type_small, x, y, width, text);
}

double part_badge_fixed(struct frame *frame, double x, double y, double width, const char *text)
{
    struct type type = type_small;
    type.fixed = true;
    return put_badge(frame, type, x, y, width, text);
}

static bool any_outdated(const struct block *blocks, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (blocks[i].outdated || any_outdated(blocks[i].children.items, blocks[i].children.count))
            return true;
    return false;
}

double part_words_badges(struct frame *frame, const struct words *words, double x, double y,
                         double width)
{
    const struct language *language = frame->language;
    const char *texts[] = {
        words->language != language ? tr(language, "Not translated yet") : NULL,
        words->draft ? tr(language, "Draft translation") : NULL,
        any_outdated(words->blocks.items, words->blocks.count)
            ? tr(language, "The German text has changed")
            : NULL,
    };
    double top = y;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (texts[i])
            y += 1 + part_badge(frame, x, y + 1, width, texts[i]);
    return y - top;
}

const char *part_origin(struct frame *frame, const struct origin *origin)
{
    const struct language *language = frame->language;
    if (origin->sample)
        // TRANSLATORS: a mark on a fact that was invented for a demonstration
        return tr(language, "Sample");
    if (!origin_is_due(frame->guide, origin, frame->view->now.date))
        return NULL;
    char date[16];
    snprintf(date, sizeof date, "%d/%d", origin->verified.month, origin->verified.year);
    return arena_print(frame->arena, tr(language, "Last checked: %s"), date);
}

static const double callout_edge = 1.25, callout_pad = 3, callout_icon = 6.5, callout_gap = 2.5;

double part_callout_text_width(double width)
{
    return width - callout_edge - 2 * callout_pad - callout_icon - callout_gap;
}

double part_callout(struct frame *frame, double x, double y, double width,
                    const struct callout *look, const struct setting *heading,
                    const struct setting *texts, size_t count)
{
    double h = 2 * 2.75 + heading->height;
    for (size_t i = 0; i < count; i++)
        h += texts[i].height;
    struct area area = {x, y, width, h};
    frame_box(frame, area, 1.5, look->edge, INK_NONE);
    frame_box(frame, (struct area){x + callout_edge, y, width - callout_edge, h}, 1.5, look->ground,
              INK_NONE);
    frame_rect(frame, (struct area){x + callout_edge, y, 1.5, h}, look->ground);
    frame_icon(frame, x + callout_edge + callout_pad, y + 2.5, callout_icon, look->icon, look->ink);
    double text = x + callout_edge + callout_pad + callout_icon + callout_gap;
    y += 2.75;
    y += put(frame, heading, text, y);
    for (size_t i = 0; i < count; i++)
        y += put(frame, &texts[i], text, y);
    return h;
}

// ---- Words --------------------------------------------------------------------------------------

const struct words *part_words(struct frame *frame, const struct document *document)
{
    return words_in(document, frame->language_index);
}

const char *part_text(struct frame *frame, const struct words *words, enum block_kind kind)
{
    return words_text(frame->arena, words, kind, NULL);
}
