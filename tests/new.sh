#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# `wegweiser new`: what it makes passes `check` and the schema, nothing is overwritten, all files or
# none; and what XML editors read beside the content.
# usage: tests/new.sh PROGRAM CONTENT
set -u

if [ $# -ne 2 ] || ! program=$(realpath -e -- "$1") || ! content=$(realpath -e -- "$2"); then
    echo "usage: tests/new.sh PROGRAM CONTENT" >&2
    exit 2
fi
export LC_ALL=C.UTF-8 LANGUAGE=
tests=$(cd "$(dirname "$0")" && pwd)
assets=$tests/../assets
schema=$assets/schema/wegweiser.rng
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
. "$tests/report.sh"

# ---- Helpers ---------------------------------------------------------------------------------

# fresh: the good content in $work/content, which is where the commands run.
fresh() {
    rm -rf "$work/content" && cp -r "${1:-$tests/content/good}" "$work/content" &&
        cd "$work" || exit 2
}

new() {
    "$program" new "$@" >"$work/stdout" 2>"$work/stderr"
}

# errors: what `check` has against the content, without the warnings.
errors() {
    "$program" check --now 2026-11-27T09:00 2>&1 >/dev/null | grep ': error: '
}

# invalid FILE…: what the schema has against them.
invalid() {
    printf '%s\n' "$@" | grep '\.xml$' |
        xargs xmllint --noout --nonet --relaxng "$schema" 2>&1 | grep -v ' validates$'
}

# refused NAME STATUS MESSAGE ARGUMENT…: `new` says MESSAGE, and no file changes.
refused() {
    local name=$1 wanted=$2 message=$3 before
    before=$(find content -type f -print0 | sort -z | xargs -0 sha256sum)
    new "${@:4}"
    local status=$?
    report "$name" "$(
        [ $status = "$wanted" ] || echo "exit status $status, not $wanted"
        grep -qF -- "$message" "$work/stderr" || echo "says $(cat "$work/stderr")"
        [ -s "$work/stdout" ] && echo "prints $(cat "$work/stdout")"
        [ "$before" = "$(find content -type f -print0 | sort -z | xargs -0 sha256sum)" ] ||
            echo "files were changed"
    )"
}

# made NAME FILE… -- ARGUMENT…: `new` makes these files, names them, and all is well.
made() {
    local name=$1 files=() file
    shift
    while [ "$1" != -- ]; do
        files+=("content/$1")
        shift
    done
    shift
    new "$@"
    local status=$?
    report "$name" "$(
        [ $status = 0 ] || echo "exit status $status, $(cat "$work/stderr")"
        for file in "${files[@]}"; do
            [ -f "$file" ] || echo "no $file"
            grep -qE "^(made|changed) +$file$" "$work/stdout" || echo "$file is not named"
        done
        grep -q 'wegweiser check' "$work/stdout" || echo "no word on what to do next"
        errors
        invalid "${files[@]}"
    )"
}

# ---- What is made ----------------------------------------------------------------------------

fresh
made page de/pages/library.xml guide.xml .schema/wegweiser.rng -- page library --topic health --topic arrive
report "home and guest" "$(diff - <(diff "$tests/content/good/guide.xml" content/guide.xml) <<'EOF'
18a19
>     <also ref="library"/>
23a25
>     <page ref="library"/>
EOF
)"
made office offices/vhs.xml de/offices/vhs.xml guide.xml -- office vhs --topic arrive
made "office in no topic" offices/0.xml de/offices/0.xml guide.xml -- office 0
made language en/guide.xml guide.xml -- language en
report "languages" "$(grep -qF '<languages>de uk en</languages>' content/guide.xml || echo missing)"
long=$(printf 'a%.0s' {1..64})
made "longest id" "de/pages/$long.xml" -- page "$long" --topic health
made "hyphens" "offices/x--y-.xml" -- office x--y-
offered() {
    "$program" check 2>/dev/null | sed -n 's/^uk .* //p'
}
report "languages stay on the screens" "$(offered | grep -vx yes)"
sed -i 's/ core="no"//' content/guide.xml
report "until all offices are asked for" "$(offered | grep -vx no)"
report "no leftover" "$(find content -type f -name '*.??????')"

fresh
"$program" new page --content "$work/content" library --topic health >/dev/null 2>&1
(cd content && "$program" new office vhs --content . >/dev/null)
report "content elsewhere" "$(errors; ls content/offices/vhs.xml content/de/pages/library.xml 2>&1 >/dev/null)"

fresh "$content"
before=$(errors)
topic=$(sed -n 's/.*<topic id="\([a-z-]*\)".*/\1/p' content/guide.xml | tail -n 1)
made "page, real content" de/pages/scaffold.xml guide.xml -- page scaffold --topic "$topic"
made "office, real content" offices/new-office.xml de/offices/new-office.xml guide.xml -- office new-office
report "real content stands" "$before"
"$program" check --strict content/{de/pages/scaffold,offices/new-office,de/offices/new-office}.xml \
    2>&1 >/dev/null | sed '/^    /d; /: warning: [0-9]* samples\?,/d' >"$work/said"
report "nothing but samples" "$(cat "$work/said")"

# A language that the guide names but whose folder is not there.
rm -rf content/so
cp content/guide.xml before.xml
made "language without a folder" so/guide.xml -- language so
report "named once" "$(cmp before.xml content/guide.xml)"

# ---- Byte for byte ---------------------------------------------------------------------------

# same_but NAME PATTERN: without the lines with PATTERN the guide is what it was.
same_but() {
    sed -i "/$2/d" content/guide.xml
    report "$1" "$(cmp before.xml content/guide.xml)"
}
fresh
printf '\xEF\xBB\xBF' | cat - content/guide.xml >with-mark
sed 's/$/\r/; s|\(<page ref="registration"/>\)|\1  <!-- zuerst --> <!-- dann -->|' with-mark >content/guide.xml
cp content/guide.xml before.xml
new page library --topic arrive
report "line ends" "$(grep -n 'library' content/guide.xml | grep -v $'\r$')"
same_but "byte order mark, line ends, comments" library

fresh
sed -i 's|<page ref="registration"/>|& <!-- zuerst -->|' content/guide.xml
cp content/guide.xml before.xml
new page library --topic arrive
report "a comment stays with its line" \
    "$(grep -qF '<page ref="registration"/> <!-- zuerst -->' content/guide.xml || echo moved)"
same_but "comment" library

fresh
sed -i 's|  <offices>|  <topic id="empty" icon="house" colour="help"/>\n&|' content/guide.xml
sed -i 's|</guide>|<topic ref="empty">Leer</topic></guide>|' content/*/guide.xml
sed -i 's|<topic ref="empty">Leer</topic>||' content/guide.xml
made "a topic without children" de/pages/library.xml -- page library --topic empty
report "opened" "$(tr -d '\n' <content/guide.xml |
    grep -qF 'colour="help">    <page ref="library"/>  </topic>' || echo no)"
made "an office in it" offices/vhs.xml -- office vhs --topic empty

# A word in <term> carries its German in a translation, an & stays escaped.
fresh
sed -i 's|<question>[^<]*<|<question>Was \&amp; <term>Wo \&amp; "wie"</term>?<|' content/de/guide.xml
sed -i 's|<question>[^<]*<|<question>Що <term de="Wo \&amp; \&quot;wie\&quot;">де</term>?<|' content/uk/guide.xml
made "a term in the words" en/guide.xml -- language en

# ---- What is refused -------------------------------------------------------------------------

fresh
new page library --topic health
rm -rf content/.schema/wegweiser.rnc
echo mine >content/.schema/wegweiser.rng
new office vhs
report "a schema that is there stays" "$(diff - content/.schema/wegweiser.rng <<<mine)"
refused "page again" 1 'content/de/pages/library.xml: error: the id `library` is taken by this file' page library --topic health
refused "office again" 1 'content/offices/vhs.xml: error: the id `vhs` is taken by this file' office vhs
refused "an office called like a page" 1 '`library` is taken by this file' office library
refused "language again" 1 'content/uk/guide.xml: error: is there already' language uk
refused "German" 1 'content/de/guide.xml: error: is there already' language de
refused "retired" 1 '`anmeldung` is retired, its printed codes lead to `registration`' office anmeldung
refused "no topic" 1 'arrive (Erste Schritte), health (Gesundheit)' page x
refused "unknown topic" 1 'no topic `heath`; did you mean `health`?' page x --topic heath
refused "topic of an office" 1 'no topic `y`; take one of arrive' office x --topic y
refused "topic of a language" 1 'a language has no topic' language en --topic health
refused "no such language" 1 'does not know the language `it`; it knows de-simple en' language it
refused "language by its name" 1 'no language `Türkisch`; did you mean `tr`?' language Türkisch
refused "no such kind" 2 '`ofice` cannot be made; did you mean `office`?' ofice x
refused "no id" 2 'name what to make and its id; see --help' page
refused "two ids" 2 'name what to make and its id; see --help' page x y
for id in '' A ä .. ../x de/x x.xml 'x y' $'x\n' "a$long" '"/><x'; do
    refused "id $(printf '%.12q' "$id")" 1 'is no id (a-z, 0-9 and hyphens); write up to 64 characters like' page "$id" --topic health
    refused "tag $(printf '%.12q' "$id")" 1 'does not know the language' language "$id"
done
ln -s nowhere content/de/pages/linked.xml
refused "a link that leads nowhere" 1 'content/de/pages/linked.xml: error: ' page linked --topic health
rm content/de/pages/linked.xml
mkdir -p content/en && echo note >content/en/guide.xml
refused "a file of one's own" 1 'content/en/guide.xml: error: is there already' language en
sed -i 's/core="no"/core="maybe"/' content/guide.xml
refused "content with faults" 1 'content/guide.xml:' page x --topic health
report "the schema says so, too" "$([ -n "$(invalid content/guide.xml)" ] || echo "it does not")"

# ---- All or none -----------------------------------------------------------------------------

# bound COMMAND…: root may write to any folder, but not without this capability.
bound() {
    if [ "$(id -u)" = 0 ]; then setpriv --bounding-set -dac_override "$@"; else "$@"; fi
}
fresh
chmod a-w content
before=$(find content | sort)
bound "$program" new office vhs >/dev/null 2>"$work/stderr"
report "read-only folder" "$(
    grep -qE '^content/[a-z./]*: error: .*: Permission denied; take' "$work/stderr" || cat "$work/stderr"
    [ "$before" = "$(find content | sort)" ] || echo "leaves files: $(find content -newer "$work/stderr")"
)"
chmod -R u+w content

# full KIB ROOT ROOM: an office on a disk of KIB with ROOM bytes left, in a mount of our own.
full() {
    unshare --mount ${2:+--map-root-user} bash -c '
        mount -t tmpfs -o size='"$1"'k none "$2" && cp -r "$1/." "$2" && cd "$2/.." || exit 9
        dd if=/dev/zero of="$2/fill" bs=1k 2>/dev/null
        truncate -s -'"${3:-0}"' "$2/fill"
        find "$2" -type f ! -name fill | sort >before
        "$3" new office vhs >stdout 2>stderr
        status=$?
        find "$2" -type f ! -name fill | sort >after
        [ $status = 1 ] || { echo "exit status $status"; cat stdout; }
        grep -q "cannot be written: No space left on device; take a folder" stderr || cat stderr
        diff before after
    ' - "$tests/content/good" "$work/disk/content" "$program" 2>&1
}
mkdir -p "$work/disk/content"
root=
unshare --mount true 2>/dev/null || root=--map-root-user
if unshare --mount $root true 2>/dev/null; then
    for room in 0 4096 8192 20480; do
        report "full disk, $room bytes left" "$(full 200 "$root" $room)"
    done
else
    echo "# no full disk: nothing may be mounted here"
fi

# ---- On the screen ---------------------------------------------------------------------------

fresh
new page library --topic health
new office vhs --topic health
"$program" kiosk --screenshots shots --lang uk --size 540x960 >/dev/null 2>"$work/stderr"
report "screens" "$(cat "$work/stderr"; ls shots/uk/{page-library,office-vhs,parallel-library}.png 2>&1 >/dev/null)"

# ---- The schema, for editors -----------------------------------------------------------------

definitions='//*[local-name()="element" or local-name()="attribute"]'
without='[not(*[local-name()="documentation"][normalize-space()])]'
report "schema: all is explained" "$(xmllint --xpath "$definitions$without/@name" "$schema" 2>/dev/null)"
report "schema: and there is something" \
    "$([ "$(xmllint --xpath "count($definitions)" "$schema")" -gt 100 ] || echo little)"
report "schema: its compact form is made from it" \
    "$(grep -qF "$(sha256sum <"$schema")" "$assets/schema/wegweiser.rnc" || echo "run make schema")"
report "schema: the copy beside the content" "$(diff -r "$assets/schema" "$content/.schema")"

# named FILE: the schema that its xml-model names is ours.
named() {
    local href
    href=$(sed -n 's/^<?xml-model href="\([^"]*\)" type="application\/xml" schematypens="http:\/\/relaxng.org\/ns\/structure\/1.0"?>$/\1/p' "$1")
    cmp "$(dirname "$1")/$href" "$schema" 2>&1
}
new language en
for file in de/pages/library offices/vhs de/offices/vhs en/guide; do
    report "schema: found from $file" "$(named "content/$file.xml")"
done
report "schema: Emacs finds it" "$(
    for root in $(sed -n 's/.*localName="\([a-z]*\)".*/\1/p' "$assets/schema/schemas.nxml"); do echo "$root"; done |
        sort | diff - <(find "$content" -name '*.xml' -exec sed -n '/^<[a-z]/{s/^<\([a-z]*\).*/\1/p;q}' {} \; | sort -u))"
report "schema: VS Code finds it" "$(cd "$content/.." &&
    for settings in .vscode content/.vscode; do
        python3 - $settings/settings.json <<'EOF'
import json, os, sys
for one in json.load(open(sys.argv[1]))["xml.fileAssociations"]:
    path = os.path.join(os.path.dirname(sys.argv[1]), "..", one["systemId"])
    if not os.path.isfile(path):
        print(path, "is not there")
EOF
    done)"

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
