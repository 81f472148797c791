#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# `check --watch`: each way to save is seen, half a file is a message, Ctrl-C is an end. Waits for
# what is printed, never for a time.
# usage: tests/watch.sh PROGRAM [CONTENT]
set -u
program=$(realpath "$1")
export LC_ALL=C.UTF-8 LANGUAGE=
cd "$(dirname "$0")/.." || exit 2
. tests/report.sh
work=$(mktemp -d)
trap 'kill "$pid" 2>/dev/null; rm -rf "$work"' EXIT
cp -R tests/content/good "$work/content"
file=$work/content/de/pages/registration.xml
cp "$file" "$work/whole.xml"
cp "$file" "$work/whole-too.xml"

# Ctrl-C is ignored by what a script starts in the background, so it is reset.
start() {
  : >"$work/out"
  env --default-signal=INT "$program" check --watch --content "$work/content" \
    --now 2026-11-20T09:00 "$@" >>"$work/out" 2>&1 &
  pid=$!
}

rounds() { grep -c '^[0-9]* errors\?, ' "$work/out"; }

# What the last round printed.
last() { tac "$work/out" | sed '/^--- /q' | tac; }

# await COUNT WANTED: until that many rounds were printed and the last says what is wanted: on a slow
# machine one save may be several rounds. It has a minute.
await() {
  local tries=0
  until [ "$(rounds)" -ge "$1" ] && last | grep -qE -- "$2"; do
    [ $((tries += 1)) -le 1200 ] && kill -0 "$pid" 2>/dev/null || break
    sleep 0.05
  done
}

# saved NAME WANTED COMMAND…: after it a further round says what is wanted.
saved() {
  local name=$1 wanted=$2 before
  before=$(rounds)
  shift 2
  "$@"
  await $((before + 1)) "$wanted"
  report "$name" "$(last | grep -qE -- "$wanted" || { echo "not \`$wanted\` but:"; last; })"
}

write() { printf '%s' "$1" >"$file"; }
with_title() { sed "s|<title>.*</title>|<title>$1</title>|" "$work/whole.xml"; }
save_in_place() { with_title "$1" >"$file"; }
save_as_vim() { # a backup beside it, a new file, a new name
  mv "$file" "$file~" && with_title "$1" >"$file" && rm "$file~"
}
save_by_rename() { with_title "$1" >"$file.tmp" && mv "$file.tmp" "$file"; }
long=$(printf 'sehr lang %.0s' {1..6})
place=de/pages/registration.xml:4:3

start
await 1 ''
report "the first round is a whole check" "$(grep -q '^de .*yes$' "$work/out" || cat "$work/out")"
saved "a title too long" "$place: warning: .* letters where 48" save_in_place "$long"
report "a line with the time" "$(grep -qE '^--- [0-9]{2}:[0-9]{2}:[0-9]{2}$' "$work/out" || cat "$work/out")"
report "no table again" "$([ "$(grep -c '^language' "$work/out")" = 1 ] || cat "$work/out")"
saved "mended, saved as vim does" '^0 errors, 0 warnings' save_as_vim "Wohnsitz anmelden"
saved "renamed into place" "$place: warning: .* letters where 48" save_by_rename "$long"
saved "half a file" 'registration.xml:[0-9:]*: error: ' write "$(head -c 500 "$work/whole.xml")"
saved "an empty file" 'registration.xml:[0-9:]*: error: ' write ''
saved "an error stays in sight when another file is saved" 'registration.xml:[0-9:]*: error: ' \
  sed -i 's/$//' "$work/content/uk/guide.xml"
saved "whole again" '^0 errors, 0 warnings' save_in_place "Wohnsitz anmelden"
saved "torn word" 'is torn' save_in_place "$(printf 'wort%.0s' {1..15})"
saved "a file is gone" 'error: ' rm "$file"
saved "it is back" '^0 errors, 0 warnings' cp "$work/whole.xml" "$file"
before=$(rounds)
touch "$work/content/.hidden.swp"
saved "moved in from elsewhere" '^0 errors, ' mv "$work/whole-too.xml" "$file"
report "no round for what editors hide" "$([ "$(rounds)" = $((before + 1)) ] || cat "$work/out")"
cp -R "$work/content" "$work/away"
saved "the folder is gone" 'error: ' rm -r "$work/content"
saved "the folder is back" '^0 errors, ' mv "$work/away" "$work/content"
kill -INT "$pid"
wait "$pid"
status=$?
report "Ctrl-C ends it with status 0" "$([ $status = 0 ] || echo "status $status")"

start "$file"
await 1 ''
saved "one file, another is saved: the file asked for" '^0 errors, 0 warnings' \
  sed -i 's|<title>.*</title>|<title>Дуже довга назва, яка не має місця ніде на екрані</title>|' \
  "$work/content/uk/pages/registration.xml"
kill -TERM "$pid"
wait "$pid"
status=$?
report "so does SIGTERM" "$([ $status = 0 ] || echo "status $status")"

"$program" check --watch --content "$work/none" >"$work/out" 2>&1 &
pid=$!
await 1 ''
report "no folder is a message" "$(grep -q 'error: ' "$work/out" || cat "$work/out")"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
