// SPDX-License-Identifier: EUPL-1.2
#include "print/poster.h"

#include <math.h>
#include <string.h>

#include "guide/address.h"
#include "print/sheet.h"
#include "print/timetable.h"
#include "qr/symbol.h"
#include "text/tr.h"

// Lengths are mm. A4 without bleed: an office printer's page.
static const double PAGE_WIDTH = 210, PAGE_HEIGHT = 297, MARGIN = 15, WIDTH = 180;
static const double HEAD_END = 75;
static const double CODE = 76;  // a side: read from 0.75 m (ten to one)
#define CAPITAL 0.714           // height of a capital letter of Noto Sans, in sizes

static const double ARM_WIDTH = 41, ARM_HEIGHT = 12, ARM_PITCH = 14.2, ARM_PADDING = 3.6;
static const double ARM_TEXT = 5, ARM_TEXT_LEAST = 4;
enum { ARMS = 6 };  // on each side

static const double NAME_TEXT = 4, NAME_GAP = 4, NAME_PITCH = 6.1;

static const double ROW_TEXT = 4.25, ROW_PITCH = 6.18, MARK_TEXT = 3.5;
static const double HOURS_END = 98, CONTACT_START = 110;
// From the top of the foot to the heading, to the row above the first, from the last to the end.
static const double HEADING_DROP = 10.1, ROWS_DROP = 0.62, FOOT_END = 8.4;

struct arms {
    const struct language *items[ARMS];
    size_t count;
};

struct names {
    LIST(const struct language *) list;
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
    struct sheet *sheet;
    const struct guide *guide;
    const struct office *office;
    const struct site *site;
    const struct symbol *symbol;
    const struct language *german, *english;
    const char *address;
    struct arms left, right;
    struct names others;  // languages that found no arm
    struct timetable hours;
    struct contacts contacts;
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

static const char *without_soft_hyphens(struct arena *arena, const char *text)
{
    char *copy = arena_text(arena, text);
    for (char *hyphen; (hyphen = strstr(copy, "\u00AD"));)
        memmove(hyphen, hyphen + 2, strlen(hyphen + 2) + 1);
    return copy;
}

static const char *name_of(const struct poster *poster)
{
    return words_text(poster->arena, words_in(&poster->office->words, 0), BLOCK_NAME, NULL);
}

// One line, an element of its own: readers put no space between the pieces of an element.
static void draw_line(struct sheet *sheet, const char *element, const struct style *style,
                      const char *text, double x, double baseline, enum align align)
{
    sheet_begin(sheet, element);
    sheet_line(sheet, style, text, x, baseline, align);
    sheet_end(sheet);
}

// Starts at x and says where it ends.
static double draw_piece(struct sheet *sheet, const char *element, const struct style *style,
                         const char *text, double x, double baseline)
{
    draw_line(sheet, element, style, text, x, baseline, ALIGN_START);
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
    draw_line(sheet, "P", &name, "Wegweiser", 30.6, 17.9, ALIGN_START);
    draw_line(sheet, "P", &body, poster->guide->body, 30.6, 24.2, ALIGN_START);
    return ok;
}

// One line if it can be had, else two of the smallest size. Says how many.
static int draw_name(struct poster *poster)
{
    struct sheet *sheet = poster->sheet;
    const char *name = name_of(poster), *plain = without_soft_hyphens(poster->arena, name);
    struct style style = style_of(poster->german, WEIGHT_DISPLAY, 19.5, INK_WHITE);
    bool has_plate = poster->site->room;
    int lines = 1;
    style.size = sheet_fit(sheet, &style, plain, WIDTH, 14);
    sheet_begin(sheet, "H1");
    if (sheet_width(sheet, &style, plain) <= WIDTH) {
        sheet_line(sheet, &style, plain, MARGIN, has_plate ? 48.8 : 54, ALIGN_START);
    } else {
        while (style.size > 8 && sheet_count_lines(sheet, &style, name, WIDTH) > 2)
            style.size -= 0.25;
        lines =
            sheet_lines(sheet, &style, name, MARGIN, has_plate ? 38.2 : 44, WIDTH, LEADING_TITLE);
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
    plate.size = sheet_fit(sheet, &plate, number, 80, ROW_TEXT);
    double width = sheet_width(sheet, &plate, number) + 2 * 3.9;
    double x = MARGIN + width + 5.2, baseline = top + 7.25;
    floor.size = sheet_fit(sheet, &floor, floor_text(poster), 180 - x, ROW_TEXT);
    sheet_box(sheet, (struct box){MARGIN, top, width, 10.1}, 1.3, INK_YELLOW);
    draw_piece(sheet, "P", &plate, number, MARGIN + 3.9, baseline);
    x = draw_piece(sheet, "P", &floor, floor_text(poster), x, baseline);
    if (room->origin.sample)
        draw_piece(sheet, "P", &mark, tr(poster->german, "Sample"), x + 4, baseline);
}

static bool draw_head(struct poster *poster)
{
    sheet_box(poster->sheet, (struct box){0, 0, PAGE_WIDTH, HEAD_END}, 0, INK_PETROL);
    bool ok = draw_brand(poster);
    draw_room(poster, draw_name(poster) > 1 ? 59.5 : 56.6);
    return ok;
}

// ---- Languages -----------------------------------------------------------------------------

static struct style arm_style(const struct language *language)
{
    return style_of(language, WEIGHT_BOLD, ARM_TEXT, INK_BLACK);
}

static double quiet_zone(const struct poster *poster)
{
    return QUIET_ZONE * CODE / symbol_size(poster->symbol);
}

// Narrower than planned only beside the smallest codes, whose modules are the largest.
static double arm_width(const struct poster *poster)
{
    return fmin(ARM_WIDTH, (WIDTH - CODE) / 2 - quiet_zone(poster));
}

static double arm_text_width(const struct poster *poster)
{
    return arm_width(poster) - ARM_PADDING - arm_depth(ARM_HEIGHT) - 1;
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

// In the order of the guide: those that are read to the right point right, the others left.
static void share_arms(struct poster *poster)
{
    const struct guide *guide = poster->guide;
    for (size_t i = 0; i < guide->languages.count; i++) {
        const struct language *language = guide->languages.items[i];
        struct arms *arms = language->rtl ? &poster->right : &poster->left;
        if (!guide->offered[i])
            continue;
        if (arms->count < ARMS && fits_arm(poster, language))
            arms->items[arms->count++] = language;
        else
            *list_add(poster->arena, &poster->others.list) = language;
    }
}

static double arms_height(size_t count)
{
    return count ? (double)(count - 1) * ARM_PITCH + ARM_HEIGHT : 0;
}

static void draw_arms(struct poster *poster, const struct arms *arms, enum way way, double middle)
{
    struct sheet *sheet = poster->sheet;
    double width = arm_width(poster);
    struct box box = {way == WAY_RIGHT ? MARGIN : PAGE_WIDTH - MARGIN - width,
                      middle - arms_height(arms->count) / 2, width, ARM_HEIGHT};
    double x = way == WAY_RIGHT ? MARGIN + ARM_PADDING : PAGE_WIDTH - MARGIN - ARM_PADDING;
    for (size_t i = 0; i < arms->count; i++, box.y += ARM_PITCH) {
        struct style style = arm_style(arms->items[i]);
        style.size = arm_text_size(poster, arms->items[i]);
        double baseline = box.y + ARM_HEIGHT / 2 + CAPITAL / 2 * style.size;
        sheet_arm(sheet, box, way, INK_YELLOW);
        draw_line(sheet, "P", &style, arms->items[i]->endonym, x, baseline, ALIGN_START);
    }
}

static struct style other_style(const struct language *language)
{
    return style_of(language, WEIGHT_REGULAR, NAME_TEXT, INK_GREY);
}

// The width of as many of the names from `first` on as go into `limit`; counts them.
static double fill_line(struct poster *poster, size_t first, double limit, size_t *count)
{
    double width = 0;
    for (*count = 0; first + *count < poster->others.list.count; ++*count) {
        const struct language *language = poster->others.list.items[first + *count];
        struct style style = other_style(language);
        double wider =
            width + (*count ? NAME_GAP : 0) + sheet_width(poster->sheet, &style, language->endonym);
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
    int lines = count_name_lines(poster, WIDTH);
    double limit = WIDTH;
    while (limit > 20 && count_name_lines(poster, limit - 1) == lines)
        limit--;
    return limit;
}

static void draw_names(struct poster *poster, double baseline)
{
    double limit = even_limit(poster);
    for (size_t first = 0, count; first < poster->others.list.count;
         first += count, baseline += NAME_PITCH) {
        double width = fill_line(poster, first, limit, &count);
        double x = PAGE_WIDTH / 2 - width / 2;
        for (size_t i = first; i < first + count; i++) {
            const struct language *language = poster->others.list.items[i];
            struct style style = other_style(language);
            double w = sheet_width(poster->sheet, &style, language->endonym);
            draw_line(poster->sheet, "P", &style, language->endonym, x + w / 2, baseline,
                      ALIGN_CENTER);
            x += w + NAME_GAP;
        }
    }
}

// ---- Middle --------------------------------------------------------------------------------

static void draw_title(struct poster *poster, double baseline)
{
    struct sheet *sheet = poster->sheet;
    struct style german = style_of(poster->german, WEIGHT_BOLD, 8, INK_BLACK);
    struct style english = style_of(poster->english, WEIGHT_REGULAR, 6, INK_GREY);
    const char *text = N_("Information in your language");
    draw_line(sheet, "H2", &german, tr(poster->german, text), PAGE_WIDTH / 2, baseline,
              ALIGN_CENTER);
    draw_line(sheet, "P", &english, tr(poster->english, text), PAGE_WIDTH / 2, baseline + 8.3,
              ALIGN_CENTER);
}

static void draw_code(struct poster *poster, double top)
{
    sheet_begin(poster->sheet, "Figure");
    sheet_symbol(poster->sheet, poster->symbol, (PAGE_WIDTH - CODE) / 2, top, CODE, INK_PETROL);
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
    style.size = sheet_fit(poster->sheet, &style, shown, WIDTH, 3);
    sheet_begin_link(poster->sheet, poster->address);
    draw_line(poster->sheet, "P", &style, shown, PAGE_WIDTH / 2, baseline, ALIGN_CENTER);
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
    return style_of(language, german ? WEIGHT_BOLD : WEIGHT_REGULAR, german ? 5 : ROW_TEXT,
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
    draw_line(sheet, "P", &german, tr(poster->german, steps[step].text), text, top + 6.3,
              ALIGN_START);
    draw_line(sheet, "P", &english, tr(poster->english, steps[step].text), text, top + 12.1,
              ALIGN_START);
    return ok;
}

// From margin to margin, with equal gaps between them.
static bool draw_steps(struct poster *poster, double top)
{
    double width = 0, x = MARGIN;
    for (size_t i = 0; i < STEPS; i++)
        width += step_width(poster, i);
    double gap = (WIDTH - width) / (STEPS - 1);
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
    return PAGE_WIDTH - MARGIN - (poster->hours.rows.count ? CONTACT_START : MARGIN);
}

static void add_address(struct poster *poster)
{
    const struct address *address = poster->site->address;
    if (!address)
        return;
    struct style style = style_of(poster->german, WEIGHT_REGULAR, ROW_TEXT, INK_BLACK);
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

static void draw_heading(struct poster *poster, const char *text, bool sample, double x,
                         double baseline)
{
    struct sheet *sheet = poster->sheet;
    struct style german = style_of(poster->german, WEIGHT_BOLD, ROW_TEXT, INK_BLACK);
    struct style english = style_of(poster->english, WEIGHT_REGULAR, ROW_TEXT, INK_GREY);
    struct style mark = style_of(poster->german, WEIGHT_REGULAR, MARK_TEXT, INK_GREY);
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
        label.size = sheet_fit(sheet, &style, days, room, 3);
    }
    double x = MARGIN;
    sheet_begin(sheet, "TR");
    if (*days)
        x = draw_piece(sheet, "TH", &label, days, x, baseline) + 2;
    if (*row->note)
        draw_piece(sheet, "TD", &note, row->note, x, baseline);
    draw_line(sheet, "TD", &style, row->times, HOURS_END, baseline, ALIGN_END);
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
    double room = PAGE_WIDTH - MARGIN - x;
    if (*sample)
        room -= sheet_width(sheet, &mark, sample) + 2.5;
    style.size = sheet_fit(sheet, &style, row->value, room, 3);
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
    double size = plan->row_pitch * ROW_TEXT / ROW_PITCH, x = hours ? CONTACT_START : MARGIN;
    sheet_box(poster->sheet, (struct box){0, plan->foot, PAGE_WIDTH, PAGE_HEIGHT - plan->foot}, 0,
              INK_GROUND);
    if (hours) {
        draw_heading(poster, N_("Opening hours"), poster->site->hours->origin.sample, MARGIN,
                     heading);
        sheet_begin(poster->sheet, "Table");
        for (size_t i = 0; i < hours; i++)
            draw_hours_row(poster, &poster->hours.rows.items[i], size,
                           baseline + (double)(i + 1) * plan->row_pitch);
        sheet_end(poster->sheet);
    }
    if (contacts)
        draw_heading(poster, N_("Contact"), false, x, heading);
    for (size_t i = 0; i < contacts; i++)
        draw_contact_row(poster, &poster->contacts.rows.items[i], size, x,
                         baseline + (double)(i + 1) * plan->row_pitch);
}

// ---- The page ------------------------------------------------------------------------------

// The parts have their heights; what is left goes into the gaps between them, in proportion to
// these, which are those of a page with thirty languages and four rows in the foot.
static const double ABOVE_TITLE = 9.7, ABOVE_CODE = 11.6, ABOVE_ADDRESS = 10.4, ABOVE_NAMES = 3.8,
                    ABOVE_STEPS = 8.5, BELOW_STEPS = 6.7;
static const double TITLE_HEIGHT = 8 * CAPITAL + 8.3, ADDRESS_HEIGHT = 5 * CAPITAL;
static const double STRETCH_LEAST = 0.75, ROW_PITCH_LEAST = 4.6;

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static double foot_top(const struct poster *poster, double row_pitch)
{
    size_t rows = larger(poster->hours.rows.count, poster->contacts.rows.count);
    return PAGE_HEIGHT - HEADING_DROP - ROWS_DROP - (double)rows * row_pitch - FOOT_END;
}

// The code or the arms beside it, whichever is higher.
static double code_height(const struct poster *poster)
{
    return fmax(CODE, arms_height(larger(poster->left.count, poster->right.count)));
}

static double stretch_of_gaps(struct poster *poster, double foot)
{
    int lines = count_name_lines(poster, WIDTH);
    double parts =
        TITLE_HEIGHT + code_height(poster) + ADDRESS_HEIGHT + lines * NAME_PITCH + STEP_PLATE;
    double gaps = ABOVE_TITLE + ABOVE_CODE + ABOVE_ADDRESS + (lines ? ABOVE_NAMES : 0) +
                  ABOVE_STEPS + BELOW_STEPS;
    return (foot - HEAD_END - parts) / gaps;
}

// Many rows in the foot move closer together before the gaps get too small. The quiet zone of
// the code is never given away.
static struct plan plan_page(struct poster *poster)
{
    struct plan plan = {.row_pitch = ROW_PITCH, .foot = foot_top(poster, ROW_PITCH)};
    double stretch;
    while ((stretch = stretch_of_gaps(poster, plan.foot)) < STRETCH_LEAST &&
           plan.row_pitch > ROW_PITCH_LEAST)
        plan.foot = foot_top(poster, plan.row_pitch -= 0.1);
    double height = code_height(poster);
    double quiet = quiet_zone(poster) - (height - CODE) / 2;
    plan.title = HEAD_END + ABOVE_TITLE * stretch + 8 * CAPITAL;
    // The English line below the title hangs 0.29 sizes below its baseline.
    double top = plan.title + 8.3 + fmax(ABOVE_CODE * stretch, quiet + 6 * 0.29);
    plan.code = top + (height - CODE) / 2;
    plan.arms = top + height / 2;
    plan.address = top + height + fmax(ABOVE_ADDRESS * stretch, quiet) + ADDRESS_HEIGHT;
    plan.names = plan.address + ABOVE_NAMES * stretch + NAME_PITCH;
    plan.steps = plan.foot - BELOW_STEPS * stretch - STEP_PLATE;
    return plan;
}

static bool draw_poster(struct poster *poster)
{
    share_arms(poster);
    if (poster->site->hours)
        poster->hours = timetable_build(poster->arena, poster->german, poster->site->hours);
    collect_contacts(poster);
    struct plan plan = plan_page(poster);
    bool ok = draw_head(poster);
    draw_title(poster, plan.title);
    draw_arms(poster, &poster->left, WAY_RIGHT, plan.arms);
    draw_code(poster, plan.code);
    draw_arms(poster, &poster->right, WAY_LEFT, plan.arms);
    draw_address(poster, plan.address);
    draw_names(poster, plan.names);
    ok &= draw_steps(poster, plan.steps);
    draw_foot(poster, &plan);
    return ok;
}

bool poster_write(const struct guide *guide, const struct office *office, const struct fonts *fonts,
                  const char *path, struct faults *faults)
{
    bool ok = false;
    struct arena *arena = arena_new();
    struct poster poster = {
        .arena = arena,
        .guide = guide,
        .office = office,
        .site = &office->sites.items[0],
        .german = guide->languages.items[0],
        .english = language_find("en"),
        .address = office_address(arena, guide, NULL, office->id),
        .faults = faults,
    };
    const char *title = words_text(arena, words_in(&guide->words, 0), BLOCK_TITLE, NULL);
    struct imprint imprint = {
        .language = poster.german,
        .title = arena_print(arena, "%s \u2013 %s", without_soft_hyphens(arena, name_of(&poster)),
                             title),
        .author = guide->body,
        .made = guide->newest,
    };
    struct symbol *symbol = symbol_new(poster.address, SYMBOL_PRINT, faults);
    if (!symbol)
        goto out;
    poster.symbol = symbol;
    poster.sheet = sheet_open(fonts, PAGE_WIDTH, PAGE_HEIGHT, &imprint);
    ok = draw_poster(&poster) && sheet_save(poster.sheet, path, faults);
    sheet_close(poster.sheet);
    symbol_free(symbol);
out:
    arena_free(arena);
    return ok;
}
