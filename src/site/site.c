// SPDX-License-Identifier: EUPL-1.2
#include "site/site.h"

#include <string.h>

#include "base/file.h"
#include "base/install.h"
#include "site/app.h"
#include "site/card.h"
#include "site/kind.h"
#include "site/output.h"
#include "site/robots.h"
#include "text/tr.h"

struct site_files {
    const struct guide *guide;
    struct output output;
    struct arena *arena;  // for one file
    struct icons icons;
    const char *version;  // of our own files
    struct faults *faults;
};

// ---- Files ---------------------------------------------------------------------------------

enum { ASSET_LIMIT = 1024 * 1024 };

// Ours below share/wegweiser, and the names they get.
static const struct {
    const char *from, *to;
} assets[] = {
    {"site/style.css", "style.css"},       {"site/site.js", "site.js"},
    {"site/search.js", "search.js"},       {"site/hours.js", "hours.js"},
    {"site/keys.js", "keys.js"},           {"icons/mark.svg", "mark.svg"},
    {"site/icon-192.png", "icon-192.png"}, {"site/icon-512.png", "icon-512.png"},
};

static bool copy_assets(struct site_files *files)
{
    bool ok = true;
    for (size_t i = 0; i < sizeof assets / sizeof *assets; i++) {
        size_t length;
        const char *from = installed_path(files->arena, assets[i].from);
        const char *bytes = file_read(files->arena, from, ASSET_LIMIT, &length, files->faults);
        ok = bytes && output_put(&files->output, assets[i].to, bytes, length) && ok;
    }
    files->version = output_digest(&files->output, files->output.arena, "");
    arena_reset(files->arena);
    return ok;
}

// Also one that an older version of this program made.
bool site_is_in(const char *folder)
{
    static const char *const marks[] = {"index.html", "style.css", "site.js", "mark.svg"};
    struct arena *arena = arena_new();
    bool all = true;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        all = all && file_exists(arena_print(arena, "%s/%s", folder, marks[i]));
    arena_free(arena);
    return all;
}

// Ends the text.
static bool put_text(struct site_files *files, const char *name, struct buf *text)
{
    bool ok = output_put(&files->output, name, text->text, text->length);
    buf_free(text);
    return ok;
}

static const char *steps_up(struct arena *arena, const char *folder)
{
    struct buf up = {0};
    for (const char *slash = folder; (slash = strchr(slash, '/')); slash++)
        buf_text(&up, "../");
    const char *root = arena_text(arena, up.text ? up.text : "");
    buf_free(&up);
    return root;
}

// The file is FOLDER/index.html; `path` is what the address of its content ends in.
static struct leaf begin(struct site_files *files, int language, const char *folder,
                         const char *path)
{
    return (struct leaf){
        .guide = files->guide,
        .language = files->guide->languages.items[language],
        .index = language,
        .path = path,
        .root = steps_up(files->arena, folder),
        .version = files->version,
        .arena = files->arena,
        .icons = &files->icons,
        .faults = files->faults,
    };
}

static bool finish(struct site_files *files, struct leaf *leaf, const char *folder)
{
    const char *file = arena_print(files->arena, "%sindex.html", folder);
    bool ok = output_put(&files->output, file, leaf->html.out.text, leaf->html.out.length);
    html_free(&leaf->html);
    arena_reset(files->arena);
    return ok;
}

// ---- Below a language ----------------------------------------------------------------------

static const char *below(struct site_files *files, int language, const char *path)
{
    return arena_print(files->arena, "%s/%s", files->guide->languages.items[language]->tag, path);
}

static const char *path_of(struct site_files *files, const char *kind, const char *id)
{
    return arena_print(files->arena, "%s/%s/", kind, id);
}

static bool write_home(struct site_files *files, int language)
{
    const char *folder = below(files, language, "");
    struct leaf leaf = begin(files, language, folder, "");
    home_leaf(&leaf);
    return finish(files, &leaf, folder);
}

static bool write_topic(struct site_files *files, int language, const struct topic *topic)
{
    const char *path = path_of(files, "t", topic->id);
    const char *folder = below(files, language, path);
    struct leaf leaf = begin(files, language, folder, path);
    topic_leaf(&leaf, topic);
    return finish(files, &leaf, folder);
}

// Its address, which nobody prints, is that of the page to search engines and the language key.
static bool write_parallel(struct site_files *files, int language, const struct page *page)
{
    if (language == 0 || !page->words.in[language])
        return true;
    const char *path = path_of(files, "p", page->id);
    const char *folder = arena_print(files->arena, "%sde/", below(files, language, path));
    struct leaf leaf = begin(files, language, folder, path);
    parallel_leaf(&leaf, page);
    return finish(files, &leaf, folder);
}

static bool write_page(struct site_files *files, int language, const struct page *page)
{
    const char *path = path_of(files, "p", page->id);
    const char *folder = below(files, language, path);
    struct leaf leaf = begin(files, language, folder, path);
    page_leaf(&leaf, page);
    return finish(files, &leaf, folder) && write_parallel(files, language, page);
}

static bool write_closures(struct site_files *files, int language, const struct office *office)
{
    struct buf entries = {0};
    if (!card_has_closures(files->guide, office))
        return true;
    card_closures(&entries, files->guide, office, language);
    const char *name = arena_print(files->arena, "o/%s/%s.ics", office->id, office->id);
    return put_text(files, below(files, language, name), &entries);
}

static bool write_office(struct site_files *files, int language, const struct office *office)
{
    const char *path = path_of(files, "o", office->id);
    const char *folder = below(files, language, path);
    struct leaf leaf = begin(files, language, folder, path);
    office_leaf(&leaf, office);
    return finish(files, &leaf, folder) && write_closures(files, language, office);
}

static bool write_search(struct site_files *files, int language)
{
    const char *folder = below(files, language, "search/");
    struct leaf leaf = begin(files, language, folder, "search/");
    struct buf index = {0};
    search_index(&index, files->guide, language);
    search_leaf(&leaf);
    return finish(files, &leaf, folder) &&
           put_text(files, below(files, language, "search.json"), &index);
}

static bool write_app(struct site_files *files, int language)
{
    struct buf manifest = {0}, offline = {0};
    const char *tag = files->guide->languages.items[language]->tag;
    app_manifest(&manifest, files->guide, language, files->version);
    bool ok = put_text(files, below(files, language, "app.webmanifest"), &manifest);
    app_offline(&offline, &files->output, tag);
    return put_text(files, below(files, language, "offline.json"), &offline) && ok;
}

static bool write_language(struct site_files *files, int language)
{
    const struct guide *guide = files->guide;
    bool ok = write_home(files, language);
    ok = ok && write_search(files, language);
    for (size_t i = 0; ok && i < guide->topics.count; i++)
        ok = write_topic(files, language, &guide->topics.items[i]);
    for (size_t i = 0; ok && i < guide->pages.count; i++)
        ok = write_page(files, language, &guide->pages.items[i]);
    for (size_t i = 0; ok && i < guide->offices.count; i++)
        ok = write_office(files, language, &guide->offices.items[i]);
    return ok;
}

// ---- Above the languages -------------------------------------------------------------------

// In `folder` the list of languages for `path`; both are the same but for retired ids.
static bool write_landing(struct site_files *files, const char *folder, const char *path,
                          const struct document *document, enum block_kind kind, const char *ref)
{
    struct leaf leaf = begin(files, 0, folder, path);
    leaf.landing = true;
    landing_leaf(&leaf, path, words_text(files->arena, words_in(document, 0), kind, ref), document);
    return finish(files, &leaf, folder);
}

static bool write_card(struct site_files *files, const struct office *office)
{
    struct buf card = {0};
    card_contact(&card, office);
    return put_text(files, arena_print(files->arena, "o/%s/%s.vcf", office->id, office->id), &card);
}

static bool write_landings(struct site_files *files)
{
    const struct guide *guide = files->guide;
    bool ok = write_landing(files, "", "", &guide->words, BLOCK_TITLE, NULL) &&
              write_landing(files, "search/", "search/", &guide->words, BLOCK_TITLE, NULL);
    for (size_t i = 0; ok && i < guide->topics.count; i++) {
        const char *path = path_of(files, "t", guide->topics.items[i].id);
        ok =
            write_landing(files, path, path, &guide->words, BLOCK_TOPIC, guide->topics.items[i].id);
    }
    for (size_t i = 0; ok && i < guide->pages.count; i++) {
        const char *path = path_of(files, "p", guide->pages.items[i].id);
        ok = write_landing(files, path, path, &guide->pages.items[i].words, BLOCK_TITLE, NULL);
    }
    for (size_t i = 0; ok && i < guide->offices.count; i++) {
        const char *path = path_of(files, "o", guide->offices.items[i].id);
        ok = write_card(files, &guide->offices.items[i]) &&
             write_landing(files, path, path, &guide->offices.items[i].words, BLOCK_NAME, NULL);
    }
    return ok;
}

// The path of the web address: it stands in for addresses at any depth, where "../" would mislead.
static const char *web_root(struct arena *arena, const char *base)
{
    const char *host = strstr(base, "://");
    const char *path = host ? strchr(host + 3, '/') : NULL;
    return arena_print(arena, "%s/", path ? path : "");
}

static bool write_lost(struct site_files *files)
{
    struct leaf leaf = begin(files, 0, "", "");
    leaf.landing = leaf.lost = true;
    leaf.root = web_root(files->arena, files->guide->base);
    lost_leaf(&leaf);
    return put_text(files, "404.html", &leaf.html.out);
}

static bool write_staff(struct site_files *files, const struct staff_sheets *sheets)
{
    struct leaf leaf = begin(files, 0, STAFF_FOLDER, STAFF_FOLDER);
    leaf.landing = leaf.staff = true;
    staff_leaf(&leaf, sheets);
    return finish(files, &leaf, STAFF_FOLDER);
}

static bool write_robots(struct site_files *files)
{
    struct buf robots = {0}, sitemap = {0};
    robots_text(&robots, files->guide);
    sitemap_text(&sitemap, files->guide);
    return put_text(files, "robots.txt", &robots) && put_text(files, "sitemap.xml", &sitemap);
}

// Knows all other files, so it comes last.
static bool write_worker(struct site_files *files)
{
    size_t length;
    const char *path = installed_path(files->arena, "site/sw.js");
    const char *rest = file_read(files->arena, path, ASSET_LIMIT, &length, files->faults);
    struct buf worker = {0};
    if (!rest)
        return false;
    app_worker(&worker, &files->output, files->version);
    buf_add(&worker, rest, length);
    return put_text(files, "sw.js", &worker);
}

// ---- Retired ids: what is printed keeps leading somewhere ------------------------------------

// The id that is in use today; a successor may itself have been retired.
static const char *successor(const struct guide *guide, const char *id)
{
    for (size_t hops = 0; hops < guide->retired.count; hops++)
        for (size_t i = 0; i < guide->retired.count; i++)
            if (strcmp(guide->retired.items[i].id, id) == 0)
                id = guide->retired.items[i].now;
    return id;
}

static bool write_moved(struct site_files *files, int language, const char *old, const char *path,
                        const struct document *document, enum block_kind kind)
{
    const char *folder = below(files, language, old);
    struct leaf leaf = begin(files, language, folder, path);
    moved_leaf(&leaf, arena_print(files->arena, "%s%s", leaf.root, below(files, language, path)),
               words_text(files->arena, words_in(document, language), kind, NULL));
    return finish(files, &leaf, folder);
}

// What it was, page or office, nobody knows any more: both old addresses lead on.
static bool write_retired(struct site_files *files, const char *old_id)
{
    static const char *const kinds[] = {"p", "o"};
    const struct guide *guide = files->guide;
    const char *id = successor(guide, old_id);
    const struct page *page = page_find(guide, id);
    const struct office *office = office_find(guide, id);
    if (!page && !office)
        return true;
    const struct document *document = page ? &page->words : &office->words;
    enum block_kind title = page ? BLOCK_TITLE : BLOCK_NAME;
    bool ok = true;
    for (size_t k = 0; ok && k < sizeof kinds / sizeof *kinds; k++) {
        ok = write_landing(files, path_of(files, kinds[k], old_id),
                           path_of(files, page ? "p" : "o", id), document, title, NULL);
        for (size_t i = 0; ok && i < guide->languages.count; i++)
            if (guide->offered[i])
                ok = write_moved(files, (int)i, path_of(files, kinds[k], old_id),
                                 path_of(files, page ? "p" : "o", id), document, title);
    }
    return ok;
}

bool site_write(const struct guide *guide, const struct staff_sheets *sheets, const char *folder,
                const char *before, struct faults *faults)
{
    struct site_files files = {
        .guide = guide,
        .output = {.folder = folder, .before = before, .arena = arena_new(), .faults = faults},
        .arena = arena_new(),
        .icons = {.arena = arena_new()},
        .faults = faults,
    };
    bool ok = copy_assets(&files) && write_landings(&files);
    for (size_t i = 0; ok && i < guide->languages.count; i++)
        if (guide->offered[i])
            ok = write_language(&files, (int)i);
    for (size_t i = 0; ok && i < guide->retired.count; i++)
        ok = write_retired(&files, guide->retired.items[i].id);
    for (size_t i = 0; ok && i < guide->languages.count; i++)
        if (guide->offered[i])
            ok = write_app(&files, (int)i);
    ok = ok && (!sheets || write_staff(&files, sheets)) && write_lost(&files) &&
         write_robots(&files) && write_worker(&files) && folder_sync(folder, faults);
    arena_free(files.output.arena);
    arena_free(files.icons.arena);
    arena_free(files.arena);
    return ok;
}
