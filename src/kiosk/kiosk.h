// SPDX-License-Identifier: EUPL-1.2
// The kiosk itself: a guide, a visit, a screen; events go in, frames come out.
//
// Knows no clock and no window: the caller says what time it is (ms, monotonic, from any start)
// and gives the events. That is how scripts play real visits on a virtual clock.
#pragma once

#include <SDL.h>

#include "guide/guide.h"
#include "kiosk/font.h"
#include "kiosk/panel.h"
#include "kiosk/report.h"
#include "kiosk/scene.h"
#include "kiosk/staff.h"
#include "kiosk/visit.h"

struct kiosk_settings {
    const char *language;    // a tag to begin with; NULL: the attract screen
    bool by_clock;           // the time is this machine's, which may be wrong
    int scan_ms;             // for switch users: how long the ring rests on a target; 0: it stays
    int strike_ms;           // the same key again within that time is none; 0: it is
    int idle_seconds;        // before the countdown, on all screens; 0: each screen's own
    struct comfort comfort;  // as the panel begins
    struct panel panel;
    const char *pin;      // hash of the staff's PIN; NULL: there is no way in
    const char *address;  // of the web guide, for the time without content; NULL: not known
};

struct kiosk;

// Draws on the renderer, whose output has that size in px. Takes the guide; NULL: there is no good
// content yet, and the screen says so. The rest must outlive it. `now` in ms; `town` is the town's
// time at `now`.
struct kiosk *kiosk_new(SDL_Renderer *renderer, int width, int height,
                        const struct fontmap *fontmap, struct fonts *fonts, struct guide *guide,
                        const struct kiosk_settings *settings, uint64_t now, struct moment town);
void kiosk_free(struct kiosk *kiosk);

// Fresh content, or the first: the visitor stays where they are.
void kiosk_set_guide(struct kiosk *kiosk, struct guide *guide);

// What the staff's menu tells of the content; copied.
void kiosk_set_report(struct kiosk *kiosk, const struct content_report *report);

// What the staff have asked for since the last call.
enum staff_wish kiosk_wish(struct kiosk *kiosk);

// What the town's clock says at `now`; between calls it is taken to run on.
void kiosk_set_town_time(struct kiosk *kiosk, uint64_t now, struct moment town, int second);

// The output has another size from now on.
void kiosk_set_size(struct kiosk *kiosk, int width, int height);

// Fingers (mouse ones included), keys. Others are ignored.
void kiosk_event(struct kiosk *kiosk, const SDL_Event *event, uint64_t now);

// Does what is due: countdown, animation, the next greeting, a scene that has expired.
void kiosk_tick(struct kiosk *kiosk, uint64_t now);

// In how many ms kiosk_tick() should be called though no event comes; -1: not at all.
int64_t kiosk_due(const struct kiosk *kiosk, uint64_t now);

// Paints if anything has changed; true: the caller must present.
bool kiosk_draw(struct kiosk *kiosk, uint64_t now);

// For scripts and screenshots.
const struct scene *kiosk_scene(struct kiosk *kiosk);
const struct visit *kiosk_visit(const struct kiosk *kiosk);
// What a key would act on; ACTION_NONE while no ring is shown.
struct action kiosk_focus(const struct kiosk *kiosk);
const struct guide *kiosk_guide(const struct kiosk *kiosk);  // NULL: out of service
const struct staff *kiosk_staff(const struct kiosk *kiosk);
void kiosk_show(struct kiosk *kiosk, const struct visit *visit, double attract);
void kiosk_show_staff(struct kiosk *kiosk, enum staff_stage stage);
