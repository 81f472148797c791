#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# A module includes its own headers and those below it, never those beside or above it.
# And each library has one house.
set -u
cd "$(dirname "$0")/.." || exit 2
declare -A below=(
  [base]=""
  [text]="base"
  [guide]="base text"
  [qr]="base"
  [kiosk]="base text guide qr"
  [site]="base text guide qr"
  [print]="base text guide qr"
  [editor]="base text guide qr kiosk site"
  [cmd]="base text guide qr kiosk site print editor"
)
declare -A house=(
  ['<expat.h>']="src/guide/xml.c"
  ['<fribidi.h>']="src/text/bidi.c"
  ['<pango/pango.h>']="src/text/wrap.c src/print/"
  ['<SDL_ttf.h>']="src/kiosk/font.c"
  ['<hb.h>']="src/kiosk/shape.c"
  ['<zbar.h>']="src/print/proof.c"
  ['<qrencode.h>']="src/qr/symbol.c"
  ['<libintl.h>']="src/text/tr.c"
  ['<gettext-po.h>']="src/editor/po.c"
)
passed=0 failed=0
while IFS=: read -r file include; do
  from=${file#src/}; from=${from%%/*}
  to=${include#*\"}; to=${to%%/*}
  [ -d "src/$to" ] || continue
  if [ "$from" = "$to" ] || [[ " ${below[$from]-} " == *" $to "* ]]; then
    passed=$((passed + 1))
  else
    echo "FAILED $file includes $to/, which is not below $from/"
    failed=$((failed + 1))
  fi
done < <(grep -rHoE '^#include "[^"]+"' src/*/)
for header in "${!house[@]}"; do
  while read -r file; do
    home=no
    for place in ${house[$header]}; do [[ $file == "$place"* ]] && home=yes; done
    if [ $home = yes ]; then passed=$((passed + 1)); else
      echo "FAILED $file includes $header, whose house is ${house[$header]}"
      failed=$((failed + 1))
    fi
  done < <(grep -rlF "#include $header" src)
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
