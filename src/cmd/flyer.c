// SPDX-License-Identifier: EUPL-1.2
#include "print/flyer.h"
#include "cmd/command.h"
#include "cmd/printing.h"

struct wish {
    struct option_texts tags;  // of languages
    const char *size, *out;
    bool all;
};

static void write_flyer(struct printing *printing, int language, const char *size)
{
    const struct guide *guide = printing->guide;
    const char *tag = guide->languages.items[language]->tag;
    const char *name = arena_print(printing->arena, "flyer-%s.pdf", tag);
    struct print print = {name, "flyer", tag, size, 0, guide->newest};
    if (flyer_write(guide, language, size, printing->fonts, printing_path(printing, name),
                    &print.id, &printing->faults))
        printing_enter(printing, print);
}

static enum status print_flyers(const struct common *common, const struct wish *wish)
{
    struct printing printing;
    if (printing_open(&printing, common, wish->out)) {
        struct chosen_languages chosen = printing_languages(&printing, &wish->tags, wish->all);
        for (size_t i = 0; i < chosen.list.count; i++)
            write_flyer(&printing, chosen.list.items[i], wish->size);
    }
    return printing_finish(&printing);
}

static enum status run(int argc, char **argv)
{
    struct common common = {0};
    struct wish wish = {.size = "long", .out = "."};
    const struct option options[] = {
        COMMON_OPTIONS(common),
        {"--lang", "TAG", OPTION_TEXTS, &wish.tags, H_("its language; may be given again")},
        {"--all", NULL, OPTION_FLAG, &wish.all, H_("in all languages of the guide")},
        {"--size", FLYER_SIZES, OPTION_CHOICE, &wish.size,
         H_("long unless said otherwise; A4: three beside each other")},
        {"-o", "DIR", OPTION_TEXT, &wish.out, H_("a folder for flyer-TAG.pdf")},
    };
    enum option_result result =
        options_read(options, sizeof options / sizeof options[0],
                     "flyer (--lang TAG…|--all) [--size SIZE] [-o DIR]", argc, argv, NULL);
    if (result != OPTIONS_OK)
        return common_ended(result);
    if ((wish.tags.count > 0) + wish.all == 1)
        return print_flyers(&common, &wish);
    fault_say("a flyer in which language? Give `--lang TAG` or `--all`");
    return STATUS_USAGE;
}

const struct command flyer_command = {
    .name = "flyer",
    .summary = H_("print the flyer to give away, in one language"),
    .run = run,
};
