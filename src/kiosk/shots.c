// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/shots.h"

#include <SDL_image.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "kiosk/screen.h"

static Sint64 buf_size(SDL_RWops *rw)
{
    return (Sint64)((struct buf *)rw->hidden.unknown.data1)->length;
}

static Sint64 buf_seek(SDL_RWops *rw, Sint64 offset, int whence)
{
    (void)offset;
    (void)whence;
    return buf_size(rw);
}

static size_t buf_write(SDL_RWops *rw, const void *bytes, size_t size, size_t count)
{
    buf_add(rw->hidden.unknown.data1, bytes, size * count);
    return count;
}

static int buf_close(SDL_RWops *rw)
{
    SDL_FreeRW(rw);
    return 0;
}

// Through memory, so that file_write() can put it in place as a whole.
bool shot_write(SDL_Surface *screen, const char *path, struct faults *faults)
{
    struct buf png = {0};
    SDL_RWops *rw = SDL_AllocRW();
    if (!rw)
        memory_exhausted();
    rw->size = buf_size;
    rw->seek = buf_seek;
    rw->write = buf_write;
    rw->close = buf_close;
    rw->hidden.unknown.data1 = &png;
    bool ok = IMG_SavePNG_RW(screen, rw, 1) == 0;
    if (!ok)
        fault_add(faults, (struct place){.file = path}, "cannot be written: %s; take another size",
                  IMG_GetError());
    else
        ok = file_write(path, png.text, png.length, faults);
    buf_free(&png);
    return ok;
}

struct series {
    struct kiosk *kiosk, *empty;
    SDL_Surface *screen;
    const char *folder;
    struct faults *faults;
    struct visit visit;
    double attract;
};

// What the kiosk shows now.
static bool shoot_as_is(struct series *series, struct kiosk *kiosk, const char *name, int screenful)
{
    struct buf path = {0};
    buf_print(&path, "%s/%s/%s", series->folder, series->visit.language, name);
    if (screenful > 0)
        buf_print(&path, "-%d", screenful + 1);
    buf_text(&path, ".png");
    kiosk_draw(kiosk, 0);
    bool ok = shot_write(series->screen, path.text, series->faults);
    buf_free(&path);
    return ok;
}

static bool shoot(struct series *series, const char *name, int screenful)
{
    series->visit.now.screenful = screenful;
    struct visit visit = series->visit;
    if (visit.now.screen == SCREEN_ATTRACT)
        visit.language[0] = '\0';
    kiosk_show(series->kiosk, &visit, series->attract);
    return shoot_as_is(series, series->kiosk, name, screenful);
}

// The screen and, if it is longer, its further screenfuls.
static bool shoot_all(struct series *series, enum screen screen, const char *id)
{
    char name[2 * ID_SIZE];
    snprintf(name, sizeof name, "%s%s%s",
             series->visit.bilingual ? "parallel" : screen_name(screen), id ? "-" : "",
             id ? id : "");
    series->visit.now = (struct waypoint){.screen = screen};
    if (id)
        snprintf(series->visit.now.id, sizeof series->visit.now.id, "%s", id);
    bool ok = shoot(series, name, 0);
    int count = (int)kiosk_scene(series->kiosk)->scroll.starts.count;
    for (int screenful = 1; ok && screenful < count; screenful++)
        ok = shoot(series, name, screenful);
    return ok;
}

static bool shoot_idle(struct series *series)
{
    series->visit.now = (struct waypoint){.screen = SCREEN_HOME};
    series->visit.asked = true;
    series->visit.seconds_left = 20;
    bool ok = shoot(series, "idle", 0);
    series->visit.asked = false;
    return ok;
}

// Side by side; German stands beside nothing.
static bool shoot_parallel(struct series *series)
{
    const struct guide *guide = kiosk_guide(series->kiosk);
    if (strcmp(series->visit.language, "de") == 0)
        return true;
    bool ok = true;
    series->visit.bilingual = true;
    for (size_t i = 0; ok && i < guide->pages.count; i++)
        ok = shoot_all(series, SCREEN_PAGE, guide->pages.items[i].id);
    for (size_t i = 0; ok && i < guide->offices.count; i++)
        ok = shoot_all(series, SCREEN_OFFICE, guide->offices.items[i].id);
    const char *const answers[] = {"yes", "no", "repeat", "write"};
    for (size_t i = 0; ok && i < sizeof answers / sizeof *answers; i++) {
        char name[2 * ID_SIZE];
        snprintf(name, sizeof name, "card-%s", answers[i]);
        snprintf(series->visit.answer, sizeof series->visit.answer, "%s", answers[i]);
        ok = shoot(series, name, 0);
    }
    series->visit.answer[0] = '\0';
    series->visit.bilingual = false;
    return ok;
}

// Empty; with hits, for the first word of the guide's first topic; without any.
static bool shoot_search(struct series *series)
{
    const struct guide *guide = kiosk_guide(series->kiosk);
    struct arena *arena = arena_new();
    const struct words *words =
        words_in(&guide->words, guide_language(guide, series->visit.language));
    const char *topic = words_text(arena, words, BLOCK_TOPIC, guide->tiles.items[1]->id);
    struct visit *visit = &series->visit;
    visit->now = (struct waypoint){.screen = SCREEN_SEARCH};
    bool ok = shoot(series, "search", 0);
    snprintf(visit->query, sizeof visit->query, "%.*s", (int)strcspn(topic, " "), topic);
    ok = ok && shoot(series, "search-results", 0);
    snprintf(visit->query, sizeof visit->query, "xyzzy");
    ok = ok && shoot(series, "search-nothing", 0);
    visit->query[0] = '\0';
    arena_free(arena);
    return ok;
}

static bool shoot_display(struct series *series)
{
    series->visit.now = (struct waypoint){.screen = SCREEN_HOME};
    series->visit.display = true;
    bool ok = shoot(series, "display", 0);
    series->visit.display = false;
    return ok;
}

// What only staff see, and what nobody should; they do not follow the visitor's language.
static bool shoot_service(struct series *series)
{
    kiosk_show_staff(series->kiosk, STAFF_PIN);
    bool ok = shoot_as_is(series, series->kiosk, "staff-pin", 0);
    kiosk_show_staff(series->kiosk, STAFF_MENU);
    ok = ok && shoot_as_is(series, series->kiosk, "staff", 0);
    kiosk_show_staff(series->kiosk, STAFF_AWAY);
    kiosk_show_staff(series->empty, STAFF_AWAY);  // to be painted again
    return ok && shoot_as_is(series, series->empty, "out-of-service", 0);
}

static bool shoot_language(struct series *series)
{
    const struct guide *guide = kiosk_guide(series->kiosk);
    bool ok = shoot_all(series, SCREEN_ATTRACT, NULL) &&
              shoot_all(series, SCREEN_LANGUAGES, NULL) && shoot_all(series, SCREEN_HOME, NULL) &&
              shoot_all(series, SCREEN_EMERGENCY, NULL) && shoot_idle(series) &&
              shoot_display(series) && shoot_search(series);
    for (size_t i = 0; ok && i < guide->topics.count; i++)
        ok = shoot_all(series, SCREEN_TOPIC, guide->topics.items[i].id);
    for (size_t i = 0; ok && i < guide->pages.count; i++)
        ok = shoot_all(series, SCREEN_PAGE, guide->pages.items[i].id);
    for (size_t i = 0; ok && i < guide->offices.count; i++)
        ok = shoot_all(series, SCREEN_OFFICE, guide->offices.items[i].id);
    return ok && shoot_service(series) && shoot_parallel(series);
}

static bool is_asked_for(const struct option_texts *tags, const char *tag)
{
    for (size_t i = 0; i < tags->count; i++)
        if (strcmp(tags->items[i], tag) == 0)
            return true;
    return tags->count == 0;
}

bool shots_write(struct kiosk *kiosk, struct kiosk *empty, SDL_Surface *screen,
                 const struct option_texts *tags, const char *folder, struct faults *faults)
{
    const struct guide *guide = kiosk_guide(kiosk);
    struct series series = {.kiosk = kiosk,
                            .empty = empty,
                            .screen = screen,
                            .folder = folder,
                            .faults = faults,
                            .visit = *kiosk_visit(kiosk)};
    bool ok = true;
    for (size_t i = 0; ok && i < guide->languages.count; i++) {
        if (!guide->offered[i])
            continue;
        const char *tag = guide->languages.items[i]->tag;
        snprintf(series.visit.language, sizeof series.visit.language, "%s", tag);
        series.attract = attract_phase(guide, (int)i);
        if (is_asked_for(tags, tag))
            ok = shoot_language(&series);
    }
    return ok;
}
