// SPDX-License-Identifier: EUPL-1.2
#include "cmd/command.h"
#include "cmd/printing.h"
#include "print/poster.h"

// Sheets of A4, for the printer in the office of a company.
static void write_poster(struct printing *printing)
{
    const struct design *design = design_find("A4");
    struct print print = {.file = "break-room.pdf",
                          .kind = "poster",
                          .subject = poster_subject(NULL),
                          .size = design->name,
                          .content = printing->guide->newest};
    if (poster_write(printing->guide, NULL, design, printing->fonts,
                     printing_path(printing, print.file), &print.id, &printing->faults))
        printing_enter(printing, print);
}

static void write_pack(struct printing *printing, const struct option_texts *tags)
{
    static const char *const kinds[] = {"hand-out", "office-list"};
    struct chosen_languages chosen = printing_languages(printing, tags, tags->count == 0);
    struct edition edition = {
        .guide = printing->guide, .other = -1, .paper = paper_find("A4"), .fonts = printing->fonts};
    write_poster(printing);
    for (size_t i = 0; i < chosen.list.count; i++)
        for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++) {
            edition.kind = kinds[k];
            edition.language = chosen.list.items[i];
            printing_edition(printing, &edition);
        }
}

static enum status run(int argc, char **argv)
{
    struct common common = {0};
    struct option_texts tags = {0};
    const char *out = ".";
    const struct option options[] = {
        COMMON_OPTIONS(common),
        {"--lang", "TAG", OPTION_TEXTS, &tags,
         H_("a language of the sheets; may be given again; all unless said otherwise")},
        {"-o", "DIR", OPTION_TEXT, &out,
         H_("a folder for break-room.pdf, hand-out-TAG.pdf, office-list-TAG.pdf")},
    };
    enum option_result result = options_read(options, sizeof options / sizeof options[0],
                                             "employers [--lang TAG]… -o DIR", argc, argv, NULL);
    if (result != OPTIONS_OK)
        return common_ended(result);
    struct printing printing;
    if (printing_open(&printing, &common, out))
        write_pack(&printing, &tags);
    return printing_finish(&printing);
}

const struct command employers_command = {
    .name = "employers",
    .summary = H_("print sheets for employers and their new colleagues"),
    .run = run,
};
