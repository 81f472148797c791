#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
# What can be proven of the web guide from its files: tests/site.py SITE. Prints one line a fault,
# "KIND: FILE: WHAT", and figures behind "#". tests/site.sh asks for each kind.
import json
import os
import re
import sys
import xml.etree.ElementTree as tree
import zlib

site = sys.argv[1].rstrip('/')
LANG = '{http://www.w3.org/XML/1998/namespace}lang'


def fault(kind, name, what):
    print(f'{kind}: {name}: {what}')


def read(name):
    with open(f'{site}/{name}', 'rb') as file:
        return file.read()


def packed(name):
    squeeze = zlib.compressobj(6, zlib.DEFLATED, 31)
    return len(squeeze.compress(read(name)) + squeeze.flush())


def parsed(name, text):
    try:
        return json.loads(text)
    except ValueError as error:
        fault('json', name, error)
        return {}


names = sorted(os.path.relpath(os.path.join(at, file), site)
               for at, _, files in os.walk(site) for file in files)
pages = [name for name in names if name.endswith('.html')]
known = set(names)


def file_of(address):
    return address + 'index.html' if not address or address.endswith('/') else address


# ---- HTML ------------------------------------------------------------------------------------

def check_outline(name, root):
    headings = [int(e.tag[1]) for e in root.iter() if e.tag in ('h1', 'h2', 'h3')]
    if headings.count(1) != 1 or headings[0] != 1:
        fault('outline', name, f'headings {headings}')
    if any(b - a > 1 for a, b in zip(headings, headings[1:])):
        fault('outline', name, f'a level is left out: {headings}')
    marks = {tag: sum(1 for _ in root.iter(tag)) for tag in ('main', 'header', 'footer', 'nav')}
    if marks['main'] != 1 or marks['header'] != 1 or marks['footer'] != 1 or marks['nav'] > 1:
        fault('outline', name, f'landmarks {marks}')
    first = root.find('body')[0]
    if first.get('href') != '#main' or not first.text:
        fault('outline', name, 'the first thing is not the link to the content')


def check_ids(name, root):
    ids = [e.get('id') for e in root.iter() if e.get('id')]
    if len(ids) != len(set(ids)):
        fault('ids', name, ids)
    for e in root.iter('a'):
        if e.get('href', '').startswith('#') and e.get('href')[1:] not in ids:
            fault('ids', name, e.get('href'))


# Where the language changes, both are said; only known directions.
def check_languages(name, element, rtl):
    for child in element.iter():
        if (child.get('lang') is None) != (child.get('dir') is None):
            if child.tag not in ('bdi', 'div'):
                fault('languages', name, f'<{child.tag} lang={child.get("lang")} dir={child.get("dir")}>')
        tag = child.get('lang')
        if tag and child.get('dir') != ('rtl' if tag in rtl else 'ltr'):
            fault('languages', name, f'{tag} is {child.get("dir")}')


def check_links(name, root):
    for e in root.iter('a'):
        href = e.get('href', '')
        if href.startswith('tel:') and not re.fullmatch(r'tel:(\+[1-9][0-9]{4,14}|[0-9]{3,6})', href):
            fault('links', name, f'{href} is neither E.164 nor a short number')
        if re.match(r'[a-z]+:', href) and not re.match(r'(https?|tel|mailto|geo):', href):
            fault('links', name, href)


def check_alternates(name, root, base):
    links = [e for e in root.iter('link') if e.get('rel') in ('alternate', 'canonical')]
    for e in links:
        href = e.get('href')
        if not href.startswith(base) or file_of(href[len(base):]) not in known:
            fault('alternates', name, href)
    if sum(e.get('rel') == 'canonical' for e in links) != 1:
        fault('alternates', name, 'not one canonical address')
    if not any(e.get('hreflang') == 'x-default' for e in links):
        fault('alternates', name, 'no x-default')
    found = {e.get('property') for e in root.iter('meta')}
    if not {'og:title', 'og:url', 'og:image', 'og:type'} <= found:
        fault('alternates', name, f'preview {found}')


TIME = r'([01][0-9]|2[0-3]):[0-5][0-9]'

# "GovernmentOffice", "name" -> "Text"
with open(os.path.dirname(os.path.abspath(__file__)) + '/data/schema-org.tsv', encoding='utf-8') as file:
    rows = [line.rstrip('\n').split('\t') for line in file if not line.startswith('#')]
TERMS = {(of, name): value for of, name, value in rows}
KINDS = {
    'Text': lambda value: isinstance(value, str) and value,
    'URL': lambda value: re.fullmatch(r'https?://[^ ]+', value),
    'Number': lambda value: isinstance(value, (int, float)),
    'Time': lambda value: re.fullmatch(TIME, value),
    'Date': lambda value: re.fullmatch(r'[0-9]{4}-[01][0-9]-[0-3][0-9]', value),
    'DayOfWeek': lambda value: value in ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'),
}
terms_used = set()


# A term that schema.org knows, with a value that it may have.
def check_terms(name, data):
    for key, value in data.items():
        wanted = TERMS.get((data.get('@type'), key))
        if key.startswith('@'):
            continue
        terms_used.add((data.get('@type'), key))
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                right = each.get('@type') == wanted
                check_terms(name, each)
            else:
                right = wanted in KINDS and KINDS[wanted](each)
            if not right:
                fault('terms', name, f'{data.get("@type")}.{key}: {each} is no {wanted}')


def check_office(name, data):
    if data.get('@context') != 'https://schema.org' or data.get('@type') != 'GovernmentOffice':
        fault('json', name, 'is no GovernmentOffice')
    for key in ('openingHoursSpecification', 'specialOpeningHoursSpecification'):
        for row in data.get(key, []):
            if not (re.fullmatch(TIME, row['opens']) and re.fullmatch(TIME, row['closes'])):
                fault('json', name, row)
            if key.startswith('special') != ('dayOfWeek' not in row and 'validFrom' in row):
                fault('json', name, row)


def check_page(name, base, rtl):
    root = tree.fromstring(read(name))
    moved = any(e.get('http-equiv') == 'refresh' for e in root.iter('meta'))
    check_languages(name, root, rtl)
    if moved:
        return
    check_outline(name, root)
    check_ids(name, root)
    check_links(name, root)
    if name != '404.html':
        check_alternates(name, root, base)
    for e in root.iter('script'):
        if e.get('type'):
            data = parsed(name, e.text)
            if e.get('type') == 'application/ld+json':
                check_office(name, data)
                check_terms(name, data)
    for e in root.iter():
        if e.get('data-hours'):
            hours = parsed(name, e.get('data-hours'))
            if len(hours.get('week', [])) != 7 or hours['from'] > hours['to']:
                fault('json', name, hours)
    about = {'accessibility', 'privacy', 'imprint'}
    if about <= {page.split('/')[2] for page in pages if page.startswith('de/p/')}:
        footer = root.find('body/footer')
        hrefs = ' '.join(e.get('href') for e in footer.iter('a'))
        if not all(f'/p/{page}/' in hrefs for page in about):
            fault('about', name, hrefs)


# ---- Other files -----------------------------------------------------------------------------

def check_lines(name):
    text = read(name)
    if b'\n' in text.replace(b'\r\n', b'') or not text.endswith(b'\r\n'):
        fault('cards', name, 'lines do not end in CRLF')
    for line in text.split(b'\r\n'):
        if len(line) > 75:
            fault('cards', name, f'{len(line)} bytes in a line')
        line.decode()
    return text.replace(b'\r\n ', b'').decode().split('\r\n')


def check_calendar(name):
    lines = check_lines(name)
    events = lines.count('BEGIN:VEVENT')
    if lines[0] != 'BEGIN:VCALENDAR' or lines[-2] != 'END:VCALENDAR' or not events:
        fault('cards', name, 'is no calendar')
    for field in ('UID:', 'DTSTAMP:', 'DTSTART;VALUE=DATE:', 'DTEND;VALUE=DATE:', 'SUMMARY:'):
        if sum(line.startswith(field) for line in lines) != events:
            fault('cards', name, f'{field} does not stand once in each entry')
    uids = [line for line in lines if line.startswith('UID:')]
    if len(uids) != len(set(uids)):
        fault('cards', name, uids)


def check_offline(name):
    listed = parsed(name, read(name))
    tag = name.split('/')[0]
    below = {file for file in known if file.startswith(tag + '/') and file != name}
    there = {file_of(address) for address in listed}
    if there != below:
        fault('offline', name, sorted(there ^ below)[:5])


def check_worker():
    head = read('sw.js').decode().split('\n//')[0]
    shell = re.findall(r"'([^']*)'", head)[1:]
    for address in shell:
        if file_of(address.split('?')[0]) not in known:
            fault('offline', 'sw.js', address)


def check_sitemap(base):
    space = '{http://www.sitemaps.org/schemas/sitemap/0.9}'
    places = [e.text for e in tree.fromstring(read('sitemap.xml')).iter(space + 'loc')]
    if len(places) != len(set(places)) or len(places) < 10:
        fault('sitemap', 'sitemap.xml', f'{len(places)} places')
    for place in places:
        if not place.startswith(base) or file_of(place[len(base):]) not in known:
            fault('sitemap', 'sitemap.xml', place)
    if f'Sitemap: {base}sitemap.xml' not in read('robots.txt').decode():
        fault('sitemap', 'robots.txt', 'does not name the sitemap')


# Without fonts: there are none. In bytes as they are sent.
def check_weights():
    shared = ['style.css', 'site.js', 'hours.js', 'keys.js', 'mark.svg', 'sw.js']
    sizes = sorted((packed(name), name) for name in pages)
    first = sizes[-1][0] + sum(map(packed, shared))
    kept = sum(packed(name) for name in known if name.startswith('de/'))
    index = max((packed(name), name) for name in names if name.endswith('/search.json'))
    print(f'# heaviest page {sizes[-1][0]} bytes ({sizes[-1][1]}), half are below '
          f'{sizes[len(sizes) // 2][0]}; first page of a visit at most {first}')
    print(f'# kept for use without a network: {kept} bytes in German; largest index {index[0]}')
    if sizes[-1][0] > 15000:
        fault('weights', sizes[-1][1], f'{sizes[-1][0]} bytes')
    if first > 100000:
        fault('weights', sizes[-1][1], f'{first} bytes at the first visit')


home = tree.fromstring(read('index.html'))
base = next(e.get('href') for e in home.iter('link') if e.get('rel') == 'canonical')
rtl = {e.find('b').get('lang') for e in home.iter('a')
       if e.get('class') == 'chip' and e.find('b').get('dir') == 'rtl'}
for page in pages:
    check_page(page, base, rtl)
for name in names:
    if name.endswith('.ics'):
        check_calendar(name)
    elif name.endswith('.vcf'):
        check_lines(name)
    elif name.endswith('/offline.json'):
        check_offline(name)
    elif name.endswith(('.json', '.webmanifest')):
        parsed(name, read(name))
check_worker()
if len(terms_used) < 12:
    fault('terms', 'all pages', f'only {terms_used}')
check_sitemap(base)
check_weights()
