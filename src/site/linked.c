// SPDX-License-Identifier: EUPL-1.2
#include "site/linked.h"

#include "guide/holiday.h"
#include "guide/hours.h"
#include "site/data.h"
#include "site/prose.h"
#include "site/today.h"

static const char *plain_words(const struct leaf *leaf, const struct words *words,
                               enum block_kind kind)
{
    return plain_text(leaf->arena, words_text(leaf->arena, words, kind, NULL));
}

static void add_date(struct buf *json, const char *name, struct date date)
{
    if (date.year)
        buf_print(json, "\"%s\":\"%04d-%02d-%02d\",", name, date.year, date.month, date.day);
}

// The last minute of a day has no "24:00" there.
static void add_times(struct buf *json, int from, int to)
{
    to = to == 24 * 60 ? to - 1 : to;
    buf_print(json, "\"opens\":\"%02d:%02d\",\"closes\":\"%02d:%02d\",", from / 60, from % 60,
              to / 60, to % 60);
}

// ---- Hours: those of every week in which one may walk in ---------------------------------------

static void add_slot(struct buf *json, const struct hours *hours, const struct slot *slot)
{
    static const char *const days[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday"};
    buf_text(json, "{\"@type\":\"OpeningHoursSpecification\",\"dayOfWeek\":[");
    for (int day = MONDAY; day <= SUNDAY; day++)
        if (slot->days >> day & 1)
            buf_print(json, "\"%s\",", days[day]);
    json_close(json, "],");
    add_times(json, slot->from, slot->to);
    add_date(json, "validFrom", hours->from);
    add_date(json, "validThrough", hours->to);
    json_close(json, "},");
}

static void add_week(struct buf *json, const struct hours *hours)
{
    buf_text(json, "\"openingHoursSpecification\":[");
    for (size_t i = 0; i < hours->slots.count; i++) {
        const struct slot *slot = &hours->slots.items[i];
        if (slot->by == ATTENDANCE_WALK_IN && !slot->weeks)
            add_slot(json, hours, slot);
    }
    json_close(json, "],");
}

// "opens" and "closes" alike: closed all day.
static void add_exception(struct buf *json, struct date from, struct date to, int opens, int closes)
{
    buf_text(json, "{\"@type\":\"OpeningHoursSpecification\",");
    add_times(json, opens, closes);
    add_date(json, "validFrom", from);
    add_date(json, "validThrough", to);
    json_close(json, "},");
}

static bool is_special(const struct hours *hours, struct date date)
{
    for (size_t i = 0; i < hours->specials.count; i++)
        if (date_compare(hours->specials.items[i].date, date) == 0)
            return true;
    return false;
}

static void add_holidays(struct buf *json, const struct guide *guide, const struct hours *hours)
{
    struct date last = today_last(guide);
    for (struct date date = guide->newest; date_compare(date, last) <= 0; date = date_plus(date, 1))
        if (holiday_find(guide->state, date) && !is_special(hours, date))
            add_exception(json, date, date, 0, 0);
}

static void add_exceptions(struct buf *json, const struct guide *guide, const struct hours *hours)
{
    buf_text(json, "\"specialOpeningHoursSpecification\":[");
    for (size_t i = 0; i < hours->specials.count; i++) {
        const struct special *special = &hours->specials.items[i];
        if (date_compare(special->date, guide->newest) >= 0)
            add_exception(json, special->date, special->date, special->from, special->to);
    }
    for (size_t i = 0; i < hours->closures.count; i++) {
        const struct closure *closure = &hours->closures.items[i];
        if (date_compare(closure->to, guide->newest) >= 0)
            add_exception(json, closure->from, closure->to, 0, 0);
    }
    add_holidays(json, guide, hours);
    json_close(json, "],");
}

// ---- The office --------------------------------------------------------------------------------

static void add_site(struct buf *json, const struct leaf *leaf, const struct site *site)
{
    if (site->address) {
        buf_text(json, "\"address\":{\"@type\":\"PostalAddress\",");
        json_member(json, "streetAddress", plain_text(leaf->arena, site->address->street));
        json_member(json, "postalCode", site->address->postcode);
        json_member(json, "addressLocality", plain_text(leaf->arena, site->address->city));
        json_member(json, "addressCountry", "DE");
        json_close(json, "},");
    }
    if (site->has_position)
        buf_print(json,
                  "\"geo\":{\"@type\":\"GeoCoordinates\",\"latitude\":%.6f,\"longitude\":%.6f},",
                  site->latitude, site->longitude);
    if (site->hours && site->hours->slots.count) {
        add_week(json, site->hours);
        add_exceptions(json, leaf->guide, site->hours);
    }
}

static void add_languages(struct buf *json, const struct office *office)
{
    if (office->speaks.count == 0)
        return;
    buf_text(json, "\"availableLanguage\":[");
    for (size_t i = 0; i < office->speaks.count; i++) {
        json_text(json, office->speaks.items[i]->tag);
        buf_text(json, ",");
    }
    json_close(json, "],");
}

static void add_contact(struct buf *json, const struct leaf *leaf, const struct office *office)
{
    if (office->phones.count == 0 && !office->email)
        return;
    buf_text(json, "\"contactPoint\":{\"@type\":\"ContactPoint\",");
    if (office->phones.count)
        // Behind "tel:", E.164.
        json_member(json, "telephone", prose_tel(leaf, office->phones.items[0].plain) + 4);
    if (office->email)
        json_member(json, "email", office->email->plain);
    add_languages(json, office);
    json_close(json, "},");
}

void linked_office(struct leaf *leaf, const struct office *office, const struct words *words)
{
    struct buf json = {0};
    const char *german = plain_words(leaf, words_in(&office->words, 0), BLOCK_NAME);
    buf_text(&json, "{\"@context\":\"https://schema.org\",\"@type\":\"GovernmentOffice\",");
    json_member(&json, "@id", arena_print(leaf->arena, "%s/%s", leaf->guide->base, leaf->path));
    json_member(&json, "url", leaf_address(leaf, leaf->language));
    json_member(&json, "name", plain_words(leaf, words, BLOCK_NAME));
    if (words->language != leaf->guide->languages.items[0])
        json_member(&json, "alternateName", german);
    json_member(&json, "description", plain_words(leaf, words, BLOCK_PURPOSE));
    add_site(&json, leaf, &office->sites.items[0]);
    add_contact(&json, leaf, office);
    if (office->website)
        json_member(&json, "sameAs", office->website->plain);
    json_close(&json, "}");
    html_json(&leaf->html, "application/ld+json", json.text);
    buf_free(&json);
}
