// SPDX-License-Identifier: EUPL-1.2
// What a visitor waits for: page turns and language switches, as CPU time from the finger that
// lifts to the first frame of what comes; and how much memory is used once all has been seen.
//
//   kiosk_bench CONTENT
//
// Draws into memory, in the format of an X11 window, with the renderer of the kiosk, on a clock of
// its own. Prints name=value lines.
#include <malloc.h>
#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/install.h"
#include "guide/load.h"
#include "kiosk/kiosk.h"
#include "text/tr.h"

enum { WIDTH = 1080, HEIGHT = 1920, TAP = 80, FRAME = 16, FRAMES = 12, REST = 1000, ROOM = 4096 };

static const struct moment morning = {{2026, 11, 20}, 8 * 60 + 30};

struct times {
    double ms[ROOM];
    size_t count;
};

struct bench {
    SDL_Renderer *renderer;
    struct kiosk *kiosk;
    const struct guide *guide;
    uint64_t now;                           // ms of the kiosk's own clock
    struct times pages, frames, languages;  // frames: of the animation
    size_t out_of_reach;
};

static double cpu_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void add_time(struct times *times, double ms)
{
    if (times->count < ROOM)
        times->ms[times->count++] = ms;
}

// ---- A visit -----------------------------------------------------------------------------------

static double draw(struct bench *bench)
{
    double began = cpu_ms();
    kiosk_tick(bench->kiosk, bench->now);
    kiosk_draw(bench->kiosk, bench->now);
    SDL_RenderFlush(bench->renderer);
    return cpu_ms() - began;
}

static void rest(struct bench *bench)
{
    for (int i = 0; i < FRAMES; i++) {
        bench->now += FRAME;
        add_time(&bench->frames, draw(bench));
    }
    bench->now += REST;
    draw(bench);
}

static void touch(struct bench *bench, uint32_t type, int x, int y)
{
    SDL_Event event = {.tfinger = {
                           .type = type,
                           .x = ((float)x + 0.5f) / WIDTH,
                           .y = ((float)y + 0.5f) / HEIGHT,
                       }};
    kiosk_event(bench->kiosk, &event, bench->now);
}

// The CPU time until the first frame of what the tap brings; false if it cannot be tapped.
static bool tap(struct bench *bench, enum action_kind kind, const char *id, double *ms)
{
    struct action action = action_of(kind, id);
    const struct scene *scene = kiosk_scene(bench->kiosk);
    const struct target *target = scene_target_of(scene, &action);
    if (!target)
        return false;
    struct rect box = scene_place(scene, target->box, target->scrolls);
    int x = box.x + box.w / 2, y = box.y + box.h / 2;
    const struct target *there = scene_target(scene, x, y, 0);
    if (!there || !action_equal(&there->action, &action))
        return false;
    touch(bench, SDL_FINGERDOWN, x, y);
    bench->now += TAP;
    draw(bench);
    double began = cpu_ms();
    touch(bench, SDL_FINGERUP, x, y);
    *ms = cpu_ms() - began + draw(bench);
    rest(bench);
    return true;
}

static void go(struct bench *bench, const char *language, enum screen screen, const char *id)
{
    struct visit visit = visit_new((struct comfort){0});
    snprintf(visit.language, sizeof visit.language, "%s", language);
    visit.now.screen = screen;
    snprintf(visit.now.id, sizeof visit.now.id, "%s", id);
    kiosk_show(bench->kiosk, &visit, 0);
    draw(bench);
}

static void visit_pages(struct bench *bench, const char *language)
{
    for (size_t i = 0; i < bench->guide->pages.count; i++) {
        const struct page *page = &bench->guide->pages.items[i];
        double ms;
        go(bench, language, SCREEN_TOPIC, page->topic->id);
        if (tap(bench, ACTION_PAGE, page->id, &ms)) {
            add_time(&bench->pages, ms);
        } else {
            go(bench, language, SCREEN_PAGE, page->id);
            bench->out_of_reach++;
        }
    }
}

static void visit_offices(struct bench *bench, const char *language)
{
    for (size_t i = 0; i < bench->guide->offices.count; i++) {
        const char *id = bench->guide->offices.items[i].id;
        double ms;
        go(bench, language, SCREEN_HOME, "");
        if (tap(bench, ACTION_OFFICE, id, &ms)) {
            add_time(&bench->pages, ms);
        } else {
            go(bench, language, SCREEN_OFFICE, id);
            bench->out_of_reach++;
        }
    }
}

static void visit_all(struct bench *bench)
{
    for (size_t i = 0; i < bench->guide->languages.count; i++) {
        const char *tag = bench->guide->languages.items[i]->tag;
        double ms;
        if (!bench->guide->offered[i])
            continue;
        go(bench, "", SCREEN_LANGUAGES, "");
        if (tap(bench, ACTION_LANGUAGE, tag, &ms))
            add_time(&bench->languages, ms);
        else
            bench->out_of_reach++;
        visit_pages(bench, tag);
        visit_offices(bench, tag);
    }
}

// ---- Figures -----------------------------------------------------------------------------------

static int compare(const void *a, const void *b)
{
    double distance = *(const double *)a - *(const double *)b;
    return (distance > 0) - (distance < 0);
}

static void print_times(const char *name, struct times *times)
{
    if (!times->count)
        return;
    qsort(times->ms, times->count, sizeof *times->ms, compare);
    printf("%s_count=%zu %s_median=%.2f %s_most=%.2f %s_worst=%.2f\n", name, times->count, name,
           times->ms[times->count / 2], name, times->ms[times->count * 95 / 100], name,
           times->ms[times->count - 1]);
}

static void print_kib(const char *name, const char *path, const char *field)
{
    char line[256];
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file))
        if (strncmp(line, field, strlen(field)) == 0)
            printf("%s=%ld\n", name, strtol(line + strlen(field), NULL, 10));
    if (file)
        fclose(file);
}

int main(int argc, char **argv)
{
    mallopt(M_MMAP_THRESHOLD, 1 << 20);  // as cmd/kiosk.c does
    struct faults faults = {0};
    struct arena *arena = arena_new();
    struct fontmap map = {0};
    static struct bench bench;
    if (argc != 2)
        return 2;
    tr_open(installed_path(arena, "locale"));
    double began = cpu_ms();
    struct guide *guide = guide_load(argv[1], (struct date){0}, &faults);
    double loaded = cpu_ms() - began;
    fontmap_load(&map, arena, installed_path(arena, "fonts/map"), &faults);
    struct fonts *fonts = fonts_open(&map, &faults);
    if (!guide || faults.errors) {
        faults_write(&faults, stderr);
        return 1;
    }
    SDL_Surface *screen =
        SDL_CreateRGBSurfaceWithFormat(0, WIDTH, HEIGHT, 32, SDL_PIXELFORMAT_RGB888);
    struct kiosk_settings settings = {0};
    bench.renderer = SDL_CreateSoftwareRenderer(screen);
    bench.guide = guide;
    bench.kiosk =
        kiosk_new(bench.renderer, WIDTH, HEIGHT, &map, fonts, guide, &settings, 0, morning);
    printf("first=%.2f\nload=%.2f\n", draw(&bench), loaded);
    visit_all(&bench);
    print_times("page", &bench.pages);
    print_times("frame", &bench.frames);
    print_times("language", &bench.languages);
    printf("out_of_reach=%zu\n", bench.out_of_reach);
    print_kib("peak", "/proc/self/status", "VmHWM:");
    print_kib("pss", "/proc/self/smaps_rollup", "Pss:");
    kiosk_free(bench.kiosk);
    SDL_DestroyRenderer(bench.renderer);
    SDL_FreeSurface(screen);
    fonts_close(fonts);
    faults_free(&faults);
    arena_free(arena);
    return 0;
}
