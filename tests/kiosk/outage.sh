#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# Content that was never good, and a panel whose options have faults: outage.sh CONTENT
cp -r "$1" faulty
echo '<office' >faulty/offices/vhs.xml
cp -r "$1" good
cat >kiosk.conf <<'END'
# a panel
theme   dark
address https://guide.example/
idle
low-reach yes
pinn 1234
pin 1234
END
