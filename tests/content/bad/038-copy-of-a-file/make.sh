# SPDX-License-Identifier: EUPL-1.2
cp de/pages/emergency.xml "de/pages/emergency (2).xml"
