// SPDX-License-Identifier: EUPL-1.2
// Content that goes out to other programs and comes back: one row for each format.
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "cmd/command.h"
#include "cmd/named.h"
#include "editor/export.h"
#include "editor/import.h"
#include "guide/load.h"

struct format {
    const char *name;
    const char *summary;
    enum status (*run)(int argc, char **argv);  // argv[0] is the format's name
};

// ---- Export ----------------------------------------------------------------------------------

static enum status export_translation(const struct common *common, const char *tag, const char *out)
{
    struct guide *guide = common_load(common, false);
    if (!guide)
        return STATUS_FAULTS;
    struct faults faults = {0};
    struct arena *arena = arena_new();
    int language = translation_named(guide, tag, &faults);
    if (!out || folder_exists(out))
        out = arena_print(arena, "%s%s%s.po", out ? out : "", out ? "/" : "", tag);
    if (language && po_export(guide, language, out, &faults))
        printf(fault_tr("%s written\n"), out);
    arena_free(arena);
    guide_free(guide);
    return common_finish(&faults);
}

static enum status export_po(int argc, char **argv)
{
    static const char usage[] = "export po TAG [-o FILE]";
    struct common common = {0};
    struct option_texts tags = {0};
    const char *out = NULL;
    const struct option options[] = {
        {"-o", "FILE", OPTION_TEXT, &out, H_("TAG.po unless said otherwise")},
        COMMON_OPTIONS(common),
    };
    enum option_result result =
        options_read(options, sizeof options / sizeof *options, usage, argc, argv, &tags);
    if (result != OPTIONS_OK)
        return common_ended(result);
    if (tags.count == 1)
        return export_translation(&common, tags.items[0], out);
    fault_say("name one language; see --help");
    return STATUS_USAGE;
}

// ---- Import ----------------------------------------------------------------------------------

static void print_imported(const struct imported *imported)
{
    if (imported->files == 0)
        puts(fault_tr("nothing to change"));
    else
        printf(
            fault_tr(
                "passages changed: %zu, no longer outdated: %zu; files written: %zu, of them new: "
                "%zu\n"),
            imported->changed, imported->settled, imported->files, imported->made);
}

static enum status import_translation(const struct common *common, const char *path)
{
    struct guide *guide = common_load(common, false);
    if (!guide)
        return STATUS_FAULTS;
    struct faults faults = {0};
    struct imported imported;
    if (po_import(guide, path, &imported, &faults))
        print_imported(&imported);
    guide_free(guide);
    return common_finish(&faults);
}

static enum status import_po(int argc, char **argv)
{
    struct common common = {0};
    struct option_texts files = {0};
    enum option_result result = common_read(&common, "import po FILE", argc, argv, &files);
    if (result != OPTIONS_OK)
        return common_ended(result);
    if (files.count == 1)
        return import_translation(&common, files.items[0]);
    fault_say("name one file; see --help");
    return STATUS_USAGE;
}

// ---- Formats ---------------------------------------------------------------------------------

static const struct format exports[] = {
    {"po", H_("a translation for translators' editors and servers"), export_po},
};

static const struct format imports[] = {
    {"po", H_("a translation that comes back from there"), import_po},
};

static void print_formats(FILE *stream, const char *command, const struct format *formats,
                          size_t count)
{
    fprintf(stream, fault_tr("usage: wegweiser %s FORMAT …\n\n"), command);
    for (size_t i = 0; i < count; i++)
        fprintf(stream, "  %-10s %s\n", formats[i].name, fault_tr(formats[i].summary));
    fprintf(stream, fault_tr("\n`wegweiser %s FORMAT --help` lists its options.\n"), command);
}

static enum status run_format(const struct format *formats, size_t count, int argc, char **argv)
{
    for (size_t i = 0; argc > 1 && i < count; i++)
        if (strcmp(formats[i].name, argv[1]) == 0)
            return formats[i].run(argc - 1, argv + 1);
    if (argc > 1 && strcmp(argv[1], "--help") == 0) {
        print_formats(stdout, argv[0], formats, count);
        return STATUS_DONE;
    }
    if (argc > 1)
        fault_say("no format `%s`; take one of these", argv[1]);
    print_formats(stderr, argv[0], formats, count);
    return STATUS_USAGE;
}

static enum status run_export(int argc, char **argv)
{
    return run_format(exports, sizeof exports / sizeof *exports, argc, argv);
}

static enum status run_import(int argc, char **argv)
{
    return run_format(imports, sizeof imports / sizeof *imports, argc, argv);
}

const struct command export_command = {
    .name = "export",
    .summary = H_("give a translation to translators, as a PO file"),
    .run = run_export,
};

const struct command import_command = {
    .name = "import",
    .summary = H_("take a translation back from a PO file"),
    .run = run_import,
};
