// SPDX-License-Identifier: EUPL-1.2
// An office as a vCard (RFC 2426, version 3.0: what telephones read from a code): its German name,
// first address, phones, e-mail and web address.
#pragma once

#include "guide/guide.h"

// UTF-8 with CRLF; not folded, for a code has no lines. Lives in the arena.
char *vcard_text(struct arena *arena, const struct office *office);
