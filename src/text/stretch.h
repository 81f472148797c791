// SPDX-License-Identifier: EUPL-1.2
// A stretch of a paragraph as it stands on a line: its runs, its visible part, its width.
#pragma once

#include "text/analysis.h"

// Where the visible part of a line ends: spaces hang, and so do controls between them.
size_t visible_end(const struct paragraph *paragraph, size_t from, size_t to);

// Of the visible part of a line, tags padded.
int width_between(struct paragraph *paragraph, size_t start, size_t end);

// The run of [from, to), which lies in one item, on a line whose visible part is [start, stop).
// Its text is good until the next one is made.
struct run run_make(struct paragraph *paragraph, size_t from, size_t to, size_t line_stop);

// Marks the ends of a tag, which is padded where it begins and ends within this line, and returns
// the padding, px.
int run_pad(const struct paragraph *paragraph, struct run *run, size_t from, size_t to,
            size_t line_start, size_t line_stop);
