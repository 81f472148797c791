# SPDX-License-Identifier: EUPL-1.2
cp facts.xml prices.xml
mkdir old de/pages/old
cp guide.xml old/guide.xml
cp de/pages/emergency.xml de/pages/old/
