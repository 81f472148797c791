// SPDX-License-Identifier: EUPL-1.2
// The kiosk on a real display: window, real clock, live content.
#pragma once

#include "base/option.h"
#include "kiosk/content.h"
#include "kiosk/kiosk.h"

struct window_settings {
    struct option_size size;  // 0: fullscreen
    struct moment now;        // year 0: the clock's
};

// Runs until it is told to quit. Takes the guide, which was read from the content; NULL: that has
// faults. Then the last good content is shown, or that the kiosk is out of service. The content is
// watched for changes. False and a fault if there is no display.
bool window_run(const struct window_settings *settings, const struct kiosk_settings *kiosk,
                const struct fontmap *fontmap, struct fonts *fonts, struct content *content,
                struct guide *guide, struct faults *faults);
