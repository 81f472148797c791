// SPDX-License-Identifier: EUPL-1.2
// The staff's menu behind its PIN: in German, left to right, whatever the visitor reads.
#include <math.h>
#include <string.h>

#include "kiosk/screen.h"
#include "kiosk/type.h"
#include "text/tr.h"

static const double pad = 5, key_height = 13, gap = 1.5, close = 11;

static struct type fixed(struct type type)
{
    type.fixed = true;
    return type;
}

// ---- Keys --------------------------------------------------------------------------------------

static void put_key(struct frame *frame, struct area area, struct action action, const char *icon,
                    const char *text)
{
    bool pressed = frame_pressed(frame, &action);
    struct type type = fixed(type_body_bold);
    type.ink = pressed ? INK_ON_PETROL : INK_TEXT;
    type.align = icon && text ? ALIGN_START : ALIGN_CENTER;
    frame_box(frame, area, 1.5, pressed ? INK_PETROL : INK_PAPER, INK_LINE);
    const double size = 5.5;
    if (icon)
        frame_icon(frame, text ? area.x + 2.5 : area.x + (area.w - size) / 2,
                   area.y + (area.h - size) / 2, size, icon, type.ink);
    double start = icon ? 2.5 + size + 2 : 0;
    if (text) {
        struct setting label = set_label(frame, type, text, area.w - start - (icon ? 2 : 0), 2);
        put_middle(frame, &label, area.x + start, area.y, area.h);
    }
    frame_target(frame, (struct area){area.x, area.y - gap / 2, area.w, area.h + gap}, action);
}

static double put_head(struct frame *frame, const char *title, double x, double y, double width)
{
    struct type type = fixed(type_h2);
    struct setting label = set_label(frame, type, title, width - close - 2, 1);
    put_middle(frame, &label, x, y, close);
    put_key(frame, (struct area){x + width - close, y, close, close}, action_of(ACTION_BACK, NULL),
            "x-lg", NULL);
    return close;
}

// ---- The PIN -----------------------------------------------------------------------------------

// What is typed is not shown, only how much.
static const char *state_of_pin(struct frame *frame)
{
    const struct view *view = frame->view;
    if (view->locked_until.date.year) {
        frame_expires(frame, view->locked_until);
        return arena_print(frame->arena,
                           tr_staff("Too many wrong tries. The next one can be made at %d:%02d."),
                           view->locked_until.minute / 60, view->locked_until.minute % 60);
    }
    size_t length = strlen(view->staff->pin);
    if (length == 0)
        return view->staff->wrong > 0 ? tr_staff("That was not the PIN.") : tr_staff("PIN");
    char *dots = arena_alloc(frame->arena, length * strlen("● ") + 1);
    dots[0] = '\0';
    for (size_t i = 0; i < length; i++)
        strcat(dots, i == 0 ? "●" : " ●");
    return dots;
}

static void put_digits(struct frame *frame, double x, double y, double width)
{
    double w = (width - 2 * gap) / 3;
    for (int i = 0; i < 12; i++) {
        struct area key = {x + i % 3 * (w + gap), y + i / 3 * (key_height + gap), w, key_height};
        char digit[2] = {i == 10 ? '0' : (char)('1' + i)};
        if (i == 9)
            put_key(frame, key, action_of(ACTION_ERASE, NULL), "backspace", NULL);
        else if (i == 11)
            put_key(frame, key, action_of(ACTION_UNLOCK, NULL), "check-lg", NULL);
        else
            put_key(frame, key, action_of(ACTION_DIGIT, digit), NULL, digit);
    }
}

static void put_pin(struct frame *frame)
{
    const double state = 12, width = 72;
    double h = 2 * pad + close + state + 4 * (key_height + gap) - gap;
    double x = (frame->w - width) / 2 + pad, y = (frame->h - h) / 2, inner = width - 2 * pad;
    frame_box(frame, (struct area){x - pad, y, width, h}, 2.5, INK_PAPER, INK_LINE);
    y += pad;
    y += put_head(frame, tr_staff("For staff"), x, y, inner);
    struct setting text = set_label(frame, fixed(type_body), state_of_pin(frame), inner, 2);
    put_middle(frame, &text, x, y, state);
    put_digits(frame, x, y + state, inner);
}

// ---- The menu ----------------------------------------------------------------------------------

static double put_row(struct frame *frame, const char *name, const char *value, double x, double y,
                      double width)
{
    const double names = 32;
    double a = put_text(frame, fixed(type_small), name, x, y + 0.5, names - 2);
    double b = put_text(frame, fixed(type_body), value, x + names, y, width - names);
    return fmax(a, b) + 1;
}

static const char *content_of(struct frame *frame)
{
    const struct guide *guide = frame->guide;
    if (!guide)
        return tr_staff("none that could be shown");
    int offered = 0;
    for (size_t i = 0; i < guide->languages.count; i++)
        offered += guide->offered[i];
    return arena_print(frame->arena, tr_staff("%d pages, %d offices, %d languages"),
                       (int)guide->pages.count, (int)guide->offices.count, offered);
}

static const char *panel_of(struct frame *frame)
{
    const struct view *view = frame->view;
    const char *mm = view->panel.width ? arena_print(frame->arena, ", %d × %d mm",
                                                     view->panel.width, view->panel.height)
                                       : "";
    return arena_print(frame->arena, "%d × %d px%s, 1 u = %.2f px", view->width, view->height, mm,
                       frame->u);
}

static double put_facts(struct frame *frame, double x, double y, double width)
{
    const struct view *view = frame->view;
    const struct content_report *report = view->report;
    const char *state = !frame->guide ? tr_staff("The content has faults; there is none to show.")
                        : report->kept
                            ? tr_staff("The content has faults; the last good one is shown.")
                            : tr_staff("The content is good and shown.");
    double top = y;
    y += put_row(frame, tr_staff("State"), state, x, y, width);
    y += put_row(frame, tr_staff("Content"), content_of(frame), x, y, width);
    y += put_row(frame, tr_staff("Folder"), report->folder, x, y, width);
    y += put_row(frame, tr_staff("Program"), "Wegweiser " VERSION, x, y, width);
    y += put_row(frame, tr_staff("Screen"), panel_of(frame), x, y, width);
    y += put_row(frame, tr_staff("Town's time"),
                 arena_print(frame->arena, "%02d.%02d.%04d, %d:%02d", view->now.date.day,
                             view->now.date.month, view->now.date.year, view->now.minute / 60,
                             view->now.minute % 60),
                 x, y, width);
    frame_expires(frame, moment_plus_seconds(view->now, 60));
    if (view->wrong_clock)
        y += put_row(frame, "", tr_staff("The clock is slow: the content is newer."), x, y, width);
    return y - top;
}

// As many as there is room for; all of them are in the log.
static void put_faults(struct frame *frame, double x, double y, double width, double bottom)
{
    const char *faults = frame->view->report->faults;
    while (*faults) {
        size_t length = strcspn(faults, "\n");
        struct setting line =
            set_text(frame, fixed(type_small), arena_copy(frame->arena, faults, length), width);
        if (y + line.height > bottom)
            return;
        y += put(frame, &line, x, y) + 0.75;
        faults += length + (faults[length] == '\n');
    }
}

static void put_menu(struct frame *frame)
{
    static const struct {
        enum action_kind action;
        const char *icon;
    } keys[] = {
        {ACTION_RELOAD, "arrow-clockwise"},
        {ACTION_QUIT, "power"},
    };
    const char *const words[] = {tr_staff("Read again"), tr_staff("Quit")};
    enum { KEYS = sizeof keys / sizeof *keys };
    double width = fmin(frame->w - 2 * pad, 150), x = (frame->w - width) / 2, y = pad;
    y += put_head(frame, tr_staff("For staff"), x, y, width) + 3;
    y += put_facts(frame, x, y, width) + 2;
    double bottom = frame->h - pad - key_height, w = (width - (KEYS - 1) * gap) / KEYS;
    put_faults(frame, x, y, width, bottom - 3);
    for (int i = 0; i < KEYS; i++)
        put_key(frame, (struct area){x + i * (w + gap), bottom, w, key_height},
                action_of(keys[i].action, NULL), keys[i].icon, words[i]);
}

void service_build(struct frame *frame)
{
    struct frame german = *frame;
    german.language = language_find("de");
    german.mirrored = false;
    if (frame->view->staff->stage == STAFF_PIN)
        put_pin(&german);
    else
        put_menu(&german);
}
