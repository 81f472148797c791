// SPDX-License-Identifier: EUPL-1.2
#include "site/app.h"

#include <inttypes.h>
#include <string.h>

#include "site/data.h"

void app_manifest(struct buf *json, const struct guide *guide, int language, const char *version)
{
    struct arena *arena = arena_new();
    const struct words *words = words_in(&guide->words, language);
    const char *name = plain_text(arena, words_text(arena, words, BLOCK_TITLE, NULL));
    buf_text(json, "{");
    json_member(json, "lang", words->language->tag);
    json_member(json, "dir", words->language->rtl ? "rtl" : "ltr");
    json_member(json, "name", arena_print(arena, "%s – %s", name, guide->body));
    json_member(json, "short_name", name);
    json_member(json, "id", "../");
    json_member(json, "start_url", "./");
    json_member(json, "scope", "../");
    json_member(json, "display", "minimal-ui");
    json_member(json, "theme_color", "#0b3c4c");
    json_member(json, "background_color", "#f4f4f0");
    buf_text(json, "\"icons\":[");
    for (int size = 192; size <= 512; size += 320)
        buf_print(json,
                  "{\"src\":\"../icon-%d.png?v=%s\",\"sizes\":\"%dx%d\",\"type\":"
                  "\"image/png\",\"purpose\":\"any maskable\"},",
                  size, version, size, size);
    json_close(json, "]}\n");
    arena_free(arena);
}

// The address of "de/p/registration/index.html" ends with a slash.
static const char *address_of(struct arena *arena, const char *name)
{
    static const char index[] = "index.html";
    size_t length = strlen(name), tail = sizeof index - 1;
    if (length >= tail && strcmp(name + length - tail, index) == 0)
        length -= tail;
    return arena_copy(arena, name, length);
}

void app_offline(struct buf *json, const struct output *output, const char *tag)
{
    struct arena *arena = arena_new();
    const char *folder = arena_print(arena, "%s/", tag);
    buf_text(json, "{");
    for (size_t i = 0; i < output->files.count; i++) {
        const struct output_file *file = &output->files.items[i];
        if (strncmp(file->name, folder, strlen(folder)) == 0)
            json_member(json, address_of(arena, file->name),
                        arena_print(arena, "%016" PRIx64, file->digest));
    }
    json_close(json, "}\n");
    arena_free(arena);
}

void app_worker(struct buf *script, const struct output *output, const char *version)
{
    static const char *const shell[] = {
        "",           "404.html",    "style.css?v=", "site.js?v=", "search.js?v=", "hours.js?v=",
        "keys.js?v=", "mark.svg?v=",
    };
    struct arena *arena = arena_new();
    buf_print(script, "const version = '%s';\nconst shell = [", output_digest(output, arena, ""));
    for (size_t i = 0; i < sizeof shell / sizeof *shell; i++)
        buf_print(script, "'%s%s', ", shell[i], strchr(shell[i], '=') ? version : "");
    buf_text(script, "];\n");
    arena_free(arena);
}
