# SPDX-License-Identifier: EUPL-1.2
ln -sf registration.xml de/pages/registration.xml
