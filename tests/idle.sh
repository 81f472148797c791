#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# A kiosk that nobody touches does nothing, and one that is touched loses no memory:
# usage: tests/idle.sh PROGRAM CONTENT
set -u

if [ $# -ne 2 ] || ! program=$(realpath -e -- "$1") || ! content=$(realpath -e -- "$2"); then
    echo "usage: tests/idle.sh PROGRAM CONTENT" >&2
    exit 2
fi
export LC_ALL=C.UTF-8 LANGUAGE=
unset WAYLAND_DISPLAY SDL_VIDEODRIVER SDL_RENDER_DRIVER

work=$(mktemp -d)
started=()
end_all() {
    [ ${#started[@]} -eq 0 ] || kill "${started[@]}" 2>/dev/null
    rm -rf "$work"
}
trap end_all EXIT
export XDG_STATE_HOME=$work/state
. "$(dirname "$0")/report.sh"

# ---- Memory ------------------------------------------------------------------------------------

# Beside the rest: it takes longer. Small, because each pixel costs.
cp -r "$content" "$work/changed"
cat >"$work/visit.script" <<'END'
tap languages
tap language:ar
wait 300
tap topic:housing
tap page:registration
drag 270,700 270,300 300
wait 300
turn to office:buergerbuero
tap office:buergerbuero
tap languages
tap language:uk
shot office.png
reload changed
wait 100
tap home
tap emergency
wait 150000
expect asked
wait 2000
tap end
expect screen attract
wait 4100
END
cd "$work" || exit 1
valgrind -q --num-callers=30 --leak-check=full --show-leak-kinds=definite \
    --errors-for-leak-kinds=definite --error-exitcode=9 \
    "$program" kiosk --content "$content" --script visit.script --size 540x960 \
    --now 2026-11-18T10:30 >"$work/valgrind" 2>&1 &
valgrind=$!

# ---- Quiet -------------------------------------------------------------------------------------

Xvfb -displayfd 3 -screen 0 1080x1920x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
started+=($!)
for _ in {1..50}; do
    [ ! -s "$work/display" ] || break
    sleep 0.1
done
DISPLAY=:$(cat "$work/display")
export DISPLAY

"$program" kiosk --content "$content" --lang de --now 2026-11-18T10:30 2>"$work/log" &
kiosk=$!
started+=($kiosk)
# At its start it copies the content for the next one: that takes as long as the disk does.
for _ in {1..100}; do
    ! ls "$XDG_STATE_HOME"/wegweiser/ 2>/dev/null | grep -q '^content-[0-9a-f]*$' || break
    sleep 0.1
done

# How often any thread has gone to sleep: as often as it was woken.
sleeps() {
    cat /proc/$kiosk/task/*/status | awk '/^voluntary_ctxt_switches/ { n += $2 } END { print n }'
}

sleep 3
before=$(sleeps)
xdotool mousemove 540 270 mousedown 1
sleep 0.1
xdotool mouseup 1
sleep 2
after=$(sleeps)
report "a touch wakes it" "$([ "$after" -gt "$before" ] || echo "it does not")"
sleep 5
report "then it sleeps" "$(count=$(($(sleeps) - after)); [ $count -eq 0 ] ||
    echo "woken $count times in 5 s")"

timeout -s INT 10 strace -f -c -o "$work/calls" -p $kiosk 2>"$work/strace"
if grep -q 'Operation not permitted' "$work/strace"; then
    echo "skipped: system calls (this machine does not let us trace)"
else
    report "system calls were counted" "$(grep -q ' attached' "$work/strace" || cat "$work/strace")"
    report "and there was none" "$(grep '[0-9]' "$work/calls")"
fi

kill -TERM $kiosk
wait $kiosk
report "status" "$([ $? -eq 0 ] || echo "not 0")"
report "log" "$(cat "$work/log")"

wait $valgrind
status=$?
report "valgrind" "$([ $status -eq 0 ] || { echo "exit status $status"; cat "$work/valgrind"; })"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
