// SPDX-License-Identifier: EUPL-1.2
#include "print/names.h"

// In sizes: between two names, between their lines.
static const double GAP = 1.0, PITCH = 1.525;

static struct style style_of(const struct names *names, const struct language *language)
{
    return (struct style){language, WEIGHT_REGULAR, names->board->design->names, INK_GREY};
}

static double gap(const struct names *names)
{
    return GAP * names->board->design->names;
}

double names_pitch(const struct names *names)
{
    return PITCH * names->board->design->names;
}

void names_add(struct names *names, const struct language *language)
{
    struct style style = style_of(names, language);
    double width = sheet_width(names->board->sheet, &style, language->endonym);
    *list_add(names->board->arena, &names->list) = (struct name){language, width};
}

// The width of as many of the names from `first` on as go into `limit`; counts them.
static double fill_line(const struct names *names, size_t first, double limit, size_t *count)
{
    double width = 0;
    for (*count = 0; first + *count < names->list.count; ++*count) {
        double wider = width + (*count ? gap(names) : 0) + names->list.items[first + *count].width;
        if (*count && wider > limit)
            break;
        width = wider;
    }
    return width;
}

static int count_lines(const struct names *names, double limit)
{
    int lines = 0;
    for (size_t first = 0, count; first < names->list.count; first += count, lines++)
        fill_line(names, first, limit, &count);
    return lines;
}

int names_lines(const struct names *names)
{
    return count_lines(names, names->column.width);
}

// The lines as even as their number allows.
static double even_limit(const struct names *names)
{
    double limit = names->column.width;
    int lines = names_lines(names);
    while (limit > 20 && count_lines(names, limit - 1) == lines)
        limit--;
    return limit;
}

static void draw_line(const struct names *names, size_t first, size_t count, double x,
                      double baseline)
{
    for (size_t i = first; i < first + count; i++) {
        const struct name *name = &names->list.items[i];
        struct style style = style_of(names, name->language);
        sheet_put(names->board->sheet, "P", &style, name->language->endonym, x + name->width / 2,
                  baseline, ALIGN_CENTER);
        x += name->width + gap(names);
    }
}

void names_draw(const struct names *names, double baseline)
{
    double limit = even_limit(names);
    struct strip column = names->column;
    for (size_t first = 0, count; first < names->list.count;
         first += count, baseline += names_pitch(names)) {
        double width = fill_line(names, first, limit, &count);
        double indent = names->board->design->beside ? 0 : (column.width - width) / 2;
        draw_line(names, first, count, column.start + indent, baseline);
    }
}
