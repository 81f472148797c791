// SPDX-License-Identifier: EUPL-1.2
// The kiosk on a real display: window, real clock, live content.
#pragma once

#include "base/option.h"
#include "kiosk/kiosk.h"

struct window_settings {
    struct option_size size;  // 0: fullscreen
    const char *content;      // watched for changes
    struct moment now;        // year 0: the clock's
};

// Runs until it is told to quit. Takes the guide. False and a fault if there is no display.
bool window_run(const struct window_settings *settings, const struct kiosk_settings *kiosk,
                const struct fontmap *fontmap, struct fonts *fonts, struct guide *guide,
                struct faults *faults);
