// SPDX-License-Identifier: EUPL-1.2
#include "print/flyer.h"

#include <math.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "guide/address.h"
#include "print/imprint.h"
#include "print/sheet.h"
#include "print/timetable.h"
#include "qr/symbol.h"
#include "text/calendar.h"
#include "text/tr.h"

// mm. Two sides of this.
static const double WIDTH = 99, HEIGHT = 210, MARGIN = 8, INNER = 83;
#define CAPITAL 0.714  // height of a capital letter of Noto Sans, in sizes

enum { ARMS = 8, STEPS = 4, OFFICES = 6 };

struct flyer {
    struct arena *arena;
    struct sheet *sheet;
    const struct guide *guide;
    int index;  // of the language
    const struct language *language, *german;
    struct symbol *symbol;
    const char *address;
    const char *too_long;  // the first text that found no room; NULL: none
    bool long_address;     // finds none
    struct faults *faults;
};

// ---- Places ----------------------------------------------------------------------------------
//
// They are given as for languages read to the right; the others have everything on the other side.

static struct box place(const struct flyer *flyer, double x, double y, double width, double height)
{
    return (struct box){flyer->language->rtl ? WIDTH - x - width : x, y, width, height};
}

static struct style style_of(const struct flyer *flyer, enum weight weight, double size,
                             enum ink ink)
{
    return (struct style){flyer->language, weight, size, ink};
}

// Starts at x. Numbers of rooms and phones are read to the right everywhere.
static void put(struct flyer *flyer, const char *element, const struct style *style,
                const char *text, double x, double baseline)
{
    bool rtl = flyer->language->rtl;
    sheet_put(flyer->sheet, element, style, text, rtl ? WIDTH - x : x, baseline,
              style->language->rtl == rtl ? ALIGN_START : ALIGN_END);
}

static void fit(struct flyer *flyer, struct style *style, const char *text, double width,
                double least)
{
    style->size = sheet_fit(flyer->sheet, style, text, width, least);
    if (!flyer->too_long && sheet_width(flyer->sheet, style, text) > width)
        flyer->too_long = text;
}

// In at most so many lines, with no word cut, and no higher than the box unless that is 0; says how
// many.
static int put_lines(struct flyer *flyer, const char *element, struct style style, const char *text,
                     struct box box, int most, double least)
{
    for (;; style.size -= 0.1) {
        struct breaking breaking = sheet_break(flyer->sheet, &style, text, box.width);
        double height = ((breaking.lines - 1) * 1.4 + 1) * style.size;
        bool fits = breaking.lines <= most && breaking.widest <= box.width &&
                    (box.height <= 0 || height <= box.height);
        if (!fits && style.size <= least && !flyer->too_long)
            flyer->too_long = text;
        if (fits || style.size <= least)
            break;
    }
    sheet_begin(flyer->sheet, element);
    int lines = sheet_lines(flyer->sheet, &style, text, box.x, box.y + CAPITAL * style.size,
                            box.width, LEADING_HEADING);
    sheet_end(flyer->sheet);
    return lines;
}

// ---- Front -----------------------------------------------------------------------------------

static const char *greeting(const struct flyer *flyer, size_t index)
{
    const struct words *words = flyer->guide->words.in[index];
    return words ? words_text(flyer->arena, words, BLOCK_GREETING, NULL) : "";
}

struct choice {
    LIST(size_t) list;  // of languages, by their index
};

static bool is_chosen(const struct flyer *flyer, const struct choice *choice, size_t index)
{
    for (size_t i = 0; i < choice->list.count; i++)
        if (strcmp(greeting(flyer, choice->list.items[i]), greeting(flyer, index)) == 0)
            return true;
    return false;
}

static void add_greetings(const struct flyer *flyer, struct choice *choice, bool core_only)
{
    const struct guide *guide = flyer->guide;
    for (size_t i = 0; i < guide->languages.count; i++)
        if (guide->offered[i] && guide->core_only[i] == core_only && *greeting(flyer, i) &&
            !is_chosen(flyer, choice, i))
            *list_add(flyer->arena, &choice->list) = i;
}

// The flyer's own language, then those that have the whole guide, from all parts of their list: it
// has those of one script together. No greeting twice.
static size_t choose(const struct flyer *flyer, size_t chosen[ARMS])
{
    struct choice choice = {0};
    *list_add(flyer->arena, &choice.list) = (size_t)flyer->index;
    add_greetings(flyer, &choice, false);
    if (choice.list.count < ARMS)
        add_greetings(flyer, &choice, true);
    size_t all = choice.list.count, count = all < ARMS ? all : ARMS;
    for (size_t i = 0; i < count; i++)
        chosen[i] = choice.list.items[i * all / count];
    return count;
}

static void draw_arm(struct flyer *flyer, size_t index, double y, double before)
{
    static const double height = 11, padding = 4.5;
    const struct language *language = flyer->guide->languages.items[index];
    struct style style = {language, WEIGHT_BOLD, 5.6, INK_BLACK};
    const char *text = greeting(flyer, index);
    double ends = 2 * padding + arm_depth(height);
    fit(flyer, &style, text, INNER - ends, 3.5);
    double width = fmax(sheet_width(flyer->sheet, &style, text) + ends, 36);
    enum way way = language->rtl ? WAY_LEFT : WAY_RIGHT;
    double x = WIDTH / 2 - before * width;
    if (way == WAY_LEFT)
        x = WIDTH - x - width;
    x = fmin(fmax(x, MARGIN), WIDTH - MARGIN - width);
    sheet_arm(flyer->sheet, (struct box){x, y, width, height}, way, INK_YELLOW);
    sheet_put(flyer->sheet, "P", &style, text, way == WAY_RIGHT ? x + padding : x + width - padding,
              y + height / 2 + CAPITAL / 2 * style.size, ALIGN_START);
}

static void draw_signpost(struct flyer *flyer, double top)
{
    // How far an arm reaches over the post on its blunt side, in parts of its width.
    static const double before[] = {0.30, 0.18, 0.36, 0.24, 0.40};
    static const double pitch = 14.6;
    size_t chosen[ARMS], count = choose(flyer, chosen);
    double height = (double)count * pitch + 6;
    sheet_box(flyer->sheet, (struct box){WIDTH / 2 - 1.2, top - 5, 2.4, height}, 1.2, INK_WHITE);
    for (size_t i = 0; i < count; i++)
        draw_arm(flyer, chosen[i], top + (double)i * pitch,
                 before[i % (sizeof before / sizeof before[0])]);
}

// The mark stays as it is in all languages.
static bool draw_brand(struct flyer *flyer)
{
    struct style name = {flyer->german, WEIGHT_DISPLAY, 6.4, INK_WHITE};
    struct style body = {flyer->german, WEIGHT_REGULAR, 4, INK_PETROL_PALE};
    fit(flyer, &body, flyer->guide->body, INNER - 12.3, 2);
    sheet_put(flyer->sheet, "P", &name, "Wegweiser", MARGIN + 12.3, 15.2, ALIGN_START);
    sheet_put(flyer->sheet, "P", &body, flyer->guide->body, MARGIN + 12.3, 20.3, ALIGN_START);
    return sheet_icon(flyer->sheet, "mark", (struct box){MARGIN, 9.7, 9.3, 11.2}, INK_WHITE,
                      flyer->faults);
}

static void put_address(struct flyer *flyer, struct style style, double x, double baseline,
                        double width)
{
    const char *shown = typed_address(flyer->arena, flyer->address);
    style.language = flyer->german;
    style.size = sheet_fit(flyer->sheet, &style, shown, width, 2.2);
    flyer->long_address |= sheet_width(flyer->sheet, &style, shown) > width;
    sheet_begin_link(flyer->sheet, flyer->address);
    put(flyer, "P", &style, shown, x, baseline);
    sheet_end(flyer->sheet);
}

static bool draw_front(struct flyer *flyer)
{
    const struct words *words = words_in(&flyer->guide->words, flyer->index);
    const char *welcome = words_text(flyer->arena, words, BLOCK_WELCOME, NULL);
    sheet_box(flyer->sheet, (struct box){0, 0, WIDTH, HEIGHT}, 0, INK_PETROL);
    bool ok = draw_brand(flyer);
    put_lines(flyer, "H1", style_of(flyer, WEIGHT_DISPLAY, 9.5, INK_WHITE), welcome,
              place(flyer, MARGIN, 31, INNER, 0), 2, 5.5);
    draw_signpost(flyer, 64);
    put_address(flyer, style_of(flyer, WEIGHT_BOLD, 4.4, INK_WHITE), MARGIN, 198, INNER);
    return ok;
}

// ---- Back: steps, code -----------------------------------------------------------------------

// The first page of the core that has steps tells how to begin.
static const struct words *words_of_start(const struct flyer *flyer, const struct block **steps)
{
    const struct guide *guide = flyer->guide;
    for (size_t i = 0; i < guide->core.count; i++) {
        const struct words *words = words_in(&guide->core.items[i]->words, flyer->index);
        *steps = block_find(words, BLOCK_STEPS, NULL);
        if (*steps)
            return words;
    }
    return NULL;
}

static const char *heading_of(const struct flyer *flyer, const struct block *step)
{
    for (size_t i = 0; i < step->children.count; i++)
        if (step->children.items[i].kind == BLOCK_HEADING)
            return pieces_text(flyer->arena, &step->children.items[i].text);
    return "";
}

static void draw_step(struct flyer *flyer, const struct block *step, int number, double top)
{
    static const double plate = 6.6;
    struct style style = {flyer->german, WEIGHT_BOLD, 4.4, INK_PETROL};
    const char *digit = arena_print(flyer->arena, "%d", number);
    struct box box = place(flyer, MARGIN, top, plate, plate);
    sheet_box(flyer->sheet, box, 1.2, INK_PETROL_TINT);
    sheet_put(flyer->sheet, "Lbl", &style, digit, box.x + plate / 2,
              top + plate / 2 + CAPITAL / 2 * style.size, ALIGN_CENTER);
    struct style words = style_of(flyer, WEIGHT_BOLD, 4, INK_BLACK);
    const char *text = utf8_unhyphened(flyer->arena, heading_of(flyer, step));
    fit(flyer, &words, text, INNER - plate - 3.4, 2.6);
    put(flyer, "LBody", &words, text, MARGIN + plate + 3.4,
        top + plate / 2 + CAPITAL / 2 * words.size);
}

static void draw_steps(struct flyer *flyer)
{
    const struct block *steps = NULL;
    const struct words *words = words_of_start(flyer, &steps);
    if (!words)
        return;
    const char *title = words_text(flyer->arena, words, BLOCK_TITLE, NULL);
    struct style style = style_of(flyer, WEIGHT_BOLD, 5.6, INK_BLACK);
    title = utf8_unhyphened(flyer->arena, title);
    fit(flyer, &style, title, INNER, 3.5);
    put(flyer, "H2", &style, title, MARGIN, 12.2);
    sheet_begin(flyer->sheet, "L");
    for (size_t i = 0; i < steps->children.count && i < STEPS; i++) {
        sheet_begin(flyer->sheet, "LI");
        draw_step(flyer, &steps->children.items[i], (int)i + 1, 14.9 + 7.7 * (double)i);
        sheet_end(flyer->sheet);
    }
    sheet_end(flyer->sheet);
}

static void draw_code(struct flyer *flyer, double top)
{
    static const double side = 40, gap = 7;
    const char *words = tr(flyer->language, "Information in your language");
    struct box code = place(flyer, MARGIN, top, side, side);
    struct box beside = place(flyer, MARGIN + side + gap, top + 1, INNER - side - gap, 0);
    put_lines(flyer, "H2", style_of(flyer, WEIGHT_BOLD, 4.8, INK_BLACK), words, beside, 4, 3.2);
    sheet_begin_figure(flyer->sheet, arena_print(flyer->arena, "%s: %s", words, flyer->address));
    sheet_symbol(flyer->sheet, flyer->symbol, code.x, code.y, side, INK_PETROL);
    sheet_end(flyer->sheet);
    put_address(flyer, style_of(flyer, WEIGHT_BOLD, 3.6, INK_BLACK), MARGIN + side + gap,
                top + side - 0.5, INNER - side - gap);
}

// ---- Back: offices ---------------------------------------------------------------------------

// "8:00–12:30" in one piece, and read to the right.
static const char *time_span(struct arena *arena, const char *times)
{
    const char *dash = strstr(times, "\u2013");
    if (!dash)
        return times;
    return arena_print(arena, "\u2066%.*s\u2060\u2013\u2060%s\u2069", (int)(dash - times), times,
                       dash + strlen("\u2013"));
}

static const char *kept_text(struct arena *arena, struct buf *buf)
{
    const char *kept = arena_copy(arena, buf->text ? buf->text : "", buf->length);
    buf_free(buf);
    return kept;
}

// Chinese may be broken between any two characters: a day may not, but behind a comma.
static const char *whole_days(const struct flyer *flyer, const char *days)
{
    struct buf whole = {0};
    if (strcmp(flyer->language->script, "Hans") != 0)
        return days;
    for (const char *at = days, *start = days; *at; start = at) {
        uint32_t character = utf8_next(&at);
        buf_add(&whole, start, (size_t)(at - start));
        if (*at && character != 0x3001)
            buf_text(&whole, "\u2060");
    }
    return kept_text(flyer->arena, &whole);
}

// "Mo–Mi 8:00–16:00 · Do 8:00–18:00".
static const char *hours_text(const struct flyer *flyer, const struct hours *hours)
{
    struct timetable table = timetable_build(flyer->arena, flyer->language, hours);
    struct buf text = {0};
    for (size_t i = 0; i < table.rows.count; i++) {
        const struct timetable_row *row = &table.rows.items[i];
        const char *before = i == 0             ? ""
                             : *row->short_days ? " \u00B7 "
                                                : list_comma(flyer->language);
        buf_print(&text, "%s%s%s%s", before, whole_days(flyer, row->short_days),
                  *row->short_days ? "\u00A0" : "", time_span(flyer->arena, row->times));
        if (*row->note)
            buf_print(&text, " (%s)", row->note);
    }
    return kept_text(flyer->arena, &text);
}

static void draw_plate(struct flyer *flyer, const char *number, double top)
{
    static const double width = 16, height = 7;
    struct style style = {flyer->german, WEIGHT_BOLD, 3.7, INK_BLACK};
    struct box box = place(flyer, MARGIN, top, width, height);
    fit(flyer, &style, number, width - 2, 2);
    sheet_box(flyer->sheet, box, 1, INK_YELLOW);
    sheet_put(flyer->sheet, "P", &style, number, box.x + width / 2,
              top + height / 2 + CAPITAL / 2 * style.size, ALIGN_CENTER);
}

static double width_of(struct flyer *flyer, const struct style *style, const char *text)
{
    return sheet_width(flyer->sheet, style, text);
}

// On one line if it can be had, else in smaller type on two. Says how many.
static int put_name(struct flyer *flyer, struct style style, const char *name, double x,
                    double baseline)
{
    static const double least = 2.3, on_two = 2.8;
    const char *plain = utf8_unhyphened(flyer->arena, name);
    double room = MARGIN + INNER - x;
    style.size = sheet_fit(flyer->sheet, &style, plain, room, least);
    if (width_of(flyer, &style, plain) <= room) {
        put(flyer, "P", &style, plain, x, baseline);
        return 1;
    }
    style.size = on_two;
    return put_lines(flyer, "P", style, name, place(flyer, x, baseline - CAPITAL * on_two, room, 0),
                     2, least);
}

// In the reader's words and in those on the door: at the other edge, or below. Says how many lines.
static int put_names(struct flyer *flyer, const struct office *office, double x, double baseline)
{
    struct arena *arena = flyer->arena;
    const struct words *own = words_in(&office->words, flyer->index);
    const char *name = words_text(arena, own, BLOCK_NAME, NULL);
    const char *door =
        utf8_unhyphened(arena, words_text(arena, words_in(&office->words, 0), BLOCK_NAME, NULL));
    struct style bold = style_of(flyer, WEIGHT_BOLD, 3.5, INK_BLACK);
    struct style plain = {flyer->german, WEIGHT_REGULAR, 2.8, INK_GREY};
    double end = MARGIN + INNER, room = end - x, beside = width_of(flyer, &plain, door);
    const char *shown = utf8_unhyphened(arena, name);
    bool differ = strcmp(shown, door) != 0;
    bool below = differ && width_of(flyer, &bold, shown) + beside + 3 > room;
    int lines = put_name(flyer, bold, name, x, baseline);
    if (!differ)
        return lines;
    fit(flyer, &plain, door, room, 1.9);
    put(flyer, "P", &plain, door, below ? x : end - beside, baseline + (below ? 3.5 * lines : 0));
    return below ? lines + 1 : lines;
}

static const double OFFICE_PITCH = 14.2;

static void draw_office(struct flyer *flyer, const struct office *office, double top)
{
    static const double start = 27;  // of the words
    const struct site *site = &office->sites.items[0];
    if (site->room)
        draw_plate(flyer, site->room->number, top);
    int lines = put_names(flyer, office, start, top + 2.8);
    double drop = 1.1 + 3.4 * lines;
    struct box box =
        place(flyer, start, top + drop, MARGIN + INNER - start, OFFICE_PITCH - drop - 1);
    if (site->hours)
        put_lines(flyer, "P", style_of(flyer, WEIGHT_REGULAR, 2.6, INK_GREY),
                  hours_text(flyer, site->hours), box, 3, 1.9);
}

static bool is_sample(const struct office *office)
{
    const struct site *site = &office->sites.items[0];
    return (site->room && site->room->origin.sample) || (site->hours && site->hours->origin.sample);
}

static void draw_offices(struct flyer *flyer, double top)
{
    const struct guide *guide = flyer->guide;
    struct style heading = style_of(flyer, WEIGHT_BOLD, 4.4, INK_BLACK);
    struct style mark = style_of(flyer, WEIGHT_REGULAR, 2.3, INK_GREY);
    bool marked = false;
    put(flyer, "H2", &heading, tr(flyer->language, "Opening hours"), MARGIN, top);
    for (size_t i = 0; i < guide->offices.count && i < OFFICES; i++) {
        draw_office(flyer, &guide->offices.items[i], top + 5.4 + OFFICE_PITCH * (double)i);
        marked |= is_sample(&guide->offices.items[i]);
    }
    if (marked)
        put(flyer, "P", &mark, tr(flyer->language, "Rooms and hours are samples"), MARGIN,
            top + 3.6);
}

// ---- Back: emergency -------------------------------------------------------------------------

static double draw_number(struct flyer *flyer, const struct value *value, double top)
{
    const struct words *words = words_in(&flyer->guide->emergency_page->words, flyer->index);
    const char *what = words_text(flyer->arena, words, BLOCK_NUMBER, value->id);
    struct style number = {flyer->german, WEIGHT_BOLD, 3.7, INK_WHITE};
    struct style text = style_of(flyer, WEIGHT_REGULAR, 2.7, INK_WHITE);
    put(flyer, "P", &number, value->shown, MARGIN, top + CAPITAL * number.size);
    int lines = put_lines(flyer, "P", text, utf8_unhyphened(flyer->arena, what),
                          place(flyer, MARGIN + 17, top + 0.5, INNER - 17, 0), 2, 2);
    return top + 1 + (double)lines * 3.3;
}

static void draw_emergency(struct flyer *flyer, double top)
{
    const struct guide *guide = flyer->guide;
    if (!guide->emergency_page || guide->emergency.count == 0)
        return;
    sheet_box(flyer->sheet, (struct box){0, top, WIDTH, HEIGHT - top}, 0, INK_PETROL);
    double y = top + 1.8;
    for (size_t i = 0; i < guide->emergency.count && i < 3; i++)
        y = draw_number(flyer, guide->emergency.items[i], y);
}

static bool draw_back(struct flyer *flyer)
{
    draw_steps(flyer);
    draw_code(flyer, 49.5);
    draw_offices(flyer, 97.8);
    draw_emergency(flyer, 188.8);
    return true;
}

// ---- The sheet -------------------------------------------------------------------------------

static void draw_cuts(struct flyer *flyer, int across)
{
    sheet_face(flyer->sheet, (struct box){0}, 1, false);
    for (int i = 1; i < across; i++)
        for (int end = 0; end < 2; end++)
            sheet_box(flyer->sheet, (struct box){i * WIDTH - 0.1, end ? HEIGHT - 4 : 0, 0.2, 4}, 0,
                      INK_PETROL_PALE);
}

static bool draw_page(struct flyer *flyer, bool (*draw)(struct flyer *), int across)
{
    bool ok = true;
    for (int i = 0; i < across; i++) {
        sheet_begin(flyer->sheet, "Sect");
        sheet_face(flyer->sheet, (struct box){i * WIDTH, 0, WIDTH, HEIGHT}, 1, false);
        ok &= draw(flyer);
        sheet_end(flyer->sheet);
    }
    if (across > 1)
        draw_cuts(flyer, across);
    return ok;
}

static void put_imprints(struct flyer *flyer, uint32_t id, int across)
{
    sheet_face(flyer->sheet, (struct box){0}, 1, false);
    for (int i = 1; i <= across; i++)
        imprint_put(flyer->sheet, flyer->guide, id, i * WIDTH - MARGIN, 6);
}

// Adds faults if something found no room.
static bool has_room(struct flyer *flyer, const char *path)
{
    struct place place = {.file = path};
    if (flyer->long_address)
        fault_add(flyer->faults, place,
                  "the address `%s` is too long for a flyer; take a shorter `base` in guide.xml",
                  typed_address(flyer->arena, flyer->address));
    if (flyer->too_long)
        fault_add(
            flyer->faults, place,
            "`%s` is too long for a flyer; shorten it or tell with soft hyphens (U+00AD) where "
            "it may be broken",
            flyer->too_long);
    return !flyer->long_address && !flyer->too_long;
}

static bool draw_flyer(struct flyer *flyer, const char *size, uint32_t *id, const char *path)
{
    int across = strcmp(size, "A4") == 0 ? 3 : 1;
    bool ok = draw_page(flyer, draw_front, across);
    sheet_next(flyer->sheet);
    ok &= draw_page(flyer, draw_back, across);
    *id = imprint_id(flyer->sheet, size);
    put_imprints(flyer, *id, across);
    return has_room(flyer, path) && ok;
}

static struct sheet *open_sheet(const struct flyer *flyer, const char *size,
                                const struct fonts *fonts)
{
    const struct guide *guide = flyer->guide;
    const struct words *words = words_in(&guide->words, flyer->index);
    struct imprint imprint = {
        .language = flyer->language,
        .title = words_text(flyer->arena, words, BLOCK_TITLE, NULL),
        .author = guide->body,
        .made = guide->newest,
    };
    return sheet_open(fonts, strcmp(size, "A4") == 0 ? 3 * WIDTH : WIDTH, HEIGHT, &imprint);
}

// Draws it; faults name `path`. False: it cannot be. To be closed in either case.
static bool flyer_open(struct flyer *flyer, const struct guide *guide, int language,
                       const char *size, const struct fonts *fonts, const char *path, uint32_t *id,
                       struct faults *faults)
{
    *flyer = (struct flyer){
        .arena = arena_new(),
        .guide = guide,
        .index = language,
        .language = guide->languages.items[language],
        .german = guide->languages.items[0],
        .faults = faults,
    };
    flyer->address = home_address(flyer->arena, guide, flyer->language);
    flyer->symbol = symbol_new(flyer->address, SYMBOL_PRINT, faults);
    if (!flyer->symbol)
        return false;
    flyer->sheet = open_sheet(flyer, size, fonts);
    return draw_flyer(flyer, size, id, path);
}

static void flyer_close(struct flyer *flyer)
{
    sheet_close(flyer->sheet);
    symbol_free(flyer->symbol);
    arena_free(flyer->arena);
}

bool flyer_write(const struct guide *guide, int language, const char *size,
                 const struct fonts *fonts, const char *path, uint32_t *id, struct faults *faults)
{
    struct flyer flyer;
    bool ok = flyer_open(&flyer, guide, language, size, fonts, path, id, faults) &&
              sheet_save(flyer.sheet, path, faults);
    flyer_close(&flyer);
    return ok;
}

bool flyer_id(const struct guide *guide, int language, const char *size, const struct fonts *fonts,
              const char *path, uint32_t *id, struct faults *faults)
{
    struct flyer flyer;
    bool ok = flyer_open(&flyer, guide, language, size, fonts, path, id, faults);
    flyer_close(&flyer);
    return ok;
}
