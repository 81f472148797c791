// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/bars.h"

#include "kiosk/type.h"
#include "text/tr.h"

static const double top_height = 14, bottom_height = 20, rail_width = 40, margin = 5;
static const double slot_height = 16, pill_width = 34.5, slot_gap = 0.5;
enum { SLOTS = 5 };

// Slots whose screens come later stay empty: ACTION_NONE. Their places never change.
struct slot_row {
    enum action_kind action, at_home;
    const char *icon, *icon_at_home;
    const char *label, *label_at_home;
};

static const struct slot_row slots[SLOTS] = {
    {ACTION_BACK, ACTION_END, "arrow-left", "box-arrow-right", N_("Back"), N_("End")},
    {ACTION_HOME, ACTION_HOME, "house-door", "house-door", N_("Home"), N_("Home")},
    {ACTION_SEARCH, ACTION_SEARCH, "search", "search", N_("Search"), N_("Search")},
    {ACTION_NONE},
    {ACTION_DISPLAY, ACTION_DISPLAY, "text-size", "text-size", N_("Display"), N_("Display")},
};

static bool at_home(const struct frame *frame)
{
    return frame->view->visit->now.screen == SCREEN_HOME;
}

// On pages about violence and the like: away at once, without a question.
static bool is_sensitive(const struct frame *frame)
{
    const struct waypoint *now = &frame->view->visit->now;
    const struct page *page = now->screen == SCREEN_PAGE ? page_find(frame->guide, now->id) : NULL;
    return page && page->sensitive;
}

static double put_brand(struct frame *frame, double x, double y, double h, double mark, double size)
{
    const struct language *german = frame->guide->languages.items[0];
    struct type name = {size,          FACE_DISPLAY, LEADING_TITLE, 1.1,
                        INK_ON_PETROL, ALIGN_START,  german,        true};
    struct type town = {3.5,         FACE_REGULAR, LEADING_LABEL, 1.25, INK_ON_PETROL_2,
                        ALIGN_START, german,       true};
    double mark_height = mark * 29 / 24;  // the shape of icons/mark.svg
    frame_icon(frame, x, y + (h - mark_height) / 2, mark, "mark", INK_ON_PETROL);
    double text = x + mark + 2.5, room = frame->wide ? rail_width - text - 1 : 60;
    struct setting n = set_text(frame, name, "Wegweiser", room);
    struct setting t = set_text(frame, town, frame->guide->body, room);
    double top = fmax(1, y + (h - n.height - t.height) / 2);
    if (frame->compact && is_sensitive(frame))  // the exit needs the room
        return x + mark;
    put(frame, &n, text, top);
    put(frame, &t, text, top + n.height);
    return text + n.ink_width;
}

struct key_measures {
    double pad, icon, gap, caret;
};

// What a key needs beside its word.
static double key_rest(const struct key_measures *m)
{
    return 2 * m->pad + m->icon + 2 * m->gap + m->caret;
}

// At the end of the bar, as wide as its word; in the rail it fills the width.
static void put_language_key(struct frame *frame, struct area area, bool fills)
{
    static const struct key_measures bar = {3, 5.5, 2, 3.5}, rail = {2.5, 5.75, 2.75, 3.5},
                                     tight = {1.5, 5, 1.25, 3};
    struct action action = action_of(ACTION_LANGUAGES, NULL);
    struct type type = type_body_bold;
    type.ink = INK_ON_PETROL;
    type.fixed = true;
    struct key_measures m = fills ? rail : bar;
    double word_width = set_text(frame, type, frame->language->endonym, 100).ink_width;
    if (fills && word_width + key_rest(&rail) > area.w)
        m = tight;
    double rest = key_rest(&m);
    struct span word = {frame->language->endonym, FACE_BOLD, false};
    struct setting label = set_fitting(frame, type, &word, 1, area.w - rest, 1, 6);
    if (!fills)
        area = (struct area){area.x + area.w - rest - label.ink_width, area.y,
                             rest + label.ink_width, area.h};
    frame_box(frame, area, 1.5, frame_pressed(frame, &action) ? INK_PETROL_HIGH : INK_PETROL,
              INK_PETROL_LINE);
    frame_icon(frame, area.x + m.pad, area.y + (area.h - m.icon) / 2, m.icon, "translate",
               INK_ON_PETROL);
    label.width = label.ink_width;
    put_middle(frame, &label, area.x + m.pad + m.icon + m.gap, area.y, area.h);
    frame_icon(frame, area.x + area.w - m.pad - m.caret, area.y + (area.h - m.caret) / 2, m.caret,
               "chevron-down", INK_ON_PETROL);
    frame_target(frame, (struct area){area.x, area.y - 2, area.w, area.h + 4}, action);
}

// Returns its width with the gap.
static double put_exit_key(struct frame *frame, struct area area, bool fills)
{
    struct action action = action_of(ACTION_END, NULL);
    bool pressed = frame_pressed(frame, &action);
    const double pad = fills ? 2.5 : 3, icon = 5.5, gap = 2;
    struct type type = type_body_bold;
    type.ink = pressed ? INK_ON_PETROL : INK_TEXT;
    type.fixed = true;
    const char *words = tr(frame->language, "Leave now");
    struct span span = {words, FACE_BOLD, false};
    struct setting label = set_fitting(frame, type, &span, 1,
                                       (fills            ? area.w
                                        : frame->compact ? 33
                                                         : 44) -
                                           2 * pad - icon - gap,
                                       fills ? 2 : 1, 3);
    double width = fills ? area.w : 2 * pad + icon + gap + label.ink_width;
    struct area key = {fills ? area.x : area.x + area.w - width, area.y, width, area.h};
    frame_box(frame, key, 1.5, pressed ? INK_PETROL_HIGH : INK_PAPER, INK_LINE);
    frame_icon(frame, key.x + pad, key.y + (key.h - icon) / 2, icon, "x-lg", type.ink);
    label.width = label.ink_width;
    put_middle(frame, &label, key.x + pad + icon + gap, key.y, key.h);
    double grown = fills ? 0 : 2;
    frame_target(frame, (struct area){key.x, key.y - grown, key.w, key.h + 2 * grown}, action);
    return width + 2;
}

struct slot_view {
    struct action action;
    const char *icon, *label;
    bool on;
};

static struct slot_view slot_at(const struct frame *frame, int i)
{
    const struct slot_row *row = &slots[i];
    bool home = at_home(frame);
    enum action_kind kind = home ? row->at_home : row->action;
    struct slot_view slot = {
        .action = action_of(kind, NULL),
        .icon = home ? row->icon_at_home : row->icon,
        .on = (home && kind == ACTION_HOME) ||
              (kind == ACTION_SEARCH && frame->view->visit->now.screen == SCREEN_SEARCH),
    };
    if (kind != ACTION_NONE)
        slot.label = tr(frame->language, home ? row->label_at_home : row->label);
    return slot;
}

static void put_slot(struct frame *frame, struct area area, const struct slot_view *slot)
{
    bool pressed = frame_pressed(frame, &slot->action);
    enum ink ink = pressed ? INK_ON_PETROL : INK_TEXT;
    if (pressed || slot->on)
        frame_box(frame, area, 1.5, pressed ? INK_PETROL : INK_PETROL_TINT, INK_NONE);
    if (slot->on && !pressed)
        ink = INK_TAG_TEXT;
    struct type type = type_small_bold;
    type.align = ALIGN_CENTER;
    type.ink = ink;
    type.line = 1.15;
    type.fixed = true;
    struct span word = {slot->label, type.face, false};
    double over = frame->compact ? 0 : slot_gap / 2;  // on either side
    struct setting label = set_fitting(frame, type, &word, 1, area.w + 2 * over, 1, 8);
    double icon = 6.5, gap = 1.1, top = area.y + (area.h - icon - gap - label.height) / 2;
    frame_icon(frame, area.x + (area.w - icon) / 2, top, icon, slot->icon, ink);
    put(frame, &label, area.x - over, top + icon + gap);
    frame_target(frame, (struct area){area.x, area.y - 2, area.w, area.h + 4}, slot->action);
}

static struct setting set_only(struct frame *frame, struct type type, double width)
{
    const struct language *language = frame->language;
    struct setting setting;
    do
        // TRANSLATORS: %s is the name of your language, as it calls itself: "English only"
        setting =
            set_sentence(frame, type, tr(language, "%s only"), language->endonym, NULL, width);
    while ((setting.lines.broken || setting.lines.count > 2) && (type.size -= 0.25) >= 3);
    return setting;
}

// "Українська + Deutsch"; side by side "Лише українська"; for whoever reads German a question.
static struct setting set_bilingual(struct frame *frame, struct type type, double width)
{
    const struct language *language = frame->language, *german = frame->guide->languages.items[0];
    if (language == german)
        return set_label(frame, type, tr(language, "In two languages"), width, 2);
    if (frame->view->visit->bilingual)
        return set_only(frame, type, width);
    struct span spans[] = {{language->endonym, FACE_BOLD, true},
                           {" +\u00a0", FACE_BOLD, false},
                           {german->endonym, FACE_BOLD, true}};
    return set_fitting(frame, type, spans, 3, width, 2, 1);
}

static bool is_choosing(const struct frame *frame)
{
    return frame->view->visit->now.screen == SCREEN_LANGUAGES;
}

// Among the languages there is nothing to show in two of them.
static void put_bilingual_key(struct frame *frame, struct area area)
{
    if (is_choosing(frame))
        return;
    struct action action = action_of(ACTION_BILINGUAL, NULL);
    bool on = frame->view->visit->bilingual;
    const double icon = frame->landscape ? 6 : 7.5, gap = frame->landscape ? 1.25 : 1.75, pad = 1.5;
    struct type type = type_label;
    type.ink = INK_ON_YELLOW;
    type.line = type_line(frame->language, 1.3, 1.4);
    type.fixed = true;
    struct setting label = set_bilingual(frame, type, area.w - icon - gap - 2 * pad);
    double x = area.x + (area.w - icon - gap - label.ink_width) / 2;
    frame_box(frame, area, 1.5, frame_pressed(frame, &action) ? INK_YELLOW_PRESSED : INK_YELLOW,
              INK_NONE);
    frame_icon(frame, x, area.y + (area.h - icon) / 2, icon, on ? "x-lg" : "side-by-side",
               INK_ON_YELLOW);
    label.width = label.ink_width;
    put_middle(frame, &label, x + icon + gap, area.y, area.h);
    frame_target(frame, (struct area){area.x, area.y - 2, area.w, area.h + 4}, action);
}

// On a small panel the yellow key has a row of its own.
static double pill_row(const struct frame *frame)
{
    return frame->compact && !is_choosing(frame) ? 15 : 0;
}

// Five slots and the yellow key, from the start of the screen on. Returns where they end.
static double put_bottom_bar(struct frame *frame, double y, double width)
{
    frame_rect(frame, (struct area){0, y, frame->w, frame->h - y}, INK_PAPER);
    frame_rect(frame, (struct area){0, y, frame->w, frame->view->theme->line}, INK_LINE);
    double row = pill_row(frame), top = y + row + (bottom_height - slot_height) / 2;
    double beside = frame->compact ? 0 : pill_width + slot_gap;
    double slot = (width - 2 * margin - beside - slot_gap * SLOTS) / SLOTS;
    for (int i = 0; i < SLOTS; i++) {
        struct slot_view view = slot_at(frame, i);
        struct area area = {margin + i * (slot + slot_gap), top, slot, slot_height};
        if (view.action.kind != ACTION_NONE)
            put_slot(frame, area, &view);
    }
    double pill = width - margin - pill_width;
    if (row > 0)
        put_bilingual_key(frame, (struct area){margin, y + 2, width - 2 * margin, row - 4});
    else if (!frame->compact)
        put_bilingual_key(frame, (struct area){pill, top, pill_width, slot_height});
    return pill + pill_width;
}

static void put_rail_slot(struct frame *frame, struct area area, const struct slot_view *slot)
{
    bool lit = slot->on || frame_pressed(frame, &slot->action);
    if (lit)
        frame_box(frame, area, 1.5, INK_PETROL_HIGH, INK_NONE);
    struct type type = type_body_bold;
    type.ink = INK_ON_PETROL;
    type.fixed = true;
    struct setting label = set_label(frame, type, slot->label, area.w - 2.5 - 5.75 - 2.75, 1);
    frame_icon(frame, area.x + 2.5, area.y + (area.h - 5.75) / 2, 5.75, slot->icon, INK_ON_PETROL);
    put_middle(frame, &label, area.x + 2.5 + 5.75 + 2.75, area.y, area.h);
    frame_target(frame, area, slot->action);
}

// In the rail "Back" and "End" stand last, so that "Home" never moves.
static void put_rail(struct frame *frame)
{
    double y = 13.75, pad = 3, width = rail_width - 2 * pad;
    frame->zone = ZONE_TOP;
    put_language_key(frame, (struct area){pad, y + 2.25, width, 11.5}, true);
    frame->zone = ZONE_BAR;
    y += 2.25 + 11.5 + 2;
    for (int i = 0; i < SLOTS; i++) {
        struct slot_view slot = slot_at(frame, (i + 1) % SLOTS);
        if (slot.action.kind != ACTION_NONE)
            put_rail_slot(frame, (struct area){pad, y, width, 12}, &slot);
        y += 13;
    }
    if (is_sensitive(frame))
        put_exit_key(frame, (struct area){pad, y, width, 12}, true);
    put_bilingual_key(frame, (struct area){pad, frame->h - 4.5 - 15.5, width, 15.5});
}

static const double low_key = 13, low_gap = 2;

// The keys that else stand at the top of the screen and at the end of what is read.
static void put_low_keys(struct frame *frame, struct area area)
{
    double width = (area.w - 2 * low_gap) / 3;
    frame->zone = ZONE_TOP;
    put_language_key(frame, (struct area){area.x, area.y, width, low_key}, true);
    frame->turning = (struct area){area.x + width + low_gap, area.y, 2 * width + low_gap, low_key};
    if (!is_sensitive(frame))
        return;
    put_exit_key(frame, (struct area){area.x + width + low_gap, area.y, width, low_key}, true);
    frame->turning.x += width + low_gap;
    frame->turning.w = width;
}

// What is only read stands above the line: brand, title, lead, code. Below it, what can be touched, and
// directly above the bottom bar those keys.
static struct area build_low(struct frame *frame, double passive)
{
    const double keys = is_choosing(frame) ? 0 : low_key + 4;
    const double bar = bottom_height + pill_row(frame);
    bars_build_brand(frame);
    frame->passive =
        (struct area){margin, top_height + 4, frame->w - 2 * margin, passive - top_height - 4 - 3};
    double y = frame->h - bar - keys;
    frame_rect(frame, (struct area){0, y, frame->w, frame->view->theme->line}, INK_LINE);
    if (keys > 0)
        put_low_keys(frame, (struct area){margin, y + 2, frame->w - 2 * margin, low_key});
    frame->zone = ZONE_BAR;
    put_bottom_bar(frame, frame->h - bar, frame->w);
    return (struct area){0, passive, frame->w, y - passive};
}

// On a wide screen the brand keeps the head of the rail, and the bar has room for those keys.
static struct area build_low_wide(struct frame *frame, double passive)
{
    const double bar = 135;
    double y = frame->h - bottom_height;
    frame_rect(frame, (struct area){0, 0, rail_width, passive}, INK_PETROL);
    put_brand(frame, 4.5, 3.5, 8, 6.62, 4.25);
    frame->passive =
        (struct area){rail_width + margin, 2, frame->w - rail_width - 2 * margin, passive - 4};
    frame->zone = ZONE_BAR;
    double end = put_bottom_bar(frame, y, bar) + 4;
    put_low_keys(frame, (struct area){end, y + (bottom_height - low_key) / 2,
                                      frame->w - margin - end, low_key});
    return (struct area){0, passive, frame->w, y - passive};
}

static struct area build_for_low_reach(struct frame *frame)
{
    const struct view *view = frame->view;
    double passive = panel_passive(&view->panel, view->width, view->height);
    struct area left = (frame->wide ? build_low_wide : build_low)(frame, passive);
    frame_rect(frame, (struct area){0, passive - 0.5, frame->w, 0.5}, INK_YELLOW);
    frame->zone = ZONE_CONTENT;
    return left;
}

struct area bars_build(struct frame *frame)
{
    if (frame->low)
        return build_for_low_reach(frame);
    struct area left = bars_build_brand(frame);
    if (frame->landscape) {
        put_rail(frame);
        frame->zone = ZONE_CONTENT;
        return left;
    }
    frame->zone = ZONE_TOP;
    bool exit = is_sensitive(frame);
    const double brand = exit && frame->compact ? 10 : 38;  // not to be covered
    struct area key = {margin + brand, 2, frame->w - 2 * margin - brand, 10};
    if (exit)
        key.w -= put_exit_key(frame, key, false);
    put_language_key(frame, key, false);
    frame->zone = ZONE_BAR;
    double bar = bottom_height + pill_row(frame);
    put_bottom_bar(frame, frame->h - bar, frame->w);
    frame->zone = ZONE_CONTENT;
    left.h -= bar;
    return left;
}

struct area bars_build_brand(struct frame *frame)
{
    if (frame->landscape) {
        frame_rect(frame, (struct area){0, 0, rail_width, frame->h}, INK_PETROL);
        put_brand(frame, 4.5, 3.5, 8, 6.62, 4.25);
        return (struct area){rail_width, 0, frame->w - rail_width, frame->h};
    }
    frame_rect(frame, (struct area){0, 0, frame->w, top_height}, INK_PETROL);
    put_brand(frame, margin, 0, top_height, 7.03, 4.75);
    return (struct area){0, top_height, frame->w, frame->h - top_height};
}
