#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# The program's words: the template is that of the sources, every catalogue is complete. The guide's
# words: no translation lacks anything. usage: words.sh PROGRAM CONTENT
set -u
cd "$(dirname "$0")/.." || exit 2
passed=0 failed=0
check() {  # what, status
  if [ "$2" = 0 ]; then passed=$((passed + 1)); else echo "FAILED $1"; failed=$((failed + 1)); fi
}
words() { msgcat --no-location --no-wrap --sort-output "$1" | grep -E '^(msgid|msgid_plural|"[^PRLMCX])'; }
# complete PO TEMPLATE: every entry translated, none in doubt, none left over.
complete() {
  local report
  report=$(msgfmt --check --statistics -o /dev/null "$1" 2>&1)
  check "$1: $report" $?
  grep -qE 'untranslated|fuzzy|warning' <<<"$report"
  check "$1 is not complete: $report" $((! $?))
  diff <(words "$2" | grep -c '^msgid ') <(words "$1" | grep -c '^msgid ')
  check "$1 has other words than the template; run make pot" $?
}
fresh=$(mktemp --suffix=.pot) && trap 'rm -f "$fresh"' EXIT
xgettext --from-code=UTF-8 -L C --keyword= --keyword=tr:2 --keyword=trn:2,3 --keyword=N_ \
  --add-comments=TRANSLATORS: -o "$fresh" src/*.c src/*/*.c
diff <(words "$fresh") <(words locales/wegweiser.pot)
check "locales/wegweiser.pot is not that of the sources; run make pot" $?
for po in locales/*.po; do
  complete "$po" locales/wegweiser.pot
done
xgettext --from-code=UTF-8 -L C --keyword= --add-comments=TRANSLATORS: -o "$fresh" \
  $(sed -n '/^EDITOR_WORDS/,/[^\\]$/p' Makefile | grep -oE -- '--keyword=[a-zA-Z_:0-9]+') src/*.c src/*/*.c
diff <(words "$fresh") <(words locales/editor/wegweiser-editor.pot)
check "locales/editor/wegweiser-editor.pot is not that of the sources; run make pot" $?
complete locales/editor/de.po locales/editor/wegweiser-editor.pot
tests/text/plurals.py src/text/language.c locales/*.po
check "a plural form is not CLDR's" $?
# "TAG<tab>words" of each entry that a translation took over; a row that is no longer true fails, too.
taken_over() {
  local po tag
  for po in locales/*.po; do
    tag=$(basename "$po" .po)
    [ "$tag" = en ] || msgcat --no-wrap --no-location "$po" |
      awk -v tag="$tag" '/^msgid / { id = substr($0, 7) } /^msgstr / && substr($0, 8) == id && id != "\"\"" {
        gsub(/^"|"$/, "", id); print tag "\t" id }'
  done
}
diff <(taken_over | sort) <(grep -v '^#' tests/words/same.txt | cut -f1,2 | sort)
check "an entry is the same as in the source; list it with the reason in tests/words/same.txt" $?
# What a translator leaves undone: terms unlike the glossary, facts left out, text that is too long.
# A draft, a sample and a fact past its review date are for the town; a hint asks for nothing.
undone=$("$1" check --no-layout --content "$2" 2>&1 >/dev/null |
  grep -vE '^    |hint: |warning: (draft: |[0-9]+ samples?, |past its review date: )')
[ -z "$undone" ]
check "$2: $undone" $?
tests/text/cldr.py src/text/language.c | diff - src/text/cldr.c
check "src/text/cldr.c is not what CLDR says; run tests/text/cldr.py src/text/language.c > src/text/cldr.c" $?
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
