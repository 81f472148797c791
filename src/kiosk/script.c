// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "guide/load.h"
#include "kiosk/content.h"
#include "kiosk/shots.h"

// ms a finger rests, moves, and a page turns; events of a drag
enum { TAP = 80, FRAME = 16, TURN = 300, DRAG_STEPS = 12 };

struct play {
    struct kiosk *kiosk;
    SDL_Surface *screen;
    uint64_t now;
    int x, y;  // where the finger is
    struct arena *arena;
    const char *folder;  // of the script
    struct faults *faults;
    struct place place;
};

// ---- Time and input ----------------------------------------------------------------------------

// Paints only what would have been shown at the end of each step.
static void wait(struct play *play, uint64_t ms)
{
    uint64_t end = play->now + ms;
    for (;;) {
        kiosk_tick(play->kiosk, play->now);
        int64_t due = kiosk_due(play->kiosk, play->now);
        if (due == 0) {
            kiosk_draw(play->kiosk, play->now);
            due = kiosk_due(play->kiosk, play->now);
        }
        if (due < 0 || play->now + (uint64_t)due > end)
            break;
        play->now += due ? (uint64_t)due : 1;
    }
    play->now = end;
    kiosk_tick(play->kiosk, play->now);
    kiosk_draw(play->kiosk, play->now);
}

static void finger(struct play *play, uint32_t type, int x, int y)
{
    SDL_Event event = {.tfinger = {
                           .type = type,
                           .x = ((float)x + 0.5f) / (float)play->screen->w,
                           .y = ((float)y + 0.5f) / (float)play->screen->h,
                       }};
    play->x = x;
    play->y = y;
    kiosk_event(play->kiosk, &event, play->now);
}

static bool fail(struct play *play, const char *what, const char *detail)
{
    fault_add(play->faults, play->place, "%s `%s`", what, detail);
    return false;
}

// The middle of the target; false if a finger there would not press it.
static bool can_reach(const struct scene *scene, const struct target *target, int *x, int *y)
{
    struct rect box = scene_place(scene, target->box, target->scrolls);
    *x = box.x + box.w / 2;
    *y = box.y + box.h / 2;
    const struct target *there = scene_target(scene, *x, *y, 0);
    return there && action_equal(&there->action, &target->action);
}

static const struct target *find_target(struct play *play, const char *text)
{
    struct action action;
    if (!action_parse(text, &action)) {
        fail(play, "no action is called", text);
        return NULL;
    }
    const struct target *target = scene_target_of(kiosk_scene(play->kiosk), &action);
    if (!target)
        fail(play, "nothing on the screen does", text);
    return target;
}

static bool find(struct play *play, const char *text, int *x, int *y)
{
    if (sscanf(text, "%d,%d", x, y) == 2)
        return true;
    const struct target *target = find_target(play, text);
    if (!target)
        return false;
    return can_reach(kiosk_scene(play->kiosk), target, x, y) ||
           fail(play, "cannot be reached with a finger (turn to it first):", text);
}

// ---- Steps -------------------------------------------------------------------------------------

static bool touch(struct play *play, const char *where, uint64_t ms)
{
    int x, y;
    if (!find(play, where, &x, &y))
        return false;
    finger(play, SDL_FINGERDOWN, x, y);
    wait(play, ms);
    finger(play, SDL_FINGERUP, x, y);
    wait(play, 0);
    return true;
}

static bool step_tap(struct play *play, const char *rest)
{
    return touch(play, rest, TAP);
}

static bool step_touch(struct play *play, const char *rest)
{
    const char *space = strchr(rest, ' ');
    if (!space)
        return fail(play, "give ACTION MS or X,Y MS, not", rest);
    return touch(play, arena_copy(play->arena, rest, (size_t)(space - rest)),
                 strtoull(space, NULL, 10));
}

static bool step_press(struct play *play, const char *rest)
{
    int x, y;
    if (!find(play, rest, &x, &y))
        return false;
    finger(play, SDL_FINGERDOWN, x, y);
    wait(play, TAP);
    return true;
}

static bool step_move(struct play *play, const char *rest)
{
    int x, y;
    if (sscanf(rest, "%d,%d", &x, &y) != 2)
        return fail(play, "give X,Y, not", rest);
    finger(play, SDL_FINGERMOTION, x, y);
    wait(play, FRAME);
    return true;
}

static bool step_lift(struct play *play, const char *rest)
{
    (void)rest;
    finger(play, SDL_FINGERUP, play->x, play->y);
    wait(play, 0);
    return true;
}

static bool step_drag(struct play *play, const char *rest)
{
    int x0, y0, x1, y1, ms;
    if (sscanf(rest, "%d,%d %d,%d %d", &x0, &y0, &x1, &y1, &ms) != 5)
        return fail(play, "give X,Y X,Y MS, not", rest);
    finger(play, SDL_FINGERDOWN, x0, y0);
    for (int i = 1; i <= DRAG_STEPS; i++) {
        wait(play, (uint64_t)(ms / DRAG_STEPS));
        finger(play, SDL_FINGERMOTION, x0 + (x1 - x0) * i / DRAG_STEPS,
               y0 + (y1 - y0) * i / DRAG_STEPS);
    }
    return step_lift(play, rest);
}

static void press_key(struct play *play, SDL_Keycode code)
{
    SDL_Event event = {.key = {.type = SDL_KEYDOWN, .keysym = {.sym = code}}};
    kiosk_event(play->kiosk, &event, play->now);
    wait(play, 0);
}

static bool step_key(struct play *play, const char *rest)
{
    SDL_Keycode code = SDL_GetKeyFromName(rest);
    if (code == SDLK_UNKNOWN)
        return fail(play, "no key is called", rest);
    press_key(play, code);
    return true;
}

static bool step_turn_to(struct play *play, const char *rest)
{
    for (int screenful = -1; screenful != kiosk_visit(play->kiosk)->now.screenful;) {
        const struct target *target = find_target(play, rest);
        int x, y;
        if (!target || can_reach(kiosk_scene(play->kiosk), target, &x, &y))
            return target != NULL;
        screenful = kiosk_visit(play->kiosk)->now.screenful;
        press_key(play, SDLK_PAGEDOWN);
        wait(play, TURN);
    }
    return fail(play, "is on none of the screenfuls that follow:", rest);
}

// As it is read: a space that glues is a space, and what only guides the setting is nothing.
static const char *as_read(struct play *play, const char *text)
{
    static const struct {
        const char *bytes, *read;
    } marks[] = {
        {"\u00A0", " "}, {"\u202F", " "}, {"\u00AD", ""}, {"\u2060", ""},
        {"\u2066", ""},  {"\u2067", ""},  {"\u2068", ""}, {"\u2069", ""},
    };
    char *all = arena_alloc(play->arena, strlen(text) + 1), *to = all;
    while (*text) {
        size_t i = 0, count = sizeof marks / sizeof *marks;
        while (i < count && strncmp(text, marks[i].bytes, strlen(marks[i].bytes)) != 0)
            i++;
        if (i == count) {
            *to++ = *text++;
            continue;
        }
        text += strlen(marks[i].bytes);
        if (*marks[i].read)
            *to++ = *marks[i].read;
    }
    *to = '\0';
    return all;
}

static bool says(struct play *play, const struct legend *legend, const char *text)
{
    return strstr(as_read(play, legend->text), as_read(play, text)) != NULL;
}

static bool is_there(struct play *play, const char *text)
{
    const struct scene *scene = kiosk_scene(play->kiosk);
    for (size_t i = 0; i < scene->legends.count; i++)
        if (says(play, &scene->legends.items[i], text))
            return true;
    return false;
}

static bool is_shown(struct play *play, const char *text)
{
    const struct scene *scene = kiosk_scene(play->kiosk);
    for (size_t i = 0; i < scene->legends.count; i++) {
        const struct legend *legend = &scene->legends.items[i];
        bool here = !legend->scrolls ||
                    scene_screenful(scene, legend->box) == kiosk_visit(play->kiosk)->now.screenful;
        if (here && says(play, legend, text))
            return true;
    }
    return false;
}

static bool step_read_to(struct play *play, const char *rest)
{
    for (int screenful = -1; screenful != kiosk_visit(play->kiosk)->now.screenful;) {
        if (is_shown(play, rest))
            return true;
        screenful = kiosk_visit(play->kiosk)->now.screenful;
        press_key(play, SDLK_PAGEDOWN);
        wait(play, TURN);
    }
    return fail(play, "on none of the screenfuls that follow stands", rest);
}

// The first code point of a text that is not empty, and behind it the rest.
static const char *next_letter(struct play *play, const char **text)
{
    size_t length = 1;
    while (((unsigned char)(*text)[length] & 0xC0) == 0x80)
        length++;
    const char *letter = arena_copy(play->arena, *text, length);
    *text += length;
    return letter;
}

static bool step_spell(struct play *play, const char *rest)
{
    while (*rest)
        if (!touch(play, arena_print(play->arena, "type:%s", next_letter(play, &rest)), TAP))
            return false;
    return true;
}

static bool step_type(struct play *play, const char *rest)
{
    while (*rest) {
        SDL_Event event = {.text = {.type = SDL_TEXTINPUT}};
        SDL_strlcpy(event.text.text, next_letter(play, &rest), sizeof event.text.text);
        kiosk_event(play->kiosk, &event, play->now);
        wait(play, 0);
    }
    return true;
}

// Is the ring on something that can be seen?
static bool ring_is_seen(struct play *play, struct action *focus)
{
    const struct scene *scene = kiosk_scene(play->kiosk);
    *focus = kiosk_focus(play->kiosk);
    const struct target *target = scene_target_of(scene, focus);
    const char *name = arena_print(play->arena, "%s:%s", action_name(focus->kind), focus->id);
    int x, y;
    return target ? can_reach(scene, target, &x, &y) ||
                        fail(play, "the ring is out of sight, on", name)
                  : fail(play, "the ring is on nothing, it was on", name);
}

static bool step_ring_to(struct play *play, const char *rest)
{
    const struct target *wanted = find_target(play, rest);
    if (!wanted)
        return false;
    struct action goal = wanted->action, focus = kiosk_focus(play->kiosk);
    wait(play, TURN);
    if (focus.kind != ACTION_NONE && !ring_is_seen(play, &focus))
        return false;
    if (action_equal(&focus, &goal))
        return true;
    // On the way the key that reads on may come once for each screenful.
    for (size_t left = 2 * kiosk_scene(play->kiosk)->targets.count; left > 0; left--) {
        press_key(play, SDLK_TAB);
        wait(play, TURN);
        if (!ring_is_seen(play, &focus))
            return false;
        if (action_equal(&focus, &goal))
            return true;
    }
    return fail(play, "Tab does not lead to", rest);
}

static bool step_await_ring(struct play *play, const char *rest)
{
    const uint64_t longest = 80 * 1000, tenth = 100;
    const struct target *wanted = find_target(play, rest);
    if (!wanted)
        return false;
    struct action goal = wanted->action, focus;
    for (uint64_t waited = 0; waited < longest; waited += tenth) {
        focus = kiosk_focus(play->kiosk);
        if (action_equal(&focus, &goal)) {
            wait(play, TURN);
            return ring_is_seen(play, &focus);
        }
        wait(play, tenth);
    }
    return fail(play, "the ring does not come to", rest);
}

static bool step_wait(struct play *play, const char *rest)
{
    wait(play, strtoull(rest, NULL, 10));
    return true;
}

static bool step_shot(struct play *play, const char *rest)
{
    kiosk_draw(play->kiosk, play->now);
    return shot_write(play->screen, arena_print(play->arena, "%s/%s", play->folder, rest),
                      play->faults);
}

static bool step_print(struct play *play, const char *rest)
{
    (void)rest;
    scene_print(kiosk_scene(play->kiosk), stdout);
    return true;
}

static bool step_reload(struct play *play, const char *rest)
{
    struct content *content = content_open(rest, NULL);
    struct guide *guide = content_read(content, stderr);
    bool good = guide != NULL;
    if (good)
        kiosk_set_guide(play->kiosk, guide);
    kiosk_set_report(play->kiosk, content_report(content));
    content_close(content);
    wait(play, 0);
    return good || fail(play, "there are faults in", rest);
}

static bool step_fail_to_reload(struct play *play, const char *rest)
{
    struct content *content = content_open(rest, NULL);
    struct guide *guide = content_read(content, NULL);
    bool good = guide != NULL;
    guide_free(guide);
    kiosk_set_report(play->kiosk, content_report(content));
    content_close(content);
    wait(play, 0);
    return !good || fail(play, "there are no faults in", rest);
}

// ---- Expectations ------------------------------------------------------------------------------

static bool expect_screen(struct play *play, const char *rest)
{
    const struct waypoint *at = &kiosk_visit(play->kiosk)->now;
    const char *is = *at->id ? arena_print(play->arena, "%s:%s", screen_name(at->screen), at->id)
                             : screen_name(at->screen);
    return strcmp(is, rest) == 0 || fail(play, "the screen is", is);
}

static bool expect_language(struct play *play, const char *rest)
{
    const char *is = kiosk_visit(play->kiosk)->language;
    return strcmp(is, rest) == 0 || fail(play, "the language is", is);
}

static bool expect_screenful(struct play *play, const char *rest)
{
    int is = kiosk_visit(play->kiosk)->now.screenful + 1;
    return is == atoi(rest) || fail(play, "the screenful is", arena_print(play->arena, "%d", is));
}

static bool has_target(struct play *play, const char *rest)
{
    struct action action;
    return action_parse(rest, &action) && scene_target_of(kiosk_scene(play->kiosk), &action);
}

static bool expect_focus(struct play *play, const char *rest)
{
    struct action action, focus;
    if (!action_parse(rest, &action))
        return fail(play, "no action is called", rest);
    kiosk_scene(play->kiosk);  // a new screen finds its first target
    focus = kiosk_focus(play->kiosk);
    return action_equal(&action, &focus) ||
           fail(play, "the ring is on",
                arena_print(play->arena, "%s:%s", action_name(focus.kind), focus.id));
}

static bool expect_target(struct play *play, const char *rest)
{
    return has_target(play, rest) || fail(play, "nothing on the screen does", rest);
}

static bool expect_no_target(struct play *play, const char *rest)
{
    return !has_target(play, rest) || fail(play, "something on the screen does", rest);
}

static bool expect_text(struct play *play, const char *rest)
{
    return is_there(play, rest) || fail(play, "the screen does not say", rest);
}

static bool expect_no_text(struct play *play, const char *rest)
{
    return !is_there(play, rest) || fail(play, "the screen says", rest);
}

static bool expect_shown(struct play *play, const char *rest)
{
    return is_shown(play, rest) || fail(play, "this screenful does not say", rest);
}

static bool expect_untouched(struct play *play, const char *rest)
{
    const struct scene *scene = kiosk_scene(play->kiosk);
    int line = atoi(rest);
    for (size_t i = 0; i < scene->targets.count; i++) {
        const struct target *target = &scene->targets.items[i];
        struct rect view = scene_visible(scene);
        struct rect box = scene_place(scene, target->box, target->scrolls);
        int top = target->scrolls && box.y < view.y ? view.y : box.y;
        bool here = !target->scrolls || (box.y + box.h > view.y && box.y < view.y + view.h);
        if (here && top < line)
            return fail(play, "above the line stands",
                        arena_print(play->arena, "%s:%s", action_name(target->action.kind),
                                    target->action.id));
    }
    return true;
}

static bool expect_asked(struct play *play, const char *rest)
{
    return kiosk_visit(play->kiosk)->asked || fail(play, "no countdown is shown", rest);
}

static bool expect_not_asked(struct play *play, const char *rest)
{
    return !kiosk_visit(play->kiosk)->asked || fail(play, "the countdown is shown", rest);
}

static bool expect_staff(struct play *play, const char *rest)
{
    static const char *const names[] = {
        [STAFF_AWAY] = "away", [STAFF_PIN] = "pin", [STAFF_MENU] = "menu"};
    const char *is = names[kiosk_staff(play->kiosk)->stage];
    return strcmp(is, rest) == 0 || fail(play, "the staff's way is", is);
}

static bool expect_wish(struct play *play, const char *rest)
{
    static const char *const names[] = {
        [WISH_NONE] = "none", [WISH_RELOAD] = "reload", [WISH_QUIT] = "quit"};
    const char *is = names[kiosk_wish(play->kiosk)];
    return strcmp(is, rest) == 0 || fail(play, "the wish is", is);
}

// The longer name first where one begins with the other.
static const struct step {
    const char *name;
    bool (*run)(struct play *play, const char *rest);
} steps[] = {
    {"tap", step_tap},
    {"touch", step_touch},
    {"press", step_press},
    {"move", step_move},
    {"lift", step_lift},
    {"drag", step_drag},
    {"turn to", step_turn_to},
    {"read to", step_read_to},
    {"spell", step_spell},
    {"key", step_key},
    {"type", step_type},
    {"ring to", step_ring_to},
    {"await ring", step_await_ring},
    {"wait", step_wait},
    {"shot", step_shot},
    {"print", step_print},
    {"reload", step_reload},
    {"fail to reload", step_fail_to_reload},
    {"expect screenful", expect_screenful},
    {"expect screen", expect_screen},
    {"expect language", expect_language},
    {"expect focus", expect_focus},
    {"expect target", expect_target},
    {"expect no target", expect_no_target},
    {"expect text", expect_text},
    {"expect no text", expect_no_text},
    {"expect staff", expect_staff},
    {"expect wish", expect_wish},
    {"expect shown", expect_shown},
    {"expect untouched", expect_untouched},
    {"expect asked", expect_asked},
    {"expect not asked", expect_not_asked},
};

static bool run_line(struct play *play, const char *line)
{
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        size_t length = strlen(steps[i].name);
        if (strncmp(line, steps[i].name, length) != 0 || (line[length] && line[length] != ' '))
            continue;
        return steps[i].run(play, line + length + (line[length] == ' '));
    }
    return fail(play, "this is no step of a script:", line);
}

static const char *folder_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? arena_copy(arena, path, (size_t)(slash - path)) : ".";
}

bool script_play(struct kiosk *kiosk, SDL_Surface *screen, const char *path, struct faults *faults)
{
    struct play play = {
        .kiosk = kiosk,
        .screen = screen,
        .arena = arena_new(),
        .faults = faults,
        .place = {.file = path},
    };
    size_t length;
    char *text = file_read(play.arena, path, 1024 * 1024, &length, faults);
    bool ok = text != NULL;
    play.folder = folder_of(play.arena, path);
    for (char *line = text, *end; ok && line && *line; line = end) {
        end = strchr(line, '\n');
        if (end)
            *end++ = '\0';
        play.place.line++;
        line[strcspn(line, "\r")] = '\0';
        if (*line && *line != '#')
            ok = run_line(&play, line);
    }
    arena_free(play.arena);
    return ok;
}
