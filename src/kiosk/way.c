// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/way.h"

#include <math.h>
#include <string.h>

#include "kiosk/contact.h"
#include "kiosk/part.h"
#include "text/tr.h"

struct way_arm {
    const char *icon;
    const char *format, *value;  // a sentence and what stands in the place of its %s
    struct setting text;
};

enum { ARMS = 3 };

static const double arm_height = 15, stacked_height = 11, point = 4, overlap = 2.75,
                    icon_size = 6.5, icon_gap = 1.75;
static const double first_start = 2.75, further_start = 6, before_point = 0.75;

// How the arms share the width: outdoors, then indoors.
static const double shares[2][ARMS] = {{0.74, 1.14, 1.28}, {1, 1.16, 1}};

// A short value stays on the line of the word before it: "Zimmer E.04".
static const char *glued_format(struct frame *frame, const char *format, const char *value)
{
    const char *sign = strstr(format, " %");
    if (!value || !sign || strlen(value) > 6)
        return format;
    return arena_print(frame->arena, "%.*s\u00a0%s", (int)(sign - format), format, sign + 1);
}

// In the building where the kiosk stands.
static bool is_indoors(const struct frame *frame, const struct site *site)
{
    const char *here = frame->guide->kiosk_building;
    return here && site->building && strcmp(here, site->building) == 0;
}

static bool name_indoors(struct frame *frame, const struct site *site, struct way_arm arms[ARMS])
{
    const struct language *language = frame->language;
    if (!site->room)
        return false;
    const char *floor = arena_print(frame->arena, "%d", site->room->floor);
    bool up = site->room->floor != 0, lift = site->lift == LIFT_YES;
    const char *middle = !up    ? N_("Stay on the ground floor")
                         : lift ? N_("Lift or stairs: floor %s")
                                : N_("Stairs: floor %s");
    arms[0] = (struct way_arm){.icon = "way-pin", .format = tr(language, "You are here: entrance")};
    arms[1] = (struct way_arm){.icon = !up    ? "building"
                                       : lift ? "lift"
                                              : "stairs",
                               .format = tr(language, middle),
                               .value = floor};
    arms[2] = (struct way_arm){
        .icon = "way-door", .format = tr(language, "Room %s"), .value = site->room->number};
    return true;
}

static bool name_outdoors(struct frame *frame, const struct site *site, struct way_arm arms[ARMS])
{
    const struct language *language = frame->language;
    if (!site->stop || !site->address)
        return false;
    arms[0] = (struct way_arm){
        .icon = "bus-front", .format = tr(language, "Bus %s"), .value = site->stop->line};
    arms[1] = (struct way_arm){
        .icon = "geo-alt", .format = tr(language, "Stop: %s"), .value = site->stop->name};
    arms[2] = (struct way_arm){
        .icon = "house-door", .format = "%s", .value = contact_street(frame, site->address)};
    return true;
}

// Who is in the building needs no bus to it.
struct site_shown way_shows(const struct frame *frame, const struct office *office)
{
    const struct site *site = &office->sites.items[0];
    if (is_indoors(frame, site))
        return (struct site_shown){.room = true, .stop = true};
    return (struct site_shown){.stop = site->stop && site->address};
}

static double arm_start(int arm)
{
    return arm == 0 ? first_start : further_start;
}

// All in one size. False: some arm needs more than two lines, or has a broken word.
static bool set_arms(struct frame *frame, struct way_arm arms[ARMS], const double widths[ARMS],
                     double size)
{
    struct type type = type_label;
    type.size = size;
    type.line = type_line(frame->language, 1.27, 0);
    type.fixed = true;
    bool fit = true;
    for (int i = 0; i < ARMS; i++) {
        double room = widths[i] - arm_start(i) - icon_size - icon_gap - point - before_point;
        const char *glued = glued_format(frame, arms[i].format, arms[i].value);
        arms[i].text = set_sentence(frame, type, glued, arms[i].value, NULL, room);
        if (arms[i].text.lines.broken)
            arms[i].text = set_sentence(frame, type, arms[i].format, arms[i].value, NULL, room);
        fit &= arms[i].text.lines.count <= 2 && !arms[i].text.lines.broken;
    }
    return fit;
}

static void put_arm(struct frame *frame, struct area area, struct way_arm *arm, int i)
{
    bool last = i == ARMS - 1;
    double notch = i ? point : 0, w = area.w, h = area.h;
    const double corners[6][2] = {{0, 0},         {w - point, 0}, {w, h / 2},
                                  {w - point, h}, {0, h},         {notch, h / 2}};
    enum ink ink = last ? INK_ON_YELLOW : INK_TEXT;
    double start = area.x + arm_start(i);
    frame_polygon(frame, area, corners, 6, last ? INK_YELLOW : INK_PAPER);
    frame_icon(frame, start, area.y + (h - icon_size) / 2, icon_size, arm->icon, ink);
    arm->text.type.ink = ink;
    put_middle(frame, &arm->text, start + icon_size + icon_gap, area.y, h);
}

// Three arms that point the way; the last one is yellow.
void way_put(struct flow *flow, const struct office *office, double x, double width)
{
    struct frame *frame = flow->frame;
    const struct site *site = &office->sites.items[0];
    bool indoors = is_indoors(frame, site);
    struct way_arm arms[ARMS];
    if (!(indoors ? name_indoors : name_outdoors)(frame, site, arms))
        return;
    // Where there is no width for three, one stands below the other.
    bool stacked = frame->compact;
    const double *share = shares[indoors];
    double unit = (width + 2 * overlap) / (share[0] + share[1] + share[2]);
    double widths[ARMS], h = stacked ? stacked_height : arm_height, at = x;
    for (int i = 0; i < ARMS; i++)
        widths[i] = stacked ? width : share[i] * unit;
    // Below the smallest size of all other text only where a street would be torn.
    static const double sizes[] = {3.75, 3.5, 3.25, 3};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        if (set_arms(frame, arms, widths, sizes[i]))
            break;
    for (int i = 0; i < ARMS; i++)
        h = fmax(h, arms[i].text.height + 3);
    flow_gap(flow, 2.5);
    for (int i = 0; i < ARMS; i++) {
        if (stacked && i > 0)
            flow->y += h + 1;
        put_arm(frame, (struct area){at, flow->y, widths[i], h}, &arms[i], i);
        at += stacked ? 0 : widths[i] - overlap;
    }
    flow->y += h;
    const struct origin *origin = site->room   ? &site->room->origin
                                  : site->stop ? &site->stop->origin
                                               : NULL;
    if (origin && part_origin(frame, origin))
        flow->y += 1 + part_badge(frame, x, flow->y + 1, width, part_origin(frame, origin));
}
