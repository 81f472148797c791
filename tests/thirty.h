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
#include "base/utf8.h"
#include "kiosk/paint.h"
#include "kiosk/type.h"

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
    *thirty = (struct thirty){.arena = arena, .renderer = renderer, .visit = visit_new()};
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

// The text as a reader would have it: the marks of bold text, values and terms are left out.
static inline char *thirty_plain(struct arena *arena, const char *text)
{
    char *plain = arena_text(arena, text), *to = plain;
    while (*text) {
        if (strncmp(text, "\\u", 2) == 0 && strlen(text) >= 6) {
            char digits[5] = {text[2], text[3], text[4], text[5]};
            to += utf8_put(to, (uint32_t)strtoul(digits, NULL, 16));
            text += 6;
        } else if (strchr("{}[]*", *text)) {
            text++;
        } else {
            *to++ = *text++;
        }
    }
    *to = '\0';
    return plain;
}

static inline void thirty_set(struct thirty *thirty, const char *name, const char *text,
                              size_t index)
{
    const struct type *const types[] = {&type_body, &type_body_bold, &type_small};
    struct type type = strcmp(name, "title") == 0  ? type_h1
                       : strcmp(name, "lead") == 0 ? type_lead
                                                   : *types[index % 3];
    const char *plain = thirty_plain(thirty->frame.arena, text);
    struct setting setting = set_text(&thirty->frame, type, plain, 124);
    if (thirty->y + setting.height > thirty->frame.h) {
        thirty_show(thirty);
        plain = thirty_plain(thirty->frame.arena, text);
        setting = set_text(&thirty->frame, type, plain, 124);
    }
    thirty->y += put(&thirty->frame, &setting, 5, thirty->y);
}

// A case is "== name", a line with the tag, a line with the text. Others are not for us.
static inline void thirty_language(struct thirty *thirty, const char *path, double text_size)
{
    struct arena *arena = arena_new();
    size_t length, index = 0;
    char *text = file_read(arena, path, 1 << 20, &length, NULL), *name = NULL;
    thirty->view.text_size = text_size;
    thirty->frame = frame_begin(&thirty->view, thirty->scene);
    thirty->y = 0;
    int line_of_case = 0;
    for (char *line = text ? strtok(text, "\n") : NULL; line; line = strtok(NULL, "\n")) {
        line_of_case++;
        if (strncmp(line, "== ", 3) == 0) {
            name = line + 3;
            line_of_case = 0;
        } else if (name && line_of_case == 2) {
            thirty_set(thirty, name, line, index++);
        }
    }
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
