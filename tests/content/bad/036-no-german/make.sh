# SPDX-License-Identifier: EUPL-1.2
rm de/guide.xml de/offices/buergerbuero.xml
