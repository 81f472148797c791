#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# Plays the visits in tests/kiosk/ on a virtual clock: usage: tests/kiosk.sh PROGRAM CONTENT
#
# Beside its steps a script may say in comments
#   # options: …             of the command; each such line is one more run
#   # same: A.png B.png      two of its shots are the same picture
#   # differ: A.png B.png    they are not
#   # log: WORDS             a line on stderr that holds them is expected
# and NAME.sh beside it, called with the content folder, makes the folders that it reloads.
set -u

tests=$(cd "$(dirname "$0")" && pwd)
if [ $# -ne 2 ] || ! program=$(realpath -e -- "$1") || ! content=$(realpath -e -- "$2"); then
    echo "usage: tests/kiosk.sh PROGRAM CONTENT" >&2
    exit 2
fi
export LC_ALL=C.UTF-8 LANGUAGE=

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$(dirname "$0")/report.sh"

# play SCRIPT [OPTION…]: in its folder; says what went wrong.
play() {
    local status
    timeout 60 "$program" kiosk --content "$content" --script "$@" 2>&1
    status=$?
    [ $status -eq 0 ] || echo "exit status $status"
}

# compare_shots SCRIPT: what its comments say about its pictures.
compare_shots() {
    local word a b
    sed -n 's/^# \(same\|differ\): /\1 /p' "$1" | while read -r word a b; do
        if cmp -s "$a" "$b"; then
            [ "$word" = same ] || echo "$a and $b are the same"
        else
            [ "$word" = differ ] || echo "$a and $b differ"
        fi
    done
}

# expect_log SCRIPT: what was said beyond what its comments say, and what was not.
expect_log() {
    sed -n 's/^# log: //p' "$1" >words
    local words
    while read -r words; do
        grep -qF "$words" said || echo "nobody said \`$words\`"
    done <words
    grep -vFf words said
}

# run NAME [OPTION…]: in a folder of its own; leaves a report there.
run() {
    local name=$1
    shift
    cp "$tests/kiosk/$name.script" .
    {
        [ ! -f "$tests/kiosk/$name.sh" ] || bash "$tests/kiosk/$name.sh" "$content" 2>&1
        play "$name.script" "$@" >said
        expect_log "$name.script"
        compare_shots "$name.script"
    } >report
}

# Two at a time: a small machine has two cores.
names=()
for script in "$tests"/kiosk/*.script; do
    name=$(basename "$script" .script)
    while read -r -a options; do
        folder=$work/${#names[@]}
        mkdir "$folder"
        [ "$(jobs -rp | wc -l)" -lt 2 ] || wait -n
        (cd "$folder" && run "$name" "${options[@]}") &
        names+=("$name ${options[*]}")
    done < <(sed -n 's/^# options: *//p' "$script")
done
wait
for i in "${!names[@]}"; do
    report "${names[i]}" "$(cat "$work/$i/report")"
done

# A script that is not fulfilled says so, and where.
cd "$work" || exit 1
wrong() {
    printf '%s\n' "$@" >wrong.script
    "$program" kiosk --content "$content" --script wrong.script >out 2>err
    local status=$?
    [ $status -eq 1 ] || echo "exit status $status"
    grep -q "^wrong.script:$#:.*error: " err || { echo "no fault in line $#:"; cat err; }
}
wrong 'tap languages' 'expect screen home' >report
report "a wrong screen" "$(cat report)"
wrong 'expect text Willkommen' '# nothing' 'expect no text Willkommen' >report
report "a text that should not be there" "$(cat report)"
wrong 'tap topic:arrive' >report
report "a target that is not there" "$(cat report)"
wrong 'jump' >report
report "an unknown step" "$(cat report)"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
