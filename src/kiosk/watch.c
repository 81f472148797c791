// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/watch.h"

#include <SDL.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "base/change.h"

struct watch {
    struct changes *changes;
    uint32_t event_type;
    int stop;  // file descriptor; a byte in it ends the thread
    SDL_Thread *thread;
};

static int run(void *data)
{
    struct watch *watch = data;
    while (changes_wait(watch->changes, watch->stop))
        SDL_PushEvent(&(SDL_Event){.type = watch->event_type});
    return 0;
}

struct watch *watch_open(const char *folder, uint32_t event_type, struct faults *faults)
{
    struct watch *watch = calloc(1, sizeof *watch);
    if (!watch)
        memory_exhausted();
    watch->event_type = event_type;
    watch->changes = changes_open(folder);
    watch->stop = eventfd(0, EFD_CLOEXEC);
    if (watch->changes && watch->stop >= 0)
        watch->thread = SDL_CreateThread(run, "watch", watch);
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
    if (watch->stop >= 0)
        close(watch->stop);
    changes_close(watch->changes);
    free(watch);
}
