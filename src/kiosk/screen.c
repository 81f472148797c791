// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/screen.h"

#include <assert.h>

#include "kiosk/parallel.h"

void screen_build(const struct view *view, struct scene *scene)
{
    static void (*const build[])(struct frame *) = {
        [SCREEN_ATTRACT] = attract_build,     [SCREEN_LANGUAGES] = languages_build,
        [SCREEN_HOME] = home_build,           [SCREEN_TOPIC] = topic_build,
        [SCREEN_PAGE] = page_build,           [SCREEN_OFFICE] = office_build,
        [SCREEN_EMERGENCY] = emergency_build, [SCREEN_SEARCH] = search_build,
    };
    static_assert(sizeof build / sizeof build[0] == SCREENS, "one for each screen");
    struct frame frame = frame_begin(view, scene);
    if (view->staff->stage != STAFF_AWAY)
        service_build(&frame);
    else if (!view->guide)
        outage_build(&frame);
    else if (parallel_is_on(view))
        parallel_build(&frame);
    else
        build[view->visit->now.screen](&frame);
    if (view->visit->display && view->staff->stage == STAFF_AWAY)
        display_build(&frame);
    if (view->visit->asked)
        countdown_build(&frame);
    frame_focus(&frame);
}
