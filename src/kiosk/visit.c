// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/visit.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

struct visit visit_new(void)
{
    return (struct visit){0};
}

const char *screen_name(enum screen screen)
{
    static const char *const names[] = {
        [SCREEN_ATTRACT] = "attract",     [SCREEN_LANGUAGES] = "languages",
        [SCREEN_HOME] = "home",           [SCREEN_TOPIC] = "topic",
        [SCREEN_PAGE] = "page",           [SCREEN_OFFICE] = "office",
        [SCREEN_EMERGENCY] = "emergency",
    };
    static_assert(sizeof names / sizeof names[0] == SCREENS, "a name for each screen");
    return names[screen];
}

static void remember(struct visit *visit)
{
    if (visit->history_count == HISTORY_SIZE) {
        memmove(visit->history, visit->history + 1, (HISTORY_SIZE - 1) * sizeof *visit->history);
        visit->history_count--;
    }
    visit->history[visit->history_count++] = visit->now;
}

static bool go(struct visit *visit, enum screen screen, const char *id)
{
    if (visit->now.screen == screen && strcmp(visit->now.id, id) == 0)
        return false;
    remember(visit);
    visit->now = (struct waypoint){.screen = screen};
    snprintf(visit->now.id, sizeof visit->now.id, "%s", id);
    return true;
}

static bool go_back(struct visit *visit)
{
    if (visit->history_count == 0)
        return false;
    visit->now = visit->history[--visit->history_count];
    return true;
}

static bool go_home(struct visit *visit)
{
    bool there = visit->now.screen == SCREEN_HOME && visit->now.screenful == 0;
    visit->history_count = 0;
    visit->now = (struct waypoint){.screen = SCREEN_HOME};
    return !there;
}

// Chosen from attract one arrives at home, chosen on the way one stays where one was.
static bool choose_language(struct visit *visit, const char *tag)
{
    snprintf(visit->language, sizeof visit->language, "%s", tag);
    if (visit->history_count > 0 &&
        visit->history[visit->history_count - 1].screen != SCREEN_ATTRACT)
        return go_back(visit);
    go_home(visit);
    return true;
}

static bool turn(struct visit *visit, int screenful, int screenfuls)
{
    if (screenful < 0 || screenful >= screenfuls || screenful == visit->now.screenful)
        return false;
    visit->now.screenful = screenful;
    return true;
}

bool visit_act(struct visit *visit, const struct action *action, int screenfuls)
{
    switch (action->kind) {
    case ACTION_LANGUAGES:
        return go(visit, SCREEN_LANGUAGES, "");
    case ACTION_LANGUAGE:
        return choose_language(visit, action->id);
    case ACTION_HOME:
        return go_home(visit);
    case ACTION_TOPIC:
        return go(visit, SCREEN_TOPIC, action->id);
    case ACTION_PAGE:
        return go(visit, SCREEN_PAGE, action->id);
    case ACTION_OFFICE:
        return go(visit, SCREEN_OFFICE, action->id);
    case ACTION_EMERGENCY:
        return go(visit, SCREEN_EMERGENCY, "");
    case ACTION_BACK:
        return go_back(visit);
    case ACTION_READ_ON:
        return turn(visit, visit->now.screenful + 1, screenfuls);
    case ACTION_READ_BACK:
        return turn(visit, visit->now.screenful - 1, screenfuls);
    case ACTION_TOP:
        return turn(visit, 0, screenfuls);
    case ACTION_STAY:
        visit->asked = false;
        return true;
    case ACTION_END:
        *visit = visit_new();
        return true;
    case ACTION_NONE:
    case ACTION_KINDS:
        break;
    }
    return false;
}

static bool exists(const struct waypoint *at, const struct guide *guide)
{
    switch (at->screen) {
    case SCREEN_TOPIC:
        return topic_find(guide, at->id) != NULL;
    case SCREEN_PAGE:
        return page_find(guide, at->id) != NULL;
    case SCREEN_OFFICE:
        return office_find(guide, at->id) != NULL;
    default:
        return true;
    }
}

void visit_repair(struct visit *visit, const struct guide *guide)
{
    int language = guide_language(guide, visit->language);
    if (visit->language[0] && (language < 0 || !guide->offered[language])) {
        *visit = visit_new();
        return;
    }
    int kept = 0;
    for (int i = 0; i < visit->history_count; i++)
        if (exists(&visit->history[i], guide))
            visit->history[kept++] = visit->history[i];
    visit->history_count = kept;
    if (!exists(&visit->now, guide) && !go_back(visit))
        go_home(visit);
}
