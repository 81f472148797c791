// SPDX-License-Identifier: EUPL-1.2
#include "print/plan.h"

#include <math.h>

#include "print/head.h"
#include "print/invitation.h"

// The parts have their heights; what is left goes into the gaps between them, in proportion to
// these, which are those of A4 with thirty languages and four rows in the foot.
static const double ABOVE_TITLE = 9.7, ABOVE_CODE = 11.6, ABOVE_ADDRESS = 10.4, ABOVE_NAMES = 3.8,
                    ABOVE_STEPS = 8.5, BELOW_STEPS = 6.7;
static const double ADDRESS_HEIGHT = 5 * BOARD_CAPITAL, STRETCH_LEAST = 0.75;

static double stretch_of_gaps(const struct signpost *post, double foot)
{
    int lines = names_lines(&post->others);
    bool stepped = post->board->design->steps;
    double parts = INVITATION_HEIGHT + signpost_height(post) + ADDRESS_HEIGHT +
                   lines * names_pitch(&post->others) + (stepped ? STEPS_HEIGHT : 0);
    double gaps = ABOVE_TITLE + ABOVE_CODE + ABOVE_ADDRESS + (lines ? ABOVE_NAMES : 0) +
                  BELOW_STEPS + (stepped ? ABOVE_STEPS : 0);
    return (foot - HEAD_END - parts) / gaps;
}

// Many rows in the foot move closer together before the gaps get too small. The quiet zone of
// the code is never given away.
static struct plan plan_rows(const struct signpost *post, const struct foot *foot, double least)
{
    double rows = post->board->design->rows, stretch;
    struct plan plan = {.pitch = FOOT_PITCH * rows};
    plan.foot = foot_top(foot, plan.pitch);
    while ((stretch = stretch_of_gaps(post, plan.foot)) < STRETCH_LEAST &&
           plan.pitch > least * rows)
        plan.foot = foot_top(foot, plan.pitch -= 0.1);
    double quiet = signpost_quiet(post);
    double titles = HEAD_END + ABOVE_TITLE * stretch + INVITATION_HEIGHT;
    plan.title = HEAD_END + ABOVE_TITLE * stretch + INVITATION_SIZE * BOARD_CAPITAL;
    plan.signpost = titles + fmax(ABOVE_CODE * stretch, quiet + INVITATION_BELOW);
    plan.address = plan.signpost + signpost_height(post) + fmax(ABOVE_ADDRESS * stretch, quiet) +
                   ADDRESS_HEIGHT;
    plan.names = plan.address + ABOVE_NAMES * stretch + names_pitch(&post->others);
    plan.steps = plan.foot - BELOW_STEPS * stretch - STEPS_HEIGHT;
    return plan;
}

// The title touches the head, or the last language what is below it.
static bool is_crowded(const struct signpost *post, const struct plan *plan)
{
    static const double least = 4;  // below a baseline
    int lines = names_lines(&post->others);
    double last = lines ? plan->names + (lines - 1) * names_pitch(&post->others) : plan->address;
    double below = post->board->design->steps ? plan->steps : plan->foot;
    double title = plan->title - INVITATION_SIZE * BOARD_CAPITAL;
    return title < HEAD_END + least || last + least > below;
}

static void warn_of_phones(const struct board *board, size_t left_out, size_t all)
{
    if (left_out > 0)
        warning_add(board->faults, board->place,
                    "%zu of %zu phone numbers have no room on a poster of size %s; take another "
                    "size, or leave them to the page behind the code",
                    left_out, all, board->design->name);
}

static struct plan plan_below(const struct signpost *post, struct foot *foot)
{
    struct plan plan = plan_rows(post, foot, FOOT_PITCH_LEAST);
    size_t phones = foot->phones;
    while (is_crowded(post, &plan) && foot_shorten(foot))
        plan = plan_rows(post, foot, FOOT_PITCH_LEAST);
    if (is_crowded(post, &plan))
        plan = plan_rows(post, foot, FOOT_PITCH_CROWDED);
    warn_of_phones(post->board, phones - foot->phones, phones);
    if (is_crowded(post, &plan) && board_refuse(post->board))
        fault_add(post->board->faults, post->board->place,
                  "the opening hours have too many rows for a poster of size %s; "
                  "take the size `door` or `tent`",
                  post->board->design->name);
    return plan;
}

// The words begin where the arms do.
static struct plan plan_beside(const struct signpost *post)
{
    double quiet = signpost_quiet(post);
    double parts = signpost_height(post) + quiet + ADDRESS_HEIGHT;
    double room = board_end(post->board) - HEAD_END - parts;
    double top = HEAD_END + fmax(room / 2, quiet);
    return (struct plan){.title = top, .signpost = top, .address = top + parts};
}

struct plan plan_build(const struct signpost *post, struct foot *foot)
{
    return post->board->design->beside ? plan_beside(post) : plan_below(post, foot);
}
