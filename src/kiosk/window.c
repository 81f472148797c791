// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/window.h"

#include <string.h>

#include "guide/load.h"
#include "kiosk/watch.h"

enum { CLOCK_CHECK = 3600 * 1000 };  // ms: how long our own counting of time is trusted

struct window {
    SDL_Window *window;
    SDL_Renderer *renderer;
    struct kiosk *kiosk;
    struct watch *watch;
    const struct window_settings *settings;
    struct content *content;
    uint32_t changed;  // the event type of the watch
    bool quit;
};

// Only finger events are used: a mouse arrives as one, too. Without a display SDL takes a driver
// that shows nothing rather than fail.
static bool open_display(struct faults *faults)
{
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "1");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0");  // SDL_QUIT is left to signals
    if (SDL_Init(SDL_INIT_VIDEO | SDL_INIT_EVENTS) != 0) {
        fault_add(faults, (struct place){0}, "there is no display: %s; start it on one",
                  SDL_GetError());
        return false;
    }
    const char *driver = SDL_GetCurrentVideoDriver();
    const char *asked = SDL_getenv("SDL_VIDEODRIVER");
    bool blind = strcmp(driver, "offscreen") == 0 || strcmp(driver, "dummy") == 0;
    if (!blind || asked)
        return true;
    fault_add(faults, (struct place){0},
              "there is no display; start it on one, or use "
              "--screenshots DIR to see the screens as pictures");
    SDL_Quit();
    return false;
}

static bool open_window(struct window *window, struct faults *faults)
{
    struct option_size size = window->settings->size;
    uint32_t flags = SDL_WINDOW_SHOWN;
    SDL_DisplayMode mode;
    // Without a window manager nobody enlarges the window: it must be made as large as the screen.
    if (!size.width && SDL_GetDesktopDisplayMode(0, &mode) == 0) {
        size = (struct option_size){mode.w, mode.h};
        flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
    }
    // Without this hint X11 gets an OpenGL window only to copy our pixels into it.
    if (strcmp(SDL_GetCurrentVideoDriver(), "x11") == 0)
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    window->window = SDL_CreateWindow("Wegweiser", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                      size.width, size.height, flags);
    if (window->window) {
        window->renderer = SDL_CreateRenderer(window->window, -1, SDL_RENDERER_SOFTWARE);
        if (!window->renderer)
            window->renderer = SDL_CreateRenderer(window->window, -1, 0);
    }
    if (!window->renderer)
        fault_add(faults, (struct place){0},
                  "no window can be opened: %s; see that the display runs", SDL_GetError());
    return window->renderer != NULL;
}

// Without content Germany's.
static struct moment clock_of(const struct guide *guide, int *second)
{
    return moment_now(guide ? guide->timezone : "Europe/Berlin", second);
}

static void set_time(struct window *window)
{
    int second = 0;
    struct moment now = window->settings->now;
    if (!now.date.year)
        now = clock_of(kiosk_guide(window->kiosk), &second);
    kiosk_set_town_time(window->kiosk, SDL_GetTicks64(), now, second);
}

// A valid change is shown; an invalid one is logged and what was there stays.
static void reload(struct window *window)
{
    struct guide *guide = content_read(window->content, stderr);
    fprintf(stderr, "%s: %s\n", content_folder(window->content),
            guide ? "read, shown" : "read, has faults; what was there stays on the screen");
    if (guide)
        kiosk_set_guide(window->kiosk, guide);
    kiosk_set_report(window->kiosk, content_report(window->content));
    content_keep(window->content);
}

static void grant(struct window *window, enum staff_wish wish)
{
    if (wish == WISH_RELOAD)
        reload(window);
    else if (wish == WISH_QUIT)
        window->quit = true;
}

static void handle(struct window *window, const SDL_Event *event)
{
    bool closed = event->type == SDL_WINDOWEVENT && event->window.event == SDL_WINDOWEVENT_CLOSE &&
                  window->settings->size.width;  // whoever could close a fullscreen one is no staff
    if (event->type == SDL_QUIT || closed) {
        window->quit = true;
    } else if (event->type == window->changed) {
        reload(window);
    } else if (event->type == SDL_WINDOWEVENT &&
               event->window.event == SDL_WINDOWEVENT_SIZE_CHANGED) {
        int w, h;
        SDL_GetRendererOutputSize(window->renderer, &w, &h);
        kiosk_set_size(window->kiosk, w, h);
    }
    kiosk_event(window->kiosk, event, SDL_GetTicks64());
}

// Sleeps in the kernel until there is an event or something falls due.
static void wait(struct window *window)
{
    SDL_Event event;
    int64_t due = kiosk_due(window->kiosk, SDL_GetTicks64());
    int got = due < 0    ? SDL_WaitEvent(&event)
              : due == 0 ? SDL_PollEvent(&event)
                         : SDL_WaitEventTimeout(&event, due < INT32_MAX ? (int)due : INT32_MAX);
    for (; got; got = SDL_PollEvent(&event))
        handle(window, &event);
}

static void loop(struct window *window)
{
    uint64_t clock_read = SDL_GetTicks64();
    bool kept = false;  // the copy is made when the first frame has been seen
    while (!window->quit) {
        if (kiosk_draw(window->kiosk, SDL_GetTicks64()))
            SDL_RenderPresent(window->renderer);
        if (!kept)
            content_keep(window->content);
        kept = true;
        wait(window);
        uint64_t now = SDL_GetTicks64();
        if (!window->settings->now.date.year && now - clock_read > CLOCK_CHECK) {
            set_time(window);
            clock_read = now;
        }
        kiosk_tick(window->kiosk, now);
        grant(window, kiosk_wish(window->kiosk));
    }
}

bool window_run(const struct window_settings *settings, const struct kiosk_settings *kiosk,
                const struct fontmap *fontmap, struct fonts *fonts, struct content *content,
                struct guide *guide, struct faults *faults)
{
    struct window window = {.settings = settings, .content = content};
    if (!open_display(faults)) {
        guide_free(guide);
        return false;
    }
    bool ok = open_window(&window, faults);
    if (ok) {
        int w, h;
        SDL_GetRendererOutputSize(window.renderer, &w, &h);
        if (!settings->size.width) {  // no pointer, and no key that leads elsewhere
            SDL_ShowCursor(SDL_DISABLE);
            SDL_SetWindowKeyboardGrab(window.window, SDL_TRUE);
        }
        if (!guide)
            guide = content_read_kept(content);
        struct moment town = settings->now;
        if (!town.date.year)
            town = clock_of(guide, NULL);
        window.kiosk =
            kiosk_new(window.renderer, w, h, fontmap, fonts, guide, kiosk, SDL_GetTicks64(), town);
        kiosk_set_report(window.kiosk, content_report(content));
        set_time(&window);
        window.changed = SDL_RegisterEvents(1);
        window.watch = watch_open(content_folder(content), window.changed, faults);
        loop(&window);
        watch_close(window.watch);
        kiosk_free(window.kiosk);
    } else {
        guide_free(guide);
    }
    if (window.renderer)
        SDL_DestroyRenderer(window.renderer);
    if (window.window)
        SDL_DestroyWindow(window.window);
    SDL_Quit();
    return ok;
}
