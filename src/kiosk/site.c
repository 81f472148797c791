// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/site.h"

#include <math.h>
#include <string.h>

#include "kiosk/contact.h"
#include "kiosk/part.h"
#include "text/tr.h"

static const double icon = 4.5, text_x = 6.5, air = 0.6;

enum { LINES = 3 };

struct site_line {
    const char *icon;
    struct setting text;
    const struct origin *origin;  // NULL: the office's
};

static struct type line_type(const struct frame *frame)
{
    struct type type = type_body;
    type.size = 4;
    type.leading = LEADING_LABEL;
    type.line = type_line(frame->language, 1.3, 0);
    return type;
}

static const char *entrance_text(const struct frame *frame, const struct site *site)
{
    static const char *const texts[] = {
        [ENTRANCE_UNKNOWN] = NULL,
        [ENTRANCE_STEP_FREE] = N_("step-free entrance"),
        [ENTRANCE_STEPS] = N_("steps at the entrance"),
    };
    return texts[site->entrance] ? tr(frame->language, texts[site->entrance]) : NULL;
}

static const char *lift_text(const struct frame *frame, const struct site *site)
{
    static const char *const texts[] = {
        [LIFT_UNKNOWN] = NULL,
        [LIFT_YES] = N_("lift"),
        [LIFT_NO] = N_("no lift"),
    };
    return texts[site->lift] ? tr(frame->language, texts[site->lift]) : NULL;
}

const char *site_access(struct frame *frame, const struct site *site)
{
    const char *entrance = entrance_text(frame, site), *lift = lift_text(frame, site);
    if (entrance && lift)
        return arena_print(frame->arena, "%s · %s", entrance, lift);
    return entrance ? entrance : lift;
}

// "Bus 501": the value is an isolate.
static const char *filled(struct frame *frame, const char *format, const char *value)
{
    return arena_print(frame->arena, tr(frame->language, format),
                       arena_print(frame->arena, "\u2068%s\u2069", value));
}

// One or two facts; a line ends between them rather than within one. No lines: there are none.
static struct setting set_facts(struct frame *frame, const char *first, const char *second,
                                double width)
{
    if (!first && !second)
        return (struct setting){0};
    return set_sentence(frame, line_type(frame), first && second ? "%s · %s" : "%s",
                        first ? first : second, first ? second : NULL, width);
}

static const char *floor_text(struct frame *frame, int floor)
{
    if (floor > 0)
        return arena_print(frame->arena, tr(frame->language, "Floor %d"), floor);
    return tr(frame->language, floor == 0 ? N_("Ground floor") : N_("Basement"));
}

static size_t set_lines(struct frame *frame, const struct site *site, struct site_shown shown,
                        double width, struct site_line lines[LINES])
{
    size_t count = 0;
    const struct room *room = shown.room ? NULL : site->room;
    const struct stop *stop = shown.stop ? NULL : site->stop;
    const char *stairs = site->entrance == ENTRANCE_STEPS ? "stairs" : "wheelchair";
    struct setting access =
        set_facts(frame, entrance_text(frame, site), lift_text(frame, site), width);
    if (room)
        lines[count++] =
            (struct site_line){"door-open",
                               set_facts(frame, filled(frame, N_("Room %s"), room->number),
                                         floor_text(frame, room->floor), width),
                               &room->origin};
    if (stop)
        lines[count++] =
            (struct site_line){"bus-front",
                               set_facts(frame, filled(frame, N_("Bus %s"), stop->line),
                                         filled(frame, N_("Stop: %s"), stop->name), width),
                               &stop->origin};
    if (access.lines.count)
        lines[count++] = (struct site_line){stairs, access, NULL};
    return count;
}

static double put_line(struct frame *frame, const struct site_line *line, double x, double y)
{
    double h = fmax(icon, line->text.height);
    frame_icon(frame, x, y + (fmin(h, line->text.line_height) - icon) / 2, icon, line->icon,
               INK_LINK);
    put_middle(frame, &line->text, x + text_x, y, h);
    return h;
}

// A mark that the hours below have as well is not said twice.
static const char *mark_of(struct frame *frame, const struct site *site,
                           const struct origin *origin)
{
    const char *mark = origin ? part_origin(frame, origin) : NULL;
    const char *below = site->hours ? part_origin(frame, &site->hours->origin) : NULL;
    return mark && below && strcmp(mark, below) == 0 ? NULL : mark;
}

static double put_mark(struct frame *frame, const struct site *site, const struct origin *origin,
                       double x, double y, double width)
{
    const char *mark = mark_of(frame, site, origin);
    return mark ? part_badge(frame, x, y, width, mark) : 0;
}

// German, and at any place of it a line may end.
static double put_address(struct frame *frame, const struct site *site, double x, double y,
                          double width)
{
    double top = y;
    struct type type = type_h3;
    type.language = frame->guide->languages.items[0];
    const char *text =
        arena_print(frame->arena, "\u2068%s\u2069", contact_address(frame, site->address));
    y += put_text(frame, type, text, x, y, width);
    y += put_mark(frame, site, &site->address->origin, x, y, width);
    return y - top;
}

double site_put(struct frame *frame, const struct site *site, struct site_shown shown, double x,
                double y, double width)
{
    double top = y, room = width - text_x;
    struct site_line lines[LINES];
    size_t count = set_lines(frame, site, shown, room, lines);
    if (site->address)
        y += put_address(frame, site, x, y, width);
    for (size_t i = 0; i < count; i++) {
        y += air + put_line(frame, &lines[i], x, y + air);
        y += put_mark(frame, site, lines[i].origin, x + text_x, y, room);
    }
    return y - top;
}
