#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Speed and memory of the kiosk beside those of a bare SDL window, and of its text beside those of
# Pango and Cairo, in one run. $1: the folder of what was built; $2: the content; $3: the folder of
# text in thirty languages. Nothing depends on these figures: machines differ, ratios less.
#
# The first frame is the first SDL_RenderPresent() of the program itself, seen by a library put
# before it (first/present.c), on Xvfb with the same X11 driver for both: nothing is added to
# the program, and nothing is left out of its start. Both open a plain window: for a fullscreen one
# SDL waits 100 ms for a window manager, which would flatter the ratio. Page turns are CPU time on
# a virtual clock.
set -eu
cd "$(dirname "$0")/../.."
build=$1 content=${2:-content} samples=${3:-tests/text} runs=${RUNS:-9}
program=$build/wegweiser bench=$build/bench

if [ -z "${BENCH_INSIDE:-}" ]; then
  mkdir -p "$bench"
  compile() { gcc -std=c11 -D_GNU_SOURCE -O2 -Wall -Wextra "$@"; }
  compile -shared -fPIC $(pkg-config --cflags sdl2) -o "$bench/present.so" tests/bench/first/present.c
  compile $(pkg-config --cflags sdl2 SDL2_ttf) -o "$bench/floor" tests/bench/first/floor.c \
    $(pkg-config --libs sdl2 SDL2_ttf)  # and nothing else: what is linked is part of a start
  compile -o "$bench/start" tests/bench/first/start.c
  BENCH_INSIDE=1 exec xvfb-run -a -s '-screen 0 1080x1920x24' "$0" "$@"
fi

export SDL_VIDEODRIVER=x11 XDG_STATE_HOME=$PWD/$bench/state
preload=$PWD/$bench/present.so
read -r floor_wall floor_cpu floor_peak floor_pss \
  < <("$bench/start" "$runs" "$preload" "$bench/floor")
read -r kiosk_wall kiosk_cpu kiosk_peak kiosk_pss \
  < <("$bench/start" "$runs" "$preload" "$program" kiosk --content "$content" \
    --window 1080x1920)
floor_frame=$("$bench/floor")
eval "$("$bench/kiosk_bench" "$content")"
eval "$("$bench/text_bench" "$content" "$samples" "$runs")"
eval "$("$bench/fit_bench" "$content")"

row() {  # what, floor, kiosk, unit, aim: of the ratio with x, else of the kiosk's figure
  awk -v what="$1" -v floor="$2" -v kiosk="$3" -v unit="$4" -v aim="$5" 'BEGIN {
    ratio = floor > 0 ? kiosk / floor : 0
    limit = aim + 0
    met = aim == "" ? "" : (aim ~ /x/ ? ratio : kiosk) <= limit ? "met" : "missed"
    printf "%-36s %9s %9.2f %-4s %8s  %-10s %s\n", what, floor == "" ? "" : sprintf("%.2f", floor),
      kiosk, unit, floor == "" ? "" : sprintf(ratio < 2 ? "%.2fx" : "%.1fx", ratio), aim == "" ? "" : "aim " aim, met }'
}
mib() { awk -v kib="$1" 'BEGIN { printf "%.2f", kib / 1024 }'; }

printf '%-36s %9s %9s %-4s %8s\n' "$(nproc) cores, $runs starts" floor kiosk '' ratio
row 'start to first frame' "$floor_wall" "$kiosk_wall" ms 2x
row '  of it CPU' "$floor_cpu" "$kiosk_cpu" ms ''
row '  of it reading the guide, CPU' '' "$load" ms ''
row '  of it the first scene, CPU' '' "$first" ms ''
# The share of a process (PSS) is what can be compared with a browser's nine processes.
row 'memory at the first frame (PSS)' "$(mib "$floor_pss")" "$(mib "$kiosk_pss")" MiB 48
row '  its peak, resident' "$(mib "$floor_peak")" "$(mib "$kiosk_peak")" MiB 48
row 'memory after all pages, no X11 (PSS)' '' "$(mib "$pss")" MiB 48
row '  its peak, resident' '' "$(mib "$peak")" MiB 48
row "page turn, median of $page_count, CPU" "$floor_frame" "$page_median" ms 33
row '  95 of 100 within' "$floor_frame" "$page_most" ms 33
row '  worst' "$floor_frame" "$page_worst" ms 33
row 'frame of a page change, median, CPU' "$floor_frame" "$frame_median" ms 16
row '  95 of 100 within' "$floor_frame" "$frame_most" ms 16
row "language switch, worst of $language_count, CPU" "$floor_frame" "$language_worst" ms 33
[ "$out_of_reach" = 0 ] || echo "($out_of_reach screens could not be tapped and are not counted)"
# `wegweiser check` lays out, looks and draws nothing: beside what turns of a page come to in a second.
row "screens checked in a second, of $screens" "$(awk "BEGIN { print 1000 / $page_median }")" \
  "$screens_per_second" 1/s ''

# How each is taken: text_bench.c.
printf '\n%-36s %9s %9s %-4s %8s\n' 'text, CPU' Pango+Cairo kiosk '' ratio
for tag in de uk ar; do
  value() { local name=$1_$tag${2:-}; printf '%s' "${!name}"; }
  row "laying out the longest page, $tag" "$(value layout _pango)" "$(value layout)" ms 1x
  row "first drawing of its $(value lines) lines" "$(value first _pango)" "$(value first)" ms 1.5x
  row '  of it SDL_ttf drawing runs' '' "$(value ink)" ms ''
  row '  if all letters were drawn before' "$(value again _pango)" "$(value further)" ms ''
  # Again by both: we have pictures of the runs, Cairo has pictures of the letters.
  row 'redraw from cache' "$(value again _pango)" "$(value again)" ms 0.05x
  row '  clearing the screen alone' "$(value again _pango)" "$(value clear)" ms ''
  row "  beside Cairo's first drawing" "$(value first _pango)" "$(value again)" ms ''
done
row 'start-up: opening all fonts' "$open_pango" "$open" ms ''
row '  without reading their characters' "$(awk "BEGIN { print $open_pango - $open_found }")" "$open" ms ''
row "memory of $languages languages, allocated" '' "$(mib "$thirty")" MiB "$(mib "$bound")"
row '  its peak, resident' '' "$(mib "$thirty_peak")" MiB "$(mib "$bound")"
