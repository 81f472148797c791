// SPDX-License-Identifier: EUPL-1.2
#include "print/design.h"

#include <stddef.h>
#include <string.h>

// A3 is read from farther away, but by one who stands before it as well: rows of the foot grow by
// 1.25 only, and the languages have the room. A5 has no steps; its smallest type is larger.
// clang-format off
static const struct design designs[] = {
    // name   paper      faces width code names  rows  beside steps  foot   office_only
    {"A3",   {297, 420},   1, 210,  76,  4.6,  3.75, false, true,  true,  false},
    {"A4",   {210, 297},   1, 210,  76,  4.0,  4.25, false, true,  true,  false},
    {"A5",   {148, 210},   1, 210,  76,  5.0,  4.6,  false, false, true,  false},
    {"door", {210, 148},   1, 297,  84,  5.0,  4.6,  true,  false, false, true },
    {"tent", {210, 297},   2, 297,  84,  5.0,  4.6,  true,  false, false, false},
};
// clang-format on

const struct design *design_find(const char *name)
{
    for (size_t i = 0; i < sizeof designs / sizeof designs[0]; i++)
        if (strcmp(designs[i].name, name) == 0)
            return &designs[i];
    return NULL;
}

double design_unit(const struct design *design)
{
    return design->paper[0] / design->width;
}

double design_height(const struct design *design)
{
    return design->paper[1] / design->faces / design_unit(design);
}
