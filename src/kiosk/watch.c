// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/watch.h"

#include <errno.h>
#include <ftw.h>
#include <libgen.h>
#include <poll.h>
#include <SDL.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "base/arena.h"

enum { QUIET = 200 };  // ms

struct watch {
    struct arena *arena;
    const char *folder;  // ends in "/.": what a link leads to is watched, not the link
    const char *name;    // of the folder, in the one above it
    int above;           // the watch of that one; -1: none
    uint32_t event_type;
    int inotify, stop;  // file descriptors; a byte in `stop` ends the thread
    SDL_Thread *thread;
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
static void add_folders(struct watch *watch)
{
    adding_to = watch->inotify;
    nftw(watch->folder, add_folder, 16, FTW_PHYS);
}

// An update may put another folder in the place of ours, or turn a link elsewhere.
static void add_above(struct watch *watch, const char *folder)
{
    watch->name = basename(arena_text(watch->arena, folder));
    if (strcmp(watch->name, ".") == 0 || strcmp(watch->name, "..") == 0)
        return;
    watch->above = inotify_add_watch(watch->inotify, dirname(arena_text(watch->arena, folder)),
                                     IN_CREATE | IN_MOVED_TO | IN_ONLYDIR);
}

// Reads what has happened; true if it concerns content. Dot files are editors' business.
static bool read_events(struct watch *watch)
{
    _Alignas(struct inotify_event) char bytes[4096];
    bool concerns = false, folders = false;
    ssize_t length = read(watch->inotify, bytes, sizeof bytes);
    for (ssize_t at = 0; at < length;) {
        const struct inotify_event *event = (const struct inotify_event *)(bytes + at);
        at += (ssize_t)(sizeof *event + event->len);
        const char *name = event->len > 0 ? event->name : "";
        bool above = event->wd >= 0 && event->wd == watch->above;
        if (above ? strcmp(name, watch->name) != 0 : *name == '.' || event->mask & IN_IGNORED)
            continue;
        concerns = true;
        folders |= above || event->mask & (IN_Q_OVERFLOW | IN_ISDIR);
    }
    if (folders)
        add_folders(watch);
    return concerns;
}

static int run(void *data)
{
    struct watch *watch = data;
    struct pollfd files[] = {{.fd = watch->inotify, .events = POLLIN},
                             {.fd = watch->stop, .events = POLLIN}};
    bool changed = false;
    for (;;) {
        int ready = poll(files, 2, changed ? QUIET : -1);
        if (ready < 0 && errno != EINTR)
            return 1;
        if (files[1].revents)
            return 0;
        if (ready > 0 && files[0].revents) {
            changed |= read_events(watch);
        } else if (ready == 0 && changed) {
            changed = false;
            SDL_PushEvent(&(SDL_Event){.type = watch->event_type});
        }
    }
}

struct watch *watch_open(const char *folder, uint32_t event_type, struct faults *faults)
{
    struct watch *watch = calloc(1, sizeof *watch);
    if (!watch)
        memory_exhausted();
    watch->arena = arena_new();
    watch->folder = arena_print(watch->arena, "%s/.", folder);
    watch->above = -1;
    watch->event_type = event_type;
    watch->inotify = inotify_init1(IN_CLOEXEC);
    watch->stop = eventfd(0, EFD_CLOEXEC);
    if (watch->inotify >= 0 && watch->stop >= 0) {
        add_above(watch, folder);
        add_folders(watch);
        watch->thread = SDL_CreateThread(run, "watch", watch);
    }
    if (watch->thread)
        return watch;
    fault_errno(faults, folder, "cannot be watched for changes",
                E_("changes show after a restart"));
    watch_close(watch);
    return NULL;
}

void watch_close(struct watch *watch)
{
    if (!watch)
        return;
    if (watch->thread) {
        eventfd_write(watch->stop, 1);
        SDL_WaitThread(watch->thread, NULL);
    }
    if (watch->inotify >= 0)
        close(watch->inotify);
    if (watch->stop >= 0)
        close(watch->stop);
    arena_free(watch->arena);
    free(watch);
}
