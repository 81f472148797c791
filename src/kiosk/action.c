// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/action.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static const char *const names[] = {
    [ACTION_NONE] = "none",
    [ACTION_LANGUAGES] = "languages",
    [ACTION_LANGUAGE] = "language",
    [ACTION_HOME] = "home",
    [ACTION_TOPIC] = "topic",
    [ACTION_PAGE] = "page",
    [ACTION_OFFICE] = "office",
    [ACTION_EMERGENCY] = "emergency",
    [ACTION_BACK] = "back",
    [ACTION_READ_ON] = "read-on",
    [ACTION_READ_BACK] = "read-back",
    [ACTION_TOP] = "top",
    [ACTION_BILINGUAL] = "bilingual",
    [ACTION_MARK] = "mark",
    [ACTION_ANSWER] = "answer",
    [ACTION_SEARCH] = "search",
    [ACTION_TYPE] = "type",
    [ACTION_ERASE] = "erase",
    [ACTION_CLEAR] = "clear",
    [ACTION_KEYBOARD] = "keyboard",
    [ACTION_FIND] = "find",
    [ACTION_DISPLAY] = "display",
    [ACTION_TEXT_SIZE] = "text-size",
    [ACTION_CONTRAST] = "contrast",
    [ACTION_LOW_REACH] = "low-reach",
    [ACTION_CALM] = "calm",
    [ACTION_STAFF] = "staff",
    [ACTION_DIGIT] = "digit",
    [ACTION_UNLOCK] = "unlock",
    [ACTION_RELOAD] = "reload",
    [ACTION_QUIT] = "quit",
    [ACTION_STAY] = "stay",
    [ACTION_END] = "end",
};
static_assert(sizeof names / sizeof names[0] == ACTION_KINDS, "a name for each action");

struct action action_of(enum action_kind kind, const char *id)
{
    struct action action = {.kind = kind};
    if (id)
        snprintf(action.id, sizeof action.id, "%s", id);
    return action;
}

bool action_equal(const struct action *a, const struct action *b)
{
    return a->kind == b->kind && strcmp(a->id, b->id) == 0;
}

bool action_parse(const char *text, struct action *action)
{
    size_t length = strcspn(text, ":");
    for (int kind = 0; kind < ACTION_KINDS; kind++) {
        if (strlen(names[kind]) != length || strncmp(names[kind], text, length) != 0)
            continue;
        *action = action_of((enum action_kind)kind, text[length] ? text + length + 1 : NULL);
        return true;
    }
    return false;
}

const char *action_name(enum action_kind kind)
{
    return names[kind];
}
