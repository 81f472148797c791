# SPDX-License-Identifier: EUPL-1.2
ln -sf /dev/null uk/pages/emergency.xml
rm de/pages/registration.xml
mkdir de/pages/registration.xml
