#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# The web guide in Chromium: tests/browser/run.sh PROGRAM CONTENT. What it needs is no package of
# the build: chromium, node, npm and once a network. Without them it says so and passes.
# SITE_LANGUAGES="de uk ar" looks at the pages of these languages only.
set -u
program=$1 content=$2
here=$(cd "$(dirname "$0")" && pwd)
modules=$here/../../build/browser
skip() { echo "skipped: $1"; exit 0; }

for command in chromium node npm; do
  command -v "$command" >/dev/null || skip "there is no $command"
done
if [ ! -d "$modules/node_modules/axe-core" ]; then
  mkdir -p "$modules"
  npm install --prefix "$modules" --no-audit --no-fund playwright-core@1.60 axe-core@4 html-validate@9 \
    >/dev/null 2>&1 || skip "npm could not install playwright-core"
fi
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT
"$program" site --content "$content" -o "$folder/site" || exit 1
# A staff page with few sheets: to print all of them takes minutes.
"$program" site --prints --content "$here/../content/good" -o "$folder/small" &&
  mv "$folder/small/staff" "$folder/site" || exit 1
# The same with another number, for what happens when the content changes.
cp -r "$content" "$folder/content" && chmod -R u+w "$folder/content" &&
  sed -i 's|<town name="[^"]*"|<town name="Neustadt"|; s|body="[^"]*"|body="Stadt Neustadt"|' \
    "$folder/content/guide.xml" &&
  "$program" site --content "$folder/content" -o "$folder/changed" || exit 1
NODE_PATH=$modules/node_modules CHROMIUM=$(command -v chromium) \
  node "$here/site.js" "$folder/site" "$folder/changed" "$here/../unit/test_search.c"
