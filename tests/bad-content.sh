#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# Runs `wegweiser check` and the schema on bad content: usage: tests/bad-content.sh PROGRAM
#
# A case is a folder tests/content/bad/NN-name/ with
#   the files that differ from tests/content/good/ (they are laid over a copy of it);
#   expect.txt   what check must print on stderr, warnings left out;
#   make.sh      optional: run in the merged folder, for what git cannot keep;
#   schema       optional: `refuses` (at least one of the case's XML files is not valid) or
#                `cannot tell` (all are valid: only check can see the fault).
set -u

tests=$(cd "$(dirname "$0")" && pwd)
schema=$tests/../assets/schema/wegweiser.rng
if [ $# -ne 1 ] || ! program=$(realpath -e -- "$1"); then
    echo "usage: tests/bad-content.sh PROGRAM" >&2
    exit 2
fi
export LC_ALL=C.UTF-8 LANGUAGE=

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# report NAME FILE: passed if the file, which says what was wrong, is empty.
report() {
    if [ -s "$2" ]; then
        echo "FAILED $1"
        sed 's/^/    /' "$2"
        failed=$((failed + 1))
    else
        echo "ok $1"
        passed=$((passed + 1))
    fi
}

# check FOLDER STATUS EXPECTED: says what differs. A pipe that blocks is a fault too.
check() {
    (cd "$1" && timeout 20 "$program" check --content . --now 2026-11-20T09:00 \
        >/dev/null 2>"$work/stderr")
    local status=$?
    [ $status -eq "$2" ] || echo "exit status $status, not $2"
    grep -v ': warning: ' "$work/stderr" | diff -u --label expected --label printed "$3" -
}

valid() {
    xmllint --noout --nonet --relaxng "$schema" "$@" 2>&1
}

valid_all() {
    local file
    find "$1" -name '*.xml' | sort | while read -r file; do
        valid "$file" >"$work/xmllint" || cat "$work/xmllint"
    done
}

# schema_case CASE: does the schema say what the case's file `schema` tells?
schema_case() {
    local wanted got='cannot tell'
    wanted=$(cat "$1/schema")
    [ -z "$(valid_all "$1")" ] || got=refuses
    [ "$wanted" = "$got" ] || echo "the schema should say \`$wanted\` but says \`$got\`"
}

bad_case() {
    local merged=$work/merged
    rm -rf "$merged"
    cp -R "$tests/content/good" "$merged"
    cp -R "$1/." "$merged"
    rm -f "$merged"/{expect.txt,make.sh,schema}
    if [ -f "$1/make.sh" ]; then
        (cd "$merged" && bash "$1/make.sh") || echo "make.sh failed"
    fi
    check "$merged" 1 "$1/expect.txt"
    [ ! -f "$1/schema" ] || schema_case "$1"
}

check "$tests/content/good" 0 /dev/null >"$work/report"
report good "$work/report"
valid_all "$tests/content/good" >"$work/report"
report "schema: tests/content/good" "$work/report"
valid_all "$tests/../content" >"$work/report"
report "schema: content" "$work/report"

for case in "$tests"/content/bad/*/; do
    case=${case%/}
    bad_case "$case" >"$work/report" 2>&1
    report "${case##*/}" "$work/report"
done

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
