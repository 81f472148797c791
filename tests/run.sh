#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Runs every test against what was built in the folder $1; closes with "N passed, N failed".
set -u
cd "$(dirname "$0")/.." || exit 2
build=$1 program=$1/wegweiser
export TESTS=tests LC_ALL=C.UTF-8
# fontconfig keeps what it has loaded, libdbus what X11 asked of it.
export LSAN_OPTIONS=suppressions=$PWD/tests/lsan.supp:print_suppressions=0
export ASAN_OPTIONS=detect_leaks=1
# Sanitizers look at the code, not at the words: one language of each script.
[ "${build##*/}" = plain ] || export LAYOUT_LANGUAGES="de uk ar ur ti zh-Hans"
passed=0 failed=0

count() {  # name, log, "passed failed", status
  local ok bad
  read -r ok bad <<<"$3"
  [ "$4" = 0 ] || [ "${bad:-0}" != 0 ] || bad=1
  passed=$((passed + ${ok:-0})) failed=$((failed + ${bad:-0}))
  printf '%-40s %4d passed %3d failed %4d s\n' "$1" "${ok:-0}" "${bad:-0}" "$((SECONDS - began))"
  # Figures of a test are worth reading even where it passes.
  if [ "${bad:-0}" = 0 ]; then grep -E '^# [^ ]' "$2" | grep -v '^# ok'; else sed 's/^/    /' "$2"; fi
}
log=$(mktemp) && trap 'rm -f "$log"' EXIT

for unit in "$build"/tests/*; do
  case $unit in *.d) continue ;; esac
  began=$SECONDS
  CMOCKA_MESSAGE_OUTPUT=TAP "$unit" >"$log" 2>&1
  status=$?
  count "${unit##*/}" "$log" "$(grep -c '^ok ' "$log") $(grep -c '^not ok ' "$log")" $status
done
for target in "$build"/fuzz/*; do
  case $target in *.d) continue ;; esac
  [ -x "$target" ] || continue
  began=$SECONDS
  "$target" tests/fuzz/seeds/"${target##*/}" >"$log" 2>&1
  status=$?
  count "fuzz seeds ${target##*/}" "$log" "$([ $status = 0 ] && echo 1 0 || echo 0 1)" $status
done
scripts="
  bad-content.sh
  outdated.py
  exchange.sh
  site.sh
  poster.sh
  kiosk.sh
  shots.sh
  window.sh
"
# System calls and leaks are counted without sanitizers: they have their own. And what the same code
# says in another form needs them only once.
[ "${build##*/}" != plain ] || scripts="
  layers.sh words.sh facts.py
  messages.py said.sh mutation.py fit.sh watch.sh new.sh report_page.sh
  press.sh brochure.py staff.sh
  $scripts
  idle.sh
"
for script in $scripts; do
  began=$SECONDS
  tests/$script "$program" content >"$log" 2>&1
  status=$?
  last=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -n 1)
  count "$script" "$log" "$(sed 's/ passed,//; s/ failed//' <<<"$last")" $status
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
