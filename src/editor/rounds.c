// SPDX-License-Identifier: EUPL-1.2
#include "editor/rounds.h"

#include <ftw.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "base/change.h"

// What a file was like: a save changes at least one of these.
struct stamp {
    const char *path;
    struct timespec written;
    off_t size;
    ino_t inode;
};

struct snapshot {
    struct arena *arena;
    LIST(struct stamp) stamps;
};

struct rounds {
    const char *folder;
    struct changes *changes;
    int signals;  // file descriptor
    struct snapshot before, now;
};

// ---- What is there ---------------------------------------------------------------------------

// nftw() takes no argument for its callback.
static struct snapshot *adding_to;

static int add_file(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    const char *name = path + walk->base;
    size_t length = strlen(name);
    if (type == FTW_F && *name != '.' && length > 4 && strcmp(name + length - 4, ".xml") == 0)
        *list_add(adding_to->arena, &adding_to->stamps) = (struct stamp){
            arena_text(adding_to->arena, path), status->st_mtim, status->st_size, status->st_ino};
    return 0;
}

static struct snapshot snapshot_take(const char *folder)
{
    struct snapshot snapshot = {.arena = arena_new()};
    adding_to = &snapshot;
    nftw(folder, add_file, 16, 0);
    return snapshot;
}

static const struct stamp *stamp_find(const struct snapshot *snapshot, const char *path)
{
    for (size_t i = 0; i < snapshot->stamps.count; i++)
        if (strcmp(snapshot->stamps.items[i].path, path) == 0)
            return &snapshot->stamps.items[i];
    return NULL;
}

static bool is_same(const struct stamp *a, const struct stamp *b)
{
    return a && b && a->size == b->size && a->inode == b->inode &&
           a->written.tv_sec == b->written.tv_sec && a->written.tv_nsec == b->written.tv_nsec;
}

static void add_text(struct option_texts *texts, const char *text)
{
    if (texts->count < OPTION_TEXTS_MOST)
        texts->items[texts->count++] = text;
}

// Of both snapshots what the other one has not, or not so.
static void compare(const struct snapshot *before, const struct snapshot *now,
                    struct option_texts *changed)
{
    for (size_t i = 0; i < now->stamps.count; i++) {
        const struct stamp *stamp = &now->stamps.items[i];
        if (!is_same(stamp, stamp_find(before, stamp->path)))
            add_text(changed, stamp->path);
    }
    for (size_t i = 0; i < before->stamps.count; i++)
        if (!stamp_find(now, before->stamps.items[i].path))
            add_text(changed, before->stamps.items[i].path);
}

// ---- Rounds ----------------------------------------------------------------------------------

static int open_signals(void)
{
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    sigprocmask(SIG_BLOCK, &ends, NULL);
    return signalfd(-1, &ends, SFD_CLOEXEC);
}

struct rounds *rounds_open(const char *folder, struct faults *faults)
{
    struct changes *changes = changes_open(folder);
    if (!changes) {
        fault_errno(faults, folder, "cannot be watched for changes",
                    "run `wegweiser check` after each save");
        return NULL;
    }
    struct rounds *rounds = calloc(1, sizeof *rounds);
    if (!rounds)
        memory_exhausted();
    rounds->folder = folder;
    rounds->changes = changes;
    rounds->signals = open_signals();
    rounds->now = snapshot_take(folder);
    return rounds;
}

void rounds_close(struct rounds *rounds)
{
    if (!rounds)
        return;
    changes_close(rounds->changes);
    close(rounds->signals);
    arena_free(rounds->before.arena);
    arena_free(rounds->now.arena);
    free(rounds);
}

bool rounds_next(struct rounds *rounds, struct option_texts *changed)
{
    if (!changes_wait(rounds->changes, rounds->signals))
        return false;
    arena_free(rounds->before.arena);
    rounds->before = rounds->now;
    rounds->now = snapshot_take(rounds->folder);
    changed->count = 0;
    add_text(changed, rounds->folder);
    compare(&rounds->before, &rounds->now, changed);
    return true;
}
