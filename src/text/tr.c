// SPDX-License-Identifier: EUPL-1.2
#include "text/tr.h"

#include <libintl.h>
#include <locale.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

// Told that LANGUAGE has changed, gettext looks the catalogue up again.
extern int _nl_msg_cat_cntr;

static const char staff_domain[] = "wegweiser-staff";
static const char editor_domain[] = "wegweiser-editor";
static const struct language *current;
static bool german_editor;

// The kiosk copies its content in a thread of its own, which may have a fault to tell.
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

// ---- Opening ---------------------------------------------------------------------------------

static bool is_language(const char *locale, const char *language)
{
    size_t length = strlen(language);
    return strncmp(locale, language, length) == 0 && strchr(":._@", locale[length]);
}

// German before English in LANGUAGE's "fr:de_DE:en": the first for which there are words.
static bool is_german(const char *list)
{
    for (const char *at = list; at; at = strchr(at, ':')) {
        at += *at == ':';
        if (is_language(at, "de"))
            return true;
        if (is_language(at, "en") || is_language(at, "C") || is_language(at, "POSIX"))
            return false;
    }
    return false;
}

static const char *locale_of_messages(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return value;
    }
    return "";
}

// As the environment says before switch_to() changes it.
static bool wants_german(void)
{
    const char *locale = locale_of_messages(), *list = getenv("LANGUAGE");
    if (is_language(locale, "C") || is_language(locale, "POSIX"))
        return false;
    return is_german(list && *list ? list : locale);
}

// From glibc 2.39 on, gettext ignores LANGUAGE in the locales C and C.*. A locale of another
// name, made of nothing but glibc's own 48-byte SYS_LC_MESSAGES, brings it back.
bool tr_open(const char *folder)
{
    current = NULL;
    german_editor = wants_german();
    setlocale(LC_CTYPE, "C.UTF-8");
    setenv("LOCPATH", folder, 1);
    bool ok = setlocale(LC_MESSAGES, "any") != NULL;
    unsetenv("LOCPATH");
    static const char *const domains[] = {"wegweiser", staff_domain, editor_domain};
    for (size_t i = 0; i < sizeof domains / sizeof *domains; i++)
        ok = ok && bindtextdomain(domains[i], folder) &&
             bind_textdomain_codeset(domains[i], "UTF-8");
    return ok && textdomain("wegweiser");
}

// ---- Looking up ------------------------------------------------------------------------------

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
    pthread_mutex_lock(&lock);
    switch_to(language);
    const char *text = gettext(msgid);
    pthread_mutex_unlock(&lock);
    return text;
}

const char *trn(const struct language *language, const char *one, const char *many, unsigned long n)
{
    pthread_mutex_lock(&lock);
    switch_to(language);
    const char *text = ngettext(one, many, n);
    pthread_mutex_unlock(&lock);
    return text;
}

static const char *in_german(const char *domain, const char *msgid)
{
    pthread_mutex_lock(&lock);
    switch_to(language_find("de"));
    const char *text = dgettext(domain, msgid);
    pthread_mutex_unlock(&lock);
    return text;
}

const char *tr_staff(const char *msgid)
{
    return in_german(staff_domain, msgid);
}

const char *tr_editor(const char *msgid)
{
    return german_editor ? in_german(editor_domain, msgid) : msgid;
}
