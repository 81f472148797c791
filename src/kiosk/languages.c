// SPDX-License-Identifier: EUPL-1.2
#include "base/buf.h"
#include "kiosk/bars.h"
#include "kiosk/screen.h"
#include "kiosk/type.h"
#include "text/tr.h"

static const double margin = 5, least_chip = 14, most_chip = 50, head_height = 20;
static const double least_low_chip = 9.5, tight_chip = 12;

// "Sprache · Language · Мова": a visitor finds one word they can read. Spread over all languages, as
// many as two lines hold.
static struct setting set_words(struct frame *frame, struct type type, double width)
{
    struct guide const *guide = frame->guide;
    // TRANSLATORS: the word alone, as a heading over the list of languages
    const char *msgid = N_("Language");
    struct setting line;
    size_t step = 0;
    do {
        struct span spans[2 * 64];
        size_t count = 0, offered = 0;
        step++;
        for (size_t i = 0; i < guide->languages.count && count < 2 * 62; i++) {
            if (!guide->offered[i] || offered++ % step != 0)
                continue;
            if (count)
                spans[count++] = (struct span){" · ", FACE_BOLD, false};
            spans[count++] = (struct span){tr(guide->languages.items[i], msgid), FACE_BOLD, true};
        }
        line = set_spans(frame, type, spans, count, width);
    } while (line.lines.count > 2);
    return line;
}

static void put_head(struct frame *frame, struct area area)
{
    const struct language *german = frame->guide->languages.items[0];
    struct type words = {5, FACE_BOLD, LEADING_LABEL, 1.35, INK_TEXT, ALIGN_START, german, true};
    struct type ask = {4.25,       FACE_REGULAR, LEADING_LABEL, 1.4,
                       INK_TEXT_2, ALIGN_START,  german,        true};
    frame_box(frame, (struct area){area.x, area.y + (area.h - 12) / 2, 12, 12}, 1.5, INK_YELLOW,
              INK_NONE);
    frame_icon(frame, area.x + 2, area.y + (area.h - 8) / 2, 8, "translate", INK_ON_YELLOW);
    double x = area.x + 15, width = area.w - 15;
    struct setting line = set_words(frame, words, width);
    struct setting please = set_text(frame, ask, tr(german, "Choose your language"), width);
    double y = area.y + (area.h - line.height - please.height) / 2;
    y += put(frame, &line, x, y);
    put(frame, &please, x, y);
}

// A name is not broken: on a small panel it is set smaller.
static struct setting set_line(struct frame *frame, struct type type, const char *text,
                               double width)
{
    struct setting line = set_text(frame, type, text, width);
    while ((line.lines.count > 1 || line.lines.broken) && (type.size -= 0.25) >= 2.5)
        line = set_text(frame, type, text, width);
    return line;
}

// The German name helps the clerk; German itself is explained in English.
static void put_chip(struct frame *frame, struct area area, double gap,
                     const struct language *language)
{
    struct action action = action_of(ACTION_LANGUAGE, language->tag);
    bool pressed = frame_pressed(frame, &action);
    const struct language *german = frame->guide->languages.items[0];
    bool is_german = language == german || !language->german;
    enum align align = language->rtl ? ALIGN_END : ALIGN_START;
    double large = area.h > 24 ? 1.6 : 1;  // few languages: larger chips, larger type
    struct type endonym = {
        4.5 * large, FACE_BOLD, LEADING_LABEL, 1.32, pressed ? INK_ON_PETROL : INK_TEXT,
        align,       language,  true};
    struct type name = {3.5 * (large + 1) / 2,
                        FACE_REGULAR,
                        LEADING_LABEL,
                        1.3,
                        pressed ? INK_ON_PETROL : INK_TEXT_2,
                        align,
                        is_german ? language_find("en") : german,
                        true};
    if (area.h < tight_chip)
        endonym.line = name.line = 1.15;
    double width = area.w - 4.5;
    struct setting own = set_line(frame, endonym, language->endonym, width);
    struct setting other =
        set_line(frame, name, is_german ? language->english : language->german, width);
    frame_box(frame, area, 1.5, pressed ? INK_PETROL : INK_PAPER, pressed ? INK_PETROL : INK_LINE);
    double y = area.y + (area.h - own.height - other.height) / 2;
    y += put(frame, &own, area.x + 2.25, y);
    put(frame, &other, area.x + 2.25, y);
    frame_target(frame,
                 (struct area){area.x - gap / 2, area.y - gap / 2, area.w + gap, area.h + gap},
                 action);
}

// Fixed places for all: this grid is not mirrored.
void languages_build(struct frame *frame)
{
    struct area area =
        frame->view->visit->language[0] ? bars_build(frame) : bars_build_brand(frame);
    struct area above = frame->passive;
    if (frame->mirrored) {
        area.x = frame->w - area.x - area.w;
        above.x = frame->w - above.x - above.w;
    }
    frame->mirrored = false;
    const struct guide *guide = frame->guide;
    area = (struct area){area.x + margin, area.y, area.w - 2 * margin, area.h - 3.5};
    double head = frame->low && frame->view->visit->language[0] ? 0 : head_height;
    if (head > 0)
        put_head(frame, (struct area){area.x, area.y, area.w, head_height});
    else
        put_head(frame, (struct area){above.x, above.y, above.w, head_height});
    size_t count = 0;
    for (size_t i = 0; i < guide->languages.count; i++)
        count += guide->offered[i];
    double least = head > 0 ? least_chip : least_low_chip, gap = head > 0 ? 1.5 : 0.75;
    size_t columns = count <= 10 ? 2 : 3, rows = (count + columns - 1) / columns;
    if (frame->compact) {  // no more find room abreast; the chips are then lower
        least = least_low_chip;
        gap = 0.75;
    }
    while (!frame->compact && rows > 1 && (double)rows * (least + gap) - gap > area.h - head) {
        columns++;
        rows = (count + columns - 1) / columns;
    }
    double top = area.y + head + (head > 0 ? 0 : gap),
           h = (area.h - head + gap) / (double)rows - gap;
    h = h > most_chip ? most_chip : h < least ? least : h;
    double w = (area.w + gap) / (double)columns - gap;
    size_t at = 0;
    for (size_t i = 0; i < guide->languages.count; i++) {
        if (!guide->offered[i])
            continue;
        struct area chip = {area.x + (double)(at % columns) * (w + gap),
                            top + (double)(at / columns) * (h + gap), w, h};
        put_chip(frame, chip, gap, guide->languages.items[i]);
        at++;
    }
}
