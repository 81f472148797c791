#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Writes src/text/cldr.c, the names of days and months: cldr.py src/text/language.c > src/text/cldr.c

From CLDR (Debian: unicode-cldr-core). What a locale lacks it inherits, and names that stand alone
are those within a date where it has no others. Days begin with a capital, as the rows of a table do.
"""
import re
import sys
import xml.etree.ElementTree as ElementTree

MAIN = '/usr/share/unicode/cldr/common/main'
GREGORIAN = "dates/calendars/calendar[@type='gregorian']"
DAYS = ('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun')
HEAD = '''\
// SPDX-License-Identifier: EUPL-1.2 AND Unicode-DFS-2016
// Made by tests/text/cldr.py from Unicode CLDR 41; not to be edited.
#include "text/calendar.h"

// clang-format off
const struct calendar calendars[] = {
'''


def locales(source):
    """(tag, CLDR's locale): the first and the last but one column of the table."""
    with open(source, encoding='utf-8') as file:
        return re.findall(r'^    \{"([^"]+)",.*"([^"]+)", +[A-Z_]+\},$', file.read(), re.M)


def parent(locale):
    return {'en_GB': 'en_001', 'en_001': 'en'}.get(locale, locale.rpartition('_')[0])


def first(locale, *paths):
    """The text at the first of the paths that the locale or one it inherits from has."""
    for path in paths:
        at = locale
        while at:
            element = ElementTree.parse(f'{MAIN}/{at}.xml').getroot().find(path)
            if element is not None and element.text != '↑↑↑':
                return element.text
            at = parent(at)
    root = ElementTree.parse(f'{MAIN}/root.xml').getroot()
    return next(element.text for path in paths if (element := root.find(path)) is not None)


def day(locale, width, name):
    text = first(locale, *(f"{GREGORIAN}/days/dayContext[@type='{context}']"
                           f"/dayWidth[@type='{width}']/day[@type='{name}']"
                           for context in ('stand-alone', 'format')))
    upper = 'İ' if locale == 'tr' and text[0] == 'i' else text[0].upper()
    return text[0] + text[1:] if 'Ა' <= upper <= 'Ჿ' else upper + text[1:]  # Georgian has none


def dates(locale):
    """For each month how a day of it is written, with %d for the day; no line ends within."""
    pattern = first(locale, *(f"{GREGORIAN}/dateTimeFormats/availableFormats"
                              f"/dateFormatItem[@id='{name}']" for name in ('MMMMd', 'MMMd')))
    for month in range(1, 13):
        names = {form: first(locale, *(f"{GREGORIAN}/months/monthContext[@type='{context}']"
                                       f"/monthWidth[@type='wide']/month[@type='{month}']"
                                       for context in contexts))
                 for form, contexts in (('M', ('format',)), ('L', ('stand-alone', 'format')))}
        def field(match):
            run = match.group()
            if run[0] == 'd':
                return '%d'
            if run[0] == "'":
                return run[1:-1]
            return names[run[0]] if len(run) >= 3 else str(month)
        yield re.sub(r"d+|M+|L+|'[^']*'", field, pattern).replace(' ', '\\u00a0')


def quoted(texts):
    return ', '.join('"' + text + '"' for text in texts)


def main():
    print(HEAD, end='')
    for tag, locale in locales(sys.argv[1]):
        print(f'    {{"{tag}",')
        print('     {' + quoted(day(locale, 'wide', name) for name in DAYS) + '},')
        print('     {' + quoted(day(locale, 'abbreviated', name) for name in DAYS) + '},')
        print('     {' + quoted(dates(locale)) + '}},')
    print('''\
};
// clang-format on

const size_t calendar_count = sizeof calendars / sizeof *calendars;''')


if __name__ == '__main__':
    main()
