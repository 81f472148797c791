// SPDX-License-Identifier: EUPL-1.2
#include "guide/digest.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "guide/tag.h"

enum { FILE_LIMIT = 1024 * 1024 };

uint16_t digest_bytes(const char *bytes, size_t length)
{
    uint32_t hash = 2166136261;  // FNV-1a, 32 bits: offset basis and prime
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 16777619;
    return (uint16_t)(hash >> 16 ^ hash);
}

static void print_blocks(const struct block *blocks, size_t count, struct buf *out)
{
    for (size_t i = 0; i < count; i++) {
        if (blocks[i].text.count)
            buf_print(out, "%s%04x", out->length ? " " : "", blocks[i].digest);
        print_blocks(blocks[i].children.items, blocks[i].children.count, out);
    }
}

void digests_print(const struct words *original, struct buf *out)
{
    print_blocks(original->blocks.items, original->blocks.count, out);
}

// ---- Stamping --------------------------------------------------------------------------------

static const struct words *find_in(const struct document *document, const struct guide *guide,
                                   const char *path)
{
    char real[PATH_MAX];
    for (size_t i = 0; i < guide->languages.count; i++) {
        const struct words *words = document->in[i];
        if (words && realpath(words->place.file, real) && strcmp(real, path) == 0)
            return words;
    }
    return NULL;
}

static const struct document *find_document(const struct guide *guide, const char *path)
{
    if (find_in(&guide->words, guide, path))
        return &guide->words;
    for (size_t i = 0; i < guide->pages.count; i++)
        if (find_in(&guide->pages.items[i].words, guide, path))
            return &guide->pages.items[i].words;
    for (size_t i = 0; i < guide->offices.count; i++)
        if (find_in(&guide->offices.items[i].words, guide, path))
            return &guide->offices.items[i].words;
    return NULL;
}

static bool stamp(const struct words *original, const char *path, struct faults *faults)
{
    struct arena *arena = arena_new();
    struct buf digests = {0}, out = {0};
    size_t length;
    bool ok = false;
    const struct node *root = xml_read(arena, path, faults);
    const char *bytes = root ? file_read(arena, path, FILE_LIMIT, &length, faults) : NULL;
    if (!bytes)
        goto out;
    digests_print(original, &digests);
    struct edit edit = tag_edit(arena, bytes, root, "translates", digests.text ? digests.text : "");
    edits_apply(&edit, 1, bytes, length, &out);
    ok = (out.length == length && memcmp(out.text, bytes, length) == 0) ||
         file_write(path, out.text, out.length, faults);
out:
    buf_free(&digests);
    buf_free(&out);
    arena_free(arena);
    return ok;
}

bool translation_stamp(const struct guide *guide, const char *path, struct faults *faults)
{
    char real[PATH_MAX];
    struct place place = {.file = path};
    if (!realpath(path, real)) {
        fault_errno(faults, path, "cannot be read",
                    E_("make sure that it is there and may be read"));
        return false;
    }
    const struct document *document = find_document(guide, real);
    if (!document) {
        fault_add(faults, place,
                  "is no translation in `%s`; name one, like "
                  "`%s/uk/pages/registration.xml`",
                  guide->folder, guide->folder);
        return false;
    }
    const struct words *original = document->in[0];
    if (find_in(document, guide, real) == original) {
        fault_add(faults, place, "is the German original; only translations are stamped");
        return false;
    }
    return stamp(original, real, faults);
}
