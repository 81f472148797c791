// SPDX-License-Identifier: EUPL-1.2
// Faults: what is wrong with the input or the surroundings, where, and what to do about it.
//
// A fault is reported once, where most is known; the caller only passes the failure on.
#pragma once

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"

struct place {
    const char *file;  // as the user would name it; NULL: the program as a whole
    int line;          // from 1; 0: the file as a whole
    int column;        // from 1, in code points; 0: the line as a whole
};

enum severity {
    SEVERITY_ERROR,
    SEVERITY_WARNING,
    SEVERITY_HINT,  // what could be said better; nothing is wrong
};

struct fault {
    enum severity severity;
    struct place place;
    const char *message;  // "what is wrong; what to do"
};

// `struct faults faults = {0};` is empty; faults_free() ends it.
struct faults {
    struct arena *arena;
    LIST(struct fault) list;
    size_t errors, warnings, hints;
    size_t *slots, slot_count;  // a hash table of the list: an index plus one; 0: empty
};

// The message says what is wrong, then, after a semicolon, what to do: no capital, no full
// stop, the culprit in backticks. Both text and the place's file name are copied. The same
// message at the same place is kept once.
void fault_add(struct faults *faults, struct place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void warning_add(struct faults *faults, struct place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void hint_add(struct faults *faults, struct place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

// A fault of the operating system at a file: "what: what errno says; what to do".
void fault_errno(struct faults *faults, const char *file, const char *what, const char *cure);

// All of them, sorted by file, line and column, as `file:line:column: error: message`.
void faults_write(struct faults *faults, FILE *stream);
// The errors alone.
void faults_write_errors(struct faults *faults, FILE *stream);

void faults_free(struct faults *faults);
