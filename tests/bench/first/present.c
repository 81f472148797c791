// SPDX-License-Identifier: EUPL-1.2
// Put before the program with LD_PRELOAD, tells when the first frame was presented: the program
// itself knows nothing of being measured. Then it ends the program.
//
// Writes to the descriptor BENCH_FD: the monotonic clock in ms, CPU time in ms, VmHWM and Pss in
// KiB.
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <SDL.h>

static double clock_ms(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static long kib_of(const char *path, const char *name)
{
    long kib = 0;
    char line[256];
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file))
        if (strncmp(line, name, strlen(name)) == 0)
            kib = strtol(line + strlen(name), NULL, 10);
    if (file)
        fclose(file);
    return kib;
}

void SDL_RenderPresent(SDL_Renderer *renderer)
{
    void (*present)(SDL_Renderer *);
    *(void **)&present = dlsym(RTLD_NEXT, "SDL_RenderPresent");
    present(renderer);
    double now = clock_ms(CLOCK_MONOTONIC), cpu = clock_ms(CLOCK_PROCESS_CPUTIME_ID);
    const char *fd = getenv("BENCH_FD");
    if (!fd)
        return;
    dprintf(atoi(fd), "%.3f %.3f %ld %ld\n", now, cpu, kib_of("/proc/self/status", "VmHWM:"),
            kib_of("/proc/self/smaps_rollup", "Pss:"));
    _exit(0);
}
