// SPDX-License-Identifier: EUPL-1.2
// Digests of German blocks, by which a translation knows that its original has changed.
//
// A digest covers the words of one block with their markup, white space folded, soft hyphens left
// out, without those of its children. It is FNV-1a (32 bits) folded to 16, written as four
// hexadecimal digits: a change goes unnoticed once in 65 536.
#pragma once

#include "base/buf.h"
#include "base/fault.h"
#include "guide/guide.h"

uint16_t digest_bytes(const char *bytes, size_t length);

// "9f2c 61d0 …": every block of the document that has words, in document order.
void digests_print(const struct words *original, struct buf *out);

// Records in a translation's file that it matches today's German original: rewrites the
// attribute `translates` of its root element and nothing else. With errors among those `found` by
// guide_load_faulty() in the file or its original these are repeated and nothing is written.
bool translation_stamp(const struct guide *guide, const char *path, const struct faults *found,
                       struct faults *faults);
