#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# The web guide as files: tests/site.sh PROGRAM CONTENT
set -u
program=$1
content=$2
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
site=$folder/site
passed=0
failed=0

# check NAME COMMAND…: passes if the command does; what it prints shows only if not.
check() {
  local name=$1 output
  shift
  if output=$("$@" 2>&1); then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED %s\n' "$name"
    [ -z "$output" ] || printf '%s\n' "$output" | head -n 20
  fi
}

status_of() {
  local wanted=$1 got
  shift
  "$@" >/dev/null
  got=$?
  [ "$got" = "$wanted" ] || { echo "wanted status $wanted, got $got"; return 1; }
}

has() { grep -qF -- "$2" "$1" || { echo "not in ${1#"$folder"/}: $2"; return 1; }; }

pages_of() { find "$1" -name '*.html' | sort; }

# ---- What every file keeps to ----------------------------------------------------------------

well_formed() { pages_of "$1" | xargs xmllint --noout; }

# One line for each link: the file it points to. Addresses elsewhere are left out.
targets() {
  pages_of "$1" | xargs grep -oHE '(href|src)="[^"]*"' |
    sed -E 's/^([^:]*\/)[^\/:]*\.html:[a-z]+="([^"#?]*).*$/\1 \2/' |
    grep -vE ' [a-z]+:' | sed -E "s|^[^ ]* /|$1/ |" | sed 's/ //; s|/$|/index.html|' | sort -u | awk -F/ '{
    n = 0
    for (i = 1; i <= NF; i++)
      if ($i == "..") n--
      else if ($i != "." && $i != "") part[++n] = $i
    path = ""
    for (i = 1; i <= n; i++) path = path "/" part[i]
    print path
  }' | sort -u
}

links_resolve() {
  local target bad=0 count=0
  while read -r target; do
    count=$((count + 1))
    [ -f "$target" ] || { echo "no such file: $target"; bad=1; }
  done < <(targets "$1")
  [ "$bad" = 0 ] && [ "$count" -gt 0 ]
}

# Each file is linked, but for those that only printed codes lead to.
nothing_is_lost() {
  local retired
  retired=$(grep -oE '<retired id="[^"]*"' "$content/guide.xml" | cut -d'"' -f2 | paste -sd'|')
  ! comm -13 <(targets "$1") <(pages_of "$1") |
    grep -vE "/(p|o)/(${retired:-/})/index.html$|/404.html$" | grep .
}

asks_no_other_host() {
  ! grep -rnE '(src=|<link rel="(stylesheet|icon)"[^>]*href=)"(https?:)?//' "$1" --include='*.html' &&
    ! grep -nE 'https?:|@import|url\(' "$1/style.css" && ! grep -n 'https\?:' "$1/site.js"
}

keeps_its_policy() {
  ! pages_of "$1" | xargs grep -LF "default-src &#39;none&#39;" |
    xargs -r grep -L 'http-equiv="refresh"' | grep . &&
    ! pages_of "$1" | xargs grep -hoE '<script>|<script [^>]*>[^<]|<style| style="| on[a-z]+="' |
    grep -vF '<script type="application/' | grep .
}

# The folder's language is the one that the page says.
languages_are_said() {
  local tag
  for tag in $(offered "$1"); do
    pages_of "$1/$tag" | xargs grep -L "<html lang=\"$tag\"" | grep . && return 1
  done
  return 0
}

offered() { grep -oE 'class="chip" hreflang="[^"]*"' "$1/index.html" | cut -d'"' -f4; }

# ---- What is in the content is in the guide ----------------------------------------------------

ids() { find "$1" -name '*.xml' -exec basename {} .xml \; | sort; }

everything_is_there() {
  local id tag bad=0
  for tag in '' $(offered "$2" | sed 's|$|/|'); do
    for id in $(ids "$1/offices"); do
      [ -f "$2/${tag}o/$id/index.html" ] || { echo "no ${tag}o/$id/"; bad=1; }
    done
    for id in $(ids "$1/de/pages"); do
      [ -f "$2/${tag}p/$id/index.html" ] || { echo "no ${tag}p/$id/"; bad=1; }
    done
  done
  return $bad
}

landings_lead_on() {
  local tag
  for tag in $(offered "$1"); do
    pages_of "$1" | grep -E '/site[^/]*/(p|o)/' |
      xargs grep -LE "href=\"\.\./\.\./$tag/(p|o)/" | grep . && echo "lack $tag" && return 1
  done
  return 0
}

same_twice() {
  "$program" site --content "$content" -o "$folder/again" && diff -r "$site" "$folder/again"
}

# What tests/site.py says of a kind.
none_of() { ! grep "^$1: " "$folder/said" | grep .; }

# A file that has not changed keeps its inode and its time.
keeps_files() {
  touch -d '2026-01-01' "$site"/de/index.html "$site"/style.css
  find "$site" -type f -printf '%i %T@ %P\n' | sort >"$folder/before" &&
    "$program" site --content "$content" -o "$site" &&
    find "$site" -type f -printf '%i %T@ %P\n' | sort | diff "$folder/before" - | head
}

# Another website of one office: its own files change, and what lists all files.
writes_what_changed() {
  local office
  office=$(basename "$(grep -l '<website>' "$1"/offices/*.xml | tail -n 1)" .xml)
  cp -r "$1" "$folder/changed" && chmod -R u+w "$folder/changed" &&
    sed -i 's|<website>[^<]*|<website>https://changed.example/|' "$folder/changed/offices/$office.xml" &&
    "$program" site --content "$1" -o "$folder/site-c" && find "$folder/site-c" -type f -printf '%i %P\n' | sort >"$folder/before" &&
    "$program" site --content "$folder/changed" -o "$folder/site-c" &&
    find "$folder/site-c" -type f -printf '%i %P\n' | sort | comm -13 "$folder/before" - | cut -d' ' -f2 >"$folder/new"
  grep -q "^de/o/$office/index.html" "$folder/new" && grep -q '^sw.js' "$folder/new" || { echo "nothing new"; return 1; }
  ! grep -vE "(^|/)o/$office/|/offline.json$|^sw.js$" "$folder/new"
}

# A key leads away from sensitive pages, in every language and view, and from no others.
sensitive_are_left() {
  local wanted
  wanted=$(grep -l 'sensitive="yes"' "$content"/de/pages/*.xml | xargs -n 1 basename -s .xml | sort)
  [ -n "$wanted" ] && diff <(for tag in $(offered "$1"); do sed "s|^|$tag/|" <<<"$wanted"; done | sort) \
    <(grep -rlF 'class="leave" href="../../../' "$1" | sed -E 's|.*/([^/]*)/p/([^/]*)/.*|\1/\2|' | sort -u)
}

check 'writes the guide' "$program" site --content "$content" -o "$site"
check 'every file is well-formed' well_formed "$site"
check 'every link inside leads to a file' links_resolve "$site"
check 'every file is linked' nothing_is_lost "$site"
check 'asks no other host' asks_no_other_host "$site"
check 'no script or style in a page, and a policy' keeps_its_policy "$site"
check 'the language is said' languages_are_said "$site"
check 'every office and page has its files' everything_is_there "$content" "$site"
check 'landing pages lead to every language' landings_lead_on "$site"
check 'sensitive pages can be left at once' sensitive_are_left "$site"
check 'the same content gives the same files' same_twice
check 'the files can be read' sh -c "'$here/site.py' '$site' >'$folder/said'"
grep '^#' "$folder/said"
while read -r kind name; do
  check "$name" none_of "$kind"
done <<'KINDS'
outline one h1, one main, headings without gaps, first a link to the content
ids ids are unique, links within a page lead somewhere
languages language and direction are said together
links telephone numbers are in E.164, no other schemes
alternates the same page in other languages, one canonical address, a preview
about accessibility, privacy, imprint from every page
terms JSON-LD keeps to the terms of schema.org
json JSON-LD, hours, index and manifest are JSON
cards contacts and calendars keep to their RFC, hours are no events
offline what is kept for use without a network is all there is
sitemap the sitemap names what there is
weights first page below 100 kB, others below 15 kB
KINDS
check 'a second run keeps every file' keeps_files

# ---- What is printed, and what is missing -------------------------------------------------------

# The same content in three languages, for what is to be seen in any.
few=$folder/few
cp -r "$content" "$few" && chmod -R u+w "$few" &&
  sed -i -E 's|<languages>.*</languages>|<languages>de uk ar</languages>|; s|<core languages="[^"]*">|<core>|' \
    "$few/guide.xml" &&
  find "$few" -mindepth 1 -maxdepth 1 -type d ! -name de ! -name uk ! -name ar ! -name offices \
    -exec rm -r {} +

first_page() { ids "$content/de/pages" | head -n 1; }

retires() {
  cp -r "$few" "$folder/retired" && chmod -R u+w "$folder/retired" &&
    sed -i "s|</guide>|<retired id=\"once-known\" now=\"$(first_page)\"/></guide>|" \
      "$folder/retired/guide.xml" &&
    "$program" site --content "$folder/retired" -o "$folder/site-r" &&
    has "$folder/site-r/p/once-known/index.html" "href=\"../../de/p/$(first_page)/\"" &&
    has "$folder/site-r/de/o/once-known/index.html" "0; url=../../../de/p/$(first_page)/" &&
    links_resolve "$folder/site-r" && well_formed "$folder/site-r"
}

# Takes a page that is not of the core from another language.
falls_back() {
  local core tag id page
  core=$(tr -d '\n' <"$few/guide.xml" | grep -o '<core>.*</core>')
  tag=$(offered "$folder/site-r" | grep -v '^de' | head -n 1)
  id=$(ids "$few/de/pages" | while read -r id; do
    [[ $core == *\"$id\"* ]] || echo "$id"
  done | head -n 1)
  [ -n "$tag" ] && [ -n "$id" ] || return 0
  cp -r "$few" "$folder/missing" && chmod -R u+w "$folder/missing" &&
    rm -f "$folder/missing/$tag/pages/$id.xml" &&
    "$program" site --content "$folder/missing" -o "$folder/site-m" &&
    page=$folder/site-m/$tag/p/$id/index.html && has "$page" "<html lang=\"$tag\"" &&
    grep -qE '<article [^>]*lang="de" dir="ltr"' "$page" && has "$page" '<div class="note">' &&
    grep -qE "rel=\"canonical\" href=\"[^\"]*/de/p/$id/\"" "$page" &&
    ! grep "hreflang=\"$tag\"" "$page"
}

check 'a change rewrites what it concerns' writes_what_changed "$few"
check 'a retired id leads to its successor' retires
# Every German block of a translated page stands beside its translation.
side_by_side() {
  local page=$folder/site-r/uk/p/$(first_page)/de/index.html pairs halves
  pairs=$(grep -o '<div class="pair">' "$page" | wc -l)
  halves=$(grep -oE '<div class="original( strong)?" lang="de" dir="ltr">' "$page" | wc -l)
  [ "$pairs" -gt 3 ] && [ "$pairs" = "$halves" ] && [ ! -e "$folder/site-r/de/p/$(first_page)/de" ] &&
    has "$folder/site-r/uk/p/$(first_page)/index.html" '<a href="de/">' && has "$page" '<a href="../">' &&
    has "$page" "rel=\"canonical\" href=\"$(grep -o 'base="[^"]*' "$few/guide.xml" | cut -c7-)/uk/p/$(first_page)/\""
}

numbers_side_by_side() {
  local page number
  page=$(grep -o '<emergency page="[^"]*' "$few/guide.xml" | cut -d'"' -f2)
  number=$(grep -oE '<number [^>]*>[0-9]+<' "$few/guide.xml" | head -n 1 | tr -dc '>0-9<' | grep -oE '[0-9]+<' | tr -d '<')
  [ "$(grep -o "href=\"tel:$number\"" "$folder/site-r/uk/p/$page/de/index.html" | wc -l)" = 2 ]
}

check 'a page side by side with its original' side_by_side
check 'emergency numbers side by side' numbers_side_by_side
check 'a missing translation falls back to German and says so' falls_back

# ---- Where it may write ------------------------------------------------------------------------

replaces() {
  touch "$site/old.html" && "$program" site --content "$few" -o "$site/" &&
    [ ! -e "$site/old.html" ] && [ -f "$site/uk/index.html" ] && [ ! -e "$site/fr" ]
}

spares_others() {
  mkdir -p "$folder/home" && echo precious >"$folder/home/letter" &&
    status_of 1 "$program" site --content "$few" -o "$folder/home" 2>"$folder/said" &&
    has "$folder/said" 'holds something else' && [ "$(cat "$folder/home/letter")" = precious ]
}

lost_address() {
  sed -i 's|base="https://[^"/]*|&/guide|' "$few/guide.xml" &&
    "$program" site --content "$few" -o "$folder/site-l" &&
    has "$folder/site-l/404.html" 'href="/guide/uk/"' && has "$folder/site-l/404.html" 'src="/guide/site.js' &&
    has "$folder/site-l/404.html" 'lang="uk" dir="ltr"'
}

nothing_is_left() { ! find "$folder" -mindepth 1 -maxdepth 1 -name '*.*' | grep .; }

bad_content() {
  mkdir -p "$folder/empty" && status_of 1 "$program" site --content "$folder/empty" \
    -o "$folder/none" 2>/dev/null && [ ! -e "$folder/none" ]
}

check 'replaces the guide of yesterday' replaces
check 'spares a folder that is no web guide' spares_others
check 'broken content writes nothing' bad_content
check 'without -o it is wrong usage' status_of 2 "$program" site --content "$content"
check 'a lost address is answered from the root of the site' lost_address
check 'leaves nothing beside it' nothing_is_left

# ---- Hostile content ---------------------------------------------------------------------------

# Markup in every text that an editor writes; the XML itself stays in order.
poison() {
  cp -r "$1" "$2" && chmod -R u+w "$2" &&
    find "$2" -name '*.xml' -exec sed -i -E \
      -e 's#<(title|name|purpose|lead|street|city|welcome|question|topic ref="[^"]*"|greeting|link href="[^"]*")>#&\&lt;script\&gt;alert("x")\&lt;/script\&gt;\&lt;b o='"'"'\&amp;amp;#' \
      -e 's#(<term de=")#\1\&quot;\&gt;\&lt;i\&gt;#' \
      -e 's#(<p>|<item>)#\1]]\&gt;\&lt;/p\&gt;--\&gt;\&lt;img src=x onerror="y"\&gt;#' {} +
}

escapes() {
  ! grep -rnE '<script>|<img src=x|<b o=|<i>' "$1" --include='*.html' &&
    has "$1/de/index.html" '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&lt;b o=&#39;&amp;amp;' &&
    grep -rqF ']]&gt;&lt;/p&gt;--&gt;&lt;img src=x onerror=&quot;y&quot;&gt;' "$1/de"
}

good=$here/content/good
[ -d "$good" ] || good=$content
check 'hostile content can be written' poison "$good" "$folder/hostile"
check 'hostile content makes a guide' "$program" site --content "$folder/hostile" -o "$folder/site-h"
check 'hostile content is escaped' escapes "$folder/site-h"
check 'hostile content breaks no file' well_formed "$folder/site-h"
check 'hostile content breaks no link' links_resolve "$folder/site-h"
check 'hostile content breaks no JSON, card or sitemap' sh -c \
  "! '$here/site.py' '$folder/site-h' | grep -E '^(json|terms|cards|sitemap|languages|links|ids): '"

# refuses WHAT SED-EXPRESSION FILE: nothing is written of such content.
refuses() {
  rm -rf "$folder/refused" && cp -r "$good" "$folder/refused" && chmod -R u+w "$folder/refused" &&
    sed -i -E "$1" "$folder/refused/$2" && ! diff -q "$good/$2" "$folder/refused/$2" >/dev/null &&
    status_of 1 "$program" site --content "$folder/refused" -o "$folder/site-x" 2>/dev/null &&
    [ ! -e "$folder/site-x" ]
}
for field in website appointment; do
  check "javascript: in <$field> is refused" refuses \
    "s|(<$field>)[^<]*|\\1javascript:alert(1)|" offices/buergerbuero.xml
done
check 'javascript: in a link is refused' refuses 's|(<link href=")[^"]*|\1javascript:alert(1)|' \
  "$(cd "$good" && grep -lR '<link href' de/pages | head -n 1)"
check 'javascript: as web address is refused' refuses 's|(base=")[^"]*|\1javascript:alert(1)|' guide.xml
check 'an e-mail address with a line end is refused' refuses \
  's|(<email>)[^<]*|\1a@b.example\&#13;\&#10;X:y|' offices/buergerbuero.xml

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
