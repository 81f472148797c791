// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/way.h"

#include <string.h>

#include "kiosk/part.h"
#include "text/tr.h"

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
void way_put(struct flow *flow, const struct office *office, double x, double width)
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
    flow_gap(flow, 2.5);
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
