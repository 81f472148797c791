#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# The kiosk on a real display with a real pointer, and content that changes under it:
# usage: tests/window.sh PROGRAM CONTENT
#
# What a script paints is what the display must show after the same touches.
set -u

if [ $# -ne 2 ] || ! program=$(realpath -e -- "$1") || ! content=$(realpath -e -- "$2"); then
    echo "usage: tests/window.sh PROGRAM CONTENT" >&2
    exit 2
fi
export LC_ALL=C.UTF-8 LANGUAGE=
unset WAYLAND_DISPLAY SDL_VIDEODRIVER SDL_RENDER_DRIVER

now=2026-11-18T10:30
work=$(mktemp -d)
started=()
end_all() {
    [ ${#started[@]} -eq 0 ] || kill "${started[@]}" 2>/dev/null
    rm -rf "$work"
}
trap end_all EXIT
export XDG_STATE_HOME=$work/state
. "$(dirname "$0")/report.sh"

# ---- Display, pointer, pictures ----------------------------------------------------------------

# display NAME: starts one that has no window manager, as large as a standing screen.
display() {
    Xvfb -displayfd 3 -screen 0 1080x1920x24 -nolisten tcp 3>"$work/$1.display" 2>/dev/null &
    started+=($!)
    for _ in {1..50}; do
        [ ! -s "$work/$1.display" ] || break
        sleep 0.1
    done
    DISPLAY=:$(cat "$work/$1.display")
    export DISPLAY
}

# tap PLACE ACTION: on the target that the script printed there.
tap() {
    local x y w h
    read -r x y w h < <(sed -n "s/^target $2 //p" "$work/$1.scene")
    xdotool mousemove $((x + w / 2)) $((y + h / 2)) mousedown 1
    sleep 0.1
    xdotool mouseup 1
}

# drag X Y0 Y1
drag() {
    local i
    xdotool mousemove "$1" "$2" mousedown 1
    for i in {1..10}; do
        xdotool mousemove "$1" $(($2 + ($3 - $2) * i / 10))
        sleep 0.03
    done
    xdotool mouseup 1
}

# is_shown PICTURE: is it on the display, but for rounding?
is_shown() {
    local root=$work/root-${DISPLAY#:}.ppm
    import -window root "$root"
    compare -metric RMSE "$root" "$work/$1.png" null: 2>&1 |
        awk -F'[()]' '{ exit !($2 != "" && $2 < 0.002) }'
}

# shows SECONDS PICTURE…: waits until one of them is; says so if none comes.
shows() {
    local until=$((SECONDS + $1)) picture
    shift
    while :; do
        for picture; do
            ! is_shown "$picture" || return 0
        done
        [ $SECONDS -lt $until ] || break
    done
    echo "$* is not on the display"
}

# On a machine that stalls the first greeting may be gone; it comes again after those of all languages.
greetings=130  # s

# says WORDS: waits until they stand in the kiosk's log.
says() {
    for _ in {1..20}; do
        ! grep -qF "$1" "$work/log" || return 0
        sleep 0.1
    done
    echo "no \`$1\` in the log:"
    cat "$work/log"
}

# expect_pictures NAME FOLDER [OPTION…]: plays the script NAME on that content; each `print` in
# it, named in the order of its `shot`s, becomes a .scene.
expect_pictures() {
    local name=$1 folder=$2
    shift 2
    "$program" kiosk --content "$folder" --now "$now" --script "$work/$name.script" "$@" \
        >"$work/$name.scenes" || return
    awk -v names="$(sed -n 's/^shot \(.*\)\.png/\1/p' "$work/$name.script" | tr '\n' ' ')" \
        -v work="$work" 'BEGIN { split(names, name, " ") }
        /^screen / { file = work "/" name[++n] ".scene" } { print >file }' "$work/$name.scenes"
}

# ---- Without a display -------------------------------------------------------------------------

if compgen -G '/dev/dri/card*' >/dev/null; then
    echo "skipped: without a display (this machine has one)"
else
    env -u DISPLAY -u XDG_RUNTIME_DIR timeout 20 "$program" kiosk --content "$content" \
        2>"$work/log"
    status=$?
    report "without a display: status" "$([ $status -eq 1 ] || echo "$status instead of 1")"
    report "without a display: message" "$(says 'there is no display')"
fi

# ---- What is to be seen ------------------------------------------------------------------------

cp -r "$content" "$work/original"
cp -r "$content" "$work/changed"
ln -s original "$work/content"
phone='<phone sample="yes">+49 30 23125-999</phone>'
sed -i "s|<phone[^>]*>.*</phone>|$phone|" "$work/changed/offices/buergerbuero.xml"

# The staff's PIN is 1234.
cat >"$work/kiosk.conf" <<'END'
pin $6$abc$MzYD0nNWVhSPKUohL2rXBInSYrLx2qua8Ls2hYaW0Hop49GOPkfKKcAlVdTiyyxb91XLec6Li8qSqzf6tUI2F0
idle 600
END

step() {
    printf '%s\nwait 1000\nshot %s.png\nprint\n' "$2" "$1"
}
{
    step attract 'wait 1'
    step languages 'tap languages'
    step home 'tap language:ar'
    step topic 'tap topic:housing'
    step page 'tap page:registration'
    step page-2 'drag 540,1500 540,700 300'
    step topic-again 'tap back'
    step home-again 'tap home'
    step office 'tap office:buergerbuero'
    step languages-again 'tap languages'
    step office-uk 'tap language:uk'
    step office-bilingual 'tap bilingual'
    step card 'tap answer:write'
    step search 'tap search'
    step hits 'tap type:ш'
    step display 'tap display'
    step contrast 'tap contrast'
    step about 'tap topic:about'
    step pin 'touch 10,10 4500'
    step digit 'tap digit:1'
    step menu 'tap digit:2
tap digit:3
tap digit:4
tap unlock'
    step about-again 'tap back'
    step home-uk 'tap home'
    step emergency 'tap emergency'
    step home-uk-again 'tap home'
    step attract-again 'tap end'
    step home-fresh 'tap languages
tap language:uk'
} >"$work/visit.script"
report "the visit as a script" \
    "$(expect_pictures visit "$work/content" --config "$work/kiosk.conf" 2>&1)"

echo 'turn to office:buergerbuero' >"$work/after.script"
step office-changed 'tap office:buergerbuero' >>"$work/after.script"
report "the changed content as a script" \
    "$(expect_pictures after "$work/changed" --lang uk 2>&1)"

cp -r "$content" "$work/faulty"
echo '<office' >"$work/faulty/offices/buergerbuero.xml"
printf 'shot outage.png\nprint\n' >"$work/outage.script"
report "out of service as a script" "$(expect_pictures outage "$work/faulty" 2>/dev/null)"

{
    step idle-attract 'wait 1'
    echo 'tap languages'
    step idle-home 'tap language:de'
    printf 'wait 2000\nexpect asked\n'
    for left in {30..21}; do
        printf 'shot idle-%s.png\nprint\nwait 1000\n' "$left"
    done
} >"$work/idle.script"
report "the countdown as a script" "$(expect_pictures idle "$content" --idle 3 2>&1)"

# ---- Nobody touches ----------------------------------------------------------------------------

# Takes its time, beside the rest.
idle() {
    display idle
    "$program" kiosk --content "$content" --now "$now" --idle 3 2>"$work/idle.log" &
    local kiosk=$!
    started+=($kiosk)
    report "idle: attract" "$(shows 20 idle-attract)"
    tap attract languages
    sleep 0.5
    tap languages language:de
    report "idle: home" "$(shows 20 idle-home)"
    report "idle: countdown" "$(shows 8 idle-{29..22})"
    tap idle-30 stay
    report "idle: home again" "$(shows 2 idle-home)"
    sleep 30
    report "idle: attract again" "$(shows 8 idle-attract)"
    kill $kiosk
    wait $kiosk
    report "idle: status" "$([ $? -eq 0 ] || echo "not 0")"
    report "idle: log" "$(cat "$work/idle.log")"
    kill "${started[@]}" 2>/dev/null
    echo "$passed $failed" >"$work/idle.count"
}
(passed=0 failed=0 started=(); idle) &
idle=$!

# ---- A visit -----------------------------------------------------------------------------------

display visit
"$program" kiosk --content "$work/content" --now "$now" --config "$work/kiosk.conf" 2>"$work/log" &
kiosk=$!
started+=($kiosk)

report "attract" "$(shows $greetings attract)"
tap attract languages
report "the languages" "$(shows 20 languages)"
tap languages language:ar
report "home" "$(shows 20 home)"
tap home topic:housing
report "a topic" "$(shows 20 topic)"
tap topic page:registration
report "a page" "$(shows 20 page)"
drag 540 1500 700
report "its second screenful, by drag" "$(shows 20 page-2)"
tap page-2 back
report "back" "$(shows 20 topic-again)"
tap topic-again home
report "home again" "$(shows 20 home-again)"
tap home-again office:buergerbuero
report "an office" "$(shows 20 office)"
import -window root "$work/root.png"
report "its code" "$([ "$(zbarimg --nodbus -q --raw "$work/root.png")" = \
    "$(sed -n 's/.*<web[^>]* base="\([^"]*\)".*/\1/p' "$content/guide.xml")/ar/o/buergerbuero/" ] ||
    echo "cannot be read")"
tap office languages
report "the languages again" "$(shows 20 languages-again)"
tap languages-again language:uk
report "the same office in Ukrainian" "$(shows 20 office-uk)"
tap office-uk bilingual
report "side by side" "$(shows 20 office-bilingual)"
tap office-bilingual answer:write
report "an answer" "$(shows 20 card)"
tap card search
report "the search" "$(shows 20 search)"
tap search type:ш
report "its hits" "$(shows 20 hits)"
tap hits display
report "the display sheet" "$(shows 20 display)"
tap display contrast
report "high contrast" "$(shows 20 contrast)"
tap contrast topic:about
report "about the guide" "$(shows 20 about)"
xdotool mousemove 10 10 mousedown 1
sleep 4.5
xdotool mouseup 1
report "the staff's way" "$(shows 20 pin)"
tap pin digit:1
report "a digit" "$(shows 20 digit)"
for key in digit:2 digit:3 digit:4 unlock; do tap digit $key; sleep 0.2; done
report "the staff's menu" "$(shows 20 menu)"
tap menu back
report "about the guide again" "$(shows 20 about-again)"
tap about-again home
report "home in Ukrainian" "$(shows 20 home-uk)"
tap home-uk emergency
report "emergency" "$(shows 20 emergency)"
for keys in alt+F4 ctrl+q ctrl+alt+Delete super; do xdotool key $keys; done
report "no key leaves it" "$(shows 20 emergency)"
tap emergency home
report "home after that" "$(shows 20 home-uk-again)"
tap home-uk-again end
report "the end" "$(shows $greetings attract-again)"
tap attract-again languages
sleep 0.5
tap languages language:uk
report "nothing of the visit is left" "$(shows 20 home-fresh)"
tap home-fresh office:buergerbuero
report "the office as before" "$(shows 20 office-uk)"
report "nothing in the log" "$(cat "$work/log")"

# ---- Live content ------------------------------------------------------------------------------

# Two seconds are promised; the third is for looking.
change=3

file=$work/original/offices/buergerbuero.xml
sed -i "s|<phone[^>]*>.*</phone>|$phone|" "$file"
report "a changed phone number" "$(shows $change office-changed)"
report "a line in the log" "$(says 'read, shown')"

: >"$work/log"
head -c 600 "$work/changed/offices/buergerbuero.xml" >"$file"
report "a half-written file is named" "$(says 'offices/buergerbuero.xml:')"
report "with its line" "$(grep -qE 'offices/buergerbuero\.xml:[0-9]+:[0-9]+: error: ' \
    "$work/log" || cat "$work/log")"
report "and no warnings" "$(grep -F 'warning: ' "$work/log" | head -3)"
sleep 0.5
report "what was there stays" "$(is_shown office-changed || echo "it does not")"

cp "$content/offices/buergerbuero.xml" "$file"
report "the repaired file" "$(shows $change office-uk)"
ln -sfn changed "$work/content"
report "another folder behind the link" "$(shows $change office-changed)"
cp "$content/offices/buergerbuero.xml" "$work/changed/offices/fresh.xml"
mv "$work/changed/offices/fresh.xml" "$work/changed/offices/buergerbuero.xml"
report "a file put in place there" "$(shows $change office-uk)"
rm "$work/content"
sed -i "s|<phone[^>]*>.*</phone>|$phone|" "$file"
mv "$work/original" "$work/content"
report "a folder put in its place" "$(shows $change office-changed)"

kill -TERM $kiosk
wait $kiosk
report "status after SIGTERM" "$(status=$?; [ $status -eq 0 ] || echo "$status instead of 0")"

# ---- A restart ---------------------------------------------------------------------------------

# restart: starts the kiosk again on the same content.
restart() {
    : >"$work/log"
    "$program" kiosk --content "$work/content" --now "$now" --idle 600 2>"$work/log" &
    kiosk=$!
    started+=($kiosk)
}

# end: what it was told to do, it does.
end() {
    kill -TERM $kiosk
    wait $kiosk
}

# The power fails while an editor's file is half saved; a folder that was being written is left over.
file=$work/content/offices/buergerbuero.xml
head -c 600 "$content/offices/buergerbuero.xml" >"$file"
for kept in "$work"/state/wegweiser/content-*; do mkdir "$kept.new"; done
restart
report "faulty after a restart: attract" "$(shows $greetings attract)"
report "faulty after a restart: the log" "$(says 'offices/buergerbuero.xml:')"
tap attract languages
report "faulty after a restart: the languages" "$(shows 20 languages)"
tap languages language:ar
report "faulty after a restart: the last good content" "$(shows 20 home)"
end

rm -r "$work/state"
restart
report "nothing good: out of service" "$(shows 20 outage)"
cp "$content/offices/buergerbuero.xml" "$file"
report "nothing good: repaired" "$(shows $((change + 4)) attract)"
end
for _ in {1..30}; do
    compgen -G "$work/state/wegweiser/content-*" >/dev/null && break
    sleep 0.1
done
report "a copy is kept" "$(ls "$work"/state/wegweiser/content-*/guide.xml 2>&1 >/dev/null)"

wait $idle
read -r more_passed more_failed <"$work/idle.count"
passed=$((passed + more_passed)) failed=$((failed + more_failed))
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
