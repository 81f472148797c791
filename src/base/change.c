// SPDX-License-Identifier: EUPL-1.2
#include "base/change.h"

#include <errno.h>
#include <ftw.h>
#include <libgen.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "base/arena.h"

enum { QUIET = 200 };  // ms

struct changes {
    struct arena *arena;
    const char *folder;  // ends in "/.": what a link leads to is watched, not the link
    const char *name;    // of the folder, in the one above it
    int above;           // the watch of that one; -1: none
    int inotify;         // file descriptor
};

// nftw() takes no argument for its callback.
static _Thread_local int adding_to;

static int add_folder(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    (void)status;
    const char *name = path + walk->base;
    if (type == FTW_D && (walk->level == 0 || name[0] != '.'))
        inotify_add_watch(adding_to, path,
                          IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE |
                              IN_DELETE_SELF | IN_ONLYDIR);
    return 0;
}

// One watch sees one folder, none below it. Adding one that is there already changes nothing.
static void add_folders(struct changes *changes)
{
    adding_to = changes->inotify;
    nftw(changes->folder, add_folder, 16, FTW_PHYS);
}

// An update may put another folder in the place of ours, or turn a link elsewhere.
static void add_above(struct changes *changes, const char *folder)
{
    changes->name = basename(arena_text(changes->arena, folder));
    if (strcmp(changes->name, ".") == 0 || strcmp(changes->name, "..") == 0)
        return;
    changes->above =
        inotify_add_watch(changes->inotify, dirname(arena_text(changes->arena, folder)),
                          IN_CREATE | IN_MOVED_TO | IN_ONLYDIR);
}

// Reads what has happened; true if it concerns content. Dot files are editors' business.
static bool read_events(struct changes *changes)
{
    _Alignas(struct inotify_event) char bytes[4096];
    bool concerns = false, folders = false;
    ssize_t length = read(changes->inotify, bytes, sizeof bytes);
    for (ssize_t at = 0; at < length;) {
        const struct inotify_event *event = (const struct inotify_event *)(bytes + at);
        at += (ssize_t)(sizeof *event + event->len);
        const char *name = event->len > 0 ? event->name : "";
        bool above = event->wd >= 0 && event->wd == changes->above;
        if (above ? strcmp(name, changes->name) != 0 : *name == '.' || event->mask & IN_IGNORED)
            continue;
        concerns = true;
        folders |= above || event->mask & (IN_Q_OVERFLOW | IN_ISDIR);
    }
    if (folders)
        add_folders(changes);
    return concerns;
}

bool changes_wait(struct changes *changes, int stop)
{
    struct pollfd files[] = {{.fd = changes->inotify, .events = POLLIN},
                             {.fd = stop, .events = POLLIN}};
    bool changed = false;
    for (;;) {
        int ready = poll(files, 2, changed ? QUIET : -1);
        if (ready < 0 && errno != EINTR)
            return false;
        if (ready > 0 && files[1].revents)
            return false;
        if (ready > 0 && files[0].revents)
            changed |= read_events(changes);
        else if (ready == 0 && changed)
            return true;
    }
}

struct changes *changes_open(const char *folder)
{
    int inotify = inotify_init1(IN_CLOEXEC);
    if (inotify < 0)
        return NULL;
    struct changes *changes = calloc(1, sizeof *changes);
    if (!changes)
        memory_exhausted();
    changes->arena = arena_new();
    changes->folder = arena_print(changes->arena, "%s/.", folder);
    changes->above = -1;
    changes->inotify = inotify;
    add_above(changes, folder);
    add_folders(changes);
    return changes;
}

void changes_close(struct changes *changes)
{
    if (!changes)
        return;
    close(changes->inotify);
    arena_free(changes->arena);
    free(changes);
}
