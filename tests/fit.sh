#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# What a visitor would see is checked, too: texts that do not fit are told with file and line, and
# whatever fits is not.
# usage: tests/fit.sh PROGRAM [CONTENT]
set -u
content=$(realpath "${2:-content}")
program=$(realpath "$1")
export LC_ALL=C.UTF-8 LANGUAGE=
cd "$(dirname "$0")/.." || exit 2
. tests/report.sh
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT

word=Donaudampfschifffahrtsgesellschaftskapitaensmuetzenbaendchen # 60 letters
shown='Donaudampfschifffahrtsgesellschaftskapit…'
long=$(printf 'Anmelden, Ummelden und Abmelden. %.0s' {1..6}) # 197 letters
few='Anmelden, Ummelden und Abmelden. Anmelde…'
torn="the word \`$shown\` is longer than a line and is torn"
cure='; write a shorter one, or soft hyphens (U+00AD) where it may end'
to_left='its letters run from right to left, those of `de` from left to right; write it in this language'
to_right='its letters run from left to right, those of `ar` from right to left; write it in this language'
cyrillic='its letters are of the script Cyrl, those of `de` of Latn; write it in this language'

# damage FILE ELEMENT TEXT: its first such element has another text; prints the line.
damage() {
  local line
  line=$(grep -n -m1 "<$2[ >]" "$1" | cut -d: -f1)
  sed -i "${line}s|<$2\( [^>]*\)\?>.*</$2>|<$2\1>$3</$2>|" "$1"
  echo "$line"
}

# What check says of that line, of what visitors would see.
warnings() {
  "$program" check --content "$work/content" "$1" 2>&1 >/dev/null |
    sed -n "s|^$1:$2:[0-9]*: warning: ||p" |
    grep -E 'torn|its place|other text|longer than a screen|its letters|no font'
}

cp -R "$content" "$work/content"
mend() { cp "$content/$1" "$work/content/$1"; }

# FILE|element|text|what is said of its line
while IFS='|' read -r file element text message; do
  line=$(damage "$work/content/$file" "$element" "$text")
  found=$(warnings "$work/content/$file" "$line")
  mend "$file"
  report "$file $element: ${message:0:24}" \
    "$([ "$found" = "$message" ] || printf '`%s`, not `%s`' "$found" "$message")"
done <<EOF
de/pages/registration.xml|title|$word|$torn (topic, wide, text size M)$cure
de/pages/registration.xml|purpose|$word|$torn (topic, upright, text size M)$cure
de/pages/registration.xml|item|$word|$torn (page, upright, text size M)$cure
uk/pages/registration.xml|lead|$word|$torn (page, upright, text size M)$cure
de/offices/buergerbuero.xml|name|$word|$torn (office, upright, text size M)$cure
de/guide.xml|topic|$word|$torn (home, upright, text size M)$cure
de/guide.xml|topic|$long|\`$few\` lies on other text (home, upright, text size M); shorten it
de/guide.xml|question|$long$long|\`$few\` does not fit its place (home, wide, text size M); shorten it
de/guide.xml|greeting|$word|$torn (attract, upright, text size M)$cure
de/pages/registration.xml|lead|$long$long$long$long$long$long$long$long$long$long|\`$few\` is longer than a screen (page, upright, text size M); shorten it
de/pages/registration.xml|lead|سجلوا عنوانكم في المدينة|$to_left
ar/pages/registration.xml|lead|Melden Sie sich bei der Stadt an.|$to_right
de/pages/registration.xml|lead|Запишіться у місті|$cyrillic
de/pages/registration.xml|lead|Ein Zeichen 😀 ohne Schrift|no font has \`😀\` (U+1F600); write it with other characters or add a font to fonts/map
de/pages/registration.xml|lead|Donau­dampf­schifffahrts­gesellschafts­kapitaens­muetzen­baendchen|
de/pages/registration.xml|lead|Schreiben Sie an wegweiser@ein-sehr-langer-name-der-kein-ende-hat.example|
EOF

# Facts stand in their own file: of a street that of the office.
office=offices/buergerbuero.xml
sed -i "s|<street>[^<]*</street>|<street>$word</street>|" "$work/content/$office"
found=$(warnings "$work/content/$office" 3)
report "a street" "$([ "$found" = "$torn (office, upright, text size M)$cure" ] || echo "$found")"
mend "$office"

# A list where another page's title stands is not that page's.
damage "$work/content/de/pages/tax-id.xml" title "$word" >/dev/null
asked=$work/content/de/pages/registration.xml
report "one file" "$("$program" check --content "$work/content" "$asked" 2>&1 >/dev/null | grep torn)"
mend de/pages/tax-id.xml

# Of the whole content faults come first.
cp -R tests/content/good "$work/small"
damage "$work/small/de/pages/registration.xml" title "$word" >/dev/null
"$program" check --content "$work/small" >/dev/null 2>"$work/all"
report "last of all" "$(grep -v '^    ' "$work/all" | tail -n 1 | grep -v 'is torn')"
report "once" "$([ "$(grep -c 'is torn' "$work/all")" = 1 ] || cat "$work/all")"
"$program" check --content "$work/small" --no-layout >/dev/null 2>"$work/quick"
report "without laying out" "$(diff <(sed '/is torn/,/\^/d' "$work/all") "$work/quick")"
"$program" check --content "$work/small" --strict >/dev/null 2>&1
report "strict" "$([ $? = 1 ] || echo "passed")"

"$program" check --content "$content" 2>&1 >/dev/null |
  grep -E 'torn|its place|other text|than a screen|its letters' >"$work/none"
report "${content##*/} fits" "$(cat "$work/none")"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
