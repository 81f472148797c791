// SPDX-License-Identifier: EUPL-1.2
#include "site/card.h"

#include <string.h>

#include "guide/address.h"
#include "guide/vcard.h"
#include "site/data.h"
#include "text/tr.h"

void card_contact(struct buf *out, const struct office *office)
{
    struct arena *arena = arena_new();
    buf_text(out, vcard_text(arena, office));
    lines_fold(out);
    arena_free(arena);
}

// The newest fact of the content is a day that has come; there is no clock here.
static bool is_past(const struct guide *guide, const struct closure *closure)
{
    return date_compare(closure->to, guide->newest) < 0;
}

bool card_has_closures(const struct guide *guide, const struct office *office)
{
    for (size_t s = 0; s < office->sites.count; s++) {
        const struct hours *hours = office->sites.items[s].hours;
        for (size_t i = 0; hours && i < hours->closures.count; i++)
            if (!is_past(guide, &hours->closures.items[i]))
                return true;
    }
    return false;
}

static void add_date(struct buf *out, const char *name, struct date date)
{
    buf_print(out, "%s;VALUE=DATE:%04d%02d%02d\r\n", name, date.year, date.month, date.day);
}

// The first day stays when the last one is moved, and so do calendars' entries.
static void add_closure(struct buf *out, const struct guide *guide, const struct office *office,
                        int language, const struct site *site, size_t index)
{
    const struct closure *closure = &site->hours->closures.items[index];
    struct arena *arena = arena_new();
    const char *name = words_text(arena, words_in(&office->words, language), BLOCK_NAME, NULL);
    const struct language *reader = guide->languages.items[language];
    const char *host = strstr(guide->base, "://") + 3;
    buf_text(out, "BEGIN:VEVENT\r\n");
    line_text(out, "UID",
              arena_print(arena, "%s-%s-%04d%02d%02d@%.*s", office->id, site->id ? site->id : "",
                          closure->from.year, closure->from.month, closure->from.day,
                          (int)strcspn(host, "/:"), host));
    buf_print(out, "DTSTAMP:%04d%02d%02dT000000Z\r\n", guide->newest.year, guide->newest.month,
              guide->newest.day);
    add_date(out, "DTSTART", closure->from);
    add_date(out, "DTEND", date_plus(closure->to, 1));  // the first day that is not meant
    line_text(out, "SUMMARY", arena_print(arena, "%s – %s", name, tr(reader, "closed")));
    buf_print(out, "URL:%s\r\n",
              office->appointment ? office->appointment->plain
                                  : office_address(arena, guide, reader, office->id));
    buf_text(out, "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
    arena_free(arena);
}

void card_closures(struct buf *out, const struct guide *guide, const struct office *office,
                   int language)
{
    buf_text(out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Wegweiser//" VERSION "//EN\r\n");
    for (size_t s = 0; s < office->sites.count; s++) {
        const struct site *site = &office->sites.items[s];
        for (size_t i = 0; site->hours && i < site->hours->closures.count; i++)
            if (!is_past(guide, &site->hours->closures.items[i]))
                add_closure(out, guide, office, language, site, i);
    }
    buf_text(out, "END:VCALENDAR\r\n");
    lines_fold(out);
}
