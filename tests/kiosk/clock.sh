#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# Content that was confirmed long after this machine's clock: clock.sh CONTENT
cp -r "$1" later
sed -i 's/verified="2024-[0-9-]*"/verified="2099-01-01"/' later/offices/vhs.xml
