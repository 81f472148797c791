// SPDX-License-Identifier: EUPL-1.2
// Right to left, every screen is its own mirror image, but for what must not be mirrored.
//
// The same words are laid out twice: as they are, and for a copy of their language that is said to
// run from right to left. The two scenes are compared as data, element by element.
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/install.h"
#include "guide/load.h"
#include "guide/search.h"
#include "kiosk/screen.h"
#include "text/fontmap.h"
#include "text/tr.h"

static const struct {
    int width, height;
} sizes[] = {{1080, 1920}, {1920, 1080}};
static const double text_sizes[] = {1, 1.5};

// A line of a paragraph: its runs meet without a gap.
struct text_line {
    const struct draw *first;
    struct rect box;
    size_t runs, legend;
};

// One direction of the same guide.
struct side {
    struct guide *guide;
    struct language language;  // a copy where it is turned round
    struct search *search;
    struct scene *scene;
    LIST(struct text_line) lines;
};

struct mirror_test {
    struct side plain, turned;
    struct arena *arena;
    struct fontmap map;
    struct fonts *fonts;
    struct layouts *layouts;
    struct visit visit;
    struct view view;
    bool closed;  // the offices are, on all days
    size_t scenes, left_out;
    int faults;
};

enum { FAULTS_SHOWN = 60 };

static void fault(struct mirror_test *test, const char *what, const char *which, struct rect plain,
                  struct rect turned)
{
    const struct visit *visit = &test->visit;
    if (test->faults++ < FAULTS_SHOWN)
        print_error("%s %dx%d %g %s%s%s%s%s: %s: %s: %d %d %d %d, turned round %d %d %d %d\n",
                    visit->language, test->view.width, test->view.height, test->view.text_size,
                    visit->bilingual ? "parallel " : "", visit->comfort.low_reach ? "low " : "",
                    screen_name(visit->now.screen), *visit->now.id ? ":" : "", visit->now.id, what,
                    which, plain.x, plain.y, plain.w, plain.h, turned.x, turned.y, turned.w,
                    turned.h);
}

static int px(const struct mirror_test *test, double units)
{
    const struct view *view = &test->view;
    return (int)lround(units * (view->width < view->height ? view->width : view->height) / 135);
}

// In the vertical middle of what lies from x to x + width.
static struct rect reflected(struct rect box, int x, int width)
{
    box.x = 2 * x + width - box.x - box.w;
    return box;
}

static bool contains_middle(struct rect box, struct rect of)
{
    int x = of.x + of.w / 2, y = of.y + of.h / 2;
    return x >= box.x && x < box.x + box.w && y >= box.y && y < box.y + box.h;
}

static bool contains(struct rect box, struct rect inner)
{
    return inner.x >= box.x && inner.y >= box.y && inner.x + inner.w <= box.x + box.w &&
           inner.y + inner.h <= box.y + box.h;
}

// ---- Lines -------------------------------------------------------------------------------------

static bool is_in(const struct text_line *line, const struct legend *legend)
{
    const struct rect *a = &line->box, *b = &legend->box;
    int baseline = line->first->text.baseline;
    return line->first->scrolls == legend->scrolls && a->x >= b->x - 2 &&
           a->x + a->w <= b->x + b->w + 2 && baseline >= b->y && baseline <= b->y + b->h;
}

// Both stand in the order in which they were put: the next line of a paragraph lies lower.
static void find_legends(struct side *side)
{
    const struct scene *scene = side->scene;
    size_t legend = 0;
    int above = -1;
    for (size_t i = 0; i < side->lines.count; i++) {
        struct text_line *line = &side->lines.items[i];
        while (legend < scene->legends.count && (!is_in(line, &scene->legends.items[legend]) ||
                                                 line->first->text.baseline <= above)) {
            legend++;
            above = -1;
        }
        line->legend = legend;
        above = line->first->text.baseline;
    }
}

static void find_lines(struct side *side)
{
    const struct scene *scene = side->scene;
    const struct draw *before = NULL;
    side->lines.items = NULL;
    side->lines.count = side->lines.room = 0;
    for (size_t i = 0; i < scene->draws.count; i++) {
        const struct draw *draw = &scene->draws.items[i];
        if (draw->kind == DRAW_RUN && before && before->text.baseline == draw->text.baseline &&
            before->box.x + before->box.w == draw->box.x) {
            struct text_line *line = &side->lines.items[side->lines.count - 1];
            line->box.w += draw->box.w;
            line->runs++;
        } else if (draw->kind == DRAW_RUN) {
            *list_add(scene->arena, &side->lines) = (struct text_line){draw, draw->box, 1, 0};
        }
        before = draw->kind == DRAW_RUN ? draw : NULL;
    }
    find_legends(side);
}

// ---- What is not reflected ---------------------------------------------------------------------

// Something on the plain screen.
struct element {
    struct rect box;
    bool scrolls;
    const struct legend *legend;   // that it is or is a line of; NULL: it is no text
    const struct text_line *line;  // NULL: it is no line
    const struct draw *draw;       // NULL: it is no draw
};

// How far the rail beside what stays in its order moves that.
static int rail(const struct mirror_test *test)
{
    return test->view.width > test->view.height ? -px(test, 40) : 0;
}

static const struct target *target_of(const struct scene *scene, const struct element *element)
{
    for (size_t i = 0; i < scene->targets.count; i++)
        if (scene->targets.items[i].scrolls == element->scrolls &&
            contains(scene->targets.items[i].box, element->box))
            return &scene->targets.items[i];
    return NULL;
}

// All below the brand and beside the rail, down to the last language.
static bool in_language_grid(const struct mirror_test *test, const struct element *element,
                             struct rect *expected)
{
    const struct scene *scene = test->plain.scene;
    bool wide = test->view.width > test->view.height;
    if (test->visit.now.screen != SCREEN_LANGUAGES)
        return false;
    struct rect grid = {wide ? px(test, 40) : 0, wide ? 0 : px(test, 14), 0, 0};
    for (size_t i = 0; i < scene->targets.count; i++)
        if (scene->targets.items[i].action.kind == ACTION_LANGUAGE)
            grid.h = scene->targets.items[i].box.y + scene->targets.items[i].box.h - grid.y;
    grid.w = test->view.width - grid.x;
    expected->x += rail(test);
    return contains(grid, element->box);
}

static bool in_turned_chip(const struct mirror_test *test, const struct element *element,
                           struct rect *expected)
{
    const struct target *chip = target_of(test->plain.scene, element);
    if (!chip || chip->action.kind != ACTION_LANGUAGE ||
        strcmp(chip->action.id, test->visit.language) != 0)
        return false;
    *expected = reflected(*expected, chip->box.x, chip->box.w);
    expected->x += rail(test);
    return element->line;
}

static bool is_letter_key(const struct mirror_test *test, const struct element *element,
                          struct rect *expected)
{
    const struct target *key = target_of(test->plain.scene, element);
    const struct action erase_action = action_of(ACTION_ERASE, NULL);
    const struct target *erase = scene_target_of(test->plain.scene, &erase_action);
    if (!key || key->action.kind != ACTION_TYPE || strcmp(key->action.id, " ") == 0)
        return false;
    expected->x += rail(test) + (erase->box.y == key->box.y ? erase->box.w : 0);
    return true;
}

// In the half at the end, above the answers.
static bool is_german_line(const struct mirror_test *test, const struct element *element,
                           struct rect *expected)
{
    if (!test->visit.bilingual || !element->line || element->legend->box.x < test->view.width / 2 ||
        !(element->scrolls || (test->visit.comfort.low_reach && element->box.y > px(test, 14) &&
                               element->box.y < px(test, 92))))
        return false;
    const struct rect *cell = &element->legend->box;
    expected->x += reflected(*cell, 0, test->view.width).x - cell->x;
    return true;
}

static const struct text_line *line_of(const struct side *side, size_t legend)
{
    for (size_t i = 0; i < side->lines.count; i++)
        if (side->lines.items[i].legend == legend)
            return &side->lines.items[i];
    return NULL;
}

// "8:00–12:30"
static bool is_range(const char *text)
{
    return strspn(text, "0123456789:") > 3 && strstr(text, "–");
}

// In words it is wider; it begins at the edge of the column all the same.
static bool is_time_range(const struct mirror_test *test, const struct element *element,
                          struct rect *expected)
{
    const struct text_line *words = element->line && is_range(element->legend->text)
                                        ? line_of(&test->turned, element->line->legend)
                                        : NULL;
    *expected = reflected(*expected, 0, test->view.width);
    if (words)
        expected->w = words->box.w;
    return words;
}

// So what stands between it and the day stands further from that edge.
static bool is_beside_time_range(const struct mirror_test *test, const struct element *element,
                                 struct rect *expected)
{
    const struct legend *first = test->plain.scene->legends.items;
    if (!element->legend || element->legend == first)
        return false;
    const struct legend *range = element->legend - 1;
    struct rect row = {0, range->box.y, test->view.width, range->box.h};
    if (!is_range(range->text) || !contains_middle(row, element->box))
        return false;
    const struct text_line *dash = line_of(&test->plain, (size_t)(range - first));
    const struct text_line *words = line_of(&test->turned, (size_t)(range - first));
    *expected = reflected(*expected, 0, test->view.width);
    if (dash && words)
        expected->x += words->box.w - dash->box.w;
    return dash && words;
}

// The yellow below what matches goes with its word.
static bool is_match(const struct mirror_test *test, const struct element *element,
                     struct rect *expected)
{
    const struct draw *draw = element->draw;
    if (!draw || draw->kind != DRAW_RECT || test->visit.now.screen != SCREEN_SEARCH ||
        draw->colour != test->view.theme->colour[INK_YELLOW])
        return false;
    for (size_t i = 0; i < test->plain.lines.count && i < test->turned.lines.count; i++) {
        const struct text_line *line = &test->plain.lines.items[i];
        if (line->first->scrolls != draw->scrolls || !contains_middle(line->box, draw->box))
            continue;
        expected->x += test->turned.lines.items[i].box.x - line->box.x;
        return true;
    }
    return false;
}

// The first that holds counts. Each must be needed.
static struct {
    const char *why;
    bool (*holds)(const struct mirror_test *test, const struct element *element,
                  struct rect *expected);
    size_t times;
} exceptions[] = {
    {"the text in a chip aligns to its own language's side", in_turned_chip, 0},
    {"in the language grid each language has its place for all", in_language_grid, 0},
    {"letter keys stand as on all keyboards", is_letter_key, 0},
    {"German lines begin at their left, on whichever side German stands", is_german_line, 0},
    {"a dash between times would be read from the wrong end: words are wider", is_time_range, 0},
    {"what stands beside such words makes room for them", is_beside_time_range, 0},
    {"letters run as they do within a line; what marks a word goes with it", is_match, 0},
};
enum { EXCEPTIONS = sizeof exceptions / sizeof *exceptions };

static struct rect expected_box(const struct mirror_test *test, const struct element *element)
{
    for (int i = 0; i < EXCEPTIONS; i++) {
        struct rect expected = element->box;
        if (exceptions[i].holds(test, element, &expected)) {
            exceptions[i].times++;
            return expected;
        }
    }
    return reflected(element->box, 0, test->view.width);
}

// Edges are snapped to whole pixels from either side.
static bool is_expected(const struct mirror_test *test, const struct element *element,
                        struct rect found)
{
    struct rect expected = expected_box(test, element);
    return abs(expected.x - found.x) <= 1 &&
           abs(expected.x + expected.w - found.x - found.w) <= 1 && expected.y == found.y &&
           expected.h == found.h;
}

// ---- Shapes and icons --------------------------------------------------------------------------

// DESIGN, right-to-left: arrows, carets, sign-out, signpost, the key that erases. All others stay.
static const char *const directed[] = {"arrow-left",      "arrow-right",   "backspace",
                                       "box-arrow-right", "chevron-right", "signpost-2",
                                       "toggle-off", "toggle-on"};

static bool is_directed(const char *icon)
{
    for (size_t i = 0; i < sizeof directed / sizeof *directed; i++)
        if (strcmp(directed[i], icon) == 0)
            return true;
    return false;
}

static bool is_same_polygon(const struct draw *plain, const struct draw *turned)
{
    if (plain->polygon.count != turned->polygon.count)
        return false;
    for (int i = 0; i < plain->polygon.count; i++)
        if (fabsf(plain->box.w - plain->polygon.x[i] - turned->polygon.x[i]) > 1.5f ||
            plain->polygon.y[i] != turned->polygon.y[i])
            return false;
    return true;
}

static bool is_same_shape(const struct draw *plain, const struct draw *turned)
{
    if (plain->kind != turned->kind || plain->scrolls != turned->scrolls ||
        plain->colour != turned->colour)
        return false;
    switch (plain->kind) {
    case DRAW_RECT:
    case DRAW_RUN:
        return true;
    case DRAW_ROUND:
        return plain->radius == turned->radius;
    case DRAW_POLYGON:
        return is_same_polygon(plain, turned);
    case DRAW_RING:
        return plain->ring.part == turned->ring.part && plain->ring.width == turned->ring.width;
    case DRAW_ICON:
        return strcmp(plain->icon.name, turned->icon.name) == 0 && !plain->icon.mirrored &&
               turned->icon.mirrored == is_directed(plain->icon.name);
    case DRAW_SYMBOL:
        return plain->code.module == turned->code.module;
    }
    return false;
}

static void compare_shape(struct mirror_test *test, const struct draw *plain,
                          const struct draw *turned)
{
    static const char *const kinds[] = {
        [DRAW_RECT] = "box",  [DRAW_ROUND] = "round box", [DRAW_POLYGON] = "polygon",
        [DRAW_RING] = "ring", [DRAW_SYMBOL] = "QR code",
    };
    const char *name = plain->kind == DRAW_ICON ? plain->icon.name : kinds[plain->kind];
    struct element element = {plain->box, plain->scrolls, NULL, NULL, plain};
    if (!is_same_shape(plain, turned))
        fault(test, "is another one", name, plain->box, turned->box);
    else if (!is_expected(test, &element, turned->box))
        fault(test, "is not reflected", name, plain->box, turned->box);
}

static const struct draw *next_shape(const struct scene *scene, size_t *at)
{
    while (*at < scene->draws.count && scene->draws.items[*at].kind == DRAW_RUN)
        ++*at;
    return *at < scene->draws.count ? &scene->draws.items[(*at)++] : NULL;
}

static void compare_shapes(struct mirror_test *test)
{
    size_t i = 0, j = 0;
    for (;;) {
        const struct draw *plain = next_shape(test->plain.scene, &i);
        const struct draw *turned = next_shape(test->turned.scene, &j);
        if (!plain && !turned)
            return;
        if (!plain || !turned) {
            fault(test, "another number of shapes", "", (struct rect){0}, (struct rect){0});
            return;
        }
        compare_shape(test, plain, turned);
    }
}

// ---- Targets -----------------------------------------------------------------------------------

static void compare_targets(struct mirror_test *test)
{
    const struct scene *plain = test->plain.scene, *turned = test->turned.scene;
    if (plain->targets.count != turned->targets.count)
        fault(test, "another number of targets", "", (struct rect){0}, (struct rect){0});
    for (size_t i = 0; i < plain->targets.count && i < turned->targets.count; i++) {
        const struct target *a = &plain->targets.items[i], *b = &turned->targets.items[i];
        struct element element = {a->box, a->scrolls, NULL, NULL, NULL};
        if (!action_equal(&a->action, &b->action) || a->zone != b->zone || a->scrolls != b->scrolls)
            fault(test, "is another target", action_name(a->action.kind), a->box, b->box);
        else if (!is_expected(test, &element, b->box))
            fault(test, "target is not reflected", action_name(a->action.kind), a->box, b->box);
    }
}

static void compare_scrolls(struct mirror_test *test)
{
    const struct scroll *plain = &test->plain.scene->scroll, *turned = &test->turned.scene->scroll;
    struct element view = {plain->view, false, NULL, NULL, NULL};
    bool same = plain->starts.count == turned->starts.count;
    for (size_t i = 0; same && i < plain->starts.count; i++)
        same = plain->starts.items[i] == turned->starts.items[i] &&
               plain->ends.items[i] == turned->ends.items[i];
    if (!same || (plain->view.h && !is_expected(test, &view, turned->view)))
        fault(test, "scrolls otherwise", "", plain->view, turned->view);
}

// ---- Text --------------------------------------------------------------------------------------

// Where a run ends, letters are not kerned: by at most this part of the type size ("r.").
static const double kerning = 0.2;

// The edge or the middle by which it is aligned is where it should be. It is as long, but for the
// kerning: turned round, what begins or ends without a letter goes to the other side, as a run.
static bool is_expected_line(const struct mirror_test *test, const struct element *element,
                             const struct text_line *turned)
{
    struct rect expected = expected_box(test, element), found = turned->box;
    size_t pairs = element->line->runs > turned->runs ? element->line->runs : turned->runs;
    int start = abs(expected.x - found.x);
    int end = abs(expected.x + expected.w - found.x - found.w);
    int middle = abs(2 * expected.x + expected.w - 2 * found.x - found.w) / 2;
    double most = 1 + (double)(pairs - 1) * kerning * turned->first->text.size;
    return expected.y == found.y && (start <= 1 || end <= 1 || middle <= 1) &&
           abs(expected.w - found.w) <= most;
}

static void compare_lines(struct mirror_test *test)
{
    const struct scene *scene = test->plain.scene;
    size_t count = test->plain.lines.count;
    if (count != test->turned.lines.count)
        fault(test, "another number of lines", "", (struct rect){0}, (struct rect){0});
    for (size_t i = 0; i < count && i < test->turned.lines.count; i++) {
        const struct text_line *a = &test->plain.lines.items[i], *b = &test->turned.lines.items[i];
        if (a->legend == scene->legends.count || a->legend != b->legend) {
            fault(test, "is a line of another text", a->first->text.run->text, a->box, b->box);
            return;
        }
        const struct legend *legend = &scene->legends.items[a->legend];
        struct element element = {a->box, a->first->scrolls, legend, a, NULL};
        if (a->first->colour != b->first->colour || a->first->text.size != b->first->text.size)
            fault(test, "is another line", legend->text, a->box, b->box);
        else if (!is_expected_line(test, &element, b))
            fault(test, "line is not reflected", legend->text, a->box, b->box);
    }
}

static bool is_full(const struct side *side, size_t at)
{
    const struct text_line *line = &side->lines.items[at];
    return line->legend < side->scene->legends.count &&
           side->scene->legends.items[line->legend].box.w - line->box.w <= (int)line->runs;
}

// The width of a run is rounded, and runs end elsewhere: of a line that is full to the last pixel
// the last word may go to the next one. Then what follows is not the same.
static bool breaks_elsewhere(const struct mirror_test *test)
{
    const struct side *plain = &test->plain, *turned = &test->turned;
    for (size_t i = 1; i < plain->lines.count && i < turned->lines.count; i++) {
        const struct text_line *a = &plain->lines.items[i], *b = &turned->lines.items[i];
        if (a->legend != b->legend)
            return is_full(plain, i - 1) || is_full(turned, i - 1);
        if (a->legend == a[-1].legend && abs(a->box.w - b->box.w) > px(test, 2) &&
            (is_full(plain, i - 1) || is_full(turned, i - 1)))
            return true;
    }
    return false;
}

static void compare_legends(struct mirror_test *test)
{
    const struct scene *plain = test->plain.scene, *turned = test->turned.scene;
    if (plain->legends.count != turned->legends.count)
        fault(test, "another number of texts", "", (struct rect){0}, (struct rect){0});
    for (size_t i = 0; i < plain->legends.count && i < turned->legends.count; i++) {
        const struct legend *a = &plain->legends.items[i], *b = &turned->legends.items[i];
        struct element element = {a->box, a->scrolls, a, NULL, NULL};
        if (strcmp(a->text, b->text) != 0 && !is_range(a->text))
            fault(test, "another text", a->text, a->box, b->box);
        else if (!is_expected(test, &element, b->box))
            fault(test, "text is not reflected", a->text, a->box, b->box);
    }
}

// ---- Screens -----------------------------------------------------------------------------------

static void build(struct mirror_test *test, struct side *side)
{
    test->view.guide = side->guide;
    test->view.search = side->search;
    screen_build(&test->view, side->scene);
    find_lines(side);
}

static void look(struct mirror_test *test, enum screen screen, const char *id)
{
    test->visit.now = (struct waypoint){.screen = screen};
    if (id)
        snprintf(test->visit.now.id, sizeof test->visit.now.id, "%s", id);
    build(test, &test->plain);
    build(test, &test->turned);
    test->scenes++;
    if (breaks_elsewhere(test)) {
        test->left_out++;
        return;
    }
    compare_shapes(test);
    compare_targets(test);
    compare_scrolls(test);
    compare_legends(test);
    compare_lines(test);
}

// Words for a time range are wider than a dash, in large type by a line: there, all days are
// closed.
static void look_at_texts(struct mirror_test *test)
{
    const struct guide *guide = test->plain.guide;
    bool large = test->view.text_size > 1;
    for (size_t i = 0; !test->closed && i < guide->pages.count; i++)
        look(test, SCREEN_PAGE, guide->pages.items[i].id);
    for (size_t i = 0; test->closed == large && i < guide->offices.count; i++)
        look(test, SCREEN_OFFICE, guide->offices.items[i].id);
}

static void look_at_search(struct mirror_test *test)
{
    look(test, SCREEN_SEARCH, NULL);
    snprintf(test->visit.query, sizeof test->visit.query, "wohnung");
    look(test, SCREEN_SEARCH, NULL);
    test->visit.keyboard_away = true;
    look(test, SCREEN_SEARCH, NULL);
    test->visit.keyboard_away = false;
    test->visit.query[0] = '\0';
}

static void look_at_all(struct mirror_test *test)
{
    const struct guide *guide = test->plain.guide;
    look_at_texts(test);
    test->visit.bilingual = true;
    look_at_texts(test);
    test->visit.marked = 2;
    look(test, SCREEN_EMERGENCY, NULL);
    snprintf(test->visit.answer, sizeof test->visit.answer, "yes");
    look(test, SCREEN_EMERGENCY, NULL);
    test->visit.answer[0] = '\0';
    test->visit.bilingual = false;
    if (test->closed)
        return;
    look(test, SCREEN_LANGUAGES, NULL);
    look(test, SCREEN_HOME, NULL);
    look(test, SCREEN_EMERGENCY, NULL);
    look_at_search(test);
    for (size_t i = 0; i < guide->topics.count; i++)
        look(test, SCREEN_TOPIC, guide->topics.items[i].id);
    test->visit.display = true;
    look(test, SCREEN_HOME, NULL);
    test->visit.display = false;
    test->visit.asked = true;
    test->visit.seconds_left = 20;
    look(test, SCREEN_HOME, NULL);
    test->visit.asked = false;
}

// ---- Two guides --------------------------------------------------------------------------------

// Turned round, a full stop at the end goes to the other side and is not kerned any more: then it
// may need a line more. With a mark behind it, it stays. German terms lose their tags, which go
// with the letters of their line.
static void change_blocks(struct arena *arena, struct block *blocks, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct pieces *text = &blocks[i].text;
        for (size_t j = 0; j < text->count; j++) {
            struct piece *piece = &text->items[j];
            if (piece->german && !*piece->text)
                piece->text = piece->german;
            piece->german = NULL;
            if (j + 1 == text->count)
                piece->text = arena_print(arena, "%s\u200e", piece->text);
        }
        change_blocks(arena, blocks[i].children.items, blocks[i].children.count);
    }
}

static void change(struct side *side, struct document *document, size_t index)
{
    struct arena *arena = side->guide->arena;
    struct words *words = arena_alloc(arena, sizeof *words);
    *words = *document->in[index];
    words->language = side->guide->languages.items[index];
    change_blocks(arena, words->blocks.items, words->blocks.count);
    document->in[index] = words;
}

// There is room beside the times for what they depend on only where a table has the whole width:
// those of further sites.
static void change_hours(struct arena *arena, struct site *site, bool further, bool closed)
{
    struct hours *hours = arena_alloc(arena, sizeof *hours);
    if (!site->hours)
        return;
    *hours = *site->hours;
    for (size_t i = 0; i < hours->slots.count; i++) {
        hours->slots.items[i].by = further ? ATTENDANCE_APPOINTMENT : ATTENDANCE_WALK_IN;
        hours->slots.items[i].weeks = 0;
    }
    if (closed)
        hours->slots.count = 0;
    site->hours = hours;
}

static void open_side(struct side *side, bool turned, const char *tag, bool closed)
{
    struct faults faults = {0};
    struct guide *guide = side->guide = guide_load("content", (struct date){0}, &faults);
    assert_non_null(guide);
    size_t index = (size_t)guide_language(guide, tag);
    side->language = *guide->languages.items[index];
    side->language.rtl = true;
    if (turned)
        guide->languages.items[index] = &side->language;
    change(side, &guide->words, index);
    for (size_t i = 0; i < guide->pages.count; i++)
        change(side, &guide->pages.items[i].words, index);
    for (size_t i = 0; i < guide->offices.count; i++) {
        struct office *office = &guide->offices.items[i];
        change(side, &office->words, index);
        for (size_t j = 0; j < office->sites.count; j++)
            change_hours(guide->arena, &office->sites.items[j], j > 0, closed);
    }
    side->search = search_new(guide, (int)index);
    side->scene = scene_new();
    faults_free(&faults);
}

static void close_side(struct side *side)
{
    scene_free(side->scene);
    search_free(side->search);
    guide_free(side->guide);
}

static void look_at_language(struct mirror_test *test, const char *tag, bool closed)
{
    open_side(&test->plain, false, tag, closed);
    open_side(&test->turned, true, tag, closed);
    test->closed = closed;
    snprintf(test->visit.language, sizeof test->visit.language, "%s", tag);
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        for (size_t t = 0; t < sizeof text_sizes / sizeof *text_sizes; t++) {
            test->view.width = sizes[s].width;
            test->view.height = sizes[s].height;
            test->view.text_size = text_sizes[t];
            test->view.theme = t ? &theme_contrast : &theme_light;
            look_at_all(test);
            test->visit.comfort.low_reach = true;
            if (sizes[s].height > sizes[s].width)
                look_at_all(test);
            test->visit.comfort.low_reach = false;
        }
    }
    close_side(&test->plain);
    close_side(&test->turned);
}

static void test_every_screen(void **state)
{
    (void)state;
    struct faults faults = {0};
    struct mirror_test test = {.arena = arena_new()};
    assert_true(tr_open(installed_path(test.arena, "locale")));
    assert_true(fontmap_load(&test.map, test.arena, "fonts/map", &faults));
    test.fonts = fonts_open(&test.map, &faults);
    test.layouts = layouts_new(test.fonts);
    static const struct staff away;
    test.view = (struct view){.visit = &test.visit,
                              .staff = &away,
                              .fonts = test.fonts,
                              .layouts = test.layouts,
                              .fontmap = &test.map,
                              .now = {{2026, 11, 27}, 10 * 60 + 30}};
    static const char *const tags[] = {"de", "en"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        look_at_language(&test, tags[i], false);
        look_at_language(&test, tags[i], true);
    }
    printf("# %zu scenes compared, %zu left out, %d faults\n", test.scenes - test.left_out,
           test.left_out, test.faults);
    assert_int_equal(test.faults, 0);
    assert_true(test.left_out * 100 < test.scenes);
    for (int i = 0; i < EXCEPTIONS; i++)
        if (!exceptions[i].times)
            fail_msg("no longer needed: %s", exceptions[i].why);
    layouts_free(test.layouts);
    fonts_close(test.fonts);
    arena_free(test.arena);
    faults_free(&faults);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_screen)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
