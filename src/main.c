// SPDX-License-Identifier: EUPL-1.2
// Lists the commands and runs one of them.
#include <stdio.h>
#include <string.h>

#include "base/fault.h"
#include "base/install.h"
#include "cmd/command.h"
#include "guide/suggest.h"
#include "text/tr.h"

static const struct command *const commands[] = {
    &kiosk_command,    &site_command,      &poster_command, &flyer_command,
    &brochure_command, &employers_command, &qr_command,     &check_command,
    &stamp_command,    &new_command,       &export_command, &import_command,
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static void print_help(FILE *stream)
{
    fputs(fault_tr("usage: wegweiser COMMAND [OPTION…]\n\n"), stream);
    for (size_t i = 0; i < COMMANDS; i++)
        fprintf(stream, "  %-10s %s\n", commands[i]->name, fault_tr(commands[i]->summary));
    fputs(fault_tr("\n`wegweiser COMMAND --help` lists the options of a command.\n"), stream);
}

static const struct command *find(const char *name)
{
    for (size_t i = 0; i < COMMANDS; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

static enum status report_unknown(const char *name)
{
    struct arena *arena = arena_new();
    struct suggestion near = {.word = name};
    for (size_t i = 0; i < COMMANDS; i++)
        suggestion_offer(&near, commands[i]->name);
    fault_say("no command `%s`; %s", name,
              suggestion_hint(arena, &near, fault_tr("see `wegweiser --help`")));
    arena_free(arena);
    return STATUS_USAGE;
}

static void open_words(void)
{
    struct arena *arena = arena_new();
    tr_open(installed_path(arena, "locale"));
    arena_free(arena);
    faults_translate(tr_editor);
}

int main(int argc, char **argv)
{
    open_words();
    const char *name = argc > 1 ? argv[1] : NULL;
    if (!name) {
        print_help(stderr);
        return STATUS_USAGE;
    }
    if (strcmp(name, "--help") == 0) {
        print_help(stdout);
        return STATUS_DONE;
    }
    if (strcmp(name, "--version") == 0) {
        puts("wegweiser " VERSION);
        return STATUS_DONE;
    }
    const struct command *command = find(name);
    return command ? command->run(argc - 1, argv + 1) : report_unknown(name);
}
