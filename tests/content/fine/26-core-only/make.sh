# SPDX-License-Identifier: EUPL-1.2
rm uk/pages/registration.xml
