// SPDX-License-Identifier: EUPL-1.2
// Text beside Pango and Cairo, which set and draw the same paragraphs of the longest page in the
// same fonts, sizes and widths; opening the fonts; what thirty languages take of memory.
//
//   text_bench CONTENT SAMPLES COUNT
//
// SAMPLES is a folder with a TAG.case for each language, COUNT how often each time is taken. Prints
// name=value lines: ms of CPU time, medians; KiB. Both draw into memory in the same format and clear
// it first; only text is drawn. How a sample is taken:
//
//   1. Fresh fonts. Another page of the language is laid out, so that the fonts are open and their
//      tables read: by us with our fonts and caches, by Pango with its font map.
//   2. Laying out the page. Ours has never been laid out: neither lines nor widths are known. Pango's
//      layouts are new, but it has laid out the same page just before and knows all its letters.
//   3. First drawing of the lines: no letter has been drawn by either.
//   4. Drawing them again: we have pictures of the runs, Cairo of the letters.
//   5. Ours without the pictures once more, as when a visitor goes on to a page never seen: the
//      same as Cairo's in 4.
//   6. What no redrawing can do without: clearing the screen. And of a first drawing what SDL_ttf
//      takes to draw the runs, again in fresh fonts.
#include <fontconfig/fontconfig.h>
#include <malloc.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <time.h>

#include "base/buf.h"
#include "base/install.h"
#include "guide/load.h"
#include "kiosk/part.h"
#include "print/fonts.h"
#include "thirty.h"

enum { WIDTH = 1080, SAMPLES = 101, ROOM = 256 };

// What a page is set in: as kiosk/page.c and kiosk/prose.c do. Its parts in u.
static const double left = 5, width = 135 - 5 - 6, beside_symbol = 124 - 28.5 - 2.5;
static const double bullet = 4.5, step = 12.5;

struct paragraph {
    struct type type;
    const struct pieces *pieces;
    double width;  // u
    double y;      // where it was put, px
    PangoLayout *layout;
};

struct page_text {
    struct paragraph items[ROOM];
    size_t count;
};

enum figure { LAYOUT, FIRST, AGAIN, FURTHER, CLEAR, INK, FIGURES };
static const char *const names[FIGURES] = {"layout", "first", "again", "further", "clear", "ink"};

static double cpu_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static int compare(const void *a, const void *b)
{
    double distance = *(const double *)a - *(const double *)b;
    return (distance > 0) - (distance < 0);
}

static double median(double *times, int count)
{
    qsort(times, (size_t)count, sizeof *times, compare);
    return times[count / 2];
}

// ---- The paragraphs of a page ------------------------------------------------------------------

static void collect(struct page_text *text, const struct block *blocks, size_t count, double room)
{
    static const struct type *const types[BLOCK_KINDS] = {
        [BLOCK_TITLE] = &type_h1,       [BLOCK_LEAD] = &type_lead,       [BLOCK_FACT] = &type_label,
        [BLOCK_HEADING] = &type_h2,     [BLOCK_PARAGRAPH] = &type_body,  [BLOCK_ITEM] = &type_body,
        [BLOCK_LINK] = &type_body_bold, [BLOCK_NUMBER] = &type_body_bold};
    for (size_t i = 0; i < count && text->count < ROOM; i++) {
        const struct block *block = &blocks[i];
        const struct type *type = types[block->kind];
        double w = block->kind == BLOCK_TITLE || block->kind == BLOCK_LEAD ? beside_symbol
                   : block->kind == BLOCK_FACT                             ? 25
                   : block->kind == BLOCK_ITEM                             ? room - bullet
                   : block->kind == BLOCK_LINK                             ? room - 27
                                                                           : room;
        if (type == &type_h2 && room < width)
            type = &type_h3;  // in a step or a note
        if (type && block->text.count)
            text->items[text->count++] =
                (struct paragraph){.type = *type, .pieces = &block->text, .width = w};
        double inner = block->kind == BLOCK_STEP   ? room - step
                       : block->kind == BLOCK_NOTE ? part_callout_text_width(room)
                                                   : room;
        collect(text, block->children.items, block->children.count, inner);
    }
}

static struct page_text text_of(const struct words *words)
{
    struct page_text text = {.count = 0};
    collect(&text, words->blocks.items, words->blocks.count, width);
    return text;
}

static size_t length_of(const struct pieces *pieces)
{
    size_t length = 0;
    for (size_t i = 0; i < pieces->count; i++)
        length += strlen(pieces->items[i].text);
    return length;
}

static const struct page *longest_page(const struct guide *guide)
{
    const struct page *longest = NULL;
    size_t most = 0;
    for (size_t i = 0; i < guide->pages.count; i++) {
        struct page_text text = text_of(words_in(&guide->pages.items[i].words, 0));
        size_t length = 0;
        for (size_t n = 0; n < text.count; n++)
            length += length_of(text.items[n].pieces);
        if (length > most) {
            most = length;
            longest = &guide->pages.items[i];
        }
    }
    return longest;
}

// ---- Ours --------------------------------------------------------------------------------------

struct bench {
    const struct guide *guide;
    const struct fontmap *map;
    const struct language *language;
    struct visit visit;
    struct page_text page, other;
    double times[FIGURES][SAMPLES], pango[FIGURES][SAMPLES];
    size_t lines;
};

static void set_page(struct frame *frame, struct page_text *text, struct setting *settings)
{
    for (size_t i = 0; i < text->count; i++)
        settings[i] =
            set_pieces(frame, text->items[i].type, text->items[i].pieces, text->items[i].width);
}

// One below the other; px that takes.
static int put_page(struct frame *frame, struct page_text *text, const struct setting *settings)
{
    double y = 0;
    for (size_t i = 0; i < text->count; i++) {
        text->items[i].y = y * frame->u;
        y += put(frame, &settings[i], left, y);
    }
    struct scene *scene = frame->scene;
    size_t runs = 0;
    for (size_t i = 0; i < scene->draws.count; i++)
        if (scene->draws.items[i].kind == DRAW_RUN)
            scene->draws.items[runs++] = scene->draws.items[i];
    scene->draws.count = runs;
    return (int)ceil(y * frame->u);
}

static double drawing(struct painter *painter, SDL_Renderer *renderer, const struct scene *scene)
{
    double began = cpu_ms();
    painter_draw(painter, scene);
    SDL_RenderFlush(renderer);
    return cpu_ms() - began;
}

static double clearing(SDL_Renderer *renderer)
{
    double began = cpu_ms();
    SDL_RenderClear(renderer);
    SDL_RenderFlush(renderer);
    return cpu_ms() - began;
}

// The fonts are open, as they are once a page was laid out.
static double inking(const struct fontmap *map, const struct scene *scene, struct faults *faults)
{
    struct fonts *fonts = fonts_open(map, faults);
    double time = 0;
    for (size_t i = 0; i < scene->draws.count; i++) {
        const struct draw *draw = &scene->draws.items[i];
        const struct run *run = draw->text.run;
        int above, below;
        fonts_extent(fonts, run->font, run->face, draw->text.size, &above, &below);
        double began = cpu_ms();
        SDL_FreeSurface(fonts_render(fonts, run, draw->text.size, &below, &above));
        time += cpu_ms() - began;
    }
    fonts_close(fonts);
    return time;
}

static void save(SDL_Surface *screen, cairo_surface_t *image, const char *tag);

// Returns the height of the page, px.
static int take_ours(struct bench *bench, struct faults *faults, int sample)
{
    struct setting settings[ROOM];
    struct fonts *fonts = fonts_open(bench->map, faults);
    struct scene *scene = scene_new();
    struct view view = {.guide = bench->guide,
                        .visit = &bench->visit,
                        .theme = &theme_light,
                        .text_size = 1,
                        .fonts = fonts,
                        .layouts = layouts_new(fonts),
                        .fontmap = bench->map,
                        .width = WIDTH,
                        .height = 1920};
    struct frame frame = frame_begin(&view, scene);
    set_page(&frame, &bench->other, settings);

    frame = frame_begin(&view, scene);
    double began = cpu_ms();
    set_page(&frame, &bench->page, settings);
    bench->times[LAYOUT][sample] = cpu_ms() - began;

    bench->lines = 0;
    for (size_t i = 0; i < bench->page.count; i++)
        bench->lines += settings[i].lines.count;
    int height = put_page(&frame, &bench->page, settings);
    SDL_Surface *screen =
        SDL_CreateRGBSurfaceWithFormat(0, WIDTH, height, 32, SDL_PIXELFORMAT_RGB888);
    SDL_Renderer *renderer = SDL_CreateSoftwareRenderer(screen);
    SDL_RenderClear(renderer);  // so that no page of memory is touched first within a time
    SDL_RenderFlush(renderer);
    struct painter *painter = painter_new(renderer, fonts, WIDTH, height);
    bench->times[FIRST][sample] = drawing(painter, renderer, scene);
    bench->times[AGAIN][sample] = drawing(painter, renderer, scene);
    painter_free(painter);
    painter = painter_new(renderer, fonts, WIDTH, height);
    bench->times[FURTHER][sample] = drawing(painter, renderer, scene);
    painter_free(painter);
    save(screen, NULL, bench->language->tag);
    bench->times[CLEAR][sample] = clearing(renderer);
    bench->times[INK][sample] = inking(bench->map, scene, faults);
    SDL_DestroyRenderer(renderer);
    SDL_FreeSurface(screen);
    layouts_free(view.layouts);
    scene_free(scene);
    fonts_close(fonts);
    return height;
}

// ---- Pango's -----------------------------------------------------------------------------------

struct pango {
    struct fonts *fonts;
    PangoContext *context;
    const struct language *language;
};

static const enum weight weights[FACES] = {[FACE_REGULAR] = WEIGHT_REGULAR,
                                           [FACE_BOLD] = WEIGHT_BOLD,
                                           [FACE_DISPLAY] = WEIGHT_DISPLAY,
                                           [FACE_TAG] = WEIGHT_BOLD};

// Hinted as SDL_ttf does it, positions as fine as its: what is drawn looks the same.
static struct pango pango_open(const struct bench *bench, struct faults *faults)
{
    struct pango pango = {.fonts = sheet_fonts_open(bench->map, faults),
                          .language = bench->language};
    pango.context = fonts_context(pango.fonts, bench->language);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_SLIGHT);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(pango.context, options);
    cairo_font_options_destroy(options);
    return pango;
}

static void add_span(const struct pango *pango, const struct type *type, struct buf *text,
                     PangoAttrList *attributes, const char *words, enum face face, bool isolate)
{
    guint from = (guint)text->length;
    buf_print(text, isolate ? "\u2068%s\u2069" : "%s", words);
    if (face == type->face)
        return;
    double size = type->size * 8 * (face == FACE_TAG ? TAG_SIZE : 1);
    PangoFontDescription *description =
        fonts_describe(pango->fonts, pango->language, LEADING_LABEL, weights[face], size);
    PangoAttribute *attribute = pango_attr_font_desc_new(description);
    attribute->start_index = from;
    attribute->end_index = (guint)text->length;
    pango_attr_list_insert(attributes, attribute);
    pango_font_description_free(description);
}

// The spans are those of kiosk/type.c.
static PangoLayout *pango_layout(const struct pango *pango, const struct paragraph *paragraph)
{
    const struct type *type = &paragraph->type;
    struct buf text = {0};
    PangoAttrList *attributes = pango_attr_list_new();
    for (size_t i = 0; i < paragraph->pieces->count; i++) {
        const struct piece *piece = &paragraph->pieces->items[i];
        bool bold = piece->kind == PIECE_BOLD && type->face == FACE_REGULAR;
        add_span(pango, type, &text, attributes, piece->text, bold ? FACE_BOLD : type->face,
                 piece->kind == PIECE_VALUE);
        if (piece->kind == PIECE_TERM && piece->german) {
            buf_text(&text, *piece->text ? " " : "");
            add_span(pango, type, &text, attributes, piece->german, FACE_TAG, true);
        }
    }
    PangoLayout *layout = pango_layout_new(pango->context);
    PangoFontDescription *description = fonts_describe(pango->fonts, pango->language, LEADING_LABEL,
                                                       weights[type->face], type->size * 8);
    pango_layout_set_font_description(layout, description);
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_width(layout, (int)lround(paragraph->width * 8) * PANGO_SCALE);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_attributes(layout, attributes);
    pango_layout_set_text(layout, text.text, (int)text.length);
    pango_layout_get_line_count(layout);  // it does nothing before it is asked
    pango_font_description_free(description);
    pango_attr_list_unref(attributes);
    buf_free(&text);
    return layout;
}

static void lay_out(const struct pango *pango, struct page_text *text)
{
    for (size_t i = 0; i < text->count; i++)
        text->items[i].layout = pango_layout(pango, &text->items[i]);
}

static void drop(struct page_text *text)
{
    for (size_t i = 0; i < text->count; i++)
        g_object_unref(text->items[i].layout);
}

static double showing(cairo_t *cr, cairo_surface_t *image, const struct page_text *text, bool rtl)
{
    double began = cpu_ms();
    cairo_set_source_rgb(cr, 0.965, 0.957, 0.937);
    cairo_paint(cr);
    cairo_set_source_rgb(cr, 0.1, 0.12, 0.15);
    for (size_t i = 0; i < text->count; i++) {
        double x = rtl ? 135 - left - text->items[i].width : left;
        cairo_move_to(cr, x * 8, text->items[i].y);
        pango_cairo_show_layout(cr, text->items[i].layout);
    }
    cairo_surface_flush(image);
    return cpu_ms() - began;
}

static void take_pango(struct bench *bench, struct faults *faults, int height, int sample)
{
    struct pango pango = pango_open(bench, faults);
    lay_out(&pango, &bench->other);
    drop(&bench->other);
    lay_out(&pango, &bench->page);
    drop(&bench->page);
    double began = cpu_ms();
    lay_out(&pango, &bench->page);
    bench->pango[LAYOUT][sample] = cpu_ms() - began;

    cairo_surface_t *image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, height);
    cairo_t *cr = cairo_create(image);
    cairo_paint(cr);
    bench->pango[FIRST][sample] = showing(cr, image, &bench->page, bench->language->rtl);
    bench->pango[AGAIN][sample] = showing(cr, image, &bench->page, bench->language->rtl);
    bench->pango[FURTHER][sample] = bench->pango[AGAIN][sample];
    save(NULL, image, bench->language->tag);
    cairo_destroy(cr);
    cairo_surface_destroy(image);
    drop(&bench->page);
    g_object_unref(pango.context);
    sheet_fonts_close(pango.fonts);  // with it goes what Cairo keeps of letters
}

// ---- A language --------------------------------------------------------------------------------

// To see that both draw the same: SHOTS=folder.
static void save(SDL_Surface *screen, cairo_surface_t *image, const char *tag)
{
    const char *folder = getenv("SHOTS");
    char path[512];
    if (!folder)
        return;
    snprintf(path, sizeof path, "%s/%s-%s", folder, tag, screen ? "kiosk.bmp" : "pango.png");
    if (screen)
        SDL_SaveBMP(screen, path);
    else
        cairo_surface_write_to_png(image, path);
}

static void measure_language(const struct guide *guide, const struct fontmap *map, const char *tag,
                             int samples, struct faults *faults)
{
    static struct bench bench;
    int language = guide_language(guide, tag);
    const struct page *page = longest_page(guide);
    const struct page *other = &guide->pages.items[page == guide->pages.items];
    bench = (struct bench){.guide = guide, .map = map, .visit = visit_new((struct comfort){0})};
    snprintf(bench.visit.language, sizeof bench.visit.language, "%s", tag);
    bench.language = guide->languages.items[language];
    bench.page = text_of(words_in(&page->words, language));
    bench.other = text_of(words_in(&other->words, language));
    for (int i = 0; i < samples; i++) {
        int height = take_ours(&bench, faults, i);
        take_pango(&bench, faults, height, i);
    }
    for (enum figure i = CLEAR; i < FIGURES; i++)
        printf("%s_%s=%.3f\n", names[i], tag, median(bench.times[i], samples));
    for (enum figure i = LAYOUT; i < CLEAR; i++)
        printf("%s_%s=%.3f %s_%s_pango=%.3f\n", names[i], tag, median(bench.times[i], samples),
               names[i], tag, median(bench.pango[i], samples));
    printf("lines_%s=%zu\n", tag, bench.lines);
}

// ---- Opening the fonts -------------------------------------------------------------------------

static double open_ours(const struct fontmap *map, struct faults *faults)
{
    double began = cpu_ms();
    struct fonts *fonts = fonts_open(map, faults);
    for (size_t row = 0; row < map->rows.count; row++)
        for (enum face face = FACE_REGULAR; face <= FACE_DISPLAY; face++) {
            int ascent, descent;
            fonts_extent(fonts, row, face, 34, &ascent, &descent);
        }
    double time = cpu_ms() - began;
    fonts_close(fonts);
    return time;
}

static bool is_first(const struct fontmap *map, size_t row, int weight)
{
    for (size_t i = 0; i <= row; i++)
        for (int other = 0; other < (i < row ? (int)WEIGHTS : weight); other++)
            if (strcmp(map->rows.items[i].path[other], map->rows.items[row].path[weight]) == 0)
                return false;
    return true;
}

// Fontconfig reads the files, all faces of each, and finds out which characters they have; Pango
// finds the one face and opens it.
static double open_pango(const struct fontmap *map, double *found)
{
    double began = cpu_ms();
    FcConfig *config = FcConfigCreate();
    for (size_t row = 0; row < map->rows.count; row++)
        for (int weight = 0; weight < WEIGHTS; weight++)
            if (is_first(map, row, weight))
                FcConfigAppFontAddFile(config, (const FcChar8 *)map->rows.items[row].path[weight]);
    *found = cpu_ms() - began;
    PangoFontMap *pango = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(pango), config);
    PangoContext *context = pango_font_map_create_context(pango);
    const FcFontSet *files = FcConfigGetFonts(config, FcSetApplication);
    for (int i = 0; files && i < files->nfont; i++) {
        int index = 0;
        FcPatternGetInteger(files->fonts[i], FC_INDEX, 0, &index);
        if (index != 0 && index != 2)  // of the .ttc only what the map names
            continue;
        PangoFontDescription *description =
            pango_fc_font_description_from_pattern(files->fonts[i], FALSE);
        pango_font_description_set_absolute_size(description, 34 * PANGO_SCALE);
        PangoFont *font = pango_font_map_load_font(pango, context, description);
        hb_font_get_glyph_h_advance(pango_font_get_hb_font(font), 5);
        g_object_unref(font);
        pango_font_description_free(description);
    }
    double time = cpu_ms() - began;
    g_object_unref(context);
    g_object_unref(pango);
    FcConfigDestroy(config);
    cairo_debug_reset_static_data();
    return time;
}

static void measure_opening(const struct fontmap *map, int samples, struct faults *faults)
{
    double ours[SAMPLES], pango[SAMPLES], found[SAMPLES];
    for (int i = 0; i < samples; i++) {
        ours[i] = open_ours(map, faults);
        pango[i] = open_pango(map, &found[i]);
    }
    printf("open=%.2f open_pango=%.2f open_found=%.2f\n", median(ours, samples),
           median(pango, samples), median(found, samples));
}

// ---- Memory ------------------------------------------------------------------------------------

static long kib_of(const char *field)
{
    char line[256];
    long kib = 0;
    FILE *file = fopen("/proc/self/status", "r");
    while (file && fgets(line, sizeof line, file))
        if (strncmp(line, field, strlen(field)) == 0)
            kib = strtol(line + strlen(field), NULL, 10);
    if (file)
        fclose(file);
    return kib;
}

static void measure_memory(const char *fontmap, const char *samples, struct faults *faults)
{
    static struct thirty thirty;
    SDL_Surface *screen =
        SDL_CreateRGBSurfaceWithFormat(0, THIRTY_WIDTH, THIRTY_HEIGHT, 32, SDL_PIXELFORMAT_RGB888);
    SDL_Renderer *renderer = SDL_CreateSoftwareRenderer(screen);
    SDL_RenderClear(renderer);
    SDL_RenderFlush(renderer);
    long before = kib_of("VmRSS:");
    size_t allocated = thirty_allocated();
    thirty_open(&thirty, fontmap, renderer, faults);
    thirty_round(&thirty, samples);
    printf("languages=%zu thirty=%zu thirty_peak=%ld bound=%zu\n", thirty.languages,
           (thirty_allocated() - allocated) / 1024, kib_of("VmHWM:") - before,
           thirty_bound() / 1024);
    thirty_close(&thirty);
    SDL_DestroyRenderer(renderer);
    SDL_FreeSurface(screen);
}

int main(int argc, char **argv)
{
    mallopt(M_MMAP_THRESHOLD, 1 << 20);  // as cmd/kiosk.c does
    if (argc != 4)
        return 2;
    struct faults faults = {0};
    struct arena *arena = arena_new();
    struct fontmap map = {0};
    int samples = atoi(argv[3]) < SAMPLES ? atoi(argv[3]) : SAMPLES;
    const char *path = installed_path(arena, "fonts/map");
    measure_memory(path, argv[2], &faults);  // first: the peak is that of the process
    struct guide *guide = guide_load(argv[1], (struct date){0}, &faults);
    if (!guide || !fontmap_load(&map, arena, path, &faults)) {
        faults_write(&faults, stderr);
        return 1;
    }
    const char *const tags[] = {"de", "uk", "ar"};
    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++)
        measure_language(guide, &map, tags[i], samples, &faults);
    measure_opening(&map, samples, &faults);
    guide_free(guide);
    faults_free(&faults);
    arena_free(arena);
    return 0;
}
