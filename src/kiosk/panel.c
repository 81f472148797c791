// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/panel.h"

#include <math.h>

static const double units_short_side = 135;
static const double least_unit = 2;     // mm
static const double most_reach = 1100;  // mm above the floor

static int shorter(int a, int b)
{
    return a < b ? a : b;
}

// 0: not known.
static double px_per_mm(const struct panel *panel, int width, int height)
{
    int mm = shorter(panel->width, panel->height);
    return mm > 0 ? shorter(width, height) / (double)mm : 0;
}

double panel_unit(const struct panel *panel, int width, int height)
{
    double unit = shorter(width, height) / units_short_side;
    return width > height ? unit : fmax(unit, least_unit * px_per_mm(panel, width, height));
}

double panel_passive(const struct panel *panel, int width, int height)
{
    static const struct bounds {
        double usual, least, most;
    } upright = {92, 60, 120}, wide = {40, 30, 48};
    const struct bounds *bounds = width > height ? &wide : &upright;
    double px = px_per_mm(panel, width, height);
    if (px == 0 || panel->lower_edge == 0)
        return bounds->usual;
    double above = height - (most_reach - panel->lower_edge) * px;
    return fmin(fmax(above / panel_unit(panel, width, height), bounds->least), bounds->most);
}
