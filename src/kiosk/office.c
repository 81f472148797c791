// SPDX-License-Identifier: EUPL-1.2
#include <math.h>
#include <string.h>

#include "base/buf.h"
#include "guide/address.h"
#include "kiosk/bars.h"
#include "kiosk/part.h"
#include "kiosk/prose.h"
#include "kiosk/screen.h"
#include "text/tr.h"

static const double margin = 5, end_margin = 6, card_gap = 2.5, card_x = 3, card_y = 2.75;

// ---- Sign ---------------------------------------------------------------------------------------

static double pill_height(const struct status *status)
{
    return fmax(8, status->text.height + 2);
}

static void put_pill(struct frame *frame, const struct status *status, double x, double y)
{
    double h = pill_height(status);
    frame_box(frame, (struct area){x, y, status->width + 5.5, h}, 4, INK_PAPER,
              frame->view->theme == &theme_contrast ? INK_LINE : INK_NONE);
    put_status(frame, status, x + 2.5, y, h);
}

static void put_sign(struct flow *flow, const struct office *office, double x, double width)
{
    struct frame *frame = flow->frame;
    const struct words *words = part_words(frame, &office->words);
    const struct words *german = office->words.in[0];
    bool foreign = words->language != german->language;
    const double symbol = 28, pad = 2, start = 4;
    double symbol_h = part_symbol_height(frame, symbol), text = width - start - symbol - 3 - pad;
    struct type h1 = type_h1, second = type_body;
    h1.ink = INK_ON_PETROL;
    h1.language = words->language;
    if (foreign)
        second = (struct type){5, FACE_BOLD, LEADING_LABEL, 1.3, INK_YELLOW, ALIGN_START,
                               german->language, true};
    else
        second.ink = INK_ON_PETROL_2;
    struct setting name = set_label(frame, h1, part_text(frame, words, BLOCK_NAME), text, 2);
    struct setting below = set_text(frame, second, part_text(frame, foreign ? german : words,
                                                             foreign ? BLOCK_NAME : BLOCK_PURPOSE),
                                    text);
    struct type plain = type_body;
    plain.ink = INK_ON_PETROL_2;
    struct status status = part_status(frame, office, type_body_bold, text - 5.5, true);
    struct setting next = part_next_opening(frame, office, plain, text);
    double texts = name.height + below.height + 2 + pill_height(&status) + next.height;
    double h = fmax(symbol_h, texts + 2) + 2 * pad;
    struct area sign = {x, flow->y, width, h};
    frame_box(frame, sign, 1.5, INK_PETROL,
              frame->view->theme == &theme_contrast ? INK_LINE : INK_NONE);
    double y = sign.y + (h - texts) / 2;
    y += put(frame, &name, x + start, y);
    y += put(frame, &below, x + start, y) + 2;
    put_pill(frame, &status, x + start, y);
    if (next.lines.count)
        put(frame, &next, x + start, y + pill_height(&status));
    part_symbol(frame, (struct area){x + width - pad - symbol, sign.y + (h - symbol_h) / 2, symbol,
                                     symbol_h},
                office_address(frame->arena, frame->guide, frame->language, office->id), false);
    flow->y += h;
}

// ---- The way ------------------------------------------------------------------------------------

struct way_arm {
    const char *icon;
    struct setting text;
};

static struct setting set_way(struct frame *frame, const char *format, const char *value,
                              double width)
{
    struct type type = type_label;
    type.line = frame->language->rtl ? 0 : 1.27;
    type.fixed = true;
    struct setting setting = set_sentence(frame, type, format, value, NULL, width);
    if (setting.lines.count <= 2 && !setting.lines.broken)
        return setting;
    type.size = 3.5;
    return set_sentence(frame, type, format, value, NULL, width);
}

// In the building where the kiosk stands.
static bool is_indoors(const struct frame *frame, const struct site *site)
{
    const char *here = frame->guide->kiosk_building;
    return here && site->building && strcmp(here, site->building) == 0;
}

// How the three arms share the width: outdoors, then indoors.
static const double way_parts[2][3] = {{0.66, 1.24, 1.26}, {1, 1.16, 1}};

static bool set_indoors(struct frame *frame, const struct site *site, const double widths[3],
                        struct way_arm arms[3])
{
    const struct language *language = frame->language;
    if (!site->room)
        return false;
    const char *floor = arena_print(frame->arena, "%d", site->room->floor);
    bool up = site->room->floor != 0, lift = site->lift == LIFT_YES;
    const char *middle = !up ? N_("Stay on the ground floor")
                         : lift ? N_("Lift or stairs: floor %s") : N_("Stairs: floor %s");
    arms[0] = (struct way_arm){"way-pin", set_way(frame, tr(language, "You are here: entrance"),
                                                  NULL, widths[0])};
    arms[1] = (struct way_arm){!up ? "building" : lift ? "lift" : "stairs",
                               set_way(frame, tr(language, middle), floor, widths[1])};
    arms[2] = (struct way_arm){"way-door", set_way(frame, tr(language, "Room %s"),
                                                   site->room->number, widths[2])};
    return true;
}

static bool set_outdoors(struct frame *frame, const struct site *site, const double widths[3],
                         struct way_arm arms[3])
{
    const struct language *language = frame->language;
    if (!site->stop || !site->address)
        return false;
    arms[0] = (struct way_arm){"bus-front", set_way(frame, tr(language, "Bus %s"),
                                                    site->stop->line, widths[0])};
    arms[1] = (struct way_arm){"geo-alt", set_way(frame, tr(language, "Stop: %s"),
                                                  site->stop->name, widths[1])};
    arms[2] = (struct way_arm){"house-door", set_way(frame, "%s", site->address->street,
                                                     widths[2])};
    return true;
}

// Three arms that point the way; the last one is yellow.
static void put_way(struct flow *flow, const struct office *office, double x, double width)
{
    struct frame *frame = flow->frame;
    const struct site *site = &office->sites.items[0];
    const double h = 15, point = 4, overlap = 2.75, icon = 6.5;
    const double *parts = way_parts[is_indoors(frame, site)];
    double unit = (width + 2 * overlap) / (parts[0] + parts[1] + parts[2]), widths[3];
    for (int i = 0; i < 3; i++)
        widths[i] = parts[i] * unit - (i ? 6 : 2.75) - icon - 1.75 - point - 0.25;
    struct way_arm arms[3];
    if (!(is_indoors(frame, site) ? set_indoors : set_outdoors)(frame, site, widths, arms))
        return;
    flow_gap(flow, card_gap);
    double at = x;
    for (int i = 0; i < 3; i++) {
        double w = parts[i] * unit, notch = i ? point : 0;
        const double corners[6][2] = {{0, 0}, {w - point, 0}, {w, h / 2}, {w - point, h}, {0, h},
                                      {notch, h / 2}};
        enum ink ground = i == 2 ? INK_YELLOW : INK_PAPER;
        enum ink ink = i == 2 ? INK_ON_YELLOW : INK_TEXT;
        frame_polygon(frame, (struct area){at, flow->y, w, h}, corners, 6, ground);
        double start = at + (i ? 6 : 2.75);
        frame_icon(frame, start, flow->y + (h - icon) / 2, icon, arms[i].icon, ink, false);
        arms[i].text.type.ink = ink;
        put_middle(frame, &arms[i].text, start + icon + 1.75, flow->y, h);
        at += w - overlap;
    }
    flow->y += h;
    const struct origin *origin = site->room ? &site->room->origin
                                  : site->stop ? &site->stop->origin : NULL;
    if (origin && part_origin(frame, origin))
        flow->y += 1 + part_badge(frame, x, flow->y + 1, width, part_origin(frame, origin));
}

// ---- Hours --------------------------------------------------------------------------------------

static const char *const day_names[] = {
    [MONDAY] = N_("Monday"),     [TUESDAY] = N_("Tuesday"), [WEDNESDAY] = N_("Wednesday"),
    [THURSDAY] = N_("Thursday"), [FRIDAY] = N_("Friday"),   [SATURDAY] = N_("Saturday"),
    [SUNDAY] = N_("Sunday"),
};

enum { SLOTS_A_DAY = 8 };

struct hours_row {
    struct setting day;
    struct setting lines[2 * SLOTS_A_DAY];  // a slot, and below it on what condition
    size_t count;
    bool today;
    double height;
};

static const char *slot_condition(struct frame *frame, const struct slot *slot)
{
    const struct language *language = frame->language;
    if (slot->weeks) {
        char numbers[32] = "";
        for (int week = 0; week < 5; week++)
            if (slot->weeks >> week & 1)
                sprintf(numbers + strlen(numbers), "%s%d", *numbers ? " + " : "", week + 1);
        // TRANSLATORS: a consultation on, e.g., the first and third Tuesday: "no. 1 + 3 in the month"
        return arena_print(frame->arena, tr(language, "only no. %s in the month"), numbers);
    }
    if (slot->by == ATTENDANCE_APPOINTMENT)
        return tr(language, "by appointment");
    return slot->by == ATTENDANCE_PHONE ? tr(language, "by phone") : NULL;
}

static struct hours_row set_hours_row(struct frame *frame, const struct hours *hours,
                                      enum weekday day, const char *name, double width)
{
    struct date today = frame->view->now.date;
    struct hours_row row = {.today = date_weekday(today) == day};
    struct type label = type_body, time, note = type_small;
    label.size = 4;
    label.line = 1.2;
    label.face = row.today ? FACE_BOLD : FACE_REGULAR;
    time = label;
    time.align = note.align = ALIGN_END;
    row.day = set_label(frame, label, name, width * 0.5, 1);
    double column = width - row.day.ink_width - 2;
    struct slot slots[SLOTS_A_DAY];
    size_t count = row.today ? hours_on_date(hours, frame->guide->state, today, slots, SLOTS_A_DAY)
                             : hours_on_weekday(hours, day, slots, SLOTS_A_DAY);
    for (size_t i = 0; i < count; i++) {
        const char *condition = slot_condition(frame, &slots[i]);
        row.lines[row.count++] = part_slot(frame, time, slots[i].from, slots[i].to, column);
        if (condition)
            row.lines[row.count++] = set_text(frame, note, condition, column);
    }
    if (count == 0) {
        time.ink = INK_TEXT_2;
        row.lines[row.count++] = set_text(frame, time, tr(frame->language, "closed"), column);
    }
    double height = 0;
    for (size_t i = 0; i < row.count; i++)
        height += row.lines[i].height;
    row.height = fmax(6.6, height + 1.6);
    return row;
}

static double put_hours_row(struct frame *frame, const struct hours_row *row, double x, double y,
                            double width, bool ruled)
{
    if (row->today)
        frame_box(frame, (struct area){x - 1.5, y, width + 3, row->height}, 0.75,
                  INK_YELLOW_TINT, frame->view->theme == &theme_contrast ? INK_YELLOW : INK_NONE);
    else if (ruled)
        frame_rect(frame, (struct area){x - 1.5, y, width + 3, 0.125}, INK_HAIR);
    put_middle(frame, &row->day, x, y, row->height);
    double height = 0;
    for (size_t i = 0; i < row->count; i++)
        height += row->lines[i].height;
    double at = y + (row->height - height) / 2;
    for (size_t i = 0; i < row->count; i++)
        at += put(frame, &row->lines[i], x + width - row->lines[i].width, at);
    return row->height;
}

// Saturday and Sunday share a row when both are closed. Returns the height.
static double put_hours(struct frame *frame, const struct hours *hours, double x, double y,
                        double width)
{
    struct slot any;
    bool weekend = hours_on_weekday(hours, SATURDAY, &any, 1) +
                   hours_on_weekday(hours, SUNDAY, &any, 1) > 0;
    double top = y;
    bool ruled = false;
    for (int day = MONDAY; day <= (weekend ? SUNDAY : SATURDAY); day++) {
        const char *name = tr(frame->language, day_names[day]);
        if (!weekend && day == SATURDAY)
            name = tr(frame->language, "Sat, Sun");
        struct hours_row row = set_hours_row(frame, hours, (enum weekday)day, name, width);
        if (!weekend && day == SATURDAY && date_weekday(frame->view->now.date) == SUNDAY)
            row.today = true;
        y += put_hours_row(frame, &row, x, y, width, ruled);
        ruled = !row.today;
    }
    if (part_origin(frame, &hours->origin))
        y += 1 + part_badge(frame, x, y + 1, width, part_origin(frame, &hours->origin));
    return y - top;
}

// ---- Cards --------------------------------------------------------------------------------------

// Draws a card below content that is already known to be `height` high.
static void put_card(struct frame *frame, struct area area)
{
    frame_box(frame, area, 1.5, INK_PAPER,
              frame->view->theme == &theme_contrast ? INK_LINE : INK_NONE);
}

static double put_hours_content(struct frame *frame, const struct site *site, const char *title,
                                double x, double y, double width)
{
    double top = y;
    y += put_text(frame, type_h3, title, x, y, width) + 1;
    y += put_hours(frame, site->hours, x, y, width);
    return y - top;
}

static double put_list_content(struct frame *frame, const struct words *words,
                               enum block_kind kind, const char *title, double x, double y,
                               double width)
{
    double top = y;
    y += put_text(frame, type_h3, title, x, y, width) + 1.5;
    y += prose_checks(frame, words, block_find(words, kind, NULL), x, y, width);
    return y - top;
}

// One draws a card's content and returns its height: first out of sight, to know the card's.
struct card {
    const struct office *office;
    const struct words *words;
    enum block_kind list;       // BLOCK_HELP, BLOCK_BRING
    const struct site *site;    // a card of hours
    const char *title;
};

static double put_content(struct frame *frame, const struct card *card, double x, double y,
                          double width)
{
    if (card->site)
        return put_hours_content(frame, card->site, card->title, x, y, width);
    return put_list_content(frame, card->words, card->list, card->title, x, y, width);
}

static double card_height(struct frame *frame, const struct card *card, double width)
{
    struct mark mark = frame_mark(frame);
    double height = put_content(frame, card, 0, 0, width - 2 * card_x) + 2 * card_y;
    frame_rewind(frame, mark);
    return height;
}

static void put_cards(struct flow *flow, const struct card *cards, size_t count, double x,
                      double width)
{
    double w = (width + card_gap) / (double)count - card_gap, h = 0;
    if (count == 0)
        return;
    for (size_t i = 0; i < count; i++)
        h = fmax(h, card_height(flow->frame, &cards[i], w));
    flow_gap(flow, card_gap);
    for (size_t i = 0; i < count; i++) {
        struct area area = {x + (double)i * (w + card_gap), flow->y, w, h};
        put_card(flow->frame, area);
        put_content(flow->frame, &cards[i], area.x + card_x, area.y + card_y, w - 2 * card_x);
    }
    flow->y += h;
}

// ---- Contact ------------------------------------------------------------------------------------

struct contact_row {
    const char *icon, *label, *value;
    const struct origin *origin;
    const struct language *language;  // of the value; NULL: the visitor's
};

struct contact_rows {
    LIST(struct contact_row) list;
};

static void add_row(struct frame *frame, struct contact_rows *rows, struct contact_row row)
{
    if (row.value && *row.value)
        *list_add(frame->arena, &rows->list) = row;
}

static void add_contact(struct frame *frame, struct contact_rows *rows, const char *icon,
                        const char *label, const struct contact *contact, const char *shown)
{
    if (contact)
        add_row(frame, rows, (struct contact_row){icon, tr(frame->language, label), shown,
                                                  &contact->origin,
                                                  frame->guide->languages.items[0]});
}

static const char *without_scheme(const char *url)
{
    const char *scheme = strstr(url, "://");
    return scheme ? scheme + 3 : url;
}

static const char *spoken(struct frame *frame, const struct office *office)
{
    struct buf names = {0};
    for (size_t i = 0; i < office->speaks.count; i++)
        buf_print(&names, "%s\u2068%s\u2069", i ? " · " : "", office->speaks.items[i]->endonym);
    const char *text = names.text ? arena_text(frame->arena, names.text) : NULL;
    buf_free(&names);
    return text;
}

static const char *joined(struct frame *frame, const bool *has, const char *const *texts,
                          size_t count)
{
    struct buf out = {0};
    for (size_t i = 0; i < count; i++)
        if (has[i])
            buf_print(&out, "%s%s", out.length ? " · " : "", tr(frame->language, texts[i]));
    const char *text = out.text ? arena_text(frame->arena, out.text) : NULL;
    buf_free(&out);
    return text;
}

static const char *interpreting(struct frame *frame, const struct office *office)
{
    static const char *const texts[] = {N_("by video"), N_("by phone"), N_("in person")};
    const bool has[] = {office->interpreting_video, office->interpreting_phone,
                        office->interpreting_person};
    return joined(frame, has, texts, 3);
}

static const char *access(struct frame *frame, const struct site *site)
{
    static const char *const texts[] = {N_("step-free entrance"), N_("steps at the entrance"),
                                        N_("lift"), N_("no lift")};
    const bool has[] = {site->entrance == ENTRANCE_STEP_FREE, site->entrance == ENTRANCE_STEPS,
                        site->lift == LIFT_YES, site->lift == LIFT_NO};
    return joined(frame, has, texts, 4);
}

static const char *address_line(struct frame *frame, const struct address *address)
{
    if (!address)
        return NULL;
    return arena_print(frame->arena, "%s, %s\u00a0%s", address->street, address->postcode,
                       address->city);
}

// Where to call and where to go.
static struct contact_rows places_of(struct frame *frame, const struct office *office)
{
    struct contact_rows rows = {0};
    for (size_t i = 0; i < office->phones.count; i++) {
        const struct contact *phone = &office->phones.items[i];
        add_contact(frame, &rows, "telephone", N_("Phone"), phone, phone->shown);
    }
    for (size_t i = 0; i < office->sites.count; i++) {
        const struct address *address = office->sites.items[i].address;
        if (address)
            add_row(frame, &rows, (struct contact_row){"geo-alt", tr(frame->language, "Address"),
                                                       address_line(frame, address),
                                                       &address->origin,
                                                       frame->guide->languages.items[0]});
    }
    return rows;
}

static struct contact_rows online_of(struct frame *frame, const struct office *office)
{
    struct contact_rows rows = {0};
    const struct contact *mail = office->email, *date = office->appointment;
    const struct contact *web = office->website;
    add_contact(frame, &rows, "envelope", N_("E-mail"), mail, mail ? mail->shown : NULL);
    add_contact(frame, &rows, "calendar-check", N_("Appointment"), date,
                date ? without_scheme(date->shown) : NULL);
    add_contact(frame, &rows, "globe", N_("Website"), web, web ? without_scheme(web->shown) : NULL);
    return rows;
}

// How the office meets those who come.
static struct contact_rows service_of(struct frame *frame, const struct office *office)
{
    const struct language *l = frame->language;
    struct contact_rows rows = {0};
    add_row(frame, &rows, (struct contact_row){"chat-dots", tr(l, "Languages spoken"),
                                               spoken(frame, office), NULL, NULL});
    add_row(frame, &rows, (struct contact_row){"people", tr(l, "Interpreting"),
                                               interpreting(frame, office), NULL, NULL});
    add_row(frame, &rows, (struct contact_row){"wheelchair", tr(l, "Access"),
                                               access(frame, &office->sites.items[0]), NULL,
                                               NULL});
    return rows;
}

static double put_contact_row(struct frame *frame, const struct contact_row *row, double x,
                              double y, double width, bool ruled)
{
    const double icon = 5, label_x = 7, value_x = width > 80 ? 37 : 31;
    struct type label = type_label, value = type_body_bold;
    label.face = FACE_REGULAR;
    label.ink = INK_TEXT_2;
    label.line = 1.3;
    value.line = frame->language->rtl && !row->language ? 0 : 1.35;
    value.language = row->language;
    const char *mark = row->origin ? part_origin(frame, row->origin) : NULL;
    struct setting key = set_label(frame, label, row->label, value_x - label_x - 1, 2);
    struct span span = {row->value, FACE_BOLD, row->language != NULL};
    struct setting text = set_fitting(frame, value, &span, 1, width - value_x, 1, 3);
    double badge = mark ? set_text(frame, type_small, mark, width).ink_width + 5.5 : 0;
    bool beside = mark && text.lines.count == 1 && text.ink_width + 3 + badge <= width - value_x;
    bool below = mark && !beside;
    double h = fmax(9, fmax(key.height, text.height + (below ? 4.4 : 0)) + 2);
    if (ruled)
        frame_rect(frame, (struct area){x, y, width, 0.125}, INK_HAIR);
    frame_icon(frame, x, y + (h - icon) / 2, icon, row->icon, INK_LINK, false);
    put_middle(frame, &key, x + label_x, y, h);
    double texts = text.height + (below ? 4.4 : 0), top = y + (h - texts) / 2;
    put(frame, &text, x + value_x, top);
    if (beside)
        part_badge(frame, x + width - badge, y + (h - 4.4) / 2, badge + 1, mark);
    if (below)
        part_badge(frame, x + value_x, top + text.height, width - value_x, mark);
    return h;
}

static void put_contact_card(struct flow *flow, const struct contact_rows *rows, double x,
                             double width)
{
    struct frame *frame = flow->frame;
    if (rows->list.count == 0)
        return;
    flow_gap(flow, card_gap);
    double inner = width - 2 * card_x, height = 2.5;
    struct mark mark = frame_mark(frame);
    for (size_t i = 0; i < rows->list.count; i++)
        height += put_contact_row(frame, &rows->list.items[i], 0, 0, inner, false);
    frame_rewind(frame, mark);
    put_card(frame, (struct area){x, flow->y, width, height});
    double y = flow->y + 1.25;
    for (size_t i = 0; i < rows->list.count; i++)
        y += put_contact_row(frame, &rows->list.items[i], x + card_x, y, inner, i > 0);
    flow->y += height;
}

static void put_contact(struct flow *flow, const struct office *office, double x, double width)
{
    static struct contact_rows (*const groups[])(struct frame *, const struct office *) = {
        places_of, online_of, service_of};
    for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++) {
        struct contact_rows rows = groups[i](flow->frame, office);
        put_contact_card(flow, &rows, x, width);
    }
}

// ---- Related pages ------------------------------------------------------------------------------

static bool mentions(const struct page *page, const char *office)
{
    return block_find(page->words.in[0], BLOCK_CONTACT, office) != NULL;
}

static void put_related(struct flow *flow, const struct office *office, double x, double width)
{
    const struct guide *guide = flow->frame->guide;
    const struct page *pages[16];
    size_t count = 0;
    for (size_t i = 0; i < guide->pages.count && count < 16; i++)
        if (mentions(&guide->pages.items[i], office->id))
            pages[count++] = &guide->pages.items[i];
    part_related(flow, pages, count, x, width);
}

static void put_note(struct flow *flow, const struct words *words, double x, double width)
{
    const struct block *note = block_find(words, BLOCK_NOTE, NULL);
    if (!note)
        return;
    flow_gap(flow, card_gap);
    prose_note(flow, words, note, x, width);
}

// What is true of the text as a whole, below the sign.
static void put_marks(struct flow *flow, const struct words *words, double x, double width)
{
    const struct language *language = flow->frame->language;
    if (words->language != language)
        flow->y += 1 + part_badge(flow->frame, x, flow->y + 1, width,
                                  tr(language, "Not translated yet"));
    if (words->draft)
        flow->y += 1 + part_badge(flow->frame, x, flow->y + 1, width,
                                  tr(language, "Draft translation"));
}

// ---- The office ---------------------------------------------------------------------------------

static const char *site_title(struct frame *frame, const struct office *office, size_t i)
{
    const struct address *address = office->sites.items[i].address;
    return i == 0 || !address ? tr(frame->language, "Opening hours")
                              : address_line(frame, address);
}

static void put_lists(struct flow *flow, const struct office *office, const struct words *words,
                      double x, double width, bool with_hours)
{
    struct frame *frame = flow->frame;
    struct card cards[2];
    size_t count = 0;
    if (block_find(words, BLOCK_HELP, NULL))
        cards[count++] = (struct card){office, words, BLOCK_HELP, NULL,
                                       tr(frame->language, "We help you with")};
    if (with_hours && office->sites.items[0].hours)
        cards[count++] = (struct card){office, words, BLOCK_HELP, &office->sites.items[0],
                                       tr(frame->language, "Opening hours")};
    put_cards(flow, cards, count, x, width);
}

static void put_bring(struct flow *flow, const struct office *office, const struct words *words,
                      double x, double width)
{
    struct card card = {office, words, BLOCK_BRING, NULL,
                        tr(flow->frame->language, "Please bring")};
    if (block_find(words, BLOCK_BRING, NULL))
        put_cards(flow, &card, 1, x, width);
}

static void put_sites(struct flow *flow, const struct office *office, size_t first, double x,
                      double width)
{
    for (size_t i = first; i < office->sites.count; i++) {
        struct card card = {office, NULL, BLOCK_HELP, &office->sites.items[i],
                            site_title(flow->frame, office, i)};
        if (office->sites.items[i].hours)
            put_cards(flow, &card, 1, x, width);
    }
}

static void build_portrait(struct frame *frame, struct area area, const struct office *office,
                           const struct words *words)
{
    double x = area.x + margin, width = area.w - margin - end_margin;
    struct flow flow = flow_begin(frame, area);
    flow.y = 3.5;
    put_sign(&flow, office, x, width);
    put_marks(&flow, words, x, width);
    put_way(&flow, office, x, width);
    put_lists(&flow, office, words, x, width, true);
    put_contact(&flow, office, x, width);
    put_bring(&flow, office, words, x, width);
    put_note(&flow, words, x, width);
    put_sites(&flow, office, 1, x, width);
    put_related(&flow, office, x, width);
    flow.y += 3;
    flow_end(&flow);
}

// The main site's hours stand beside the rest.
static void build_landscape(struct frame *frame, struct area area, const struct office *office,
                            const struct words *words)
{
    double aside = 66, x = area.x + margin;
    struct area main = {area.x, area.y, area.w - aside - margin, area.h};
    struct flow side = {.frame = frame, .view = area, .y = 3.5 - card_gap};
    const struct site *site = &office->sites.items[0];
    struct card hours = {office, words, BLOCK_HELP, site, tr(frame->language, "Opening hours")};
    if (site->hours)
        put_cards(&side, &hours, 1, main.x + main.w, aside);

    double width = main.w - margin - end_margin;
    struct flow flow = flow_begin(frame, main);
    flow.y = 3.5;
    put_sign(&flow, office, x, width);
    put_marks(&flow, words, x, width);
    put_way(&flow, office, x, width);
    put_lists(&flow, office, words, x, width, !site->hours);
    put_contact(&flow, office, x, width);
    put_bring(&flow, office, words, x, width);
    put_note(&flow, words, x, width);
    put_sites(&flow, office, 1, x, width);
    put_related(&flow, office, x, width);
    flow.y += 3;
    flow_end(&flow);
}

void office_build(struct frame *frame)
{
    struct area area = bars_build(frame);
    const struct office *office = office_find(frame->guide, frame->view->visit->now.id);
    const struct words *words = part_words(frame, &office->words);
    if (frame->landscape)
        build_landscape(frame, area, office, words);
    else
        build_portrait(frame, area, office, words);
}
