// SPDX-License-Identifier: EUPL-1.2
#include "guide/origin.h"

#include <string.h>

struct origin origin_read(const struct node *node, struct origin outer)
{
    const char *sample = node_attribute(node, "sample");
    const char *verified = node_attribute(node, "verified");
    const char *source = node_attribute(node, "source");
    const char *owner = node_attribute(node, "owner");
    struct origin origin = outer;
    if (sample || verified || source) {
        origin = (struct origin){.sample = sample, .source = source, .owner = outer.owner};
        if (verified)
            date_parse(verified, &origin.verified);
    }
    if (owner)
        origin.owner = owner;
    return origin;
}

bool origin_is_given(const struct origin *origin)
{
    return origin->sample || origin->verified.year > 0 || origin->source;
}

bool origin_is_due(const struct guide *guide, const struct origin *origin, struct date today)
{
    if (origin->sample || origin->verified.year == 0 || guide->review_months == 0)
        return false;
    struct date due = date_plus_months(origin->verified, guide->review_months);
    return date_compare(today, due) > 0;
}

static bool same_file(const struct claim *a, const struct claim *b)
{
    return strcmp(a->place.file, b->place.file) == 0;
}

static bool same_check(const struct claim *a, const struct claim *b)
{
    return same_file(a, b) && !b->origin.sample &&
           date_compare(a->origin.verified, b->origin.verified) == 0;
}

static void warn_samples(const struct claims *claims, size_t first, struct faults *faults)
{
    const struct claim *claim = &claims->items[first];
    size_t count = 1;
    for (size_t i = first + 1; i < claims->count && same_file(claim, &claims->items[i]); i++)
        count += claims->items[i].origin.sample;
    if (count == 1)
        work_add(faults, WORK_SAMPLE, claim->place,
                 "1 sample, the first is `<%s>`; put in the real fact", claim->element);
    else
        work_add(faults, WORK_SAMPLE, claim->place,
                 "%zu samples, the first is `<%s>`; put in the real facts", count, claim->element);
}

// By whether others of the file are due, too, and whether an owner is known.
static const char *const due_messages[2][2] = {
    {E_("past its review date: `<%s>` was last verified on %04d-%02d-%02d; make sure of it and "
        "write the new date"),
     E_("past its review date: `<%s>` was last verified on %04d-%02d-%02d, owner %s; make sure of "
        "it and write the new date")},
    {E_("past its review date: `<%s>` (and others of this file) was last verified on "
        "%04d-%02d-%02d; make sure of it and write the new date"),
     E_("past its review date: `<%s>` (and others of this file) was last verified on "
        "%04d-%02d-%02d, owner %s; make sure of it and write the new date")},
};

static void warn_due(const struct claims *claims, size_t first, struct faults *faults)
{
    const struct claim *claim = &claims->items[first];
    struct date verified = claim->origin.verified;
    size_t count = 1;
    for (size_t i = first + 1; i < claims->count && same_file(claim, &claims->items[i]); i++)
        count += same_check(claim, &claims->items[i]);
    work_add(faults, WORK_REVIEW, claim->place,
             due_messages[count > 1][claim->origin.owner != NULL], claim->element, verified.year,
             verified.month, verified.day, claim->origin.owner);
}

// Whether an earlier claim of the same file stands for this one: claims of a file are neighbours.
static bool is_counted(const struct claims *claims, size_t at)
{
    const struct claim *claim = &claims->items[at];
    for (size_t i = at; i > 0 && same_file(claim, &claims->items[i - 1]); i--) {
        const struct claim *earlier = &claims->items[i - 1];
        if (claim->origin.sample ? earlier->origin.sample : same_check(claim, earlier))
            return true;
    }
    return false;
}

void claims_check(const struct claims *claims, const struct guide *guide, struct date today,
                  struct faults *faults)
{
    for (size_t i = 0; i < claims->count; i++) {
        const struct claim *claim = &claims->items[i];
        if (claim->origin.sample
                ? is_counted(claims, i)
                : !origin_is_due(guide, &claim->origin, today) || is_counted(claims, i))
            continue;
        if (claim->origin.sample)
            warn_samples(claims, i, faults);
        else
            warn_due(claims, i, faults);
    }
}

struct date claims_newest(const struct claims *claims)
{
    struct date newest = {0};
    for (size_t i = 0; i < claims->count; i++) {
        struct date verified = claims->items[i].origin.verified;
        if (verified.year > 0 && (newest.year == 0 || date_compare(verified, newest) > 0))
            newest = verified;
    }
    return newest;
}
