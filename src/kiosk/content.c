// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/content.h"

#include <limits.h>
#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "guide/load.h"

struct content {
    struct arena *arena;
    const char *folder;
    const char *kept;    // the copy; NULL: none is kept
    SDL_Thread *copier;  // NULL: none was needed so far
    SDL_sem *wanted;     // posted for each copy
    SDL_atomic_t closed;
    bool told;  // that no copy can be made
    struct content_report report;
    char *faults;  // the report's, by malloc()
};

// Each content folder has a copy of its own, found by its name.
static const char *kept_folder(struct arena *arena, const char *folder, const char *state)
{
    char here[PATH_MAX] = "";
    if (folder[0] != '/' && !getcwd(here, sizeof here))
        return NULL;
    const char *path = arena_print(arena, "%s/%s", here, folder);
    return arena_print(arena, "%s/content-%016llx", state,
                       (unsigned long long)hash_bytes(FNV_START, path, strlen(path)));
}

struct content *content_open(const char *folder, const char *state)
{
    struct content *content = calloc(1, sizeof *content);
    if (!content)
        memory_exhausted();
    content->arena = arena_new();
    content->folder = arena_text(content->arena, folder);
    content->kept = state ? kept_folder(content->arena, folder, state) : NULL;
    content->report = (struct content_report){.folder = content->folder, .faults = ""};
    return content;
}

void content_close(struct content *content)
{
    if (!content)
        return;
    if (content->copier) {
        SDL_AtomicSet(&content->closed, 1);
        SDL_SemPost(content->wanted);
        SDL_WaitThread(content->copier, NULL);
    }
    if (content->wanted)
        SDL_DestroySemaphore(content->wanted);
    arena_free(content->arena);
    free(content->faults);
    free(content);
}

const char *content_state_folder(struct arena *arena)
{
    const char *folder = getenv("STATE_DIRECTORY");
    if (folder)
        return arena_copy(arena, folder, strcspn(folder, ":"));  // the first of a list
    if ((folder = getenv("XDG_STATE_HOME")) && *folder == '/')
        return arena_print(arena, "%s/wegweiser", folder);
    if ((folder = getenv("HOME")) && *folder == '/')
        return arena_print(arena, "%s/.local/state/wegweiser", folder);
    return NULL;
}

// Warnings would bury the errors.
static void tell(struct content *content, struct faults *faults, FILE *log)
{
    free(content->faults);
    content->faults = NULL;
    size_t length;
    FILE *stream = open_memstream(&content->faults, &length);
    if (!stream)
        memory_exhausted();
    faults_write_errors(faults, stream);
    if (fclose(stream) != 0)
        memory_exhausted();
    if (log)
        fputs(content->faults, log);
    content->report.faults = content->faults;
    content->report.kept = faults->errors > 0;
}

struct guide *content_read(struct content *content, FILE *log)
{
    struct faults faults = {0};
    struct guide *guide = guide_load(content->folder, (struct date){0}, &faults);
    tell(content, &faults, log);
    faults_free(&faults);
    return guide;
}

static struct guide *read_copy(const char *folder)
{
    struct faults faults = {0};
    struct guide *guide =
        folder_exists(folder) ? guide_load(folder, (struct date){0}, &faults) : NULL;
    faults_free(&faults);
    return guide;
}

struct guide *content_read_kept(const struct content *content)
{
    return content->kept ? read_copy(content->kept) : NULL;
}

// Somebody may have gone on writing while we copied.
static bool copy_is_good(const char *folder)
{
    struct guide *guide = read_copy(folder);
    bool good = guide != NULL;
    guide_free(guide);
    if (!good)
        folder_remove(folder);
    return good;
}

static void make_copy(struct content *content)
{
    struct faults faults = {0};
    struct arena *arena = arena_new();
    const char *built = arena_print(arena, "%s.new", content->kept);
    folder_remove(built);  // a power cut may have left it
    bool ok = folder_copy(content->folder, built, &faults);
    if (ok && copy_is_good(built))
        ok = folder_replace(built, content->kept, &faults);
    if (!ok && !content->told) {
        faults_write(&faults, stderr);
        fprintf(stderr, "%s: good, but no copy of it can be kept for the next start\n",
                content->folder);
    }
    content->told = !ok;
    arena_free(arena);
    faults_free(&faults);
}

static int make_copies(void *data)
{
    struct content *content = data;
    SDL_SetThreadPriority(SDL_THREAD_PRIORITY_LOW);
    while (SDL_SemWait(content->wanted) == 0 && !SDL_AtomicGet(&content->closed)) {
        while (SDL_SemTryWait(content->wanted) == 0)
            ;  // one copy for all that was asked for meanwhile
        make_copy(content);
    }
    return 0;
}

void content_keep(struct content *content)
{
    if (!content->kept || content->report.kept)
        return;
    if (!content->wanted)
        content->wanted = SDL_CreateSemaphore(0);
    if (content->wanted && !content->copier)
        content->copier = SDL_CreateThread(make_copies, "copies", content);
    if (content->copier)
        SDL_SemPost(content->wanted);
}

const struct content_report *content_report(const struct content *content)
{
    return &content->report;
}

const char *content_folder(const struct content *content)
{
    return content->folder;
}
