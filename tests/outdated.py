#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""From a changed German paragraph to the stamp: outdated.py PROGRAM CONTENT

Changing one German paragraph makes exactly that block outdated in every language, in `check` and
on the kiosk; `stamp` clears it and writes nothing else. Faults hinder the stamp only where they
stand in the file itself or in its German original.
"""
import gettext
import os
import re
import shutil
import subprocess
import sys
import tempfile

PAGE = 'pages/first-steps.xml'  # of the core: in every language
OTHER = 'pages/emergency.xml'
CHANGE = ' Das ist neu.'
NOW = ['--now', '2030-01-02T09:00']
counts = {True: 0, False: 0}


def report(name, fault):
    print(f'FAILED {name}: {fault}' if fault else f'ok {name}')
    counts[not fault] += 1


def read(path):
    with open(path, encoding='utf-8', newline='') as file:
        return file.read()


def write(path, text):
    with open(path, 'w', encoding='utf-8', newline='') as file:
        file.write(text)


def difference(expected, found):
    lost, more = sorted(set(expected) - set(found)), sorted(set(found) - set(expected))
    return '\n'.join(['', *('-' + line for line in lost), *('+' + line for line in more)]).strip()


class Town:
    """A copy of the content that may be changed."""

    def __init__(self, program, content, folder):
        self.program = os.path.realpath(program)
        self.folder = os.path.join(folder, 'content')
        shutil.copytree(content, self.folder)
        self.languages = sorted(tag for tag in os.listdir(self.folder)
                                if tag != 'de' and os.path.isfile(self.path(f'{tag}/{PAGE}')))

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *args, script=None):
        """(status, lines on stdout, lines on stderr but for the excerpts)"""
        done = subprocess.run([self.program, args[0], '--content', '.', *args[1:]],
                              cwd=self.folder, input=script, text=True, capture_output=True)
        said = [line for line in done.stderr.splitlines() if not line.startswith('    ')]
        return done.returncode, done.stdout.splitlines(), said

    def warnings(self):
        return self.run('check', '--no-layout', *NOW)[2]

    def change(self, name, pattern, replacement):
        text = read(self.path(name))
        changed = re.sub(pattern, replacement, text, count=1)
        assert changed != text, f'{name} has no {pattern}'
        write(self.path(name), changed)

    def first_paragraph(self, name):
        """line, column of its first <p>"""
        before = read(self.path(name)).split('<p>', 1)[0]
        return before.count('\n') + 1, len(before) - before.rfind('\n')


def badge(program, tag):
    """What the kiosk says of outdated words."""
    folder = os.path.join(os.path.dirname(os.path.realpath(program)), 'share/wegweiser/locale')
    words = gettext.GNUTranslations(open(f'{folder}/{tag}/LC_MESSAGES/wegweiser.mo', 'rb'))
    return words.gettext('The German text has changed')


def shown(town, tag, step):
    """What is wrong with the page on the kiosk in that language."""
    script = os.path.join(os.path.dirname(town.folder), 'outdated.script')
    write(script, f'tap topic:arrive\ntap page:first-steps\nexpect screen page:first-steps\n'
                  f'{step} {badge(town.program, tag)}\n')
    status, _, said = town.run('kiosk', '--script', script, '--lang', tag, *NOW)
    return f'{tag}: {said}' if status else ''


def test_change(town):
    before = town.warnings()
    texts = {tag: read(town.path(f'{tag}/{PAGE}')) for tag in town.languages}
    report('nothing is outdated before',
           ''.join(line for line in before if PAGE in line and 'outdated' in line))
    report('the kiosk says nothing', ''.join(shown(town, tag, 'expect no text')
                                             for tag in town.languages[::8]))

    town.change(f'de/{PAGE}', '</p>', CHANGE + '</p>')
    line, _ = town.first_paragraph(f'de/{PAGE}')
    wanted = []
    for tag in town.languages:
        at = '%d:%d' % town.first_paragraph(f'{tag}/{PAGE}')
        wanted.append(f'{tag}/{PAGE}:{at}: warning: outdated: the German text at de/{PAGE}:{line} '
                      'has changed; correct this and run `wegweiser stamp`')
    report(f'check warns of one block in each of {len(wanted)} languages',
           difference(before + wanted, town.warnings()))
    for tag in town.languages:
        report(f'the kiosk says so in {tag}', shown(town, tag, 'expect text'))

    files = [f'{tag}/{PAGE}' for tag in town.languages]
    status, out, said = town.run('stamp', *files)
    report('stamp names what it stamped',
           difference([f'{file} matches its German original' for file in files], out + said) or
           (f'status {status}' if status else ''))
    report('stamp writes the digests and nothing else', ''.join(
        tag for tag in town.languages
        if re.sub('translates="[^"]*"', '', texts[tag]) !=
        re.sub('translates="[^"]*"', '', read(town.path(f'{tag}/{PAGE}')))))
    report('check has no more to say', difference(before, town.warnings()))
    report('the kiosk says nothing more', ''.join(shown(town, tag, 'expect no text')
                                                  for tag in town.languages[::8]))


def expect_stamp(name, town, files, status, out, said):
    got, lines, errors = town.run('stamp', *files)
    report(name, difference(out + said, lines + errors) or
           (f'status {got}, not {status}' if got != status else ''))


def test_faults(town):
    """Each fault stays for what follows."""
    town.change(f'de/{PAGE}', '</p>', CHANGE + '</p>')
    town.change(f'uk/{PAGE}', '</title>', '')
    before = read(town.path(f'uk/{PAGE}'))
    stamped = f'ar/{PAGE} matches its German original'
    line = next(i for i, text in enumerate(before.split('\n'), 1) if '</page>' in text)
    own = (f'uk/{PAGE}:{line}:1: error: `<title>` of line 4 is not closed; '
           'write `</title>` before this')
    expect_stamp('a fault in another language hinders nobody', town, [f'ar/{PAGE}'], 0,
                 [stamped], [])
    expect_stamp('a fault in the file itself does', town, [f'uk/{PAGE}', f'ar/{PAGE}'], 1,
                 [stamped], [own])
    report('the faulty file is as it was', '' if read(town.path(f'uk/{PAGE}')) == before
           else 'it was written')

    town.change(f'de/{OTHER}', '<title>', '<titel>')
    town.change(f'de/{OTHER}', '</title>', '</titel>')
    german = (f'de/{OTHER}:4:3: error: unknown element `titel` in `<page>`; '
              'did you mean `title`?')
    expect_stamp('a fault in its German original does', town, [f'ar/{OTHER}', f'fr/{PAGE}'], 1,
                 [f'fr/{PAGE} matches its German original'],
                 [german, f'ar/{OTHER}: error: is not stamped as long as de/{OTHER} has faults; '
                  'correct those first'])
    write(town.path('guide.xml'), '<guide>')
    expect_stamp('even without guide.xml', town, [f'fa-AF/{PAGE}'], 0,
                 [f'fa-AF/{PAGE} matches its German original'], [])
    expect_stamp('the original is not stamped', town, [f'de/{PAGE}'], 1, [],
                 [f'de/{PAGE}: error: is the German original; only translations are stamped'])
    expect_stamp('nor what is no translation', town, ['facts.xml'], 1, [],
                 ['facts.xml: error: is no translation in `.`; name one, like '
                  '`./uk/pages/registration.xml`'])
    os.remove(town.path(f'de/{OTHER}'))
    expect_stamp('nor where the original is missing', town, [f'ar/{OTHER}'], 1, [],
                 [f'ar/{OTHER}: error: there is no de/{OTHER}; write it, or remove or rename this '
                  'file'])


def main():
    if len(sys.argv) != 3:
        sys.exit('usage: tests/outdated.py PROGRAM CONTENT')
    os.environ.update(LC_ALL='C.UTF-8', LANGUAGE='')
    for test in test_change, test_faults:
        with tempfile.TemporaryDirectory() as folder:
            test(Town(sys.argv[1], sys.argv[2], folder))
    print(f'{counts[True]} passed, {counts[False]} failed')
    sys.exit(counts[False] > 0)


if __name__ == '__main__':
    main()
