// SPDX-License-Identifier: EUPL-1.2
// Text for other readers than people: JSON, and the lines of vCard and iCalendar.
#pragma once

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"

// Without what only serves the setting of lines: soft hyphens, joiners, isolates; no-break spaces
// become plain ones.
const char *plain_text(struct arena *arena, const char *text);

// "name": text and a comma; nothing if the text is NULL or empty.
void json_member(struct buf *json, const char *name, const char *text);

// Takes the last comma away, if there is one, and puts `end` there.
void json_close(struct buf *json, const char *end);

// A text value of vCard and iCalendar with its name and CRLF: comma, semicolon, backslash and
// line feed escaped (RFC 5545, 3.3.11).
void line_text(struct buf *lines, const char *name, const char *text);

// Lines of at most 75 bytes, broken between characters (RFC 5545, 3.1; RFC 2426, 2.6).
void lines_fold(struct buf *lines);
