# SPDX-License-Identifier: EUPL-1.2
rm -r uk/pages
echo >uk/pages
mkdir uk/glossary.xml
