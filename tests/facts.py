#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""No office has an invented number, address or hour that looks real: facts.py PROGRAM CONTENT

Every fact of an office, and every number in guide.xml and facts.xml, has a source and the day it
was verified, or is a sample, by itself or through what stands around it. A sample can reach nobody:
its phone number is one of those kept for fiction (Bundesnetzagentur, Mitteilung 148/2021), its host
ends in .example, its street is called so. And nothing real hides among them: of the facts that are
verified, none has such a number, host or street.

No fact stands in a sentence: words have no digits, for each number is a fact that is put in.
"""
import glob
import os
import re
import sys
import xml.etree.ElementTree as ElementTree

FICTION = (r'\+49 30 23125-?\d{3}', r'\+49 69 90009-?\d{3}', r'\+49 40 66969-?\d{3}',
           r'\+49 221 4710-?\d{3}', r'\+49 89 99998-?\d{3}')
KINDS = {'phone': 'number', 'number': 'number', 'email': 'host', 'website': 'host',
         'appointment': 'host', 'feedback': 'host', 'web': 'host', 'address': 'street',
         'hours': None, 'room': None, 'stop': None, 'access': None, 'speaks': None,
         'interpreting': None, 'fact': None, 'time': None, 'position': None}


# Digits that are no facts: the address and the licences of the imprint, a year of school.
NO_FACTS = {'imprint.xml': r'26721|CC BY 4\.0|EUPL-1\.2|\b2\b', 'pl/pages/school.xml': 'klasy 5',
            'vi/offices/gesundheitsamt.xml': 'lớp 1'}


def typed_numbers(path):
    """Texts with digits in a file of words."""
    for element in ElementTree.parse(path).getroot().iter():
        for text in (element.text, element.tail):
            for name, allowed in NO_FACTS.items():
                if text and path.endswith(name):
                    text = re.sub(allowed, '', text)
            if text and re.search(r'\d', text):
                yield ' '.join(text.split())


def facts(element, origin):
    """(element, its origin), the origin being inherited: 'sample', (verified, source) or None."""
    if element.get('sample') == 'yes':
        origin = 'sample'
    elif element.get('verified'):
        origin = (element.get('verified'), element.get('source'))
    if element.tag in KINDS:
        yield element, origin
    for child in element:
        yield from facts(child, origin)


def is_invented(element):
    kind = KINDS[element.tag]
    text = ' '.join([*element.itertext(), *element.attrib.values()]).strip()
    if kind == 'number':
        return any(re.fullmatch(fiction, (element.text or '').strip()) for fiction in FICTION)
    if kind == 'host':
        return re.search(r'\.example(/|\s|$)', text) is not None
    if kind == 'street':
        return 'Beispiel' in text
    return None


def fault(element, origin):
    invented = is_invented(element)
    if origin is None:
        return 'has neither source nor sample'
    if origin == 'sample':
        return 'is a sample that could be real' if invented is False else None
    if not re.fullmatch(r'\d{4}-\d\d-\d\d', origin[0]) or not (origin[1] or '').strip():
        return 'has no full origin'
    return 'is invented and pretends to be verified' if invented else None


def main():
    content = sys.argv[2]
    passed = failed = 0
    paths = sorted(glob.glob(f'{content}/offices/*.xml'))
    for path in [f'{content}/guide.xml', f'{content}/facts.xml', *paths]:
        for element, origin in facts(ElementTree.parse(path).getroot(), None):
            what = fault(element, origin)
            passed, failed = passed + (not what), failed + bool(what)
            if what:
                print(f'FAILED {path}: <{element.tag}> {"".join(element.itertext()).strip()} {what}')
    for path in sorted(glob.glob(f'{content}/*/**/*.xml', recursive=True)):
        if os.path.relpath(path, content).startswith('offices'):
            continue
        numbers = list(typed_numbers(path))
        passed, failed = passed + (not numbers), failed + bool(numbers)
        for text in numbers:
            print(f'FAILED {path}: a number is typed, not put in as a fact: {text}')
    print(f'{passed} passed, {failed} failed')
    return failed != 0


if __name__ == '__main__':
    sys.exit(main())
