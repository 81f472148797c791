#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Bound editions as they come from the press: brochure.py PROGRAM CONTENT

Brochures in scripts of all kinds, the counter edition, the employers' sheets. Codes are read from the
finished pages, texts are compared with the XML.
"""
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ET

XML = '{http://www.w3.org/XML/1998/namespace}'
TAGS = ['de', 'uk', 'ar', 'fa', 'ur', 'ti', 'zh-Hans']
RTL = {'ar', 'fa', 'ur'}
CODES = {'uk', 'ur'}  # the press itself reads all of them
TEXTS = {'title', 'lead', 'fact', 'h', 'p', 'item', 'number', 'name'}
counts = {True: 0, False: 0}


def report(name, fault):
    print(f'FAILED {name}: {fault}' if fault else f'ok {name}')
    counts[not fault] += 1


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def wegweiser(*arguments, folder=None):
    return run(program, arguments[0], '--content', folder or content, *arguments[1:])


def order(path):
    return [element.get('ref') for element in ET.parse(content + '/guide.xml').iterfind(path)]


PAGES, OFFICES = 'topic/page', 'offices/office'


# ---- What stands in the content --------------------------------------------------------------------


def parse(tag, kind, name):
    path = f'{content}/{tag}/{kind}/{name}.xml'
    return ET.parse(path).getroot() if os.path.exists(path) else None


def squeezed(text):
    """Without what a page adds or takes: spaces, hyphens and controls at ends of lines."""
    text = unicodedata.normalize('NFC', text)
    return re.sub(r'[\s\u00ad\u00a0\u202f\u200b\u2060\u2066-\u2069\u202a-\u202e-]', '', text)


def pattern(element):
    """A block's words as they are to be read, its values being any."""
    parts = [re.escape(squeezed(element.text or ''))]
    for child in element:
        if child.tag == 'value':
            parts.append('.{1,40}?')
        else:
            parts.append(re.escape(squeezed(''.join(child.itertext()) + child.get('de', ''))))
        parts.append(re.escape(squeezed(child.tail or '')))
    return ''.join(parts)


def blocks(root):
    return [element for element in root.iter() if element.tag in TEXTS
            and (element.find('value') is not None or ''.join(element.itertext()).strip())]


def arabic_words(text):
    """As far as a PDF can tell: without vowel signs, and letters that are drawn alike are one."""
    text = re.sub(r'[\u064b-\u0652]', '', unicodedata.normalize('NFKC', text))
    text = text.translate(str.maketrans('ىيك', 'ییک', '\u200c'))
    return re.findall(r'[\u0620-\u06ff]+', text)


def words(element):
    """Those that poppler gives back whole: without lam-alef."""
    return [word for word in arabic_words(' '.join(element.itertext()))
            if not re.search(r'ل[آأإا]', word)]


# ---- What stands on the pages ----------------------------------------------------------------------


def text_of(pdf):
    """In the order of drawing, without the foot of the pages."""
    size = re.search(r'Page size: +([\d.]+) x ([\d.]+)', run('pdfinfo', pdf)[1])
    width, height = float(size[1]), float(size[2])
    return run('pdftotext', '-raw', '-x', '0', '-y', '0', '-W', str(int(width)), '-H',
               str(int(height - 40)), pdf, '-')[1]


def jumps_of(pdf):
    """Where the links within the file lead to."""
    objects = json.loads(run('qpdf', '--json=1', pdf)[1])['objects']
    names = set()
    for entry in objects.values():
        if isinstance(entry, dict) and entry.get('/Subtype') == '/Link' and '/Dest' in entry:
            names.add(str(entry['/Dest']))
    return names


def codes_of(pdf, dpi):
    pages = os.path.join(work, 'page')
    run('pdftoppm', '-gray', '-r', str(dpi), pdf, pages)
    files = sorted(glob.glob(pages + '-*.pgm'))
    found = []
    for file in files:
        out = run('zbarimg', '--nodbus', '-q', '--raw', file)[1]
        found.append(sorted(out.split()))
        os.remove(file)
    return found


def catalog_of(pdf):
    objects = json.loads(run('qpdf', '--json=1', pdf)[1])['objects']
    root = objects[objects['trailer']['/Root']]
    return root, objects


def look_at_file(name, pdf, tag):
    info = run('pdfinfo', pdf)[1]
    guide = ET.parse(f'{content}/{tag}/guide.xml').getroot()
    title = guide.find('title').text
    report(f'{name}: title', title not in info and info)
    report(f'{name}: tagged', not re.search(r'Tagged: +yes', info) and info)
    root, objects = catalog_of(pdf)
    report(f'{name}: language', root['/Lang'] != tag and root['/Lang'])
    bound = root['/ViewerPreferences']['/Direction']
    report(f'{name}: bound on its side', bound != ('/R2L' if tag in RTL else '/L2R') and bound)
    status, out, err = run('qpdf', '--check', pdf)
    report(f'{name}: sound', status and out + err)
    fonts = run('pdffonts', pdf)[1].splitlines()[2:]
    loose = [font for font in fonts if not re.search(r' yes yes yes ', font)]
    report(f'{name}: fonts embedded, subsets', (not fonts or loose) and loose)
    links = [entry for entry in objects.values()
             if isinstance(entry, dict) and entry.get('/Subtype') == '/Link']
    dead = [link for link in links if '/A' not in link and '/Dest' not in link]
    report(f'{name}: every link leads somewhere', (not links or dead) and f'{len(dead)} do not')
    return root, objects


def bookmarks(root, objects):
    titles = []

    def walk(at):
        while at:
            entry = objects[at]
            titles.append(entry['/Title'].removeprefix('u:'))
            walk(entry.get('/First'))
            at = entry.get('/Next')
    walk(objects[root['/Outlines']].get('/First'))
    return titles


def look_at_text(name, pdf, roots, tag):
    text = text_of(pdf)
    missing = []
    if tag in RTL:
        # Each word apart: poppler puts lam-alef and brackets elsewhere.
        joined = ''.join(arabic_words(text))
        wanted = [word for root in roots for block in blocks(root) for word in words(block)]
        missing = [word for word in wanted if word not in joined]
        # Where a glyph stands for several letters, or several for one (Nastaliq), poppler puts some
        # elsewhere.
        if len(missing) < len(wanted) / (50 if tag == 'ur' else 200):
            missing = []
    else:
        squeezed_text = squeezed(text)
        at = 0
        for root in roots:
            for block in blocks(root):
                match = re.compile(pattern(block)).search(squeezed_text, at)
                if match:
                    at = match.end() if block.tag != 'title' else match.start()
                else:
                    missing.append(''.join(block.itertext())[:60])
    report(f'{name}: every text, in its order', missing[:5])


def look_at_places(name, pdf):
    """No word stands in another or near the edge. Its letters are in the middle of its box."""
    wrong = []
    out = run('pdftotext', '-bbox', pdf, '-')[1]
    for width, height, inside in re.findall(
            r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', out, re.S):
        boxes = [[float(number) for number in box[:4]] + [box[4]] for box in re.findall(
            r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', inside)]
        for box in boxes:
            third = (box[3] - box[1]) / 3
            box[1], box[3] = box[1] + third, box[3] - third
            if box[0] < 28 or box[2] > float(width) - 28 or box[3] > float(height) - 8:
                wrong.append(box[4] + ' is at the edge')
        boxes.sort(key=lambda box: box[1])
        for i, box in enumerate(boxes):
            for other in boxes[i + 1:]:
                if other[1] >= box[3] - .5:
                    break
                if box[0] < other[2] - 1.5 and other[0] < box[2] - 1.5:
                    wrong.append(f'{box[4]} and {other[4]}')
    report(f'{name}: words apart', wrong[:5])


# ---- The editions ----------------------------------------------------------------------------------


def brochure(tag):
    name, pdf = f'brochure {tag}', f'{work}/brochure-{tag}.pdf'
    status, _, err = wegweiser('brochure', '--lang', tag, '-o', work)
    report(name, status and err)
    root, objects = look_at_file(name, pdf, tag)
    pages = [page for page in order(PAGES) if parse(tag, 'pages', page) is not None]
    wanted = [f'{base}/{tag}/']
    wanted += [f'{base}/{tag}/p/{page}/' for page in pages]
    wanted += [f'{base}/{tag}/o/{office}/' for office in order(OFFICES)]
    if tag in CODES:
        found = [code for page in codes_of(pdf, 100) for code in page]
        report(f'{name}: codes', sorted(found) != sorted(wanted) and
               f'{sorted(set(wanted) ^ set(found))}')
    report(f'{name}: contents lead to all', len(jumps_of(pdf)) < len(wanted) - 1 and jumps_of(pdf))
    titles = bookmarks(root, objects)
    first = parse(tag, 'pages', pages[0]).find('title').text
    report(f'{name}: bookmarks', (first not in titles or len(titles) < len(wanted) + 2) and titles)
    look_at_text(name, pdf, [parse(tag, 'pages', page) for page in pages], tag)
    offices = [parse(tag, 'offices', office) for office in order(OFFICES)]
    if tag not in RTL:  # vowel signs and parts of letters have boxes of their own
        look_at_places(name, pdf)
    look_at_text(f'{name}: offices', pdf, [root for root in offices if root is not None], tag)


def counter_edition(tag):
    """The last number of the first page of the guide is how many texts it has."""
    name, pdf = f'counter edition {tag}', f'{work}/brochure-{tag}+de.pdf'
    status, _, err = wegweiser('brochure', '--lang', tag, '--parallel', 'de', '-o', work)
    report(name, status and err)
    look_at_file(name, pdf, tag)
    if tag in RTL:
        return  # numbers do not stand alone in a line there
    text = text_of(pdf)
    page = order(PAGES)[0]
    count = len(blocks(parse(tag, 'pages', page)))
    lines = text.splitlines()
    numbers, last = [], 0
    for line in lines:
        if re.fullmatch(r'\d+', line.strip()) and int(line) == last + 1:
            last += 1
        elif line.strip() == '1':
            numbers.append(last)
            last = 1
    report(f'{name}: numbers', count not in numbers[:1] and f'{count} not in {numbers}')


def employers(tag):
    status, _, err = wegweiser('employers', '--lang', tag, '-o', work)
    report(f'employers {tag}', status and err)
    pdf = f'{work}/hand-out-{tag}.pdf'
    look_at_file(f'hand-out {tag}', pdf, tag)
    sheet = f'{work}/break-room.pdf'
    look_at_file('break room', sheet, 'de')
    report('break room: code', codes_of(sheet, 100) != [[f'{base}/']] and codes_of(sheet, 100))
    wanted = {f'{base}/{tag}/'} | {f'{base}/{tag}/p/{page}/' for page in order('core/page')}
    found = {code for page in codes_of(pdf, 100) for code in page}
    report(f'hand-out {tag}: codes', wanted != found and wanted ^ found)
    wanted = {f'{base}/{tag}/'}
    pdf = f'{work}/office-list-{tag}.pdf'
    look_at_file(f'office list {tag}', pdf, tag)
    wanted |= {f'{base}/{tag}/o/{office}/' for office in order(OFFICES)}
    found = {code for page in codes_of(pdf, 100) for code in page}
    report(f'office list {tag}: codes', wanted != found and wanted ^ found)


# ---- Out of date, and what goes wrong --------------------------------------------------------------


def stale():
    copy = work + '/copy'
    shutil.copytree(content, copy)
    path = copy + '/uk/pages/registration.xml'
    with open(path, encoding='utf-8') as file:
        text = file.read()
    with open(path, 'w', encoding='utf-8') as file:
        file.write(re.sub(r'</lead>', ' !</lead>', text, count=1))
    listed = wegweiser('poster', '--stale', work)[1]
    report('nothing is out of date', not re.match(r'0 of \d+ ', listed) and listed)
    listed = wegweiser('poster', '--stale', work, folder=copy)[1]
    names = re.findall(r'(\S+\.pdf): ', listed)
    wanted = [f'{work}/brochure-uk.pdf', f'{work}/brochure-uk+de.pdf']
    report('a changed page makes its brochures out of date', sorted(names) != sorted(wanted) and listed)


def samples():
    """A page that is a sample says so at its end."""
    copy = work + '/sample'
    shutil.copytree(content, copy)
    path = copy + '/de/pages/employers.xml'
    with open(path, encoding='utf-8') as file:
        text = file.read()
    with open(path, 'w', encoding='utf-8') as file:
        file.write(re.sub(r' verified="[^"]*" source="[^"]*"', ' sample="yes"', text, count=1))
    before = text_of(f'{work}/brochure-de.pdf').count('Beispiel')
    status, _, err = wegweiser('brochure', '--lang', 'de', '-o', copy + '/out', folder=copy)
    after = text_of(f'{copy}/out/brochure-de.pdf').count('Beispiel')
    report('a sample page', status and err or after != before + 1 and f'{after}, not {before} + 1')


def troubles():
    for arguments, words_of_it in [
            (['--lang', 'xx'], 'no language `xx`'),
            ([], 'a brochure in which language?'),
            (['--lang', 'uk', '--parallel', 'xx'], 'no language `xx`'),
            (['--lang', 'uk', '--parallel', 'uk'], 'not set beside itself')]:
        status, _, err = wegweiser('brochure', *arguments, '-o', work + '/none')
        report(f'brochure {arguments}', (status == 0 or words_of_it not in err) and err)
    copy = work + '/long'
    shutil.copytree(content, copy)
    path = copy + '/guide.xml'
    with open(path, encoding='utf-8') as file:
        text = file.read()
    with open(path, 'w', encoding='utf-8') as file:
        file.write(re.sub(r'(base="[^"]*)"', r'\1/' + 'x' * 170 + '"', text, count=1))
    status, _, err = wegweiser('brochure', '--lang', 'uk', '-o', work + '/none', folder=copy)
    report('a long address', (status != 1 or 'larger paper' not in err) and err)
    report('no file then', os.path.exists(work + '/none/brochure-uk.pdf') and 'it is there')


program, content = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
os.environ.update(LC_ALL='C.UTF-8', LANGUAGE='')
base = next(ET.parse(content + '/guide.xml').iter('web')).get('base')
with tempfile.TemporaryDirectory() as work:
    for tag_ in TAGS:
        brochure(tag_)
    counter_edition('uk')
    counter_edition('ar')
    employers('ti')
    stale()
    samples()
    troubles()
print(f'{counts[True]} passed, {counts[False]} failed')
sys.exit(counts[False] > 0)
