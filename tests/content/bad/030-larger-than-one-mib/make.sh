# SPDX-License-Identifier: EUPL-1.2
# 1 MiB and a little of comments
{
    sed '/<\/page>/d' de/pages/emergency.xml
    for _ in {1..16500}; do echo '<!-- sixty-four bytes of nothing, over and over and over again -->'; done
    echo '</page>'
} >big
mv big de/pages/emergency.xml
