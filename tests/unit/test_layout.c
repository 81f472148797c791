// SPDX-License-Identifier: EUPL-1.2
// Every screen in every language: nothing runs out of the screen or of its box, no text lies on
// another, what can be touched is large enough, does not overlap and is seen to end somewhere.
//
// Scenes are looked at as data, all screenfuls at once; what ink does within its line is tested with
// the text. LAYOUT_LANGUAGES="de ar" in the environment looks at these only.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/install.h"
#include "guide/load.h"
#include "guide/type.h"
#include "kiosk/screen.h"
#include "text/fontmap.h"
#include "text/tr.h"

// Upright, wide, and a small upright panel of 15.6″, where the unit is 2 mm.
static const struct {
    int width, height;
    struct panel panel;
    bool once;  // differs in rounding only: German is enough
} panels[] = {
    {1080, 1920, {0, 0, 0}, false},   {1920, 1080, {0, 0, 0}, false},
    {1080, 1920, {194, 344, 0}, false}, {720, 1280, {0, 0, 0}, true},     {1280, 720, {0, 0, 0}, true},
    {2160, 3840, {0, 0, 0}, true},    {1080, 1920, {336, 598, 900}, true},
};
static const struct {
    double factor;
    bool once;
} text_sizes[] = {{1, false}, {1.25, true}, {1.5, false}};

struct layout_test {
    struct guide *guide;
    struct arena *arena;
    struct fontmap map;
    struct fonts *fonts;
    struct layouts *layouts;
    struct scene *scene;
    struct visit visit;
    struct view view;
    const char *language;
    size_t scenes;
    int faults;
};

enum { FAULTS_SHOWN = 60 };

static void fault(struct layout_test *test, const char *what, const char *which)
{
    const struct waypoint *now = &test->visit.now;
    if (test->faults++ < FAULTS_SHOWN)
        print_error("%s %dx%d%s%s %g %s%s%s%s: %s: %s\n", test->language, test->view.width,
                    test->view.height, test->view.panel.width ? " small" : "",
                    test->visit.comfort.low_reach ? " low" : "", test->view.text_size, test->visit.bilingual ? "parallel " : "",
                    screen_name(now->screen), *now->id ? ":" : "", now->id, what, which);
}

// ---- Text --------------------------------------------------------------------------------------

// Where the letters of a run are: from the height of capitals to a little below the baseline.
static struct rect letters(const struct draw *draw)
{
    int up = (int)(0.7 * draw->text.size), down = (int)(0.15 * draw->text.size);
    return (struct rect){draw->box.x, draw->text.baseline - up, draw->box.w, up + down};
}

static bool overlap(struct rect a, struct rect b, int least)
{
    int w = (a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w) - (a.x > b.x ? a.x : b.x);
    int h = (a.y + a.h < b.y + b.h ? a.y + a.h : b.y + b.h) - (a.y > b.y ? a.y : b.y);
    return w > least && h > least;
}

static bool contains_middle(struct rect box, struct rect of)
{
    int x = of.x + of.w / 2, y = of.y + of.h / 2;
    return x >= box.x && x < box.x + box.w && y >= box.y && y < box.y + box.h;
}

static bool contains(struct rect box, struct rect inner)
{
    return inner.x >= box.x - 1 && inner.y >= box.y - 1 && inner.x + inner.w <= box.x + box.w + 1 &&
           inner.y + inner.h <= box.y + box.h + 1;
}

// What was drawn last below the middle of a text, an icon, a box: a card, a key, a tag, an arm.
// Boxes as flat as a line are none.
static const struct draw *ground_of(const struct scene *scene, size_t at)
{
    const struct draw *on = &scene->draws.items[at];
    bool text = on->kind == DRAW_RUN;
    for (size_t i = at; i > 0; i--) {
        const struct draw *draw = &scene->draws.items[i - 1];
        bool fills =
            draw->kind == DRAW_ROUND || draw->kind == DRAW_RECT || draw->kind == DRAW_POLYGON;
        if (fills && draw->scrolls == on->scrolls &&
            draw->box.h > (text ? on->text.size : on->box.h / 2.0) &&
            contains_middle(draw->box, text ? letters(on) : on->box))
            return draw;
    }
    return NULL;
}

// Dialogs lie over a dimmed screen, whose texts do not count.
static size_t first_draw(const struct scene *scene)
{
    for (size_t i = scene->draws.count; i > 0; i--) {
        struct rect box = scene->draws.items[i - 1].box;
        if (scene->draws.items[i - 1].kind == DRAW_RECT && box.w == scene->width &&
            box.h == scene->height)
            return i;
    }
    return 0;
}

// Only addresses may be torn: they are one word. In the largest type or in two columns on a small panel
// a line has room for about twelve letters: there no size would spare the longest words.
static void check_words(struct layout_test *test)
{
    if (test->view.panel.width && (test->view.text_size > 1.25 || test->visit.bilingual))
        return;
    for (size_t i = 0; i < test->scene->legends.count; i++) {
        const struct legend *legend = &test->scene->legends.items[i];
        if (legend->torn && !strchr(legend->text, '@') && !strchr(legend->text, '/'))
            fault(test, "has a torn word", legend->text);
    }
}

// By a box drawn later; a dialog is one, but what lies below it does not count.
static bool is_covered(const struct scene *scene, size_t run)
{
    const struct draw *text = &scene->draws.items[run];
    for (size_t i = run + 1; i < scene->draws.count; i++) {
        const struct draw *draw = &scene->draws.items[i];
        if ((draw->kind == DRAW_ROUND || draw->kind == DRAW_RECT) &&
            draw->scrolls == text->scrolls && overlap(letters(text), draw->box, 2))
            return true;
    }
    return false;
}

static void check_texts(struct layout_test *test)
{
    const struct scene *scene = test->scene;
    size_t first = first_draw(scene);
    for (size_t i = first; i < scene->draws.count; i++) {
        const struct draw *draw = &scene->draws.items[i];
        if (draw->kind != DRAW_RUN)
            continue;
        struct rect box = letters(draw);
        const struct draw *ground = ground_of(scene, i);
        if (box.x < -1 || box.x + box.w > scene->width + 1)
            fault(test, "runs out of the screen", draw->text.run->text);
        else if (ground && !contains(ground->box, box))
            fault(test, "runs out of its box", draw->text.run->text);
        if (is_covered(scene, i))
            fault(test, "is covered", draw->text.run->text);
        for (size_t j = first; j < i; j++) {
            const struct draw *other = &scene->draws.items[j];
            if (other->kind == DRAW_RUN && other->scrolls == draw->scrolls &&
                overlap(box, letters(other), 3) && other->text.run->text != draw->text.run->text)
                fault(test, "lies on other text", draw->text.run->text);
        }
    }
}

// ---- Colours -----------------------------------------------------------------------------------

// Relative luminance and contrast: WCAG 2.2.
static double channel(uint32_t colour, int shift)
{
    double c = (double)(colour >> shift & 0xFF) / 255;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t colour)
{
    return 0.2126 * channel(colour, 24) + 0.7152 * channel(colour, 16) +
           0.0722 * channel(colour, 8);
}

static double contrast(uint32_t a, uint32_t b)
{
    double x = luminance(a), y = luminance(b);
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

static double contrast_below(const struct scene *scene, size_t at)
{
    const struct draw *ground = ground_of(scene, at);
    return contrast(scene->draws.items[at].colour, ground ? ground->colour : scene->ground);
}

// Text has 7:1 on what lies below it (WCAG 1.4.6), an icon 3:1 (1.4.11).
static void check_colours(struct layout_test *test)
{
    const struct scene *scene = test->scene;
    for (size_t i = first_draw(scene); i < scene->draws.count; i++) {
        const struct draw *draw = &scene->draws.items[i];
        if (draw->kind == DRAW_RUN && contrast_below(scene, i) < 7)
            fault(test, "is hard to read", draw->text.run->text);
        if (draw->kind == DRAW_ICON && contrast_below(scene, i) < 3)
            fault(test, "is hard to see", draw->icon.name);
    }
}

// ---- Targets -----------------------------------------------------------------------------------

static void check_targets(struct layout_test *test)
{
    const struct scene *scene = test->scene;
    int shorter = scene->width < scene->height ? scene->width : scene->height;
    int least = 10 * shorter / 135;
    for (size_t i = 0; i < scene->targets.count; i++) {
        const struct target *target = &scene->targets.items[i];
        const char *name = action_name(target->action.kind);
        if (target->box.w < least || target->box.h < least)
            fault(test, "is too small to be touched", name);
        if (target->box.x < 0 || target->box.x + target->box.w > scene->width ||
            (!target->scrolls && target->box.y + target->box.h > scene->height))
            fault(test, "reaches out of the screen", name);
        for (size_t j = 0; j < i; j++) {
            const struct target *other = &scene->targets.items[j];
            bool within = other->action.kind == ACTION_SEARCH && target->action.kind == ACTION_CLEAR;
            if (other->scrolls == target->scrolls && !within && overlap(target->box, other->box, 2))
                fault(test, "overlaps another target", name);
        }
    }
}

// What a key with a word says keeps off its edges.
static void check_keys(struct layout_test *test)
{
    enum { AIR = 12 };
    const struct scene *scene = test->scene;
    for (size_t t = 0; t < scene->targets.count; t++) {
        const struct target *target = &scene->targets.items[t];
        if (target->action.kind != ACTION_KEYBOARD && target->action.kind != ACTION_FIND)
            continue;
        struct rect inner = {target->box.x + AIR, target->box.y, target->box.w - 2 * AIR,
                             target->box.h};
        for (size_t i = 0; i < scene->draws.count; i++) {
            const struct draw *draw = &scene->draws.items[i];
            if (draw->kind == DRAW_RUN && !draw->scrolls &&
                contains_middle(target->box, letters(draw)) && !contains(inner, letters(draw)))
                fault(test, "touches the edges of its key", draw->text.run->text);
        }
    }
}

// ---- Boundaries --------------------------------------------------------------------------------

// What has none: its words have 7:1 and its icon has 3:1 all the same.
static const struct {
    enum action_kind action;
    enum zone zone;
    bool wide;  // only where it is as wide as the screen
} unbounded[] = {
    // Slots of the bar: an icon and a word each, side by side, the bar as a whole is bounded.
    {ACTION_BACK, ZONE_BAR, false},
    {ACTION_END, ZONE_BAR, false},
    {ACTION_HOME, ZONE_BAR, false},
    {ACTION_SEARCH, ZONE_BAR, false},
    {ACTION_DISPLAY, ZONE_BAR, false},
    // Yellow keys are filled, but yellow has 1.5:1 on paper.
    {ACTION_BILINGUAL, ZONE_BAR, false},
    {ACTION_STAY, ZONE_CONTENT, false},
    // The dimmed screen beside the sheet, which a touch closes, as its key does.
    {ACTION_DISPLAY, ZONE_CONTENT, true},
    // The attract screen is one key, and says so.
    {ACTION_LANGUAGES, ZONE_CONTENT, true},
};

static bool may_be_unbounded(const struct scene *scene, const struct target *target)
{
    for (size_t i = 0; i < sizeof unbounded / sizeof *unbounded; i++)
        if (unbounded[i].action == target->action.kind && unbounded[i].zone == target->zone &&
            (!unbounded[i].wide || target->box.w == scene->width))
            return true;
    return false;
}

// A box that is drawn within the target and takes up most of it: the boundary, or the fill.
static bool bounds(const struct draw *draw, const struct target *target)
{
    const struct rect *box = &draw->box;
    return (draw->kind == DRAW_ROUND || draw->kind == DRAW_RECT) &&
           draw->scrolls == target->scrolls && contains(target->box, *box) &&
           2 * box->w > target->box.w && 2 * box->h > target->box.h;
}

// The boundary or the fill has 3:1 on what the control stands on (WCAG 1.4.11).
static bool has_boundary(const struct scene *scene, const struct target *target)
{
    size_t first = first_draw(scene);
    while (first < scene->draws.count && !bounds(&scene->draws.items[first], target))
        first++;
    if (first == scene->draws.count)
        return false;
    const struct draw *ground = ground_of(scene, first);
    for (size_t i = first; i < scene->draws.count; i++)
        if (bounds(&scene->draws.items[i], target) &&
            contrast(scene->draws.items[i].colour, ground ? ground->colour : scene->ground) >= 3)
            return true;
    return false;
}

static void check_boundaries(struct layout_test *test)
{
    for (size_t i = 0; i < test->scene->targets.count; i++) {
        const struct target *target = &test->scene->targets.items[i];
        if (!may_be_unbounded(test->scene, target) && !has_boundary(test->scene, target))
            fault(test, "has no visible boundary", action_name(target->action.kind));
    }
}

// ---- Screenfuls --------------------------------------------------------------------------------

static bool is_on_a_screenful(const struct scroll *scroll, struct rect box)
{
    int middle = box.y + box.h / 2 - scroll->view.y + scroll->offset;
    for (size_t i = 0; i < scroll->starts.count; i++)
        if (scroll->starts.items[i] <= middle - box.h / 3 &&
            middle + box.h / 3 <= scroll->ends.items[i])
            return true;
    return scroll->starts.count == 0;
}

// No line is cut by the end of a screenful. What is above and below a line's letters may be.
static void check_screenfuls(struct layout_test *test)
{
    const struct scene *scene = test->scene;
    for (size_t i = 0; i < scene->draws.count; i++) {
        const struct draw *draw = &scene->draws.items[i];
        if (draw->kind == DRAW_RUN && draw->scrolls &&
            !is_on_a_screenful(&scene->scroll, scene_place(scene, draw->box, true)))
            fault(test, "is cut by the end of a screenful", draw->text.run->text);
    }
}

// ---- Screens -----------------------------------------------------------------------------------

static void look(struct layout_test *test, enum screen screen, const char *id)
{
    test->visit.now = (struct waypoint){.screen = screen};
    if (id)
        snprintf(test->visit.now.id, sizeof test->visit.now.id, "%s", id);
    screen_build(&test->view, test->scene);
    check_texts(test);
    check_words(test);
    check_colours(test);
    check_targets(test);
    check_keys(test);
    check_boundaries(test);
    check_screenfuls(test);
    test->scenes++;
}

static void look_at_texts(struct layout_test *test)
{
    const struct guide *guide = test->guide;
    int language = guide_language(guide, test->language);
    for (size_t i = 0; i < guide->pages.count; i++)
        if (guide->pages.items[i].words.in[language])
            look(test, SCREEN_PAGE, guide->pages.items[i].id);
    for (size_t i = 0; i < guide->offices.count; i++)
        look(test, SCREEN_OFFICE, guide->offices.items[i].id);
}

// With the language's own name on a key.
static void look_at_german_keyboard(struct layout_test *test)
{
    test->visit.keyboard = KEYBOARD_GERMAN;
    look(test, SCREEN_SEARCH, NULL);
    test->visit.keyboard = KEYBOARD_OWN;
}

static void look_at_all(struct layout_test *test)
{
    const struct guide *guide = test->guide;
    look(test, SCREEN_LANGUAGES, NULL);
    look(test, SCREEN_HOME, NULL);
    look(test, SCREEN_EMERGENCY, NULL);
    look(test, SCREEN_SEARCH, NULL);
    snprintf(test->visit.query, sizeof test->visit.query, "abc");
    look(test, SCREEN_SEARCH, NULL);
    test->visit.query[0] = '\0';
    look_at_german_keyboard(test);
    for (size_t i = 0; i < guide->topics.count; i++)
        look(test, SCREEN_TOPIC, guide->topics.items[i].id);
    look_at_texts(test);
    test->visit.display = true;
    look(test, SCREEN_HOME, NULL);
    test->visit.display = false;
    test->visit.asked = true;
    test->visit.seconds_left = 20;
    look(test, SCREEN_HOME, NULL);
    test->visit.asked = false;
    test->visit.bilingual = strcmp(test->language, "de") != 0;
    if (test->visit.bilingual) {
        look_at_texts(test);
        look(test, SCREEN_HOME, NULL);
        look(test, SCREEN_TOPIC, guide->topics.items[1].id);
    }
    test->visit.bilingual = false;
}

static bool is_asked_for(const char *tag)
{
    const char *asked = getenv("LAYOUT_LANGUAGES");
    char word[32];
    while (asked && (asked = type_word(asked, word, sizeof word)))
        if (strcmp(word, tag) == 0)
            return true;
    return !getenv("LAYOUT_LANGUAGES");
}

// Before a language is chosen; the greeting in yellow is that of the language.
static void look_at_attract(struct layout_test *test, int language)
{
    test->visit.language[0] = '\0';
    test->view.attract = attract_phase(test->guide, language);
    look(test, SCREEN_ATTRACT, NULL);
    look(test, SCREEN_LANGUAGES, NULL);
    snprintf(test->visit.language, sizeof test->visit.language, "%s", test->language);
}

// What does not follow the visitor's language.
static void look_at_service(struct layout_test *test)
{
    static const struct staff pin = {.stage = STAFF_PIN, .pin = "123456789012"},
                              menu = {.stage = STAFF_MENU}, away;
    static const struct content_report report = {
        .folder = "/srv/wegweiser/content-of-the-town-with-a-long-name/current/content",
        .kept = true,
        .faults = "offices/buergerbuero.xml:1:1: error: a tag begins here and does not end\n"
                  "offices/vhs.xml:12:40: error: no office `vhs-emdem`; did you mean `vhs`?\n"};
    test->view.report = &report;
    test->view.staff = &pin;
    look(test, SCREEN_HOME, NULL);
    test->view.staff = &menu;
    look(test, SCREEN_HOME, NULL);
    test->view.staff = &away;
    test->view.guide = NULL;
    test->view.address = "https://guide.town.example/";
    look(test, SCREEN_ATTRACT, NULL);
    test->view.guide = test->guide;
}

static void look_at_theme(struct layout_test *test, size_t language)
{
    look_at_all(test);
    look_at_attract(test, (int)language);
    if (language == 0)
        look_at_service(test);
}

static void look_at_language(struct layout_test *test, size_t language)
{
    test->language = test->guide->languages.items[language]->tag;
    snprintf(test->visit.language, sizeof test->visit.language, "%s", test->language);
    for (size_t p = 0; p < sizeof panels / sizeof *panels; p++) {
        for (size_t t = 0; t < sizeof text_sizes / sizeof *text_sizes; t++) {
            if ((panels[p].once || text_sizes[t].once) && language > 0)
                continue;
            test->view.width = panels[p].width;
            test->view.height = panels[p].height;
            test->view.panel = panels[p].panel;
            test->view.text_size = text_sizes[t].factor;
            // Colours do not depend on the language: once is enough.
            test->view.theme = &theme_contrast;
            if (language == 0)
                look_at_theme(test, language);
            test->view.theme = &theme_light;
            look_at_theme(test, language);
            test->visit.comfort.low_reach = true;
            look_at_all(test);
            test->visit.comfort.low_reach = false;
        }
    }
}

static void test_every_screen(void **state)
{
    (void)state;
    struct faults faults = {0};
    struct layout_test test = {.arena = arena_new(), .scene = scene_new()};
    assert_true(tr_open(installed_path(test.arena, "locale")));
    test.guide = guide_load("content", (struct date){0}, &faults);
    assert_non_null(test.guide);
    assert_true(fontmap_load(&test.map, test.arena, "fonts/map", &faults));
    test.fonts = fonts_open(&test.map, &faults);
    test.layouts = layouts_new(test.fonts);
    static const struct staff away;
    test.view = (struct view){.guide = test.guide,
                              .visit = &test.visit,
                              .staff = &away,
                              .theme = &theme_light,
                              .fonts = test.fonts,
                              .layouts = test.layouts,
                              .fontmap = &test.map,
                              .now = {{2026, 12, 21}, 10 * 60 + 30}};
    for (size_t i = 0; i < test.guide->languages.count; i++)
        if (test.guide->offered[i] && is_asked_for(test.guide->languages.items[i]->tag))
            look_at_language(&test, i);
    printf("# %zu scenes looked at, %d faults\n", test.scenes, test.faults);
    assert_int_equal(test.faults, 0);
    layouts_free(test.layouts);
    fonts_close(test.fonts);
    scene_free(test.scene);
    guide_free(test.guide);
    arena_free(test.arena);
    faults_free(&faults);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_screen)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
