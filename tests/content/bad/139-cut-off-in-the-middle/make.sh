# SPDX-License-Identifier: EUPL-1.2
head -c 300 de/pages/registration.xml >cut
mv cut de/pages/registration.xml
