// SPDX-License-Identifier: EUPL-1.2
// kiosk: runs the kiosk, makes pictures of its screens, plays a script.
#include <malloc.h>
#include <string.h>

#include "base/install.h"
#include "cmd/command.h"
#include "guide/load.h"
#include "kiosk/script.h"
#include "kiosk/shots.h"
#include "kiosk/window.h"

struct kiosk_options {
    struct common common;
    struct option_size window, size;
    struct option_texts languages;
    int idle, scan;
    bool low_reach;
    const char *theme, *text, *screenshots, *script;
};

static bool read_settings(const struct kiosk_options *options, struct kiosk_settings *settings)
{
    bool contrast = strcmp(options->theme, "contrast") == 0;
    bool theme = contrast || strcmp(options->theme, "light") == 0;
    *settings = (struct kiosk_settings){
        .idle_seconds = options->idle,
        .scan_ms = options->scan,
        .comfort = {.contrast = contrast, .low_reach = options->low_reach},
    };
    bool text = text_size_parse(options->text, &settings->comfort.text);
    if (options->languages.count && !options->screenshots)
        settings->language = options->languages.items[0];
    if (!theme)
        fprintf(stderr, "wegweiser: error: `--theme` takes light or contrast\n");
    if (!text)
        fprintf(stderr, "wegweiser: error: `--text` takes M, L or XL\n");
    return theme && text;
}

static bool languages_are_offered(const struct guide *guide, const struct option_texts *tags)
{
    for (size_t i = 0; i < tags->count; i++) {
        int language = guide_language(guide, tags->items[i]);
        if (language >= 0 && guide->offered[language])
            continue;
        fprintf(stderr, "wegweiser: error: `%s` is no language that this guide offers\n",
                tags->items[i]);
        return false;
    }
    return true;
}

// Draws into memory: no display is needed.
static bool run_blind(const struct kiosk_options *options, const struct kiosk_settings *settings,
                      const struct fontmap *fontmap, struct fonts *fonts, struct guide *guide,
                      struct moment now, struct faults *faults)
{
    struct option_size size =
        options->size.width ? options->size : (struct option_size){1080, 1920};
    SDL_Surface *screen =
        SDL_CreateRGBSurfaceWithFormat(0, size.width, size.height, 32, SDL_PIXELFORMAT_ARGB8888);
    SDL_Renderer *renderer = screen ? SDL_CreateSoftwareRenderer(screen) : NULL;
    if (!renderer)
        memory_exhausted();
    struct kiosk *kiosk =
        kiosk_new(renderer, size.width, size.height, fontmap, fonts, guide, settings, 0, now);
    bool ok = options->script
                  ? script_play(kiosk, screen, options->script, faults)
                  : shots_write(kiosk, screen, &options->languages, options->screenshots, faults);
    kiosk_free(kiosk);
    SDL_DestroyRenderer(renderer);
    SDL_FreeSurface(screen);
    return ok;
}

static bool run_with(const struct kiosk_options *options, const struct kiosk_settings *settings,
                     const struct fontmap *fontmap, struct guide *guide, struct faults *faults)
{
    struct moment now;
    struct fonts *fonts = fonts_open(fontmap, faults);
    if (!fonts || !common_now(&options->common, guide->timezone, &now)) {
        fonts_close(fonts);
        guide_free(guide);
        return false;
    }
    bool ok;
    if (options->screenshots || options->script) {
        ok = run_blind(options, settings, fontmap, fonts, guide, now, faults);
    } else {
        struct window_settings window = {
            .size = options->window,
            .content = common_content(&options->common),
            .now = options->common.now ? now : (struct moment){{0}, 0},
        };
        ok = window_run(&window, settings, fontmap, fonts, guide, faults);
    }
    fonts_close(fonts);
    return ok;
}

static enum status run(int argc, char **argv)
{
    struct kiosk_options options = {.theme = "light", .text = "M"};
    const struct option table[] = {
        COMMON_OPTIONS(options.common),
        {"--window", "WxH", OPTION_SIZE, &options.window, "in a window, not fullscreen"},
        {"--lang", "TAG", OPTION_TEXTS, &options.languages,
         "begin in this language; with --screenshots: only these"},
        {"--idle", "SECONDS", OPTION_NUMBER, &options.idle,
         "idle time before the countdown, for all screens"},
        {"--scan", "MS", OPTION_NUMBER, &options.scan,
         "for a single switch: after a key the ring moves on by itself, resting so long"},
        {"--theme", "NAME", OPTION_TEXT, &options.theme, "light or contrast"},
        {"--text", "SIZE", OPTION_TEXT, &options.text, "M, L or XL"},
        {"--low-reach", NULL, OPTION_FLAG, &options.low_reach,
         "on portrait screens: what can be touched stands in the lower part"},
        {"--screenshots", "DIR", OPTION_TEXT, &options.screenshots,
         "write every screen as a picture; needs no display"},
        {"--script", "FILE", OPTION_TEXT, &options.script, "play scripted input; needs no display"},
        {"--size", "WxH", OPTION_SIZE, &options.size, "of screenshots and scripts; 1080x1920"},
    };
    enum option_result result =
        options_read(table, sizeof table / sizeof table[0], "kiosk [OPTION]…", argc, argv, NULL);
    if (result != OPTIONS_OK)
        return result == OPTIONS_HELP ? STATUS_DONE : STATUS_USAGE;
    // glibc would raise this after the first large block is freed, and then keep all large ones:
    // pictures of whole screens shall go back at once.
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    struct kiosk_settings settings;
    if (!read_settings(&options, &settings))
        return STATUS_USAGE;
    struct guide *guide = common_load(&options.common, false);
    if (!guide)
        return STATUS_FAULTS;
    if (!languages_are_offered(guide, &options.languages)) {
        guide_free(guide);
        return STATUS_USAGE;
    }
    struct faults faults = {0};
    struct arena *arena = arena_new();
    struct fontmap fontmap = {0};
    bool ok = fontmap_load(&fontmap, arena, installed_path(arena, "fonts/map"), &faults);
    faults_write(&faults, stderr);  // now: the kiosk runs for months
    faults_free(&faults);
    faults = (struct faults){0};
    if (ok)
        ok = run_with(&options, &settings, &fontmap, guide, &faults);
    else
        guide_free(guide);
    arena_free(arena);
    enum status status = common_finish(&faults);
    return ok ? status : STATUS_FAULTS;
}

const struct command kiosk_command = {
    "kiosk", "run the kiosk on this display, or make pictures of its screens", run};
