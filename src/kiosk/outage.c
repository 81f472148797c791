// SPDX-License-Identifier: EUPL-1.2
// Out of service: there is no good content, and none that was good before.
#include <math.h>

#include "kiosk/screen.h"
#include "kiosk/type.h"
#include "text/tr.h"

// Those most widely read among them who come; the guide, which would know, is what is missing.
static const char *const tags[] = {"de", "en", "uk", "ru", "ar", "fa", "tr", "fr"};
enum { TAGS = sizeof tags / sizeof *tags };

static const double margin = 8, mark = 16, gap = 3.5, symbol = 34;

// Each language in its own direction, all in the middle.
static struct setting set_request(struct frame *frame, const char *tag, double width)
{
    struct type type = type_lead;
    type.language = language_find(tag);
    type.ink = INK_ON_PETROL;
    type.align = ALIGN_CENTER;
    type.fixed = true;
    if (tag == tags[0]) {
        type.size = 7;
        type.face = FACE_BOLD;
    }
    return set_text(frame, type, tr(type.language, "Please ask at the counter."), width);
}

static double put_requests(struct frame *frame, double x, double y, double width)
{
    double top = y;
    for (int i = 0; i < TAGS; i++) {
        struct setting request = set_request(frame, tags[i], width);
        y += put(frame, &request, x, y) + (i == 0 ? 2 * gap : gap);
    }
    return y - top;
}

static double requests_height(struct frame *frame, double width)
{
    struct mark before = frame_mark(frame);
    double height = put_requests(frame, 0, 0, width);
    frame_rewind(frame, before);
    return height;
}

// The web guide needs no kiosk.
static void put_code(struct frame *frame, const char *address, double x, double y)
{
    struct area area = {x, y, symbol, symbol};
    frame_box(frame, area, 1.5, INK_SYMBOL_PAPER, INK_NONE);
    frame_symbol(frame, area, address);
}

void outage_build(struct frame *frame)
{
    const char *address = frame->view->address;
    bool beside = address && frame->landscape;
    frame->scene->ground = frame->view->theme->colour[INK_ATTRACT];
    double width = fmin(frame->w - 2 * margin - (beside ? symbol + margin : 0), 120);
    double height = requests_height(frame, width);
    double code = address && !beside ? symbol + 2 * gap : 0, head = mark * 29 / 24 + 3 * gap;
    double y = fmax((frame->h - head - height - code) / 2, 2);
    double x = (frame->w - width - (beside ? symbol + margin : 0)) / 2;
    frame_icon(frame, x + (width - mark) / 2, y, mark, "mark", INK_ON_PETROL);
    y += head;
    y += put_requests(frame, x, y, width);
    if (beside)
        put_code(frame, address, x + width + margin, (frame->h - symbol) / 2);
    else if (address)
        put_code(frame, address, (frame->w - symbol) / 2, y + gap);
}
