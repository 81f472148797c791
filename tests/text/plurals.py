#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Whether the plural forms of the catalogues are CLDR's: plurals.py src/text/language.c locales/*.po

For 0 … 999 two numbers must share a form exactly if they share a category of CLDR's rules (Debian:
unicode-cldr-core). Prints what differs.
"""
import gettext
import os
import re
import sys
import xml.etree.ElementTree as ElementTree

# Since CLDR 42 101, 201 … are `few` in Romanian, as ICU 72 has it; Debian 12 packages CLDR 41.
NEWER = {('ro', 'few'): 'n = 0 or n != 1 and n % 100 = 1..19'}
PLURALS = '/usr/share/unicode/cldr/common/supplemental/plurals.xml'


def locales(source):
    with open(source, encoding='utf-8') as file:
        rows = re.findall(r'^    \{"([^"]+)",.*"([^"]+)", +[A-Z_]+\},$', file.read(), re.M)
    return {tag: locale for tag, locale in rows}


def condition(text):
    """A rule such as "n % 10 = 2..4 and n % 100 != 12..14" for whole numbers, as a function of n."""
    def relation(part):
        match = re.fullmatch(r'([nivwftce])(?: % (\d+))? (=|!=) ([\d.,]+)', part.strip())
        operand, modulus, sign, ranges = match.groups()
        values = set()
        for piece in ranges.split(','):
            low, _, high = piece.partition('..')
            values |= set(range(int(low), int(high or low) + 1))
        def holds(n):
            value = n if operand in 'ni' else 0  # no visible fraction, no exponent
            return ((value % int(modulus) if modulus else value) in values) == (sign == '=')
        return holds
    alternatives = [[relation(part) for part in alternative.split(' and ')]
                    for alternative in text.split(' or ')]
    return lambda n: any(all(holds(n) for holds in parts) for parts in alternatives)


def rules_of(locale):
    """[(category, condition)] of the locale or of what it inherits from, "other" last."""
    root = ElementTree.parse(PLURALS).getroot()
    while locale:
        for element in root.iter('pluralRules'):
            if locale in element.get('locales').split():
                rules = [(count, NEWER.get((locale, count), rule.text.split('@')[0].strip()))
                         for rule in element for count in [rule.get('count')]]
                return [(count, condition(text) if text else lambda n: True)
                        for count, text in rules]
        locale = locale.rpartition('_')[0]
    raise SystemExit('no plural rules in CLDR')


def main():
    cldr = locales(sys.argv[1])
    differ = False
    for path in sys.argv[2:]:
        tag = os.path.basename(path)[:-len('.po')]
        with open(path, encoding='utf-8') as file:
            header = file.read().replace('"\n"', '')  # gettext's tools fold long lines
        form = gettext.c2py(re.search(r'plural=([^;]*);', header).group(1))
        rules = rules_of(cldr[tag])
        forms = {}
        for n in range(1000):
            category = next(name for name, holds in rules if holds(n))
            if forms.setdefault(category, form(n)) != form(n):
                print(f'{path}: {n} is `{category}`, of which others have another form')
                differ = True
        if len(set(forms.values())) != len(forms):
            print(f'{path}: several categories share a form: {forms}')
            differ = True
    return differ


if __name__ == '__main__':
    sys.exit(main())
