// SPDX-License-Identifier: EUPL-1.2
// FNV-1a, 64 bits (RFC 9923): for tables that are asked by what something looks like. So long that
// two different things are taken for the same once in many lifetimes.
#pragma once

#include <stddef.h>
#include <stdint.h>

#define FNV_START UINT64_C(14695981039346656037)

// Goes on from `hash`.
uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t length);
