// SPDX-License-Identifier: EUPL-1.2
#include "text/tr.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>

// Told that LANGUAGE has changed, gettext looks the catalogue up again.
extern int _nl_msg_cat_cntr;

static const char staff_domain[] = "wegweiser-staff";
static const struct language *current;

// From glibc 2.39 on, gettext ignores LANGUAGE in the locales C and C.*. A locale of another
// name, made of nothing but glibc's own 48-byte SYS_LC_MESSAGES, brings it back.
bool tr_open(const char *folder)
{
    current = NULL;
    setlocale(LC_CTYPE, "C.UTF-8");
    setenv("LOCPATH", folder, 1);
    bool ok = setlocale(LC_MESSAGES, "any") != NULL;
    unsetenv("LOCPATH");
    static const char *const domains[] = {"wegweiser", staff_domain};
    for (size_t i = 0; i < sizeof domains / sizeof *domains; i++)
        ok = ok && bindtextdomain(domains[i], folder) &&
             bind_textdomain_codeset(domains[i], "UTF-8");
    return ok && textdomain("wegweiser");
}

static void switch_to(const struct language *language)
{
    if (language == current)
        return;
    current = language;
    setenv("LANGUAGE", language->catalogs, 1);
    _nl_msg_cat_cntr++;
}

const char *tr(const struct language *language, const char *msgid)
{
    switch_to(language);
    return gettext(msgid);
}

const char *trn(const struct language *language, const char *one, const char *many, unsigned long n)
{
    switch_to(language);
    return ngettext(one, many, n);
}

const char *tr_staff(const char *msgid)
{
    switch_to(language_find("de"));
    return dgettext(staff_domain, msgid);
}
