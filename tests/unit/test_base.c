// SPDX-License-Identifier: EUPL-1.2
// Arena, buffer, faults, files, options, UTF-8. Dates have a test of their own.
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/json.h"
#include "base/option.h"
#include "base/utf8.h"

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

// ---- Arena ---------------------------------------------------------------------------------

static void test_arena_is_zeroed_and_aligned(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (int round = 0; round < 2; round++) {  // the second in memory that was used before
        for (size_t size = 0; size < 300; size += 7) {
            unsigned char *bytes = arena_alloc(arena, size);
            assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
            for (size_t i = 0; i < size; i++)
                assert_int_equal(bytes[i], 0);
            memset(bytes, 0xFF, size);
        }
        arena_reset(arena);
    }
    arena_free(arena);
    arena_free(NULL);
}

static void test_arena_keeps_what_it_gave(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    unsigned char *blocks[40];
    for (size_t i = 0; i < COUNT(blocks); i++) {
        size_t size = i % 8 == 3 ? 300 * 1000 : 5000;  // some larger than a chunk
        blocks[i] = arena_alloc(arena, size);
        memset(blocks[i], (int)i, size);
    }
    for (size_t i = 0; i < COUNT(blocks); i++)
        assert_true(blocks[i][0] == i && blocks[i][4999] == i);
    arena_free(arena);
}

static void test_arena_text(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(arena_text(arena, ""), "");
    assert_string_equal(arena_copy(arena, "Emden!", 5), "Emden");
    assert_memory_equal(arena_copy(arena, "a\0b", 3), "a\0b", 4);
    assert_string_equal(arena_print(arena, "%s-%03d", "uk", 7), "uk-007");
    assert_int_equal(strlen(arena_print(arena, "%100000d", 1)), 100000);
    arena_free(arena);
}

static void test_list(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    LIST(int) numbers = {0};
    for (int i = 0; i < 1000; i++)
        *list_add(arena, &numbers) = i * i;
    assert_int_equal(numbers.count, 1000);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(numbers.items[i], i * i);
    arena_free(arena);
}

// ---- Buffer --------------------------------------------------------------------------------

static void test_buf(void **state)
{
    (void)state;
    struct buf buf = {0};
    buf_clear(&buf);
    assert_null(buf.text);
    buf_text(&buf, "");
    assert_string_equal(buf.text, "");
    buf_add(&buf, "a\0b", 3);
    buf_print(&buf, "[%d]", 12);
    assert_int_equal(buf.length, 7);
    assert_memory_equal(buf.text, "a\0b[12]", 8);
    buf_print(&buf, "%5000s", "x");
    assert_int_equal(buf.length, 5007);
    assert_int_equal(buf.text[5006], 'x');
    assert_int_equal(buf.text[5007], '\0');
    buf_clear(&buf);
    assert_int_equal(buf.length, 0);
    assert_string_equal(buf.text, "");
    for (int i = 0; i < 1000; i++)
        buf_text(&buf, "ab");
    assert_int_equal(strlen(buf.text), 2000);
    buf_free(&buf);
    assert_null(buf.text);
    buf_free(&buf);
}

static void test_buf_keep(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct buf buf = {0};
    assert_string_equal(buf_keep(&buf, arena), "");
    buf_add(&buf, "a\0b", 3);
    assert_memory_equal(buf_keep(&buf, arena), "a\0b", 4);
    assert_null(buf.text);
    assert_int_equal(buf.length, 0);
    arena_free(arena);
}

static void test_json(void **state)
{
    (void)state;
    struct buf json = {0};
    json_text(&json, NULL);
    json_text(&json, "a\"\\\n<b>&'\u2028ü\u2067");
    json_bytes(&json, "ü\xFF\x1B\u202E<", 8);
    assert_string_equal(json.text,
                        "null"
                        "\"a\\u0022\\u005c\\u000a\\u003cb\\u003e\\u0026\\u0027\\u2028ü\u2067\""
                        "\"ü\uFFFD\\u001b\uFFFD\\u003c\"");
    buf_free(&json);
}

// ---- Faults --------------------------------------------------------------------------------

static char *written(struct faults *faults)
{
    char *text = NULL;
    size_t length;
    FILE *stream = open_memstream(&text, &length);
    faults_write(faults, stream);
    fclose(stream);
    return text;
}

static void test_faults_are_sorted_by_place(void **state)
{
    (void)state;
    struct faults faults = {0};
    fault_add(&faults, (struct place){"b.xml", 2, 1}, "late");
    fault_add(&faults, (struct place){"b.xml", 1, 12}, "in column %d", 12);
    warning_add(&faults, (struct place){"b.xml", 1, 3}, "in column %d", 3);
    fault_add(&faults, (struct place){"b.xml", 1, 3}, "a before i");
    fault_add(&faults, (struct place){"b.xml", 0, 0}, "the file as a whole");
    fault_add(&faults, (struct place){"b.xml", 10, 0}, "ten is more than two");
    fault_add(&faults, (struct place){"a.xml", 99, 9}, "another file");
    fault_add(&faults, (struct place){0}, "no file at all");
    char *text = written(&faults);
    assert_string_equal(text, "wegweiser: error: no file at all\n"
                              "a.xml:99:9: error: another file\n"
                              "b.xml: error: the file as a whole\n"
                              "b.xml:1:3: error: a before i\n"
                              "b.xml:1:3: warning: in column 3\n"
                              "b.xml:1:12: error: in column 12\n"
                              "b.xml:2:1: error: late\n"
                              "b.xml:10: error: ten is more than two\n");
    free(text);
    assert_int_equal(faults.errors, 7);
    assert_int_equal(faults.warnings, 1);
    faults_free(&faults);
}

static void test_a_fault_is_kept_once(void **state)
{
    (void)state;
    struct faults faults = {0};
    for (int i = 0; i < 3; i++) {
        fault_add(&faults, (struct place){"a.xml", 1, 1}, "same");
        fault_add(&faults, (struct place){"a.xml", 1, 2}, "same");
        fault_add(&faults, (struct place){"b.xml", 1, 1}, "same");
        fault_add(&faults, (struct place){0}, "same");
        fault_add(&faults, (struct place){"a.xml", 1, 1}, "other");
        warning_add(&faults, (struct place){"a.xml", 9, 9}, "same");
    }
    assert_int_equal(faults.list.count, 6);
    assert_int_equal(faults.errors, 5);
    assert_int_equal(faults.warnings, 1);
    faults_free(&faults);
    faults_free(&faults);
    assert_int_equal(faults.errors, 0);
}

static void test_many_faults_are_known(void **state)
{
    (void)state;
    struct faults faults = {0};
    for (int i = 0; i < 2000; i++)
        fault_add(&faults, (struct place){"a.xml", i % 1000 + 1, 1}, "no `%d`", i % 1000 % 7);
    assert_int_equal(faults.list.count, 1000);
    faults_free(&faults);
}

static void test_fault_cure(void **state)
{
    (void)state;
    static const struct {
        const char *message, *cure;
    } rows[] = {
        {"no office; add it", "add it"},
        {"no `a; b`; add it; or not", "add it; or not"},
        {"a;b", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const char *cure = fault_cure(&(struct fault){.message = rows[i].message});
        if (rows[i].cure ? !cure || strcmp(cure, rows[i].cure) != 0 : cure != NULL)
            fail_msg("row %zu: got `%s`", i, cure ? cure : "nothing");
    }
}

static const char *in_capitals(const char *msgid)
{
    return strcmp(msgid, "no `%s` in %d") == 0 ? "IN %2$d NO `%1$s`" : msgid;
}

static void test_faults_are_translated(void **state)
{
    (void)state;
    struct faults faults = {0};
    faults_translate(in_capitals);
    fault_add(&faults, (struct place){0}, "no `%s` in %d", "word", 7);
    errno = ENOENT;
    fault_errno(&faults, "a.xml", "cannot be read", "look");
    faults_translate(NULL);
    char *text = written(&faults);
    assert_string_equal(text, "wegweiser: error: IN 7 NO `word`\n"
                              "a.xml: error: cannot be read: No such file or directory; look\n");
    free(text);
    faults_free(&faults);
}

static void test_faults_steer_no_terminal(void **state)
{
    (void)state;
    struct faults faults = {0};
    fault_add(&faults, (struct place){.file = "\x1B[2J\xFF.xml"}, "no `a\tb\nc\u202E`");
    char *text = written(&faults);
    assert_string_equal(text, "\uFFFD[2J\uFFFD.xml: error: no `a b\uFFFDc\uFFFD`\n");
    free(text);
    faults_free(&faults);
}

static void test_faults_copy_what_they_are_told(void **state)
{
    (void)state;
    struct faults faults = {0};
    char file[] = "a.xml", word[] = "word";
    fault_add(&faults, (struct place){.file = file}, "no `%s`", word);
    file[0] = word[0] = 'X';
    char *text = written(&faults);
    assert_string_equal(text, "a.xml: error: no `word`\n");
    free(text);
    faults_free(&faults);
}

static void test_no_fault(void **state)
{
    (void)state;
    struct faults faults = {0};
    char *text = written(&faults);
    assert_string_equal(text, "");
    free(text);
    faults_free(&faults);
}

// ---- Files ---------------------------------------------------------------------------------

struct folder {
    struct arena *arena;
    char path[64];
    struct faults faults;
};

static int make_folder(void **state)
{
    static struct folder folder;
    folder = (struct folder){.arena = arena_new(), .path = "/tmp/wegweiser-test-XXXXXX"};
    *state = &folder;
    return mkdtemp(folder.path) && chmod(folder.path, 0755) == 0 ? 0 : -1;
}

static int drop_folder(void **state)
{
    struct folder *folder = *state;
    alarm(0);
    folder_remove(folder->path);
    faults_free(&folder->faults);
    arena_free(folder->arena);
    return 0;
}

static const char *in(struct folder *folder, const char *name)
{
    return arena_print(folder->arena, "%s/%s", folder->path, name);
}

static void put(struct folder *folder, const char *name, const char *text)
{
    assert_true(file_write(in(folder, name), text, strlen(text), &folder->faults));
}

// What is in the file; NULL if it cannot be read, which is no fault here.
static const char *got(struct folder *folder, const char *name)
{
    struct faults faults = {0};
    size_t length;
    const char *text = file_read(folder->arena, in(folder, name), 1 << 20, &length, &faults);
    faults_free(&faults);
    return text;
}

// The faults that have come up since the last call.
static const char *complaint(struct folder *folder)
{
    char *text = written(&folder->faults);
    const char *copy = arena_text(folder->arena, text);
    free(text);
    faults_free(&folder->faults);
    return copy;
}

static void test_file_read(void **state)
{
    struct folder *folder = *state;
    size_t length = 99;
    put(folder, "empty", "");
    assert_string_equal(file_read(folder->arena, in(folder, "empty"), 0, &length, &folder->faults),
                        "");
    assert_int_equal(length, 0);
    assert_true(file_write(in(folder, "zero"), "a\0b", 3, &folder->faults));
    assert_memory_equal(file_read(folder->arena, in(folder, "zero"), 3, &length, &folder->faults),
                        "a\0b", 4);
    assert_int_equal(length, 3);
    assert_int_equal(symlink("zero", in(folder, "link")), 0);
    assert_non_null(file_read(folder->arena, in(folder, "link"), 3, &length, &folder->faults));
    assert_string_equal(complaint(folder), "");
}

static const struct {
    const char *name, *complaint;
} unreadable[] = {
    {"missing", "cannot be read: No such file or directory"},
    {"dangling", "cannot be read: No such file or directory"},
    {"file/below", "cannot be read: Not a directory"},
    {"sub", "is a folder"},
    {"fifo", "is a pipe"},
    {"large", "is larger than 2 KiB"},
};

static void test_file_read_refuses(void **state)
{
    struct folder *folder = *state;
    alarm(10);  // a fifo that is opened without care waits for ever
    put(folder, "file", "x");
    put(folder, "sub/file", "x");
    assert_true(file_write(in(folder, "large"), (char[2049]){0}, 2049, &folder->faults));
    assert_int_equal(symlink("nowhere", in(folder, "dangling")), 0);
    assert_int_equal(mkfifo(in(folder, "fifo"), 0600), 0);
    for (size_t i = 0; i < COUNT(unreadable); i++) {
        size_t length;
        const char *path = in(folder, unreadable[i].name);
        assert_null(file_read(folder->arena, path, 2048, &length, &folder->faults));
        assert_int_equal(folder->faults.errors, 1);
        const char *text = complaint(folder);
        if (!strstr(text, unreadable[i].complaint) || !strstr(text, path))
            fail_msg("%s: %s", unreadable[i].name, text);
    }
}

static void test_exists(void **state)
{
    struct folder *folder = *state;
    put(folder, "sub/file", "x");
    assert_true(file_exists(in(folder, "sub/file")));
    assert_false(file_exists(in(folder, "sub")));
    assert_false(file_exists(in(folder, "other")));
    assert_true(folder_exists(in(folder, "sub")));
    assert_false(folder_exists(in(folder, "sub/file")));
}

static void test_file_write(void **state)
{
    struct folder *folder = *state;
    umask(077);  // what is made is for others to read
    put(folder, "a/b/c.txt", "one");
    put(folder, "a/b/c.txt", "two");
    assert_string_equal(got(folder, "a/b/c.txt"), "two");
    struct stat status;
    assert_int_equal(stat(in(folder, "a/b/c.txt"), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0644);
    assert_int_equal(folder_names(folder->arena, in(folder, "a/b")).count, 1);
    umask(022);
}

static void test_file_write_in_this_folder(void **state)
{
    struct folder *folder = *state;
    char *was = getcwd(NULL, 0);
    assert_int_equal(chdir(folder->path), 0);
    assert_true(file_write("plain", "x", 1, &folder->faults));
    assert_int_equal(chdir(was), 0);
    free(was);
    assert_string_equal(got(folder, "plain"), "x");
}

// Root may write anywhere: it takes another user's part meanwhile.
static void test_file_write_in_a_read_only_folder(void **state)
{
    struct folder *folder = *state;
    put(folder, "locked/old", "old");
    assert_int_equal(chmod(in(folder, "locked"), 0555), 0);
    uid_t user = geteuid();
    if (user == 0)
        assert_int_equal(seteuid(65534), 0);
    bool written_old = file_write(in(folder, "locked/old"), "new", 3, &folder->faults);
    bool written_new = file_write(in(folder, "locked/new"), "new", 3, &folder->faults);
    bool made = folder_make(in(folder, "locked/sub/sub"), &folder->faults);
    assert_int_equal(seteuid(user), 0);
    assert_false(written_old);
    assert_false(written_new);
    assert_false(made);
    assert_int_equal(folder->faults.errors, 3);
    assert_non_null(strstr(complaint(folder), "locked/old: error: cannot be written: Permission"));
    assert_string_equal(got(folder, "locked/old"), "old");
    assert_int_equal(folder_names(folder->arena, in(folder, "locked")).count, 1);
    assert_int_equal(chmod(in(folder, "locked"), 0755), 0);
}

// The disk is full, played with a limit.
static void test_file_write_whole_or_not_at_all(void **state)
{
    struct folder *folder = *state;
    put(folder, "file", "old");
    struct rlimit was, small;
    getrlimit(RLIMIT_FSIZE, &was);
    small = (struct rlimit){1000, was.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &small);
    bool ok = file_write(in(folder, "file"), (char[5000]){0}, 5000, &folder->faults);
    setrlimit(RLIMIT_FSIZE, &was);
    assert_false(ok);
    assert_non_null(strstr(complaint(folder), "file: error: cannot be written: File too large"));
    assert_string_equal(got(folder, "file"), "old");
    assert_int_equal(folder_names(folder->arena, folder->path).count, 1);
}

static void test_files_write_all_or_none(void **state)
{
    struct folder *folder = *state;
    put(folder, "file", "x");
    put(folder, "sub/file", "x");
    const struct file_text files[] = {{in(folder, "made/deep/one"), "1", 1},
                                      {in(folder, "sub/two"), "2", 1},
                                      {in(folder, "made/three"), "3", 1},
                                      {in(folder, "file/below"), "4", 1}};
    assert_false(files_write(files, 4, &folder->faults));
    assert_int_equal(folder->faults.errors, 1);
    assert_false(folder_exists(in(folder, "made")));
    assert_int_equal(folder_names(folder->arena, in(folder, "sub")).count, 1);
    assert_true(files_write(files, 3, &folder->faults));
    assert_string_equal(got(folder, "made/deep/one"), "1");
    assert_string_equal(got(folder, "sub/two"), "2");
    assert_string_equal(got(folder, "made/three"), "3");
}

static void test_file_is_same(void **state)
{
    struct folder *folder = *state;
    put(folder, "file", "x");
    put(folder, "sub/file", "x");
    assert_int_equal(symlink("sub/../file", in(folder, "link")), 0);
    assert_true(file_is_same(in(folder, "file"), in(folder, "link")));
    assert_true(file_is_same(in(folder, "none"), in(folder, "none")));
    assert_false(file_is_same(in(folder, "file"), in(folder, "sub/file")));
    assert_false(file_is_same(in(folder, "file"), in(folder, "none")));
}

static void test_file_target(void **state)
{
    struct folder *folder = *state;
    put(folder, "file", "x");
    assert_int_equal(symlink("file", in(folder, "link")), 0);
    assert_int_equal(symlink("nowhere", in(folder, "lost")), 0);
    char *real = realpath(in(folder, "file"), NULL);
    assert_string_equal(file_target(folder->arena, in(folder, "link")), real);
    free(real);
    for (const char *const *name = (const char *[]){"file", "none", "lost", NULL}; *name; name++)
        assert_string_equal(file_target(folder->arena, in(folder, *name)), in(folder, *name));
}

static const struct {
    const char *name, *complaint;
} unwritable[] = {
    {"file/below", "file: error: this folder cannot be made: File exists"},
    {"file/below/deep", "this folder cannot be made: Not a directory"},
    {"sub", "cannot be written: Is a directory"},
};

static void test_file_write_refuses(void **state)
{
    struct folder *folder = *state;
    put(folder, "file", "x");
    put(folder, "sub/file", "x");
    for (size_t i = 0; i < COUNT(unwritable); i++) {
        assert_false(file_write(in(folder, unwritable[i].name), "y", 1, &folder->faults));
        assert_int_equal(folder->faults.errors, 1);
        const char *text = complaint(folder);
        if (!strstr(text, unwritable[i].complaint))
            fail_msg("%s: %s", unwritable[i].name, text);
    }
    assert_int_equal(folder_names(folder->arena, folder->path).count, 2);
}

static void test_folder_make(void **state)
{
    struct folder *folder = *state;
    put(folder, "file", "x");
    assert_true(folder_make(in(folder, "a/b/c"), &folder->faults));
    assert_true(folder_make(in(folder, "a/b/c"), &folder->faults));
    assert_true(folder_make(in(folder, "a//d/"), &folder->faults));
    assert_true(folder_exists(in(folder, "a/b/c")) && folder_exists(in(folder, "a/d")));
    assert_false(folder_make(in(folder, "file"), &folder->faults));
    assert_false(folder_make("", &folder->faults));
    assert_int_equal(folder->faults.errors, 2);
}

static void test_folder_names(void **state)
{
    struct folder *folder = *state;
    static const char *const files[] = {"b", "a-2", "a", "B", "Ä", ".hidden", "sub/deep"};
    static const char *const names[] = {"B", "a", "a-2", "b", "sub", "Ä"};
    for (size_t i = 0; i < COUNT(files); i++)
        put(folder, files[i], "");
    struct names found = folder_names(folder->arena, folder->path);
    assert_int_equal(found.count, COUNT(names));
    for (size_t i = 0; i < COUNT(names); i++)
        assert_string_equal(found.items[i], names[i]);
    assert_int_equal(folder_names(folder->arena, in(folder, "nowhere")).count, 0);
    assert_int_equal(folder_names(folder->arena, in(folder, "a")).count, 0);
}

static void test_folder_replace(void **state)
{
    struct folder *folder = *state;
    put(folder, "new/page", "1");
    assert_true(folder_replace(in(folder, "new"), in(folder, "site"), &folder->faults));
    put(folder, "new/page", "2");
    put(folder, "site/gone", "x");
    put(folder, "site/sub/gone", "x");
    assert_true(folder_replace(in(folder, "new"), in(folder, "site"), &folder->faults));
    assert_string_equal(got(folder, "site/page"), "2");
    assert_int_equal(folder_names(folder->arena, in(folder, "site")).count, 1);
    assert_int_equal(folder_names(folder->arena, folder->path).count, 1);
}

static void test_folder_replace_fails(void **state)
{
    struct folder *folder = *state;
    put(folder, "site/page", "old");
    assert_false(folder_replace(in(folder, "new"), in(folder, "site"), &folder->faults));
    assert_int_equal(folder->faults.errors, 1);
    assert_string_equal(got(folder, "site/page"), "old");
    put(folder, "new/page", "new");
    assert_false(folder_replace(in(folder, "new"), in(folder, "nowhere/site"), &folder->faults));
    assert_string_equal(got(folder, "site/page"), "old");
    assert_int_equal(folder_names(folder->arena, folder->path).count, 1);
}

static void test_folder_copy(void **state)
{
    struct folder *folder = *state;
    put(folder, "from/page", "1");
    put(folder, "from/sub/page", "2");
    put(folder, "from/.git/config", "x");
    put(folder, "elsewhere", "3");
    assert_int_equal(symlink("../elsewhere", in(folder, "from/link")), 0);
    assert_int_equal(symlink("../nowhere", in(folder, "from/dangling")), 0);
    assert_int_equal(mkfifo(in(folder, "from/pipe"), 0600), 0);
    alarm(5);
    assert_true(folder_copy(in(folder, "from"), in(folder, "state/to"), &folder->faults));
    assert_string_equal(got(folder, "state/to/page"), "1");
    assert_string_equal(got(folder, "state/to/sub/page"), "2");
    assert_string_equal(got(folder, "state/to/link"), "3");
    assert_int_equal(folder_names(folder->arena, in(folder, "state/to")).count, 3);
    assert_false(folder_exists(in(folder, "state/to/.git")));
}

// Nothing half-made is left: neither where there is something already, nor of what goes round in
// circles.
static void test_folder_copy_fails(void **state)
{
    struct folder *folder = *state;
    put(folder, "from/page", "1");
    put(folder, "file", "x");
    assert_false(folder_copy(in(folder, "from"), in(folder, "file/to"), &folder->faults));
    assert_true(folder->faults.errors > 0);
    faults_free(&folder->faults);
    folder->faults = (struct faults){0};
    assert_int_equal(symlink(".", in(folder, "from/again")), 0);
    assert_false(folder_copy(in(folder, "from"), in(folder, "to"), &folder->faults));
    assert_int_equal(folder->faults.errors, 1);
    assert_false(folder_exists(in(folder, "to")));
}

static void test_folder_remove_follows_no_link(void **state)
{
    struct folder *folder = *state;
    put(folder, "kept/file", "x");
    put(folder, "gone/sub/file", "x");
    assert_int_equal(symlink("../kept", in(folder, "gone/link")), 0);
    folder_remove(in(folder, "gone"));
    folder_remove(in(folder, "nowhere"));
    assert_false(folder_exists(in(folder, "gone")));
    assert_string_equal(got(folder, "kept/file"), "x");
}

// ---- Options -------------------------------------------------------------------------------

struct taken {
    bool flag;
    const char *text;
    int number;
    struct option_size size;
    struct option_texts texts, rest;
};

// Reads words[1…]; what is said on `stream` (1 or 2) goes to `said`, of 2000 bytes.
static enum option_result read_options(struct taken *taken, const char *const *words,
                                       struct option_texts *rest, int stream, char *said)
{
    *taken = (struct taken){.text = "default"};
    const struct option table[] = {
        {"--flag", NULL, OPTION_FLAG, &taken->flag, "set it"},
        {"--text", "WORD", OPTION_TEXT, &taken->text, "say it"},
        {"-n", "N", OPTION_NUMBER, &taken->number, "count it"},
        {"--size", "WxH", OPTION_SIZE, &taken->size, "measure it"},
        {"--lang", "TAG", OPTION_TEXTS, &taken->texts, "name them"},
    };
    static char *argv[OPTION_TEXTS_MOST + 8];
    memset(argv, 0, sizeof argv);
    int argc = 0;
    for (; words[argc]; argc++)
        argv[argc] = (char *)words[argc];
    int kept = dup(stream);
    FILE *file = tmpfile();
    fflush(NULL);
    dup2(fileno(file), stream);
    enum option_result result =
        options_read(table, COUNT(table), "test [OPTION]…", argc, argv, rest);
    fflush(NULL);
    dup2(kept, stream);
    close(kept);
    rewind(file);
    said[fread(said, 1, 1999, file)] = '\0';
    fclose(file);
    return result;
}

static void test_options(void **state)
{
    (void)state;
    struct taken taken;
    char said[2000];
    const char *words[] = {"test",       "one", "--flag",  "--text", "a",
                           "--text=b=c", "-n",  "1000000", "-",      "--size=1080x1920",
                           "--lang",     "de",  "--lang",  "--flag", "two",
                           NULL};
    assert_int_equal(read_options(&taken, words, &taken.rest, STDERR_FILENO, said), OPTIONS_OK);
    assert_string_equal(said, "");
    assert_true(taken.flag);
    assert_string_equal(taken.text, "b=c");
    assert_int_equal(taken.number, 1000000);
    assert_int_equal(taken.size.width, 1080);
    assert_int_equal(taken.size.height, 1920);
    assert_int_equal(taken.texts.count, 2);
    assert_string_equal(taken.texts.items[1], "--flag");
    assert_int_equal(taken.rest.count, 3);
    assert_string_equal(taken.rest.items[1], "-");
}

static void test_no_options(void **state)
{
    (void)state;
    struct taken taken;
    char said[2000];
    const char *words[] = {"test", "--text", "", NULL};
    assert_int_equal(read_options(&taken, words, &taken.rest, STDERR_FILENO, said), OPTIONS_OK);
    assert_string_equal(taken.text, "");
    assert_true(!taken.flag && taken.number == 0 && taken.size.width == 0 && !taken.rest.count);
}

static const struct {
    const char *first, *second, *said;
} wrong_options[] = {
    {"word", NULL, "`word` is not expected here"},
    {"--nothing", NULL, "`--nothing` is no option of this command"},
    {"--fla", NULL, "`--fla` is no option"},
    {"--flags", NULL, "`--flags` is no option"},
    {"--", NULL, "`--` is no option"},
    {"-n5", NULL, "`-n5` is no option"},
    {"--flag=yes", NULL, "`--flag` takes no value"},
    {"--text", NULL, "`--text` needs a value"},
    {"-n", "0", "`-n` takes a number from 1 to 1000000"},
    {"-n", "-1", "`-n` takes a number"},
    {"-n", "1000001", "`-n` takes a number"},
    {"-n", "99999999999999999999", "`-n` takes a number"},
    {"-n", "12a", "`-n` takes a number"},
    {"-n", "1.5", "`-n` takes a number"},
    {"-n", "", "`-n` takes a number"},
    {"--size", "1080", "`--size` takes a size like 1080x1920"},
    {"--size", "1080x", "`--size` takes a size"},
    {"--size", "x1920", "`--size` takes a size"},
    {"--size", "1080x1920x", "`--size` takes a size"},
    {"--size", "319x1920", "`--size` takes a size"},
    {"--size", "1080x-1920", "`--size` takes a size"},
    {"--size", "16385x1920", "`--size` takes a size"},
    {"--size", "100000x1920", "`--size` takes a size"},
    {"--size", "1080X1920", "`--size` takes a size"},
};

static void test_wrong_options(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(wrong_options); i++) {
        struct taken taken;
        char said[2000];
        const char *words[] = {"test", wrong_options[i].first, wrong_options[i].second, NULL};
        if (read_options(&taken, words, NULL, STDERR_FILENO, said) != OPTIONS_WRONG ||
            !strstr(said, wrong_options[i].said) ||
            !strstr(said, "\nusage: wegweiser test [OPTION]…\n"))
            fail_msg("%s %s: %s", wrong_options[i].first,
                     wrong_options[i].second ? wrong_options[i].second : "", said);
    }
}

static void test_options_in_a_file(void **state)
{
    struct folder *folder = *state;
    struct taken taken = {.number = 7, .text = "kept"};
    const char *choice = "light";
    const struct option table[] = {
        {"--flag", NULL, OPTION_FLAG, &taken.flag, ""},
        {"--text", "WORD", OPTION_TEXT, &taken.text, ""},
        {"-n", "N", OPTION_NUMBER, &taken.number, ""},
        {"panel", "WxH", OPTION_MM, &taken.size, ""},
        {"--theme", "light|contrast", OPTION_CHOICE, &choice, ""},
        {"--lang", "TAG", OPTION_TEXTS, &taken.texts, ""},
    };
    put(folder, "good",
        "# a panel\r\n\n  panel\t336x598 \r\nflag\ntext two  words#no comment # but this\n"
        "lang de\ntheme contrast\nlang uk");
    options_read_file(table, COUNT(table), in(folder, "good"), folder->arena, &folder->faults);
    assert_string_equal(complaint(folder), "");
    assert_true(taken.flag);
    assert_string_equal(taken.text, "two  words#no comment");
    assert_int_equal(taken.size.width, 336);
    assert_string_equal(choice, "contrast");
    assert_int_equal(taken.texts.count, 2);

    folder->faults = (struct faults){0};
    put(folder, "bad",
        "panel 49x598\n\n theme dark\nflag yes\ntext\nn -1\ntheme ligh\n--flag\nx y");
    options_read_file(table, COUNT(table), in(folder, "bad"), folder->arena, &folder->faults);
    const char *said = complaint(folder);
    static const char *const wanted[] = {
        "bad:1:7: error: `49x598` cannot be read; `panel` takes a size in mm like 398x708\n",
        "bad:3:8: error: `dark` cannot be read; `theme` takes light|contrast\n",
        "bad:4:6: error: `flag` takes no value; remove it\n",
        "bad:5:1: error: `text` needs a value; write it behind the name\n",
        "bad:6:3: error: `-1` cannot be read; `n` takes a number from 1 to 1000000\n",
        "bad:7:7: error: `ligh` cannot be read; `theme` takes light|contrast\n",
        "bad:8:1: error: `--flag` is no option; `--help` lists them\n",
        "bad:9:1: error: `x` is no option; `--help` lists them\n",
    };
    for (size_t i = 0; i < COUNT(wanted); i++)
        if (!strstr(said, wanted[i]))
            fail_msg("no \"%s\" in:\n%s", wanted[i], said);
    assert_string_equal(choice, "contrast");
    assert_string_equal(taken.text, "two  words#no comment");
    assert_int_equal(taken.number, 7);
    assert_int_equal(taken.size.width, 336);
}

static void test_texts_have_an_end(void **state)
{
    (void)state;
    static struct taken taken;
    char said[2000];
    static const char *words[OPTION_TEXTS_MOST + 3] = {"test"};
    for (size_t i = 1; i <= OPTION_TEXTS_MOST; i++)
        words[i] = "--lang=de";
    assert_int_equal(read_options(&taken, words, &taken.rest, STDERR_FILENO, said), OPTIONS_OK);
    assert_int_equal(taken.texts.count, OPTION_TEXTS_MOST);
    words[OPTION_TEXTS_MOST + 1] = "--lang=de";
    assert_int_equal(read_options(&taken, words, &taken.rest, STDERR_FILENO, said), OPTIONS_WRONG);
    assert_non_null(strstr(said, "`--lang` takes at most 4096 times"));
}

static void test_help(void **state)
{
    (void)state;
    struct taken taken;
    char said[2000];
    const char *words[] = {"test", "--help", "--nonsense", NULL};
    assert_int_equal(read_options(&taken, words, &taken.rest, STDOUT_FILENO, said), OPTIONS_HELP);
    assert_string_equal(said, "usage: wegweiser test [OPTION]…\n"
                              "\n"
                              "  --flag                     set it\n"
                              "  --text WORD                say it\n"
                              "  -n N                       count it\n"
                              "  --size WxH                 measure it\n"
                              "  --lang TAG                 name them\n"
                              "  --help                     this help\n");
}

// ---- UTF-8 ---------------------------------------------------------------------------------

static const struct {
    uint32_t code_point;
    const char *bytes;
} code_points[] = {
    {0x01, "\x01"},
    {0x7F, "\x7F"},
    {0x80, "\xC2\x80"},
    {0x7FF, "\xDF\xBF"},
    {0x800, "\xE0\xA0\x80"},
    {0xD7FF, "\xED\x9F\xBF"},
    {0xE000, "\xEE\x80\x80"},
    {0xFEFF, "\xEF\xBB\xBF"},
    {0xFFFF, "\xEF\xBF\xBF"},
    {0x10000, "\xF0\x90\x80\x80"},
    {0x1F600, "\xF0\x9F\x98\x80"},
    {0x10FFFF, "\xF4\x8F\xBF\xBF"},
};

static void test_code_points(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(code_points); i++) {
        const char *bytes = code_points[i].bytes, *at = bytes;
        char out[5] = {0};
        assert_int_equal(utf8_put(out, code_points[i].code_point), strlen(bytes));
        assert_string_equal(out, bytes);
        assert_int_equal(utf8_next(&at), code_points[i].code_point);
        assert_ptr_equal(at, bytes + strlen(bytes));
        assert_int_equal(utf8_next(&at), 0);
        assert_ptr_equal(at, bytes + strlen(bytes));
        assert_int_equal(utf8_count(bytes), 1);
        assert_int_equal(utf8_check(bytes, strlen(bytes)), strlen(bytes));
    }
    assert_int_equal(utf8_count(""), 0);
    assert_int_equal(utf8_count("Großefehn – عربي"), 16);
}

// Unicode 15, table 3-7; `valid` is the offset of the first byte that is wrong.
static const struct {
    const char *bytes;
    size_t length, valid;
} checks[] = {
    {"", 0, 0},
    {"\0", 1, 1},
    {"a\0b", 3, 3},
    {"\x80", 1, 0},  // a continuation alone
    {"a\xBF", 2, 1},
    {"\xC0\x80", 2, 0},  // overlong
    {"\xC1\xBF", 2, 0},
    {"\xE0\x9F\xBF", 3, 0},
    {"\xF0\x8F\xBF\xBF", 4, 0},
    {"\xED\xA0\x80", 3, 0},  // surrogates
    {"\xED\xBF\xBF", 3, 0},
    {"\xF4\x90\x80\x80", 4, 0},  // above U+10FFFF
    {"\xF5\x80\x80\x80", 4, 0},
    {"\xFF", 1, 0},
    {"\xC3", 1, 0},  // ends too early
    {"\xE2\x82", 2, 0},
    {"\xF0\x9F\x98", 3, 0},
    {"ab\xE2\x82", 4, 2},
    {"\xC3z", 2, 0},  // goes on wrongly
    {"\xE2\x82z", 3, 0},
    {"\xE2z\x82", 3, 0},
    {"\xF0\x9F\x98z", 4, 0},
    {"\xC3\xA4\xC3\xA4\xE4", 5, 4},  // ISO 8859-1 behind good text
    {"\xE2\x82\xAC", 2, 0},          // the length counts, not what stands behind it
};

// As utf8_check() says, byte by byte; what would steer a terminal is replaced, too.
static void test_utf8_safe(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length;
        uint32_t wanted[4];
    } rows[] = {
        {"a\t\n", 3, {'a', '\t', 0xFFFD}},
        {"\0\x7F", 2, {0xFFFD, 0xFFFD}},
        {"\u00E9\u200C\u200F", 8, {0xE9, 0x200C, 0x200F}},
        {"\xC2\x85\u2028\u202E\u2066", 11, {0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD}},
        {"\xC3", 1, {0xFFFD}},
        {"\x80\xE2\x82", 3, {0xFFFD, 0xFFFD, 0xFFFD}},
        {"\xF0\x9F\x98\x80", 4, {0x1F600}},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        char *exact = malloc(rows[i].length);  // for the sanitizer
        assert_non_null(exact);
        memcpy(exact, rows[i].bytes, rows[i].length);
        const char *at = exact, *end = exact + rows[i].length;
        for (size_t j = 0; at < end; j++) {
            uint32_t c = utf8_safe(&at, end);
            if (c != rows[i].wanted[j])
                fail_msg("row %zu: %zu is U+%04X", i, j, (unsigned)c);
        }
        free(exact);
    }
}

static void test_utf8_check(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(checks); i++) {
        char *exact = malloc(checks[i].length ? checks[i].length : 1);  // for the sanitizer
        assert_non_null(exact);
        memcpy(exact, checks[i].bytes, checks[i].length);
        size_t valid = utf8_check(exact, checks[i].length);
        free(exact);
        if (valid != checks[i].valid)
            fail_msg("row %zu: wanted %zu, got %zu", i, checks[i].valid, valid);
    }
}

#define FILE_TEST(test) cmocka_unit_test_setup_teardown(test, make_folder, drop_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arena_is_zeroed_and_aligned),
        cmocka_unit_test(test_arena_keeps_what_it_gave),
        cmocka_unit_test(test_arena_text),
        cmocka_unit_test(test_list),
        cmocka_unit_test(test_buf),
        cmocka_unit_test(test_buf_keep),
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_faults_are_sorted_by_place),
        cmocka_unit_test(test_a_fault_is_kept_once),
        cmocka_unit_test(test_many_faults_are_known),
        cmocka_unit_test(test_fault_cure),
        cmocka_unit_test(test_faults_are_translated),
        cmocka_unit_test(test_faults_steer_no_terminal),
        cmocka_unit_test(test_faults_copy_what_they_are_told),
        cmocka_unit_test(test_no_fault),
        FILE_TEST(test_file_read),
        FILE_TEST(test_file_read_refuses),
        FILE_TEST(test_exists),
        FILE_TEST(test_file_write),
        FILE_TEST(test_file_write_in_this_folder),
        FILE_TEST(test_file_write_in_a_read_only_folder),
        FILE_TEST(test_file_write_whole_or_not_at_all),
        FILE_TEST(test_files_write_all_or_none),
        FILE_TEST(test_file_is_same),
        FILE_TEST(test_file_target),
        FILE_TEST(test_file_write_refuses),
        FILE_TEST(test_folder_make),
        FILE_TEST(test_folder_names),
        FILE_TEST(test_folder_replace),
        FILE_TEST(test_folder_replace_fails),
        FILE_TEST(test_folder_copy),
        FILE_TEST(test_folder_copy_fails),
        FILE_TEST(test_folder_remove_follows_no_link),
        cmocka_unit_test(test_options),
        cmocka_unit_test(test_no_options),
        cmocka_unit_test(test_wrong_options),
        FILE_TEST(test_options_in_a_file),
        cmocka_unit_test(test_texts_have_an_end),
        cmocka_unit_test(test_help),
        cmocka_unit_test(test_code_points),
        cmocka_unit_test(test_utf8_safe),
        cmocka_unit_test(test_utf8_check),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
