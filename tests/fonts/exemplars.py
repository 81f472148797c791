#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Writes what each language must be able to show: exemplars.py src/text/language.c FOLDER

FOLDER/TAG.txt has a row for each letter of the alphabet (small, and as it begins a sentence), each
digit, each punctuation mark and each name of a day, by CLDR (Debian: unicode-cldr-core,
python3-icu).
"""
import os
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree

import icu

MAIN = '/usr/share/unicode/cldr/common/main'
INHERITED = '↑↑↑'


def locales(source):
    """(tag, CLDR's locale): the first and the last but one column of the table."""
    with open(source, encoding='utf-8') as file:
        return re.findall(r'^    \{"([^"]+)",.*"([^"]+)", +[A-Z_]+\},$', file.read(), re.M)


def files(locale):
    """The locale, then what it inherits from: en_GB, en, root."""
    while locale:
        yield ElementTree.parse(f'{MAIN}/{locale}.xml').getroot()
        locale = locale.rpartition('_')[0]
    yield ElementTree.parse(f'{MAIN}/root.xml').getroot()


def exemplars(locale, kind):
    for file in files(locale):
        for element in file.findall('characters/exemplarCharacters'):
            if element.get('type') == kind and element.text != INHERITED:
                return sorted(icu.UnicodeSet(element.text))
    return []


def letters(locale, alphabet):
    """A mark stands on a letter; a word begins with what the locale makes of the letter."""
    first = next((letter for letter in alphabet if letter.isalpha()), '')
    for letter in alphabet:
        if unicodedata.category(letter[0])[0] == 'M':
            yield first + letter
        else:
            yield letter
            yield str(icu.UnicodeString(letter).toTitle(icu.Locale(locale)))


def day_names(locale):
    names = {}
    for file in files(locale):
        for width in file.findall("dates/calendars/calendar[@type='gregorian']/days/"
                                  "dayContext[@type='format']/dayWidth"):
            if width.get('type') in ('wide', 'abbreviated'):
                for day in width.findall('day'):
                    if day.text != INHERITED:
                        names.setdefault((width.get('type'), day.get('type')), day.text)
    return names.values()


def main():
    source, folder = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    for tag, locale in locales(source):
        rows = [*letters(locale, exemplars(locale, None)), *exemplars(locale, 'numbers'),
                *exemplars(locale, 'punctuation'), *day_names(locale)]
        with open(f'{folder}/{tag}.txt', 'w', encoding='utf-8') as file:
            file.write(''.join(row + '\n' for row in dict.fromkeys(rows)))


if __name__ == '__main__':
    main()
