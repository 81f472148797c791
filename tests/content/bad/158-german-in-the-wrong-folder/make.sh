# SPDX-License-Identifier: EUPL-1.2
cp de/guide.xml uk/guide.xml
cp de/pages/emergency.xml uk/pages/emergency.xml
