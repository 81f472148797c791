// SPDX-License-Identifier: EUPL-1.2
// The blocks of a page as a reader sees them: paragraphs, lists, steps, call-outs, facts.
#pragma once

#include "kiosk/flow.h"

// Facts side by side; `blocks` are those of kind BLOCK_FACT. Nothing if there is none.
void prose_fact_cards(struct flow *flow, const struct words *words, double x, double width,
                      enum ink icon_ink);

// Headings, paragraphs, lists, steps, call-outs and emergency numbers, in their order.
void prose_body(struct flow *flow, const struct words *words, double x, double width);

// One call-out on its own.
void prose_note(struct flow *flow, const struct words *words, const struct block *note, double x,
                double width);

// A check-marked list in the width of a card; returns the height.
double prose_checks(struct frame *frame, const struct words *words, const struct block *items,
                    size_t count, double x, double y, double width);
