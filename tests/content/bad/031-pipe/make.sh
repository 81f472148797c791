# SPDX-License-Identifier: EUPL-1.2
rm de/pages/emergency.xml
mkfifo de/pages/emergency.xml
