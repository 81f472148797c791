// SPDX-License-Identifier: EUPL-1.2
#include "cmd/prints.h"

#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/install.h"
#include "base/utf8.h"
#include "guide/address.h"
#include "print/code.h"
#include "print/edition.h"
#include "print/flyer.h"
#include "print/fonts.h"
#include "print/poster.h"
#include "print/register.h"
#include "print/thumbnail.h"
#include "text/fontmap.h"
#include "text/tr.h"

enum { THUMBNAIL = 320 };  // px, the longer side

// What sheets are about: an office, a language, an address.
struct subject {
    const char *id, *name;
    const struct office *office;
    int language;
    const char *address;
    const char *edition;  // its kind, where it is one
};

struct subjects {
    LIST(struct subject) list;
};

struct job {
    struct arena *arena;
    const struct guide *guide;
    const struct fonts *fonts;
    const char *folder, *before;
    struct prints known, made;
    struct staff_sheets *sheets;
    struct faults *faults;
};

typedef bool sheet_step(const struct job *job, const struct subject *subject, const char *size,
                        const char *path, uint32_t *id);

struct kind {
    const char *name;   // in the register and in front of the file
    const char *title;  // on the page
    const char *sizes;  // "A3|A4"
    bool formats;       // these are formats of files, and no id is printed; else each is a PDF
    void (*collect)(const struct job *job, struct subjects *subjects);
    sheet_step *write, *today;  // the file and its id; only the id that it would have
};

// ---- Subjects --------------------------------------------------------------------------------

static const char *title_of(const struct job *job, const struct document *words,
                            enum block_kind kind)
{
    return utf8_unhyphened(job->arena, words_text(job->arena, words_in(words, 0), kind, NULL));
}

static void collect_offices(const struct job *job, struct subjects *subjects)
{
    for (size_t i = 0; i < job->guide->offices.count; i++) {
        const struct office *office = &job->guide->offices.items[i];
        *list_add(job->arena, &subjects->list) = (struct subject){
            .id = office->id, .name = title_of(job, &office->words, BLOCK_NAME), .office = office};
    }
}

static void collect_guide(const struct job *job, struct subjects *subjects)
{
    *list_add(job->arena, &subjects->list) = (struct subject){
        .id = poster_subject(NULL), .name = title_of(job, &job->guide->words, BLOCK_TITLE)};
}

static void collect_languages(const struct job *job, struct subjects *subjects)
{
    for (size_t i = 0; i < job->guide->languages.count; i++) {
        const struct language *language = job->guide->languages.items[i];
        if (job->guide->offered[i])
            *list_add(job->arena, &subjects->list) =
                (struct subject){.id = language->tag, .name = language->german, .language = (int)i};
    }
}

static void collect_addresses(const struct job *job, struct subjects *subjects)
{
    const struct guide *guide = job->guide;
    for (size_t i = 0; i < guide->offices.count; i++) {
        const struct office *office = &guide->offices.items[i];
        *list_add(job->arena, &subjects->list) =
            (struct subject){.id = arena_print(job->arena, "o-%s", office->id),
                             .name = title_of(job, &office->words, BLOCK_NAME),
                             .address = office_address(job->arena, guide, NULL, office->id)};
    }
    for (size_t i = 0; i < guide->pages.count; i++) {
        const struct page *page = &guide->pages.items[i];
        *list_add(job->arena, &subjects->list) =
            (struct subject){.id = arena_print(job->arena, "p-%s", page->id),
                             .name = title_of(job, &page->words, BLOCK_TITLE),
                             .address = page_address(job->arena, guide, NULL, page->id)};
    }
}

// ---- Kinds -----------------------------------------------------------------------------------

static bool write_poster(const struct job *job, const struct subject *subject, const char *size,
                         const char *path, uint32_t *id)
{
    return poster_write(job->guide, subject->office, design_find(size), job->fonts, path, id,
                        job->faults);
}

static bool poster_today(const struct job *job, const struct subject *subject, const char *size,
                         const char *path, uint32_t *id)
{
    return poster_id(job->guide, subject->office, design_find(size), job->fonts, path, id,
                     job->faults);
}

static bool write_flyer(const struct job *job, const struct subject *subject, const char *size,
                        const char *path, uint32_t *id)
{
    return flyer_write(job->guide, subject->language, size, job->fonts, path, id, job->faults);
}

static bool flyer_today(const struct job *job, const struct subject *subject, const char *size,
                        const char *path, uint32_t *id)
{
    return flyer_id(job->guide, subject->language, size, job->fonts, path, id, job->faults);
}

static struct edition edition_of(const struct job *job, const struct subject *subject,
                                 const char *size)
{
    return (struct edition){.kind = subject->edition,
                            .guide = job->guide,
                            .language = subject->language,
                            .other = -1,
                            .paper = paper_find(size),
                            .fonts = job->fonts};
}

static bool write_edition(const struct job *job, const struct subject *subject, const char *size,
                          const char *path, uint32_t *id)
{
    struct edition edition = edition_of(job, subject, size);
    return edition_write(&edition, path, id, job->faults);
}

static bool edition_today(const struct job *job, const struct subject *subject, const char *size,
                          const char *path, uint32_t *id)
{
    struct edition edition = edition_of(job, subject, size);
    (void)path;
    return edition_id(&edition, id, job->faults);
}

static bool code_today(const struct job *job, const struct subject *subject, const char *size,
                       const char *path, uint32_t *id)
{
    (void)job, (void)size, (void)path;
    *id = code_id(subject->address);
    return true;
}

static bool write_code(const struct job *job, const struct subject *subject, const char *size,
                       const char *path, uint32_t *id)
{
    struct symbol *symbol = symbol_new(subject->address, SYMBOL_PRINT, job->faults);
    const char *title = arena_print(job->arena, "%s: %s", subject->name, subject->address);
    struct code code = {symbol, title, job->guide->body};
    bool ok = symbol && code_write(&code, size, path, job->faults);
    symbol_free(symbol);
    return code_today(job, subject, size, path, id) && ok;
}

static const char *size_text(const char *size)
{
    const struct {
        const char *size, *text;
    } sizes[] = {
        {"door", tr_staff("Door sign")},
        {"tent", tr_staff("Table tent")},
        {"long", tr_staff("DIN long")},
    };
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        if (strcmp(sizes[i].size, size) == 0)
            return sizes[i].text;
    return size;
}

// ---- One sheet -------------------------------------------------------------------------------

static const struct print *find_known(const struct job *job, const char *file)
{
    for (size_t i = 0; i < job->known.count; i++)
        if (strcmp(job->known.items[i].file, file) == 0)
            return &job->known.items[i];
    return NULL;
}

static const char *path_of(const struct job *job, const char *folder, const char *file)
{
    return arena_print(job->arena, "%s/%s", folder, file);
}

static bool take_over(const struct job *job, const char *file)
{
    return link(path_of(job, job->before, file), path_of(job, job->folder, file)) == 0;
}

// A sheet is drawn; a code as SVG is its own picture, in other formats it needs none.
static const char *picture_of(const struct job *job, const struct kind *kind, const char *file)
{
    const char *end = strrchr(file, '.');
    if (strcmp(end, ".svg") == 0)
        return file;
    if (kind->formats)
        return NULL;
    return arena_print(job->arena, "%.*s.png", (int)(end - file), file);
}

static bool write_sheet(const struct job *job, const struct kind *kind,
                        const struct subject *subject, struct print *print, const char *picture)
{
    const char *path = path_of(job, job->folder, print->file);
    if (!kind->write(job, subject, print->size, path, &print->id))
        return false;
    return !picture || picture == print->file ||
           thumbnail_write(path, path_of(job, job->folder, picture), THUMBNAIL, job->faults);
}

// False also if it was another one, or its files are gone: then it is made.
static bool keep_sheet(const struct job *job, const struct kind *kind,
                       const struct subject *subject, struct print *print, const char *picture)
{
    const struct print *known = find_known(job, print->file);
    if (!known ||
        !kind->today(job, subject, print->size, path_of(job, job->folder, print->file),
                     &print->id) ||
        known->id != print->id || !take_over(job, print->file) ||
        (picture && picture != print->file && !take_over(job, picture)))
        return false;
    print->content = known->content;
    return true;
}

static const char *file_of(const struct job *job, const struct kind *kind,
                           const struct subject *subject, const char *size)
{
    if (kind->formats)
        return arena_print(job->arena, "%s-%s.%s", kind->name, subject->id, size);
    return arena_print(job->arena, "%s-%s-%s.pdf", kind->name, subject->id, size);
}

static bool make_sheet(struct job *job, const struct kind *kind, const struct subject *subject,
                       const char *size)
{
    const char *file = file_of(job, kind, subject, size);
    const char *picture = picture_of(job, kind, file);
    struct print print = {file, kind->name, subject->id, size, 0, job->guide->newest};
    if (!keep_sheet(job, kind, subject, &print, picture) &&
        !write_sheet(job, kind, subject, &print, picture))
        return false;
    const char *id = arena_print(job->arena, "%08" PRIx32, print.id);
    register_set(&job->made, job->arena, print);
    *list_add(job->arena, &job->sheets->list) =
        (struct staff_sheet){kind->title, subject->name, size_text(size),          file,
                             picture,     print.content, kind->formats ? NULL : id};
    return true;
}

// ---- All of them -----------------------------------------------------------------------------

static bool make_subject(struct job *job, const struct kind *kind, const struct subject *subject)
{
    bool ok = true;
    char *sizes = arena_text(job->arena, kind->sizes);
    for (char *size; (size = strsep(&sizes, "|"));)
        ok &= make_sheet(job, kind, subject, size);
    return ok;
}

static bool make_all(struct job *job)
{
    const struct kind kinds[] = {
        {"poster", tr_staff("Posters"), DESIGN_NAMES, false, collect_offices, write_poster,
         poster_today},
        {"poster", tr_staff("Posters"), "A3|A4|A5|tent", false, collect_guide, write_poster,
         poster_today},
        {"flyer", tr_staff("Flyers"), FLYER_SIZES, false, collect_languages, write_flyer,
         flyer_today},
        {"brochure", tr_staff("Brochures"), "A5", false, collect_languages, write_edition,
         edition_today},
        {"hand-out", tr_staff("Hand-outs for new colleagues"), "A4", false, collect_languages,
         write_edition, edition_today},
        {"office-list", tr_staff("Lists of offices"), "A4", false, collect_languages, write_edition,
         edition_today},
        {"code", tr_staff("QR codes"), CODE_FORMATS, true, collect_addresses, write_code,
         code_today},
    };
    bool ok = true;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct subjects subjects = {0};
        kinds[i].collect(job, &subjects);
        for (size_t s = 0; s < subjects.list.count; s++) {
            subjects.list.items[s].edition = kinds[i].name;
            ok &= make_subject(job, &kinds[i], &subjects.list.items[s]);
        }
    }
    return ok;
}

bool prints_make(struct staff_sheets *sheets, struct arena *arena, const struct guide *guide,
                 const char *folder, const char *before, struct faults *faults)
{
    struct job job = {.arena = arena,
                      .guide = guide,
                      .folder = folder,
                      .before = before,
                      .sheets = sheets,
                      .faults = faults};
    struct fontmap map = {0};
    struct fonts *fonts = NULL;
    if ((!before || register_load(&job.known, arena, before, faults)) &&
        fontmap_load(&map, arena, installed_path(arena, "fonts/map"), faults))
        fonts = sheet_fonts_open(&map, faults);
    job.fonts = fonts;
    bool ok = fonts && folder_make(folder, faults) && make_all(&job) &&
              register_save(&job.made, folder, faults);
    sheet_fonts_close(fonts);
    return ok;
}
