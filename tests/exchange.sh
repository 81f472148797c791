#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Translations as PO files, out and back: tests/exchange.sh PROGRAM CONTENT
set -u
tests=$(cd "$(dirname "$0")" && pwd)
content=$(realpath -e -- "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
# A copy, because another user runs it below.
cp "$(realpath -e -- "$1")" "$work/wegweiser"
program=$work/wegweiser
export LC_ALL=C.UTF-8 LANGUAGE=
. "$tests/report.sh"

# ---- A small guide, exported -----------------------------------------------------------------

good=$work/good po=$work/uk.po
cp -r "$tests/content/good" "$good" && chmod -R u+w "$good"

# begin: the folder $work/guide and its export $po, and nothing of the case before.
begin() {
  rm -rf "$work/guide" "$work/before" "$po"
  cp -r "$good" "$work/guide"
  [ $# = 0 ] || (cd "$work/guide" && eval "$1")
  cp -r "$work/guide" "$work/before"
  (cd "$work/guide" && "$program" export po uk --content . -o "$po") >/dev/null
}

# edit FILE SED: says so if that changes nothing.
edit() {
  cp "$1" "$work/unedited"
  sed -i -E "$2" "$1"
  ! cmp -s "$1" "$work/unedited" || echo "nothing edited by $2"
}

# import STATUS: what it says on stderr goes to $work/said, without the folder's name.
import() {
  local status
  (cd "$work/guide" && timeout 20 "$program" import po "$po" --content . >"$work/told" 2>"$work/said")
  status=$?
  [ $status = "$1" ] || { echo "exit status $status, not $1"; cat "$work/said"; }
  sed -i "s|$work/||" "$work/said"
}

says() { [ "$(cat "$work/said")" = "$1" ] || printf 'wanted: %s\ngot: %s\n' "$1" "$(cat "$work/said")"; }
tells() { [ "$(cat "$work/told")" = "$1" ] || printf 'wanted: %s\ngot: %s\n' "$1" "$(cat "$work/told")"; }
unchanged() { diff -r "$work/before" "$work/guide"; }
line_of() { grep -nF -- "$1" "$po" | head -n 1 | cut -d: -f1; }

# changes TEXT: the lines that differ, of all files, are these.
changes() {
  local got
  got=$(diff -r "$work/before" "$work/guide" | grep -E '^[<>]|^Only' | sed "s|$work/||")
  [ "$got" = "$1" ] || printf 'wanted: %s\ngot: %s\n' "$1" "$got"
}

# The paragraph that most cases change: the edit of $po, and what comes of it.
cost() { printf '%s' 's/^msgstr "Безкоштовно"/msgstr "' "$1" '"/'; }
costs() {
  changes "<   <fact kind=\"cost\">Безкоштовно</fact>
>   <fact kind=\"cost\">$1</fact>"
}

# case_ NAME [COMMANDS]: passed if they, or those of the input, print nothing.
case_() { report "$1" "$(eval "${2-$(cat)}" 2>&1)"; }

stamp_of() { sed -n 's/.*translates="\([^"]*\)".*/\1/p' "$work/guide/$1"; }

# ---- Changes ---------------------------------------------------------------------------------

case_ 'the export can be read by gettext' <<'END'
  begin; msgfmt --check -o /dev/null "$po"
END

case_ 'the same content gives the same bytes, wherever it lies' <<'END'
  begin; cp "$po" "$work/first"
  "$program" export po uk --content "$work/guide" -o "$po" >/dev/null; cmp "$po" "$work/first"
END

case_ 'a note shows how to write each term, with the word of the glossary' <<'END'
  begin 'sed -i "s/<item>Pass oder Ausweis/<item><term>Pass<\/term> oder <term>Ausweis<\/term>/" de/pages/registration.xml
    echo "<glossary xml:lang=\"uk\"><entry de=\"Pass\" word=\"паспорт\"/></glossary>" >uk/glossary.xml'
  diff - <(grep -B6 '^msgid "<term>Pass' "$po" | grep '^#\.') <<'NOTE'
#. Seite „Wohnsitz anmelden“, Schritt 2, Punkt 1
#. <term de="Pass">паспорт</term>
#. <term de="Ausweis">…</term>
NOTE
END

case_ 'nothing changes nothing' <<'END'
  begin; import 0; says ""; tells "nothing to change"; unchanged
END

case_ 'one text changes that block alone' <<'END'
  begin; edit "$po" "$(cost 'Це нічого не коштує')"
  import 0; says ""
  tells "passages changed: 1, no longer outdated: 0; files written: 1, of them new: 0"
  costs 'Це нічого не коштує'
END

case_ 'comments, indentation, line ends and the byte order mark stay' <<'END'
  begin "sed -i -E \"s/<lead>(.*)<\/lead>/<!-- a --><lead ><!-- b -->\n      \1\n  <\/lead>/\" uk/pages/registration.xml
    sed -i \"1s/^/\xef\xbb\xbf/; s/\$/\r/\" uk/pages/registration.xml"
  edit "$po" "$(cost Дарма)"
  edit "$po" "s/нову адресу\.\"/нову адресу!\"/"
  import 0; says ""
  cp "$work/before/uk/pages/registration.xml" "$work/wanted"
  edit "$work/wanted" "s/Безкоштовно/Дарма/; s/нову адресу\./нову адресу!/"
  tr -d "\n" <"$work/wanted" | grep -q "<lead ><!-- b -->" || echo "the case is not what it should be"
  sed -i -z "s/<!-- b -->\r\n *Ви/<!-- b --> Ви/" "$work/wanted"
  cmp "$work/wanted" "$work/guide/uk/pages/registration.xml"
END

case_ 'a folded text is left as it is folded' <<'END'
  begin "sed -i \"s/Ви переїхали? /Ви переїхали?\n\t  /\" uk/pages/registration.xml"
  grep -q "Ви переїхали? Зареєструйте" "$po" || echo "not folded in the export"
  edit "$po" "$(cost Дарма)"
  import 0; costs Дарма
END

case_ 'quotes, backslashes, tabs, soft hyphens, markup, Arabic' <<'END'
  begin
  edit "$po" "$(cost '\\"a\\" b\\\\c\\td э\xc2\xadю <b>مجاني<\/b> \&amp; \x27')"
  import 0; says ""; costs '"a" b\c d э'$'\u00AD'"ю <b>مجاني</b> &amp; '"
END

case_ 'line ends around and in a text are white space' <<'END'
  begin
  edit "$po" 's/^msgid "Kostet nichts"/msgid "\\n"\n"Kostet nichts\\n"/'
  edit "$po" "$(cost '\\n"\n"Це нічого\\n"\n"не коштує\\n')"
  import 0; says ""
  costs 'Це нічого не коштує'
END

case_ 'an empty msgstr takes nothing away' <<'END'
  begin; edit "$po" "$(cost '')"; import 0; says ""; unchanged
END

case_ 'a PO file with other wrapping, order, comments, obsolete entries and CRLF' <<'END'
  begin; edit "$po" "$(cost Дарма)"
  msgcat --width=40 --sort-output "$po" >"$work/other"
  { printf "#~ msgctxt \"pages/gone.xml p\"\n#~ msgid \"weg\"\n#~ msgstr \"геть\"\n"; } >>"$work/other"
  sed "s/\$/\r/; s/^# SOME/# Ірина/" "$work/other" >"$po"
  import 0; says ""; costs Дарма
END

case_ 'lines are told right behind obsolete entries' <<'END'
  begin; edit "$po" '0,/^#\. Stelle/s/^#\. Stelle/#~| msgid "weg"\n#~ msgctxt "guide.xml p"\n#~ msgid ""\n#~ "fort"\n#~ msgstr "геть"\n\n&/'
  edit "$po" "$(cost '<i>')"; import 1
  says "uk.po:$(line_of 'msgstr "<i>'): error: \`<i>\` of line $(line_of 'msgstr "<i>') is not closed; write \`</i>\` before this"
  unchanged
END

case_ 'a link in the content stays a link' <<'END'
  begin "mv uk/pages/registration.xml ../elsewhere.xml; ln -s ../../../elsewhere.xml uk/pages/registration.xml"
  edit "$po" "$(cost Дарма)"
  import 0; says ""; [ -L "$work/guide/uk/pages/registration.xml" ] || echo "it is no link any more"
  grep -c "Дарма" "$work/elsewhere.xml" | grep -v "^1$"
END

case_ 'words of the glossary are attributes' <<'END'
  cat >"$work/glossary.xml" <<'XML'
<glossary xml:lang="uk">
  <entry word='Meldung &lt;"1"' de="Amt &amp; Co" forms="x"/>
</glossary>
XML
  begin 'cp ../glossary.xml uk/'
  msgfmt --check -o /dev/null "$po"; import 0; unchanged
  grep -A2 '^msgctxt "glossary.xml Amt & Co"' "$po" | grep -qxF 'msgstr "Meldung <\"1\""' || echo "not exported"
  edit "$po" 's/^msgstr "Meldung.*/msgstr "a <b> \x27c\x27 \& \\"d\\""/'
  import 0; says ""
  changes "<   <entry word='Meldung &lt;\"1\"' de=\"Amt &amp; Co\" forms=\"x\"/>
>   <entry word='a &lt;b&gt; &apos;c&apos; &amp; &quot;d&quot;' de=\"Amt &amp; Co\" forms=\"x\"/>"
END

# ---- Outdated --------------------------------------------------------------------------------

old='sed -i s/Kostet\ nichts/Kostet\ gar\ nichts/ de/pages/registration.xml'

case_ 'what is outdated is fuzzy, and only that' <<'END'
  begin "$old"; grep -A4 "^#, fuzzy" "$po" | grep -c "Kostet gar nichts" | grep -v "^1$"
  grep -c "^#, fuzzy" "$po" | grep -v "^1$"; import 0; says ""; unchanged
END

case_ 'a fuzzy text is taken over and stays outdated' <<'END'
  begin "$old"; edit "$po" "$(cost Дарма)"; import 0; says ""
  costs Дарма
END

case_ 'one that is no longer fuzzy is no longer outdated' <<'END'
  begin "$old"; edit "$po" "/^#, fuzzy/d"; import 0; says ""
  tells "passages changed: 0, no longer outdated: 1; files written: 1, of them new: 0"
  changed=$(diff -r "$work/before" "$work/guide" | grep -c "^[<>]"); [ "$changed" = 2 ] || echo "$changed lines"
  mine=$(stamp_of uk/pages/registration.xml)
  (cd "$work/guide" && "$program" stamp uk/pages/registration.xml --content .) >/dev/null
  [ "$mine" = "$(stamp_of uk/pages/registration.xml)" ] || echo "not what stamp writes"
END

case_ 'fuzzy in the PO file is outdated in the guide, and back' <<'END'
  begin; edit "$po" "s/^msgctxt \"pages\/registration.xml fact\[2\]\"/#, fuzzy\n&/"; import 0; says ""
  (cd "$work/guide" && "$program" export po uk --content . -o "$work/again.po") >/dev/null
  diff "$po" "$work/again.po"
  (cd "$work/guide" && "$program" check --content . 2>&1) | grep -c "warning: outdated" | grep -v "^1$"
END

case_ 'of a translation without a stamp only what was gone over is settled' <<'END'
  begin "sed -i \"s/ translates=\\\"[^\\\"]*\\\"//\" uk/pages/registration.xml"
  [ "$(grep -c "^#, fuzzy" "$po")" = 14 ] || echo "not all are fuzzy"
  edit "$po" "/^#, fuzzy/{N;s/^#, fuzzy\n(msgctxt \"pages\/registration.xml fact)/\1/}"
  import 0; says ""
  (cd "$work/guide" && "$program" check --content . 2>&1) | grep -c "warning: outdated" | grep -v "^12$"
END

case_ 'German changed meanwhile: that entry is left out, the others are not' <<'END'
  begin; (cd "$work/guide" && eval "$old") ; (cd "$work/before" && eval "$old")
  edit "$po" "s/^msgstr \"Безкоштовно\"/msgstr \"Дарма\"/; s/нову адресу\.\"/нову адресу!\"/"
  import 0
  says "uk.po:$(line_of "msgid \"Kostet nichts\""): warning: left out: the German text at de/pages/registration.xml:8 has changed since the export; merge this file with a fresh export"
  changes "<   <lead>Ви переїхали? Зареєструйте нову адресу.</lead>
>   <lead>Ви переїхали? Зареєструйте нову адресу!</lead>"
END

case_ 'a soft hyphen more in German changes nothing' <<'END'
  begin; sed -i "s/Kostet/Kos$(printf "\xc2\xad")tet/" "$work/guide/de/pages/registration.xml"
  edit "$po" "$(cost Дарма)"; import 0; says ""
  grep -c Дарма "$work/guide/uk/pages/registration.xml" | grep -v "^1$"
END

# ---- Faults: nothing is written --------------------------------------------------------------

# fault NAME SED LINE MESSAGE: a second entry is changed rightly, and must not be written either.
# LINE is a text in the PO file, or + for the line of the msgstr that most cases change.
fault() {
  report "$1" "$(begin; edit "$po" 's/нову адресу\."/нову адресу!"/'; edit "$po" "$2"; import 1
    line=$(line_of "$3"); [ "$3" != + ] || line=$(($(line_of 'msgid "Kostet nichts"') + 1))
    says "uk.po:$line: error: $4"; unchanged)"
}
fault 'an element is not closed' "$(cost 'a <b>c')" + \
  "\`<b>\` of line 165 is not closed; write \`</b>\` before this"
fault 'an element ends that did not begin' "$(cost 'a<\/b>')" + \
  'a tag ends that did not begin in this translation; compare it with the msgid'
fault 'a way out of the block' "$(cost 'a<\/fact><fact kind=\\"cost\\">b')" + \
  'a tag ends that did not begin in this translation; compare it with the msgid'
fault 'a lone ampersand' "$(cost 'a \& b')" + 'a lone `&`; write `&amp;`'
fault 'an unknown element' "$(cost 'a <i>b<\/i>')" + \
  'unknown element `i` in `<fact>`; allowed: b, term, value'
fault 'a term without German' "$(cost '<term>a<\/term>')" + '`<term>` lacks `de`; add de="…"'
fault 'a fact that is none' "$(cost '<value ref=\\"registration-deadlin\\"\/>')" + \
  'no fact `registration-deadlin`; did you mean `registration-deadline`? if not, add it in facts.xml'
fault 'only a comment' "$(cost '<!-- -->')" + '`<fact>` is empty; write its text'
fault 'a comment does not end' "$(cost 'a <!-- b')" + \
  'a comment begins here and does not end; write `-->`'
fault 'a control of direction' "$(cost "a $(printf '\xe2\x80\xae')b")" + \
  'U+202E is a control of the text direction; remove it'
fault 'an unknown context' 's/^msgctxt "guide.xml title"/msgctxt "guide.xml titel"/' 'guide.xml titel' \
  'the guide has nothing called `guide.xml titel`; merge this file with a fresh export'
fault 'what steers a terminal' 's/^msgctxt "guide.xml title"/msgctxt "\\x1b[2J\xe2\x80\xae"/' '[2J' \
  'the guide has nothing called `?[2J?`; merge this file with a fresh export'
fault 'an unknown file' 's/^msgctxt "guide.xml title"/msgctxt "..\/guide.xml title"/' '../guide.xml t' \
  'the guide has nothing called `../guide.xml title`; merge this file with a fresh export'
fault 'no context' '/^msgctxt "guide.xml title"/d' 'msgid "Wegweiser' \
  'an entry without `msgctxt`; take it from a fresh export'
fault 'another language' 's/^"Language: uk/"Language: uuk/' 'msgid ""' \
  'no translation into `uuk` in the guide; did you mean `uk`?'
fault 'the original' 's/^"Language: uk/"Language: de/' 'msgid ""' \
  'no translation into `de` in the guide; write a language of guide.xml after `Language:`'
fault 'no language' '/^"Language:/d' 'msgid ""' 'the header lacks `Language:`; take it from the export'
fault 'another encoding' 's/charset=UTF-8/charset=KOI8-U/' 'msgid ""' \
  'the header lacks `charset=UTF-8`; take it from the export'
fault 'not UTF-8' '/Безкоштовно/s/o?"$/\xff"/' + \
  'here the file is not UTF-8; save it with the encoding UTF-8'

case_ 'an entry twice' <<'END'
  begin; edit "$po" "s/^msgctxt \"guide.xml greeting\"/msgctxt \"guide.xml title\"/"; import 1
  says "uk.po:$(($(line_of "msgid \"Willkommen\"") - 1)): error: \`guide.xml title\` stands in line $(line_of "guide.xml title") already; keep one"
  unchanged
END

case_ 'no PO file' <<'END'
  begin; edit "$po" "s/^msgstr \"Безкоштовно\"/msgstr \"a\" b/"; import 1
  grep -q "^uk.po:165: error: keyword \"b\" unknown; mend it or take it from a fresh export" "$work/said" ||
    cat "$work/said"; unchanged
END

case_ 'content with faults' <<'END'
  begin; edit "$po" "s/^msgstr \"Безкоштовно\"/msgstr \"a\"/"
  for folder in guide before; do sed -i "s/title>/titel>/g" "$work/$folder/de/guide.xml"; done
  import 1; says "de/guide.xml:4:3: error: unknown element \`titel\` in \`<guide>\`; did you mean \`title\`?"
  unchanged
END

case_ 'all faults at once' <<'END'
  begin; edit "$po" "s/^msgstr \"Безкоштовно\"/msgstr \"<b>\"/; s/^msgstr \"Вітаємо\"/msgstr \"<i>a<\/i>\"/; s/title\"/titel\"/"
  import 1; cut -d" " -f1,2 "$work/said" | sort -u | wc -l | grep -v "^5$"; unchanged
END

case_ 'a pipe, a folder, nothing' <<'END'
  begin; for thing in "mkfifo \"\$po\"" "mkdir \"\$po\"" true; do
    rm -rf "$po"; eval "$thing"; import 1; grep -q "^uk.po: error: " "$work/said" || cat "$work/said"; unchanged
  done; rm -rf "$po"
END

# ---- The disk --------------------------------------------------------------------------------

case_ 'a full disk' <<'END'
  begin; edit "$po" "s/^msgstr \"Безкоштовно\"/msgstr \"$(printf "а%.0s" {1..3000})\"/; s/^msgstr \"Вітаємо\"/msgstr \"Дарма\"/"
  (trap "" XFSZ; ulimit -f 4; import 1)
  grep -q "^uk/pages/registration.xml: error: cannot be written: File too large" "$work/said" || cat "$work/said"
  unchanged
END

# as_nobody COMMAND…: root may write anywhere.
as_nobody() {
  if [ "$(id -u)" = 0 ]; then setpriv --reuid=65534 --clear-groups "$@"; else "$@"; fi
}

case_ 'a folder that may not be written to' <<'END'
  begin; edit "$po" "s/^msgstr \"Безкоштовно\"/msgstr \"Дарма\"/; s/^msgstr \"Вітаємо\"/msgstr \"Дарма\"/"
  chmod 777 "$work/guide/uk"; chmod 555 "$work/guide/uk/pages"
  as_nobody "$program" import po "$po" --content "$work/guide" >/dev/null 2>"$work/said" && echo "status 0"
  grep -q "uk/pages/registration.xml: error: cannot be written: Permission denied; " "$work/said" || cat "$work/said"
  unchanged; chmod 755 "$work/guide/uk/pages"
  (cd "$work/guide" && as_nobody "$program" export po uk --content . -o "$work/guide/de/uk.po" 2>&1) |
    grep -q "cannot be written: Permission denied" || echo "export did not say so"; unchanged
END

# ---- A new language --------------------------------------------------------------------------

case_ 'a file tree from nothing, the same as the old one' <<'END'
  begin; cp "$po" "$work/full.po"; begin 'rm -r uk'
  msgfmt --check -o /dev/null "$po"; cp "$work/full.po" "$po"; import 0; says ""
  tells "passages changed: 34, no longer outdated: 0; files written: 4, of them new: 4"
  for file in guide.xml offices/buergerbuero.xml pages/emergency.xml pages/registration.xml; do
    diff <(sed "s/ review=\"draft\"//" "$work/guide/uk/$file") "$good/uk/$file"
  done
  (cd "$work/guide" && "$program" export po uk --content . -o "$po") >/dev/null; cmp "$po" "$work/full.po"
  (cd "$work/guide" && "$program" check --content . 2>&1) | grep -E "guide.*error:|missing|outdated:"
END

case_ 'a page is made when it is whole' <<'END'
  begin; cp "$po" "$work/full.po"; begin 'rm -r uk'; cp "$work/full.po" "$po"
  edit "$po" "$(cost '')"; import 0
  says "uk.po:$(line_of 'msgstr "Реєстрація місця'): warning: uk/pages/registration.xml is not made yet: 13 of its 14 passages are translated; translate the others, too"
  [ ! -e "$work/guide/uk/pages/registration.xml" ] || echo "it is made"
  [ -e "$work/guide/uk/pages/emergency.xml" ] || echo "the other is not made"
END

# ---- Usage -----------------------------------------------------------------------------------

# usage STATUS WORD COMMAND…
usage() {
  local status
  "$program" "${@:3}" --content "$good" >"$work/told" 2>&1
  status=$?
  [ $status = "$1" ] || echo "exit status $status, not $1"
  grep -qF -- "$2" "$work/told" || cat "$work/told"
}
case_ 'export of German' 'usage 1 "is the original of every text" export po de'
case_ 'export of an unknown language' 'usage 1 "did you mean \`uk\`?" export po uuk'
case_ 'export of nothing' 'usage 2 "name one language" export po'
case_ 'import of nothing' 'usage 2 "name one file" import po'
case_ 'an unknown format' '"$program" import zip 2>&1 | grep -q "no format \`zip\`" || echo "not said"'
case_ 'the formats' '"$program" export --help | grep -q "  po " || echo "not listed"'

# ---- The real content, out and back ----------------------------------------------------------

cp -r "$content" "$work/content" && chmod -R u+w "$work/content"
for folder in "$content"/*/; do
  tag=$(basename "$folder")
  [ "$tag" != de ] && [ "$tag" != offices ] || continue
  [ -z "${LAYOUT_LANGUAGES-}" ] || [[ " $LAYOUT_LANGUAGES " == *" $tag "* ]] || continue
  case_ "$tag out and back" <<'END'
    (cd "$work" && "$program" export po "$tag") >/dev/null
    msgfmt --check -o /dev/null "$work/$tag.po"
    (cd "$work" && "$program" import po "$tag.po") >"$work/told" 2>&1; tells "nothing to change"
    diff -r "$content/$tag" "$work/content/$tag"
END
done
report 'nothing else was written' "$(diff -r "$content" "$work/content")"

# From the PO file alone: what cannot come back is the layout of what is laid out unlike German.
if [ -e "$work/ar.po" ]; then case_ 'ar from the PO file alone' <<'END'
  rm -r "$work/content/ar/pages" "$work/content/ar/offices" "$work/content/ar/guide.xml"
  (cd "$work" && "$program" import po ar.po) >/dev/null || echo "refused"
  cp "$work/ar.po" "$work/once.po"; (cd "$work" && "$program" export po ar) >/dev/null
  cmp "$work/ar.po" "$work/once.po"; diff -r "$content/ar" "$work/content/ar"
END
fi

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
