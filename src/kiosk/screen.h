// SPDX-License-Identifier: EUPL-1.2
// The screens of the kiosk: from a view to a scene.
#pragma once

#include "kiosk/frame.h"

// Clears and fills the scene; with the display sheet or the countdown on top.
void screen_build(const struct view *view, struct scene *scene);

// One each; called by screen_build() with bars and language set up.
void attract_build(struct frame *frame);
// The value of view.attract at which the post shows that language's greeting in yellow.
double attract_phase(const struct guide *guide, int language);
void languages_build(struct frame *frame);
void home_build(struct frame *frame);
void topic_build(struct frame *frame);
void page_build(struct frame *frame);
void office_build(struct frame *frame);
void emergency_build(struct frame *frame);
void display_build(struct frame *frame);
void search_build(struct frame *frame);
void countdown_build(struct frame *frame);
void outage_build(struct frame *frame);   // without content
void service_build(struct frame *frame);  // the staff's
