// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/kiosk.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "guide/load.h"
#include "kiosk/gesture.h"
#include "kiosk/paint.h"
#include "kiosk/parallel.h"
#include "kiosk/screen.h"

enum {
    FRAME = 16,              // ms between two frames of an animation
    PAGE_CHANGE = 200,       // ms
    SCREENFUL_CHANGE = 250,  // ms
    GREETING_STAYS = 4000,   // ms from one greeting to the next
    GREETING_MOVES = 500,    // of these
};

// Seconds without a touch before the countdown; 0: never.
static const int idle_seconds[SCREENS] = {
    [SCREEN_ATTRACT] = 0, [SCREEN_LANGUAGES] = 90, [SCREEN_HOME] = 90,       [SCREEN_TOPIC] = 90,
    [SCREEN_PAGE] = 150,  [SCREEN_OFFICE] = 150,   [SCREEN_EMERGENCY] = 150, [SCREEN_SEARCH] = 150,
};
static const int staff_idle_seconds = 90, parallel_idle_seconds = 240;

struct kiosk {
    SDL_Renderer *renderer;
    struct painter *painter;
    const struct fontmap *fontmap;
    struct fonts *fonts;
    struct layouts *layouts;
    struct guide *guide;
    struct kiosk_settings settings;
    int width, height;
    struct search *search;  // NULL: not needed so far
    int search_language;

    struct visit visit;
    struct staff staff;
    bool in_corner;         // a finger rests in the staff's corner, …
    uint64_t corner_since;  // … from this ms on
    struct arena *report_arena;
    struct content_report report;
    struct action pressed;
    bool keys;             // somebody uses keys: what they act on has a ring
    struct action focus;   // with keys
    uint64_t scanned_at;   // ms at which the ring moved on by itself
    bool repeating;        // a key is held down: it counts once (EN 301 549, 5.7)
    struct action struck;  // the key of the on-screen keyboard that was last used, …
    uint64_t struck_at;    // … at this ms
    struct fingers fingers;
    struct scene *scene;
    bool stale;      // the scene must be built again
    bool unpainted;  // the scene is right, the screen is not

    struct moment town;  // the town's time …
    int town_second;
    uint64_t town_at;  // … at this ms

    uint64_t touched;   // ms of the last input
    uint64_t asked_at;  // of the countdown's begin
    uint64_t attract_since;
    double attract;

    SDL_Texture *before;  // the screen that fades away; NULL: none
    uint64_t fade_since;
    int fade_sign;  // 1: forward in reading direction, -1: back

    bool gliding;  // the content moves to rest
    int glide_from, glide_to;
    uint64_t glide_since;
    int drag_from;  // offset when the finger went down
};

// ---- Time --------------------------------------------------------------------------------------

void kiosk_set_town_time(struct kiosk *kiosk, uint64_t now, struct moment town, int second)
{
    kiosk->town = town;
    kiosk->town_second = second;
    kiosk->town_at = now;
}

static struct moment town_time(const struct kiosk *kiosk, uint64_t now)
{
    long seconds = (long)((now - kiosk->town_at) / 1000) + kiosk->town_second;
    return moment_plus_seconds(kiosk->town, seconds);
}

// ms until the scene expires; -1: never.
static int64_t until_expiry(const struct kiosk *kiosk, uint64_t now)
{
    struct moment at = kiosk->scene->expires;
    if (!at.date.year)
        return -1;
    int64_t minutes = (int64_t)(date_number(at.date) - date_number(kiosk->town.date)) * 24 * 60 +
                      at.minute - kiosk->town.minute;
    int64_t ms = (minutes * 60 - kiosk->town_second) * 1000 - (int64_t)(now - kiosk->town_at);
    return ms > 0 ? ms : 0;
}

static double ease_out(double t)
{
    return 1 - pow(1 - t, 3);
}

static double ease_in_out(double t)
{
    return t < 0.5 ? 4 * t * t * t : 1 - pow(2 - 2 * t, 3) / 2;
}

static double part_done(uint64_t since, uint64_t now, int duration)
{
    return now - since >= (uint64_t)duration ? 1 : (double)(now - since) / duration;
}

// ---- The scene ---------------------------------------------------------------------------------

// The index of a language is made when somebody looks for something.
static const struct search *search_of(struct kiosk *kiosk)
{
    if (kiosk->visit.now.screen != SCREEN_SEARCH)
        return NULL;
    int language = guide_language(kiosk->guide, kiosk->visit.language);
    if (!kiosk->search || kiosk->search_language != language) {
        search_free(kiosk->search);
        kiosk->search = search_new(kiosk->guide, language);
        kiosk->search_language = language;
    }
    return kiosk->search;
}

static const double text_factors[TEXT_SIZES] = {[TEXT_M] = 1, [TEXT_L] = 1.25, [TEXT_XL] = 1.5};

// The full minute from which on a PIN can be tried again; year 0: now.
static struct moment locked_until(const struct kiosk *kiosk, uint64_t now)
{
    if (now >= kiosk->staff.locked_until)
        return (struct moment){{0}, 0};
    return moment_plus_seconds(town_time(kiosk, kiosk->staff.locked_until), 60);
}

// No network, a flat battery: the clock is behind the content.
static bool clock_is_wrong(const struct kiosk *kiosk, uint64_t now)
{
    struct date today = town_time(kiosk, now).date;
    return kiosk->settings.by_clock && kiosk->guide &&
           date_compare(today, kiosk->guide->newest) < 0;
}

static void rebuild(struct kiosk *kiosk, uint64_t now)
{
    struct view view = {
        .guide = kiosk->guide,
        .visit = &kiosk->visit,
        .pressed = kiosk->pressed,
        .focus = kiosk->keys ? kiosk->focus : action_of(ACTION_NONE, NULL),
        .theme = kiosk->visit.comfort.contrast ? &theme_contrast : &theme_light,
        .text_size = text_factors[kiosk->visit.comfort.text],
        .search = search_of(kiosk),
        .fonts = kiosk->fonts,
        .layouts = kiosk->layouts,
        .fontmap = kiosk->fontmap,
        .width = kiosk->width,
        .height = kiosk->height,
        .panel = kiosk->settings.panel,
        .address = kiosk->settings.address,
        .staff = &kiosk->staff,
        .locked_until = locked_until(kiosk, now),
        .report = &kiosk->report,
        .now = town_time(kiosk, now),
        .wrong_clock = clock_is_wrong(kiosk, now),
        .attract = kiosk->attract,
    };
    struct scroll was = kiosk->scene->scroll;
    screen_build(&view, kiosk->scene);
    if (kiosk->keys && !scene_target_of(kiosk->scene, &kiosk->focus)) {  // a new screen
        const struct target *first =
            scene_next_shown(kiosk->scene, &kiosk->focus, kiosk->visit.now.screenful);
        view.focus = kiosk->focus = first ? first->action : action_of(ACTION_NONE, NULL);
        screen_build(&view, kiosk->scene);
    }
    struct scroll *scroll = &kiosk->scene->scroll;
    if (kiosk->gliding || kiosk->fingers.dragging) {
        scroll->offset = was.offset;
        scroll->moving = was.moving;
    }
    if (scroll->starts.count && kiosk->visit.now.screenful >= (int)scroll->starts.count)
        kiosk->visit.now.screenful = (int)scroll->starts.count - 1;
    kiosk->stale = false;
    kiosk->unpainted = true;
}

static int view_unit(const struct kiosk *kiosk)
{
    return (int)ceil(panel_unit(&kiosk->settings.panel, kiosk->width, kiosk->height));
}

struct kiosk *kiosk_new(SDL_Renderer *renderer, int width, int height,
                        const struct fontmap *fontmap, struct fonts *fonts, struct guide *guide,
                        const struct kiosk_settings *settings, uint64_t now, struct moment town)
{
    struct kiosk *kiosk = calloc(1, sizeof *kiosk);
    if (!kiosk)
        memory_exhausted();
    kiosk->renderer = renderer;
    kiosk->painter = painter_new(renderer, fonts, width, height);
    kiosk->fontmap = fontmap;
    kiosk->fonts = fonts;
    kiosk->layouts = layouts_new(fonts);
    kiosk->guide = guide;
    kiosk->settings = *settings;
    kiosk->width = width;
    kiosk->height = height;
    kiosk->visit = visit_new(settings->comfort);
    kiosk->report_arena = arena_new();
    kiosk->report = (struct content_report){.folder = "", .faults = ""};
    kiosk->scene = scene_new();
    kiosk->touched = kiosk->attract_since = now;
    kiosk_set_town_time(kiosk, now, town, 0);
    if (settings->language && guide) {
        struct action choose = action_of(ACTION_LANGUAGE, settings->language);
        visit_act(&kiosk->visit, &choose, 0);
    }
    rebuild(kiosk, now);
    return kiosk;
}

void kiosk_free(struct kiosk *kiosk)
{
    if (!kiosk)
        return;
    if (kiosk->before)
        SDL_DestroyTexture(kiosk->before);
    painter_free(kiosk->painter);
    layouts_free(kiosk->layouts);
    scene_free(kiosk->scene);
    search_free(kiosk->search);
    guide_free(kiosk->guide);
    arena_free(kiosk->report_arena);
    free(kiosk);
}

void kiosk_set_guide(struct kiosk *kiosk, struct guide *guide)
{
    search_free(kiosk->search);
    kiosk->search = NULL;
    guide_free(kiosk->guide);
    kiosk->guide = guide;
    visit_repair(&kiosk->visit, guide);
    kiosk->gliding = false;  // its goal was a place of the old layout
    kiosk->stale = true;
}

void kiosk_set_report(struct kiosk *kiosk, const struct content_report *report)
{
    struct arena *arena = arena_new();
    kiosk->report = *report;
    kiosk->report.folder = arena_text(arena, report->folder);
    kiosk->report.faults = arena_text(arena, report->faults);
    arena_free(kiosk->report_arena);
    kiosk->report_arena = arena;
    kiosk->stale |= kiosk->staff.stage != STAFF_AWAY;
}

enum staff_wish kiosk_wish(struct kiosk *kiosk)
{
    enum staff_wish wish = kiosk->staff.wish;
    kiosk->staff.wish = WISH_NONE;
    return wish;
}

void kiosk_set_size(struct kiosk *kiosk, int width, int height)
{
    kiosk->width = width;
    kiosk->height = height;
    kiosk->stale = true;
    if (kiosk->before)
        SDL_DestroyTexture(kiosk->before);
    kiosk->before = NULL;
}

// ---- Change ------------------------------------------------------------------------------------

// Keeps a picture of what is shown, to fade it away over what comes.
static void begin_fade(struct kiosk *kiosk, int sign, uint64_t now)
{
    if (kiosk->visit.comfort.calm)
        return;
    if (!kiosk->before)
        kiosk->before = SDL_CreateTexture(kiosk->renderer, SDL_PIXELFORMAT_RGB888,
                                          SDL_TEXTUREACCESS_TARGET, kiosk->width, kiosk->height);
    if (!kiosk->before)
        return;  // no animation then
    SDL_SetTextureBlendMode(kiosk->before, SDL_BLENDMODE_BLEND);
    SDL_SetRenderTarget(kiosk->renderer, kiosk->before);
    painter_draw(kiosk->painter, kiosk->scene);
    SDL_SetRenderTarget(kiosk->renderer, NULL);
    kiosk->fade_since = now;
    kiosk->fade_sign = sign;
}

static void begin_glide(struct kiosk *kiosk, int to, uint64_t now)
{
    kiosk->gliding = true;
    kiosk->glide_from = kiosk->scene->scroll.offset;
    kiosk->glide_to = to;
    kiosk->glide_since = kiosk->visit.comfort.calm ? now - SCREENFUL_CHANGE : now;
    kiosk->scene->scroll.moving = true;
}

static bool same_place(const struct waypoint *a, const struct waypoint *b)
{
    return a->screen == b->screen && strcmp(a->id, b->id) == 0;
}

static void press(struct kiosk *kiosk, struct action action)
{
    if (action_equal(&kiosk->pressed, &action))
        return;
    kiosk->pressed = action;
    kiosk->stale = true;
}

static void release(struct kiosk *kiosk)
{
    press(kiosk, action_of(ACTION_NONE, NULL));
}

// A finger that still rests was on what is gone.
static void let_go(struct kiosk *kiosk)
{
    kiosk->gliding = kiosk->fingers.down = kiosk->fingers.dragging = false;
    release(kiosk);
}

// True if it was none of the visitor's.
static bool act_as_staff(struct kiosk *kiosk, const struct action *action, uint64_t now)
{
    enum staff_stage was = kiosk->staff.stage;
    bool changed = staff_act(&kiosk->staff, action, kiosk->settings.pin, now);
    kiosk->stale |= changed;
    if (kiosk->staff.stage != was) {
        kiosk->focus = action_of(ACTION_NONE, NULL);
        let_go(kiosk);
    }
    return changed || (kiosk->staff.stage != STAFF_AWAY && action->kind != ACTION_STAY);
}

// For hands that shake: the same key again so soon was not meant (EN 301 549, 5.8).
static bool is_double_strike(struct kiosk *kiosk, const struct action *action, uint64_t now)
{
    if (action->kind != ACTION_TYPE && action->kind != ACTION_ERASE)
        return false;
    bool again = action_equal(action, &kiosk->struck) &&
                 now - kiosk->struck_at < (uint64_t)kiosk->settings.strike_ms;
    kiosk->struck = *action;
    kiosk->struck_at = now;
    return again;
}

static void act(struct kiosk *kiosk, const struct action *action, uint64_t now)
{
    if (is_double_strike(kiosk, action, now))
        return;
    if (act_as_staff(kiosk, action, now))
        return;
    struct visit was = kiosk->visit;
    int screenfuls = (int)kiosk->scene->scroll.starts.count;
    if (!visit_act(&kiosk->visit, action, screenfuls))
        return;
    bool same = same_place(&was.now, &kiosk->visit.now) && was.asked == kiosk->visit.asked &&
                was.bilingual == kiosk->visit.bilingual;
    bool turned = same && was.now.screenful != kiosk->visit.now.screenful &&
                  action->kind != ACTION_TEXT_SIZE && action->kind != ACTION_LOW_REACH;
    if (turned)
        begin_glide(kiosk, kiosk->scene->scroll.starts.items[kiosk->visit.now.screenful], now);
    else if (!same || strcmp(was.language, kiosk->visit.language) != 0)
        begin_fade(kiosk, kiosk->visit.history_count < was.history_count ? -1 : 1, now);
    const struct target *focus = scene_target_of(kiosk->scene, &kiosk->focus);
    if (!same_place(&was.now, &kiosk->visit.now) || (turned && focus && focus->scrolls))
        kiosk->focus = action_of(ACTION_NONE, NULL);  // the first that is shown
    if (action->kind == ACTION_END)
        kiosk->keys = false;
    if (!turned)
        let_go(kiosk);
    if (kiosk->visit.now.screen == SCREEN_ATTRACT && was.now.screen != SCREEN_ATTRACT)
        kiosk->attract_since = now;
    kiosk->stale = true;
}

// ---- Fingers and keys --------------------------------------------------------------------------

static bool can_scroll(const struct kiosk *kiosk)
{
    return kiosk->scene->scroll.starts.count > 1 && !kiosk->visit.asked &&
           kiosk->staff.stage == STAFF_AWAY;
}

static void drag(struct kiosk *kiosk, int dy)
{
    struct scroll *scroll = &kiosk->scene->scroll;
    release(kiosk);
    if (!can_scroll(kiosk))
        return;
    int last = scroll->starts.items[scroll->starts.count - 1], offset = kiosk->drag_from - dy;
    scroll->offset = offset < 0 ? 0 : offset > last ? last : offset;
    scroll->moving = true;
    kiosk->gliding = false;
    kiosk->unpainted = true;
}

static void come_to_rest(struct kiosk *kiosk, uint64_t now)
{
    begin_glide(kiosk, kiosk->scene->scroll.starts.items[kiosk->visit.now.screenful], now);
    kiosk->stale = true;
}

// The screenful whose start is nearest to that offset.
static int screenful_at(const struct scroll *scroll, int offset)
{
    int nearest = 0;
    for (int i = 1; i < (int)scroll->starts.count; i++)
        if (abs(scroll->starts.items[i] - offset) < abs(scroll->starts.items[nearest] - offset))
            nearest = i;
    return nearest;
}

// Content comes to rest at the start of a screenful, where its momentum would carry it: a flick or a
// drag over an eighth of the view goes on by one at least, less goes back.
static void drop(struct kiosk *kiosk, const struct gesture *gesture, uint64_t now)
{
    if (!can_scroll(kiosk))
        return;
    struct scroll *scroll = &kiosk->scene->scroll;
    const double flick = 0.4;    // px per ms at u = 8
    const double carries = 300;  // ms for which the speed would last
    double speed = gesture->speed * 8 / view_unit(kiosk);
    int from = kiosk->visit.now.screenful, moved = scroll->offset - kiosk->drag_from;
    int to = screenful_at(scroll, scroll->offset - (int)lround(gesture->speed * carries));
    if (speed < -flick || moved > scroll->view.h / 8)
        to = to > from ? to : from + 1;
    else if (speed > flick || -moved > scroll->view.h / 8)
        to = to < from ? to : from - 1;
    else
        to = from;
    if (to >= 0 && to < (int)scroll->starts.count)
        kiosk->visit.now.screenful = to;
    come_to_rest(kiosk, now);
}

static void tap(struct kiosk *kiosk, const struct gesture *gesture, uint64_t now)
{
    struct action pressed = kiosk->pressed;
    release(kiosk);
    const struct target *target = scene_target_of(kiosk->scene, &pressed);
    if (pressed.kind == ACTION_NONE || !target)
        return;
    struct rect box = scene_place(kiosk->scene, target->box, target->scrolls);
    int grown = view_unit(kiosk);
    if (gesture->x >= box.x - grown && gesture->x < box.x + box.w + grown &&
        gesture->y >= box.y - grown && gesture->y < box.y + box.h + grown)
        act(kiosk, &pressed, now);
}

static void touch(struct kiosk *kiosk, const SDL_TouchFingerEvent *event, uint64_t now)
{
    struct gesture gesture =
        gesture_of(&kiosk->fingers, event, kiosk->width, kiosk->height, 2 * view_unit(kiosk), now);
    const struct target *target;
    int corner = CORNER_UNITS * view_unit(kiosk);
    if (gesture.kind != GESTURE_NONE)
        kiosk->in_corner = false;
    switch (gesture.kind) {
    case GESTURE_DOWN:
        kiosk->in_corner = kiosk->settings.pin && gesture.x < corner && gesture.y < corner;
        kiosk->corner_since = now;
        kiosk->drag_from = kiosk->scene->scroll.offset;
        target = scene_target(kiosk->scene, gesture.x, gesture.y, 0);
        press(kiosk, target ? target->action : action_of(ACTION_NONE, NULL));
        break;
    case GESTURE_DRAG:
        drag(kiosk, gesture.dy);
        break;
    case GESTURE_DROP:
        drop(kiosk, &gesture, now);
        break;
    case GESTURE_TAP:
        tap(kiosk, &gesture, now);
        break;
    case GESTURE_CANCEL:
        release(kiosk);
        if (kiosk->scene->scroll.moving &&
            can_scroll(kiosk))  // a palm may have joined a finger that was dragging
            come_to_rest(kiosk, now);
        break;
    case GESTURE_NONE:
        break;
    }
}

// A key pressed during the countdown says that somebody is there, and does nothing else.
static bool is_searching(const struct kiosk *kiosk)
{
    return kiosk->visit.now.screen == SCREEN_SEARCH && !kiosk->visit.asked &&
           !kiosk->visit.display && kiosk->staff.stage == STAFF_AWAY;
}

static void type(struct kiosk *kiosk, const char *text, uint64_t now)
{
    bool pin = kiosk->staff.stage == STAFF_PIN;
    struct action action = action_of(pin ? ACTION_DIGIT : ACTION_TYPE, text);
    if (pin || is_searching(kiosk))
        act(kiosk, &action, now);
}

// The next target in reading order. Where it stands on a further screenful, the key that reads on comes
// first: there may be something to read on the way.
static const struct target *next_target(const struct kiosk *kiosk, int steps)
{
    const struct scene *scene = kiosk->scene;
    const struct action read_on = action_of(ACTION_READ_ON, NULL);
    const struct target *target = scene_next(scene, &kiosk->focus, steps);
    const struct target *reads_on = scene_target_of(scene, &read_on);
    int here = kiosk->visit.now.screenful;
    if (steps != 1 || !target || !reads_on)
        return target;
    if (!action_equal(&kiosk->focus, &read_on)) {
        bool further = target->scrolls && scene_screenful(scene, target->box) > here;
        return further ? reads_on : target;
    }
    for (size_t i = 0; i < scene->targets.count; i++) {
        const struct target *further = &scene->targets.items[i];
        if (further->scrolls && scene_screenful(scene, further->box) > here)
            return further;
    }
    return target;
}

// The ring goes on, and the screenful follows it.
static void move_focus(struct kiosk *kiosk, int steps, uint64_t now)
{
    const struct target *target = next_target(kiosk, steps);
    if (!target)
        return;
    kiosk->focus = target->action;
    kiosk->keys = kiosk->stale = true;
    int screenful = target->scrolls ? scene_screenful(kiosk->scene, target->box) : -1;
    if (screenful < 0 || screenful == kiosk->visit.now.screenful)
        return;
    kiosk->visit.now.screenful = screenful;
    begin_glide(kiosk, kiosk->scene->scroll.starts.items[screenful], now);
}

static void act_on_focus(struct kiosk *kiosk, uint64_t now)
{
    struct action action = kiosk->focus;
    if (kiosk->keys && scene_target_of(kiosk->scene, &action))
        act(kiosk, &action, now);
    else
        move_focus(kiosk, 0, now);  // the first touch of a key shows where one is
}

// Steps through what can be touched; "before" and "behind" are those of the reading direction.
static bool focus_key(struct kiosk *kiosk, const SDL_Keysym *key, uint64_t now)
{
    const struct language *language = language_find(kiosk->visit.language);
    int on = language && language->rtl ? -1 : 1;
    switch (key->sym) {
    case SDLK_TAB:
        move_focus(kiosk, key->mod & KMOD_SHIFT ? -1 : 1, now);
        return true;
    case SDLK_DOWN:
        move_focus(kiosk, 1, now);
        return true;
    case SDLK_UP:
        move_focus(kiosk, -1, now);
        return true;
    case SDLK_RIGHT:
        move_focus(kiosk, on, now);
        return true;
    case SDLK_LEFT:
        move_focus(kiosk, -on, now);
        return true;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
        act_on_focus(kiosk, now);
        return true;
    case SDLK_SPACE:
        if (!is_searching(kiosk))  // there it is typed
            act_on_focus(kiosk, now);
        return true;
    }
    return false;
}

static void key(struct kiosk *kiosk, const SDL_Keysym *pressed, uint64_t now)
{
    SDL_Keycode code = pressed->sym;
    struct action stay = action_of(ACTION_STAY, NULL);
    if (kiosk->visit.asked) {
        act(kiosk, &stay, now);
        return;
    }
    kiosk->scanned_at = now;
    if (focus_key(kiosk, pressed, now))
        return;
    static const struct {
        SDL_Keycode code;
        enum action_kind action;
    } keys[] = {
        {SDLK_PAGEDOWN, ACTION_READ_ON}, {SDLK_PAGEUP, ACTION_READ_BACK}, {SDLK_HOME, ACTION_TOP},
        {SDLK_ESCAPE, ACTION_BACK},      {SDLK_F10, ACTION_STAFF},
    };
    struct action edit = action_of(ACTION_ERASE, NULL);
    if ((is_searching(kiosk) || kiosk->staff.stage == STAFF_PIN) && code == SDLK_BACKSPACE)
        act(kiosk, &edit, now);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        struct action action = action_of(keys[i].action, NULL);
        if (keys[i].code == code)
            act(kiosk, &action, now);
    }
}

void kiosk_event(struct kiosk *kiosk, const SDL_Event *event, uint64_t now)
{
    switch (event->type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        if (kiosk->stale)
            rebuild(kiosk, now);
        kiosk->touched = now;
        kiosk->stale |= kiosk->keys;
        kiosk->keys = false;
        touch(kiosk, &event->tfinger, now);
        break;
    case SDL_KEYDOWN:
        if (kiosk->stale)
            rebuild(kiosk, now);
        kiosk->touched = now;
        kiosk->repeating = event->key.repeat;
        if (!kiosk->repeating)
            key(kiosk, &event->key.keysym, now);
        break;
    case SDL_TEXTINPUT:
        if (kiosk->stale)
            rebuild(kiosk, now);
        kiosk->touched = now;
        if (!kiosk->repeating)
            type(kiosk, event->text.text, now);
        break;
    case SDL_WINDOWEVENT:
        kiosk->unpainted = true;
        break;
    }
}

// ---- What happens without a touch --------------------------------------------------------------

static int64_t idle_ms(const struct kiosk *kiosk)
{
    const struct view view = {.visit = &kiosk->visit};
    int usual = kiosk->staff.stage != STAFF_AWAY ? staff_idle_seconds
                : parallel_is_on(&view)          ? parallel_idle_seconds
                                                 : idle_seconds[kiosk->visit.now.screen];
    if (usual == 0)
        return -1;
    int seconds = kiosk->settings.idle_seconds;
    return (seconds ? seconds : usual) * INT64_C(1000);
}

static void tick_idle(struct kiosk *kiosk, uint64_t now)
{
    struct visit *visit = &kiosk->visit;
    if (!visit->asked) {
        int64_t idle = idle_ms(kiosk);
        if (idle < 0 || (int64_t)(now - kiosk->touched) < idle)
            return;
        visit->asked = true;
        visit->seconds_left = COUNTDOWN;
        kiosk->asked_at = now;
        kiosk->stale = true;
        return;
    }
    int left = COUNTDOWN - (int)((now - kiosk->asked_at) / 1000);
    if (left == visit->seconds_left)
        return;
    visit->seconds_left = left;
    kiosk->stale = true;
    struct action end = action_of(ACTION_END, NULL);
    if (left <= 0)
        act(kiosk, &end, now);
}

// For whoever has a single switch the ring moves on by itself; the switch is Enter or Space.
static bool is_scanning(const struct kiosk *kiosk)
{
    return kiosk->settings.scan_ms > 0 && kiosk->keys && !kiosk->visit.asked &&
           kiosk->visit.now.screen != SCREEN_ATTRACT;
}

static void tick_scan(struct kiosk *kiosk, uint64_t now)
{
    if (!is_scanning(kiosk) || now - kiosk->scanned_at < (uint64_t)kiosk->settings.scan_ms)
        return;
    kiosk->scanned_at = now;
    // Only through what is shown: it must not turn the page away from who reads it.
    const struct target *next =
        scene_next_shown(kiosk->scene, &kiosk->focus, kiosk->visit.now.screenful);
    if (next)
        kiosk->focus = next->action;
    kiosk->stale = true;
}

static void tick_corner(struct kiosk *kiosk, uint64_t now)
{
    if (!kiosk->in_corner || now - kiosk->corner_since < CORNER_HOLD)
        return;
    struct action open = action_of(ACTION_STAFF, NULL);
    kiosk->in_corner = false;
    act(kiosk, &open, now);
}

// The post turns; it does not when there is nothing to greet with, or staff are at work.
static bool is_attracting(const struct kiosk *kiosk)
{
    return kiosk->visit.now.screen == SCREEN_ATTRACT && kiosk->guide &&
           kiosk->staff.stage == STAFF_AWAY;
}

static void tick_attract(struct kiosk *kiosk, uint64_t now)
{
    if (!is_attracting(kiosk))
        return;
    uint64_t since = now - kiosk->attract_since;
    int64_t moving = (int64_t)(since % GREETING_STAYS) - (GREETING_STAYS - GREETING_MOVES);
    double attract = (double)(since / GREETING_STAYS) +
                     (moving > 0 ? ease_in_out((double)moving / GREETING_MOVES) : 0);
    kiosk->stale |= attract != kiosk->attract;
    kiosk->attract = attract;
}

static void tick_glide(struct kiosk *kiosk, uint64_t now)
{
    if (!kiosk->gliding)
        return;
    double part = part_done(kiosk->glide_since, now, SCREENFUL_CHANGE);
    struct scroll *scroll = &kiosk->scene->scroll;
    scroll->offset =
        kiosk->glide_from + (int)lround((kiosk->glide_to - kiosk->glide_from) * ease_out(part));
    kiosk->gliding = scroll->moving = part < 1;
    kiosk->unpainted = true;
}

static void tick_fade(struct kiosk *kiosk, uint64_t now)
{
    if (!kiosk->before)
        return;
    kiosk->unpainted = true;
    if (part_done(kiosk->fade_since, now, PAGE_CHANGE) < 1)
        return;
    SDL_DestroyTexture(kiosk->before);
    kiosk->before = NULL;
}

void kiosk_tick(struct kiosk *kiosk, uint64_t now)
{
    if (kiosk->stale)
        rebuild(kiosk, now);  // what follows may paint it, and its guide may be gone
    tick_idle(kiosk, now);
    tick_scan(kiosk, now);
    tick_corner(kiosk, now);
    tick_attract(kiosk, now);
    if (until_expiry(kiosk, now) == 0)
        kiosk->stale = true;
    if (kiosk->stale)
        rebuild(kiosk, now);
    tick_glide(kiosk, now);
    tick_fade(kiosk, now);
}

static int64_t sooner(int64_t a, int64_t b)
{
    return a < 0 ? b : b < 0 || a < b ? a : b;
}

static int64_t until(uint64_t at, uint64_t now)
{
    return at > now ? (int64_t)(at - now) : 0;
}

int64_t kiosk_due(const struct kiosk *kiosk, uint64_t now)
{
    if (kiosk->stale || kiosk->unpainted)
        return 0;
    if (kiosk->before || kiosk->gliding)
        return FRAME;
    int64_t due = until_expiry(kiosk, now);
    if (kiosk->visit.asked) {
        int gone = COUNTDOWN - kiosk->visit.seconds_left + 1;
        return sooner(due, until(kiosk->asked_at + (uint64_t)gone * 1000, now));
    }
    if (kiosk->in_corner)
        due = sooner(due, until(kiosk->corner_since + CORNER_HOLD, now));
    if (is_attracting(kiosk)) {
        uint64_t rest = (now - kiosk->attract_since) % GREETING_STAYS;
        int64_t still = GREETING_STAYS - GREETING_MOVES - (int64_t)rest;
        return sooner(due, still > 0 ? still : FRAME);
    }
    if (is_scanning(kiosk))
        due = sooner(due, until(kiosk->scanned_at + (uint64_t)kiosk->settings.scan_ms, now));
    int64_t idle = idle_ms(kiosk);
    return idle < 0 ? due : sooner(due, until(kiosk->touched + (uint64_t)idle, now));
}

// ---- Painting ----------------------------------------------------------------------------------

// The old screen fades away over the new one, moving two units against the reading direction.
// SDL 2.26 blends a picture without alpha of its own three times as fast as one with, and at full
// strength slower than all: it begins a 255th below.
static void draw_before(struct kiosk *kiosk, uint64_t now)
{
    double part = ease_out(part_done(kiosk->fade_since, now, PAGE_CHANGE));
    const struct language *language = language_find(kiosk->visit.language);
    int sign = kiosk->fade_sign * (language && language->rtl ? 1 : -1);
    SDL_Rect to = {(int)(sign * 2 * view_unit(kiosk) * part), 0, kiosk->width, kiosk->height};
    SDL_SetTextureAlphaMod(kiosk->before, (Uint8)lround(254 * (1 - part)));
    SDL_RenderCopy(kiosk->renderer, kiosk->before, NULL, &to);
}

bool kiosk_draw(struct kiosk *kiosk, uint64_t now)
{
    if (kiosk->stale)
        rebuild(kiosk, now);
    if (!kiosk->unpainted)
        return false;
    painter_draw(kiosk->painter, kiosk->scene);
    if (kiosk->before)
        draw_before(kiosk, now);
    kiosk->unpainted = false;
    return true;
}

const struct scene *kiosk_scene(struct kiosk *kiosk)
{
    if (kiosk->stale)
        rebuild(kiosk, kiosk->town_at);
    return kiosk->scene;
}

const struct visit *kiosk_visit(const struct kiosk *kiosk)
{
    return &kiosk->visit;
}

struct action kiosk_focus(const struct kiosk *kiosk)
{
    return kiosk->keys ? kiosk->focus : action_of(ACTION_NONE, NULL);
}

const struct guide *kiosk_guide(const struct kiosk *kiosk)
{
    return kiosk->guide;
}

const struct staff *kiosk_staff(const struct kiosk *kiosk)
{
    return &kiosk->staff;
}

void kiosk_show_staff(struct kiosk *kiosk, enum staff_stage stage)
{
    kiosk->staff.stage = stage;
    rebuild(kiosk, kiosk->town_at);
}

void kiosk_show(struct kiosk *kiosk, const struct visit *visit, double attract)
{
    kiosk->visit = *visit;
    kiosk->attract = attract;
    kiosk->gliding = false;
    rebuild(kiosk, kiosk->town_at);
}
