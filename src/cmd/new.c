// SPDX-License-Identifier: EUPL-1.2
#include <stdio.h>
#include <string.h>

#include "cmd/command.h"
#include "editor/scaffold.h"
#include "guide/load.h"
#include "guide/suggest.h"

#define USAGE "new page|office|language ID [--topic ID]…"

// What is said next: 1 the first file that was made, 2 the id, 3 the second file, 4 `--content`
// where it was given.
static const struct kind {
    const char *name;
    bool (*prepare)(struct scaffold *scaffold, const char *id, const struct option_texts *topics);
    const char *next;
} kinds[] = {
    {"page", scaffold_page,
     E_("\nWhat to do next:\n"
        "  1. Write the text in %1$s. The comments in it explain every part.\n"
        "  2. See whether it is right: wegweiser check%4$s %1$s\n"
        "  3. When it is true, write verified=\"…\" source=\"…\" in place of sample=\"yes\".\n"
        "  4. Translate it: `wegweiser check%4$s` names the languages that lack it.\n")},
    {"office", scaffold_office,
     E_("\nWhat to do next:\n"
        "  1. Enter address, hours and telephone in %1$s. All of it is made up so far.\n"
        "  2. Write in %3$s what the office does.\n"
        "  3. See whether it is right: wegweiser check%4$s %1$s %3$s\n"
        "  4. When it is true, write verified=\"…\" source=\"…\" in place of sample=\"yes\".\n"
        "  5. Translate it: `wegweiser check%4$s` names the languages that lack it and show it in "
        "German.\n"
        "     When all have it, remove core=\"no\" from its line in <offices> of guide.xml.\n")},
    {"language", scaffold_language,
     E_("\nWhat to do next:\n"
        "  1. Translate the German words in %1$s.\n"
        "  2. Record that they match the German: wegweiser stamp%4$s %1$s\n"
        "  3. For the pages and offices: wegweiser export po%4$s %2$s -o %2$s.po\n"
        "     and, when it is translated: wegweiser import po%4$s %2$s.po\n"
        "  4. `wegweiser check%4$s` says what the language lacks. Readers are offered it when its "
        "core\n"
        "     (first steps, emergency, all offices) is there.\n")},
};

enum { KINDS = sizeof kinds / sizeof *kinds };

static const struct kind *find_kind(const char *name)
{
    struct arena *arena = arena_new();
    struct suggestion near = {.word = name};
    const struct kind *found = NULL;
    for (size_t i = 0; i < KINDS; i++) {
        suggestion_offer(&near, kinds[i].name);
        if (strcmp(kinds[i].name, name) == 0)
            found = &kinds[i];
    }
    if (!found)
        fault_say("`%s` cannot be made; %s", name,
                  suggestion_hint(arena, &near, fault_tr("name a page, an office or a language")));
    arena_free(arena);
    return found;
}

static void say(const struct kind *kind, const char *id, const struct scaffold *scaffold,
                const char *content)
{
    const struct made *files = scaffold->files.items;
    for (size_t i = 0; i < scaffold->files.count; i++)
        printf("%-8s %s\n", fault_tr(files[i].changed ? E_("changed") : E_("made")), files[i].path);
    printf(fault_tr(kind->next), files[0].path, id, scaffold->files.count > 1 ? files[1].path : "",
           content ? arena_print(scaffold->arena, " --content %s", content) : "");
}

static enum status make(const struct kind *kind, const char *id, const struct common *common,
                        const struct option_texts *topics)
{
    struct faults faults = {0};
    struct guide *guide = common_load(common, false);
    if (!guide)
        return STATUS_FAULTS;
    struct arena *arena = arena_new();
    struct scaffold scaffold = {.arena = arena, .guide = guide, .faults = &faults};
    if (kind->prepare(&scaffold, id, topics) && scaffold_write(&scaffold))
        say(kind, id, &scaffold, common->content);
    arena_free(arena);
    guide_free(guide);
    return common_finish(&faults);
}

static enum status run(int argc, char **argv)
{
    struct common common = {0};
    struct option_texts rest = {0}, topics = {0};
    const struct option options[] = {
        COMMON_OPTIONS(common),
        {"--topic", "ID", OPTION_TEXTS, &topics,
         H_("where it stands: of a page the first is its home")},
    };
    enum option_result result =
        options_read(options, sizeof options / sizeof *options, USAGE, argc, argv, &rest);
    if (result != OPTIONS_OK)
        return common_ended(result);
    if (rest.count != 2) {
        fault_say("name what to make and its id; see --help");
        return STATUS_USAGE;
    }
    const struct kind *kind = find_kind(rest.items[0]);
    return kind ? make(kind, rest.items[1], &common, &topics) : STATUS_USAGE;
}

const struct command new_command = {
    .name = "new",
    .summary = H_("begin a page, an office or a language, with comments that explain"),
    .run = run,
};
