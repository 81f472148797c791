#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# Prints the posters of all offices and proves each from the finished page:
# usage: tests/poster.sh PROGRAM CONTENT
# So that a leak can be told from that of Cairo (tests/lsan.supp), by all callers.
export ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}fast_unwind_on_malloc=0
set -u

if [ $# -ne 2 ] || ! program=$(realpath -e -- "$1") || ! content=$(realpath -e -- "$2"); then
    echo "usage: tests/poster.sh PROGRAM CONTENT" >&2
    exit 2
fi
export LC_ALL=C.UTF-8 LANGUAGE=

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$(dirname "$0")/report.sh"

# expect NAME WANTED GOT
expect() {
    report "$1" "$([ "$2" = "$3" ] || echo "\`$3\` instead of \`$2\`")"
}

posters() {
    "$program" poster --content "$content" --now 2026-11-27T09:00 "$@"
}

decode() {
    zbarimg --nodbus -q --raw "$1"
}

# The modules of a code of level Q for so many bytes (ISO/IEC 18004, table 7).
modules() {
    local size=21
    for most in 11 20 32 46 60 74 86 108; do
        [ "$1" -le "$most" ] && break
        size=$((size + 4))
    done
    echo "$size"
}

# band PICTURE GEOMETRY SCALE: the brightness of each row (1x!) or column (x1!) of a part.
band() {
    convert "$1" -crop "$2" +repage -colorspace Gray -depth 8 -scale "$3" txt:- |
        sed -n 's/^[0-9]*,[0-9]*: (\([0-9]*\).*/\1/p'
}

# free SIDE ZONE: of a band on standard input: the first row of a dark stretch SIDE px long with
# at least ZONE px of white before and after it; nothing if there is none.
free() {
    awk -v side="$1" -v zone="$2" '
        function close_run() {
            if (length_ > side - 4 && length_ < side + 4 && before >= zone)
                found = start
            before = 0
        }
        $1 < 254 { if (found && white < zone) found = 0
                   if (!dark) { start = NR; before = white; length_ = 0 }
                   dark = 1; length_++; white = 0; next }
        { if (dark) { close_run(); dark = 0 } white++
          if (found && white >= zone) { print found; done = 1; exit } }
        END { if (!done && found && !dark) print found }'
}

# quiet PICTURE MODULES: the fault, if anything stands within four modules of the code. The page
# is 210 mm wide, the code 76, at 150 dpi.
quiet() {
    local side=449 zone=$((4 * 449 / $2 - 3)) left=396 top
    top=$(band "$1" "$((side + 2 * zone))x1754+$((left - zone))+0" '1x1754!' | free $side $zone)
    if [ -z "$top" ]; then
        echo "something stands above or below the code"
    elif [ -z "$(band "$1" "620x$((side + 2 * zone))+310+$((top - zone))" '620x1!' |
        free $side $zone)" ]; then
        echo "something stands beside the code"
    fi
}

base=$(sed -n 's/.*<web[^>]* base="\([^"]*\)".*/\1/p' "$content/guide.xml")

posters --all -o "$work/one" 2>"$work/stderr"
expect "exit status of --all" 0 $?
expect "silence" "" "$(cat "$work/stderr")"
posters --all -o "$work/two" 2>/dev/null
offices=$(cd "$content/offices" && ls | sed 's/\.xml$//')
expect "one file for each office" "$(printf "%s.pdf\n" $offices)" "$(cd "$work/one" && ls *.pdf)"

for office in $offices; do
    pdf=$work/one/$office.pdf address=$base/o/$office/
    name=$(sed -n 's/.*<name>\(.*\)<\/name>.*/\1/p' "$content/de/offices/$office.xml" |
        sed 's/\xc2\xad//g; s/&#[xX][aA][dD];//g')
    report "$office: the same bytes again" "$(cmp "$pdf" "$work/two/$office.pdf" 2>&1)"
    expect "$office: pages" 1 "$(pdfinfo "$pdf" | sed -n 's/^Pages: *//p')"
    expect "$office: tagged" yes "$(pdfinfo "$pdf" | sed -n 's/^Tagged: *//p')"
    expect "$office: language" 1 "$(grep -ac '/Lang (de)' "$pdf")"
    expect "$office: fonts that are not embedded" "" \
        "$(pdffonts "$pdf" | awk 'NR > 2 && $(NF - 4) != "yes"')"
    report "$office: the name \`$name\`" \
        "$(pdftotext -layout "$pdf" - | tr -s ' \n' ' ' | grep -qF "$name" || echo missing)"
    report "$office: German words" "$(pdftotext "$pdf" - |
        grep -qF 'Informationen in Ihrer Sprache' || echo "no catalogue")"
    pdftoppm -r 150 -gray -png "$pdf" "$work/$office"
    expect "$office: code at 150 dpi" "$address" "$(decode "$work/$office-1.png")"
    report "$office: quiet zone" "$(quiet "$work/$office-1.png" "$(modules ${#address})")"
    # What a camera sees from some way off: the code and the white around it.
    pdftoppm -r 60 -gray -png -x 140 -W 216 -y 200 -H 370 "$pdf" "$work/$office-far"
    expect "$office: code at 60 dpi" "$address" "$(decode "$work/$office-far-1.png")"
done

first=${offices%%$'\n'*}
posters --office "$first" -o "$work/single.pdf" 2>/dev/null
report "a file of that name" "$(cmp "$work/single.pdf" "$work/one/$first.pdf" 2>&1)"
posters --all --size A2 -o "$work/no" 2>/dev/null
expect "exit status of another size" 2 $?
posters -o "$work/no" 2>/dev/null
expect "exit status without an office" 2 $?
posters --office no-such-office -o "$work/no" 2>/dev/null
expect "exit status of an unknown office" 1 $?
report "nothing written then" "$([ -e "$work/no" ] && echo "there is a file")"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
