// SPDX-License-Identifier: EUPL-1.2
#include "base/option.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

static const struct option *find(const struct option *table, size_t count, const char *name,
                                 size_t length)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(table[i].name) == length && memcmp(table[i].name, name, length) == 0)
            return &table[i];
    return NULL;
}

static bool read_number(const char *text, int *number)
{
    char *end;
    long value = strtol(text, &end, 10);
    if (*end || end == text || value < 1 || value > 1000000)
        return false;
    *number = (int)value;
    return true;
}

static bool read_size(const char *text, int least, struct option_size *size)
{
    struct option_size read;
    char after;
    if (sscanf(text, "%5dx%5d%c", &read.width, &read.height, &after) != 2 || read.width < least ||
        read.height < least || read.width > 16384 || read.height > 16384)
        return false;
    *size = read;
    return true;
}

static bool add_text(struct option_texts *texts, const char *text)
{
    if (texts->count == sizeof texts->items / sizeof texts->items[0])
        return false;
    texts->items[texts->count++] = text;
    return true;
}

static bool is_choice(const char *choices, const char *value)
{
    size_t length = strlen(value);
    for (const char *at = choices; at; at = strchr(at, '|')) {
        at += *at == '|';
        if (strcspn(at, "|") == length && strncmp(at, value, length) == 0)
            return true;
    }
    return false;
}

// What the value should have been; NULL if it was taken.
static const char *take(const struct option *option, const char *value)
{
    switch (option->kind) {
    case OPTION_FLAG:
        *(bool *)option->variable = true;
        return NULL;
    case OPTION_TEXT:
        *(const char **)option->variable = value;
        return NULL;
    case OPTION_CHOICE:
        if (!is_choice(option->value, value))
            return option->value;
        *(const char **)option->variable = value;
        return NULL;
    case OPTION_NUMBER:
        return read_number(value, option->variable) ? NULL : E_("a number from 1 to 1000000");
    case OPTION_SIZE:
        return read_size(value, 320, option->variable) ? NULL : E_("a size like 1080x1920");
    case OPTION_MM:
        return read_size(value, 50, option->variable) ? NULL : E_("a size in mm like 398x708");
    case OPTION_TEXTS:
        return add_text(option->variable, value) ? NULL : E_("at most 4096 times");
    }
    return NULL;
}

static void print_usage(FILE *stream, const char *usage)
{
    const char *head = fault_tr("usage:");
    int width = (int)strlen(head);
    for (const char *line = usage; *line; line += strspn(line, "\n")) {
        int length = (int)strcspn(line, "\n");
        fprintf(stream, "%*s wegweiser %.*s\n", width, line == usage ? head : "", length, line);
        line += length;
    }
}

static void print_help(const struct option *table, size_t count, const char *usage)
{
    print_usage(stdout, usage);
    puts("");
    for (size_t i = 0; i < count; i++) {
        char left[64];
        snprintf(left, sizeof left, "%s%s%s", table[i].name, table[i].value ? " " : "",
                 table[i].value ? table[i].value : "");
        printf("  %-26s %s\n", left, fault_tr(table[i].help));
    }
    printf("  %-26s %s\n", "--help", fault_tr("this help"));
}

static enum option_result wrong(const char *usage, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static enum option_result wrong(const char *usage, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("wegweiser: error: ", stderr);
    vfprintf(stderr, fault_tr(format), args);
    va_end(args);
    fputs("\n", stderr);
    print_usage(stderr, usage);
    return OPTIONS_WRONG;
}

enum option_result options_read(const struct option *table, size_t count, const char *usage,
                                int argc, char **argv, struct option_texts *rest)
{
    for (int i = 1; i < argc; i++) {
        const char *argument = argv[i];
        if (strcmp(argument, "--help") == 0) {
            print_help(table, count, usage);
            return OPTIONS_HELP;
        }
        if (argument[0] != '-' || !argument[1]) {
            if (!rest || !add_text(rest, argument))
                return wrong(usage, "`%s` is not expected here", argument);
            continue;
        }
        const char *equals = argument[1] == '-' ? strchr(argument, '=') : NULL;
        size_t length = equals ? (size_t)(equals - argument) : strlen(argument);
        const struct option *option = find(table, count, argument, length);
        if (!option)
            return wrong(usage, "`%s` is no option of this command; see --help", argument);
        const char *value = equals ? equals + 1 : NULL;
        if (option->kind == OPTION_FLAG && value)
            return wrong(usage, "`%s` takes no value", option->name);
        if (option->kind != OPTION_FLAG && !value) {
            if (i + 1 == argc)
                return wrong(usage, "`%s` needs a value", argument);
            value = argv[++i];
        }
        const char *wanted = take(option, value);
        if (wanted)
            return wrong(usage, "`%s` takes %s", option->name, fault_tr(wanted));
    }
    return OPTIONS_OK;
}

// ---- In a file ---------------------------------------------------------------------------------

static const struct option *find_in_file(const struct option *table, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(table[i].name + strspn(table[i].name, "-"), name) == 0)
            return &table[i];
    return NULL;
}

// A comment begins with a `#` at the start of a word: an address may have one inside.
static void cut_comment(char *line)
{
    for (char *at = line; (at = strchr(at, '#')); at++)
        if (at == line || at[-1] == ' ' || at[-1] == '\t')
            *at = '\0';
}

static void read_line(const struct option *table, size_t count, char *line, struct place place,
                      struct faults *faults)
{
    static const char blanks[] = " \t\r";
    cut_comment(line);
    char *name = line + strspn(line, blanks);
    place.column = (int)(name - line) + 1;
    char *value = name + strcspn(name, blanks);
    if (*value)
        *value++ = '\0';
    value += strspn(value, blanks);
    for (size_t end = strlen(value); end > 0 && strchr(blanks, value[end - 1]); end--)
        value[end - 1] = '\0';
    if (!*name)
        return;
    const struct option *option = find_in_file(table, count, name);
    if (!option) {
        fault_add(faults, place, "`%s` is no option; `--help` lists them", name);
        return;
    }
    if (*value)
        place.column = (int)(value - line) + 1;
    if ((option->kind == OPTION_FLAG) == (*value != '\0')) {
        fault_add(faults, place,
                  *value ? E_("`%s` takes no value; remove it")
                         : E_("`%s` needs a value; write it behind the name"),
                  name);
        return;
    }
    const char *wanted = take(option, value);
    if (wanted)
        fault_add(faults, place, "`%s` cannot be read; `%s` takes %s", value, name,
                  fault_tr(wanted));
}

void options_read_file(const struct option *table, size_t count, const char *path,
                       struct arena *arena, struct faults *faults)
{
    enum { MOST = 1 << 16 };
    size_t length;
    char *text = file_read(arena, path, MOST, &length, faults);
    if (!text)
        return;
    if (strlen(text) != length) {
        fault_add(faults, (struct place){.file = path},
                  "holds a NUL byte, so it is no text file; write it with a text editor");
        return;
    }
    struct place place = {.file = path};
    for (char *line = text; line;) {
        char *end = strchr(line, '\n');
        if (end)
            *end = '\0';
        place.line++;
        read_line(table, count, line, place, faults);
        line = end ? end + 1 : NULL;
    }
}
