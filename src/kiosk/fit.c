// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/fit.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "kiosk/screen.h"
#include "text/script.h"

// The usual panel first: a fault is told of the first screen that has it. Side by side lines are
// shortest where the screen is narrow and the type large.
static const struct shape {
    int width, height;
    double text_size;
    bool bilingual;
    const char *name;
} shapes[] = {
    {1080, 1920, 1, false, E_("upright, text size M")},
    {1920, 1080, 1, false, E_("wide, text size M")},
    {1080, 1920, 1.5, false, E_("upright, text size XL")},
    {1920, 1080, 1.5, false, E_("wide, text size XL")},
    {1080, 1920, 1.5, true, E_("upright, text size XL, beside German")},
};

// A working day without holidays around it, so that offices tell their hours.
static const struct moment workday = {{2026, 11, 4}, 10 * 60};

struct fit {
    const struct guide *guide;
    const char *file;  // NULL: all
    struct faults *faults;
    struct arena *arena;  // of the texts of one screen that are compared
    struct scene *scene;
    struct visit visit;
    struct view view;
    const struct shape *shape;
    size_t language;
    size_t screens;
    LIST(struct place) told;  // one warning for each text is enough
    struct arena *kept;
};

// ---- Whose text it is ------------------------------------------------------------------------

// As it is laid out: behind a word the German one.
static const char *shown_text(struct arena *arena, const struct pieces *pieces)
{
    struct buf text = {0};
    buf_text(&text, "");
    for (size_t i = 0; i < pieces->count; i++) {
        const struct piece *piece = &pieces->items[i];
        buf_text(&text, piece->text);
        if (piece->kind != PIECE_TERM || !piece->german)
            continue;
        if (text.length && text.text[text.length - 1] != ' ')
            buf_text(&text, " ");
        buf_text(&text, piece->german);
    }
    const char *copy = arena_text(arena, text.text);
    buf_free(&text);
    return copy;
}

struct search_for {
    const char *text;    // that was laid out
    struct place place;  // where what fits it best stands; no file: nothing does
    size_t length;       // of that
};

// Words that stand in a longer sentence count from some length on: "1" stands in many.
static void offer(struct search_for *search, const char *text, struct place place)
{
    enum { LEAST = 6 };
    size_t length = strlen(text);
    bool same = strcmp(text, search->text) == 0;
    if (length <= search->length || (!same && (length < LEAST || !strstr(search->text, text))))
        return;
    search->length = length;
    search->place = place;
}

static void seek_in_blocks(struct search_for *search, struct arena *arena,
                           const struct block *blocks, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct block *block = &blocks[i];
        if (block->text.count) {
            offer(search, shown_text(arena, &block->text), block->place);
            offer(search, pieces_text(arena, &block->text), block->place);
        }
        seek_in_blocks(search, arena, block->children.items, block->children.count);
    }
}

static void seek_in_words(struct search_for *search, struct arena *arena,
                          const struct document *document, int language)
{
    const struct words *words = document->in[language];
    if (words)
        seek_in_blocks(search, arena, words->blocks.items, words->blocks.count);
}

// Facts as they are, or with a comma and what follows: the street of an address.
static void offer_fact(struct search_for *search, const char *text, struct place place)
{
    size_t length = strlen(text);
    if (strncmp(text, search->text, length) == 0 && strchr(",", search->text[length]))
        offer(search, text, place);
}

static void seek_in_contact(struct search_for *search, const struct contact *contact)
{
    if (contact)
        offer_fact(search, contact->shown, contact->place);
}

static void seek_in_site(struct search_for *search, const struct site *site, struct place place)
{
    const char *const facts[] = {
        site->address ? site->address->street : NULL, site->address ? site->address->city : NULL,
        site->room ? site->room->number : NULL,       site->stop ? site->stop->name : NULL,
        site->stop ? site->stop->line : NULL,
    };
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        if (facts[i])
            offer_fact(search, facts[i], place);
}

static void seek_in_facts(struct search_for *search, const struct office *office)
{
    for (size_t i = 0; i < office->sites.count; i++)
        seek_in_site(search, &office->sites.items[i], office->place);
    for (size_t i = 0; i < office->phones.count; i++)
        seek_in_contact(search, &office->phones.items[i]);
    seek_in_contact(search, office->email);
    seek_in_contact(search, office->website);
    seek_in_contact(search, office->appointment);
}

// In the document on the screen first: other pages may say the same.
static struct place place_of(struct fit *fit, const struct legend *legend)
{
    const struct guide *guide = fit->guide;
    struct search_for search = {.text = legend->text};
    int language = guide_language(guide, legend->language->tag);
    const struct page *page = page_find(guide, fit->visit.now.id);
    const struct office *office = office_find(guide, fit->visit.now.id);
    if (page && language >= 0)
        seek_in_words(&search, fit->arena, &page->words, language);
    if (office && language >= 0)
        seek_in_words(&search, fit->arena, &office->words, language);
    if (office)
        seek_in_facts(&search, office);
    if (language >= 0)
        seek_in_words(&search, fit->arena, &guide->words, language);
    for (size_t i = 0; language >= 0 && i < guide->pages.count; i++)
        seek_in_words(&search, fit->arena, &guide->pages.items[i].words, language);
    for (size_t i = 0; i < guide->offices.count; i++) {
        if (language >= 0)
            seek_in_words(&search, fit->arena, &guide->offices.items[i].words, language);
        seek_in_facts(&search, &guide->offices.items[i]);
    }
    return search.place;
}

static bool is_asked_for(const struct fit *fit, struct place place)
{
    return !fit->file || (place.file && strcmp(place.file, fit->file) == 0);
}

static bool was_told(struct fit *fit, struct place place)
{
    for (size_t i = 0; i < fit->told.count; i++) {
        const struct place *told = &fit->told.items[i];
        if (told->line == place.line && told->column == place.column &&
            strcmp(told->file, place.file) == 0)
            return true;
    }
    *list_add(fit->kept, &fit->told) = place;
    return false;
}

// ---- What does not fit -----------------------------------------------------------------------

// For the message: not all of a long text.
static const char *excerpt(struct arena *arena, const char *text, size_t length)
{
    enum { LETTERS = 40 };
    struct buf out = {0};
    const char *at = text;
    size_t letters = 0;
    while (at < text + length && letters < LETTERS) {
        const char *before = at;
        if (is_invisible(utf8_next(&at)))
            continue;
        buf_add(&out, before, (size_t)(at - before));
        letters++;
    }
    if (at < text + length)
        buf_text(&out, "…");
    const char *copy = arena_text(arena, out.text ? out.text : "");
    buf_free(&out);
    return copy;
}

static bool may_break_at(uint32_t c)
{
    enum { SOFT_HYPHEN = 0xAD };
    return g_unichar_isspace(c) || c == SOFT_HYPHEN || c == '-';
}

// The longest stretch of a text that nothing divides: what was torn, most likely.
static const char *longest_word(struct arena *arena, const char *text)
{
    const char *longest = text, *from = text;
    size_t most = 0, length = 0, bytes = 0;
    for (const char *at = text, *before = text; *before; before = at) {
        uint32_t c = *at ? utf8_next(&at) : 0;
        bool ends = c == 0 || may_break_at(c);
        length += !ends;
        if (!ends && length > most) {
            most = length;
            longest = from;
            bytes = (size_t)(at - from);
        }
        if (ends) {
            length = 0;
            from = at;
        }
    }
    return excerpt(arena, longest, bytes);
}

// `format` takes the text, the screen and its shape.
static void tell(struct fit *fit, const struct legend *legend, const char *format, const char *text)
{
    struct place place = place_of(fit, legend);
    if (place.file && is_asked_for(fit, place) && !was_told(fit, place))
        warning_add(fit->faults, place, format, text, screen_name(fit->visit.now.screen),
                    fault_tr(fit->shape->name));
}

static void tell_torn(struct fit *fit, const struct legend *legend)
{
    tell(
        fit, legend,
        E_("the word `%s` is longer than a line and is torn (%s, %s); write a shorter one, or soft "
           "hyphens (U+00AD) where it may end"),
        longest_word(fit->arena, legend->text));
}

static void tell_length(struct fit *fit, const struct legend *legend, const char *format)
{
    tell(fit, legend, format, excerpt(fit->arena, legend->text, strlen(legend->text)));
}

// Only addresses may be torn: they are one word.
static void check_words(struct fit *fit)
{
    for (size_t i = 0; i < fit->scene->legends.count; i++) {
        const struct legend *legend = &fit->scene->legends.items[i];
        if (legend->torn && !strpbrk(legend->text, "@/"))
            tell_torn(fit, legend);
    }
}

// What is higher than a screenful is cut. In large type and beside German some paragraphs are: that is
// the screen's to mend, not the editor's.
static void check_heights(struct fit *fit)
{
    if (fit->visit.bilingual || fit->view.text_size > 1)
        return;
    const struct scroll *scroll = &fit->scene->scroll;
    for (size_t i = 0; i < fit->scene->legends.count; i++) {
        const struct legend *legend = &fit->scene->legends.items[i];
        if (legend->scrolls && legend->box.h > scroll->view.h - scroll->pad)
            tell_length(fit, legend, E_("`%s` is longer than a screen (%s, %s); shorten it"));
    }
}

// From the height of capitals to a little below the baseline.
static struct rect ink_of(const struct draw *draw)
{
    int up = (int)(0.7 * draw->text.size), down = (int)(0.15 * draw->text.size);
    return (struct rect){draw->box.x, draw->text.baseline - up, draw->box.w, up + down};
}

static bool overlap(struct rect a, struct rect b)
{
    enum { LEAST = 3 };  // px
    int right = a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w;
    int bottom = a.y + a.h < b.y + b.h ? a.y + a.h : b.y + b.h;
    return right - (a.x > b.x ? a.x : b.x) > LEAST && bottom - (a.y > b.y ? a.y : b.y) > LEAST;
}

static bool holds(struct rect outer, struct rect inner)
{
    return inner.x >= outer.x - 1 && inner.y >= outer.y - 1 &&
           inner.x + inner.w <= outer.x + outer.w + 1 && inner.y + inner.h <= outer.y + outer.h + 1;
}

static bool holds_middle(struct rect outer, struct rect inner)
{
    struct rect middle = {inner.x + inner.w / 2, inner.y + inner.h / 2, 1, 1};
    return holds(outer, middle);
}

static bool touch(const struct legend *a, const struct legend *b)
{
    enum { NEAR = 2 };  // px
    int below = b->box.y - (a->box.y + a->box.h), above = a->box.y - (b->box.y + b->box.h);
    return a->scrolls == b->scrolls && a->box.x == b->box.x &&
           (abs(below) <= NEAR || abs(above) <= NEAR);
}

// What stands right above or below and is longer may have pushed it there: the question below a
// greeting.
static const struct legend *pusher_of(const struct scene *scene, const struct legend *pushed)
{
    const struct legend *pusher = pushed;
    for (size_t i = 0; i < scene->legends.count; i++) {
        const struct legend *legend = &scene->legends.items[i];
        if (touch(legend, pushed) && strlen(legend->text) > strlen(pusher->text))
            pusher = legend;
    }
    return pusher;
}

// The paragraph that a run is part of.
static const struct legend *legend_of(const struct scene *scene, const struct draw *draw)
{
    const struct legend *found = NULL;
    size_t word = strcspn(draw->text.run->text, " ");
    for (size_t i = 0; i < scene->legends.count; i++) {
        const struct legend *legend = &scene->legends.items[i];
        if (legend->scrolls != draw->scrolls || !holds_middle(legend->box, ink_of(draw)))
            continue;
        if (memmem(legend->text, strlen(legend->text), draw->text.run->text, word))
            return legend;
        found = legend;
    }
    return found;
}

// The card or key that was drawn below the middle of a run; boxes as flat as a line are none.
static const struct draw *ground_of(const struct scene *scene, size_t at)
{
    const struct draw *run = &scene->draws.items[at];
    while (at-- > 0) {
        const struct draw *draw = &scene->draws.items[at];
        bool fills =
            draw->kind == DRAW_ROUND || draw->kind == DRAW_RECT || draw->kind == DRAW_POLYGON;
        if (fills && draw->scrolls == run->scrolls && draw->box.h > run->text.size &&
            holds_middle(draw->box, ink_of(run)))
            return draw;
    }
    return NULL;
}

static bool leaves_its_place(const struct scene *scene, size_t at)
{
    const struct draw *run = &scene->draws.items[at], *ground = ground_of(scene, at);
    struct rect ink = ink_of(run);
    struct rect screen = {0, run->scrolls ? ink.y : 0, scene->width,
                          run->scrolls ? ink.h : scene->height};
    return !holds(screen, ink) || (ground && !holds(ground->box, ink));
}

// The longer text of two is the one that has no room.
static void check_overlap(struct fit *fit, const struct draw *a, const struct draw *b)
{
    const struct legend *one = legend_of(fit->scene, a), *other = legend_of(fit->scene, b);
    if (one && other && one != other)
        tell_length(fit, strlen(one->text) > strlen(other->text) ? one : other,
                    E_("`%s` lies on other text (%s, %s); shorten it"));
}

static void check_run(struct fit *fit, size_t at)
{
    const struct draw *draws = fit->scene->draws.items, *run = &draws[at];
    const struct legend *legend =
        leaves_its_place(fit->scene, at) ? legend_of(fit->scene, run) : NULL;
    if (legend)
        tell_length(fit, pusher_of(fit->scene, legend),
                    E_("`%s` does not fit its place (%s, %s); shorten it"));
    for (size_t i = 0; i < at; i++)
        if (draws[i].kind == DRAW_RUN && draws[i].scrolls == run->scrolls &&
            overlap(ink_of(run), ink_of(&draws[i])))
            check_overlap(fit, run, &draws[i]);
}

// ---- Another script --------------------------------------------------------------------------

struct letters {
    size_t own, latin, other;
    char script[5];  // of the last other one
    size_t spaces;
    uint32_t last;  // character
};

static void count_letter(struct letters *letters, const char *own, uint32_t c)
{
    char script[1][5];
    letters->spaces += g_unichar_isspace(c) != 0;
    letters->last = c;
    if (!g_unichar_isalpha(c))
        return;
    scripts_find(&c, 1, own, script);
    if (strcmp(script[0], own) == 0) {
        letters->own++;
    } else if (strcmp(script[0], "Latn") == 0) {
        letters->latin++;
    } else {
        letters->other++;
        memcpy(letters->script, script[0], 5);
    }
}

// Names and addresses in Latin letters stand in all languages as they are; sentences do not.
static const char *foreign_script(const struct letters *letters)
{
    enum { SENTENCE = 3 };  // spaces
    if (letters->other > letters->own)
        return letters->script;
    bool sentence =
        letters->spaces >= SENTENCE && letters->last < 0x80 && strchr(".!?", (int)letters->last);
    return letters->own == 0 && letters->latin && sentence ? "Latn" : NULL;
}

static bool runs_to_the_left(const char *script)
{
    return strcmp(script, "Arab") == 0 || strcmp(script, "Hebr") == 0;
}

static void warn_of_script(struct fit *fit, const struct language *language, const char *script,
                           struct place place)
{
    bool left = runs_to_the_left(script);
    if (was_told(fit, place))
        return;
    if (left != language->rtl)
        warning_add(
            fit->faults, place,
            left ? E_("its letters run from right to left, those of `%s` from left to right; "
                      "write it in this language")
                 : E_("its letters run from left to right, those of `%s` from right to left; "
                      "write it in this language"),
            language->tag);
    else
        warning_add(fit->faults, place,
                    "its letters are of the script %s, those of `%s` of %s; write it in this "
                    "language",
                    script, language->tag, script_of_variant(language->script));
}

static void check_script(struct fit *fit, const struct language *language,
                         const struct block *block)
{
    struct letters letters = {0};
    for (size_t i = 0; i < block->text.count; i++)
        for (const char *at = block->text.items[i].text; *at;)
            count_letter(&letters, script_of_variant(language->script), utf8_next(&at));
    const char *script = foreign_script(&letters);
    if (script)
        warn_of_script(fit, language, script, block->place);
}

static void check_scripts(struct fit *fit, const struct language *language,
                          const struct block *blocks, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        check_script(fit, language, &blocks[i]);
        check_scripts(fit, language, blocks[i].children.items, blocks[i].children.count);
    }
}

// ---- Screens ---------------------------------------------------------------------------------

static void look(struct fit *fit, enum screen screen, const char *id)
{
    fit->visit.now = (struct waypoint){.screen = screen};
    g_strlcpy(fit->visit.now.id, id ? id : "", sizeof fit->visit.now.id);
    screen_build(&fit->view, fit->scene);
    fit->screens++;
    arena_reset(fit->arena);
    check_words(fit);
    check_heights(fit);
    for (size_t i = 0; i < fit->scene->draws.count; i++)
        if (fit->scene->draws.items[i].kind == DRAW_RUN)
            check_run(fit, i);
}

static void set_language(struct fit *fit, const char *tag)
{
    g_strlcpy(fit->visit.language, tag, sizeof fit->visit.language);
}

// Before a language is chosen; the greeting in yellow is that of the language.
static void look_at_greeting(struct fit *fit)
{
    set_language(fit, "");
    fit->view.attract = attract_phase(fit->guide, (int)fit->language);
    look(fit, SCREEN_ATTRACT, NULL);
    set_language(fit, fit->guide->languages.items[fit->language]->tag);
}

static void look_at_lists(struct fit *fit)
{
    look(fit, SCREEN_HOME, NULL);
    look(fit, SCREEN_EMERGENCY, NULL);
    for (size_t i = 0; i < fit->guide->topics.count; i++)
        look(fit, SCREEN_TOPIC, fit->guide->topics.items[i].id);
    if (fit->guide->offered[fit->language])
        look_at_greeting(fit);
}

// The words of a document in the language, if they are asked for.
static const struct words *asked_words(struct fit *fit, const struct document *document)
{
    const struct words *words = document->in[fit->language];
    return words && is_asked_for(fit, words->place) ? words : NULL;
}

// NULL: there are none.
static bool look_at_words(struct fit *fit, const struct words *words, enum screen screen,
                          const char *id)
{
    if (!words)
        return false;
    look(fit, screen, id);
    check_scripts(fit, words->language, words->blocks.items, words->blocks.count);
    return true;
}

static void look_at_language(struct fit *fit)
{
    const struct guide *guide = fit->guide;
    bool lists = look_at_words(fit, asked_words(fit, &guide->words), SCREEN_HOME, NULL);
    for (size_t i = 0; i < guide->pages.count; i++) {
        const struct page *page = &guide->pages.items[i];
        lists |= look_at_words(fit, asked_words(fit, &page->words), SCREEN_PAGE, page->id);
    }
    for (size_t i = 0; i < guide->offices.count; i++) {
        const struct office *office = &guide->offices.items[i];
        const struct words *words = asked_words(fit, &office->words);
        lists |= look_at_words(fit, words, SCREEN_OFFICE, office->id);
        if (!words && is_asked_for(fit, office->place))
            look(fit, SCREEN_OFFICE, office->id);
    }
    if (lists && !fit->shape->bilingual)
        look_at_lists(fit);
}

static void look_at_shape(struct fit *fit, const struct shape *shape)
{
    fit->shape = shape;
    fit->view.width = shape->width;
    fit->view.height = shape->height;
    fit->view.text_size = shape->text_size;
    fit->visit.bilingual = shape->bilingual;
    if (!shape->bilingual || fit->language > 0)  // German stands beside nothing
        look_at_language(fit);
}

static void look_at_all(struct fit *fit)
{
    for (size_t i = 0; i < fit->guide->languages.count; i++) {
        fit->language = i;
        set_language(fit, fit->guide->languages.items[i]->tag);
        for (size_t s = 0; s < sizeof shapes / sizeof *shapes; s++)
            look_at_shape(fit, &shapes[s]);
    }
}

static void look_with(struct fit *fit, const struct fontmap *map, struct fonts *fonts)
{
    static const struct staff away;
    struct layouts *layouts = layouts_new(fonts);
    fit->view = (struct view){.guide = fit->guide,
                              .visit = &fit->visit,
                              .staff = &away,
                              .theme = &theme_light,
                              .fonts = fonts,
                              .layouts = layouts,
                              .fontmap = map,
                              .now = workday};
    fit->visit = visit_new((struct comfort){0});
    fit->arena = arena_new();
    fit->scene = scene_new();
    look_at_all(fit);
    scene_free(fit->scene);
    arena_free(fit->arena);
    layouts_free(layouts);
}

size_t fit_check(const struct guide *guide, const char *fontmap, const char *file,
                 struct faults *faults)
{
    struct fit fit = {.guide = guide, .file = file, .faults = faults, .kept = arena_new()};
    struct faults missing = {0};  // whoever looks for letters without a font has told them
    struct fontmap map = {0};
    bool all = fontmap_load(&map, fit.kept, fontmap, &missing) && missing.warnings == 0;
    struct fonts *fonts = all ? fonts_open(&map, &missing) : NULL;
    if (fonts)
        look_with(&fit, &map, fonts);
    fonts_close(fonts);
    faults_free(&missing);
    arena_free(fit.kept);
    return fit.screens;
}
