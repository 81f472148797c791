// SPDX-License-Identifier: EUPL-1.2
// Type specimens: specimen FOLDER FILE… draws the paragraphs of tests/text/TAG.case as the kiosk
// sets them, text size M above XL, into FOLDER/TAG.png. Behind each line stands its box, so that
// ink that leaves it is seen.
#include <libgen.h>
#include <string.h>

#include <SDL.h>

#include "kiosk/paint.h"
#include "kiosk/shots.h"
#include "kiosk/type.h"
#include "text/cases.h"

enum { WIDTH = 1080, UNIT = 8, HIGHEST = 8000 };

static const double margin = 5, gap = 2.5, bullet_indent = 4.5;  // as the kiosk's pages

// Which type sets which case; any other is body text.
static const struct {
    const char *name;
    const struct type *type;
    bool bullet;
} looks[] = {
    {"title", &type_h1, false},         {"lead", &type_lead, false},
    {"phone number", &type_body, true}, {"time range", &type_body, true},
    {"list", &type_body, true},
};

static void put_line_boxes(struct frame *frame, const struct setting *setting, double x, double y)
{
    double hair = 1 / frame->u;
    for (size_t i = 0; i <= setting->lines.count; i++)
        frame_rect(frame,
                   (struct area){x, y + (double)i * setting->line_height, setting->width, hair},
                   INK_HAIR);
    frame_rect(frame, (struct area){x, y, hair, setting->height}, INK_HAIR);
    frame_rect(frame, (struct area){x + setting->width, y, hair, setting->height}, INK_HAIR);
}

// A title is all in its own face, as in kiosk/type.c.
static size_t spans_of(struct frame *frame, const struct text_case *c, enum face face,
                       struct span *spans)
{
    size_t count = case_spans(frame->arena, c, spans);
    for (size_t i = 0; i < count; i++)
        if (spans[i].face != FACE_TAG && face != FACE_REGULAR)
            spans[i].face = face;
    return count;
}

static double put_case(struct frame *frame, const struct text_case *c, double y)
{
    struct type type = type_body;
    bool bullet = false;
    for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++) {
        if (strcmp(looks[i].name, c->name) != 0)
            continue;
        type = *looks[i].type;
        bullet = looks[i].bullet;
    }
    double x = margin + (bullet ? bullet_indent : 0);
    struct span spans[CASE_SPANS];
    size_t count = spans_of(frame, c, type.face, spans);
    struct setting setting = set_spans(frame, type, spans, count, frame->w - margin - x);
    put_line_boxes(frame, &setting, x, y);
    if (bullet)
        frame_box(frame, (struct area){margin + 0.75, y + setting.line_height / 2 - 0.65, 1.5, 1.5},
                  0.25, INK_PETROL, INK_NONE);
    return put(frame, &setting, x, y);
}

// Returns how far down it reaches.
static double put_cases(struct frame *frame, const struct cases *cases, double y)
{
    for (size_t i = 0; i < cases->count; i++)
        y += put_case(frame, &cases->items[i], y) + gap;
    return y;
}

struct specimen {
    struct fonts *fonts;
    struct fontmap map;
    struct layouts *layouts;
    struct faults faults;
};

static bool save(struct specimen *specimen, struct scene *scene, const char *path)
{
    SDL_Surface *screen =
        SDL_CreateRGBSurfaceWithFormat(0, WIDTH, scene->height, 32, SDL_PIXELFORMAT_ARGB8888);
    SDL_Renderer *renderer = screen ? SDL_CreateSoftwareRenderer(screen) : NULL;
    if (!renderer)
        memory_exhausted();
    struct painter *painter = painter_new(renderer, specimen->fonts, WIDTH, scene->height);
    painter_draw(painter, scene);
    SDL_RenderPresent(renderer);
    bool ok = shot_write(screen, path, &specimen->faults);
    painter_free(painter);
    SDL_DestroyRenderer(renderer);
    SDL_FreeSurface(screen);
    return ok;
}

static bool draw(struct specimen *specimen, struct arena *arena, const struct cases *cases,
                 const char *path)
{
    static const double text_sizes[] = {1, 1.5};  // M, XL
    const struct language *language = cases->items[0].language;
    struct guide guide = {0};
    *list_add(arena, &guide.languages) = language;
    struct visit visit = visit_new((struct comfort){0});
    snprintf(visit.language, sizeof visit.language, "%s", language->tag);
    struct view view = {
        .guide = &guide,
        .visit = &visit,
        .theme = &theme_light,
        .fonts = specimen->fonts,
        .layouts = specimen->layouts,
        .fontmap = &specimen->map,
        .width = WIDTH,
        .height = HIGHEST,
    };
    struct scene *scene = scene_new();
    struct frame frame = frame_begin(&view, scene);
    double y = gap;
    for (size_t i = 0; i < sizeof text_sizes / sizeof text_sizes[0]; i++) {
        view.text_size = text_sizes[i];
        y = put_cases(&frame, cases, y) + gap;
    }
    scene->height = frame_px(&frame, y);
    bool ok = save(specimen, scene, path);
    scene_free(scene);
    return ok;
}

static bool draw_file(struct specimen *specimen, char *file, const char *folder)
{
    struct arena *arena = arena_new();
    struct cases cases = cases_read(arena, file);
    const char *name = basename(file);
    const char *path = arena_print(arena, "%s/%.*s.png", folder, (int)strcspn(name, "."), name);
    bool ok = cases.count && draw(specimen, arena, &cases, path);
    arena_free(arena);
    return ok;
}

int main(int argc, char **argv)
{
    struct arena *arena = arena_new();
    struct specimen specimen = {0};
    bool ok = argc > 2 && fontmap_load(&specimen.map, arena, "fonts/map", &specimen.faults);
    if (ok)
        specimen.fonts = fonts_open(&specimen.map, &specimen.faults);
    ok = ok && specimen.fonts;
    if (ok)
        specimen.layouts = layouts_new(specimen.fonts);
    for (int i = 2; ok && i < argc; i++)
        ok = draw_file(&specimen, argv[i], argv[1]);
    faults_write(&specimen.faults, stderr);
    layouts_free(specimen.layouts);
    fonts_close(specimen.fonts);
    faults_free(&specimen.faults);
    arena_free(arena);
    return ok ? 0 : 1;
}
