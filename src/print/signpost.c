// SPDX-License-Identifier: EUPL-1.2
#include "print/signpost.h"

#include <math.h>
#include <string.h>

#include "guide/address.h"
#include "print/invitation.h"

static const double ARM_WIDTH = 41, ARM_HEIGHT = 12, ARM_HEIGHT_MOST = 16, ARM_PADDING = 3.6;
static const double ARM_TEXT = 5, ARM_TEXT_LEAST = 4, COLUMN_GAP = 9;
#define ARM_PITCH 1.183  // in heights

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

// ---- Arms ----------------------------------------------------------------------------------

static double quiet_zone(const struct signpost *post)
{
    return QUIET_ZONE * post->board->design->code / symbol_size(post->symbol);
}

// Narrower than planned only beside the smallest codes, whose modules are the largest.
static double arm_width(const struct signpost *post)
{
    return fmin(ARM_WIDTH, (post->group.width - post->board->design->code) / 2 - quiet_zone(post));
}

static double arm_text_width(const struct signpost *post)
{
    return arm_width(post) - ARM_PADDING - arm_depth(post->arm_height) - 1;
}

static struct style arm_style(const struct signpost *post, const struct language *language)
{
    struct style style = {language, WEIGHT_BOLD, ARM_TEXT, INK_BLACK};
    style.size = sheet_fit(post->board->sheet, &style, language->endonym, arm_text_width(post),
                           ARM_TEXT_LEAST);
    return style;
}

static bool fits_arm(const struct signpost *post, const struct language *language)
{
    struct style style = arm_style(post, language);
    return sheet_width(post->board->sheet, &style, language->endonym) <= arm_text_width(post);
}

// Those of the guide that find room on an arm: all, or those read to the left.
static size_t count_arms(const struct signpost *post, bool rtl_only)
{
    const struct guide *guide = post->board->guide;
    size_t count = 0;
    for (size_t i = 0; i < guide->languages.count; i++) {
        const struct language *language = guide->languages.items[i];
        if (guide->offered[i] && (language->rtl || !rtl_only) && fits_arm(post, language))
            count++;
    }
    return count;
}

// In the order of the guide: those that are read to the right point right, the others left. Where
// few are read to the left, others fill that side, so that both are as long.
static void share_arms(struct signpost *post)
{
    const struct guide *guide = post->board->guide;
    size_t half = smaller(ARMS, (count_arms(post, false) + 1) / 2);
    size_t guests = half - smaller(half, count_arms(post, true));
    for (size_t i = 0; i < guide->languages.count; i++) {
        const struct language *language = guide->languages.items[i];
        if (!guide->offered[i])
            continue;
        bool fits = fits_arm(post, language);
        bool guest = !language->rtl && post->left.count == half && guests > 0;
        struct arms *arms = language->rtl || guest ? &post->right : &post->left;
        if (fits && arms->count < (language->rtl ? ARMS : half))
            arms->items[arms->count++] = language;
        else
            names_add(&post->others, language);
        if (fits && guest)
            guests--;
    }
}

// A few arms are higher.
static double arm_height(const struct signpost *post)
{
    double count = (double)larger(post->left.count, post->right.count);
    double height = count > 0 ? post->board->design->code / (count * ARM_PITCH) : 0;
    return fmin(fmax(height, ARM_HEIGHT), ARM_HEIGHT_MOST);
}

static double arms_height(const struct signpost *post, size_t count)
{
    return count ? ((double)(count - 1) * ARM_PITCH + 1) * post->arm_height : 0;
}

static void draw_arms(const struct signpost *post, const struct arms *arms, enum way way,
                      double middle)
{
    struct sheet *sheet = post->board->sheet;
    struct strip group = post->group;
    double width = arm_width(post), end = group.start + group.width;
    struct box box = {way == WAY_RIGHT ? group.start : end - width,
                      middle - arms_height(post, arms->count) / 2, width, post->arm_height};
    double x = way == WAY_RIGHT ? group.start + ARM_PADDING : end - ARM_PADDING;
    for (size_t i = 0; i < arms->count; i++, box.y += ARM_PITCH * box.height) {
        const struct language *language = arms->items[i];
        struct style style = arm_style(post, language);
        double baseline = box.y + box.height / 2 + BOARD_CAPITAL / 2 * style.size;
        enum align align = language->rtl == (way == WAY_LEFT) ? ALIGN_START : ALIGN_END;
        sheet_arm(sheet, box, way, INK_YELLOW);
        sheet_put(sheet, "P", &style, language->endonym, x, baseline, align);
    }
}

// ---- Code ----------------------------------------------------------------------------------

static void draw_code(const struct signpost *post, double top)
{
    struct board *board = post->board;
    double side = board->design->code;
    const char *title = invitation_title(board->german);
    sheet_begin_figure(board->sheet, arena_print(board->arena, "%s: %s", title, post->address));
    sheet_symbol(board->sheet, post->symbol, strip_middle(post->group) - side / 2, top, side,
                 INK_PETROL);
    sheet_end(board->sheet);
}

static void fit_address(const struct signpost *post, struct style *style, const char *shown)
{
    struct board *board = post->board;
    style->size = sheet_fit(board->sheet, style, shown, post->group.width, 3);
    if (sheet_width(board->sheet, style, shown) > post->group.width && board_refuse(board))
        fault_add(board->faults, board->place,
                  "the address `%s` is too long for a poster of size %s; "
                  "take a shorter `base` in guide.xml",
                  shown, board->design->name);
}

void signpost_draw_address(const struct signpost *post, double baseline)
{
    struct board *board = post->board;
    struct style style = {board->english, WEIGHT_BOLD, 5, INK_BLACK};
    const char *shown = typed_address(board->arena, post->address);
    fit_address(post, &style, shown);
    sheet_begin_link(board->sheet, post->address);
    sheet_put(board->sheet, "P", &style, shown, strip_middle(post->group), baseline, ALIGN_CENTER);
    sheet_end(board->sheet);
}

// ---- The whole -----------------------------------------------------------------------------

static void share_width(struct signpost *post)
{
    const struct design *design = post->board->design;
    double width = board_inner_width(post->board);
    post->others.column = post->group = (struct strip){BOARD_MARGIN, width};
    if (!design->beside)
        return;
    post->group.width = design->code + 2 * (ARM_WIDTH + quiet_zone(post));
    post->group.start = BOARD_MARGIN + width - post->group.width;
    post->others.column.width = width - post->group.width - COLUMN_GAP;
}

struct signpost signpost_build(struct board *board, const struct symbol *symbol,
                               const char *address)
{
    struct signpost post = {
        .board = board,
        .symbol = symbol,
        .address = address,
        .arm_height = ARM_HEIGHT,
        .others.board = board,
    };
    share_width(&post);
    share_arms(&post);
    post.arm_height = arm_height(&post);
    return post;
}

double signpost_height(const struct signpost *post)
{
    return fmax(post->board->design->code,
                arms_height(post, larger(post->left.count, post->right.count)));
}

double signpost_quiet(const struct signpost *post)
{
    return quiet_zone(post) - (signpost_height(post) - post->board->design->code) / 2;
}

void signpost_draw(const struct signpost *post, double top)
{
    double height = signpost_height(post);
    draw_arms(post, &post->left, WAY_RIGHT, top + height / 2);
    draw_code(post, top + (height - post->board->design->code) / 2);
    draw_arms(post, &post->right, WAY_LEFT, top + height / 2);
}
