// SPDX-License-Identifier: EUPL-1.2
#include "guide/twice.h"

#include <string.h>
#include <strings.h>

#include "text/fold.h"

// ---- Phone, e-mail, web ----------------------------------------------------------------------

static const char *next_digit(const char *text)
{
    return text + strcspn(text, "+0123456789");
}

// Nothing is like a number without digits: it has been reported.
static bool same_phone(const char *a, const char *b)
{
    bool any = *next_digit(a);
    for (a = next_digit(a), b = next_digit(b); *a && *a == *b;)
        a = next_digit(a + 1), b = next_digit(b + 1);
    return any && *a == *b;
}

static void check_phones(const struct office *a, const struct office *b, struct faults *faults)
{
    for (size_t i = 0; i < a->phones.count; i++)
        for (size_t j = 0; j < b->phones.count; j++)
            if (same_phone(a->phones.items[i].plain, b->phones.items[j].plain))
                work_add(faults, WORK_TWICE, b->phones.items[j].place,
                         "`%s` has the same phone number; make sure that both are right", a->id);
}

static void check_emails(const struct office *a, const struct office *b, struct faults *faults)
{
    if (a->email && b->email && *a->email->plain &&
        strcasecmp(a->email->plain, b->email->plain) == 0)
        work_add(faults, WORK_TWICE, b->email->place,
                 "`%s` has the same e-mail address; make sure that both are right", a->id);
}

// Behind the scheme and `www.`
static const char *bare(const char *url)
{
    const char *host = strstr(url, "://");
    host = host ? host + strlen("://") : url;
    return strncasecmp(host, "www.", 4) == 0 ? host + 4 : host;
}

// Only the host is the same in capitals and small letters.
static bool same_web(const char *a, const char *b)
{
    a = bare(a), b = bare(b);
    size_t host = strcspn(a, "/");
    if (host == 0 || host != strcspn(b, "/") || strncasecmp(a, b, host) != 0)
        return false;
    size_t length_a = strlen(a), length_b = strlen(b);
    length_a -= a[length_a - 1] == '/';
    length_b -= b[length_b - 1] == '/';
    return length_a == length_b && memcmp(a + host, b + host, length_a - host) == 0;
}

static void check_webs(const struct office *a, const struct office *b, struct faults *faults)
{
    const struct contact *of_a[] = {a->website, a->appointment};
    const struct contact *of_b[] = {b->website, b->appointment};
    for (size_t i = 0; i < 2; i++)
        for (size_t j = 0; j < 2; j++)
            if (of_a[i] && of_b[j] && same_web(of_a[i]->plain, of_b[j]->plain))
                work_add(faults, WORK_TWICE, of_b[j]->place,
                         "`%s` has the same web address; make sure that both are right", a->id);
}

// ---- Street ----------------------------------------------------------------------------------

static bool same_text(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

// "hauptstr 1" of "Hauptstraße 1" and of "Hauptstr. 1".
static const char *folded_street(struct arena *arena, const char *street)
{
    static const char whole[] = "strasse", brief[] = "str";
    char *text = folded(arena, street);
    for (char *at = text; (at = strstr(at, whole));) {
        at += strlen(brief);
        const char *rest = at + strlen(whole) - strlen(brief);
        memmove(at, rest, strlen(rest) + 1);
    }
    return text;
}

static bool same_address(struct arena *arena, const struct address *a, const struct address *b)
{
    return same_text(a->postcode, b->postcode) &&
           same_text(folded_street(arena, a->street), folded_street(arena, b->street));
}

static void check_addresses(struct arena *arena, const struct office *a, const struct site *x,
                            const struct site *y, struct faults *faults)
{
    bool building = same_text(x->building, y->building);
    if (!x->address || !y->address || same_address(arena, x->address, y->address) == building)
        return;
    if (building)
        work_add(faults, WORK_TWICE, y->address->place,
                 "the building `%s` has another address in `%s`; correct one of them", x->building,
                 a->id);
    else
        work_add(faults, WORK_TWICE, y->address->place,
                 "`%s` has the same address; give both sites the same `building`", a->id);
}

// Offices in one building have one address, and the other way round.
static void check_sites(struct arena *arena, const struct office *a, const struct office *b,
                        struct faults *faults)
{
    for (size_t i = 0; i < a->sites.count; i++)
        for (size_t j = 0; j < b->sites.count; j++)
            check_addresses(arena, a, &a->sites.items[i], &b->sites.items[j], faults);
}

void twice_check(const struct guide *guide, struct faults *faults)
{
    for (size_t i = 0; i < guide->offices.count; i++) {
        for (size_t j = i + 1; j < guide->offices.count; j++) {
            const struct office *a = &guide->offices.items[i], *b = &guide->offices.items[j];
            check_phones(a, b, faults);
            check_emails(a, b, faults);
            check_webs(a, b, faults);
            check_sites(guide->arena, a, b, faults);
        }
    }
}
