// SPDX-License-Identifier: EUPL-1.2
#include "guide/type.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/file.h"
#include "text/language.h"

#define DIGITS "0123456789"
#define SMALL "abcdefghijklmnopqrstuvwxyz"
#define LETTERS SMALL "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

enum { WORD_ROOM = 16, ID_LIMIT = 64, PHONE_LEAST = 7, PHONE_MOST = 15 };  // ITU-T E.164

static bool starts_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

static bool consists_of(const char *text, const char *characters)
{
    return *text && !text[strspn(text, characters)];
}

const char *type_word(const char *text, char *word, size_t room)
{
    text += strspn(text, " ");
    size_t length = strcspn(text, " ");
    if (length == 0)
        return NULL;
    size_t kept = length < room ? length : room - 1;
    memcpy(word, text, kept);
    word[kept] = '\0';
    return text + length;
}

// The first word that stands twice.
static bool find_twice(const char *text, char *word, size_t room)
{
    char later[WORD_ROOM];
    while ((text = type_word(text, word, room)))
        for (const char *rest = text; (rest = type_word(rest, later, sizeof later));)
            if (strcmp(word, later) == 0)
                return true;
    return false;
}

// The first word that does not fit.
static bool find_unfit(const char *text, bool (*fits)(const char *word), char *word, size_t room)
{
    while ((text = type_word(text, word, room)))
        if (!fits(word))
            return true;
    return false;
}

// At least one word, each of which fits, none twice.
static bool all_words(const char *text, bool (*fits)(const char *word))
{
    char word[WORD_ROOM];
    return type_word(text, word, sizeof word) && !find_unfit(text, fits, word, sizeof word) &&
           !find_twice(text, word, sizeof word);
}

static bool is_text(const char *text)
{
    return text[strspn(text, " \t\r\n")] != '\0';
}

static bool is_id(const char *text)
{
    return consists_of(text, SMALL DIGITS "-") && strlen(text) <= ID_LIMIT && *text != '-';
}

static bool is_date(const char *text)
{
    struct date date;
    return date_parse(text, &date);
}

static bool is_clock(const char *text)
{
    int minute;
    return clock_parse(text, &minute);
}

static bool is_day(const char *word)
{
    return type_day(word) >= 0;
}

static bool is_days(const char *text)
{
    return all_words(text, is_day);
}

static bool is_week(const char *word)
{
    return *word >= '1' && *word <= '5' && !word[1];
}

static bool is_weeks(const char *text)
{
    return all_words(text, is_week);
}

static bool is_web(const char *text)
{
    const char *host = starts_with(text, "https://")  ? text + 8
                       : starts_with(text, "http://") ? text + 7
                                                      : "";
    return consists_of(text, LETTERS DIGITS "-._~:/?#[]@!$&'()*+,;=%") &&
           strspn(host, LETTERS DIGITS ".-") > 0;
}

static bool is_base(const char *text)
{
    return is_web(text) && text[strlen(text) - 1] != '/' && !strpbrk(text, "?#");
}

static bool is_email(const char *text)
{
    size_t name = strspn(text, LETTERS DIGITS "._%+-");
    if (name == 0 || text[name] != '@')
        return false;
    const char *host = text + name + 1;
    const char *dot = strrchr(host, '.');
    return consists_of(host, LETTERS DIGITS ".-") && dot && dot != host && dot[1] &&
           !strstr(host, "..") && *host != '-';
}

// Digits in groups: "+49 4921 87-1800" or a short number, "116 117".
static bool is_phone(const char *text)
{
    bool full = *text == '+';
    size_t digits = 0;
    for (text += full; *text; text++) {
        bool separator = *text == ' ' || *text == '-';
        if (separator ? digits == 0 || !text[1] || !strchr(DIGITS, text[1])
                      : *text < '0' || *text > '9')
            return false;
        digits += !separator;
    }
    return full ? digits >= PHONE_LEAST && digits <= PHONE_MOST
                : digits >= 3 && digits < PHONE_LEAST;
}

static bool is_geo(const char *text)
{
    return consists_of(text, DIGITS ".,-;=" LETTERS) && strchr(text, ',');
}

static bool is_tel(const char *text)
{
    return !strchr(text, ' ') && is_phone(text);
}

static bool is_url(const char *text)
{
    static const struct {
        const char *scheme;
        bool (*fits)(const char *rest);
    } schemes[] = {{"mailto:", is_email}, {"tel:", is_tel}, {"geo:", is_geo}};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (starts_with(text, schemes[i].scheme))
            return schemes[i].fits(text + strlen(schemes[i].scheme));
    return is_web(text);
}

static bool is_number(const char *text)
{
    size_t whole = strspn(text, DIGITS);
    const char *rest = text + whole;
    return whole > 0 && whole <= 9 && (!*rest || (*rest == '.' && consists_of(rest + 1, DIGITS)));
}

static bool is_whole(const char *text, long least, long most)
{
    char *end;
    long number = strtol(text, &end, 10);
    return consists_of(text, DIGITS "-") && !*end && number >= least && number <= most;
}

static bool is_months(const char *text)
{
    return is_whole(text, 1, 120);
}

static bool is_floor(const char *text)
{
    return is_whole(text, -9, 99);
}

static bool is_degrees(const char *text, double most)
{
    char *end;
    double degrees = strtod(text, &end);
    return consists_of(text, DIGITS ".-") && !*end && degrees >= -most && degrees <= most;
}

static bool is_latitude(const char *text)
{
    return is_degrees(text, 90);
}

static bool is_longitude(const char *text)
{
    return is_degrees(text, 180);
}

static bool is_postcode(const char *text)
{
    return consists_of(text, DIGITS) && strlen(text) == 5;
}

static bool is_language(const char *text)
{
    return language_find(text) != NULL;
}

static bool is_languages(const char *text)
{
    return all_words(text, is_language);
}

// libc takes an unknown zone for UTC without a word, and the hours would be wrong.
static bool is_timezone(const char *text)
{
    static const char folder[] = "/usr/share/zoneinfo/";
    char path[sizeof folder + ID_LIMIT] = "";
    if (!consists_of(text, LETTERS DIGITS "_+-/") || *text == '/' || strlen(text) > ID_LIMIT)
        return false;
    strcat(strcat(path, folder), text);
    return file_exists(path) || !folder_exists(folder);
}

static bool is_digest(const char *word)
{
    return consists_of(word, DIGITS "abcdef") && strlen(word) == 4;
}

// Unlike other lists, two blocks may have the same words.
static bool is_digests(const char *text)
{
    char word[WORD_ROOM];
    while ((text = type_word(text, word, sizeof word)))
        if (!is_digest(word))
            return false;
    return true;
}

// TRANSLATORS: what a wrong value is, to follow "… is".
static const struct {
    const char *misfit, *example;
    bool (*fits)(const char *text);
    const char *item;  // of a list
    bool (*item_fits)(const char *word);
} types[TYPES] = {
    [TYPE_TEXT] = {E_("no text"), "…", is_text},
    [TYPE_ID] = {E_("no id (a-z, 0-9 and hyphens)"), "first-steps", is_id},
    [TYPE_DATE] = {E_("no date"), "2026-11-20", is_date},
    [TYPE_VERIFIED] = {E_("no date"), "2026-11-20", is_date},
    [TYPE_CLOCK] = {E_("no time of day"), "08:30", is_clock},
    [TYPE_DAYS] = {E_("no list of days, each once"), "mo tu we th fr sa su", is_days, E_("no day"),
                   is_day},
    [TYPE_WEEKS] = {E_("no list of weeks of the month, each once"), "1 3", is_weeks,
                    E_("no week of the month (1 to 5)"), is_week},
    [TYPE_URL] = {E_("no address (https, http, mailto, tel or geo)"), "https://www.emden.de/",
                  is_url},
    [TYPE_WEB] = {E_("no web address"), "https://www.emden.de/", is_web},
    [TYPE_BASE] = {E_("no web address without a slash at the end"), "https://guide.emden.de",
                   is_base},
    [TYPE_EMAIL] = {E_("no e-mail address"), "info@emden.de", is_email},
    [TYPE_PHONE] = {E_("no phone number"), "+49 4921 87-0", is_phone},
    [TYPE_NUMBER] = {E_("no number"), "18.36", is_number},
    [TYPE_MONTHS] = {E_("no number of months from 1 to 120"), "12", is_months},
    [TYPE_FLOOR] = {E_("no floor (0 is the ground floor)"), "2", is_floor},
    [TYPE_LATITUDE] = {E_("no latitude"), "53.3670", is_latitude},
    [TYPE_LONGITUDE] = {E_("no longitude"), "7.2060", is_longitude},
    [TYPE_POSTCODE] = {E_("no postcode of five digits"), "26721", is_postcode},
    [TYPE_LANGUAGE] = {E_("no language of the program"), "uk", is_language},
    [TYPE_LANGUAGES] = {E_("no list of languages, each once"), "de en uk ar", is_languages,
                        E_("no language"), is_language},
    [TYPE_TIMEZONE] = {E_("no time zone"), "Europe/Berlin", is_timezone},
    [TYPE_DIGESTS] = {E_("no list of digests"), NULL, is_digests},
};

bool type_fits(enum type type, const char *text)
{
    return !types[type].fits || types[type].fits(text);
}

const char *type_item(enum type type)
{
    return types[type].item ? fault_tr(types[type].item) : NULL;
}

bool type_find_unfit(enum type type, const char *text, char *word, size_t room)
{
    return find_unfit(text, types[type].item_fits, word, room);
}

bool type_find_twice(enum type type, const char *text, char *word, size_t room)
{
    return !type_find_unfit(type, text, word, room) && find_twice(text, word, room);
}

const char *type_misfit(enum type type)
{
    return fault_tr(types[type].misfit);
}

const char *type_example(enum type type)
{
    return types[type].example;
}

int type_day(const char *word)
{
    static const char *const days[] = {"mo", "tu", "we", "th", "fr", "sa", "su"};
    for (int i = 0; i < 7; i++)
        if (strcmp(word, days[i]) == 0)
            return i;
    return -1;
}

int type_choice(const char *choices, const char *text)
{
    char word[WORD_ROOM];
    for (int i = 0; (choices = type_word(choices, word, sizeof word)); i++)
        if (strcmp(word, text) == 0)
            return i;
    return -1;
}
