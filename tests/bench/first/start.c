// SPDX-License-Identifier: EUPL-1.2
// Starts a program again and again, each time up to its first frame.
//
//   start RUNS PRELOAD PROGRAM [ARGUMENT…]
//
// Prints the medians of wall clock and CPU time, ms, and the peaks of VmHWM and Pss, KiB. The
// first run only fills the page cache and does not count.
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_RUNS = 99 };

struct start {
    double wall, cpu;
    long peak, pss;
};

static double now_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static bool start_once(const char *preload, char **command, struct start *start)
{
    int ends[2];
    char number[16];
    if (pipe(ends) != 0)
        return false;
    snprintf(number, sizeof number, "%d", ends[1]);
    double began = now_ms();
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        setenv("BENCH_FD", number, 1);
        setenv("LD_PRELOAD", preload, 1);
        execv(command[0], command);
        _exit(127);
    }
    close(ends[1]);
    FILE *told = fdopen(ends[0], "r");
    double presented;
    bool ok = told && fscanf(told, "%lf %lf %ld %ld", &presented, &start->cpu, &start->peak,
                             &start->pss) == 4;
    start->wall = presented - began;
    if (told)
        fclose(told);
    return waitpid(child, NULL, 0) == child && ok;
}

static int compare(const void *a, const void *b)
{
    double distance = *(const double *)a - *(const double *)b;
    return (distance > 0) - (distance < 0);
}

static double median(double *values, int count)
{
    qsort(values, (size_t)count, sizeof *values, compare);
    return values[count / 2];
}

int main(int argc, char **argv)
{
    int runs = argc > 3 ? atoi(argv[1]) : 0;
    if (runs < 1 || runs > MOST_RUNS)
        return 2;
    double wall[MOST_RUNS], cpu[MOST_RUNS];
    long peak = 0, pss = 0;
    for (int i = -1; i < runs; i++) {
        struct start start = {0};
        if (!start_once(argv[2], argv + 3, &start)) {
            fprintf(stderr, "start: %s shows no frame\n", argv[3]);
            return 1;
        }
        if (i < 0)
            continue;
        wall[i] = start.wall;
        cpu[i] = start.cpu;
        peak = start.peak > peak ? start.peak : peak;
        pss = start.pss > pss ? start.pss : pss;
    }
    printf("%.1f %.1f %ld %ld\n", median(wall, runs), median(cpu, runs), peak, pss);
    return 0;
}
