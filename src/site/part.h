// SPDX-License-Identifier: EUPL-1.2
// Parts that several kinds of pages share: rows that lead to a page or an office, lists of facts.
#pragma once

#include "site/leaf.h"

// The name of a topic's colour in the style sheet.
const char *part_colour(const struct topic *topic);

// The plate of a topic and its name, as a link.
void part_topic(struct leaf *leaf, const struct topic *topic);

// The keys below a page, and all topics, for the side of a wide screen.
void part_ways(struct leaf *leaf);

// Rows in a list that part_rows_open() began: the name and one line about it.
void part_rows_open(struct leaf *leaf);
void part_page(struct leaf *leaf, const struct page *page);
void part_office(struct leaf *leaf, const struct office *office);
void part_rows_close(struct leaf *leaf);

// A name in the frame's language and, where that is another, the German one on the door.
void part_german_name(struct leaf *leaf, const char *class, const struct office *office);

// Facts with their labels. What stands between part_fact_open() and part_fact_close() is the
// fact; a label like "Bus %s" takes a text, others NULL.
void part_facts_open(struct leaf *leaf);
void part_fact_open(struct leaf *leaf, const char *icon, const char *label, const char *text);
void part_fact_close(struct leaf *leaf);
void part_facts_close(struct leaf *leaf);

// A phone number or an address as a link, and its mark.
void part_contact(struct leaf *leaf, const struct contact *contact, const char *href);

// Phone numbers and e-mail address of an office, each as a link, within such facts.
void part_reach(struct leaf *leaf, const struct office *office);
