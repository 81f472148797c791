// SPDX-License-Identifier: EUPL-1.2
#include "print/proof.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cairo.h>
#include <librsvg/rsvg.h>
#include <zbar.h>

// From the top left corner, a byte for each pixel, row by row.
struct picture {
    unsigned char *grey;
    unsigned width, height;
};

// ---- Reading codes -------------------------------------------------------------------------

// The scanner would read the palest ink; a camera does not. On white, what reflects less than 0.4
// has a contrast of 0.6, grade B of ISO/IEC 15415.
static void part_ink_from_paper(const struct picture *picture)
{
    enum { DARKEST_PAPER = 102 };
    size_t count = (size_t)picture->width * picture->height;
    for (size_t i = 0; i < count; i++)
        picture->grey[i] = picture->grey[i] < DARKEST_PAPER ? 0 : 255;
}

static void read_codes(struct arena *arena, const struct picture *picture, struct codes *found)
{
    part_ink_from_paper(picture);
    zbar_image_scanner_t *scanner = zbar_image_scanner_create();
    zbar_image_t *image = zbar_image_create();
    zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
    zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
    zbar_image_set_format(image, zbar_fourcc('Y', '8', '0', '0'));
    zbar_image_set_size(image, picture->width, picture->height);
    zbar_image_set_data(image, picture->grey, (unsigned long)picture->width * picture->height,
                        NULL);
    zbar_scan_image(scanner, image);
    for (const zbar_symbol_t *symbol = zbar_image_first_symbol(image); symbol;
         symbol = zbar_symbol_next(symbol))
        *list_add(arena, found) =
            arena_copy(arena, zbar_symbol_get_data(symbol), zbar_symbol_get_data_length(symbol));
    zbar_image_destroy(image);
    zbar_image_scanner_destroy(scanner);
}

static size_t count_of(const struct codes *codes, const char *text)
{
    size_t count = 0;
    for (size_t i = 0; i < codes->count; i++)
        count += strcmp(codes->items[i], text) == 0;
    return count;
}

// The first of `codes` that does not stand as often in `others`; NULL: none.
static const char *unlike(const struct codes *codes, const struct codes *others)
{
    for (size_t i = 0; i < codes->count; i++)
        if (count_of(codes, codes->items[i]) != count_of(others, codes->items[i]))
            return codes->items[i];
    return NULL;
}

static bool compare(const struct codes *wanted, const struct codes *found, const char *path,
                    struct faults *faults)
{
    const char *missing = unlike(wanted, found), *strange = unlike(found, wanted);
    struct place place = {.file = path};
    if (strange)
        fault_add(faults, place,
                  "a code on the finished page leads to `%s`, which was not wanted; nothing was "
                  "written, report this with the content",
                  strange);
    else if (missing)
        fault_add(faults, place,
                  "the code for `%s` cannot be read on the finished page; nothing was written, "
                  "shorten the address or take larger paper",
                  missing);
    return !strange && !missing;
}

// ---- PDF -----------------------------------------------------------------------------------

// An open file without a name, at its start; -1 and errno on failure.
static int as_file(const struct buf *bytes)
{
    int fd = memfd_create("sheet", MFD_CLOEXEC);
    FILE *file = fd < 0 ? NULL : fdopen(dup(fd), "w");
    bool ok = file && fwrite(bytes->text, 1, bytes->length, file) == bytes->length;
    if (file)
        ok = fclose(file) == 0 && ok;
    if (ok && lseek(fd, 0, SEEK_SET) == 0)
        return fd;
    if (fd >= 0)
        close(fd);
    return -1;
}

// A process whose output we read.
struct reading {
    pid_t child;
    FILE *output;
};

// Runs the program with that file as its input. 0, else an error of errno.
static int reading_begin(struct reading *reading, char *const *argv, int in)
{
    posix_spawn_file_actions_t actions;
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return errno;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    int error = posix_spawnp(&reading->child, argv[0], &actions, NULL, argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (error != 0) {
        close(ends[0]);
        return error;
    }
    reading->output = fdopen(ends[0], "r");
    if (!reading->output)
        memory_exhausted();
    return 0;
}

// 0; ECHILD if the program ran and failed.
static int reading_end(struct reading *reading)
{
    int status = -1;
    fclose(reading->output);
    while (waitpid(reading->child, &status, 0) < 0 && errno == EINTR)
        continue;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : ECHILD;
}

// One page in Netpbm's PGM, into memory that is used for the next one again.
static bool next_page(FILE *pages, struct arena *arena, struct picture *page)
{
    arena_reset(arena);
    if (fscanf(pages, "P5 %u %u 255", &page->width, &page->height) != 2 || fgetc(pages) == EOF)
        return false;
    size_t size = (size_t)page->width * page->height;
    page->grey = arena_alloc(arena, size + 1);
    return fread(page->grey, 1, size, pages) == size;
}

// Page by page: a brochure has more than a hundred.
static int read_drawn(struct arena *arena, const struct buf *pdf, double dpi, struct codes *found)
{
    char resolution[32];
    snprintf(resolution, sizeof resolution, "%.1f", dpi);
    char *argv[] = {(char[]){"pdftoppm"},
                    (char[]){"-q"},
                    (char[]){"-gray"},
                    (char[]){"-r"},
                    resolution,
                    (char[]){"-"},
                    NULL};
    struct reading reading;
    int in = as_file(pdf), error = in < 0 ? errno : reading_begin(&reading, argv, in);
    if (error == 0) {
        struct arena *pages = arena_new();
        for (struct picture page; next_page(reading.output, pages, &page);)
            read_codes(arena, &page, found);
        arena_free(pages);
        error = reading_end(&reading);
    }
    if (in >= 0)
        close(in);
    return error;
}

static bool read_pages(struct arena *arena, const struct buf *pdf, double dpi, struct codes *found,
                       const char *path, struct faults *faults)
{
    int error = read_drawn(arena, pdf, dpi, found);
    if (error)
        fault_add(faults, (struct place){.file = path},
                  "cannot be proven with `pdftoppm`: %s; install the package poppler-utils",
                  error == ECHILD ? "it failed" : strerror(error));
    return error == 0;
}

bool proof_pdf(const struct buf *pdf, const struct codes *wanted, double module, const char *path,
               struct faults *faults)
{
    // Pixels to a module. Where a code falls on the raster badly, another raster decides.
    static const double rasters[] = {5, 7.3};
    enum { RASTERS = sizeof rasters / sizeof rasters[0] };
    struct arena *arena = arena_new();
    bool ok = true, alike = false;
    struct codes found;
    for (size_t i = 0; ok && !alike && i < RASTERS; i++) {
        found = (struct codes){0};
        ok = read_pages(arena, pdf, rasters[i] * 25.4 / module, &found, path, faults);
        alike = !unlike(wanted, &found) && !unlike(&found, wanted);
    }
    ok = ok && compare(wanted, &found, path, faults);
    arena_free(arena);
    return ok;
}

// ---- PNG and SVG ---------------------------------------------------------------------------

// Green is enough: our codes are black on white.
static bool prove_surface(cairo_surface_t *surface, const struct codes *wanted, const char *path,
                          struct faults *faults)
{
    struct arena *arena = arena_new();
    struct codes found = {0};
    cairo_surface_flush(surface);
    int width = cairo_image_surface_get_width(surface);
    int height = cairo_image_surface_get_height(surface);
    const unsigned char *pixels = cairo_image_surface_get_data(surface);
    unsigned char *grey = arena_alloc(arena, (size_t)width * (size_t)height + 1);
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            grey[y * width + x] = pixels[y * cairo_image_surface_get_stride(surface) + 4 * x + 1];
    struct picture picture = {grey, (unsigned)width, (unsigned)height};
    read_codes(arena, &picture, &found);
    bool ok = compare(wanted, &found, path, faults);
    arena_free(arena);
    return ok;
}

struct reader {
    const struct buf *from;
    size_t at;
};

static cairo_status_t read_on(void *closure, unsigned char *bytes, unsigned length)
{
    struct reader *reader = closure;
    if (reader->from->length - reader->at < length)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(bytes, reader->from->text + reader->at, length);
    reader->at += length;
    return CAIRO_STATUS_SUCCESS;
}

bool proof_png(const struct buf *png, const struct codes *wanted, const char *path,
               struct faults *faults)
{
    cairo_surface_t *surface =
        cairo_image_surface_create_from_png_stream(read_on, &(struct reader){png, 0});
    bool ok = prove_surface(surface, wanted, path, faults);
    cairo_surface_destroy(surface);
    return ok;
}

bool proof_svg(const struct buf *svg, const struct codes *wanted, const char *path,
               struct faults *faults)
{
    enum { SIDE = 600 };
    RsvgHandle *handle = rsvg_handle_new_from_data((const guint8 *)svg->text, svg->length, NULL);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, SIDE, SIDE);
    cairo_t *cairo = cairo_create(surface);
    RsvgRectangle place = {0, 0, SIDE, SIDE};
    if (handle)
        rsvg_handle_render_document(handle, cairo, &place, NULL);
    bool ok = prove_surface(surface, wanted, path, faults);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    if (handle)
        g_object_unref(handle);
    return ok;
}
