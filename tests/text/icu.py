#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Writes into FILE… the lines that ICU makes of each text: tests/text/icu.py tests/text/*.case

Needs the Debian package python3-icu. The format is told at the head of rules.case. A case
without a width gets three; one whose name ends in "(by hand)" stays as it is.

From ICU come the places where a line may and must end, the graphemes and the order of the visual
runs. What we ask for beyond Unicode is written here once more, from the rules and not from
src/guide/glue.c and isolate.c: what a line may not tear apart, what is a direction of its own.
"""
import re
import sys
import unicodedata

sys.path.pop(0)  # this folder, where `icu` is this very file
import icu

WIDTHS = 200, 320, 480
LETTER, TAG_END = 10, 5

NO_BREAK_SPACE, SOFT_HYPHEN, NO_BREAK_HYPHEN = '\u00A0', '\u00AD', '\u2011'
JOINERS = '\u200C\u200D'
LEFT_TO_RIGHT_ISOLATE, FIRST_STRONG_ISOLATE, POP_ISOLATE = '\u2066', '\u2068', '\u2069'
OBJECT = '\uFFFC'  # holds the place of an isolate in the text around it

# ---- What belongs together -------------------------------------------------------------------

LETTER_OF_ANY_SCRIPT = r'[^\W\d_]'
LATIN_OR_CYRILLIC = r'[A-Za-zÀ-ÖØ-öø-ɏЀ-ԯ]'

# Each ends with the space that holds.
HOLDING_SPACES = [re.compile(pattern) for pattern in (
    r'[0-9] (?=[0-9€%])',
    r'[§€] (?=[0-9])',
    rf'(?<![^\W_]){LATIN_OR_CYRILLIC}\. (?={LATIN_OR_CYRILLIC}\.)',  # "z. B.", "т. д."
    r'(?:(?<= )|\A)[Ѐ-ԯ] (?=\S)',  # "у місті"
)]
# A number and its noun: "15 Minuten", "8:00–12:30 Uhr", but not "2026 war" nor a telephone number.
NUMBER = re.compile(r'[0-9](?:[ .,:/–-]?[0-9])*')
HOLDING_DASH = re.compile(r'(?<=[0-9])[-–](?=[0-9])')

# In glued text of a right-to-left language. "38b" and "B2" are right without help and wrong with.
ATOM = re.compile(
    rf'[^\s(«„“{OBJECT}][^\s{OBJECT}]*(?:://|@)[^\s{OBJECT}]*(?<![.,;:!?)»”،؛؟۔])'
    rf'|(?<![^\s(«„“{OBJECT}])www\.[^\s{OBJECT}]*(?<![.,;:!?)»”،؛؟۔])'
    r'|(?<![A-Za-z])(?:[€§]\u00A0)?\+?[0-9](?:(?:[\u00A0.,:/]|\u2060?[-–]\u2060?)?[0-9])*'
    r'(?![0-9]*[A-Za-z])(?:\u00A0?[€%])?(?:[ \u00A0]+[A-Za-zÀ-ɏ]+)*')


def needs_isolate(atom, before):
    """Digits alone do not, nor does a number on the same line of reading as Latin words."""
    strong = [c for c in before if unicodedata.bidirectional(c) in ('L', 'R', 'AL')]
    after_latin = strong and unicodedata.bidirectional(strong[-1]) == 'L'
    address = '://' in atom or '@' in atom or atom.startswith('www.')
    return address or not (atom.isdigit() or after_latin)


def is_counting(number):
    return sum(c.isdigit() for c in number) <= 3 or re.search(':[0-9]{2}$', number)


def held_spaces(text):
    held = {match.end() - 1 for pattern in HOLDING_SPACES for match in pattern.finditer(text)}
    held |= {match.end() for match in NUMBER.finditer(text) if is_counting(match.group()) and
             re.match(f' {LETTER_OF_ANY_SCRIPT}', text[match.end():])}
    return ''.join(NO_BREAK_SPACE if i in held else c for i, c in enumerate(text))


def held_dashes(text):
    return HOLDING_DASH.sub('\u2060\\g<0>\u2060', text)


def glued(text):
    return held_dashes(held_spaces(text))


# ---- A paragraph -----------------------------------------------------------------------------

class Paragraph:
    """The letters of a text, without the isolates that only the bidirectional algorithm sees."""

    def __init__(self, language, text):
        self.letters, self.isolate, self.tag = '', [], []  # isolate, tag: its number; 0: none
        self.place = []  # of each letter in the text with isolates
        self.isolated_text = ''
        self.isolates = 0
        # For Chinese ICU breaks before quotation marks, which UAX #14 and Pango leave to the writer.
        locale = icu.Locale.forLanguageTag('root' if language == 'zh-Hans' else language)
        likely = icu.Locale.forLanguageTag(language)
        likely.addLikelySubtags()
        self.rtl = likely.getScript() == 'Arab'
        self.collect(text)
        # PyICU counts UTF-16 units.
        assert all(ord(letter) < 0x10000 for letter in text), f'beyond the BMP: {text}'
        self.bidi = icu.Bidi()
        self.bidi.setPara(icu.UnicodeString(self.isolated_text), int(self.rtl))
        self.breaks, self.musts = self.boundaries(icu.BreakIterator.createLineInstance(locale))
        # A web or e-mail address is held like an isolate; a hyphen in it ends no line at all.
        for address in re.finditer(r'[!-~]*(?:://|@|www\.)[!-~]*', self.letters):
            self.isolates += 1
            for at in range(*address.span()):
                self.isolate[at] = self.isolate[at] or self.isolates
            self.breaks -= {address.start() + match.end()
                            for match in re.finditer('-(?!$)', address.group())}
        self.graphemes, _ = self.boundaries(icu.BreakIterator.createCharacterInstance(locale))

    def add_control(self, control):
        self.isolated_text += control

    def add(self, text, isolate=0, tag=0):
        for letter in text:
            self.place.append(len(self.isolated_text))
            self.isolated_text += letter
            self.letters += letter
            self.isolate.append(isolate)
            self.tag.append(tag)

    def add_isolate(self, marked):
        self.isolates += 1
        text, tag = glued(marked[1:-1]), 0
        if marked[0] == '[':
            text, tag = text.replace(' ', NO_BREAK_SPACE), self.isolates
        self.add_control(FIRST_STRONG_ISOLATE)
        self.add(text, self.isolates, tag)
        self.add_control(POP_ISOLATE)

    def add_plain(self, text):
        """Text with its atoms: lines end in them as they do elsewhere."""
        end = 0
        for atom in ATOM.finditer(text) if self.rtl else ():
            if not needs_isolate(atom.group(), text[:atom.start()]):
                continue
            self.add(text[end:atom.start()])
            self.add_control(LEFT_TO_RIGHT_ISOLATE)
            self.add(atom.group())
            self.add_control(POP_ISOLATE)
            end = atom.end()
        self.add(text[end:])

    def collect(self, text):
        text = text.replace('*', '')  # bold is as wide
        marked = r'\{[^{}\[\]]*\}|\[[^{}\[\]]*\]'
        pieces = re.split(f'({marked})', text)
        assert not re.search(r'[{}\[\]]', ''.join(pieces[::2])), f'not closed: {text}'
        # A value counts for what stands beside it, a tag does not.
        flat = held_spaces(''.join(
            OBJECT * len(piece) if piece[:1] == '[' else piece.strip('{}') for piece in pieces))
        for piece in pieces:
            if piece[:1] == '[':
                self.add_isolate(piece)
                flat = flat[len(piece):]
                continue
            length = len(piece.strip('{}'))
            if piece[:1] == '{':
                self.add_isolate('{' + flat[:length] + '}')
            else:
                self.add_plain(held_dashes(flat[:length]))
            flat = flat[length:]

    def boundaries(self, iterator):
        iterator.setText(self.letters)
        places, musts = set(), set()
        for at in iterator:
            places.add(at)
            if iterator.getRuleStatus() >= 100:  # UBRK_LINE_HARD
                musts.add(at)
        return places | {len(self.letters)}, musts

    # ---- Filling lines -----------------------------------------------------------------------

    def visible_end(self, start, end):
        """Blanks hang over the end of a line, and so do controls between them."""
        shown = end
        while end > start and (self.letters[end - 1] in ' \n\t' or
                               (is_ignorable(self.letters[end - 1]) and
                                self.letters[end - 1] != SOFT_HYPHEN)):
            end -= 1
            if self.letters[end] in ' \n\t':
                shown = end
        return shown

    def width(self, start, end):
        end = self.visible_end(start, end)
        width = 2 * TAG_END * len(set(self.tag[start:end]) - {0})
        if end > start and self.letters[end - 1] == SOFT_HYPHEN:
            width += LETTER
        return width + LETTER * sum(not is_ignorable(c) for c in self.letters[start:end])

    def is_inside(self, at):
        return at < len(self.letters) and self.isolate[at - 1] == self.isolate[at] != 0

    def line_end(self, start, width):
        """The farthest place; within an isolate, within a word only when there is no other."""
        words = {at for at in self.breaks if not self.is_inside(at)}
        for places in words, self.breaks, self.graphemes:
            fits = None
            for at in sorted(place for place in places | self.musts if place > start):
                if self.width(start, at) > width:
                    break
                fits = at
                if at in self.musts:
                    break
            if fits:
                return fits
        return min(place for place in self.graphemes if place > start)

    def lines(self, width):
        start = 0
        while True:
            end = self.line_end(start, width) if self.letters else 0
            yield self.line(start, self.visible_end(start, end))
            start = end
            if start >= len(self.letters):
                return

    # ---- The runs of a line --------------------------------------------------------------------

    def visual_order(self, start, end):
        """(letter, rtl, tag) from left to right."""
        if start == end:
            return []
        hyphen = self.letters[end - 1] == SOFT_HYPHEN
        at_place = {self.place[i]: i for i in range(start, end)}
        line = self.bidi.setLine(self.place[start], self.place[end - 1] + 1)
        order = []
        for n in range(line.countRuns()):
            first, length, direction = line.getVisualRun(n)
            rtl = direction == icu.UBiDiDirection.RTL
            first += self.place[start]
            places = range(first, first + length)
            for place in reversed(places) if rtl else places:
                if place in at_place:
                    order.append((at_place[place], rtl))
        if hyphen:  # ICU knows no hyphen here: it follows its letter in that letter's direction
            order = [item for item in order if item[0] != end - 1]
            letter = max(range(len(order)), key=lambda n: order[n][0])
            rtl = order[letter][1]
            order.insert(letter if rtl else letter + 1, (end - 1, rtl))
        return [(self.shown(i, end), rtl, self.tag[i]) for i, rtl in order if self.shown(i, end)]

    def shown(self, i, end):
        letter = self.letters[i]
        if letter == NO_BREAK_HYPHEN or (letter == SOFT_HYPHEN and i == end - 1):
            return '-'
        return '' if is_ignorable(letter) and letter not in JOINERS else letter

    def line(self, start, end):
        """Rows as they stand in the file."""
        runs = []  # [letters, rtl, tag]
        for letter, rtl, tag in self.visual_order(start, end):
            if not runs or runs[-1][1:] != [rtl, tag]:
                runs.append(['', rtl, tag])
            runs[-1][0] = letter + runs[-1][0] if rtl else runs[-1][0] + letter
        rows = ['--']
        for n, (letters, rtl, tag) in enumerate(runs):
            opens = tag and (n == 0 or runs[n - 1][2] != tag)
            closes = tag and (n + 1 == len(runs) or runs[n + 1][2] != tag)
            rows.append(('<' if rtl else '>') + ('[' if opens else '') +
                        escaped(letters) + (']' if closes else '') + '|')
        return rows


def is_ignorable(letter):
    return icu.Char.hasBinaryProperty(letter, icu.UProperty.DEFAULT_IGNORABLE_CODE_POINT)


def escaped(letters):
    def is_seen(c):
        return not is_ignorable(c) and c != NO_BREAK_SPACE and not 0x300 <= ord(c) < 0x370
    return ''.join(c if is_seen(c) else f'\\u{ord(c):04X}' for c in letters)


def unescaped(text):
    text = re.sub(r'\\u([0-9A-Fa-f]{4})', lambda match: chr(int(match[1], 16)), text)
    return text.replace('\\n', '\n')


# ---- Files -----------------------------------------------------------------------------------

def sections(language, text, widths):
    paragraph = Paragraph(language, unescaped(text))
    for width in widths:
        yield f'= {width}'
        for rows in paragraph.lines(width):
            yield from rows


def rewritten(rows):
    rows = iter(rows)
    row = next(rows, None)
    while row is not None:
        yield row
        if not row.startswith('== '):
            row = next(rows, None)
            continue
        name, language, text = row, next(rows), next(rows)
        yield from (language, text)
        old = []
        row = next(rows, None)
        while row is not None and re.match(r'= [0-9]+$|--$|[<>].*\|$', row):
            old.append(row)
            row = next(rows, None)
        widths = [int(section[2:]) for section in old if section.startswith('= ')] or WIDTHS
        by_hand = name.endswith('(by hand)')
        yield from old if by_hand else sections(language, text, widths)


def main():
    for path in sys.argv[1:]:
        with open(path, encoding='utf-8') as file:
            rows = file.read().split('\n')
        new = '\n'.join(rewritten(rows)).rstrip('\n') + '\n'
        with open(path, 'w', encoding='utf-8') as file:
            file.write(new)


if __name__ == '__main__':
    main()
