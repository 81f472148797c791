# SPDX-License-Identifier: EUPL-1.2
sed 's/id="buergerbuero"/id="standesamt"/; s/Am Beispielhafen 2/Am Beispielhafen 4/; s/-400/-401/
    /<email>/d; /<appointment>/d; /<website>/d' offices/buergerbuero.xml >offices/standesamt.xml
for language in de uk; do
    sed 's/id="buergerbuero"/id="standesamt"/' $language/offices/buergerbuero.xml \
        >$language/offices/standesamt.xml
done
