// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "cmd/command.h"
#include "cmd/named.h"
#include "cmd/printing.h"

struct wish {
    struct option_texts tags;  // of languages
    const char *size, *out;
    const char *parallel;  // the tag of the language beside it; NULL: none
    bool all;
};

static void write_brochures(struct printing *printing, const struct wish *wish)
{
    struct edition edition = {.kind = "brochure",
                              .guide = printing->guide,
                              .other = -1,
                              .paper = paper_find(wish->size),
                              .fonts = printing->fonts};
    if (wish->parallel) {
        edition.other = offer_named(printing->guide, wish->parallel, &printing->faults);
        if (edition.other < 0)
            return;
    }
    struct chosen_languages chosen = printing_languages(printing, &wish->tags, wish->all);
    for (size_t i = 0; i < chosen.list.count; i++) {
        edition.language = chosen.list.items[i];
        if (edition.language != edition.other)
            printing_edition(printing, &edition);
    }
}

static enum status print_brochures(const struct common *common, const struct wish *wish)
{
    struct printing printing;
    if (printing_open(&printing, common, wish->out))
        write_brochures(&printing, wish);
    return printing_finish(&printing);
}

static bool is_beside_itself(const struct wish *wish)
{
    for (size_t i = 0; wish->parallel && i < wish->tags.count; i++)
        if (strcmp(wish->tags.items[i], wish->parallel) == 0)
            return true;
    return false;
}

static enum status run(int argc, char **argv)
{
    struct common common = {0};
    struct wish wish = {.size = "A5", .out = "."};
    const struct option options[] = {
        COMMON_OPTIONS(common),
        {"--lang", "TAG", OPTION_TEXTS, &wish.tags, H_("its language; may be given again")},
        {"--all", NULL, OPTION_FLAG, &wish.all, H_("in all languages of the guide")},
        {"--parallel", "TAG", OPTION_TEXT, &wish.parallel,
         H_("for the counter: that language beside it, sentence by sentence")},
        {"--size", PAPER_NAMES, OPTION_CHOICE, &wish.size,
         H_("A5 unless said otherwise; A4 is for office printers")},
        {"-o", "DIR", OPTION_TEXT, &wish.out, H_("a folder for brochure-TAG.pdf")},
    };
    enum option_result result = options_read(
        options, sizeof options / sizeof options[0],
        "brochure (--lang TAG…|--all) [--parallel TAG] [--size SIZE] [-o DIR]", argc, argv, NULL);
    if (result != OPTIONS_OK)
        return common_ended(result);
    if (is_beside_itself(&wish)) {
        fault_say("a language is not set beside itself; name another one with `--parallel`");
        return STATUS_USAGE;
    }
    if ((wish.tags.count > 0) + wish.all == 1)
        return print_brochures(&common, &wish);
    fault_say("a brochure in which language? Give `--lang TAG` or `--all`");
    return STATUS_USAGE;
}

const struct command brochure_command = {
    .name = "brochure",
    .summary = H_("print the whole guide as a brochure, in one language or in two"),
    .run = run,
};
