// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/visit.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct visit visit_new(struct comfort usual)
{
    return (struct visit){.comfort = usual, .usual = usual};
}

// "M", "L", "XL"
static const char *const text_sizes[TEXT_SIZES] = {"M", "L", "XL"};

bool text_size_parse(const char *name, enum text_size *size)
{
    for (int i = 0; i < TEXT_SIZES; i++) {
        if (strcmp(text_sizes[i], name) != 0)
            continue;
        *size = (enum text_size)i;
        return true;
    }
    return false;
}

const char *text_size_name(enum text_size size)
{
    return text_sizes[size];
}

const char *screen_name(enum screen screen)
{
    static const char *const names[] = {
        [SCREEN_ATTRACT] = "attract",     [SCREEN_LANGUAGES] = "languages",
        [SCREEN_HOME] = "home",           [SCREEN_TOPIC] = "topic",
        [SCREEN_PAGE] = "page",           [SCREEN_OFFICE] = "office",
        [SCREEN_EMERGENCY] = "emergency", [SCREEN_SEARCH] = "search",
    };
    static_assert(sizeof names / sizeof names[0] == SCREENS, "a name for each screen");
    return names[screen];
}

// What belongs to one screen only.
static void put_away(struct visit *visit)
{
    visit->marked = 0;
    visit->answer[0] = '\0';
    visit->display = false;
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
    put_away(visit);
    snprintf(visit->now.id, sizeof visit->now.id, "%s", id);
    return true;
}

static bool go_back(struct visit *visit)
{
    if (visit->history_count == 0)
        return false;
    visit->now = visit->history[--visit->history_count];
    put_away(visit);
    return true;
}

static bool go_home(struct visit *visit)
{
    put_away(visit);
    visit->wants_bilingual = false;
    bool there = visit->now.screen == SCREEN_HOME && visit->now.screenful == 0;
    visit->history_count = 0;
    visit->now = (struct waypoint){.screen = SCREEN_HOME};
    return !there;
}

// Chosen from attract one arrives at home, chosen on the way one stays where one was.
static bool choose_language(struct visit *visit, const char *tag)
{
    snprintf(visit->language, sizeof visit->language, "%s", tag);
    bool german = strcmp(tag, "de") == 0, was = visit->bilingual;
    visit->bilingual = (was || visit->wants_bilingual) && !german;
    visit->wants_bilingual = false;
    if (visit->history_count > 0 &&
        visit->history[visit->history_count - 1].screen != SCREEN_ATTRACT) {
        go_back(visit);
        if (visit->bilingual != was)  // its screenfuls were others
            visit->now.screenful = 0;
        return true;
    }
    go_home(visit);
    return true;
}

// Side by side with German: whoever reads German chooses the other language first.
static bool switch_bilingual(struct visit *visit)
{
    if (strcmp(visit->language, "de") == 0) {
        visit->wants_bilingual = true;
        return go(visit, SCREEN_LANGUAGES, "");
    }
    visit->bilingual = !visit->bilingual;
    visit->now.screenful = 0;
    put_away(visit);
    return true;
}

static bool mark(struct visit *visit, int row)
{
    visit->marked = visit->marked == row ? 0 : row;
    return true;
}

static bool answer(struct visit *visit, const char *id)
{
    bool again = strcmp(visit->answer, id) == 0;
    snprintf(visit->answer, sizeof visit->answer, "%s", again ? "" : id);
    return true;
}

// From elsewhere it begins anew; from a hit one comes back to the query.
static bool search(struct visit *visit)
{
    visit->keyboard_away = false;
    if (visit->now.screen == SCREEN_SEARCH)
        return true;
    visit->query[0] = '\0';
    visit->keyboard = KEYBOARD_OWN;
    return go(visit, SCREEN_SEARCH, "");
}

// Away with the last code point, and what cannot stand alone goes with its base.
static bool erase(struct visit *visit)
{
    size_t length = strlen(visit->query);
    visit->now.screenful = 0;
    if (length == 0)
        return false;
    do
        length--;
    while (length > 0 && ((unsigned char)visit->query[length] & 0xC0) == 0x80);
    visit->query[length] = '\0';
    return true;
}

static bool type_text(struct visit *visit, const char *text)
{
    if (*text == '\b') {
        erase(visit);
        text++;
    }
    size_t length = strlen(visit->query);
    bool leading_space = length == 0 && *text == ' ';
    if (leading_space || length + strlen(text) >= sizeof visit->query)
        return false;
    memcpy(visit->query + length, text, strlen(text) + 1);
    visit->now.screenful = 0;
    return true;
}

static bool choose_keyboard(struct visit *visit, const char *name)
{
    static const char *const names[KEYBOARDS] = {"own", "german", "digits"};
    for (int i = 0; i < KEYBOARDS; i++) {
        if (strcmp(names[i], name) != 0)
            continue;
        visit->keyboard = (enum keyboard)i;
        return true;
    }
    return false;
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
        visit->wants_bilingual = false;
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
        if (visit->display || visit->answer[0]) {  // what lies on top goes first
            put_away(visit);
            return true;
        }
        return go_back(visit);
    case ACTION_READ_ON:
        return turn(visit, visit->now.screenful + 1, screenfuls);
    case ACTION_READ_BACK:
        return turn(visit, visit->now.screenful - 1, screenfuls);
    case ACTION_TOP:
        return turn(visit, 0, screenfuls);
    case ACTION_BILINGUAL:
        return switch_bilingual(visit);
    case ACTION_MARK:
        return mark(visit, atoi(action->id));
    case ACTION_ANSWER:
        return answer(visit, action->id);
    case ACTION_SEARCH:
        return search(visit);
    case ACTION_TYPE:
        return type_text(visit, action->id);
    case ACTION_ERASE:
        return erase(visit);
    case ACTION_CLEAR:
        visit->query[0] = '\0';
        visit->keyboard_away = false;
        return true;
    case ACTION_KEYBOARD:
        return choose_keyboard(visit, action->id);
    case ACTION_FIND:
        visit->keyboard_away = visit->query[0];
        return true;
    case ACTION_DISPLAY:
        visit->display = !visit->display;
        return true;
    case ACTION_TEXT_SIZE:
        visit->now.screenful = 0;
        return text_size_parse(action->id, &visit->comfort.text);
    case ACTION_CONTRAST:
        visit->comfort.contrast = !visit->comfort.contrast;
        return true;
    case ACTION_LOW_REACH:
        visit->comfort.low_reach = !visit->comfort.low_reach;
        visit->now.screenful = 0;
        return true;
    case ACTION_CALM:
        visit->comfort.calm = !visit->comfort.calm;
        return true;
    case ACTION_STAY:
        visit->asked = false;
        return true;
    case ACTION_END:
        *visit = visit_new(visit->usual);
        return true;
    case ACTION_STAFF:  // the staff are no visitors
    case ACTION_DIGIT:
    case ACTION_UNLOCK:
    case ACTION_RELOAD:
    case ACTION_QUIT:
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
        *visit = visit_new(visit->usual);
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
