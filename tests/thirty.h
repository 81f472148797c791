// SPDX-License-Identifier: EUPL-1.2
// Thirty visitors, one after another, each with a language of their own: sets and draws the samples
// of tests/text, in the order of the language picker, with one kiosk's fonts and caches. For the
// bench and for the test that memory stays bounded.
#pragma once

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "kiosk/paint.h"
#include "kiosk/type.h"
#include "text/cases.h"

enum { THIRTY_WIDTH = 1080, THIRTY_HEIGHT = 1920 };

struct thirty {
    struct arena *arena;
    struct fontmap map;
    struct guide guide;  // nothing but its languages
    struct visit visit;
    struct view view;
    struct scene *scene;
    SDL_Surface *screen;
    SDL_Renderer *renderer;
    struct painter *painter;
    struct frame frame;
    double y;          // u, from the top of the screen
    size_t languages;  // that had samples
};

// What all of it may take, in bytes, when fonts, layouts and pictures are as many as may be. To
// pictures come SDL's own data for each, to layouts the slots of two generations and a paragraph too
// much in each; the last is the tables of widths and fonts, and the scene.
static inline size_t thirty_bound(void)
{
    const size_t kib = 1024;
    size_t layouts = LAYOUTS_MOST + 256 * kib;
    size_t pictures = (size_t)THIRTY_WIDTH * THIRTY_HEIGHT * PAINT_CACHE + 512 * kib;
    size_t fonts = (size_t)(FONTS_OPEN - FONTS_LARGE) * FONT_MOST + FONTS_LARGE * FONT_LARGE_MOST;
    return layouts + pictures + fonts + 512 * kib;
}

// Not what is resident: that differs from machine to machine.
static inline size_t thirty_allocated(void)
{
    struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

// With an empty cache of everything; the screen itself does not count and is made by the caller.
static inline void thirty_open(struct thirty *thirty, const char *fontmap, SDL_Renderer *renderer,
                               struct faults *faults)
{
    struct arena *arena = arena_new();
    *thirty = (struct thirty){.arena = arena, .renderer = renderer, .visit = visit_new((struct comfort){0})};
    for (size_t i = 0; i < language_count; i++)
        *list_add(arena, &thirty->guide.languages) = &languages[i];
    fontmap_load(&thirty->map, arena, fontmap, faults);
    struct fonts *fonts = fonts_open(&thirty->map, faults);
    thirty->painter = painter_new(renderer, fonts, THIRTY_WIDTH, THIRTY_HEIGHT);
    thirty->scene = scene_new();
    thirty->view = (struct view){.guide = &thirty->guide,
                                 .visit = &thirty->visit,
                                 .theme = &theme_light,
                                 .fonts = fonts,
                                 .layouts = layouts_new(fonts),
                                 .fontmap = &thirty->map,
                                 .width = THIRTY_WIDTH,
                                 .height = THIRTY_HEIGHT};
}

static inline void thirty_close(struct thirty *thirty)
{
    painter_free(thirty->painter);
    scene_free(thirty->scene);
    layouts_free(thirty->view.layouts);
    fonts_close(thirty->view.fonts);
    arena_free(thirty->arena);
}

static inline void thirty_show(struct thirty *thirty)
{
    painter_draw(thirty->painter, thirty->scene);
    SDL_RenderFlush(thirty->renderer);
    thirty->frame = frame_begin(&thirty->view, thirty->scene);
    thirty->y = 0;
}

static inline struct setting thirty_lay_out(struct thirty *thirty, const struct text_case *c,
                                            size_t index)
{
    const struct type *const types[] = {&type_body, &type_body_bold, &type_small};
    struct type type = strcmp(c->name, "title") == 0  ? type_h1
                       : strcmp(c->name, "lead") == 0 ? type_lead
                                                      : *types[index % 3];
    struct span spans[CASE_SPANS];
    size_t count = case_spans(thirty->frame.arena, c, spans);
    return set_spans(&thirty->frame, type, spans, count, 124);
}

static inline void thirty_set(struct thirty *thirty, const struct text_case *c, size_t index)
{
    struct setting setting = thirty_lay_out(thirty, c, index);
    if (thirty->y + setting.height > thirty->frame.h) {
        thirty_show(thirty);
        setting = thirty_lay_out(thirty, c, index);
    }
    thirty->y += put(&thirty->frame, &setting, 5, thirty->y);
}

static inline void thirty_language(struct thirty *thirty, const char *path, double text_size)
{
    struct arena *arena = arena_new();
    struct cases cases = cases_read(arena, path);
    thirty->view.text_size = text_size;
    thirty->frame = frame_begin(&thirty->view, thirty->scene);
    thirty->y = 0;
    for (size_t i = 0; i < cases.count; i++)
        thirty_set(thirty, &cases.items[i], i);
    thirty_show(thirty);
    arena_free(arena);
}

// All languages of which the folder has a sample, in sizes M and XL.
static inline void thirty_round(struct thirty *thirty, const char *folder)
{
    thirty->languages = 0;
    for (size_t i = 0; i < language_count; i++) {
        char path[512];
        snprintf(path, sizeof path, "%s/%s.case", folder, languages[i].tag);
        if (!file_exists(path))
            continue;
        snprintf(thirty->visit.language, sizeof thirty->visit.language, "%s", languages[i].tag);
        thirty_language(thirty, path, 1);
        thirty_language(thirty, path, 1.5);
        thirty->languages++;
    }
}
