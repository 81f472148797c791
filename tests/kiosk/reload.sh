#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# Makes the folders that reload.script reads: reload.sh CONTENT
set -eu

cp -r "$1" original
cp -r original changed
sed -i 's/Ihre neue Adresse/Ihre neue Anschrift/' changed/de/pages/registration.xml
sed -i 's|<phone[^>]*>.*</phone>|<phone sample="yes">+49 30 23125-999</phone>|' \
    changed/offices/buergerbuero.xml

cp -r original without-page
rm without-page/*/pages/find-flat.xml
grep -rlE 'ref="find-flat"|page="find-flat"' without-page |
    xargs sed -i -E '/<[a-z]+ (ref|page)="find-flat"\/>/d'

cp -r original without-uk
rm -r without-uk/uk
sed -i 's|\(<languages>.*\) uk|\1|' without-uk/guide.xml
