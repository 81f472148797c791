// SPDX-License-Identifier: EUPL-1.2
#include "print/poster.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "guide/address.h"
#include "print/imprint.h"
#include "print/sheet.h"
#include "print/timetable.h"
#include "qr/symbol.h"
#include "text/tr.h"

// Lengths are units of the design. Without bleed: an office printer's page.
static const double MARGIN = 15;
static const double HEAD_END = 75;
#define CAPITAL 0.714  // height of a capital letter of Noto Sans, in sizes

static const double ARM_WIDTH = 41, ARM_HEIGHT = 12, ARM_HEIGHT_MOST = 16, ARM_PADDING = 3.6;
#define ARM_PITCH 1.183  // in heights
static const double ARM_TEXT = 5, ARM_TEXT_LEAST = 4;
enum { ARMS = 6 };  // on each side

// In sizes: between two of the further languages, between their lines, between rows of the foot.
#define NAME_GAP 1.0
#define NAME_PITCH 1.525
#define ROW_PITCH 1.454
#define ROW_PITCH_LEAST 1.08

static const double TEXT_LEAST = 4.25, MARK_TEXT = 3.5, ROW_LEAST = 2.5;
static const double HOURS_END = 98, CONTACT_START = 110;
// From the top of the foot to the heading, to the row above the first, from the last to the imprint.
static const double HEADING_DROP = 10.1, ROWS_DROP = 0.62, IMPRINT_GAP = 4;

struct arms {
    const struct language *items[ARMS];
    size_t count;
};

struct name {
    const struct language *language;
    double width;
};

struct names {
    LIST(struct name) list;
};

struct strip {
    double start, width;
};

// A row of the right half of the foot.
struct contact_row {
    const char *label;  // "" for none
    const char *value;
    const char *link;  // of the value; NULL: none
    bool sample;
};

struct contacts {
    LIST(struct contact_row) rows;
};

struct poster {
    struct arena *arena;
    const char *path;
    const struct design *design;
    double height;        // of a face
    struct strip column;  // of the words
    struct strip group;   // of the code and the arms beside it
    struct sheet *sheet;
    const struct guide *guide;
    const struct office *office;
    const struct site *site;
    struct symbol *symbol;
    uint32_t id;
    const struct language *german, *english;
    const char *address, *shows;  // of the code
    struct arms left, right;
    double arm_height;
    struct names others;  // languages that found no arm
    struct timetable hours;
    struct contacts contacts;
    const char *too_long;  // the first text that found no room; NULL: none
    struct faults *faults;
};

// Where the parts of the page stand: tops, but baselines for lines of type.
struct plan {
    double title, code, arms, address, names, steps, foot;
    double row_pitch;
};

static struct style style_of(const struct language *language, enum weight weight, double size,
                             enum ink ink)
{
    return (struct style){language, weight, size, ink};
}

static const char *name_of(const struct poster *poster)
{
    return words_text(poster->arena, words_in(&poster->office->words, 0), BLOCK_NAME, NULL);
}

// Makes the style's type smaller, down to `least`, until the text has room.
static void fit(struct poster *poster, struct style *style, const char *text, double width,
                double least)
{
    style->size = sheet_fit(poster->sheet, style, text, width, least);
    if (!poster->too_long && sheet_width(poster->sheet, style, text) > width)
        poster->too_long = text;
}

static double middle_of(struct strip strip)
{
    return strip.start + strip.width / 2;
}

static double inner_width(const struct poster *poster)
{
    return poster->design->width - 2 * MARGIN;
}

// Starts at x and says where it ends.
static double draw_piece(struct sheet *sheet, const char *element, const struct style *style,
                         const char *text, double x, double baseline)
{
    sheet_put(sheet, element, style, text, x, baseline, ALIGN_START);
    return x + sheet_width(sheet, style, text);
}

// ---- Head ----------------------------------------------------------------------------------

static bool draw_brand(struct poster *poster)
{
    struct sheet *sheet = poster->sheet;
    struct style name = style_of(poster->german, WEIGHT_DISPLAY, 8, INK_WHITE);
    struct style body = style_of(poster->german, WEIGHT_REGULAR, 5, INK_PETROL_PALE);
    bool ok =
        sheet_icon(sheet, "mark", (struct box){MARGIN, 11, 11.6, 14}, INK_WHITE, poster->faults);
    sheet_put(sheet, "P", &name, "Wegweiser", 30.6, 17.9, ALIGN_START);
    sheet_put(sheet, "P", &body, poster->guide->body, 30.6, 24.2, ALIGN_START);
    return ok;
}

// Into two lines, with no word cut.
static void fit_name(struct poster *poster, struct style *style, const char *name)
{
    static const double least = 8;
    struct breaking breaking;
    for (;; style->size -= 0.25) {
        breaking = sheet_break(poster->sheet, style, name, inner_width(poster));
        bool fits = breaking.lines <= 2 && breaking.widest <= inner_width(poster);
        if (!fits && style->size <= least)
            poster->too_long = name;
        if (fits || style->size <= least)
            return;
    }
}

// One line if it can be had, else two. Says how many.
static int draw_name(struct poster *poster)
{
    struct sheet *sheet = poster->sheet;
    const char *name = name_of(poster), *plain = utf8_unhyphened(poster->arena, name);
    struct style style = style_of(poster->german, WEIGHT_DISPLAY, 19.5, INK_WHITE);
    bool has_plate = poster->site->room;
    double width = inner_width(poster);
    int lines = 1;
    style.size = sheet_fit(sheet, &style, plain, width, 14);
    sheet_begin(sheet, "H1");
    if (sheet_width(sheet, &style, plain) <= width) {
        sheet_line(sheet, &style, plain, MARGIN, has_plate ? 48.8 : 54, ALIGN_START);
    } else {
        fit_name(poster, &style, name);
        lines =
            sheet_lines(sheet, &style, name, MARGIN, has_plate ? 38.2 : 44, width, LEADING_TITLE);
    }
    sheet_end(sheet);
    return lines;
}

static const char *floor_text(const struct poster *poster)
{
    int floor = poster->site->room->floor;
    if (floor == 0)
        return tr(poster->german, "Ground floor");
    if (floor < 0)
        return tr(poster->german, "Basement");
    const char *text = arena_print(poster->arena, tr(poster->german, "Floor %d"), floor);
    if (poster->site->lift == LIFT_UNKNOWN)
        return text;
    const char *way =
        tr(poster->german, poster->site->lift == LIFT_YES ? N_("Lift and stairs") : N_("Stairs"));
    return arena_print(poster->arena, "%s \u00B7 %s", text, way);
}

static void draw_room(struct poster *poster, double top)
{
    const struct room *room = poster->site->room;
    if (!room)
        return;
    struct sheet *sheet = poster->sheet;
    struct style plate = style_of(poster->german, WEIGHT_BOLD, 6.25, INK_BLACK);
    struct style floor = style_of(poster->german, WEIGHT_REGULAR, 6.25, INK_WHITE);
    struct style mark = style_of(poster->german, WEIGHT_REGULAR, MARK_TEXT, INK_PETROL_PALE);
    const char *number = arena_print(poster->arena, tr(poster->german, "Room %s"), room->number);
    fit(poster, &plate, number, 80, TEXT_LEAST);
    double width = sheet_width(sheet, &plate, number) + 2 * 3.9;
    double x = MARGIN + width + 5.2, baseline = top + 7.25;
    fit(poster, &floor, floor_text(poster), poster->design->width - 30 - x, TEXT_LEAST);
    sheet_box(sheet, (struct box){MARGIN, top, width, 10.1}, 1.3, INK_YELLOW);
    draw_piece(sheet, "P", &plate, number, MARGIN + 3.9, baseline);
    x = draw_piece(sheet, "P", &floor, floor_text(poster), x, baseline);
    if (room->origin.sample)
        draw_piece(sheet, "P", &mark, tr(poster->german, "Sample"), x + 4, baseline);
}

static bool draw_head(struct poster *poster)
{
    sheet_box(poster->sheet, (struct box){0, 0, poster->design->width, HEAD_END}, 0, INK_PETROL);
    bool ok = draw_brand(poster);
    draw_room(poster, draw_name(poster) > 1 ? 59.5 : 56.6);
    return ok;
}

// ---- Languages -----------------------------------------------------------------------------

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static struct style arm_style(const struct language *language)
{
    return style_of(language, WEIGHT_BOLD, ARM_TEXT, INK_BLACK);
}

static double quiet_zone(const struct poster *poster)
{
    return QUIET_ZONE * poster->design->code / symbol_size(poster->symbol);
}

// Narrower than planned only beside the smallest codes, whose modules are the largest.
static double arm_width(const struct poster *poster)
{
    return fmin(ARM_WIDTH, (poster->group.width - poster->design->code) / 2 - quiet_zone(poster));
}

static double arm_text_width(const struct poster *poster)
{
    return arm_width(poster) - ARM_PADDING - arm_depth(poster->arm_height) - 1;
}

static double arm_text_size(const struct poster *poster, const struct language *language)
{
    struct style style = arm_style(language);
    return sheet_fit(poster->sheet, &style, language->endonym, arm_text_width(poster),
                     ARM_TEXT_LEAST);
}

static bool fits_arm(const struct poster *poster, const struct language *language)
{
    struct style style = arm_style(language);
    style.size = arm_text_size(poster, language);
    return sheet_width(poster->sheet, &style, language->endonym) <= arm_text_width(poster);
}

static struct style other_style(const struct poster *poster, const struct language *language)
{
    return style_of(language, WEIGHT_REGULAR, poster->design->names, INK_GREY);
}

static double name_width(struct poster *poster, const struct language *language)
{
    struct style style = other_style(poster, language);
    return sheet_width(poster->sheet, &style, language->endonym);
}

// Those of the guide that find room on an arm: all, or those read to the left.
static size_t count_arms(const struct poster *poster, bool rtl_only)
{
    const struct guide *guide = poster->guide;
    size_t count = 0;
    for (size_t i = 0; i < guide->languages.count; i++) {
        const struct language *language = guide->languages.items[i];
        if (guide->offered[i] && (language->rtl || !rtl_only) && fits_arm(poster, language))
            count++;
    }
    return count;
}

// In the order of the guide: those that are read to the right point right, the others left. Where
// few are read to the left, others fill that side, so that both are as long.
static void share_arms(struct poster *poster)
{
    const struct guide *guide = poster->guide;
    size_t half = smaller(ARMS, (count_arms(poster, false) + 1) / 2);
    size_t guests = half - smaller(half, count_arms(poster, true));
    for (size_t i = 0; i < guide->languages.count; i++) {
        const struct language *language = guide->languages.items[i];
        if (!guide->offered[i])
            continue;
        bool fits = fits_arm(poster, language);
        bool guest = !language->rtl && poster->left.count == half && guests > 0;
        struct arms *arms = language->rtl || guest ? &poster->right : &poster->left;
        if (fits && arms->count < (language->rtl ? ARMS : half))
            arms->items[arms->count++] = language;
        else
            *list_add(poster->arena, &poster->others.list) =
                (struct name){language, name_width(poster, language)};
        if (fits && guest)
            guests--;
    }
}

// A few arms are higher.
static double arm_height(const struct poster *poster)
{
    double count = (double)larger(poster->left.count, poster->right.count);
    double height = count > 0 ? poster->design->code / (count * ARM_PITCH) : 0;
    return fmin(fmax(height, ARM_HEIGHT), ARM_HEIGHT_MOST);
}

static double arms_height(const struct poster *poster, size_t count)
{
    return count ? ((double)(count - 1) * ARM_PITCH + 1) * poster->arm_height : 0;
}

static void draw_arms(struct poster *poster, const struct arms *arms, enum way way, double middle)
{
    struct sheet *sheet = poster->sheet;
    struct strip group = poster->group;
    double width = arm_width(poster), end = group.start + group.width;
    struct box box = {way == WAY_RIGHT ? group.start : end - width,
                      middle - arms_height(poster, arms->count) / 2, width, poster->arm_height};
    double x = way == WAY_RIGHT ? group.start + ARM_PADDING : end - ARM_PADDING;
    for (size_t i = 0; i < arms->count; i++, box.y += ARM_PITCH * box.height) {
        const struct language *language = arms->items[i];
        struct style style = arm_style(language);
        style.size = arm_text_size(poster, language);
        double baseline = box.y + box.height / 2 + CAPITAL / 2 * style.size;
        enum align align = language->rtl == (way == WAY_LEFT) ? ALIGN_START : ALIGN_END;
        sheet_arm(sheet, box, way, INK_YELLOW);
        sheet_put(sheet, "P", &style, language->endonym, x, baseline, align);
    }
}

static double name_gap(const struct poster *poster)
{
    return NAME_GAP * poster->design->names;
}

static double name_pitch(const struct poster *poster)
{
    return NAME_PITCH * poster->design->names;
}

// The width of as many of the names from `first` on as go into `limit`; counts them.
static double fill_line(struct poster *poster, size_t first, double limit, size_t *count)
{
    double width = 0;
    for (*count = 0; first + *count < poster->others.list.count; ++*count) {
        double wider = width + (*count ? name_gap(poster) : 0) +
                       poster->others.list.items[first + *count].width;
        if (*count && wider > limit)
            break;
        width = wider;
    }
    return width;
}

static int count_name_lines(struct poster *poster, double limit)
{
    int lines = 0;
    for (size_t first = 0, count; first < poster->others.list.count; first += count, lines++)
        fill_line(poster, first, limit, &count);
    return lines;
}

// The lines as even as their number allows.
static double even_limit(struct poster *poster)
{
    double limit = poster->column.width;
    int lines = count_name_lines(poster, limit);
    while (limit > 20 && count_name_lines(poster, limit - 1) == lines)
        limit--;
    return limit;
}

static void draw_names_of_line(struct poster *poster, size_t first, size_t count, double x,
                               double baseline)
{
    for (size_t i = first; i < first + count; i++) {
        const struct language *language = poster->others.list.items[i].language;
        struct style style = other_style(poster, language);
        double width = poster->others.list.items[i].width;
        sheet_put(poster->sheet, "P", &style, language->endonym, x + width / 2, baseline,
                  ALIGN_CENTER);
        x += width + name_gap(poster);
    }
}

static void draw_names(struct poster *poster, double baseline)
{
    double limit = even_limit(poster);
    struct strip column = poster->column;
    for (size_t first = 0, count; first < poster->others.list.count;
         first += count, baseline += name_pitch(poster)) {
        double width = fill_line(poster, first, limit, &count);
        double indent = poster->design->beside ? 0 : (column.width - width) / 2;
        draw_names_of_line(poster, first, count, column.start + indent, baseline);
    }
}

// ---- Middle --------------------------------------------------------------------------------

static const char title_text[] = N_("Information in your language");

static void draw_title(struct poster *poster, double baseline)
{
    struct sheet *sheet = poster->sheet;
    struct style german = style_of(poster->german, WEIGHT_BOLD, 8, INK_BLACK);
    struct style english = style_of(poster->english, WEIGHT_REGULAR, 6, INK_GREY);
    double middle = poster->design->width / 2;
    sheet_put(sheet, "H2", &german, tr(poster->german, title_text), middle, baseline, ALIGN_CENTER);
    sheet_put(sheet, "P", &english, tr(poster->english, title_text), middle, baseline + 8.3,
              ALIGN_CENTER);
}

// In lines of the column. Starts below `top` and says where it ends.
static double draw_title_lines(struct poster *poster, const char *element,
                               const struct style *style, double top)
{
    struct strip column = poster->column;
    const char *text = tr(style->language, title_text);
    double pitch = 1.26 * style->size, baseline = top + CAPITAL * style->size;
    sheet_begin(poster->sheet, element);
    int lines = sheet_lines(poster->sheet, style, text, column.start, baseline, column.width,
                            LEADING_HEADING);
    sheet_end(poster->sheet);
    return baseline + (lines - 1) * pitch;
}

// The words beside the code.
static void draw_column(struct poster *poster, double top)
{
    struct style german = style_of(poster->german, WEIGHT_BOLD, 8, INK_BLACK);
    struct style english = style_of(poster->english, WEIGHT_REGULAR, 6, INK_GREY);
    double below = draw_title_lines(poster, "H2", &german, top);
    below = draw_title_lines(poster, "P", &english, below + 4.5);
    draw_names(poster, below + 1.9 * name_pitch(poster));
}

static void draw_code(struct poster *poster, double top)
{
    double side = poster->design->code;
    sheet_begin_figure(poster->sheet, poster->shows);
    sheet_symbol(poster->sheet, poster->symbol, middle_of(poster->group) - side / 2, top, side,
                 INK_PETROL);
    sheet_end(poster->sheet);
}

// As somebody would type it: without scheme and last slash.
static void draw_address(struct poster *poster, double baseline)
{
    struct style style = style_of(poster->english, WEIGHT_BOLD, 5, INK_BLACK);
    const char *shown = strstr(poster->address, "://");
    shown = shown ? shown + 3 : poster->address;
    size_t length = strlen(shown);
    if (length && shown[length - 1] == '/')
        length--;
    shown = arena_copy(poster->arena, shown, length);
    fit(poster, &style, shown, poster->group.width, 3);
    sheet_begin_link(poster->sheet, poster->address);
    sheet_put(poster->sheet, "P", &style, shown, middle_of(poster->group), baseline, ALIGN_CENTER);
    sheet_end(poster->sheet);
}

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
static const double STEP_PLATE = 14.5, STEP_GAP = 3.5, STEP_ICON = 9.5;

static struct style step_style(const struct language *language)
{
    bool german = strcmp(language->tag, "de") == 0;
    return style_of(language, german ? WEIGHT_BOLD : WEIGHT_REGULAR, german ? 5 : TEXT_LEAST,
                    german ? INK_BLACK : INK_GREY);
}

static double step_width(struct poster *poster, size_t step)
{
    struct style german = step_style(poster->german), english = step_style(poster->english);
    double above = sheet_width(poster->sheet, &german, tr(poster->german, steps[step].text));
    double below = sheet_width(poster->sheet, &english, tr(poster->english, steps[step].text));
    return STEP_PLATE + STEP_GAP + fmax(above, below);
}

static bool draw_step(struct poster *poster, size_t step, double x, double top)
{
    struct sheet *sheet = poster->sheet;
    struct style german = step_style(poster->german), english = step_style(poster->english);
    double inset = (STEP_PLATE - STEP_ICON) / 2, text = x + STEP_PLATE + STEP_GAP;
    sheet_box(sheet, (struct box){x, top, STEP_PLATE, STEP_PLATE}, 2, INK_PETROL_TINT);
    bool ok = sheet_icon(sheet, steps[step].icon,
                         (struct box){x + inset, top + inset, STEP_ICON, STEP_ICON}, INK_PETROL,
                         poster->faults);
    sheet_put(sheet, "P", &german, tr(poster->german, steps[step].text), text, top + 6.3,
              ALIGN_START);
    sheet_put(sheet, "P", &english, tr(poster->english, steps[step].text), text, top + 12.1,
              ALIGN_START);
    return ok;
}

// From margin to margin, with equal gaps between them.
static bool draw_steps(struct poster *poster, double top)
{
    double width = 0, x = MARGIN;
    for (size_t i = 0; i < STEPS; i++)
        width += step_width(poster, i);
    double gap = (inner_width(poster) - width) / (STEPS - 1);
    bool ok = true;
    for (size_t i = 0; i < STEPS; i++) {
        ok &= draw_step(poster, i, x, top);
        x += step_width(poster, i) + gap;
    }
    return ok;
}

// ---- Foot ----------------------------------------------------------------------------------

static void add_contact(struct poster *poster, const char *label, const char *value,
                        const char *link, const struct origin *origin)
{
    *list_add(poster->arena, &poster->contacts.rows) =
        (struct contact_row){label, value, link, origin->sample};
}

static double contact_width(const struct poster *poster)
{
    return poster->design->width - MARGIN - (poster->hours.rows.count ? CONTACT_START : MARGIN);
}

static void add_address(struct poster *poster)
{
    const struct address *address = poster->site->address;
    if (!address)
        return;
    struct style style = style_of(poster->german, WEIGHT_REGULAR, poster->design->rows, INK_BLACK);
    const char *city = arena_print(poster->arena, "%s %s", address->postcode, address->city);
    const char *line = arena_print(poster->arena, "%s, %s", address->street, city);
    if (sheet_width(poster->sheet, &style, line) < contact_width(poster) - 12) {
        add_contact(poster, "", line, NULL, &address->origin);
        return;
    }
    add_contact(poster, "", address->street, NULL, &(struct origin){0});
    add_contact(poster, "", city, NULL, &address->origin);
}

static void collect_contacts(struct poster *poster)
{
    const struct office *office = poster->office;
    add_address(poster);
    for (size_t i = 0; i < office->phones.count; i++) {
        const struct contact *phone = &office->phones.items[i];
        add_contact(poster, tr(poster->german, "Phone"), phone->shown,
                    arena_print(poster->arena, "tel:%s", phone->plain), &phone->origin);
    }
    if (office->email)
        add_contact(poster, "", office->email->shown,
                    arena_print(poster->arena, "mailto:%s", office->email->plain),
                    &office->email->origin);
}

static void draw_heading(struct poster *poster, const char *text, double size, bool sample,
                         double x, double baseline)
{
    struct sheet *sheet = poster->sheet;
    struct style german = style_of(poster->german, WEIGHT_BOLD, size, INK_BLACK);
    struct style english = style_of(poster->english, WEIGHT_REGULAR, size, INK_GREY);
    struct style mark = style_of(poster->german, WEIGHT_REGULAR, fmin(size, MARK_TEXT), INK_GREY);
    x = draw_piece(sheet, "H2", &german, tr(poster->german, text), x, baseline);
    x = draw_piece(sheet, "P", &english, tr(poster->english, text), x + 2, baseline);
    if (sample)
        draw_piece(sheet, "P", &mark, tr(poster->german, "Sample"), x + 3, baseline);
}

static void draw_hours_row(struct poster *poster, const struct timetable_row *row, double size,
                           double baseline)
{
    struct sheet *sheet = poster->sheet;
    struct style style = style_of(poster->german, WEIGHT_REGULAR, size, INK_BLACK);
    struct style label = style;
    struct style note = style_of(poster->german, WEIGHT_REGULAR, fmin(size, MARK_TEXT), INK_GREY);
    double room = HOURS_END - MARGIN - 3 - sheet_width(sheet, &style, row->times);
    if (*row->note)
        room -= sheet_width(sheet, &note, row->note) + 2;
    const char *days = row->days;
    label.size = sheet_fit(sheet, &label, days, room, 0.88 * size);
    if (sheet_width(sheet, &label, days) > room) {
        days = row->short_days;
        label.size = size;
        fit(poster, &label, days, room, ROW_LEAST);
    }
    double x = MARGIN;
    sheet_begin(sheet, "TR");
    if (*days)
        x = draw_piece(sheet, "TH", &label, days, x, baseline) + 2;
    if (*row->note)
        draw_piece(sheet, "TD", &note, row->note, x, baseline);
    sheet_put(sheet, "TD", &style, row->times, HOURS_END, baseline, ALIGN_END);
    sheet_end(sheet);
}

static void draw_contact_row(struct poster *poster, const struct contact_row *row, double size,
                             double x, double baseline)
{
    struct sheet *sheet = poster->sheet;
    struct style style = style_of(poster->german, WEIGHT_REGULAR, size, INK_BLACK);
    struct style mark = style_of(poster->german, WEIGHT_REGULAR, fmin(size, MARK_TEXT), INK_GREY);
    const char *sample = row->sample ? tr(poster->german, "Sample") : "";
    if (*row->label)
        x = draw_piece(sheet, "P", &style, row->label, x, baseline) + 1.3;
    double room = poster->design->width - MARGIN - x;
    if (*sample)
        room -= sheet_width(sheet, &mark, sample) + 2.5;
    fit(poster, &style, row->value, room, ROW_LEAST);
    if (row->link)
        sheet_begin_link(sheet, row->link);
    x = draw_piece(sheet, "P", &style, row->value, x, baseline);
    if (row->link)
        sheet_end(sheet);
    if (*sample)
        draw_piece(sheet, "P", &mark, sample, x + 2.5, baseline);
}

static void draw_foot(struct poster *poster, const struct plan *plan)
{
    size_t hours = poster->hours.rows.count, contacts = poster->contacts.rows.count;
    double heading = plan->foot + HEADING_DROP, baseline = heading + ROWS_DROP;
    double size = plan->row_pitch / ROW_PITCH, x = hours ? CONTACT_START : MARGIN;
    sheet_box(poster->sheet,
              (struct box){0, plan->foot, poster->design->width, poster->height - plan->foot}, 0,
              INK_GROUND);
    if (hours) {
        draw_heading(poster, N_("Opening hours"), size, poster->site->hours->origin.sample, MARGIN,
                     heading);
        sheet_begin(poster->sheet, "Table");
        for (size_t i = 0; i < hours; i++)
            draw_hours_row(poster, &poster->hours.rows.items[i], size,
                           baseline + (double)(i + 1) * plan->row_pitch);
        sheet_end(poster->sheet);
    }
    if (contacts)
        draw_heading(poster, N_("Contact"), size, false, x, heading);
    for (size_t i = 0; i < contacts; i++)
        draw_contact_row(poster, &poster->contacts.rows.items[i], size, x,
                         baseline + (double)(i + 1) * plan->row_pitch);
}

// ---- The page ------------------------------------------------------------------------------

// The parts have their heights; what is left goes into the gaps between them, in proportion to
// these, which are those of A4 with thirty languages and four rows in the foot.
static const double ABOVE_TITLE = 9.7, ABOVE_CODE = 11.6, ABOVE_ADDRESS = 10.4, ABOVE_NAMES = 3.8,
                    ABOVE_STEPS = 8.5, BELOW_STEPS = 6.7;
static const double TITLE_HEIGHT = 8 * CAPITAL + 8.3, ADDRESS_HEIGHT = 5 * CAPITAL;
static const double STRETCH_LEAST = 0.75, COLUMN_GAP = 9;

// From its top to the end of the page.
static double imprint_height(const struct poster *poster)
{
    return (IMPRINT_END + CAPITAL * IMPRINT_TEXT) / design_unit(poster->design);
}

static double foot_top(const struct poster *poster, double row_pitch)
{
    size_t rows = larger(poster->hours.rows.count, poster->contacts.rows.count);
    double end = poster->height - imprint_height(poster) - IMPRINT_GAP;
    return rows ? end - HEADING_DROP - ROWS_DROP - (double)rows * row_pitch : end;
}

// The code or the arms beside it, whichever is higher.
static double group_height(const struct poster *poster)
{
    return fmax(poster->design->code,
                arms_height(poster, larger(poster->left.count, poster->right.count)));
}

static double stretch_of_gaps(struct poster *poster, double foot)
{
    int lines = count_name_lines(poster, poster->column.width);
    bool stepped = poster->design->steps;
    double parts = TITLE_HEIGHT + group_height(poster) + ADDRESS_HEIGHT +
                   lines * name_pitch(poster) + (stepped ? STEP_PLATE : 0);
    double gaps = ABOVE_TITLE + ABOVE_CODE + ABOVE_ADDRESS + (lines ? ABOVE_NAMES : 0) +
                  BELOW_STEPS + (stepped ? ABOVE_STEPS : 0);
    return (foot - HEAD_END - parts) / gaps;
}

// Many rows in the foot move closer together before the gaps get too small. The quiet zone of
// the code is never given away.
static struct plan plan_below(struct poster *poster)
{
    double rows = poster->design->rows, stretch;
    struct plan plan = {.row_pitch = ROW_PITCH * rows};
    plan.foot = foot_top(poster, plan.row_pitch);
    while ((stretch = stretch_of_gaps(poster, plan.foot)) < STRETCH_LEAST &&
           plan.row_pitch > ROW_PITCH_LEAST * rows)
        plan.foot = foot_top(poster, plan.row_pitch -= 0.1);
    double height = group_height(poster), code = poster->design->code;
    double quiet = quiet_zone(poster) - (height - code) / 2;
    plan.title = HEAD_END + ABOVE_TITLE * stretch + 8 * CAPITAL;
    // The English line below the title hangs 0.29 sizes below its baseline.
    double top = plan.title + 8.3 + fmax(ABOVE_CODE * stretch, quiet + 6 * 0.29);
    plan.code = top + (height - code) / 2;
    plan.arms = top + height / 2;
    plan.address = top + height + fmax(ABOVE_ADDRESS * stretch, quiet) + ADDRESS_HEIGHT;
    plan.names = plan.address + ABOVE_NAMES * stretch + name_pitch(poster);
    plan.steps = plan.foot - BELOW_STEPS * stretch - STEP_PLATE;
    return plan;
}

// The words begin where the arms do.
static struct plan plan_beside(struct poster *poster)
{
    double height = group_height(poster), code = poster->design->code;
    double quiet = quiet_zone(poster) - (height - code) / 2;
    double parts = height + quiet + ADDRESS_HEIGHT;
    double room = poster->height - HEAD_END - imprint_height(poster) - parts;
    double top = HEAD_END + fmax(room / 2, quiet);
    return (struct plan){
        .title = top,
        .code = top + (height - code) / 2,
        .arms = top + height / 2,
        .address = top + parts,
    };
}

static void share_width(struct poster *poster)
{
    double width = inner_width(poster), code = poster->design->code;
    poster->column = poster->group = (struct strip){MARGIN, width};
    if (!poster->design->beside)
        return;
    poster->group.width = code + 2 * (ARM_WIDTH + quiet_zone(poster));
    poster->group.start = MARGIN + width - poster->group.width;
    poster->column.width = width - poster->group.width - COLUMN_GAP;
}

static bool draw_face(struct poster *poster, const struct plan *plan)
{
    const struct design *design = poster->design;
    bool ok = draw_head(poster);
    if (design->beside)
        draw_column(poster, plan->title);
    else
        draw_title(poster, plan->title);
    draw_arms(poster, &poster->left, WAY_RIGHT, plan->arms);
    draw_code(poster, plan->code);
    draw_arms(poster, &poster->right, WAY_LEFT, plan->arms);
    draw_address(poster, plan->address);
    if (!design->beside)
        draw_names(poster, plan->names);
    if (design->steps)
        ok &= draw_steps(poster, plan->steps);
    if (design->foot)
        draw_foot(poster, plan);
    return ok;
}

// Of two faces the upper one is read from the other side of the table.
static bool draw_faces(struct poster *poster, const struct plan *plan)
{
    const struct design *design = poster->design;
    struct box face = {0, 0, design->paper[0], design->paper[1] / design->faces};
    bool ok = true;
    for (int i = 0; i < design->faces; i++, face.y += face.height) {
        sheet_begin(poster->sheet, "Sect");
        sheet_face(poster->sheet, face, design_unit(design), i < design->faces - 1);
        ok &= draw_face(poster, plan);
        sheet_end(poster->sheet);
    }
    return ok;
}

static void draw_imprint(struct poster *poster)
{
    const struct design *design = poster->design;
    struct box paper = {0, 0, design->paper[0], design->paper[1]};
    poster->id = imprint_id(poster->sheet, design->name);
    sheet_face(poster->sheet, paper, 1, false);
    imprint_put(poster->sheet, poster->guide, poster->id,
                paper.width - MARGIN * design_unit(design), paper.height - IMPRINT_END);
}

static bool draw_poster(struct poster *poster)
{
    share_width(poster);
    share_arms(poster);
    poster->arm_height = arm_height(poster);
    if (poster->site->hours && poster->design->foot)
        poster->hours = timetable_build(poster->arena, poster->german, poster->site->hours);
    if (poster->design->foot)
        collect_contacts(poster);
    struct plan plan = poster->design->beside ? plan_beside(poster) : plan_below(poster);
    bool ok = draw_faces(poster, &plan);
    draw_imprint(poster);
    if (poster->too_long)
        fault_add(poster->faults, (struct place){.file = poster->path},
                  "`%s` is too long for a poster of size %s; shorten it or tell with soft hyphens "
                  "(U+00AD) where it may be broken",
                  poster->too_long, poster->design->name);
    return ok && !poster->too_long;
}

static struct sheet *open_sheet(const struct poster *poster, const struct fonts *fonts)
{
    const struct guide *guide = poster->guide;
    const double *paper = poster->design->paper;
    const char *name = utf8_unhyphened(poster->arena, name_of(poster));
    const char *title = words_text(poster->arena, words_in(&guide->words, 0), BLOCK_TITLE, NULL);
    struct imprint imprint = {
        .language = poster->german,
        .title = arena_print(poster->arena, "%s \u2013 %s", name, title),
        .author = guide->body,
        .made = guide->newest,
    };
    return sheet_open(fonts, paper[0], paper[1], &imprint);
}

// Draws it; faults name `path`. False: it cannot be. To be closed in either case.
static bool poster_open(struct poster *poster, const struct guide *guide,
                        const struct office *office, const struct design *design,
                        const struct fonts *fonts, const char *path, struct faults *faults)
{
    struct arena *arena = arena_new();
    *poster = (struct poster){
        .arena = arena,
        .path = path,
        .design = design,
        .height = design_height(design),
        .arm_height = ARM_HEIGHT,
        .guide = guide,
        .office = office,
        .site = &office->sites.items[0],
        .german = guide->languages.items[0],
        .english = language_find("en"),
        .address = office_address(arena, guide, NULL, office->id),
        .faults = faults,
    };
    poster->shows = arena_print(arena, "%s: %s", tr(poster->german, title_text), poster->address);
    poster->symbol = symbol_new(poster->address, SYMBOL_PRINT, faults);
    if (!poster->symbol)
        return false;
    poster->sheet = open_sheet(poster, fonts);
    return draw_poster(poster);
}

static void poster_close(struct poster *poster)
{
    sheet_close(poster->sheet);
    symbol_free(poster->symbol);
    arena_free(poster->arena);
}

bool poster_write(const struct guide *guide, const struct office *office,
                  const struct design *design, const struct fonts *fonts, const char *path,
                  uint32_t *id, struct faults *faults)
{
    struct poster poster;
    bool ok = poster_open(&poster, guide, office, design, fonts, path, faults) &&
              sheet_save(poster.sheet, path, faults);
    *id = poster.id;
    poster_close(&poster);
    return ok;
}

bool poster_id(const struct guide *guide, const struct office *office, const struct design *design,
               const struct fonts *fonts, const char *path, uint32_t *id, struct faults *faults)
{
    struct poster poster;
    bool ok = poster_open(&poster, guide, office, design, fonts, path, faults);
    *id = poster.id;
    poster_close(&poster);
    return ok;
}
