// SPDX-License-Identifier: EUPL-1.2
// How many screens a second `wegweiser check` lays out on one core, all checks included.
//
//   fit_bench CONTENT
//
// Prints name=value lines.
#include <stdio.h>
#include <time.h>

#include "base/install.h"
#include "guide/load.h"
#include "kiosk/fit.h"
#include "text/tr.h"

static double cpu_seconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
    struct faults faults = {0};
    struct arena *arena = arena_new();
    if (argc != 2)
        return 2;
    tr_open(installed_path(arena, "locale"));
    struct guide *guide = guide_load(argv[1], (struct date){0}, &faults);
    if (!guide) {
        faults_write(&faults, stderr);
        return 1;
    }
    double began = cpu_seconds();
    size_t screens = fit_check(guide, installed_path(arena, "fonts/map"), NULL, &faults);
    double seconds = cpu_seconds() - began;
    printf("screens=%zu\nscreens_seconds=%.2f\nscreens_per_second=%.0f\n", screens, seconds,
           (double)screens / seconds);
    guide_free(guide);
    faults_free(&faults);
    arena_free(arena);
    return 0;
}
