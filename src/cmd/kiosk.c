// SPDX-License-Identifier: EUPL-1.2
// kiosk: runs the kiosk, makes pictures of its screens, plays a script.
#include <malloc.h>
#include <string.h>

#include "base/install.h"
#include "cmd/command.h"
#include "cmd/named.h"
#include "guide/load.h"
#include "kiosk/content.h"
#include "kiosk/script.h"
#include "kiosk/shots.h"
#include "kiosk/window.h"

struct kiosk_options {
    struct common common;
    struct option_size window, size, panel;
    struct option_texts languages;
    int idle, scan, strike, lower_edge;
    bool low_reach;
    const char *theme, *text, *screenshots, *script, *config, *state, *pin, *address;
};

static const struct kiosk_options usual_options = {.theme = "light", .text = "M"};

static struct kiosk_settings settings_of(const struct kiosk_options *options, struct faults *faults)
{
    struct kiosk_settings settings = {
        .by_clock = !options->common.now,
        .idle_seconds = options->idle,
        .scan_ms = options->scan,
        .strike_ms = options->strike,
        .comfort = {.contrast = strcmp(options->theme, "contrast") == 0,
                    .low_reach = options->low_reach},
        .panel = {options->panel.width, options->panel.height, options->lower_edge},
        .pin = options->pin,
        .address = options->address,
    };
    text_size_parse(options->text, &settings.comfort.text);
    if (options->languages.count && !options->screenshots)
        settings.language = options->languages.items[0];
    if (options->pin && !staff_hash_is_good(options->pin)) {
        settings.pin = NULL;
        fault_add(faults, (struct place){.file = options->config},
                  "`pin` is no hash, so staff have no way in; write what `mkpasswd` or "
                  "`openssl passwd -6` makes of the PIN");
    }
    return settings;
}

static bool languages_are_offered(const struct guide *guide, const struct option_texts *tags,
                                  struct faults *faults)
{
    for (size_t i = 0; guide && i < tags->count; i++)
        if (offer_named(guide, tags->items[i], faults) < 0)
            return false;
    return true;
}

// What is the same with and without a display.
struct session {
    const struct kiosk_options *options;
    const struct kiosk_settings *settings;
    const struct fontmap *fontmap;
    struct fonts *fonts;
    struct content *content;
    struct moment now;
    struct faults *faults;
};

static struct kiosk *new_kiosk(const struct session *session, SDL_Renderer *renderer,
                               struct option_size size, struct guide *guide)
{
    return kiosk_new(renderer, size.width, size.height, session->fontmap, session->fonts, guide,
                     session->settings, 0, session->now);
}

// Draws into memory, in the format of a window: no display is needed.
static bool run_blind(const struct session *session, struct guide *guide)
{
    const struct kiosk_options *options = session->options;
    struct option_size size =
        options->size.width ? options->size : (struct option_size){1080, 1920};
    SDL_Surface *screen =
        SDL_CreateRGBSurfaceWithFormat(0, size.width, size.height, 32, SDL_PIXELFORMAT_RGB888);
    SDL_Renderer *renderer = screen ? SDL_CreateSoftwareRenderer(screen) : NULL;
    if (!renderer)
        memory_exhausted();
    struct kiosk *kiosk = new_kiosk(session, renderer, size, guide);
    kiosk_set_report(kiosk, content_report(session->content));
    bool ok;
    if (options->script) {
        ok = script_play(kiosk, screen, options->script, session->faults);
    } else {
        struct kiosk *empty = new_kiosk(session, renderer, size, NULL);
        ok = shots_write(kiosk, empty, screen, &options->languages, options->screenshots,
                         session->faults);
        kiosk_free(empty);
    }
    kiosk_free(kiosk);
    SDL_DestroyRenderer(renderer);
    SDL_FreeSurface(screen);
    return ok;
}

static bool run_in_window(const struct session *session, struct guide *guide)
{
    struct window_settings window = {
        .size = session->options->window,
        .now = session->options->common.now ? session->now : (struct moment){{0}, 0},
    };
    return window_run(&window, session->settings, session->fontmap, session->fonts,
                      session->content, guide, session->faults);
}

// Content with faults is no reason to be dark: the kiosk shows what was good before, or says that it
// is out of service. Only pictures of the screens cannot be had of it.
static enum status run_with(struct session *session)
{
    const struct kiosk_options *options = session->options;
    bool blind = options->screenshots || options->script;
    struct guide *guide = content_read(session->content, stderr);
    if (!guide && options->screenshots)
        return STATUS_FAULTS;
    if (languages_are_offered(guide, &options->languages, session->faults) &&
        common_now(&options->common, guide ? guide->timezone : NULL, &session->now))
        return (blind ? run_blind : run_in_window)(session, guide) ? STATUS_DONE : STATUS_FAULTS;
    guide_free(guide);
    return STATUS_USAGE;
}

static enum status open_and_run(struct session *session, struct arena *arena)
{
    const struct kiosk_options *options = session->options;
    struct fontmap fontmap = {0};
    bool ok = fontmap_load(&fontmap, arena, installed_path(arena, "fonts/map"), session->faults);
    bool faulty = session->faults->errors > 0;
    faults_write(session->faults, stderr);  // now: the kiosk runs for months
    faults_free(session->faults);
    *session->faults = (struct faults){0};
    session->fontmap = &fontmap;
    session->fonts = ok ? fonts_open(&fontmap, session->faults) : NULL;
    if (!session->fonts)
        return STATUS_FAULTS;
    const char *state = options->state ? options->state : content_state_folder(arena);
    session->content = content_open(common_content(&options->common), state);
    enum status status = run_with(session);
    content_close(session->content);
    fonts_close(session->fonts);
    return status == STATUS_DONE && faulty ? STATUS_FAULTS : status;
}

// A line with faults costs that option, no more: the kiosk starts.
static enum option_result read_options(struct kiosk_options *options, int argc, char **argv,
                                       struct arena *arena, struct faults *faults)
{
    const struct option table[] = {
        COMMON_OPTIONS(options->common),
        {"--window", "WxH", OPTION_SIZE, &options->window, H_("in a window, not fullscreen")},
        {"--lang", "TAG", OPTION_TEXTS, &options->languages,
         H_("begin in this language; with --screenshots: only these")},
        {"--idle", "SECONDS", OPTION_NUMBER, &options->idle,
         H_("idle time before the countdown, for all screens")},
        {"--scan", "MS", OPTION_NUMBER, &options->scan,
         H_("for a single switch: after a key the ring moves on by itself, resting so long")},
        {"--strike", "MS", OPTION_NUMBER, &options->strike,
         H_("for hands that shake: the same key again within that time is none; up to 500")},
        {"--theme", "light|contrast", OPTION_CHOICE, &options->theme, H_("to begin with")},
        {"--text", "M|L|XL", OPTION_CHOICE, &options->text, H_("text size to begin with")},
        {"--low-reach", NULL, OPTION_FLAG, &options->low_reach,
         H_("what can be touched stands in the lower part")},
        {"--state", "DIR", OPTION_TEXT, &options->state,
         H_("where the last good content is kept for the next start")},
        {"--config", "FILE", OPTION_TEXT, &options->config,
         H_("holds options like these and the next four, one a line, without hyphens")},
        {"panel", "WxH", OPTION_MM, &options->panel, H_("in the file: the visible picture, mm")},
        {"lower-edge", "MM", OPTION_NUMBER, &options->lower_edge,
         H_("in the file: from the floor to the lower edge of the picture")},
        {"pin", "HASH", OPTION_TEXT, &options->pin,
         H_("in the file: of the staff's PIN, by mkpasswd or `openssl passwd -6`")},
        {"address", "URL", OPTION_TEXT, &options->address,
         H_("in the file: of the web guide, shown as a code while there is no content")},
        {"--screenshots", "DIR", OPTION_TEXT, &options->screenshots,
         H_("write every screen as a picture; needs no display")},
        {"--script", "FILE", OPTION_TEXT, &options->script,
         H_("play scripted input; needs no display")},
        {"--size", "WxH", OPTION_SIZE, &options->size, H_("of screenshots and scripts; 1080x1920")},
    };
    const size_t count = sizeof table / sizeof table[0];
    const char *usage = "kiosk [OPTION]…";
    *options = usual_options;
    enum option_result result = options_read(table, count, usage, argc, argv, NULL);
    if (result != OPTIONS_OK || !options->config)
        return result;
    const char *config = options->config;
    *options = usual_options;
    options_read_file(table, count, config, arena, faults);
    return options_read(table, count, usage, argc, argv, NULL);  // they have the last word
}

static enum status run(int argc, char **argv)
{
    struct kiosk_options options;
    struct faults faults = {0};
    struct arena *arena = arena_new();
    enum option_result result = read_options(&options, argc, argv, arena, &faults);
    // glibc would raise this after the first large block is freed, and then keep all large ones:
    // pictures of whole screens shall go back at once.
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    enum status status = common_ended(result);
    if (result == OPTIONS_OK) {
        struct kiosk_settings settings = settings_of(&options, &faults);
        struct session session = {.options = &options, .settings = &settings, .faults = &faults};
        status = open_and_run(&session, arena);
    }
    enum status found = common_finish(&faults);
    arena_free(arena);
    return status == STATUS_DONE ? found : status;
}

const struct command kiosk_command = {
    .name = "kiosk",
    .summary = H_("run the kiosk on this display, or make pictures of its screens"),
    .run = run,
};
