# SPDX-License-Identifier: EUPL-1.2
{
    sed '/<p>/,$d' de/pages/emergency.xml
    for _ in {1..4000}; do echo '<p>x</p>'; done
    echo '</page>'
} >many
mv many de/pages/emergency.xml
