// SPDX-License-Identifier: EUPL-1.2
#include "print/poster.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "guide/address.h"
#include "print/foot.h"
#include "print/head.h"
#include "print/imprint.h"
#include "print/invitation.h"
#include "print/plan.h"
#include "print/signpost.h"

struct poster {
    struct board board;
    struct symbol *symbol;
    struct signpost post;
    struct foot foot;
    uint32_t id;
};

// The words beside the code.
static void draw_column(struct poster *poster, double top)
{
    const struct names *names = &poster->post.others;
    double below = invitation_draw_lines(&poster->board, names->column, top);
    names_draw(names, below + 1.9 * names_pitch(names));
}

static bool draw_face(struct poster *poster, const struct plan *plan)
{
    const struct design *design = poster->board.design;
    bool ok = head_draw(&poster->board);
    if (design->beside)
        draw_column(poster, plan->title);
    else
        invitation_draw(&poster->board, plan->title);
    signpost_draw(&poster->post, plan->signpost);
    signpost_draw_address(&poster->post, plan->address);
    if (!design->beside)
        names_draw(&poster->post.others, plan->names);
    if (design->steps)
        ok &= steps_draw(&poster->board, plan->steps);
    if (design->foot)
        foot_draw(&poster->foot, plan->foot, plan->pitch);
    return ok;
}

// Of two faces the upper one is read from the other side of the table.
static bool draw_faces(struct poster *poster, const struct plan *plan)
{
    const struct design *design = poster->board.design;
    struct sheet *sheet = poster->board.sheet;
    struct box face = {0, 0, design->paper[0], design->paper[1] / design->faces};
    bool ok = true;
    for (int i = 0; i < design->faces; i++, face.y += face.height) {
        sheet_begin(sheet, "Sect");
        sheet_face(sheet, face, design_unit(design), i < design->faces - 1);
        ok &= draw_face(poster, plan);
        sheet_end(sheet);
    }
    return ok;
}

static void draw_imprint(struct poster *poster)
{
    const struct design *design = poster->board.design;
    struct sheet *sheet = poster->board.sheet;
    struct box paper = {0, 0, design->paper[0], design->paper[1]};
    poster->id = imprint_id(sheet, design->name);
    sheet_face(sheet, paper, 1, false);
    imprint_put(sheet, poster->board.guide, poster->id,
                paper.width - BOARD_MARGIN * design_unit(design), paper.height - IMPRINT_END);
}

static bool draw_poster(struct poster *poster, const char *address)
{
    struct board *board = &poster->board;
    poster->post = signpost_build(board, poster->symbol, address);
    poster->foot = foot_build(board);
    struct plan plan = plan_build(&poster->post, &poster->foot);
    bool ok = draw_faces(poster, &plan);
    draw_imprint(poster);
    return ok && !board->refused;
}

static struct sheet *open_sheet(const struct board *board, const struct fonts *fonts)
{
    const struct guide *guide = board->guide;
    const double *paper = board->design->paper;
    const char *name = utf8_unhyphened(board->arena, board_name(board));
    const char *title = words_text(board->arena, words_in(&guide->words, 0), BLOCK_TITLE, NULL);
    struct imprint imprint = {
        .language = board->german,
        .title = board->office ? arena_print(board->arena, "%s \u2013 %s", name, title) : name,
        .author = guide->body,
        .made = guide->newest,
    };
    return sheet_open(fonts, paper[0], paper[1], &imprint);
}

// Draws it; faults name `path`. False: it cannot be. To be closed in either case.
static bool poster_open(struct poster *poster, const struct guide *guide,
                        const struct office *office, const struct design *design,
                        const struct fonts *fonts, const char *path, struct faults *faults)
{
    assert(office || !design->office_only);
    struct board board = {
        .arena = arena_new(),
        .design = design,
        .guide = guide,
        .office = office,
        .site = office ? &office->sites.items[0] : NULL,
        .german = guide->languages.items[0],
        .english = language_find("en"),
        .faults = faults,
        .place = {.file = path},
    };
    *poster = (struct poster){.board = board};
    const char *address = office ? office_address(board.arena, guide, NULL, office->id)
                                 : home_address(board.arena, guide, NULL);
    poster->symbol = symbol_new(address, SYMBOL_PRINT, faults);
    if (!poster->symbol)
        return false;
    poster->board.sheet = open_sheet(&poster->board, fonts);
    return draw_poster(poster, address);
}

static void poster_close(struct poster *poster)
{
    sheet_close(poster->board.sheet);
    symbol_free(poster->symbol);
    arena_free(poster->board.arena);
}

static const char subject_of_guide[] = "guide";

const char *poster_subject(const struct office *office)
{
    return office ? office->id : subject_of_guide;
}

bool poster_find(const struct guide *guide, const char *subject, const struct design *design,
                 const struct office **office)
{
    *office = office_find(guide, subject);
    return *office || (strcmp(subject, subject_of_guide) == 0 && !design->office_only);
}

bool poster_write(const struct guide *guide, const struct office *office,
                  const struct design *design, const struct fonts *fonts, const char *path,
                  uint32_t *id, struct faults *faults)
{
    struct poster poster;
    bool ok = poster_open(&poster, guide, office, design, fonts, path, faults) &&
              sheet_save(poster.board.sheet, path, faults);
    *id = poster.id;
    poster_close(&poster);
    return ok;
}

bool poster_id(const struct guide *guide, const struct office *office, const struct design *design,
               const struct fonts *fonts, const char *path, uint32_t *id, struct faults *faults)
{
    struct poster poster;
    bool ok = poster_open(&poster, guide, office, design, fonts, path, faults);
    *id = poster.id;
    poster_close(&poster);
    return ok;
}
