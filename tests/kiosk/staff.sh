#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# A kiosk whose staff know the PIN 1234 (hashed by `openssl passwd -6`), and content with a fault.
cat >kiosk.conf <<'CONF'
# what belongs to this panel
panel 336x598
pin $6$abc$MzYD0nNWVhSPKUohL2rXBInSYrLx2qua8Ls2hYaW0Hop49GOPkfKKcAlVdTiyyxb91XLec6Li8qSqzf6tUI2F0
CONF
cp -r "$1" faulty
echo '<office' >faulty/offices/vhs.xml
cp -r "$1" good
