// SPDX-License-Identifier: EUPL-1.2
#include "base/hash.h"

uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t length)
{
    for (const unsigned char *at = bytes; length > 0; at++, length--)
        hash = (hash ^ *at) * UINT64_C(1099511628211);
    return hash;
}
