// SPDX-License-Identifier: EUPL-1.2
// The colours of the kiosk. Names are those of the design; what each is for stands there.
#pragma once

#include <stdint.h>

enum ink {
    INK_NONE,    // draws nothing
    INK_GROUND,  // the screen
    INK_PAPER,   // cards, tiles, rows, bar
    INK_TEXT,
    INK_TEXT_2,       // secondary text
    INK_LINE,         // boundary of what can be tapped
    INK_HAIR,         // separators inside cards
    INK_PETROL,       // top bar, door plates, step numbers, strong keys
    INK_PETROL_HIGH,  // pressed on petrol, active rail item
    INK_PETROL_TINT,  // active bar slot, German term tag
    INK_TAG_TEXT,
    INK_ON_PETROL,
    INK_ON_PETROL_2,
    INK_PETROL_LINE,  // boundary of a key on petrol
    INK_YELLOW,
    INK_YELLOW_PRESSED,
    INK_ON_YELLOW,
    INK_YELLOW_TINT,  // call-out, today's hours
    INK_OPEN,
    INK_CLOSED,
    INK_CLOSED_TINT,
    INK_LINK,     // icons of contact rows
    INK_ARM,      // arms of the attract screen
    INK_ATTRACT,  // its ground
    INK_FOOT,     // its footer
    INK_HALO,     // round the touch hand
    INK_SCRIM,    // over what lies below a dialog
    INK_SYMBOL,   // dark modules: the same in both themes
    INK_SYMBOL_PAPER,
    INK_ARRIVE,
    INK_LIVE,
    INK_LEARN,
    INK_HELP,  // topic colours, by enum topic_colour
    INK_ARRIVE_TINT,
    INK_LIVE_TINT,
    INK_LEARN_TINT,
    INK_HELP_TINT,
    INK_FOCUS,        // the ring round what a key acts on
    INK_FOCUS_INNER,  // its inner line
    INK_KEYBOARD,     // behind the keys of the on-screen keyboard
    INK_KEY,          // those that write no letter
    INKS
};

struct theme {
    uint32_t colour[INKS];  // 0xRRGGBBAA
    double line;            // width of boundaries, u
};

extern const struct theme theme_light, theme_contrast;
