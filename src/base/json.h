// SPDX-License-Identifier: EUPL-1.2
// Strings of JSON (RFC 8259).
#pragma once

#include "base/buf.h"

// In quotation marks; NULL: null. Nothing in it means anything to HTML or XML, so that JSON can
// stand in a <script>. The text must be valid UTF-8.
void json_text(struct buf *json, const char *text);

// The same of bytes that may be anything, such as names of files; U+FFFD as in utf8_safe().
void json_bytes(struct buf *json, const char *bytes, size_t length);
