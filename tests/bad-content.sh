#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Runs `wegweiser check` and the schema on bad and on unusual content.
# usage: tests/bad-content.sh PROGRAM [CONTENT]
#
# A case is a folder tests/content/bad/NNN-name/ or tests/content/fine/NN-name/ with
#   the files that differ from tests/content/good/ (they are laid over a copy of it);
#   expect.txt   what check must print on stderr; of bad content without the warnings;
#   make.sh      optional: run in the merged folder, for what git cannot keep;
#   schema       only of bad content with XML files: `refuses` (at least one of them is not
#                valid) or `cannot tell` (all are: only check can see the fault).
set -u

tests=$(cd "$(dirname "$0")" && pwd)
schema=$tests/../assets/schema/wegweiser.rng
content=${2:-$tests/../content}
if [ $# -lt 1 ] || [ $# -gt 2 ] || ! program=$(realpath -e -- "$1"); then
    echo "usage: tests/bad-content.sh PROGRAM [CONTENT]" >&2
    exit 2
fi
export LC_ALL=C.UTF-8 LANGUAGE=

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$(dirname "$0")/report.sh"

# check FOLDER STATUS EXPECTED [FILE]: says what differs. A pipe that blocks is a fault too.
check() {
    (cd "$1" && timeout 20 "$program" check --content . --now 2026-11-20T09:00 "${@:4}" \
        >/dev/null 2>"$work/stderr")
    local status=$?
    sed -i '/^    /d' "$work/stderr"  # excerpts: tests/said.sh
    [ $status -eq "$2" ] || echo "exit status $status, not $2"
    [ "$2" -eq 0 ] || sed -i '/: warning: /d' "$work/stderr"
    diff -u --label expected --label printed "$3" "$work/stderr"
}

# invalid FOLDER: what the schema has against the XML files in it.
invalid() {
    local file
    find "$1" -name '*.xml' | sort | while read -r file; do
        xmllint --noout --nonet --relaxng "$schema" "$file" >"$work/xmllint" 2>&1 ||
            cat "$work/xmllint"
    done
}

# check_schema CASE: does the schema say what the case's file `schema` tells?
check_schema() {
    local wanted got='cannot tell'
    wanted=$(cat "$1/schema")
    [ -z "$(invalid "$1")" ] || got=refuses
    [ "$wanted" = "$got" ] || echo "the schema should say \`$wanted\` but says \`$got\`"
}

# merge CASE: lays it over a copy of the good content.
merge() {
    rm -rf "$work/merged"
    cp -R "$tests/content/good" "$work/merged"
    cp -R "$1/." "$work/merged"
    rm -f "$work/merged"/{expect.txt,make.sh,schema}
    [ ! -f "$1/make.sh" ] || (cd "$work/merged" && bash "$1/make.sh") || echo "make.sh failed"
}

bad_case() {
    merge "$1"
    check "$work/merged" 1 "$1/expect.txt"
    [ ! -f "$1/schema" ] || check_schema "$1"
}

fine_case() {
    merge "$1"
    check "$work/merged" 0 "$1/expect.txt"
    invalid "$1"
}

check "$tests/content/good" 0 /dev/null >"$work/report"
report good "$(cat "$work/report")"
invalid "$tests/content/good" >"$work/report"
report "schema: tests/content/good" "$(cat "$work/report")"
invalid "$content" >"$work/report"
report "schema: ${content##*/}" "$(cat "$work/report")"

"$program" check --no-layout --content "$content" 2>&1 >/dev/null | grep 'no font has' >"$work/report"
report "fonts for ${content##*/}" "$(cat "$work/report")"

# Only the file asked for; and with a font missing only that.
characters=$tests/content/fine/24-characters-without-a-font
merge "$characters"
asked=uk/guide.xml
grep "^$asked" "$characters/expect.txt" >"$work/expect.txt"
check "$work/merged" 0 "$work/expect.txt" $asked >"$work/report"
report "fonts for one file" "$(cat "$work/report")"
mkdir -p "$work/share/wegweiser/fonts"
cp "$program" "$work/wegweiser"
map=$work/share/wegweiser/fonts/map
{
    grep '^Latn' fonts/map
    echo "Ethi 1 1 1 1 1 fonts-none 0 none.ttf none.ttf none.ttf"
} >"$map"
echo "$map:2: warning: no font file \`/usr/share/fonts/none.ttf\`; install the package fonts-none" \
    >"$work/expect.txt"
program=$work/wegweiser check "$work/merged" 0 "$work/expect.txt" $asked >"$work/report"
report "a font is missing" "$(cat "$work/report")"

mkdir "$work/empty"
echo 'nowhere: error: is no folder; name the content folder with --content' >"$work/expect.txt"
(cd "$work/empty" && "$program" check --content nowhere 2>&1 >/dev/null |
    diff "$work/expect.txt" -) >"$work/report"
report "no content" "$(cat "$work/report")"

for kind in bad fine; do
    for case in "$tests/content/$kind"/*/; do
        case=${case%/}
        "${kind}_case" "$case" >"$work/report" 2>&1
        report "$kind/${case##*/}" "$(cat "$work/report")"
    done
done

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
