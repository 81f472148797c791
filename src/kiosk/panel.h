// SPDX-License-Identifier: EUPL-1.2
// The panel as a thing in a room: its picture in px and in mm, its height above the floor.
#pragma once

struct panel {
    int width, height;  // mm of the visible picture, either way round; 0: not known
    int lower_edge;     // mm from the floor to the lower edge of the picture; 0: not known
};

// The unit of all measures, px: a 135th of the shorter side, on small upright panels 2 mm, so that ten
// units can be touched and text in size XL is read from 60 cm (EN 301 549, 5.1.4). Wide ones, whose rail
// needs all 135 units, should not be smaller than 21.5″.
double panel_unit(const struct panel *panel, int width, int height);

// With low reach: how many units from the top are above 1100 mm, where a person who sits does not reach
// (EN 301 549, 8.3), within the bounds that leave room for both parts.
double panel_passive(const struct panel *panel, int width, int height);
