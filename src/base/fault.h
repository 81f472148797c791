// SPDX-License-Identifier: EUPL-1.2
// Faults: what is wrong with the input or the surroundings, where, and what to do about it.
//
// A fault is reported once, where most is known; the caller only passes the failure on.
#pragma once

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
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

const char *severity_name(enum severity severity);  // "error"

// The everyday work of a town's editors, which a report shows in another way than one by one.
enum work {
    WORK_NONE,         // a fault in its own right
    WORK_REVIEW,       // a fact past its review date
    WORK_SAMPLE,       // facts that are invented
    WORK_TRANSLATION,  // missing, outdated or draft
    WORK_TWICE,        // a fact that stands in two offices
};

struct fault {
    enum severity severity;
    struct place place;
    const char *message;  // "what is wrong; what to do"
    enum work work;
};

// Its second half: what to do. NULL: it does not say.
const char *fault_cure(const struct fault *fault);

// `struct faults faults = {0};` is empty; faults_free() ends it.
struct faults {
    struct arena *arena;
    LIST(struct fault) list;
    size_t errors, warnings, hints;
    uint64_t *known;    // hashes of places and messages; 0: free
    size_t known_room;  // a power of two
};

// Messages are English. From now on each format is looked up by `translate`, which returns what
// it was given when it knows nothing better.
void faults_translate(const char *(*translate)(const char *msgid));

// A text beside or inside a message, so translated.
const char *fault_tr(const char *msgid) __attribute__((format_arg(1)));

// Marks a text of a table that reaches fault_tr() or fault_add() elsewhere.
#define E_(msgid) msgid

// The message says what is wrong, then, after a semicolon, what to do: no capital, no full
// stop, the culprit in backticks. Both text and the place's file name are copied. The same
// message at the same place is kept once.
void fault_add(struct faults *faults, struct place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void warning_add(struct faults *faults, struct place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void hint_add(struct faults *faults, struct place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void fault_vadd(struct faults *faults, struct place place, const char *format, va_list args);

// A warning of work to be done.
void work_add(struct faults *faults, enum work work, struct place place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

// A copy of one that was found before, by another reading or for another reader.
void fault_repeat(struct faults *faults, const struct fault *fault);

// A fault of the operating system at a file: "what: what errno says; what to do".
void fault_errno(struct faults *faults, const char *file, const char *what, const char *cure);

// One of the command line, on stderr at once.
void fault_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

// By file, line, column and message.
void faults_sort(struct faults *faults);

// What is written before the parts of a fault, and behind each: at a terminal, colours.
struct look {
    const char *place, *severity[3], *caret, *end;
};
extern const struct look look_plain;

// As `file:line:column: error: message`, without control characters.
void fault_write(const struct fault *fault, const struct look *look, FILE *stream);

// All of them, sorted.
void faults_write(struct faults *faults, FILE *stream);
// The errors alone.
void faults_write_errors(struct faults *faults, FILE *stream);

void faults_free(struct faults *faults);
