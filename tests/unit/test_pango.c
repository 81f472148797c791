// SPDX-License-Identifier: EUPL-1.2
// The kiosk's paragraphs beside Pango's: the same words, fonts, sizes and widths.
//
// Lines must end at the same places in at least 97 of 100 paragraphs. Those that a difference of
// at most 2 px decides are counted apart: ours are sums of runs in whole px, Pango's of 1024ths. The ink of a line must lie where Pango's lies in 99 of 100 lines: of the others most are
// Urdu, whose bold file says of itself that it is regular (Noto of 2020), so that Pango takes the
// regular one, and where Nastaliq kerns over the space behind a line. Figures go to stdout.
#include <glob.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "base/buf.h"
#include "base/install.h"
#include "base/utf8.h"
#include "guide/load.h"
#include "kiosk/font.h"
#include "text/cases.h"
#include "text/script.h"

enum {
    BORDER = 2,        // px: a difference that decides nothing
    FARTHEST = 24,     // px: beyond this a difference is called "more"
    LISTED = 1000,     // of what is elsewhere
    SIDE = 2,          // px that ink may begin or end farther out than Pango's
    GRAPHEMES = 4096,  // of a paragraph
};

static const double least_alike = 0.97, most_border = 0.07;
static const double ink_tolerance = 0.06;  // of the sum of alpha of a line
static const double least_ink = 0.99;      // of the lines within tolerance

static const double measures[] = {12, 19, 28};     // em: 28 are about 56 characters
static const double sizes[] = {28, 34, 42.5, 51};  // px: small to body in XL on 1080 px

// ---- Both ways of setting type ---------------------------------------------------------------

struct bench {
    struct fontmap map;
    struct fonts *fonts;
    FcConfig *config;
    PangoFontMap *pango;
    const char *families[64][WEIGHTS];
};

// One paragraph; what our measuring function was asked is what Pango is told.
struct paragraph {
    struct bench *bench;
    const struct language *language;
    struct span *spans;
    size_t count;
    double size;
    size_t own;
    struct {
        uint32_t first;
        size_t row;
    } graphemes[GRAPHEMES];
    size_t grapheme_count;
};

static size_t choose_font(void *fonts, const char *script, const uint32_t *code_points,
                          size_t count, enum face face)
{
    struct paragraph *p = fonts;
    size_t row = fonts_choose(p->bench->fonts, p->own, script, code_points, count, face);
    if (p->grapheme_count < GRAPHEMES) {
        p->graphemes[p->grapheme_count].first = code_points[0];
        p->graphemes[p->grapheme_count++].row = row;
    }
    return row;
}

static int measure_run(void *fonts, const struct run *run)
{
    struct paragraph *p = fonts;
    return fonts_width(p->bench->fonts, run, p->size);
}

static struct lines our_lines(struct arena *arena, struct paragraph *p, const struct span *spans,
                              size_t count, int width)
{
    struct measure measure = {p, choose_font, measure_run, 0};
    p->grapheme_count = 0;
    return paragraph_lines(arena, p->language, spans, count, width, TEXT_WRAP_AUTO, &measure);
}

static const char *family_of(struct arena *arena, const struct font_row *row, int weight)
{
    int count;
    FcChar8 *family = NULL;
    FcPattern *face =
        FcFreeTypeQuery((const FcChar8 *)row->path[weight], (unsigned)row->index, NULL, &count);
    assert_non_null(face);
    FcPatternGetString(face, FC_FAMILY, 0, &family);
    const char *copy = arena_text(arena, (const char *)family);
    FcPatternDestroy(face);
    return copy;
}

static void bench_open(struct bench *bench, struct arena *arena)
{
    static const char configuration[] =
        "<fontconfig><cachedir prefix=\"xdg\">fontconfig</cachedir></fontconfig>";
    struct faults faults = {0};
    assert_true(fontmap_load(&bench->map, arena, installed_path(arena, "fonts/map"), &faults));
    bench->fonts = fonts_open(&bench->map, &faults);
    assert_non_null(bench->fonts);
    bench->config = FcConfigCreate();
    FcConfigParseAndLoadFromMemory(bench->config, (const FcChar8 *)configuration, FcTrue);
    for (size_t row = 0; row < bench->map.rows.count; row++)
        for (int weight = 0; weight < WEIGHTS; weight++) {
            const struct font_row *r = &bench->map.rows.items[row];
            FcConfigAppFontAddFile(bench->config, (const FcChar8 *)r->path[weight]);
            bench->families[row][weight] = family_of(arena, r, weight);
        }
    bench->pango = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(bench->pango), bench->config);
}

static void bench_close(struct bench *bench)
{
    fonts_close(bench->fonts);
    g_object_unref(bench->pango);
    FcConfigDestroy(bench->config);
    pango_cairo_font_map_set_default(NULL);
    cairo_debug_reset_static_data();
}

static PangoContext *context_of(const struct paragraph *p)
{
    PangoContext *context = pango_font_map_create_context(p->bench->pango);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_SLIGHT);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string(p->language->tag));
    pango_context_set_base_dir(context,
                               p->language->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    return context;
}

static void add_attribute(PangoAttrList *list, PangoAttribute *attribute, size_t from, size_t to)
{
    attribute->start_index = (guint)from;
    attribute->end_index = (guint)to;
    pango_attr_list_insert(list, attribute);
}

static bool is_isolate(const struct span *span)
{
    return span->isolate || span->face == FACE_TAG;
}

// The font of each grapheme, as ours was chosen.
static void add_font(const struct paragraph *p, PangoAttrList *list, size_t row, enum face face,
                     size_t from, size_t to)
{
    enum weight weight = face == FACE_REGULAR   ? WEIGHT_REGULAR
                         : face == FACE_DISPLAY ? WEIGHT_DISPLAY
                                                : WEIGHT_BOLD;
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family(font, p->bench->families[row][weight]);
    pango_font_description_set_weight(font, weight == WEIGHT_REGULAR ? PANGO_WEIGHT_NORMAL
                                                                     : PANGO_WEIGHT_BOLD);
    double px = p->size * p->bench->map.rows.items[row].size * (face == FACE_TAG ? TAG_SIZE : 1);
    pango_font_description_set_absolute_size(font, (double)lround(px) * PANGO_SCALE);
    add_attribute(list, pango_attr_font_desc_new(font), from, to);
    pango_font_description_free(font);
}

// Ours is not torn within an isolate or an address. (Pango 1.50 has an attribute for that, and an
// assertion that fails when such a stretch does not fit.)
static void add_letter(struct buf *text, uint32_t c, bool isolate, bool held)
{
    char utf8[4];
    if (isolate && c == ' ')
        c = 0xA0;
    if (!isolate || c != 0xAD)
        buf_add(text, utf8, utf8_put(utf8, c));
    bool ends_lines = c == 0x2013 || c >= 0x2E80 || (c < 0x80 && strchr("-/?=&.", (int)c));
    if (ends_lines && (isolate || held))
        buf_text(text, "\u2060");
}

static bool is_in_address(const char *text, const char *at)
{
    const char *from = at, *to = at;
    while (from > text && from[-1] > ' ' && from[-1] < 0x7F)
        from--;
    while (*to > ' ' && *to < 0x7F)
        to++;
    char token[256] = "";
    if ((size_t)(to - from) < sizeof token)
        memcpy(token, from, (size_t)(to - from));
    return strstr(token, "://") || strchr(token, '@') || strstr(token, "www.");
}

// The text as Pango reads it, and of each byte how many code points of the spans stand before it.
struct pango_text {
    struct buf text;
    size_t *letters;
};

static PangoLayout *pango_lines(struct arena *arena, const struct paragraph *p, int width,
                                struct pango_text *out)
{
    PangoAttrList *list = pango_attr_list_new();
    size_t bytes = 1, letters = 0, grapheme = 0, row = p->own;
    // A new attribute is a new run, even if it says the same: only where something changes.
    size_t set_row = p->own, set_from = 0;
    enum face set_face = FACE_REGULAR;
    for (size_t i = 0; i < p->count; i++)
        bytes += strlen(p->spans[i].text) * 4 + 6;
    out->letters = arena_alloc(arena, (bytes + 1) * sizeof *out->letters);
    for (size_t i = 0; i < p->count; i++) {
        const struct span *span = &p->spans[i];
        size_t start = out->text.length;
        if (is_isolate(span))
            buf_text(&out->text, "\u2068");
        for (const char *at = span->text; *at;) {
            bool held = is_in_address(span->text, at);
            uint32_t c = utf8_next(&at);
            size_t from = out->text.length;
            if (grapheme < p->grapheme_count &&
                p->graphemes[grapheme].first == (span->face == FACE_TAG && c == ' ' ? 0xA0 : c))
                row = p->graphemes[grapheme++].row;
            add_letter(&out->text, c, is_isolate(span), held);
            if (row != set_row || span->face != set_face) {
                add_font(p, list, set_row, set_face, set_from, from);
                set_row = row;
                set_face = span->face;
                set_from = from;
            }
            letters++;
            for (size_t n = from + 1; n <= out->text.length; n++)
                out->letters[n] = letters;
        }
        if (is_isolate(span))
            buf_text(&out->text, "\u2069");
        for (size_t n = start; n <= out->text.length; n++)
            if (n > 0 && out->letters[n] < out->letters[n - 1])
                out->letters[n] = out->letters[n - 1];
    }
    add_font(p, list, set_row, set_face, set_from, out->text.length);
    PangoContext *context = context_of(p);
    PangoLayout *layout = pango_layout_new(context);
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_text(layout, out->text.text, (int)out->text.length);
    // A word longer than a line gets no hyphen from us; a soft one does.
    if (!strstr(out->text.text, "\u00AD"))
        pango_attr_list_insert(list, pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(layout, list);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(layout, width * PANGO_SCALE);
    pango_attr_list_unref(list);
    g_object_unref(context);
    return layout;
}

// ---- Where lines end -------------------------------------------------------------------------

struct tally {
    int paragraphs, alike, border, other;
    int lines, ink_far;
    struct buf list;
};

static size_t pango_end(const PangoLayout *layout, const struct pango_text *text, int line)
{
    PangoLayoutLine *l = pango_layout_get_line_readonly((PangoLayout *)layout, line);
    return text->letters[l->start_index + l->length];
}

// The spans from a code point on.
static size_t cut_before(const struct span *spans, size_t count, size_t from, struct span *rest)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        struct span span = spans[i];
        for (; from > 0 && *span.text; from--)
            utf8_next(&span.text);
        if (*span.text)
            rest[kept++] = span;
    }
    return kept;
}

// By how many px our line is wider (or narrower: negative) than Pango's where they end elsewhere.
static int difference(struct arena *arena, struct paragraph *p, size_t start, size_t end, int width)
{
    struct span *rest = arena_alloc(arena, (p->count + 1) * sizeof *rest);
    size_t count = cut_before(p->spans, p->count, start, rest);
    for (int px = 1; px <= FARTHEST; px++)
        for (int sign = -1; sign <= 1; sign += 2)
            if (our_lines(arena, p, rest, count, width + sign * px).items[0].end == end - start)
                return sign * px;
    return FARTHEST + 1;
}

static void compare_ends(struct arena *arena, struct paragraph *p, int width, const char *name,
                         struct tally *tally)
{
    struct lines lines = our_lines(arena, p, p->spans, p->count, width);
    struct pango_text text = {0};
    PangoLayout *layout = pango_lines(arena, p, width, &text);
    size_t count = (size_t)pango_layout_get_line_count(layout), i = 0, start = 0;
    while (i < lines.count && i < count && lines.items[i].end == pango_end(layout, &text, (int)i))
        start = lines.items[i++].end;
    tally->paragraphs++;
    if (i == lines.count && i == count) {
        tally->alike++;
    } else {
        size_t end = i < count ? pango_end(layout, &text, (int)i) : start;
        int px = difference(arena, p, start, end, width);
        bool border = abs(px) <= BORDER;
        *(border ? &tally->border : &tally->other) += 1;
        if (!border && tally->other <= LISTED)
            buf_print(&tally->list, "#   %s %s, %.1f px type in %d px: line %zu, %s%d px\n",
                      p->language->tag, name, p->size, width, i + 1, px > FARTHEST ? "over " : "",
                      px > FARTHEST ? FARTHEST : px);
    }
    buf_free(&text.text);
    g_object_unref(layout);
}

// ---- Ink -------------------------------------------------------------------------------------

struct ink {
    int left, right, top, bottom;
    double sum;
};

static struct ink ink_of(cairo_surface_t *mask)
{
    cairo_surface_flush(mask);
    int w = cairo_image_surface_get_width(mask), h = cairo_image_surface_get_height(mask);
    const unsigned char *bytes = cairo_image_surface_get_data(mask);
    struct ink ink = {w, 0, h, 0, 0};
    for (int y = 0; y < h; y++)
        for (int x = 0; x < w; x++) {
            int alpha = bytes[y * cairo_image_surface_get_stride(mask) + x];
            ink.sum += alpha;
            if (alpha < 64)  // the edge of a letter
                continue;
            ink.left = x < ink.left ? x : ink.left;
            ink.right = x > ink.right ? x : ink.right;
            ink.top = y < ink.top ? y : ink.top;
            ink.bottom = y > ink.bottom ? y : ink.bottom;
        }
    return ink;
}

enum { MARGIN = 40 };

static cairo_surface_t *our_ink(const struct paragraph *p, const struct line *line, int w, int h)
{
    cairo_surface_t *mask = cairo_image_surface_create(CAIRO_FORMAT_A8, w, h);
    unsigned char *bytes = cairo_image_surface_get_data(mask);
    int stride = cairo_image_surface_get_stride(mask);
    for (size_t i = 0; i < line->count; i++) {
        int left, baseline;
        SDL_Surface *run = fonts_render(p->bench->fonts, &line->runs[i], p->size, &left, &baseline);
        for (int y = 0; run && y < run->h; y++)
            for (int x = 0; x < run->w; x++) {
                int alpha = ((const unsigned char *)run->pixels)[y * run->pitch + x];
                int to_x = MARGIN + line->runs[i].x - left + x, to_y = h / 2 - baseline + y;
                if (to_x < 0 || to_y < 0 || to_x >= w || to_y >= h)
                    continue;
                unsigned char *to = &bytes[to_y * stride + to_x];
                *to = (unsigned char)(alpha > *to ? alpha : *to);
            }
        SDL_FreeSurface(run);
    }
    cairo_surface_mark_dirty(mask);
    return mask;
}

static bool is_far(int a, int b)
{
    return abs(a - b) > SIDE;
}

static void compare_ink(struct arena *arena, struct paragraph *p, int width, const char *name,
                        struct tally *tally)
{
    struct lines lines = our_lines(arena, p, p->spans, p->count, width);
    struct pango_text text = {0};
    PangoLayout *layout = pango_lines(arena, p, width, &text);
    int count = pango_layout_get_line_count(layout), w = width + 2 * MARGIN, h = (int)p->size * 6;
    for (int i = 0; i < count && i < (int)lines.count; i++) {
        if (lines.items[i].end != pango_end(layout, &text, i))
            break;
        cairo_surface_t *ours = our_ink(p, &lines.items[i], w, h);
        cairo_surface_t *theirs = cairo_image_surface_create(CAIRO_FORMAT_A8, w, h);
        cairo_t *cr = cairo_create(theirs);
        cairo_move_to(cr, MARGIN, h / 2.0);
        pango_cairo_show_layout_line(cr, pango_layout_get_line_readonly(layout, i));
        cairo_destroy(cr);
        struct ink a = ink_of(ours), b = ink_of(theirs);
        tally->lines++;
        bool far = is_far(a.left, b.left) || is_far(a.right, b.right) || is_far(a.top, b.top) ||
                   is_far(a.bottom, b.bottom) || fabs(a.sum - b.sum) > ink_tolerance * b.sum;
        tally->ink_far += far;
        if (far && tally->ink_far <= LISTED)
            buf_print(&tally->list,
                      "#   %s %s, %.1f px type in %d px, line %d: %d…%d %d…%d, ink %.0f; "
                      "Pango's %d…%d %d…%d, ink %.0f\n",
                      p->language->tag, name, p->size, width, i + 1, a.left, a.right, a.top,
                      a.bottom, a.sum / 255, b.left, b.right, b.top, b.bottom, b.sum / 255);
        cairo_surface_destroy(ours);
        cairo_surface_destroy(theirs);
    }
    buf_free(&text.text);
    g_object_unref(layout);
}

// ---- The paragraphs --------------------------------------------------------------------------

typedef void comparison(struct arena *arena, struct paragraph *p, int width, const char *name,
                        struct tally *tally);

static void at_all_sizes(struct bench *bench, const struct language *language, struct span *spans,
                         size_t count, const char *name, comparison *compare, struct tally *tally)
{
    struct paragraph p = {bench, language, spans, count, 0, 0, .grapheme_count = 0};
    p.own = fontmap_row(&bench->map, language->tag, language->script, LEADING_BODY);
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++)
        for (size_t w = 0; w < sizeof measures / sizeof *measures; w++) {
            struct arena *arena = arena_new();
            p.size = sizes[s];
            compare(arena, &p, (int)(measures[w] * sizes[s]), name, tally);
            arena_free(arena);
        }
}

static void over_samples(struct bench *bench, comparison *compare, struct tally *tally)
{
    for (size_t i = 0; i < language_count; i++) {
        struct arena *arena = arena_new();
        struct cases cases =
            cases_read(arena, arena_print(arena, "tests/text/%s.case", languages[i].tag));
        assert_true(cases.count >= 10);
        for (size_t n = 0; n < cases.count; n++) {
            struct span spans[CASE_SPANS];
            size_t count = case_spans(arena, &cases.items[n], spans);
            at_all_sizes(bench, &languages[i], spans, count, cases.items[n].name, compare, tally);
        }
        arena_free(arena);
    }
}

static size_t spans_of(const struct pieces *pieces, struct span *spans)
{
    size_t count = 0;
    for (size_t i = 0; i < pieces->count && count + 3 < CASE_SPANS; i++) {
        const struct piece *piece = &pieces->items[i];
        enum face face = piece->kind == PIECE_BOLD ? FACE_BOLD : FACE_REGULAR;
        if (*piece->text)
            spans[count++] = (struct span){piece->text, face, piece->kind == PIECE_VALUE};
        if (piece->german) {
            spans[count++] = (struct span){" ", FACE_REGULAR, false};
            spans[count++] = (struct span){piece->german, FACE_TAG, true};
        }
    }
    return count;
}

static void over_blocks(struct bench *bench, const struct language *language, const char *name,
                        const struct block *blocks, size_t count, comparison *compare,
                        struct tally *tally)
{
    for (size_t i = 0; i < count; i++) {
        struct span spans[CASE_SPANS];
        size_t used = spans_of(&blocks[i].text, spans);
        if (used)
            at_all_sizes(bench, language, spans, used, name, compare, tally);
        over_blocks(bench, language, name, blocks[i].children.items, blocks[i].children.count,
                    compare, tally);
    }
}

static void over_content(struct bench *bench, comparison *compare, struct tally *tally)
{
    struct faults faults = {0};
    struct guide *guide = guide_load("content", (struct date){2030, 1, 1}, &faults);
    assert_non_null(guide);
    for (size_t l = 0; l < guide->languages.count; l++) {
        for (size_t i = 0; i < guide->pages.count; i++) {
            const struct words *words = guide->pages.items[i].words.in[l];
            if (words)
                over_blocks(bench, words->language, guide->pages.items[i].id, words->blocks.items,
                            words->blocks.count, compare, tally);
        }
        for (size_t i = 0; i < guide->offices.count; i++) {
            const struct words *words = guide->offices.items[i].words.in[l];
            if (words)
                over_blocks(bench, words->language, guide->offices.items[i].id, words->blocks.items,
                            words->blocks.count, compare, tally);
        }
    }
    guide_free(guide);
    faults_free(&faults);
}

static void test_line_ends(void **state)
{
    struct tally tally = {0};
    over_samples(*state, compare_ends, &tally);
    over_content(*state, compare_ends, &tally);
    int decided = tally.paragraphs - tally.border;
    printf("# lines end as in Pango in %d of %d paragraphs, %d more differ by %d px or less (%.1f "
           "%%)\n",
           tally.alike, decided, tally.border, BORDER, 100.0 * tally.border / tally.paragraphs);
    if (tally.other)
        printf("# elsewhere in %d (%.1f %%):\n%s", tally.other, 100.0 * tally.other / decided,
               tally.list.text);
    buf_free(&tally.list);
    assert_true(tally.alike >= least_alike * decided);
    assert_true(tally.border <= most_border * tally.paragraphs);
}

static void test_ink(void **state)
{
    struct tally tally = {0};
    over_samples(*state, compare_ink, &tally);
    printf("# ink lies as Pango's, %d px and %.0f %% apart at most, in %d of %d lines\n%s", SIDE,
           100 * ink_tolerance, tally.lines - tally.ink_far, tally.lines,
           tally.list.text ? tally.list.text : "");
    buf_free(&tally.list);
    assert_true(tally.lines - tally.ink_far >= least_ink * tally.lines);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(test_line_ends, NULL),
        cmocka_unit_test_prestate(test_ink, NULL),
    };
    struct CMUnitTest with_bench[sizeof tests / sizeof *tests];
    struct arena *arena = arena_new();
    struct bench bench = {.fonts = NULL};
    bench_open(&bench, arena);
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) {
        with_bench[i] = tests[i];
        with_bench[i].initial_state = &bench;
    }
    int failed = cmocka_run_group_tests(with_bench, NULL, NULL);
    bench_close(&bench);
    arena_free(arena);
    return failed;
}
