# SPDX-License-Identifier: EUPL-1.2
rm facts.xml
mkdir facts.xml
