# SPDX-License-Identifier: EUPL-1.2
ln -sf nowhere.xml offices/buergerbuero.xml
ln -sf nowhere.xml uk/pages/emergency.xml
