# SPDX-License-Identifier: EUPL-1.2
cp de/guide.xml de/guide.xml~
cp de/pages/emergency.xml de/pages/.emergency.xml.swp
mkdir .git
cp guide.xml .git/old.xml
touch README.md uk/pages/notes.txt
