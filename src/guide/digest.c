// SPDX-License-Identifier: EUPL-1.2
#include "guide/digest.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "guide/edit.h"
#include "guide/path.h"
#include "guide/xml.h"

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

// A translation by its name in the content: "uk", "pages/registration.xml".
struct name {
    struct arena *arena;
    const struct guide *guide;
    const char *file;  // as it was given
    const char *real;
};

static const char *path_of(const struct name *name, size_t language, const char *document)
{
    const char *tag = name->guide->languages.items[language]->tag;
    const char *below = arena_print(name->arena, "%s/%s", tag, document);
    return content_path(name->arena, name->guide->folder, below);
}

static const char *last_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

// The index of the language whose file of this document it is; -1: none. Only files of the same
// name are looked at: there are thousands.
static int language_of(const struct name *name, const char *document)
{
    if (strcmp(last_part(document), last_part(name->file)) != 0)
        return -1;
    for (size_t i = 0; i < name->guide->languages.count; i++)
        if (file_is_same(path_of(name, i, document), name->real))
            return (int)i;
    return -1;
}

struct found {
    const char *document;  // "pages/registration.xml"; NULL: it is none
    int language;
    const struct words *original;  // NULL: it was refused
};

static bool try(const struct name *name, struct found *found, const char *document,
                const struct document *words)
{
    int language = language_of(name, document);
    if (language >= 0)
        *found = (struct found){document, language, words->in[0]};
    return language >= 0;
}

static struct found find_document(const struct name *name)
{
    const struct guide *guide = name->guide;
    struct found found = {0};
    if (try(name, &found, "guide.xml", &guide->words))
        return found;
    for (size_t i = 0; i < guide->pages.count; i++) {
        const struct page *page = &guide->pages.items[i];
        if (try(name, &found, arena_print(name->arena, "pages/%s.xml", page->id), &page->words))
            return found;
    }
    for (size_t i = 0; i < guide->offices.count; i++) {
        const struct office *office = &guide->offices.items[i];
        if (try(name, &found, arena_print(name->arena, "offices/%s.xml", office->id),
                &office->words))
            return found;
    }
    return found;
}

static bool stamp(const struct words *original, const char *path, struct faults *faults)
{
    struct arena *arena = arena_new();
    struct buf digests = {0}, out = {0};
    size_t length;
    bool ok = false;
    const struct node *root = xml_read(arena, path, faults);
    const char *bytes = root ? file_read(arena, path, XML_FILE_LIMIT, &length, faults) : NULL;
    if (!bytes)
        goto out;
    digests_print(original, &digests);
    struct edits edits = {.arena = arena, .bytes = bytes, .length = length};
    edit_set_attribute(&edits, root, "translates", digests.text ? digests.text : "");
    edits_print(&edits, 0, length, &out);
    ok = (out.length == length && memcmp(out.text, bytes, length) == 0) ||
         file_write(path, out.text, out.length, faults);
out:
    buf_free(&digests);
    buf_free(&out);
    arena_free(arena);
    return ok;
}

static bool is_of(const struct fault *fault, const char *file)
{
    const char *own = fault->place.file;
    return own && strcmp(last_part(own), last_part(file)) == 0 && file_is_same(own, file);
}

// Repeats the errors of one file; false: there are none.
static bool repeat_errors(const struct faults *found, const char *file, struct faults *faults)
{
    size_t errors = faults->errors;
    for (size_t i = 0; i < found->list.count; i++) {
        const struct fault *fault = &found->list.items[i];
        if (fault->severity == SEVERITY_ERROR && is_of(fault, file))
            fault_repeat(faults, fault);
    }
    return faults->errors > errors;
}

static bool is_sound(const struct name *name, const struct found *document,
                     const struct faults *found, struct faults *faults)
{
    const char *file = path_of(name, (size_t)document->language, document->document);
    const char *original = path_of(name, 0, document->document);
    bool faulty = repeat_errors(found, file, faults);
    if (!repeat_errors(found, original, faults))
        return !faulty && document->original;
    fault_add(faults, (struct place){.file = file},
              "is not stamped as long as %s has faults; correct those first", original);
    return false;
}

static bool stamp_known(const struct name *name, const struct faults *found, struct faults *faults)
{
    struct place place = {.file = name->file};
    struct found document = find_document(name);
    const char *folder = name->guide->folder;
    if (!document.document && repeat_errors(found, name->real, faults))
        return false;  // it has no original
    if (!document.document)
        fault_add(faults, place,
                  "is no translation in `%s`; name one, like `%s/uk/pages/registration.xml`",
                  folder, folder);
    else if (document.language == 0)
        fault_add(faults, place, "is the German original; only translations are stamped");
    else if (is_sound(name, &document, found, faults))
        return stamp(document.original, name->real, faults);
    return false;
}

bool translation_stamp(const struct guide *guide, const char *path, const struct faults *found,
                       struct faults *faults)
{
    char real[PATH_MAX];
    if (!realpath(path, real)) {
        fault_errno(faults, path, "cannot be read",
                    E_("make sure that it is there and may be read"));
        return false;
    }
    struct name name = {arena_new(), guide, path, real};
    bool ok = stamp_known(&name, found, faults);
    arena_free(name.arena);
    return ok;
}
