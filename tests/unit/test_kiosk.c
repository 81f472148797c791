// SPDX-License-Identifier: EUPL-1.2
// Actions, the visit, gestures, and what a finger hits in a scene. Whole visits are played by
// the scripts in tests/kiosk.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk/gesture.h"
#include "kiosk/scene.h"
#include "kiosk/visit.h"

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

// ---- Actions -------------------------------------------------------------------------------

static const struct {
    const char *text;
    enum action_kind kind;
    const char *id;
} actions[] = {
    {"none", ACTION_NONE, ""},
    {"languages", ACTION_LANGUAGES, ""},
    {"language:fa-AF", ACTION_LANGUAGE, "fa-AF"},
    {"home", ACTION_HOME, ""},
    {"topic:arrive", ACTION_TOPIC, "arrive"},
    {"page:first-steps", ACTION_PAGE, "first-steps"},
    {"office:buergerbuero", ACTION_OFFICE, "buergerbuero"},
    {"emergency", ACTION_EMERGENCY, ""},
    {"back", ACTION_BACK, ""},
    {"read-on", ACTION_READ_ON, ""},
    {"read-back", ACTION_READ_BACK, ""},
    {"top", ACTION_TOP, ""},
    {"search", ACTION_SEARCH, ""},
    {"type:ш", ACTION_TYPE, "ш"},
    {"erase", ACTION_ERASE, ""},
    {"clear", ACTION_CLEAR, ""},
    {"keyboard:german", ACTION_KEYBOARD, "german"},
    {"find", ACTION_FIND, ""},
    {"bilingual", ACTION_BILINGUAL, ""},
    {"mark:3", ACTION_MARK, "3"},
    {"answer:yes", ACTION_ANSWER, "yes"},
    {"display", ACTION_DISPLAY, ""},
    {"text-size:XL", ACTION_TEXT_SIZE, "XL"},
    {"contrast", ACTION_CONTRAST, ""},
    {"low-reach", ACTION_LOW_REACH, ""},
    {"calm", ACTION_CALM, ""},
    {"staff", ACTION_STAFF, ""},
    {"digit:7", ACTION_DIGIT, "7"},
    {"unlock", ACTION_UNLOCK, ""},
    {"reload", ACTION_RELOAD, ""},
    {"quit", ACTION_QUIT, ""},
    {"stay", ACTION_STAY, ""},
    {"end", ACTION_END, ""},
};

static void test_actions(void **state)
{
    (void)state;
    assert_int_equal(COUNT(actions), ACTION_KINDS);
    for (size_t i = 0; i < COUNT(actions); i++) {
        struct action action;
        assert_true(action_parse(actions[i].text, &action));
        assert_int_equal(action.kind, actions[i].kind);
        assert_string_equal(action.id, actions[i].id);
        struct action same = action_of(actions[i].kind, actions[i].id);
        assert_true(action_equal(&action, &same));
        char text[128];
        snprintf(text, sizeof text, "%s%s%s", action_name(action.kind), *action.id ? ":" : "",
                 action.id);
        assert_string_equal(text, actions[i].text);
    }
}

static void test_no_actions(void **state)
{
    (void)state;
    static const char *const texts[] = {"",      ":",     ":home",   "Home",    "hom",
                                        "homes", " home", "read on", "pages:x", "10,20"};
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct action action;
        if (action_parse(texts[i], &action))
            fail_msg("`%s` is %s", texts[i], action_name(action.kind));
    }
}

static void test_actions_differ(void **state)
{
    (void)state;
    struct action a = action_of(ACTION_PAGE, "a"), b = action_of(ACTION_PAGE, "b");
    struct action office = action_of(ACTION_OFFICE, "a"), none = action_of(ACTION_PAGE, NULL);
    assert_false(action_equal(&a, &b));
    assert_false(action_equal(&a, &office));
    assert_false(action_equal(&a, &none));
    char id[200];
    memset(id, 'x', sizeof id - 1);
    id[sizeof id - 1] = '\0';
    a = action_of(ACTION_PAGE, id);
    assert_int_equal(strlen(a.id), ID_SIZE - 1);
}

// ---- The visit -----------------------------------------------------------------------------

// Does the actions, which stand with spaces between them, on a scene of three screenfuls.
// Returns whether the last one changed anything.
static bool play(struct visit *visit, const char *steps)
{
    char text[512];
    snprintf(text, sizeof text, "%s", steps);
    bool changed = false;
    for (char *step = strtok(text, " "); step; step = strtok(NULL, " ")) {
        struct action action;
        assert_true(action_parse(step, &action));
        changed = visit_act(visit, &action, 3);
    }
    return changed;
}

// "uk page:registration 1 <2": language, place, screenful, steps to go back.
static const char *where(const struct visit *visit)
{
    static char text[256];
    snprintf(text, sizeof text, "%s %s%s%s %d <%d", *visit->language ? visit->language : "-",
             screen_name(visit->now.screen), *visit->now.id ? ":" : "", visit->now.id,
             visit->now.screenful, visit->history_count);
    return text;
}

static const struct {
    const char *steps, *where;
    bool changed;  // by the last step
} visits[] = {
    {"", "- attract 0 <0", false},
    {"none", "- attract 0 <0", false},
    {"back", "- attract 0 <0", false},
    // side by side
    {"language:uk page:a bilingual", "uk page:a 0 <1", true},
    {"language:uk page:a read-on bilingual", "uk page:a 0 <1", true},
    {"language:de page:a bilingual", "de languages 0 <2", true},
    {"language:de page:a bilingual language:ar", "ar page:a 0 <1", true},
    {"language:de page:a bilingual back", "de page:a 0 <1", true},
    // what lies on top goes first
    {"language:uk page:a bilingual answer:yes back", "uk page:a 0 <1", true},
    {"language:uk page:a display back", "uk page:a 0 <1", true},
    {"language:uk page:a display back back", "uk home 0 <0", true},
    // languages
    {"language:uk", "uk home 0 <0", true},
    {"languages", "- languages 0 <1", true},
    {"languages back", "- attract 0 <0", true},
    {"languages language:ar", "ar home 0 <0", true},
    {"languages languages", "- languages 0 <1", false},
    {"language:uk languages language:de", "de home 0 <0", true},
    {"language:uk languages language:uk", "uk home 0 <0", true},
    {"language:uk page:a languages language:ar", "ar page:a 0 <1", true},
    {"language:uk page:a read-on languages language:ar", "ar page:a 1 <1", true},
    {"language:uk page:a languages back", "uk page:a 0 <1", true},
    // there and back
    {"language:uk topic:t", "uk topic:t 0 <1", true},
    {"language:uk topic:t page:a office:o", "uk office:o 0 <3", true},
    {"language:uk topic:t page:a office:o back", "uk page:a 0 <2", true},
    {"language:uk topic:t page:a office:o back back back", "uk home 0 <0", true},
    {"language:uk topic:t back back", "uk home 0 <0", false},
    {"language:uk page:a page:b", "uk page:b 0 <2", true},
    {"language:uk page:a page:a", "uk page:a 0 <1", false},
    {"language:uk page:a office:a", "uk office:a 0 <2", true},
    {"language:uk page:a page:b page:a", "uk page:a 0 <3", true},
    {"emergency", "- emergency 0 <1", true},
    {"emergency back", "- attract 0 <0", true},
    {"language:uk page:a emergency back", "uk page:a 0 <1", true},
    // home
    {"language:uk home", "uk home 0 <0", false},
    {"language:uk page:a office:o home", "uk home 0 <0", true},
    {"language:uk page:a home back", "uk home 0 <0", false},
    {"language:uk read-on home", "uk home 0 <0", true},
    // reading on
    {"language:uk page:a read-on", "uk page:a 1 <1", true},
    {"language:uk page:a read-on read-on", "uk page:a 2 <1", true},
    {"language:uk page:a read-on read-on read-on", "uk page:a 2 <1", false},
    {"language:uk page:a read-on read-back", "uk page:a 0 <1", true},
    {"language:uk page:a read-back", "uk page:a 0 <1", false},
    {"language:uk page:a read-on read-on top", "uk page:a 0 <1", true},
    {"language:uk page:a top", "uk page:a 0 <1", false},
    {"language:uk page:a read-on page:b", "uk page:b 0 <2", true},
    {"language:uk page:a read-on page:b back", "uk page:a 1 <1", true},
    // the end
    {"language:uk page:a stay", "uk page:a 0 <1", true},
    {"language:uk page:a read-on end", "- attract 0 <0", true},
};

static void test_visits(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT(visits); i++) {
        struct visit visit = visit_new((struct comfort){0});
        bool changed = play(&visit, visits[i].steps);
        if (strcmp(where(&visit), visits[i].where) == 0 && changed == visits[i].changed)
            continue;
        print_error("%s: wanted %s (%d), got %s (%d)\n", visits[i].steps, visits[i].where,
                    visits[i].changed, where(&visit), changed);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void test_reading_on_needs_screenfuls(void **state)
{
    (void)state;
    struct visit visit = visit_new((struct comfort){0});
    play(&visit, "language:uk page:a");
    struct action on = action_of(ACTION_READ_ON, NULL);
    assert_false(visit_act(&visit, &on, 0));
    assert_false(visit_act(&visit, &on, 1));
    assert_true(visit_act(&visit, &on, 2));
}

static void test_stay_and_end(void **state)
{
    (void)state;
    struct visit visit = visit_new((struct comfort){0}), fresh = visit_new((struct comfort){0});
    play(&visit, "language:uk page:a page:b read-on");
    visit.asked = true;
    visit.seconds_left = 12;
    play(&visit, "stay");
    assert_false(visit.asked);
    assert_string_equal(where(&visit), "uk page:b 1 <2");
    visit.asked = true;
    play(&visit, "end");
    assert_memory_equal(&visit, &fresh, sizeof visit);  // nothing is left of the visitor
}

// Whatever was chosen, typed, marked or set: after the end the visit is a fresh one, with the looks
// that the panel begins with.
static void test_nothing_is_left(void **state)
{
    (void)state;
    const struct comfort usual = {.text = TEXT_L, .contrast = true};
    struct visit visit = visit_new(usual), fresh = visit_new(usual);
    play(&visit, "language:uk page:a bilingual mark:3 answer:yes search type:ш type:к "
                 "keyboard:german find display text-size:XL contrast calm");
    assert_string_equal(visit.query, "шк");
    assert_int_equal(visit.comfort.text, TEXT_XL);
    assert_true(visit.bilingual && visit.display && visit.comfort.calm);
    assert_false(visit.comfort.contrast);
    play(&visit, "end");
    assert_memory_equal(&visit, &fresh, sizeof visit);
}

static void test_query(void **state)
{
    (void)state;
    struct visit visit = visit_new((struct comfort){0});
    play(&visit, "language:am search type:ሀ type:\bሁ type:s");
    assert_string_equal(visit.query, "ሁs");
    play(&visit, "erase erase");
    assert_string_equal(visit.query, "");
    assert_false(play(&visit, "erase"));
    struct action space = action_of(ACTION_TYPE, " "), letter = action_of(ACTION_TYPE, "ế");
    assert_false(visit_act(&visit, &space, 1));  // none at the beginning
    while (visit_act(&visit, &letter, 1))
        assert_true(strlen(visit.query) < QUERY_SIZE);
    assert_int_equal(strlen(visit.query) % strlen("ế"), 0);  // never half a letter
    play(&visit, "page:a back");
    assert_true(visit.query[0]);  // from a hit one comes back to it
    play(&visit, "home search");
    assert_string_equal(visit.query, "");  // from elsewhere it begins anew
}

static void test_history_forgets_the_oldest(void **state)
{
    (void)state;
    struct visit visit = visit_new((struct comfort){0});
    play(&visit, "language:uk");
    for (int i = 0; i < HISTORY_SIZE + 6; i++) {
        char step[32];
        snprintf(step, sizeof step, "page:p%d", i);
        assert_true(play(&visit, step));
    }
    assert_string_equal(where(&visit), "uk page:p69 0 <64");
    int back = 0;
    while (play(&visit, "back"))
        back++;
    assert_int_equal(back, HISTORY_SIZE);
    assert_string_equal(where(&visit), "uk page:p5 0 <0");
}

// ---- After a reload ------------------------------------------------------------------------

// A guide with page a, office o, topic t, in German and Ukrainian; Arabic is not complete.
static const struct language german = {.tag = "de"}, ukrainian = {.tag = "uk"},
                             arabic = {.tag = "ar"};
static const struct language *spoken[] = {&german, &ukrainian, &arabic};
static bool offered[] = {true, true, false};
static struct page pages[] = {{.id = "a"}};
static struct office offices[] = {{.id = "o"}};
static struct topic topics[] = {{.id = "t"}};
static const struct guide guide = {
    .languages = {spoken, COUNT(spoken), COUNT(spoken)},
    .offered = offered,
    .pages = {pages, 1, 1},
    .offices = {offices, 1, 1},
    .topics = {topics, 1, 1},
};

static const struct {
    const char *steps, *where;
} repairs[] = {
    {"", "- attract 0 <0"},
    {"languages", "- languages 0 <1"},
    {"language:uk", "uk home 0 <0"},
    {"language:uk topic:t page:a read-on", "uk page:a 1 <2"},
    {"language:uk topic:t office:o emergency", "uk emergency 0 <3"},
    {"language:uk page:gone", "uk home 0 <0"},
    {"language:uk topic:gone", "uk home 0 <0"},
    {"language:uk office:gone", "uk home 0 <0"},
    {"language:uk office:a", "uk home 0 <0"},
    {"language:uk page:a read-on office:gone", "uk page:a 1 <1"},
    {"language:uk page:a office:gone topic:gone", "uk page:a 0 <1"},
    {"language:uk topic:gone office:gone page:a", "uk page:a 0 <1"},
    {"language:uk page:gone languages", "uk languages 0 <1"},
    {"language:ar page:a", "- attract 0 <0"},
    {"language:xx page:a", "- attract 0 <0"},
};

static void test_repair(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(repairs); i++) {
        struct visit visit = visit_new((struct comfort){0});
        play(&visit, repairs[i].steps);
        visit_repair(&visit, &guide);
        if (strcmp(where(&visit), repairs[i].where) != 0)
            fail_msg("%s: wanted %s, got %s", repairs[i].steps, repairs[i].where, where(&visit));
    }
}

// ---- Gestures ------------------------------------------------------------------------------

enum { WIDTH = 1000, HEIGHT = 2000, SLACK = 16 };

// One finger's doing, and what it means. `finger` counts over two touch devices, ten on each.
struct contact_step {
    uint32_t type;
    int finger, x, y, ms;
    enum gesture_kind kind;
    int dy;
    double speed;
};

// clang-format off
#define STEP(t, f, X, Y, at) .type = t, .finger = f, .x = X, .y = Y, .ms = at
#define DOWN(f, x, y, ms, meaning) {STEP(SDL_FINGERDOWN, f, x, y, ms), .kind = meaning}
#define MOVE(f, x, y, ms, meaning) {STEP(SDL_FINGERMOTION, f, x, y, ms), .kind = meaning}
#define UP(f, x, y, ms, meaning) {STEP(SDL_FINGERUP, f, x, y, ms), .kind = meaning}
#define DRAG(f, x, y, ms, d, v)                                                                    \
    {STEP(SDL_FINGERMOTION, f, x, y, ms), .kind = GESTURE_DRAG, .dy = d, .speed = v}
#define DROP(f, x, y, ms, d, v)                                                                    \
    {STEP(SDL_FINGERUP, f, x, y, ms), .kind = GESTURE_DROP, .dy = d, .speed = v}
// clang-format on

static struct gesture gesture_at(struct fingers *fingers, const struct contact_step *step)
{
    SDL_TouchFingerEvent event = {
        .type = step->type,
        .touchId = step->finger / 10,
        .fingerId = step->finger % 10,
        .x = ((float)step->x + 0.5f) / WIDTH,
        .y = ((float)step->y + 0.5f) / HEIGHT,
    };
    return gesture_of(fingers, &event, WIDTH, HEIGHT, SLACK, 5000 + (uint64_t)step->ms);
}

static void check_gestures(const char *name, const struct contact_step *steps, size_t count)
{
    struct fingers fingers = {0};
    for (size_t i = 0; i < count; i++) {
        const struct contact_step *step = &steps[i];
        struct gesture gesture = gesture_at(&fingers, step);
        if (gesture.kind != step->kind)
            fail_msg("%s, step %zu: kind %d", name, i, gesture.kind);
        if (gesture.kind == GESTURE_NONE)
            continue;
        assert_int_equal(gesture.x, step->x);
        assert_int_equal(gesture.y, step->y);
        if (gesture.kind == GESTURE_DRAG || gesture.kind == GESTURE_DROP) {
            double error = gesture.speed - step->speed;
            if (gesture.dy != step->dy || error < -0.01 || error > 0.01)
                fail_msg("%s, step %zu: dy %d, speed %f", name, i, gesture.dy, gesture.speed);
        }
    }
    assert_false(fingers.down);
    assert_int_equal(fingers.contacts, 0);
}

// One step a line.
// clang-format off
static const struct contact_step tap[] = {
    DOWN(0, 300, 400, 0, GESTURE_DOWN),
    UP(0, 300, 400, 80, GESTURE_TAP),
};
static const struct contact_step shortest_tap[] = {
    DOWN(0, 999, 1999, 0, GESTURE_DOWN),
    UP(0, 999, 1999, 40, GESTURE_TAP),
};
static const struct contact_step noise[] = {
    DOWN(0, 300, 400, 0, GESTURE_DOWN),
    UP(0, 300, 400, 39, GESTURE_CANCEL),
};
static const struct contact_step trembling_tap[] = {
    DOWN(0, 300, 400, 0, GESTURE_DOWN),
    MOVE(0, 316, 384, 50, GESTURE_NONE),
    MOVE(0, 284, 416, 100, GESTURE_NONE),
    UP(0, 316, 416, 2000, GESTURE_TAP),
};
static const struct contact_step drag[] = {
    DOWN(0, 300, 400, 0, GESTURE_DOWN),
    DRAG(0, 300, 383, 10, -17, -1.7),
    DRAG(0, 300, 363, 20, -37, -2),
    DRAG(0, 300, 403, 40, 3, 2),  // back within the slack, and still a drag
    DROP(0, 300, 403, 50, 3, 2),
};
static const struct contact_step sideways[] = {
    DOWN(0, 300, 400, 0, GESTURE_DOWN),
    DRAG(0, 317, 400, 10, 0, 0),
    DROP(0, 500, 410, 60, 10, 0),
};
static const struct contact_step flick[] = {
    DOWN(0, 300, 1000, 0, GESTURE_DOWN),
    DRAG(0, 300, 980, 10, -20, -2),
    DRAG(0, 300, 940, 20, -60, -4),
    DROP(0, 300, 940, 119, -60, -4),
};
static const struct contact_step flick_that_came_to_rest[] = {
    DOWN(0, 300, 1000, 0, GESTURE_DOWN),
    DRAG(0, 300, 940, 20, -60, -3),
    DROP(0, 300, 940, 121, -60, 0),
};
static const struct contact_step two_events_in_one_ms[] = {
    DOWN(0, 300, 1000, 0, GESTURE_DOWN),
    DRAG(0, 300, 970, 0, -30, 0),
    DRAG(0, 300, 960, 20, -40, -2),
    DRAG(0, 300, 900, 20, -100, -2),
    DROP(0, 300, 900, 20, -100, -2),
};
static const struct contact_step second_finger[] = {
    DOWN(0, 300, 400, 0, GESTURE_DOWN),
    DOWN(1, 600, 900, 10, GESTURE_NONE),
    MOVE(1, 600, 300, 20, GESTURE_NONE),
    UP(1, 600, 300, 60, GESTURE_NONE),
    UP(0, 300, 400, 90, GESTURE_TAP),
};
static const struct contact_step second_finger_stays[] = {
    DOWN(0, 300, 400, 0, GESTURE_DOWN),
    DOWN(1, 600, 900, 10, GESTURE_NONE),
    UP(0, 300, 400, 90, GESTURE_TAP),
    DOWN(0, 300, 400, 200, GESTURE_NONE),  // whose is it, while one rests?
    UP(0, 300, 400, 290, GESTURE_NONE),
    UP(1, 600, 900, 400, GESTURE_NONE),
    DOWN(0, 300, 400, 500, GESTURE_DOWN),
    UP(0, 300, 400, 600, GESTURE_TAP),
};
static const struct contact_step same_finger_of_another_screen[] = {
    DOWN(3, 300, 400, 0, GESTURE_DOWN),
    DOWN(13, 600, 900, 10, GESTURE_NONE),
    MOVE(13, 600, 100, 20, GESTURE_NONE),
    UP(13, 600, 100, 60, GESTURE_NONE),
    UP(3, 300, 400, 90, GESTURE_TAP),
};
static const struct contact_step three_fingers[] = {
    DOWN(0, 300, 400, 0, GESTURE_DOWN),
    DOWN(1, 310, 400, 5, GESTURE_NONE),
    DOWN(2, 320, 400, 10, GESTURE_NONE),
    UP(2, 320, 400, 80, GESTURE_NONE),
    UP(1, 310, 400, 85, GESTURE_NONE),
    UP(0, 300, 400, 90, GESTURE_TAP),
};
static const struct contact_step palm[] = {
    DOWN(0, 300, 400, 0, GESTURE_DOWN),
    DOWN(1, 310, 400, 5, GESTURE_NONE),
    DOWN(2, 320, 400, 10, GESTURE_NONE),
    DOWN(3, 330, 400, 15, GESTURE_CANCEL),
    DOWN(4, 340, 400, 20, GESTURE_NONE),
    MOVE(0, 300, 900, 50, GESTURE_NONE),
    UP(0, 300, 900, 80, GESTURE_NONE),
    UP(3, 330, 400, 81, GESTURE_NONE),
    UP(2, 320, 400, 82, GESTURE_NONE),
    UP(1, 310, 400, 83, GESTURE_NONE),
    UP(4, 340, 400, 84, GESTURE_NONE),
    DOWN(0, 300, 400, 500, GESTURE_DOWN),
    UP(0, 300, 400, 600, GESTURE_TAP),
};
static const struct contact_step lifted_without_having_touched[] = {
    UP(0, 300, 400, 0, GESTURE_NONE),
    MOVE(0, 300, 900, 10, GESTURE_NONE),
    DOWN(0, 300, 400, 20, GESTURE_DOWN),
    UP(0, 300, 400, 90, GESTURE_TAP),
};
static const struct contact_step lifting_was_lost[] = {
    DOWN(0, 300, 400, 0, GESTURE_DOWN),
    DOWN(1, 300, 900, 9000, GESTURE_NONE),
    DOWN(2, 300, 900, 20000, GESTURE_DOWN),
    UP(2, 300, 900, 20080, GESTURE_TAP),
};
static const struct contact_step long_rest[] = {
    DOWN(0, 300, 400, 0, GESTURE_DOWN),
    UP(0, 300, 400, 20000, GESTURE_TAP),
};
// clang-format on

static void test_gestures(void **state)
{
    (void)state;
#define CHECK(steps) check_gestures(#steps, steps, COUNT(steps))
    CHECK(tap);
    CHECK(shortest_tap);
    CHECK(noise);
    CHECK(trembling_tap);
    CHECK(drag);
    CHECK(sideways);
    CHECK(flick);
    CHECK(flick_that_came_to_rest);
    CHECK(two_events_in_one_ms);
    CHECK(second_finger);
    CHECK(second_finger_stays);
    CHECK(same_finger_of_another_screen);
    CHECK(three_fingers);
    CHECK(palm);
    CHECK(lifted_without_having_touched);
    CHECK(lifting_was_lost);
    CHECK(long_rest);
#undef CHECK
}

// ---- What a finger hits --------------------------------------------------------------------

static void add_target(struct scene *scene, struct rect box, const char *action, bool scrolls)
{
    struct target target = {.box = box, .scrolls = scrolls};
    assert_true(action_parse(action, &target.action));
    *list_add(scene->arena, &scene->targets) = target;
}

// Bar at the bottom, a dialog over two tiles, and a list of 300 px seen through 100 px.
static struct scene *make_scene(void)
{
    struct scene *scene = scene_new();
    scene->width = 400;
    scene->height = 400;
    scene->scroll.view = (struct rect){0, 200, 400, 100};
    scene->scroll.offset = 50;
    add_target(scene, (struct rect){0, 0, 100, 100}, "page:left", false);
    add_target(scene, (struct rect){100, 0, 100, 100}, "page:right", false);
    add_target(scene, (struct rect){50, 50, 100, 100}, "stay", false);
    add_target(scene, (struct rect){0, 0, 400, 100}, "page:first", true);
    add_target(scene, (struct rect){0, 100, 400, 100}, "page:second", true);
    add_target(scene, (struct rect){0, 200, 400, 100}, "page:third", true);
    add_target(scene, (struct rect){0, 300, 400, 100}, "home", false);
    return scene;
}

// clang-format off
static const struct {
    int x, y, grown;
    const char *hit;  // NULL: nothing
} hits[] = {
    {0, 0, 0, "page:left"},
    {99, 49, 0, "page:left"},
    {100, 49, 0, "page:right"},
    {199, 0, 0, "page:right"},
    {200, 0, 0, NULL},
    {50, 50, 0, "stay"},
    {149, 149, 0, "stay"},
    {150, 149, 0, NULL},
    {150, 50, 0, "page:right"},
    {157, 157, 8, "stay"},
    {158, 150, 8, NULL},
    {203, 20, 8, "page:right"},
    {203, 20, 3, NULL},
    {202, 20, 3, "page:right"},
    {-1, 20, 0, NULL},
    {-1, 20, 1, "page:left"},
    {10, 199, 0, NULL},           // the first row of the list is there, above the view
    {10, 200, 0, "page:first"},
    {10, 249, 0, "page:first"},
    {10, 250, 0, "page:second"},
    {10, 299, 0, "page:second"},
    {10, 300, 0, "home"},         // where the second row would go on
    {10, 360, 0, "home"},
    {400, 360, 0, NULL},
};
// clang-format on

static void test_hits(void **state)
{
    (void)state;
    struct scene *scene = make_scene();
    for (size_t i = 0; i < COUNT(hits); i++) {
        const struct target *target = scene_target(scene, hits[i].x, hits[i].y, hits[i].grown);
        struct action wanted;
        bool right = !target;
        if (hits[i].hit) {
            assert_true(action_parse(hits[i].hit, &wanted));
            right = target && action_equal(&target->action, &wanted);
        }
        if (!right)
            fail_msg("%d, %d (%d): %s %s", hits[i].x, hits[i].y, hits[i].grown,
                     target ? action_name(target->action.kind) : "nothing",
                     target ? target->action.id : "");
    }
    scene_free(scene);
}

static void test_finding_targets(void **state)
{
    (void)state;
    struct scene *scene = make_scene();
    struct action third = action_of(ACTION_PAGE, "third"), fourth = action_of(ACTION_PAGE, "4");
    const struct target *target = scene_target_of(scene, &third);
    assert_non_null(target);
    struct rect place = scene_place(scene, target->box, target->scrolls);
    assert_int_equal(place.y, 350);  // below the view
    assert_null(scene_target_of(scene, &fourth));
    add_target(scene, (struct rect){7, 7, 7, 7}, "page:third", false);  // twice: the upper one
    assert_int_equal(scene_target_of(scene, &third)->box.x, 7);
    scene_clear(scene);
    assert_null(scene_target_of(scene, &third));
    assert_null(scene_target(scene, 10, 10, 0));
    scene_free(scene);
    scene_free(NULL);
}

static void test_print(void **state)
{
    (void)state;
    struct scene *scene = make_scene();
    scene->targets.count = 4;
    *list_add(scene->arena, &scene->legends) =
        (struct legend){"Вітаємо", &ukrainian, {10, 20, 30, 40}, false, false};
    *list_add(scene->arena, &scene->legends) =
        (struct legend){"Anmelden", &german, {10, 20, 30, 40}, true, false};
    char text[1000];
    FILE *stream = fmemopen(text, sizeof text, "w");
    scene_print(scene, stream);
    fclose(stream);
    assert_string_equal(text, "screen 400 400\n"
                              "target page:left 0 0 100 100\n"
                              "target page:right 100 0 100 100\n"
                              "target stay 50 50 100 100\n"
                              "target page:first 0 150 400 100\n"
                              "text uk 10 20 30 40 Вітаємо\n"
                              "text de 10 170 30 40 Anmelden\n");
    assert_string_equal(scene_legend(scene, "meld")->text, "Anmelden");
    assert_null(scene_legend(scene, "abmelden"));
    scene_free(scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_actions),
        cmocka_unit_test(test_no_actions),
        cmocka_unit_test(test_actions_differ),
        cmocka_unit_test(test_visits),
        cmocka_unit_test(test_reading_on_needs_screenfuls),
        cmocka_unit_test(test_stay_and_end),
        cmocka_unit_test(test_nothing_is_left),
        cmocka_unit_test(test_query),
        cmocka_unit_test(test_history_forgets_the_oldest),
        cmocka_unit_test(test_repair),
        cmocka_unit_test(test_gestures),
        cmocka_unit_test(test_hits),
        cmocka_unit_test(test_finding_targets),
        cmocka_unit_test(test_print),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
