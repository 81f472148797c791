// SPDX-License-Identifier: EUPL-1.2
#include "guide/digest.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "guide/xml.h"

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

// The name of an attribute in a start tag that is known to be well-formed: quoted values are
// stepped over. NULL: it is not there.
static const char *attribute_in(const char *tag, const char *end, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = tag; at < end; at++) {
        if (*at == '"' || *at == '\'')
            at = memchr(at + 1, *at, (size_t)(end - at - 1));
        else if (strchr(" \t\r\n", *at) && (size_t)(end - at) > length + 1 &&
                 strncmp(at + 1, name, length) == 0 && strchr(" \t\r\n=", at[1 + length]))
            return at + 1;
    }
    return NULL;
}

// Behind the last attribute, before white space and the slash.
static const char *end_of_attributes(const char *tag, const char *end)
{
    do
        end--;
    while (end > tag && strchr("/> \t\r\n", end[-1]));
    return end;
}

static void rewrite(struct buf *out, const char *bytes, size_t length, const struct node *root,
                    const char *digests)
{
    const char *tag = bytes + root->tag_start, *end = tag + root->tag_length;
    const char *attribute = attribute_in(tag, end, "translates");
    if (!attribute) {
        const char *at = end_of_attributes(tag, end);
        buf_add(out, bytes, (size_t)(at - bytes));
        buf_print(out, " translates=\"%s\"", digests);
        buf_add(out, at, (size_t)(bytes + length - at));
        return;
    }
    const char *value = attribute + strcspn(attribute, "\"'") + 1;
    const char *after = strchr(value, value[-1]);
    buf_add(out, bytes, (size_t)(value - bytes));
    buf_text(out, digests);
    buf_add(out, after, (size_t)(bytes + length - after));
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
    rewrite(&out, bytes, length, root, digests.text ? digests.text : "");
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
