// SPDX-License-Identifier: EUPL-1.2
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"

static const char *not_regular(mode_t mode)
{
    return S_ISDIR(mode)    ? E_("is a folder; put a normal file in its place")
           : S_ISFIFO(mode) ? E_("is a pipe; put a normal file in its place")
                            : E_("is a device; put a normal file in its place");
}

// O_NONBLOCK: opening a pipe that nobody writes to must not wait.
static int open_regular(const char *path, off_t *size, struct faults *faults)
{
    struct stat status;
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &status) != 0) {
        fault_errno(faults, path, "cannot be read",
                    E_("make sure that it is there and may be read"));
    } else if (!S_ISREG(status.st_mode)) {
        fault_add(faults, (struct place){.file = path}, "%s",
                  fault_tr(not_regular(status.st_mode)));
    } else {
        *size = status.st_size;
        return fd;
    }
    if (fd >= 0)
        close(fd);
    return -1;
}

char *file_read(struct arena *arena, const char *path, size_t limit, size_t *length,
                struct faults *faults)
{
    off_t size;
    int fd = open_regular(path, &size, faults);
    if (fd < 0)
        return NULL;
    char *bytes = NULL;
    if ((uintmax_t)size > limit) {
        fault_add(faults, (struct place){.file = path},
                  "is larger than %zu KiB; split it or remove what does not belong", limit / 1024);
        goto out;
    }
    bytes = arena_alloc(arena, (size_t)size + 1);
    *length = 0;
    while (*length < (size_t)size) {
        ssize_t got = read(fd, bytes + *length, (size_t)size - *length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            fault_errno(faults, path, "cannot be read",
                        E_("make sure that it is there and may be read"));
            bytes = NULL;
            goto out;
        }
        if (got == 0)
            break;  // it became shorter while we read
        *length += (size_t)got;
    }
out:
    close(fd);
    return bytes;
}

bool file_exists(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

bool folder_exists(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool file_is_same(const char *a, const char *b)
{
    struct stat of_a, of_b;
    if (strcmp(a, b) == 0)
        return true;
    return stat(a, &of_a) == 0 && stat(b, &of_b) == 0 && of_a.st_dev == of_b.st_dev &&
           of_a.st_ino == of_b.st_ino;
}

static bool write_all(int fd, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t put = write(fd, bytes, length);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        bytes += put;
        length -= (size_t)put;
    }
    return true;
}

static bool make_parents(const char *path, struct faults *faults)
{
    struct arena *arena = arena_new();
    char *parent = arena_text(arena, path);
    char *slash = strrchr(parent, '/');
    bool ok = true;
    if (slash && slash != parent) {
        *slash = '\0';
        ok = folder_make(parent, faults);
    }
    arena_free(arena);
    return ok;
}

// How much of the path is a folder that is there already.
static size_t known_part(const char *path)
{
    struct arena *arena = arena_new();
    char *folder = arena_text(arena, path), *slash;
    size_t length = 0;
    while (length == 0 && (slash = strrchr(folder, '/')) && slash != folder) {
        *slash = '\0';
        if (folder_exists(folder))
            length = strlen(folder);
    }
    arena_free(arena);
    return length;
}

// The folders behind that part, if nothing is in them.
static void remove_parents(const char *path, size_t known)
{
    struct arena *arena = arena_new();
    char *folder = arena_text(arena, path), *slash;
    while ((slash = strrchr(folder, '/')) && (size_t)(slash - folder) > known) {
        *slash = '\0';
        rmdir(folder);
    }
    arena_free(arena);
}

static void report_unwritten(const char *path, struct faults *faults)
{
    fault_errno(faults, path, "cannot be written",
                E_("take a folder that may be written to and has room"));
}

// A new file beside `path`, on the disk; its name is put into `beside`, "" if it could not be made.
static bool write_beside(const char *path, const void *bytes, size_t length, struct buf *beside,
                         struct faults *faults)
{
    if (!make_parents(path, faults))
        return false;
    buf_print(beside, "%s.XXXXXX", path);
    int fd = mkstemp(beside->text);
    if (fd < 0) {
        report_unwritten(path, faults);
        buf_clear(beside);
        return false;
    }
    bool ok = fchmod(fd, 0644) == 0 && write_all(fd, bytes, length) && fsync(fd) == 0;
    int reason = errno;  // of the first thing that went wrong, not of what follows
    if (close(fd) != 0 && ok) {
        ok = false;
        reason = errno;
    }
    errno = reason;
    if (!ok)
        report_unwritten(path, faults);
    return ok;
}

static bool put_in_place(const char *path, struct buf *beside, struct faults *faults)
{
    if (rename(beside->text, path) != 0) {
        report_unwritten(path, faults);
        return false;
    }
    buf_clear(beside);
    return true;
}

// A file on its way.
struct draft {
    struct buf beside;  // its name until it is put in place
    size_t known;       // how much of its path was there before
};

static void drop(const struct file_text *file, const struct draft *draft)
{
    if (draft->beside.length)
        unlink(draft->beside.text);
    remove_parents(file->path, draft->known);
}

bool files_write(const struct file_text *files, size_t count, struct faults *faults)
{
    bool ok = true;
    size_t begun = 0;
    struct arena *arena = arena_new();
    struct draft *drafts = arena_alloc(arena, count * sizeof *drafts);
    for (; ok && begun < count; begun++) {
        const struct file_text *file = &files[begun];
        drafts[begun].known = known_part(file->path);
        ok = write_beside(file->path, file->text, file->length, &drafts[begun].beside, faults);
    }
    for (size_t i = 0; ok && i < count; i++)
        ok = put_in_place(files[i].path, &drafts[i].beside, faults);
    while (begun-- > 0) {
        if (!ok)
            drop(&files[begun], &drafts[begun]);
        buf_free(&drafts[begun].beside);
    }
    arena_free(arena);
    return ok;
}

const char *file_target(struct arena *arena, const char *path)
{
    char real[PATH_MAX];
    struct stat status;
    bool link = lstat(path, &status) == 0 && S_ISLNK(status.st_mode);
    return link && realpath(path, real) ? arena_text(arena, real) : path;
}

bool file_write(const char *path, const void *bytes, size_t length, struct faults *faults)
{
    struct file_text file = {path, bytes, length};
    return files_write(&file, 1, faults);
}

bool file_put(const char *path, const void *bytes, size_t length, struct faults *faults)
{
    if (!make_parents(path, faults))
        return false;
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    bool ok = fd >= 0 && write_all(fd, bytes, length);
    int reason = errno;
    if (fd >= 0)
        ok = close(fd) == 0 && ok;
    errno = ok ? errno : reason;
    if (!ok)
        report_unwritten(path, faults);
    return ok;
}

bool folder_make(const char *path, struct faults *faults)
{
    struct buf part = {0};
    buf_text(&part, path);
    for (char *slash = part.text; *slash; slash++) {
        if (*slash != '/' || slash == part.text)
            continue;
        *slash = '\0';
        mkdir(part.text, 0755);  // a failure shows at the last one
        *slash = '/';
    }
    bool ok = mkdir(part.text, 0755) == 0;
    int reason = errno;
    ok = ok || folder_exists(path);
    errno = reason;
    if (!ok)
        fault_errno(faults, path, "this folder cannot be made", E_("take another name"));
    buf_free(&part);
    return ok;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct names folder_names(struct arena *arena, const char *path)
{
    struct names names = {0};
    DIR *folder = opendir(path);
    if (!folder)
        return names;
    for (struct dirent *entry; (entry = readdir(folder));)
        if (entry->d_name[0] != '.')
            *list_add(arena, &names) = arena_text(arena, entry->d_name);
    closedir(folder);
    if (names.count)
        qsort(names.items, names.count, sizeof *names.items, compare_names);
    return names;
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    (void)status, (void)type, (void)walk;
    return remove(path);
}

void folder_remove(const char *path)
{
    nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

// In one step where the file system can, so that a power cut finds one of the two.
static bool exchange(const char *built, const char *path)
{
    return renameat2(AT_FDCWD, built, AT_FDCWD, path, RENAME_EXCHANGE) == 0;
}

bool folder_replace(const char *built, const char *path, struct faults *faults)
{
    if (exchange(built, path)) {
        folder_remove(built);
        return true;
    }
    struct buf old = {0};
    buf_print(&old, "%s.old", built);
    bool had_old = rename(path, old.text) == 0;
    bool ok = rename(built, path) == 0;
    if (!ok) {
        fault_errno(faults, path, "cannot be written",
                    E_("take a folder that may be written to and has room"));
        if (had_old)
            rename(old.text, path);
        folder_remove(built);
    } else if (had_old) {
        folder_remove(old.text);
    }
    buf_free(&old);
    return ok;
}

static bool copy_file(const char *from, const char *to)
{
    int in = open(from, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    int out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    bool ok = in >= 0 && out >= 0;
    char bytes[1 << 16];
    for (ssize_t got; ok && (got = read(in, bytes, sizeof bytes)) != 0;)
        ok = got > 0 ? write_all(out, bytes, (size_t)got) : errno == EINTR;
    int reason = errno;
    if (in >= 0)
        close(in);
    if (out >= 0)
        ok = close(out) == 0 && ok;
    errno = reason;
    return ok;
}

// `depth` bounds links that lead round in circles.
static bool copy_into(struct arena *arena, const char *from, const char *to, int depth)
{
    bool ok = depth > 0 && mkdir(to, 0755) == 0;
    struct names names = folder_names(arena, from);
    for (size_t i = 0; ok && i < names.count; i++) {
        const char *source = arena_print(arena, "%s/%s", from, names.items[i]);
        const char *target = arena_print(arena, "%s/%s", to, names.items[i]);
        if (folder_exists(source))
            ok = copy_into(arena, source, target, depth - 1);
        else if (file_exists(source))
            ok = copy_file(source, target);
    }
    return ok;
}

static bool sync_folder(const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = fd >= 0 && syncfs(fd) == 0;
    if (fd >= 0)
        close(fd);
    return ok;
}

bool folder_sync(const char *path, struct faults *faults)
{
    bool ok = sync_folder(path);
    if (!ok)
        fault_errno(faults, path, "cannot be written",
                    "take a folder that may be written to and has room");
    return ok;
}

bool folder_copy(const char *from, const char *to, struct faults *faults)
{
    enum { DEEPEST = 16 };
    struct arena *arena = arena_new();
    bool ok = make_parents(to, faults);
    if (ok && !(copy_into(arena, from, to, DEEPEST) && sync_folder(to))) {
        fault_errno(faults, to, "cannot be written",
                    E_("take a folder that may be written to and has room"));
        folder_remove(to);
        ok = false;
    }
    arena_free(arena);
    return ok;
}
