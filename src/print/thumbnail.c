// SPDX-License-Identifier: EUPL-1.2
#include "print/thumbnail.h"

#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"

// An error of errno, ECHILD if the program ran and failed.
static int run(char *const *argv)
{
    pid_t child;
    int status, error = posix_spawnp(&child, argv[0], NULL, NULL, argv, environ);
    if (error)
        return error;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return errno;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : ECHILD;
}

bool thumbnail_write(const char *pdf, const char *path, int side, struct faults *faults)
{
    struct arena *arena = arena_new();
    char pixels[16];
    snprintf(pixels, sizeof pixels, "%d", side);
    char *argv[] = {(char[]){"pdftoppm"}, (char[]){"-q"}, (char[]){"-png"}, (char[]){"-singlefile"},
                    (char[]){"-scale-to"}, pixels, arena_text(arena, pdf),
                    // It adds the end itself.
                    arena_copy(arena, path, strlen(path) - strlen(".png")), NULL};
    int error = run(argv);
    arena_free(arena);
    if (error)
        fault_add(faults, (struct place){.file = pdf},
                  "cannot be drawn with `pdftoppm`: %s; install the package poppler-utils",
                  error == ECHILD ? "it failed" : strerror(error));
    return error == 0;
}
