// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/contact.h"

#include <math.h>
#include <string.h>

#include "base/buf.h"
#include "guide/vcard.h"
#include "kiosk/part.h"
#include "kiosk/site.h"
#include "text/tr.h"

static const double inset = 3;  // of the rows in their card

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
        add_row(frame, rows,
                (struct contact_row){icon, tr(frame->language, label), shown, &contact->origin,
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

const char *contact_street(struct frame *frame, const struct address *address)
{
    const char *street = address->street, *space = strrchr(street, ' ');
    if (!space)
        return street;
    return arena_print(frame->arena, "%.*s\u00a0%s", (int)(space - street), street, space + 1);
}

const char *contact_address(struct frame *frame, const struct address *address)
{
    if (!address)
        return NULL;
    return arena_print(frame->arena, "%s, %s\u00a0%s", contact_street(frame, address),
                       address->postcode, address->city);
}

// Where to call and where to go. Of several sites each has a card of its own.
static struct contact_rows places_of(struct frame *frame, const struct office *office)
{
    struct contact_rows rows = {0};
    for (size_t i = 0; i < office->phones.count; i++) {
        const struct contact *phone = &office->phones.items[i];
        add_contact(frame, &rows, "telephone", N_("Phone"), phone, phone->shown);
    }
    const struct address *address = office->sites.items[0].address;
    if (address && office->sites.count == 1)
        add_row(frame, &rows,
                (struct contact_row){"geo-alt", tr(frame->language, "Address"),
                                     contact_address(frame, address), &address->origin,
                                     frame->guide->languages.items[0]});
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
    add_row(frame, &rows,
            (struct contact_row){"chat-dots", tr(l, "Languages spoken"), spoken(frame, office),
                                 NULL, NULL});
    add_row(frame, &rows,
            (struct contact_row){"people", tr(l, "Interpreting"), interpreting(frame, office), NULL,
                                 NULL});
    if (office->sites.count == 1)
        add_row(frame, &rows,
                (struct contact_row){"wheelchair", tr(l, "Access"),
                                     site_access(frame, &office->sites.items[0]), NULL, NULL});
    return rows;
}

static struct setting set_key(struct frame *frame, const struct contact_row *row, double width)
{
    struct type type = type_label;
    type.face = FACE_REGULAR;
    type.ink = INK_TEXT_2;
    type.line = 1.3;
    struct span span = {row->label, type.face, false};
    return set_fitting(frame, type_shrinkable(frame, type), &span, 1, width, 2, 20);
}

static struct setting set_value(struct frame *frame, const struct contact_row *row, double width)
{
    struct type type = type_body_bold;
    type.line = row->language ? 1.35 : type_line(frame->language, 1.35, 0);
    type.language = row->language;
    struct span span = {row->value, FACE_BOLD, row->language != NULL};
    return set_fitting(frame, type, &span, 1, width, 1, 3);
}

static double mark_height(struct frame *frame, const char *text, double width)
{
    struct mark mark = frame_mark(frame);
    double height = text ? part_badge(frame, 0, 0, width, text) : 0;
    frame_rewind(frame, mark);
    return height;
}

// Where there is little width the label stands above the value. Returns the height.
static double put_contact_row(struct frame *frame, const struct contact_row *row, double x,
                              double y, double width, bool ruled)
{
    const double icon = 5, label_x = 7;
    bool narrow = width < 70;
    double value_x = narrow ? label_x : width > 80 ? 37 : 31, room = width - value_x;
    const char *mark = row->origin ? part_origin(frame, row->origin) : NULL;
    struct setting key = set_key(frame, row, narrow ? room : value_x - label_x - 1);
    struct setting value = set_value(frame, row, room);
    double badge = mark ? set_text(frame, type_small, mark, width).ink_width + 5.5 : 0;
    bool beside = mark && value.lines.count == 1 && value.ink_width + 3 + badge <= room;
    double above = narrow ? key.height : 0;
    double below = beside ? 0 : mark_height(frame, mark, room);
    double texts = above + value.height + below;
    double h = fmax(9, fmax(key.height, texts) + 2), top = y + (h - texts) / 2;
    if (ruled)
        frame_rect(frame, (struct area){x, y, width, 0.125}, INK_HAIR);
    frame_icon(frame, x, y + (h - icon) / 2, icon, row->icon, INK_LINK);
    if (narrow)
        put(frame, &key, x + label_x, top);
    else
        put_middle(frame, &key, x + label_x, y, h);
    put(frame, &value, x + value_x, top + above);
    if (beside)
        part_badge(frame, x + width - badge, top + above + (value.height - 4.4) / 2, badge + 1,
                   mark);
    else if (mark)
        part_badge(frame, x + value_x, top + above + value.height, room, mark);
    return h;
}

// The mark that all facts of a card have in common; NULL: they differ.
static const char *common_mark(struct frame *frame, const struct contact_rows *rows)
{
    const char *common = NULL;
    size_t facts = 0;
    for (size_t i = 0; i < rows->list.count; i++) {
        const struct origin *origin = rows->list.items[i].origin;
        const char *mark = origin ? part_origin(frame, origin) : NULL;
        if (!mark || (common && strcmp(mark, common) != 0))
            return NULL;
        common = mark;
        facts++;
    }
    return facts > 1 ? common : NULL;
}

static void put_contact_card(struct flow *flow, struct contact_rows *rows, double x, double width)
{
    struct frame *frame = flow->frame;
    if (rows->list.count == 0)
        return;
    const char *mark = common_mark(frame, rows);
    for (size_t i = 0; mark && i < rows->list.count; i++)
        rows->list.items[i].origin = NULL;
    flow_gap(flow, 2.5);
    double inner = width - 2 * inset, height = 2.5;
    struct mark before = frame_mark(frame);
    for (size_t i = 0; i < rows->list.count; i++)
        height += put_contact_row(frame, &rows->list.items[i], 0, 0, inner, false);
    if (mark)
        height += part_badge(frame, 0, 0, inner, mark) + 1;
    frame_rewind(frame, before);
    part_card(frame, (struct area){x, flow->y, width, height});
    double y = flow->y + 1.25;
    for (size_t i = 0; i < rows->list.count; i++)
        y += put_contact_row(frame, &rows->list.items[i], x + inset, y, inner, i > 0);
    if (mark)
        part_badge(frame, x + inset, y, inner, mark);
    flow->y += height;
}

void contact_put_places(struct flow *flow, const struct office *office, double x, double width)
{
    struct contact_rows rows = places_of(flow->frame, office);
    put_contact_card(flow, &rows, x, width);
}

// What a telephone can take along: the page where one books, and the office as a contact, which
// needs no internet.
static void put_codes(struct flow *flow, const struct office *office, double x, double width)
{
    struct frame *frame = flow->frame;
    const struct {
        const char *text, *caption;
    } codes[] = {
        {vcard_text(frame->arena, office), tr(frame->language, "Save the contact")},
        {office->appointment ? office->appointment->plain : NULL,
         tr(frame->language, "Book an appointment")},
    };
    const double panel = 42, gap = 2.5;
    double h = 0, at = x;
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        h = fmax(h, part_symbol_height(frame, panel, codes[i].caption));
    flow_gap(flow, 2.5);
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        if (!codes[i].text || at + panel > x + width + 0.01)
            continue;
        part_symbol(frame, (struct area){at, flow->y, panel, h}, codes[i].text, codes[i].caption,
                    true);
        at += panel + gap;
    }
    flow->y += h;
}

void contact_put_rest(struct flow *flow, const struct office *office, double x, double width)
{
    struct contact_rows online = online_of(flow->frame, office);
    struct contact_rows service = service_of(flow->frame, office);
    put_contact_card(flow, &online, x, width);
    put_contact_card(flow, &service, x, width);
    put_codes(flow, office, x, width);
}
