#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""No damage to the content breaks the checker: mutation.py PROGRAM CONTENT [MINUTES] [SEED]

A copy of the content is damaged in many ways, file by file; each time `check` must end by itself
within 2 s of CPU and 256 MiB, with status 0 or 1, and with 1 it must name a file that was damaged.
Damage that cannot leave valid content must be refused, file by file.

Without MINUTES a fixed number of runs, each with a dozen damaged files; with it single damages for
so long. SEED is a number: the same one damages the same way.
"""
import collections
import os
import random
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import xml.parsers.expat

RUNS, FILES_EACH = 100, 12
CPU, MEMORY = 2, 256 * 1024  # s, KiB
WALL = 120  # s: long after 2 s of CPU on any machine; what sleeps that long hangs
DEEP = 100000


# ---- What stands where in a file -------------------------------------------------------------

def elements(text):
    """The elements below the root: (start, end) in bytes."""
    spans, opened = [], []
    parser = xml.parsers.expat.ParserCreate()

    def end(_):
        start = opened.pop()
        at = parser.CurrentByteIndex
        if text[at:at + 2] == b'</':
            at = text.index(b'>', at) + 1
        else:
            at = text.index(b'>', start) + 1
        if opened:
            spans.append((start, at))

    parser.StartElementHandler = lambda *_: opened.append(parser.CurrentByteIndex)
    parser.EndElementHandler = end
    parser.Parse(text, True)
    return spans


def attributes(text):
    """(start, end) of name="value" with the space before."""
    return [m.span() for m in re.finditer(rb'\s[\w:-]+="[^"<]*"', text) if m.start() > 60]


def root(text):
    """The start tag of the root: a comment before it may hold others."""
    return re.match(rb'(?:<\?.*?\?>|<!--.*?-->|\s)*', text, re.S).end()


def body(text):
    """Behind the start tag of the root, where children stand."""
    return text.index(b'>', root(text)) + 1


def close(text):
    """The end tag of the root."""
    return text.rindex(b'</')


# ---- Damages: (bytes, random) -> bytes -------------------------------------------------------
# `certain` ones leave nothing that could be valid.

DAMAGES = []


def damage(certain=False):
    def add(function):
        DAMAGES.append((function.__name__, function, certain))
        return function
    return add


def put(text, at, what):
    return text[:at] + what + text[at:]


def span(text, r, longest=200):
    start = r.randrange(len(text))
    return start, min(len(text), start + r.randint(1, longest))


@damage(certain=True)
def cut(text, r):
    return text[:r.randrange(text.rindex(b'>') + 1)]


@damage()
def flip_bits(text, r):
    out = bytearray(text)
    for _ in range(r.choice((1, 1, 1, 2, 8, 64))):
        out[r.randrange(len(out))] ^= 1 << r.randrange(8)
    return bytes(out)


@damage()
def put_bytes(text, r):
    out = bytearray(text)
    for _ in range(r.choice((1, 1, 4))):
        out[r.randrange(len(out))] = r.choice(b'<>&"\'=/!?;-[] \n\t#%0aZ\x7f\xff')
    return bytes(out)


@damage()
def remove_bytes(text, r):
    start, end = span(text, r)
    return text[:start] + text[end:]


@damage()
def repeat_bytes(text, r):
    start, end = span(text, r)
    return put(text, end, text[start:end])


@damage()
def move_bytes(text, r):
    start, end = span(text, r)
    rest = text[:start] + text[end:]
    return put(rest, r.randrange(len(rest) + 1), text[start:end])


@damage()
def remove_element(text, r):
    start, end = r.choice(elements(text))
    return text[:start] + text[end:]


@damage()
def repeat_element(text, r):
    start, end = r.choice(elements(text))
    return put(text, end, text[start:end] * r.choice((1, 1, 2, 500)))


@damage()
def move_element(text, r):
    start, end = r.choice(elements(text))
    rest = text[:start] + text[end:]
    return put(rest, r.choice([s for s, _ in elements(rest)] or [close(rest)]), text[start:end])


@damage()
def swap_elements(text, r):
    (a, b), (c, d) = sorted(r.choices(elements(text), k=2))
    if b > c:
        return text[:a] + text[b:]
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


@damage()
def empty_element(text, r):
    start, end = r.choice(elements(text))
    first, last = text.index(b'>', start) + 1, text.rindex(b'<', start, end)
    return text[:first] + text[last:] if first < last else text[:start] + text[end:]


@damage()
def rename_element(text, r):
    start, _ = r.choice(elements(text))
    return put(text, start + 1, r.choice((b'x', b'X', b'p', b'\xd0\xb6')))


@damage()
def swap_attributes(text, r):
    spans = attributes(text)
    (a, b), (c, d) = sorted(r.choices(spans, k=2)) if spans else ((0, 0), (0, 0))
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:] if b <= c else text


@damage()
def remove_attribute(text, r):
    start, end = r.choice(attributes(text) or [(0, 0)])
    return text[:start] + text[end:]


@damage()
def change_value(text, r):
    start, end = r.choice(attributes(text) or [(0, 0)])
    value = r.choice((b'', b' ', b'0', b'-1', b'9' * 40, b'../../../../etc/passwd', b'%n%s%s%n',
                      b'&#x202E;', b'javascript:alert(1)', b'2026-02-30', b'25:61', b'a b c',
                      b'de', b'xx', b'\xf0\x9f\x98\x80', b'x' * 5000))
    return text[:start] + re.sub(rb'"[^"]*"', lambda _: b'"' + value + b'"', text[start:end]) + \
        text[end:]


@damage(certain=True)
def invalid_utf_8(text, r):
    return put(text, r.randrange(len(text) + 1), r.choice(
        (b'\x80', b'\xc3(', b'\xe2\x82', b'\xed\xa0\x80', b'\xf5\x80\x80\x80', b'\xc0\xaf',
         b'\xff', b'\xf0\x28\x8c\xbc')) + b'<')


@damage(certain=True)
def zero_bytes(text, r):
    return put(text, r.randrange(len(text) + 1), bytes(r.choice((1, 2, 4096))))


@damage(certain=True)
def utf_16(text, r):
    return text.decode().encode(r.choice(('utf-16', 'utf-16-le', 'utf-16-be')))


@damage(certain=True)
def utf_16_declared(text, r):
    return text.replace(b'UTF-8', b'UTF-16', 1).decode().encode('utf-16')


@damage(certain=True)
def utf_7_declared(text, r):
    return text.replace(b'UTF-8', r.choice((b'UTF-7', b'ISO-8859-1', b'EBCDIC', b'x')), 1)


def with_doctype(text, r, declarations, use):
    start = root(text)
    text = put(text, body(text), use)
    return put(text, start, b'<!DOCTYPE x [' + declarations + b']>')


@damage(certain=True)
def billion_laughs(text, r):
    lines = [b'<!ENTITY l0 "' + b'lol' * 100 + b'">']
    for i in range(1, 11):
        lines.append(b'<!ENTITY l%d "%s">' % (i, b'&l%d;' % (i - 1) * 10))
    return with_doctype(text, r, b''.join(lines), b'&l10;')


@damage(certain=True)
def quadratic_entity(text, r):
    return with_doctype(text, r, b'<!ENTITY a "' + b'x' * 100000 + b'">', b'&a;' * 100000)


@damage(certain=True)
def external_entity(text, r):
    what = r.choice((b'"file:///etc/passwd"', b'"/dev/zero"', b'"http://127.0.0.1:9/"'))
    return with_doctype(text, r, b'<!ENTITY a SYSTEM ' + what + b'>', b'&a;')


@damage(certain=True)
def external_subset(text, r):
    return put(text, root(text),
               b'<!DOCTYPE x SYSTEM "file:///dev/zero">')


@damage(certain=True)
def parameter_entity(text, r):
    return with_doctype(text, r, b'<!ENTITY % a SYSTEM "file:///etc/passwd">%a;', b'')


@damage(certain=True)
def unknown_entity(text, r):
    return put(text, close(text), b'&' + r.choice((b'nbsp', b'x' * 70000, b'lol')) + b';')


@damage(certain=True)
def nested(text, r):
    name = r.choice((b'a', b'b', b'p', b'list', b'x' * 7))
    nest = b'<' + name + b'>'
    return put(text, body(text), nest * DEEP + r.choice((b'', nest.replace(b'<', b'</') * DEEP)))


@damage(certain=True)
def just_nested(text, r):
    return put(text, body(text), b'<b>' * 64 + b'</b>' * 64)


@damage(certain=True)
def many_siblings(text, r):
    return put(text, close(text), r.choice((b'<p>x</p>', b'<x/>', b'<a b="c"/>')) * DEEP)


@damage()
def some_siblings(text, r):
    start, end = r.choice(elements(text))
    return put(text, end, text[start:end] * min(3000, 900000 // (end - start)))


@damage(certain=True)
def many_attributes(text, r):
    return put(text, body(text) - 1, b''.join(b' a%d="x"' % i for i in range(r.choice((33, 50000)))))


@damage(certain=True)
def long_name(text, r):
    return put(text, close(text), b'<' + b'n' * r.choice((65, 900000)) + b'/>')


@damage(certain=True)
def long_attribute(text, r):
    return put(text, body(text) - 1, b' owner-="' + b'x' * 1000000 + b'"')


@damage()
def long_value(text, r):
    start, end = r.choice(attributes(text) or [(0, 0)])
    value = r.choice((b'x', b'1', b'a ', b'mo ', b'de ', b'&lt;', b'\xf0\x9f\x98\x80'))
    value *= 900000 // len(value)
    return text[:start] + re.sub(rb'"[^"]*"', lambda _: b'"' + value + b'"', text[start:end]) + \
        text[end:]


@damage()
def long_text(text, r):
    texts = [m.start() + 1 for m in re.finditer(rb'>[^<\s]', text)] or [body(text)]
    what = r.choice((b'x', b'x ', b'&amp;', b'&#65;', b'1 ', b'\xd8\xa8', b'\xd8\xa8 1 a ', b'\n'))
    return put(text, r.choice(texts), what * (900000 // len(what)))


@damage()
def every_character(text, r):
    texts = [m.start() + 1 for m in re.finditer(rb'>[^<\s]', text)] or [body(text)]
    first = r.choice((0xA1, 0x3000, 0xE000, 0x13000, 0x20000, 0xF0000))
    what = ''.join(map(chr, (c for c in range(first, first + 220000)
                             if not 0x2028 <= c <= 0x206F and not 0xD800 <= c <= 0xDFFF and
                             c & 0xFFFE != 0xFFFE and c < 0x110000)))
    return put(text, r.choice(texts), what.encode())


@damage(certain=True)
def fifty_mebibytes(text, r):
    return put(text, close(text), b'Text. ' * (50 * 1024 * 1024 // 6))


@damage(certain=True)
def comment_not_closed(text, r):
    return put(text, close(text), r.choice((b'<!--', b'<![CDATA[', b'<?x ', b'<p a="')))


@damage(certain=True)
def controls(text, r):
    characters = ('\x01', '\x1b[31m', '\u202e', '\u2066', '\x85', '\u2028', '&#x202E;', '&#8;')
    return put(text, close(text), b'<p>' + r.choice(characters).encode() * 5000 + b'</p>')


@damage(certain=True)
def empty_file(text, r):
    return r.choice((b'', b'\n', b'\xef\xbb\xbf', b'<!-- -->', b'<?xml version="1.0"?>'))


@damage(certain=True)
def other_format(text, r):
    return r.choice((b'{"a": 1}', b'%PDF-1.7\n', b'PK\x03\x04' + bytes(30), b'\x7fELF',
                     b'<html><body>x</body></html>', b'<' * 100000, b'&' * 100000,
                     b']]>' * 1000, r.randbytes(5000)))


# ---- Things in place of a file ---------------------------------------------------------------

PLACES = []


def place(function):
    PLACES.append((function.__name__, function, True))
    return function


@place
def pipe(path):
    os.mkfifo(path)


@place
def folder(path):
    os.mkdir(path)


@place
def dangling_link(path):
    os.symlink('nowhere', path)


@place
def link_to_itself(path):
    os.symlink(os.path.basename(path), path)


@place
def endless_device(path):
    os.symlink('/dev/zero', path)


@place
def terminal(path):
    os.symlink('/dev/tty', path)


@place
def a_socket(path):
    short = tempfile.mkdtemp()  # an address has room for 108 bytes only
    with socket.socket(socket.AF_UNIX) as s:
        s.bind(short + '/s')
    os.rename(short + '/s', path) if os.stat(short).st_dev == os.stat(
        os.path.dirname(path)).st_dev else os.mkfifo(path)
    shutil.rmtree(short)


@place
def unreadable(path):
    with open(path, 'wb') as file:
        file.write(b'secret')
    os.chmod(path, 0)  # root reads it all the same, and finds no XML


# ---- One run ---------------------------------------------------------------------------------

class Bench:
    def __init__(self, program, content):
        self.program = os.path.realpath(program)
        self.work = tempfile.mkdtemp(prefix='mutation-')
        self.content = os.path.join(self.work, 'content')
        shutil.copytree(content, self.content)
        self.files = sorted(os.path.relpath(os.path.join(folder, name), self.content)
                            for folder, _, names in os.walk(self.content) for name in names
                            if name.endswith('.xml'))
        self.slow = '/san/' in self.program  # sanitizers take their time and their memory
        self.failures = []
        self.tried, self.refused = collections.Counter(), collections.Counter()
        self.runs = self.worst_cpu = self.worst_memory = 0

    def path(self, file):
        return os.path.join(self.content, file)

    def spoil(self, file, name, function, random_):
        """Returns what restores the file."""
        with open(self.path(file), 'rb') as stream:
            text = stream.read()
        if any(name == row[0] for row in PLACES):
            os.remove(self.path(file))
            function(self.path(file))
        else:
            with open(self.path(file), 'wb') as stream:
                stream.write(function(text, random_))
        return text

    def restore(self, file, text):
        path = self.path(file)
        if os.path.isdir(path) and not os.path.islink(path):
            os.rmdir(path)
        elif not os.path.isfile(path) or os.path.islink(path) or not os.access(path, os.R_OK):
            os.remove(path)
        with open(path, 'wb') as stream:
            stream.write(text)
        os.chmod(path, 0o644)

    def check(self):
        """(exit status, what was said, s of CPU, KiB)"""
        with tempfile.TemporaryFile() as said:
            limit = 20 * CPU if self.slow else 4 * CPU
            child = subprocess.Popen(
                [self.program, 'check', '--no-layout', '--content', '.', '--now',
                 '2030-01-01T09:00'],
                cwd=self.content, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said,
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (limit, limit)))
            signal.signal(signal.SIGALRM, lambda *_: child.kill())
            signal.alarm(WALL)
            _, status, usage = os.wait4(child.pid, 0)
            signal.alarm(0)
            child.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            return (child.returncode, said.read().decode(errors='replace'),
                    usage.ru_utime + usage.ru_stime, usage.ru_maxrss)

    def judge(self, damaged, status, said, cpu, memory):
        """damaged: {file: (name, certain)}"""
        errors = [line for line in said.splitlines() if ': error: ' in line]
        named = [file for file in damaged if any(file in line for line in errors)]
        if status not in (0, 1):
            yield f'exit status {status}: {said[-300:]}'
        elif (status == 1) != bool(errors):
            yield f'exit status {status} with {len(errors)} errors'
        if status == 1 and not named:
            yield f'no file named: {errors[:2]}'
        if status in (0, 1):
            for file, (_, certain) in damaged.items():
                if certain and not any(line.startswith(file + ':') for line in errors):
                    yield f'{file} passed'
        if not self.slow and cpu > CPU:
            yield f'{cpu:.1f} s of CPU'
        if not self.slow and memory > MEMORY:
            yield f'{memory} KiB'
        for file in named:
            self.refused[damaged[file][0]] += 1

    def run(self, seed, files):
        r = random.Random(seed)
        damaged, texts = {}, {}
        for file in files:
            name, function, certain = r.choice(DAMAGES + PLACES)
            damaged[file] = (name, certain)
            self.tried[name] += 1
            texts[file] = self.spoil(file, name, function, r)
        status, said, cpu, memory = self.check()
        for fault in self.judge(damaged, status, said, cpu, memory):
            damages = ', '.join(f'{file} {name}' for file, (name, _) in damaged.items())
            self.failures.append(f'{seed}: {fault}; {damages}')
            print('FAILED', self.failures[-1], flush=True)
        for file, text in texts.items():
            self.restore(file, text)
        self.runs += 1
        self.worst_cpu = max(self.worst_cpu, cpu)
        self.worst_memory = max(self.worst_memory, memory)


# guide.xml says which languages are read: damaged, it hides the damage of others.
def handfuls(bench, seed):
    order = [file for file in bench.files if file != 'guide.xml']
    random.Random(seed).shuffle(order)
    for i in range(RUNS):
        if i % 10 == 0:
            yield ['guide.xml']
        else:
            at = i * FILES_EACH % len(order)
            yield order[at:at + FILES_EACH]


def single_ones(bench, seed, minutes):
    end, i = time.monotonic() + 60 * minutes, 0
    while time.monotonic() < end:
        r = random.Random(f'{seed} file {i}')
        few = ('guide.xml', 'facts.xml', 'de/guide.xml')
        yield [r.choice(few if i % 8 == 0 else bench.files)]
        i += 1


def main():
    if len(sys.argv) < 3:
        sys.exit('usage: tests/mutation.py PROGRAM CONTENT [MINUTES] [SEED]')
    minutes = float(sys.argv[3]) if len(sys.argv) > 3 else 0
    seed = sys.argv[4] if len(sys.argv) > 4 else '1'
    bench = Bench(sys.argv[1], sys.argv[2])
    try:
        status, said, _, _ = bench.check()
        if status != 0:
            sys.exit(f'the content is not good to begin with')
        lot = single_ones(bench, seed, minutes) if minutes else handfuls(bench, seed)
        for i, files in enumerate(lot):
            bench.run(f'{seed}.{i}', files)
    finally:
        shutil.rmtree(bench.work, ignore_errors=True)
    never = [name for name, _, certain in DAMAGES + PLACES
             if certain and bench.tried[name] and not bench.refused[name]]
    if minutes:
        for name, _, _ in DAMAGES + PLACES:
            print(f'{name:20}{bench.tried[name]:6} tried{bench.refused[name]:6} refused')
    print(f'# {bench.tried.total()} mutations in {bench.runs} runs, {bench.refused.total()} refused;'
          f' at most {bench.worst_cpu:.2f} s of CPU, {bench.worst_memory // 1024} MiB')
    failed = len(bench.failures) + len(never)
    for name in never:
        print('FAILED', name, 'was never refused')
    print(f'{max(0, bench.runs - len(bench.failures))} passed, {failed} failed')
    sys.exit(failed > 0)


if __name__ == '__main__':
    main()
