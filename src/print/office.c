// SPDX-License-Identifier: EUPL-1.2
#include "print/office.h"

#include <math.h>
#include <string.h>

#include "print/matter.h"
#include "print/timetable.h"
#include "text/calendar.h"
#include "text/tr.h"

static const double icon_side = 5, text_start = 9, row_gap = 0.7, site_gap = 3;

static void add(struct book *book, struct snippets *snippets, const char *text,
                enum snippet_kind kind)
{
    if (text)
        *list_add(book->arena, snippets) = (struct snippet){text, kind};
}

// "Room %s": the format's words, the value in its own direction.
static void add_filled(struct book *book, struct snippets *snippets, const char *format,
                       const char *value)
{
    add(book, snippets,
        arena_print(book->arena, format, arena_print(book->arena, "\u2068%s\u2069", value)),
        SNIPPET_PLAIN);
}

static void put_words(struct book *book, const struct snippets *snippets, double start,
                      double width)
{
    struct style style = book_style(book, WEIGHT_REGULAR, book->body, INK_BLACK);
    book_put(book, "P",
             setting_new(book->arena, book->sheet, &style, LEADING_BODY, snippets, width), start);
}

static void put_row(struct book *book, const char *icon, const struct snippets *snippets)
{
    book_need(book, book_lines(book, 1));
    sheet_icon(
        book->sheet, icon,
        book_box(book, 0, book->y + (book_lines(book, 1) - icon_side) / 2, icon_side, icon_side),
        INK_PETROL, book->faults);
    put_words(book, snippets, text_start, book_width(book) - text_start);
    book_gap(book, row_gap);
}

// ---- The way -----------------------------------------------------------------------------------

static void put_address(struct book *book, const struct site *site)
{
    const struct address *address = site->address;
    struct snippets row = {0};
    if (!address)
        return;
    add(book, &row,
        arena_print(book->arena, "%s, %s %s", address->street, address->postcode, address->city),
        SNIPPET_VALUE);
    add(book, &row, matter_mark(book, &address->origin), SNIPPET_MARK);
    put_row(book, "geo-alt", &row);
}

static void put_room(struct book *book, const struct room *room)
{
    struct snippets row = {0};
    if (!room)
        return;
    if (room->floor > 0)
        add(book, &row, arena_print(book->arena, tr(book->language, "Floor %d"), room->floor),
            SNIPPET_PLAIN);
    else
        add(book, &row, tr(book->language, room->floor == 0 ? N_("Ground floor") : N_("Basement")),
            SNIPPET_PLAIN);
    add(book, &row, list_comma(book->language), SNIPPET_PLAIN);
    add_filled(book, &row, tr(book->language, "Room %s"), room->number);
    add(book, &row, matter_mark(book, &room->origin), SNIPPET_MARK);
    put_row(book, "door-open", &row);
}

static void put_stop(struct book *book, const struct stop *stop)
{
    struct snippets row = {0};
    if (!stop)
        return;
    add_filled(book, &row, tr(book->language, "Bus %s"), stop->line);
    add(book, &row, list_comma(book->language), SNIPPET_PLAIN);
    add(book, &row, stop->name, SNIPPET_VALUE);
    add(book, &row, matter_mark(book, &stop->origin), SNIPPET_MARK);
    put_row(book, "bus-front", &row);
}

static void put_access(struct book *book, const struct site *site)
{
    static const char *const entrances[] = {
        [ENTRANCE_STEP_FREE] = N_("step-free entrance"),
        [ENTRANCE_STEPS] = N_("steps at the entrance"),
    };
    static const char *const lifts[] = {[LIFT_YES] = N_("lift"), [LIFT_NO] = N_("no lift")};
    struct snippets row = {0};
    if (site->entrance != ENTRANCE_UNKNOWN)
        add(book, &row, tr(book->language, entrances[site->entrance]), SNIPPET_PLAIN);
    if (row.count && site->lift != LIFT_UNKNOWN)
        add(book, &row, list_comma(book->language), SNIPPET_PLAIN);
    if (site->lift != LIFT_UNKNOWN)
        add(book, &row, tr(book->language, lifts[site->lift]), SNIPPET_PLAIN);
    if (row.count)
        put_row(book, site->entrance == ENTRANCE_STEPS ? "stairs" : "wheelchair", &row);
}

// ---- Hours -------------------------------------------------------------------------------------

// A dash has no direction: between two times of right-to-left text there are words.
static const char *times_text(struct book *book, const char *times)
{
    const char *dash = strstr(times, "–");
    if (!book->language->rtl || !dash)
        return times;
    return arena_print(book->arena, tr(book->language, "%s to %s"),
                       arena_copy(book->arena, times, (size_t)(dash - times)), dash + strlen("–"));
}

static struct setting set_words(struct book *book, const struct snippets *snippets, double width)
{
    struct style style = book_style(book, WEIGHT_REGULAR, book->body, INK_BLACK);
    return setting_new(book->arena, book->sheet, &style, LEADING_BODY, snippets, width);
}

// The days at the start, all their times beside them.
static void put_days(struct book *book, const char *days, const struct snippets *times,
                     double days_width)
{
    struct snippets left = {0};
    add(book, &left, days, SNIPPET_PLAIN);
    struct setting setting = set_words(book, times, book_width(book) - text_start - days_width);
    struct setting names = set_words(book, &left, days_width - 3);
    double height = fmax(setting_height(&setting), setting_height(&names));
    book_need(book, height);
    double top = book->y;
    book_put(book, "P", names, text_start);
    book->y = top;
    book_put(book, "P", setting, text_start + days_width);
    book->y = top + height;
}

static void add_times(struct book *book, struct snippets *times, const struct timetable_row *row)
{
    if (times->count)
        add(book, times, "\n", SNIPPET_PLAIN);
    add(book, times, times_text(book, row->times),
        book->language->rtl ? SNIPPET_PLAIN : SNIPPET_VALUE);
    if (*row->note)
        add(book, times, row->note, SNIPPET_MARK);
}

// As wide as the widest days, but leaving the times half of the line.
static double days_width(struct book *book, const struct timetable *table)
{
    struct style style = book_style(book, WEIGHT_REGULAR, book->body, INK_BLACK);
    double widest = 0;
    for (size_t i = 0; i < table->rows.count; i++)
        widest = fmax(widest, sheet_width(book->sheet, &style, table->rows.items[i].days));
    return fmin(widest + 6, (book_width(book) - text_start) * 0.58);
}

static void put_table(struct book *book, const struct timetable *table)
{
    double width = days_width(book, table);
    for (size_t i = 0; i < table->rows.count;) {
        const char *days = table->rows.items[i].days;
        struct snippets times = {0};
        do
            add_times(book, &times, &table->rows.items[i]);
        while (++i < table->rows.count && !*table->rows.items[i].days);
        put_days(book, days, &times, width);
    }
}

// Closures and other hours that are still to come, by their dates.
struct exceptional {
    struct date date;
    const char *text;
};

struct exceptionals {
    LIST(struct exceptional) list;
};

static void add_exceptional(struct book *book, struct exceptionals *all, struct date from,
                            struct date to, const char *what)
{
    const char *first = date_text(book->arena, book->language, from);
    const char *days = date_compare(from, to) == 0
                           ? first
                           : arena_print(book->arena, tr(book->language, "%s to %s"), first,
                                         date_text(book->arena, book->language, to));
    if (date_compare(to, book->guide->newest) < 0)
        return;
    *list_add(book->arena, &all->list) =
        (struct exceptional){from, arena_print(book->arena, "%s: %s", days, what)};
    for (size_t i = all->list.count - 1;
         i > 0 && date_compare(all->list.items[i].date, all->list.items[i - 1].date) < 0; i--) {
        struct exceptional later = all->list.items[i - 1];
        all->list.items[i - 1] = all->list.items[i];
        all->list.items[i] = later;
    }
}

static void put_exceptions(struct book *book, const struct hours *hours)
{
    struct exceptionals all = {0};
    for (size_t i = 0; i < hours->closures.count; i++)
        add_exceptional(book, &all, hours->closures.items[i].from, hours->closures.items[i].to,
                        tr(book->language, "closed"));
    for (size_t i = 0; i < hours->specials.count; i++) {
        const struct special *special = &hours->specials.items[i];
        const char *times = arena_print(book->arena, "%d:%02d–%d:%02d", special->from / 60,
                                        special->from % 60, special->to / 60, special->to % 60);
        add_exceptional(book, &all, special->date, special->date, times_text(book, times));
    }
    for (size_t i = 0; i < all.list.count; i++) {
        struct snippets row = {0};
        add(book, &row, all.list.items[i].text, SNIPPET_PLAIN);
        put_words(book, &row, text_start, book_width(book) - text_start);
    }
}

static const char *number_date(struct book *book, struct date date)
{
    return arena_print(book->arena, "%02d.%02d.%d", date.day, date.month, date.year);
}

static void put_validity(struct book *book, const struct hours *hours)
{
    struct snippets row = {0};
    if (hours->from.year)
        add_filled(book, &row, tr(book->language, "From %s"), number_date(book, hours->from));
    if (hours->from.year && hours->to.year)
        add(book, &row, list_comma(book->language), SNIPPET_PLAIN);
    if (hours->to.year)
        add_filled(book, &row, tr(book->language, "Until %s"), number_date(book, hours->to));
    if (row.count)
        put_words(book, &row, text_start, book_width(book) - text_start);
}

static void put_hours(struct book *book, const struct hours *hours)
{
    struct snippets row = {0};
    add(book, &row, tr(book->language, "Opening hours"), SNIPPET_BOLD);
    if (hours)
        add(book, &row, matter_mark(book, &hours->origin), SNIPPET_MARK);
    else
        add(book, &row,
            arena_print(book->arena, "\n%s", tr(book->language, "Please ask for today’s hours")),
            SNIPPET_PLAIN);
    struct timetable table = {0};
    if (hours)
        table = timetable_build(book->arena, book->language, hours);
    book_need(book, book_lines(book, 2 + (int)table.rows.count));
    put_row(book, "clock", &row);
    if (!hours)
        return;
    put_table(book, &table);
    put_exceptions(book, hours);
    put_validity(book, hours);
    book_gap(book, row_gap);
}

// ---- Contact -----------------------------------------------------------------------------------

static void put_contact(struct book *book, const char *icon, const struct contact *contact)
{
    struct snippets row = {0};
    if (!contact)
        return;
    add(book, &row, contact->shown, SNIPPET_VALUE);
    add(book, &row, matter_mark(book, &contact->origin), SNIPPET_MARK);
    put_row(book, icon, &row);
}

static void add_to_list(struct book *book, struct snippets *row, const char *text,
                        enum snippet_kind kind)
{
    if (row->count > 1)
        add(book, row, list_comma(book->language), SNIPPET_PLAIN);
    add(book, row, text, kind);
}

// "Languages spoken: Deutsch, English, العربية".
static void begin_list(struct book *book, struct snippets *row, const char *label)
{
    add(book, row, arena_print(book->arena, "%s: ", tr(book->language, label)), SNIPPET_BOLD);
}

static void put_speaks(struct book *book, const struct office *office)
{
    struct snippets row = {0};
    begin_list(book, &row, N_("Languages spoken"));
    for (size_t i = 0; i < office->speaks.count; i++)
        add_to_list(book, &row, office->speaks.items[i]->endonym, SNIPPET_VALUE);
    if (office->speaks.count == 0)
        return;
    add(book, &row, matter_mark(book, &office->origin), SNIPPET_MARK);
    put_row(book, "chat-square-text", &row);
}

static void put_interpreting(struct book *book, const struct office *office)
{
    const struct {
        bool offered;
        const char *way;
    } ways[] = {
        {office->interpreting_person, N_("in person")},
        {office->interpreting_phone, N_("by phone")},
        {office->interpreting_video, N_("by video")},
    };
    struct snippets row = {0};
    begin_list(book, &row, N_("Interpreting"));
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (ways[i].offered)
            add_to_list(book, &row, tr(book->language, ways[i].way), SNIPPET_PLAIN);
    if (row.count > 1)
        put_row(book, "translate", &row);
}

// ---- The office --------------------------------------------------------------------------------

void office_facts(struct book *book, const struct office *office)
{
    for (size_t i = 0; i < office->sites.count; i++) {
        const struct site *site = &office->sites.items[i];
        put_address(book, site);
        put_room(book, site->room);
        put_stop(book, site->stop);
        put_access(book, site);
        put_hours(book, site->hours);
        book_gap(book, site_gap);
    }
    for (size_t i = 0; i < office->phones.count; i++)
        put_contact(book, "telephone", &office->phones.items[i]);
    put_contact(book, "envelope", office->email);
    put_contact(book, "calendar-check", office->appointment);
    put_contact(book, "globe2", office->website);
    put_speaks(book, office);
    put_interpreting(book, office);
}

void office_door_name(struct book *book, const struct office *office, double start, double width)
{
    const struct words *own = words_in(&office->words, book->index), *german = office->words.in[0];
    const char *name = words_text(book->arena, german, BLOCK_NAME, NULL);
    if (strcmp(name, words_text(book->arena, own, BLOCK_NAME, NULL)) == 0)
        return;
    struct snippets row = {0};
    struct style style = book_style(book, WEIGHT_REGULAR, book->body, INK_BLACK);
    add(book, &row, name, SNIPPET_TAG);
    book_put(book, "P", setting_new(book->arena, book->sheet, &style, LEADING_BODY, &row, width),
             start);
}

static void put_items(struct book *book, const struct words *words, enum block_kind kind,
                      const char *heading)
{
    const struct block *block = block_find(words, kind, NULL);
    if (!block || block->children.count == 0)
        return;
    matter_heading(book, book->language, tr(book->language, heading));
    matter_list(book, words, block, 0);
}

void office_matter(struct book *book, const struct office *office)
{
    const struct words *words = words_in(&office->words, book->index);
    put_items(book, words, BLOCK_HELP, N_("We help you with"));
    put_items(book, words, BLOCK_BRING, N_("Please bring"));
    matter_heading(book, book->language, tr(book->language, "Where to go"));
    office_facts(book, office);
    matter_blocks(book, words);
}
