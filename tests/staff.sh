#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# The staff page of the web guide and what can be printed from it: tests/staff.sh PROGRAM CONTENT
# The content is that of the tests: one office, two languages.
set -u
program=$1
here=$(cd "$(dirname "$0")" && pwd)
source "$here/report.sh"
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT
content=$folder/content site=$folder/site staff=$folder/site/staff page=$folder/site/staff/index.html
cp -r "$here/content/good" "$content" && chmod -R u+w "$content"

write() { "$program" site --prints --content "$content" -o "$site" 2>&1; }
named() { grep -oE '(href|src)="[^"/:#]*\.(pdf|png|svg)"' "$page" | cut -d'"' -f2 | sort -u; }
files() { find "$staff" -type f -printf '%f\n' | grep -vxE 'index.html|register.tsv' | sort; }
inodes() { find "$site" -type f -printf '%i %P\n' | sort; }
# A column of the rows of a kind.
column() { awk -F'\t' -v kind="$1" -v at="$2" '$2 == kind { print $at }' "$staff/register.tsv"; }

report "writes the guide with its prints" "$(write)"
report "posters of five sizes and four of the guide, flyers of two in two languages, a brochure in each, codes in three formats" \
  "$(for kind in poster flyer brochure code; do column $kind 1 | wc -l; done | paste -sd' ' | grep -vx '9 4 2 9')"
report "all files are on the page, and no others" "$(diff <(files) <(named))"
report "the page says that it is German and for no search engine" \
  "$(for said in '<html lang="de" dir="ltr"' 'name="robots" content="noindex"' 'Musterstadt</h1>'; do
    grep -qF "$said" "$page" || echo "$said"
  done; grep -F 'rel="canonical"' "$page")"
report "no other page leads to it" "$(grep -rlE 'staff/' "$site" --exclude-dir=staff --include='*.html' --include='*.xml' --include='*.json' --include=sw.js)"
report "it breaks no rule of HTML" "$(xmllint --noout "$page" 2>&1)"
report "each number at a lower edge stands on the page" \
  "$(for kind in poster flyer; do column $kind 5; done | while read -r id; do
    grep -qF ">$id<" "$page" || echo "$id"
  done)"
report "thumbnails are as large as wanted" "$(identify -format '%f %w %h\n' "$staff"/{poster,flyer}-*.png |
  awk '$2 > 320 || $3 > 320 || ($2 < 320 && $3 < 320)')"
report "thumbnails show something" "$(for picture in "$staff"/{poster,flyer}-*.png; do
  identify -format '%k\n' "$picture" | awk '$1 < 50'
done)"
report "codes lead where they should" "$(for code in "$staff"/code-*.png; do
  [ -f "$site/$(basename "$code" .png | sed 's/code-\(.\)-/\1\//')/index.html" ] || echo "no page for $code"
  zbarimg -q --raw "$code" 2>/dev/null | grep -qx "https://musterstadt.example/$(basename "$code" .png | sed 's/code-\(.\)-/\1\//')/" || echo "$code"
done)"
report "poster --stale reads the register" \
  "$("$program" poster --stale "$staff" --content "$content" 2>&1 | grep -vx '0 of 28 sheets out of date')"

# ---- Another run -------------------------------------------------------------------------------

inodes >"$folder/before"
rm "$staff/flyer-uk-long.png"
report "writes it again" "$(write)"
report "what is unchanged stays" \
  "$(comm -13 "$folder/before" <(inodes) | cut -d' ' -f2 | grep -vxE 'staff/(flyer-uk-long\.(pdf|png)|register.tsv)')"
report "a lost thumbnail comes back" "$([ -f "$staff/flyer-uk-long.png" ] || echo "$staff")"
inodes >"$folder/before"
sed -i -E 's|<phone [^>]*>[^<]*|<phone verified="2026-11-23" source="a call">+49 30 23125-499|' \
  "$content/offices/buergerbuero.xml"
report "writes it with another number" "$(write)"
report "the poster with the number bears its date" \
  "$(column poster 6 | head -n 1 | grep -vx 2026-11-23; grep -q '>23.11.2026<' "$page" || echo "no date on the page")"
report "the code, whose address is the same, keeps its own" \
  "$(comm -13 "$folder/before" <(inodes) | grep -E 'staff/code-'; column code 6 | grep -x 2026-11-23)"

# ---- What goes wrong ---------------------------------------------------------------------------

inodes >"$folder/before"
sed -i -E "s|<name>[^<]*|<name>$(printf 'Amt%.0s' {1..90})|" "$content"/*/offices/buergerbuero.xml
said=$(write)
report "a name that fits on no sheet is a fault" "$([ $? = 1 ] && grep -q 'error:' <<<"$said" || echo "$said")"
report "then what stood there stays" "$(diff "$folder/before" <(inodes))"
report "nothing is left beside it" "$(find "$folder" -mindepth 1 -maxdepth 1 -name 'site.*')"
report "without --prints there is no staff page" "$("$program" site --content "$here/content/good" -o "$site" 2>&1
  find "$site" -path '*staff*')"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
