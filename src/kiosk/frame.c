// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/frame.h"

#include <math.h>
#include <string.h>

static const double least_wide = 200;   // narrower screens are laid out upright
static const double least_usual = 120;  // and those in fewer columns
// Lower screens are in reach as they are.
static const double least_low = 200, least_low_wide = 120;

struct frame frame_begin(const struct view *view, struct scene *scene)
{
    scene_clear(scene);
    scene->width = view->width;
    scene->height = view->height;
    double u = panel_unit(&view->panel, view->width, view->height);
    const struct guide *guide = view->guide;
    int language = guide ? guide_language(guide, view->visit->language) : -1;
    const struct language *spoken =
        language < 0 ? language_find("de") : guide->languages.items[language];
    struct frame frame = {
        .view = view,
        .scene = scene,
        .arena = scene->arena,
        .guide = view->guide,
        .language = spoken,
        .language_index = language < 0 ? 0 : language,
        .u = u,
        .w = view->width / u,
        .h = view->height / u,
        .compact = view->width / u < least_usual,
        .wide = view->width / u >= least_wide,
        .mirrored = spoken->rtl,
    };
    frame.low =
        view->visit->comfort.low_reach && frame.h >= (frame.wide ? least_low_wide : least_low);
    frame.landscape = frame.wide && !frame.low;
    scene->ground = view->theme->colour[INK_GROUND];
    return frame;
}

int frame_px(const struct frame *frame, double units)
{
    return (int)lround(units * frame->u);
}

// Edges are snapped, not sizes: neighbours meet without a gap.
struct rect frame_place(const struct frame *frame, struct area area)
{
    double start = frame->mirrored ? frame->w - area.x - area.w : area.x;
    struct rect box = {frame_px(frame, start), frame_px(frame, area.y), 0, 0};
    box.w = frame_px(frame, start + area.w) - box.x;
    box.h = frame_px(frame, area.y + area.h) - box.y;
    return box;
}

struct mark frame_mark(const struct frame *frame)
{
    const struct scene *scene = frame->scene;
    return (struct mark){scene->draws.count, scene->targets.count, scene->legends.count};
}

void frame_rewind(struct frame *frame, struct mark mark)
{
    frame->scene->draws.count = mark.draws;
    frame->scene->targets.count = mark.targets;
    frame->scene->legends.count = mark.legends;
}

struct draw *frame_add(struct frame *frame, enum draw_kind kind, struct rect box, enum ink ink)
{
    struct draw *draw = list_add(frame->arena, &frame->scene->draws);
    *draw = (struct draw){
        .kind = kind,
        .scrolls = frame->scrolls,
        .box = box,
        .colour = frame->view->theme->colour[ink],
    };
    return draw;
}

// ---- Boxes -----------------------------------------------------------------------------------

void frame_rect(struct frame *frame, struct area area, enum ink ink)
{
    frame_add(frame, DRAW_RECT, frame_place(frame, area), ink);
}

static struct rect inset(struct rect box, int by)
{
    return (struct rect){box.x + by, box.y + by, box.w - 2 * by, box.h - 2 * by};
}

void frame_box(struct frame *frame, struct area area, double radius, enum ink fill,
               enum ink boundary)
{
    struct rect box = frame_place(frame, area);
    int line = boundary == INK_NONE ? 0 : frame_px(frame, frame->view->theme->line);
    int r = frame_px(frame, radius);
    if (line)
        frame_add(frame, DRAW_ROUND, box, boundary)->radius = r;
    if (fill != INK_NONE)
        frame_add(frame, DRAW_ROUND, inset(box, line), fill)->radius = r > line ? r - line : 0;
}

void frame_key(struct frame *frame, struct area area, bool chosen, bool pressed)
{
    const double radius = 1.5, edge = 0.75;
    bool heavy = chosen && frame->view->theme == &theme_contrast;
    if (heavy) {
        frame_box(frame, area, radius, INK_LINE, INK_NONE);
        area = (struct area){area.x + edge, area.y + edge, area.w - 2 * edge, area.h - 2 * edge};
    }
    enum ink fill = pressed ? INK_PETROL : chosen && !heavy ? INK_PETROL_TINT : INK_PAPER;
    frame_box(frame, area, heavy ? radius - edge : radius, fill, heavy ? INK_NONE : INK_LINE);
}

enum ink frame_outline(const struct frame *frame)
{
    return frame->view->theme == &theme_contrast ? INK_LINE : INK_NONE;
}

void frame_polygon(struct frame *frame, struct area area, const double (*corners)[2], int count,
                   enum ink ink)
{
    struct rect box = frame_place(frame, area);
    struct draw *draw = frame_add(frame, DRAW_POLYGON, box, ink);
    draw->polygon.count = count;
    for (int i = 0; i < count; i++) {
        double x = corners[i][0] * frame->u;
        draw->polygon.x[i] = (float)(frame->mirrored ? box.w - x : x);
        draw->polygon.y[i] = (float)(corners[i][1] * frame->u);
    }
}

void frame_arm(struct frame *frame, struct area area, double point, bool backwards, enum ink ink)
{
    double tip = backwards ? 0 : area.w, neck = backwards ? point : area.w - point;
    double tail = backwards ? area.w : 0;
    const double corners[5][2] = {
        {tail, 0}, {neck, 0}, {tip, area.h / 2}, {neck, area.h}, {tail, area.h}};
    frame_polygon(frame, area, corners, 5, ink);
}

void frame_ring(struct frame *frame, struct area area, double width, double part, enum ink ink)
{
    struct draw *draw = frame_add(frame, DRAW_RING, frame_place(frame, area), ink);
    draw->ring.part = part;
    draw->ring.width = frame_px(frame, width);
}

// DESIGN §9: arrows, carets, sign-out, signpost, the key that erases.
static bool has_direction(const char *icon)
{
    static const char *const icons[] = {"arrow-left",    "arrow-right",     "backspace",
                                        "chevron-right", "box-arrow-right", "signpost-2",
                                        "toggle-off",    "toggle-on"};
    for (size_t i = 0; i < sizeof icons / sizeof icons[0]; i++)
        if (strcmp(icons[i], icon) == 0)
            return true;
    return false;
}

void frame_icon(struct frame *frame, double x, double y, double size, const char *name,
                enum ink ink)
{
    struct area area = {x, y, size, size};
    struct draw *draw = frame_add(frame, DRAW_ICON, frame_place(frame, area), ink);
    draw->icon.name = arena_text(frame->arena, name);
    draw->icon.mirrored = frame->mirrored && has_direction(name);
}

void frame_symbol(struct frame *frame, struct area area, const char *text)
{
    struct faults faults = {0};
    struct symbol *symbol = symbol_new(text, SYMBOL_SCREEN, &faults);
    faults_free(&faults);
    if (!symbol)
        return;  // the checker has warned of the long address
    *list_add(frame->arena, &frame->scene->symbols) = symbol;
    struct rect box = frame_place(frame, area);
    int size = symbol_size(symbol);
    int module = (box.w < box.h ? box.w : box.h) / (size + 2 * QUIET_ZONE);
    box.x += (box.w - size * module) / 2;
    box.y += (box.h - size * module) / 2;
    box.w = box.h = size * module;
    struct draw *draw = frame_add(frame, DRAW_SYMBOL, box, INK_SYMBOL);
    draw->code.symbol = symbol;
    draw->code.module = module;
}

// ---- Touch, time -------------------------------------------------------------------------------

void frame_target(struct frame *frame, struct area area, struct action action)
{
    *list_add(frame->arena, &frame->scene->targets) =
        (struct target){frame_place(frame, area), action, frame->scrolls, frame->zone};
}

static void put_edge(struct frame *frame, struct rect box, int width, enum ink ink)
{
    const struct rect sides[] = {{box.x, box.y, box.w, width},
                                 {box.x, box.y + box.h - width, box.w, width},
                                 {box.x, box.y, width, box.h},
                                 {box.x + box.w - width, box.y, width, box.h}};
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        frame_add(frame, DRAW_RECT, sides[i], ink);
}

// Seen on every ground: light, dark and yellow. The ring lies within the target, which reaches into
// the gaps round what is drawn.
void frame_focus(struct frame *frame)
{
    const struct target *target = scene_target_of(frame->scene, &frame->view->focus);
    if (frame->view->focus.kind == ACTION_NONE || !target)
        return;
    int ring = frame_px(frame, 0.75), inner = frame_px(frame, 0.4);
    struct rect box = target->box;
    frame->scrolls = target->scrolls;
    put_edge(frame, box, ring, INK_FOCUS);
    box = (struct rect){box.x + ring, box.y + ring, box.w - 2 * ring, box.h - 2 * ring};
    put_edge(frame, box, inner, INK_FOCUS_INNER);
    frame->scrolls = false;
}

bool frame_pressed(const struct frame *frame, const struct action *action)
{
    return frame->view->pressed.kind != ACTION_NONE && action_equal(&frame->view->pressed, action);
}

void frame_expires(struct frame *frame, struct moment moment)
{
    struct moment *expires = &frame->scene->expires;
    if (moment.date.year && (!expires->date.year || moment_compare(moment, *expires) < 0))
        *expires = moment;
}
