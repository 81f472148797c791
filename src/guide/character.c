// SPDX-License-Identifier: EUPL-1.2
#include "guide/character.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "guide/rules.h"

static bool is_at(const struct characters *c, const char *text)
{
    return strncmp(c->at, text, strlen(text)) == 0;
}

static uint32_t step(struct characters *c)
{
    uint32_t character = utf8_next(&c->at);
    c->next.column++;
    if (character == '\n' || (character == '\r' && *c->at != '\n'))
        c->next = (struct place){c->next.file, c->next.line + 1, 1};
    return character;
}

static void step_to(struct characters *c, const char *end)
{
    while (*c->at && !is_at(c, end))
        step(c);
}

static bool is_space(char byte)
{
    return strchr(" \t\r\n", byte) != NULL;
}

static bool is_origin(const char *attribute)
{
    for (const struct attribute_rule *rule = origin_attributes; rule->name; rule++) {
        size_t length = strlen(rule->name);
        if (strncmp(attribute, rule->name, length) == 0 &&
            (attribute[length] == '=' || is_space(attribute[length])))
            return true;
    }
    return false;
}

static void follow_tag(struct characters *c)
{
    if (c->quote) {
        if (*c->at == c->quote)
            c->quote = 0;
    } else if (*c->at == '>') {
        c->tag = false;
    } else if (*c->at == '"' || *c->at == '\'') {
        char quote[] = {*c->at, '\0'};
        if (is_origin(c->attribute)) {
            step(c);
            step_to(c, quote);
        } else {
            c->quote = *quote;
        }
    } else if (is_space(c->at[-1]) && *c->at != '=') {
        c->attribute = c->at;
    }
}

static void follow_markup(struct characters *c)
{
    if (c->cdata) {
        c->cdata = !is_at(c, "]]>");
    } else if (c->tag) {
        follow_tag(c);
    } else if (is_at(c, "<!--")) {
        step_to(c, "-->");
    } else if (is_at(c, "<?")) {
        step_to(c, "?>");
    } else if (is_at(c, "<![CDATA[")) {
        c->cdata = true;
    } else if (*c->at == '<') {
        c->tag = true;
        c->attribute = c->at;
    }
}

bool characters_open(struct characters *c, struct arena *arena, const char *path,
                     struct faults *faults)
{
    size_t length;
    *c = (struct characters){.next = {path, 1, 1}};
    c->at = file_read(arena, path, XML_FILE_LIMIT, &length, faults);
    if (c->at && is_at(c, "\xEF\xBB\xBF"))  // the byte order mark
        c->at += 3;
    return c->at != NULL;
}

uint32_t characters_next(struct characters *c)
{
    follow_markup(c);
    c->place = c->next;
    if (c->cdata || !is_at(c, "&#"))
        return step(c);
    const char *digits = c->at + 2;
    uint32_t character =
        (uint32_t)(*digits == 'x' ? strtoul(digits + 1, NULL, 16) : strtoul(digits, NULL, 10));
    step_to(c, ";");
    return character;
}
