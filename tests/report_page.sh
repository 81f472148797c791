#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# The editors' report of `check --html`, read as the XML that it also is.
# usage: tests/report_page.sh PROGRAM CONTENT
set -u
here=$(cd "$(dirname "$0")" && pwd)
. "$here/report.sh"
program=$(realpath -e -- "$1") content=$(realpath -e -- "$2")
export LC_ALL=C.UTF-8 LANGUAGE=
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The day of the content's newest fact: on an earlier one that would be in the future.
now=$(grep -rhoP '(?<=verified=")[0-9-]*' "$content" --include='*.xml' | sort | tail -n 1)T09:00

# page FOLDER FILE STATUS [OPTION…]: writes the report of a folder; says what is wrong with that.
page() {
    local status
    (cd "$1" && "$program" check --content . --now "$now" "${@:4}" --html "$2" \
        >"$work/stdout" 2>"$work/stderr")
    status=$?
    [ $status -eq "$3" ] || echo "exit status $status, not $3"
    xmllint --noout "$2" 2>&1 | head -n 3
}

# nodes FILE XPATH: the nodes, one a line; nothing if there are none.
nodes() { xmllint --xpath "$2" "$1" 2>/dev/null; }
count() { xmllint --xpath "count($2)" "$1"; }

# same WHAT WANTED GOT
same() { [ "$2" = "$3" ] || echo "$1: wanted \`$2\`, got \`$3\`"; }

# has FILE TEXT, lacks FILE TEXT
has() { grep -qF -- "$2" "$1" || echo "not in the report: $2"; }
lacks() { ! grep -nF -m 1 -- "$2" "$1" || echo "must not be in the report: $2"; }

copy() {
    rm -rf "$work/copy"
    cp -r "$1" "$work/copy"
    chmod -R u+w "$work/copy"
}

ids() { nodes "$1" '//@id' | sed 's/^ *id="\(.*\)"$/\1/' | sort; }
targets() { grep -oE 'href="#[^"]*"' "$1" | sed 's/href="#\(.*\)"/\1/' | sort -u; }

# ---- The real content --------------------------------------------------------------------------

real=$work/real.html
report 'the real content has a report' "$(page "$content" "$real" 0)"
report 'the same twice' "$(page "$content" "$work/again.html" 0; cmp "$real" "$work/again.html" 2>&1)"
report 'it is below 10 MB' "$(find "$work" -name real.html -size +10240k)"
report 'no id stands twice' "$(ids "$real" | uniq -d)"
report 'what is linked is there' "$(comm -23 <(targets "$real") <(ids "$real" | uniq) | head -n 5)"
report 'it needs no other file and no script' \
    "$(grep -noE '<(script|link|img|iframe|object|form)|@import|url\(| on[a-z]+="| style="' "$real")"
report 'headings skip no level' "$(nodes "$real" '//h4[not(preceding::h3)]|//h3[not(preceding::h2)]')"
report 'German is put in' "$(has "$real" 'Heute zu tun'; lacks "$real" 'To do today')"

rows=$(($(find "$content/de" -name '*.xml' | wc -l)))
languages=$(grep -oP '(?<=<languages>)[^<]*' "$content/guide.xml" | wc -w)
rest=$((languages - 1))
report 'a row for each text' \
    "$(same rows "$rows" "$(count "$real" '//table/tbody[1]/tr[th/@scope="row"]')")"
report 'a column for each language, beside how well the German is to be read' \
    "$(same columns "$rest" "$(count "$real" '//table/thead/tr/th[position() > 2]')")"
report 'an index for each text' \
    "$(same numbers "$rows" "$(count "$real" '//table/tbody[1]/tr/td[1][. = "–" or number(.) > -5]')")"
report 'each cell says its state' \
    "$(same cells $((rows * rest)) "$(count "$real" \
        '//table/tbody[1]//td[a[@aria-label != ""] or span[@class = "unseen" and . != ""]]')")"

drafts() { find "$content" -path "*/$1.xml" -print0 | xargs -0 grep -l 'review="draft"' | wc -l; }
drafts=$(($(drafts guide) + $(drafts 'pages/*') + $(drafts 'offices/*')))
report 'each draft opens' \
    "$(same drafts "$drafts" "$(count "$real" '//td[@class = "draft"]/a')")"

hosts() {
    {
        grep -rhoP '(?<=<link href=")[^"]*' "$content/de"
        grep -rhoP '(?<=<website>|<appointment>)[^<]*' "$content/offices"
    } | sort -u | sed 's/&/\&amp;/g'
}
report 'each web address is listed' "$(hosts | while read -r url; do has "$real" "href=\"$url\""; done)"
line=$(grep -n '<website' "$content/offices/buergerbuero.xml" | cut -d: -f1)
report 'an address tells its place' "$(has "$real" "offices/buergerbuero.xml:$line</code>")"

# ---- One German paragraph changes --------------------------------------------------------------

copy "$content"
text=$work/copy/de/pages/registration.xml
line=$(grep -n '<p>' "$text" | head -n 1 | cut -d: -f1)
sed -i "${line}s/<p>/<p>Anders. /" "$text"
changed=$work/changed.html
report 'a paragraph changes' "$(page "$work/copy" "$changed" 0)"
translations=$(find "$work/copy" -path '*/pages/registration.xml' ! -path '*/de/*' | wc -l)
report 'it is outdated in every language' "$(
    same blocks "$translations" "$(count "$changed" '//div[contains(@class, " old")]')"
    same cells "$translations" "$(count "$changed" '//td[@class = "outdated"]/a')"
    same list "$translations" "$(count "$changed" '//dl//a[contains(@href, "pages_registration")]')")"
report 'and no other paragraph is' "$(
    same paragraphs 1 "$(count "$changed" '//li[div[contains(@class, " old")]]')"
    same line "Zeile $line <p>" \
        "$(nodes "$changed" 'string(//li[div[contains(@class, " old")]]/div[1]/small)')")"
grep -n '<p>' "$work/copy/uk/pages/registration.xml" | head -n 1 | cut -d: -f1 >"$work/line"
report 'the translation tells its line' "$(same line "Zeile $(cat "$work/line"): veraltet" \
    "$(nodes "$changed" 'string(//div[@class = "in-uk old"]/small)')")"
report 'Arabic runs from right to left' \
    "$(same direction rtl "$(nodes "$changed" 'string(//div[@class = "in-ar old"]/p/@dir)')")"
report 'stamped, it is outdated nowhere' "$(
    "$program" stamp --content "$work/copy" "$work"/copy/*/pages/registration.xml >/dev/null 2>&1
    page "$work/copy" "$changed" 0
    same blocks 0 "$(count "$changed" '//div[contains(@class, " old")]')"
    same cells 0 "$(count "$changed" '//td[@class = "outdated"]')")"

# ---- A small guide in two languages ------------------------------------------------------------

small=$work/small.html
page_of_small() { page "$work/copy" "$small" "$@"; }

copy "$here/content/good"
report 'a complete guide has nothing to do' "$(
    page_of_small 0
    same cells 4 "$(count "$small" '//table/tbody[1]//td[@class = "complete"]')"
    same texts 0 "$(count "$small" '//section[@class = "document"]')")"

rm "$work/copy/uk/pages/registration.xml"
report 'a missing translation shows the German text' "$(
    page_of_small 0
    same cell '#pages_registration_uk' "$(nodes "$small" 'string(//td[@class = "missing"]/a/@href)')"
    same target 'to-uk whole' "$(nodes "$small" 'string(//*[@id = "pages_registration_uk"]/@class)')"
    same texts 1 "$(count "$small" '//section[@class = "document"][.//ol/li]')"
    has "$small" 'uk/pages/registration.xml</code>')"

copy "$here/content/good"
line=$(grep -n '<p>' "$work/copy/de/pages/registration.xml" | head -n 1 | cut -d: -f1)
sed -i "${line}s/<p>/<p>Anders. /" "$work/copy/de/pages/registration.xml"
report 'of a confirmed translation only what is outdated is shown' "$(
    page_of_small 0
    same paragraphs 1 "$(count "$small" '//section[@class = "document"]//ol/li')")"

copy "$here/content/good"
report 'facts past their review stand with their owner' "$(
    page_of_small 0 --now 2028-01-01T09:00
    has "$small" 'Stand: 01.01.2028'
    same owner 'FD 433' "$(nodes "$small" 'string(//h4[1])')"
    same file offices/buergerbuero.xml \
        "$(nodes "$small" 'string(//h4[. = "FD 433"]/following-sibling::ul[1]/li/code)')"
    has "$small" '<code>phone</code> ')"

sed -i 's/ verified="2026-11-01" source="the tests"/ sample="yes"/' "$work/copy/offices/buergerbuero.xml"
report 'samples stand with their file' "$(
    page_of_small 0
    same file offices/buergerbuero.xml \
        "$(nodes "$small" 'string(//h3[@id = "samples"]/following-sibling::ul[1]/li/code)')")"

cp -r "$here/content/fine/27-twice-in-another-spelling/." "$work/copy"
report 'what stands in two offices is told' "$(
    page_of_small 0
    same warnings 4 "$(count "$small" '//h3[@id = "twice"]/following-sibling::ul[1]/li')")"

# ---- Errors, hostile content, bad targets ------------------------------------------------------

copy "$here/content/good"
sed -i 's/<p>/<p>a \&lt; "b" <wrong>/; s|</p>|</wrong></p>|' "$work/copy/de/pages/registration.xml"
report 'errors are listed without a guide' "$(
    page_of_small 1
    grep -F ': error: ' "$work/stderr" | cut -d' ' -f1 | sed 's/:$//' | sort >"$work/places"
    [ -s "$work/places" ] || echo 'no errors'
    same places "$(cat "$work/places")" \
        "$(nodes "$small" '//ul[@class = "faults bad"]/li/code[@class = "place"]/text()' | sort)"
    same tables 0 "$(count "$small" '//table')")"

copy "$here/content/good"
find "$work/copy" -name '*.xml' -exec sed -i -E \
    -e 's#<(title|name|purpose|lead|street|link href="[^"]*")>#&\&lt;script\&gt;alert("x")\&lt;/script\&gt;\&lt;b o='"'"'\&amp;amp;#' \
    -e 's#(owner|source)="#&\&quot;\&gt;\&lt;i\&gt;evil.example \&lt;/li\&gt;#' \
    -e 's#(<p>|<item>)#\1]]\&gt;\&lt;/p\&gt;--\&gt;\&lt;img src=x onerror="y"\&gt;#' {} +
find "$work/copy/uk" -name '*.xml' -exec sed -i 's/ xml:lang="uk"/& review="draft"/' {} +
report 'hostile content is escaped' "$(
    page_of_small 0 --now 2028-01-01T09:00
    for text in '<script' '<img' '<b o=' '<i>'; do lacks "$small" "$text"; done
    has "$small" '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&lt;b o=&#39;&amp;amp;'
    has "$small" ']]&gt;&lt;/p&gt;--&gt;&lt;img src=x onerror=&quot;y&quot;&gt;'
    has "$small" '&quot;&gt;&lt;i&gt;evil.example &lt;/li&gt;')"

report 'a file that cannot be written is said' "$(
    page "$here/content/good" "$work/small.html/r.html" 1 2>&1 | grep -v 'failed to load\|external entity'
    grep -qF "small.html" "$work/stderr" || cat "$work/stderr")"
report 'nothing is left beside it' "$(find "$work" -maxdepth 1 -name '*.html?*')"
report 'a report of single files is wrong usage' "$(
    "$program" check --content "$here/content/good" --html "$work/one.html" \
        "$here/content/good/guide.xml" >/dev/null 2>&1
    same status 2 $?
    [ ! -e "$work/one.html" ] || echo 'was written')"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
