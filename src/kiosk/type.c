// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/type.h"

#include <math.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "text/script.h"

static const double tag_padding = 1.25;
static const double smallest_type = 3.5;
static const double smallest_whole = 2.75;  // where else a word would be torn

// clang-format off
const struct type type_h1 = {.size = 7.75, .face = FACE_DISPLAY, .leading = LEADING_TITLE, .ink = INK_TEXT};
const struct type type_h2 = {.size = 5.5, .face = FACE_BOLD, .leading = LEADING_HEADING, .ink = INK_TEXT};
const struct type type_h3 = {.size = 4.5, .face = FACE_BOLD, .leading = LEADING_HEADING, .ink = INK_TEXT};
const struct type type_lead = {.size = 5, .face = FACE_REGULAR, .leading = LEADING_BODY, .ink = INK_TEXT};
const struct type type_body = {.size = 4.25, .face = FACE_REGULAR, .leading = LEADING_BODY, .ink = INK_TEXT};
const struct type type_body_bold = {.size = 4.25, .face = FACE_BOLD, .leading = LEADING_LABEL, .ink = INK_TEXT};
const struct type type_label = {.size = 3.75, .face = FACE_BOLD, .leading = LEADING_LABEL, .ink = INK_TEXT};
const struct type type_small = {.size = 3.5, .face = FACE_REGULAR, .leading = LEADING_LABEL, .ink = INK_TEXT_2};
const struct type type_small_bold = {.size = 3.5, .face = FACE_BOLD, .leading = LEADING_LABEL, .ink = INK_TEXT};
// clang-format on

// Labels are as many lines as they need: which words share one is theirs to know.
static const enum text_wrap wraps[LEADINGS] = {
    [LEADING_BODY] = TEXT_WRAP_PRETTY,
    [LEADING_HEADING] = TEXT_WRAP_BALANCE,
    [LEADING_LABEL] = TEXT_WRAP_AUTO,
    [LEADING_TITLE] = TEXT_WRAP_BALANCE,
};

static double type_px(const struct frame *frame, const struct type *type)
{
    return type->size * frame->u * (type->fixed ? 1 : frame->view->text_size);
}

static size_t row_of(const struct frame *frame, const struct type *type)
{
    return fontmap_row(frame->view->fontmap, type->language->tag, type->language->script,
                       type->leading);
}

static double line_height(const struct frame *frame, const struct type *type)
{
    const struct font_row *row = &frame->view->fontmap->rows.items[row_of(frame, type)];
    // Nastaliq slopes: lines as narrow as those of other scripts would collide.
    bool sloping = strcmp(row->script, "Aran") == 0;
    double factor = type->line > 0 && !sloping ? type->line : row->leading[type->leading];
    return factor * row->size * type_px(frame, type) / frame->u;
}

static const char *plain_text(struct arena *arena, const struct span *spans, size_t count)
{
    struct buf plain = {0};
    buf_text(&plain, "");
    for (size_t i = 0; i < count; i++) {
        if (spans[i].face == FACE_TAG && plain.length && plain.text[plain.length - 1] != ' ')
            buf_text(&plain, " ");
        buf_text(&plain, spans[i].text);
    }
    char *text = arena_copy(arena, plain.text, plain.length);
    buf_free(&plain);
    return text;
}

struct setting set_spans(struct frame *frame, struct type type, const struct span *spans,
                         size_t count, double width)
{
    if (!type.language)
        type.language = frame->language;
    struct layout layout = {
        .language = type.language,
        .spans = spans,
        .count = count,
        .row = row_of(frame, &type),
        .size = type_px(frame, &type),
        .width = frame_px(frame, width),
        .tag_padding = frame_px(frame, tag_padding),
        .wrap = wraps[type.leading],
    };
    struct setting setting = {
        .type = type,
        .lines = layouts_lines(frame->view->layouts, frame->arena, &layout),
        .plain = plain_text(frame->arena, spans, count),
        .width = width,
        .line_height = line_height(frame, &type),
    };
    setting.ink_width = setting.lines.width / frame->u;
    setting.height = setting.line_height * (double)setting.lines.count;
    return setting;
}

struct setting set_text(struct frame *frame, struct type type, const char *text, double width)
{
    struct span span = {.text = text, .face = type.face};
    return set_spans(frame, type, &span, 1, width);
}

// A term is the reader's word followed by its German one as a tag.
static struct span *spans_of(struct frame *frame, const struct type *type,
                             const struct pieces *pieces, size_t *written)
{
    struct span *spans = arena_alloc(frame->arena, (pieces->count * 3 + 1) * sizeof *spans);
    size_t count = 0;
    for (size_t i = 0; i < pieces->count; i++) {
        const struct piece *piece = &pieces->items[i];
        bool bold = piece->kind == PIECE_BOLD && type->face == FACE_REGULAR;
        enum face face = bold ? FACE_BOLD : type->face;
        if (*piece->text)
            spans[count++] = (struct span){piece->text, face, piece->kind == PIECE_VALUE};
        if (piece->kind == PIECE_TERM && piece->german) {
            if (*piece->text)
                spans[count++] = (struct span){" ", type->face, false};
            spans[count++] = (struct span){piece->german, FACE_TAG, true};
        }
    }
    *written = count;
    return spans;
}

struct setting set_pieces(struct frame *frame, struct type type, const struct pieces *pieces,
                          double width)
{
    size_t count;
    const struct span *spans = spans_of(frame, &type, pieces, &count);
    return set_spans(frame, type, spans, count, width);
}

struct setting set_fitting_pieces(struct frame *frame, struct type type,
                                  const struct pieces *pieces, double width, size_t lines,
                                  int steps)
{
    size_t count;
    const struct span *spans = spans_of(frame, &type, pieces, &count);
    return set_fitting(frame, type, spans, count, width, lines, steps);
}

struct setting set_sentence(struct frame *frame, struct type type, const char *format,
                            const char *first, const char *second, double width)
{
    const char *values[] = {first, second};
    struct span spans[8];
    size_t count = 0, next = 0;
    while (*format && count < 7) {
        const char *sign = strchr(format, '%');
        size_t length = sign ? (size_t)(sign - format) : strlen(format);
        if (length)
            spans[count++] =
                (struct span){arena_copy(frame->arena, format, length), type.face, false};
        if (!sign)
            break;
        bool numbered = sign[1] >= '1' && sign[1] <= '2' && sign[2] == '$';
        size_t value = numbered ? (size_t)(sign[1] - '1') : next++;
        if (value < 2 && values[value])
            spans[count++] = (struct span){values[value], type.face, true};
        format = sign + (numbered ? 4 : 2);
    }
    return set_spans(frame, type, spans, count, width);
}

struct setting set_label(struct frame *frame, struct type type, const char *text, double width,
                         size_t lines)
{
    struct span span = {.text = text, .face = type.face};
    return set_fitting(frame, type, &span, 1, width, lines, 2);
}

struct setting set_fitting(struct frame *frame, struct type type, const struct span *spans,
                           size_t count, double width, size_t lines, int steps)
{
    struct setting setting = set_spans(frame, type, spans, count, width);
    while ((setting.lines.count > lines && steps-- > 0 && type.size - 0.25 >= smallest_type) ||
           (setting.lines.broken && type.size - 0.25 >= smallest_whole)) {
        type.size -= 0.25;
        setting = set_spans(frame, type, spans, count, width);
    }
    return setting;
}

double type_line(const struct language *language, double line, double arabic)
{
    return strcmp(script_of_variant(language->script), "Arab") == 0 ? arabic : line;
}

struct type type_shrinkable(const struct frame *frame, struct type type)
{
    if (!type.fixed)
        type.size *= frame->view->text_size;
    type.fixed = true;
    return type;
}

// Behind the runs of a German term: one box from where it opens to where it closes.
static void put_tag(struct frame *frame, const struct line *line, size_t first, int left,
                    int baseline, double px)
{
    size_t last = first;
    while (last + 1 < line->count && !line->runs[last].closes)
        last++;
    int pad = frame_px(frame, tag_padding), from = left + line->runs[first].x - pad;
    int to = left + line->runs[last].x + line->runs[last].width + pad;
    double em = px * TAG_SIZE, middle = baseline - 0.388 * em;  // between ascender and descender
    double half = 1.35 * em / 2 + 0.1 * frame->u;
    struct rect box = {from, (int)lround(middle - half), to - from, (int)lround(2 * half)};
    frame_add(frame, DRAW_ROUND, box, INK_PETROL_TINT)->radius = frame_px(frame, 0.75);
}

static int width_of_beginning(struct frame *frame, const struct run *run, size_t length, double px)
{
    struct run beginning = *run;
    beginning.text = arena_copy(frame->arena, run->text, length);
    return fonts_width(frame->view->fonts, &beginning, px);
}

// Under what a word shares with the query. In high contrast white letters stand on no yellow: there
// it is a line below them.
static void put_match(struct frame *frame, const struct run *run, size_t from, size_t to, int left,
                      int baseline, double px)
{
    int before = width_of_beginning(frame, run, from, px);
    int after = width_of_beginning(frame, run, to, px);
    int x = left + run->x + (run->rtl ? run->width - after : before);
    bool line = frame->view->theme == &theme_contrast;
    int top = line ? (int)lround(baseline + 0.14 * px) : (int)lround(baseline - 1.0 * px);
    int bottom = line ? top + frame_px(frame, 0.5) : (int)lround(baseline + 0.3 * px);
    frame_add(frame, DRAW_RECT, (struct rect){x, top, after - before, bottom - top}, INK_YELLOW);
}

static void put_matches(struct frame *frame, const char *query, const struct run *run, int left,
                        int baseline, double px)
{
    for (const char *at = run->text; *at;) {
        size_t length = strcspn(at, " ");
        size_t matched = search_match(query, arena_copy(frame->arena, at, length));
        size_t from = (size_t)(at - run->text);
        if (matched)
            put_match(frame, run, from, from + matched, left, baseline, px);
        at += length;
        at += strspn(at, " ");
    }
}

static void put_line(struct frame *frame, const struct setting *setting, const struct line *line,
                     int left, int baseline)
{
    double px = type_px(frame, &setting->type);
    for (size_t i = 0; setting->query && i < line->count; i++)
        put_matches(frame, setting->query, &line->runs[i], left, baseline, px);
    for (size_t i = 0; i < line->count; i++)
        if (line->runs[i].face == FACE_TAG && line->runs[i].opens)
            put_tag(frame, line, i, left, baseline, px);
    for (size_t i = 0; i < line->count; i++) {
        const struct run *run = &line->runs[i];
        if (!*run->text)
            continue;
        struct rect box = {left + run->x, baseline - (int)px, run->width, (int)(px * 1.36)};
        enum ink ink = run->face == FACE_TAG ? INK_TAG_TEXT : setting->type.ink;
        struct draw *draw = frame_add(frame, DRAW_RUN, box, ink);
        draw->text.run = run;
        draw->text.size = px;
        draw->text.baseline = baseline;
    }
}

static bool may_end_line(uint32_t c)
{
    enum { SOFT_HYPHEN = 0xAD, CJK = 0x2E80 };
    return c <= ' ' || c == SOFT_HYPHEN || c >= CJK ||
           strchr("-/.,:;?&=@", (int)(c < 0x80 ? c : ' ')) || c == 0x2013 || c == 0x2060;
}

// Whether a line ends within a word. That an address or another isolate was broken at a space, for it
// is longer than a line, counts as broken but not as torn.
static bool is_torn(const struct setting *setting)
{
    const char *at = setting->plain;
    uint32_t before = 0, next = utf8_next(&at);
    size_t passed = 0, line = 0;
    for (; setting->lines.broken && next; before = next, next = utf8_next(&at), passed++) {
        if (line + 1 >= setting->lines.count || passed != setting->lines.items[line].end)
            continue;
        line++;
        if (!may_end_line(before) && next > ' ' && !may_end_line(next))
            return true;
    }
    return false;
}

double put(struct frame *frame, const struct setting *setting, double x, double y)
{
    const struct type *type = &setting->type;
    struct rect box = frame_place(frame, (struct area){x, y, setting->width, setting->height});
    double px = type_px(frame, type), pitch = setting->line_height * frame->u;
    int ascent, descent;
    fonts_extent(frame->view->fonts, row_of(frame, type), type->face, px, &ascent, &descent);
    for (size_t i = 0; i < setting->lines.count; i++) {
        const struct line *line = &setting->lines.items[i];
        double top = y * frame->u + pitch * (double)i;
        int baseline = (int)lround(top + (pitch - (ascent + descent)) / 2 + ascent);
        int left = box.x + line_offset(line, box.w, type->align, frame->mirrored);
        put_line(frame, setting, line, left, baseline);
    }
    *list_add(frame->arena, &frame->scene->legends) =
        (struct legend){setting->plain, type->language, box, frame->scrolls, is_torn(setting)};
    return setting->height;
}

void put_middle(struct frame *frame, const struct setting *setting, double x, double y, double h)
{
    put(frame, setting, x, y + (h - setting->height) / 2);
}

double put_text(struct frame *frame, struct type type, const char *text, double x, double y,
                double width)
{
    struct setting setting = set_text(frame, type, text, width);
    return put(frame, &setting, x, y);
}
