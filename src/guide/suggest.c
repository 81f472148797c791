// SPDX-License-Identifier: EUPL-1.2
#include "guide/suggest.h"

#include <string.h>

#include "base/fault.h"

enum { WORD_LIMIT = 64 };  // bytes; names are ASCII

static size_t least(size_t a, size_t b, size_t c)
{
    size_t ab = a < b ? a : b;
    return ab < c ? ab : c;
}

// Optimal string alignment with three rows.
static size_t distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t rows[3][WORD_LIMIT + 1];
    for (size_t j = 0; j <= b_length; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *over = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            row[j] = least(row[j - 1] + 1, above[j] + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = least(row[j], row[j], over[j - 2] + 1);
        }
    }
    return rows[a_length % 3][b_length];
}

void suggestion_offer(struct suggestion *suggestion, const char *known)
{
    size_t length = strlen(suggestion->word), known_length = strlen(known);
    if (length > WORD_LIMIT || known_length > WORD_LIMIT)
        return;
    size_t far = distance(suggestion->word, length, known, known_length);
    // Every third letter wrong is still the same word, but `i` was not meant to be `b`.
    size_t allowed = length < 3 ? 0 : length < 6 ? 1 : length / 3;
    if (far > allowed || (suggestion->best && far >= suggestion->distance))
        return;
    suggestion->best = known;
    suggestion->distance = far;
}

const char *suggestion_hint(struct arena *arena, const struct suggestion *suggestion,
                            const char *otherwise)
{
    return suggestion->best ? arena_print(arena, fault_tr("did you mean `%s`?"), suggestion->best)
                            : otherwise;
}
