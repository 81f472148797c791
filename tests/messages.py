#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Each fault of the content has a message of its own, with a place and a cure: messages.py

Read from the sources: every message of src/guide, src/text and src/base/file.c says what is wrong
and, behind a semicolon, what to do; no two faults share one; and each stands, word for word, in the
expect.txt of a case in tests/content. Read from the cases: every line names file, line and column,
but for faults of a file as a whole.
"""
import glob
import os
import re
import sys

# Message: why no case of the content can show it.
ELSEWHERE = {
    'malformed XML, %s; compare with another file': 'for versions of Expat to come',
    'this is no XML; quote the values of attributes, close tags with > and write `&lt;` for <':
        'for slips without a row',
    'the file ends inside a character; save it again as UTF-8': 'refused before as no UTF-8',
    '%s: %s; %s': 'composed by fault_errno()',
    'is no folder; name the content folder with --content': 'tests/bad-content.sh',
    'no font file `%s`; install the package %s': 'tests/bad-content.sh',
    'this is no row of the font map; give script, size, four line heights, package, index and '
    'three files': 'tests/unit/test_text.c',
    'names no font that is there; install its packages, or wegweiser again':
        'tests/unit/test_text.c',
    'cannot be written; take a folder that may be written to and has room': 'tests/unit/test_base.c',
    'this folder cannot be made; take another name': 'tests/unit/test_base.c',
    'is no translation in `%s`; name one, like `%s/uk/pages/registration.xml`': 'tests/outdated.py',
    'is the German original; only translations are stamped': 'tests/outdated.py',
    'is not stamped as long as %s has faults; correct those first': 'tests/outdated.py',
}
# What is said at several places, since it is one fault.
SHARED = ('no office `%s`; %s',
          'cannot be read; make sure that it is there and may be read',
          'cannot be written; take a folder that may be written to and has room')
# Faults of a file as a whole.
WHOLE = (r'the German original is missing; ', r'is missing; ', r'cannot be read: ', r'is a (folder|pipe|device); ',
         r'is larger than \d+ KiB; ', r'more than 100 faults; ', r'`.*` is no id .* rename the file',
         r'there is no .*; ', r'`.*` is already the id of the office in ',
         r"`guide` is the name of the guide's own poster; ")

tests = os.path.dirname(os.path.abspath(__file__))
source = os.path.join(tests, '..', 'src')
counts = {True: 0, False: 0}

CALL = re.compile(r'\b(fault_add|warning_add|hint_add|work_add|report|fault_errno)\(')
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
# Of tables; what has no semicolon is a part of a message.
MARKED = re.compile(r'\bE_\(((?:"(?:[^"\\]|\\.)*"\s*)+)\)')


def report(name, fault):
    print(f'FAILED {name}: {fault}' if fault else f'ok {name}')
    counts[not fault] += 1


def joined(literals):
    text = ''.join(LITERAL.findall(literals))
    return text.replace('\\"', '"').replace('%%', '%')


def arguments(text, start):
    """The arguments of a call whose bracket opens before `start`."""
    out, depth, at, begin = [], 0, start, start
    while depth >= 0:
        literal = LITERAL.match(text, at)
        if literal:
            at = literal.end()
            continue
        if text[at] in '({[':
            depth += 1
        elif text[at] in ')}]':
            depth -= 1
        if depth < 0 or (depth == 0 and text[at] == ','):
            out.append(text[begin:at])
            begin = at + 1
        at += 1
    return out


def messages():
    """(place in the source, kind, message)"""
    files = glob.glob(f'{source}/guide/*.c') + glob.glob(f'{source}/text/*.c')
    for file in sorted(files) + [f'{source}/base/file.c']:
        with open(file, encoding='utf-8') as stream:
            text = stream.read()
        for call in CALL.finditer(text):
            first = 3 if call.group(1) == 'work_add' else 2
            last = 4 if call.group(1) == 'fault_errno' else first + 1
            parts = arguments(text, call.end())[first:last]
            parts = [joined(part) for part in parts if re.match(r'\s*(E_\()?"', part)]
            if call.group(1) == 'fault_errno':
                parts = ['; '.join(parts)]
            if parts and parts[0] != '%s':
                line = text.count('\n', 0, call.start()) + 1
                yield f'{os.path.relpath(file, source)}:{line}', call.group(1), parts[0]
        for message in dict.fromkeys(map(joined, MARKED.findall(text))):
            if '; ' in message:
                yield f'{os.path.relpath(file, source)} E_', 'fault_add', message


def pattern(message, kind):
    parts = re.split(r'%(?:\.\d+|\.\*)?(?:0\d)?z?[sducX]', message)
    text = '.*'.join(map(re.escape, parts))
    return text.replace(re.escape('; '), ': .*; ', 1) if kind == 'fault_errno' else text


def cases(kind):
    for file in sorted(glob.glob(f'{tests}/content/{kind}/*/expect.txt')):
        with open(file, encoding='utf-8') as stream:
            for line in stream:
                yield os.path.basename(os.path.dirname(file)), line.rstrip('\n')


def stands_elsewhere(message):
    """Whether the test that is said to show it holds how it begins."""
    where = ELSEWHERE.get(message, '')
    if not where.startswith('tests/'):
        return True
    with open(os.path.join(tests, '..', where), encoding='utf-8') as file:
        return re.split('; |%s|`', message)[0].strip() in file.read()


def main():
    shown = '\n'.join(line for kind in ('bad', 'fine') for _, line in cases(kind))
    seen = {}
    for place, kind, message in messages():
        faults = []
        if '; ' not in message and '? ' not in message:
            faults.append('says not what to do')
        if message[0].isupper() and not message.startswith('U+') or message.endswith('.'):
            faults.append('is written like a sentence')
        if message in seen and message not in SHARED:
            faults.append(f'is said for another fault in {seen[message]}')
        seen.setdefault(message, place)
        said = re.search(': (error|warning|hint): ' + pattern(message, kind) + '$', shown, re.M)
        if not said and message not in ELSEWHERE:
            faults.append('stands in no expect.txt')
        if said and message in ELSEWHERE:
            faults.append('stands in an expect.txt, so it need not be in ELSEWHERE')
        if not stands_elsewhere(message):
            faults.append(f'does not stand in {ELSEWHERE[message]}')
        report(f'{place} {message}', ', '.join(faults))
    for kind in ('bad', 'fine'):
        faults = []
        for case, line in cases(kind):
            whole = re.match(r'\S.*?\.?\w*: (error|warning): (.*)', line)
            if not re.match(r'[^:]+:\d+:\d+: (error|warning|hint): [^A-Z].*(; |\?)', line) and \
                    not re.match(r'[^:]+:\d+:\d+: error: U\+', line) and \
                    not (whole and any(re.match(w, whole.group(2)) for w in WHOLE)) and \
                    not (kind == 'fine' and whole):
                faults.append(f'{case}: {line}')
        report(f'{kind}: every line has a place and a cure', '\n'.join(faults))
    few = len(glob.glob(f'{tests}/content/bad/*/'))
    report(f'{few} bad folders', '' if few >= 150 else 'less than 150')
    print(f'{counts[True]} passed, {counts[False]} failed')
    sys.exit(counts[False] > 0)


if __name__ == '__main__':
    main()
