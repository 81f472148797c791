// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a content file: the XML reader, then the vocabulary of every kind of file.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sys/mman.h>
#include <unistd.h>

#include "base/utf8.h"
#include "guide/vocabulary.h"
#include "require.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check_tree(const struct node *node, const uint8_t *bytes, size_t size)
{
    for (; node; node = node->next) {
        require(!node->name != !node->text, "a node is an element or a text");
        require(node->place.line > 0 && node->place.column > 0, "a node stands somewhere");
        if (!node->name)
            continue;
        require(node->tag_start + node->tag_length <= size && bytes[node->tag_start] == '<' &&
                    bytes[node->tag_start + node->tag_length - 1] == '>',
                "a start tag is where it says");
        check_tree(node->first, bytes, size);
    }
}

static void check_faults(const struct faults *faults)
{
    for (size_t i = 0; i < faults->list.count; i++) {
        const char *message = faults->list.items[i].message;
        require(utf8_check(message, strlen(message)) == strlen(message), "messages are UTF-8");
    }
}

static void check_vocabulary(struct arena *arena, const struct node *root)
{
    for (int kind = 0; kind < FILE_KINDS; kind++) {
        if (strcmp(rules[kind]->name, root->name) != 0)
            continue;
        for (int edition = EDITION_ANY; edition <= EDITION_TRANSLATION; edition++) {
            struct faults faults = {0};
            struct claims claims = {0};
            bool clean = vocabulary_check(arena, root, (enum file_kind)kind, (enum edition)edition,
                                          (struct date){2026, 11, 20}, &claims, &faults);
            require(!clean == (faults.list.count > 0), "clean means no fault");
            check_faults(&faults);
            faults_free(&faults);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    char path[64];
    int fd = memfd_create("content", MFD_CLOEXEC);
    require(fd >= 0 && write(fd, bytes, size) == (ssize_t)size, "the file is written");
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    struct arena *arena = arena_new();
    struct faults faults = {0};
    const struct node *root = xml_read(arena, path, &faults);
    require(!root == (faults.errors > 0), "a file is refused with a reason");
    check_faults(&faults);
    if (root) {
        check_tree(root, bytes, size);
        check_vocabulary(arena, root);
    }
    faults_free(&faults);
    arena_free(arena);
    close(fd);
    return 0;
}
