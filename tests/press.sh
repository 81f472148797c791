#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# Every size of poster with many and few languages, long and absent facts; codes in every format; the
# register; flyers; and what goes wrong while printing: usage: tests/press.sh PROGRAM CONTENT
export ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}fast_unwind_on_malloc=0
set -u

if [ $# -ne 2 ] || ! program=$(realpath -e -- "$1") || ! content=$(realpath -e -- "$2"); then
    echo "usage: tests/press.sh PROGRAM CONTENT" >&2
    exit 2
fi
export LC_ALL=C.UTF-8 LANGUAGE=

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
here=$(dirname "$(realpath "$0")")
. "$here/report.sh"

# expect NAME WANTED GOT
expect() {
    report "$1" "$([ "$2" = "$3" ] || echo "\`$3\` instead of \`$2\`")"
}

# has NAME WORDS FILE
has() {
    report "$1" "$(grep -qF -- "$2" "$3" || echo "\`$2\` is not in \`$(head -c 300 "$3")\`")"
}

poster() {
    "$program" poster --content "${from:-$content}" --now 2026-11-27T09:00 "$@"
}

# picture PDF DPI: as PGM on standard output.
decode() {
    pdftoppm -r "$2" -gray "$1" "$work/page" && zbarimg --nodbus -q --raw "$work"/page-*.pgm
    rm -f "$work"/page-*.pgm
}

# Plain text of a PDF, without the controls that poppler puts around what is read to the left.
plain() {
    pdftotext "$@" - | sed 's/\xe2\x80[\xaa-\xae]//g; s/\xc2\xa0/ /g; s/\xe2\x81\xa0//g'
}

# collisions PDF [PAGE]: words that stand in each other or nearer than 4 mm to the edge of the paper. A word's box has the
# height of its line; its letters are in the middle half.
collisions() {
    pdftotext -bbox -f "${2:-1}" -l "${2:-1}" "$1" - | awk -F '"' '
        /<page / { width = $2; height = $4 }
        /<word / { n++; left[n] = $2; top[n] = $4; right[n] = $6; bottom[n] = $8
            text[n] = $9; gsub(/^>|<\/word>$/, "", text[n])
            high = bottom[n] - top[n]; top[n] += high / 4; bottom[n] -= high / 4
            if (left[n] < 12 || right[n] > width - 12 || top[n] < 12 || bottom[n] > height - 10)
                print "`" text[n] "` is at the edge" }
        END { for (i = 1; i <= n; i++) for (j = i + 1; j <= n; j++)
            if (left[i] < right[j] - 1 && left[j] < right[i] - 1 &&
                top[i] < bottom[j] - .5 && top[j] < bottom[i] - .5)
                print "`" text[i] "` and `" text[j] "`" }'
}

# What is read to the left, in one piece: poppler parts words where letters kern.
arabic() {
    grep -P '[\x{600}-\x{6ff}]' <<<"$1" | tr -d ' ' | sed 's/^[\x00-\x7f]*//'
}

# damage PDF: what qpdf has against it.
damage() {
    qpdf --check "$1" 2>&1 | grep -iE 'warning|error' | grep -v 'No syntax or stream\|errors that qpdf'
}

# loose_fonts PDF: those that are not embedded as subsets.
loose_fonts() {
    pdffonts "$1" | awk 'NR > 2 && ($(NF - 4) != "yes" || $(NF - 3) != "yes")'
}

# endonyms TAG…
endonyms() {
    for tag; do
        sed -n "s/^ *{\"$tag\", *\"\([^\"]*\)\".*/\1/p" "$here/../src/text/language.c"
    done
}

name=$(sed -n 's/.*<name>\(.*\)<\/name>.*/\1/p' "$content/de/offices/jobcenter.xml")
base=$(sed -n 's/.*<web[^>]* base="\([^"]*\)".*/\1/p' "$content/guide.xml")
languages=$(sed -n 's/.*<languages>\(.*\)<\/languages>.*/\1/p' "$content/guide.xml")

# ---- Sizes -----------------------------------------------------------------------------------

declare -A paper=([A3]="841.89 x 1190.55" [A4]="595.276 x 841.89" [A5]="419.528 x 595.276"
    [door]="595.276 x 419.528" [tent]="595.276 x 841.89")

# sheet NAME SIZE OFFICE DPI LANGUAGE…: prints and proves one; OFFICE `guide` is the guide's own.
sheet() {
    local title="$1 $2" size=$2 dpi=$4 pdf=$work/sheet-$1-$2.pdf address=$base/o/$3/
    local subject=(--office "$3")
    [ "$3" != guide ] || subject=(--guide) address=$base/
    shift 4
    report "$title" "$(poster "${subject[@]}" --size "$size" -o "$pdf" 2>&1)"
    expect "$title: paper" "${paper[$size]}" \
        "$(pdfinfo "$pdf" | sed -n 's/^Page size: *\([0-9.x ]*\) pts.*/\1/p')"
    [ "$size" = tent ] && address=$address$'\n'$address
    expect "$title: code" "$address" "$(decode "$pdf" "$dpi")"
    report "$title: words apart" "$(collisions "$pdf" | head -5 | paste -sd ' ')"
    local text missing=
    text=$(plain -layout "$pdf" | tr -s ' ')
    while read -r language; do
        grep -qF "$language" <<<"$text" || grep -qF "${language// /}" <<<"$(arabic "$text")" ||
            missing="$missing $language"
    done < <(endonyms "$@")
    report "$title: languages" "$missing"
}

# Under sanitizers, which take minutes, one face, two faces and a language of each script must do.
sizes="A4 A3 A5 door tent" flyers=$languages
[ -z "${LAYOUT_LANGUAGES:-}" ] || sizes="A4 tent" flyers=$LAYOUT_LANGUAGES

# Codes are read from far off, and the first from near by.
dpi=300
for size in $sizes; do
    sheet thirty $size vhs $dpi $languages
    dpi=72
done

# The guide's own.
emergency=$(sed -n 's/.*<number ref="police">\(.*\)<\/number>.*/\1/p' "$content/de/pages/emergency.xml")
for size in $sizes; do
    [ $size != door ] || continue
    sheet guide $size guide 300 $languages
    pdf=$work/sheet-guide-$size.pdf
    expect "guide $size: code, small" "$(decode "$pdf" 300)" "$(decode "$pdf" 72)"
    expect "guide $size: title" "Wegweiser Emden" "$(pdfinfo "$pdf" | sed -n 's/^Title: *//p')"
    expect "guide $size: tagged" yes "$(pdfinfo "$pdf" | sed -n 's/^Tagged: *//p')"
    expect "guide $size: fonts that are not embedded subsets" "" "$(loose_fonts "$pdf")"
    report "guide $size: well-formed" "$(damage "$pdf")"
    plain "$pdf" >"$work/text"
    has "guide $size: whose" "Stadt Emden" "$work/text"
    report "guide $size: no room" "$(grep -o "Zimmer.*" "$work/text")"
    [ $size = tent ] || has "guide $size: whom to call" "110 $emergency" <(plain -layout "$pdf" | tr -s ' ')
done
poster --guide --size door -o "$work/no.pdf" 2>"$work/stderr"
expect "exit status of a door sign of the guide" 2 $?
has "its message" "a door sign is that of an office; give" "$work/stderr"
poster --guide --all 2>/dev/null
expect "exit status of the guide and all" 2 $?

# A copy of the content with six languages and a name of sixty letters, without optional facts.
few=$work/few
cp -r "$content" "$few"
sed -i 's/<languages>.*<\/languages>/<languages>de en es fr uk ar<\/languages>/
    s/<core languages="[^"]*"/<core languages="es ar"/' "$few/guide.xml"
long='Fachdienst Migration, Integration und freiwilliges Engagement'
sed -i "s/<name>.*</<name>$long</" "$few/de/offices/vhs.xml"
sed -i -E '/<(stop|phone|email|appointment|website|room|speaks|interpreting)\b/d
    /<hours>/,/<\/hours>/d; s/<address.*<\/address>//' "$few/offices/vhs.xml"
from=$few
for size in $sizes; do
    sheet six $size vhs 72 de en es fr uk ar
    report "six $size: the long name" "$(plain "$work/sheet-six-$size.pdf" | tr '\n' ' ' |
        grep -qF "$long" || echo missing)"
done
sed -i 's/<name>.*</<name>Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter</' \
    "$few/de/offices/vhs.xml"
poster --office vhs -o "$work/no.pdf" 2>"$work/stderr"
expect "exit status of a word of sixty letters" 1 $?
has "the message" "is too long for a poster of size A4; shorten it or" "$work/stderr"
soft=Donaudampfschifffahrts$'\xc2\xad'elektrizitäten$'\xc2\xad'hauptbetriebswerkbauunter
sed -i "s/<name>.*</<name>$soft</" "$few/de/offices/vhs.xml"
report "with soft hyphens" "$(poster --office vhs -o "$work/soft.pdf" 2>&1)"
report "its words apart" "$(collisions "$work/soft.pdf" | paste -sd ' ')"

# More phone numbers than there is room for, then more opening hours.
facts=$few/offices/jobcenter.xml
sed -i '/<phone/d' "$facts"
sed -i "s|</site>|&$(printf '<phone sample="yes">+49 30 23125-4%02d</phone>' {1..14})|" "$facts"
for size in A4 A5; do
    pdf=$work/phones-$size.pdf
    poster --office jobcenter --size $size -o "$pdf" 2>"$work/stderr"
    expect "exit status of many phone numbers, $size" 0 $?
    has "the warning, $size" "of 14 phone numbers have no room on a poster of size $size; take" "$work/stderr"
    expect "those left and those told of, $size" 14 "$(($(plain "$pdf" | grep -c 'Telefon.*23125-4') +
        $(sed -n 's/.*warning: \([0-9]*\) of 14.*/\1/p' "$work/stderr")))"
    report "its words apart, $size" "$(collisions "$pdf" | paste -sd ' ')"
done
minute=10  # no two days alike
for day in mo tu we th fr sa su; do
    printf '<open days="%s" from="%s" to="%s"/>' $day 08:$minute 09:00 $day 10:$minute 11:00
    minute=$((minute + 1))
done >"$work/open"
sed -i "/<open/d; s|<hours[^>]*>|&$(cat "$work/open")|" "$facts"
poster --office jobcenter -o "$work/no.pdf" 2>"$work/stderr"
expect "exit status of many opening hours" 1 $?
has "its message" "too many rows for a poster of size A4; take the size" "$work/stderr"
report "a tent has none of them" "$(poster --office jobcenter --size tent -o "$work/tent.pdf" 2>&1)"

# An address of two hundred letters.
path=$(printf 'x%.0s' {1..150})
sed -i "s|base=\"[^\"]*\"|base=\"https://emden.example/$path\"|" "$few/guide.xml"
for size in A3 door; do
    poster --office vhs --size $size -o "$work/no.pdf" 2>"$work/stderr"
    expect "exit status of a long address, $size" 1 $?
    has "its message, $size" "is too long for a poster of size $size; take a shorter \`base\`" "$work/stderr"
done
sed -i "s|base=\"[^\"]*\"|base=\"https://emden.example/$path$path$path$path\"|" "$few/guide.xml"
poster --office vhs -o "$work/no.pdf" 2>"$work/stderr"
has "an address that no code can hold" "bytes) for a QR code" "$work/stderr"
report "nothing written then" "$([ -e "$work/no.pdf" ] && echo "there is a file")"
from=

# ---- What the file says ------------------------------------------------------------------------

pdf=$work/sheet-thirty-A4.pdf
report "well-formed" "$(damage "$pdf")"
expect "title" "Volkshochschule – Wegweiser Emden" "$(pdfinfo "$pdf" | sed -n 's/^Title: *//p')"
qpdf --json "$pdf" >"$work/json"
has "language" '"/Lang": "u:de"' "$work/json"
has "what the code shows" "\"/Alt\": \"u:Informationen in Ihrer Sprache: $base/o/vhs/\"" "$work/json"
expect "what both codes of a tent show" 2 "$(qpdf --json "$work/sheet-thirty-tent.pdf" |
    grep -c '"/Alt"')"
expect "fonts that are not embedded subsets" "" "$(loose_fonts "$pdf")"
# In the order in which it is read: by the structure.
pdfinfo -struct-text "$pdf" | sed -n 's/^ *"\(.*\)"$/\1/p' | tr '\n' ' ' |
    sed 's/\xc2\xa0/ /g; s/\xe2\x81\xa0//g; s/  */ /g' >"$work/order"
last=
for words in "Stadt Emden" "Volkshochschule" "Zimmer " "Informationen in Ihrer Sprache" \
    "Information in your language" "Deutsch English Español" "دری اردو العربية" "emden.example/o/vhs" \
    "Einfache Sprache" "Kamera öffnen" "Öffnungszeiten" "Montag" "9:00–12:30" "Kontakt" "Telefon" "Stand "; do
    last=$last.*$words
    report "in order: $words" "$(grep -q -- "$last" "$work/order" || echo missing)"
done
facts=$content/offices/vhs.xml
for fact in $(sed -n 's/.*<email[^>]*>\(.*\)<\/email>.*/\1/p; s/.*<postcode>\(.*\)<\/postcode>.*/\1/p' "$facts"); do
    has "the fact $fact" "$fact" "$work/order"
done

# ---- Codes -------------------------------------------------------------------------------------

qr() {
    "$program" qr --content "$content" --now 2026-11-27T09:00 "$@"
}
report "all codes" "$(qr --all -o "$work/codes" 2>&1)"
expect "listed in the index" "$(cd "$work/codes" && ls | grep -v index.html)" \
    "$(sed -n 's/.*href="\([op]-[^"]*\)".*/\1/p' "$work/codes/index.html" | sort)"
has "with their addresses" "href=\"$base/o/vhs/\"" "$work/codes/index.html"
has "and names" "<td>Volkshochschule</td>" "$work/codes/index.html"
qr --office vhs --format png -o "$work/code.png"
expect "a PNG" "$base/o/vhs/" "$(zbarimg --nodbus -q --raw "$work/code.png")"
qr --page registration --format pdf --lang ar -o "$work/code.pdf"
expect "a PDF" "$base/ar/p/registration/" "$(decode "$work/code.pdf" 72)"
qr --office vhs --format gif -o "$work/no.gif" 2>/dev/null
expect "exit status of another format" 2 $?

# ---- The register ------------------------------------------------------------------------------

changing=$work/changing walls=$work/walls
cp -r "$content" "$changing"
from=$changing
poster --office vhs --office jobcenter --office buergerbuero -o "$walls"
poster --office vhs --size A5 -o "$walls/vhs-a5.pdf"
ids=$(cut -f 1,5 "$walls/register.tsv" | tail -n +2)
expect "sheets in the register" 4 "$(wc -l <<<"$ids")"
while read -r file id; do
    report "the id on $file" "$(plain "$walls/$file" | grep -q "Blatt $id" || echo missing)"
done <<<"$ids"
expect "nothing out of date" "0 of 4 sheets out of date" "$(poster --stale "$walls")"
sed -i 's/from="09:00"/from="09:30"/' "$changing/offices/vhs.xml"
poster --stale "$walls" >"$work/stale"
expect "exit status of --stale" 0 $?
expect "out of date after other hours" "$walls/vhs.pdf $walls/vhs-a5.pdf" \
    "$(grep 'print it again' "$work/stale" | cut -d : -f 1 | paste -sd ' ')"
poster --guide -o "$walls"
expect "the guide's own in the register" "guide.pdf poster guide A4" \
    "$(grep '^guide' "$walls/register.tsv" | cut -f 1-4 | tr '\t' ' ')"
expect "not out of date" "" "$(poster --stale "$walls" | grep guide.pdf)"
sed -i 's/>Polizei: .*</>Polizei</' "$changing/de/pages/emergency.xml"
has "out of date after other words" "$walls/guide.pdf: A4" <(poster --stale "$walls")
sed -i '/^guide/d' "$walls/register.tsv"
poster --office vhs -o "$walls"
expect "printed again" "1 of 4 sheets out of date" "$(poster --stale "$walls" | tail -n 1)"
sed -i 's/ fr hr / hr fr /' "$changing/guide.xml"
expect "all, after languages changed places" "4 of 4 sheets out of date" \
    "$(poster --stale "$walls" | tail -n 1)"
sed -i 's/\tjobcenter\t/\tno-such-office\t/' "$walls/register.tsv"
poster --stale "$walls" >"$work/stale"
has "an office that is gone" "take it down" "$work/stale"
printf 'half a row' >>"$walls/register.tsv"
poster --stale "$walls" 2>"$work/stderr"
expect "exit status of a broken register" 1 $?
has "its message" "register.tsv:6: error: is no row of the register" "$work/stderr"
poster --office vhs -o "$walls" 2>/dev/null
expect "nothing printed over it" 1 $?
poster --stale "$work/codes" 2>"$work/stderr"
has "a folder without one" "nothing was printed here" "$work/stderr"
from=

# ---- Flyers ------------------------------------------------------------------------------------

flyer() {
    "$program" flyer --content "$content" --now 2026-11-27T09:00 "$@"
}
report "flyers in all languages" "$(flyer $(printf -- '--lang %s ' $flyers) -o "$work/flyers" 2>&1)"
expect "one for each" "$(printf "flyer-%s.pdf\n" $flyers | sort)" "$(cd "$work/flyers" && ls *.pdf | sort)"
for tag in de uk ${flyers##* } $(grep -o ckb <<<"$flyers"); do
    pdf=$work/flyers/flyer-$tag.pdf
    expect "$tag: code" "$base/$tag/" "$(decode "$pdf" 150)"
    expect "$tag: pages" 2 "$(pdfinfo "$pdf" | sed -n 's/^Pages: *//p')"
    expect "$tag: fonts that are not embedded" "" "$(pdffonts "$pdf" | awk 'NR > 2 && $(NF - 4) != "yes"')"
    for page in 1 2; do
        report "$tag, page $page: words apart" "$(collisions "$pdf" $page | head -5 | paste -sd ' ')"
    done
    plain "$pdf" >"$work/text"
    for words in "Bürgerbüro" "E.04" 112 "116 117"; do
        has "$tag: $words" "$words" "$work/text"
    done
    qpdf --json "$pdf" >"$work/json"
    has "$tag: language" "\"/Lang\": \"u:$tag\"" "$work/json"
done
expect "in the register" "0 of $(wc -w <<<"$flyers") sheets out of date" \
    "$("$program" poster --content "$content" --stale "$work/flyers")"
flyer --lang ar --size A4 -o "$work/flyers"
expect "three on a sheet" "$base/ar/ $base/ar/ $base/ar/" \
    "$(decode "$work/flyers/flyer-ar.pdf" 100 | paste -sd ' ')"
flyer --lang xx -o "$work/no" 2>"$work/stderr"
expect "exit status of a language that is not there" 1 $?
has "its message" "no language \`xx\` in the guide" "$work/stderr"
flyer -o "$work/no" 2>/dev/null
expect "exit status without a language" 2 $?

# An office's name of sixty letters, translated and not.
sed -i "s/<name>.*</<name>$long</" "$few/de/offices/buergerbuero.xml"
sed -i "s|base=\"[^\"]*\"|base=\"https://emden.example/$path\"|" "$few/guide.xml"
"$program" flyer --content "$few" --now 2026-11-27T09:00 --lang de --lang ar -o "$work/long" 2>"$work/stderr"
expect "exit status of a flyer with a long address" 1 $?
has "its message" "/ar\` is too long for a flyer; take a shorter \`base\`" "$work/stderr"
sed -i "s|base=\"[^\"]*\"|base=\"$base\"|" "$few/guide.xml"
report "flyers with a long name" "$("$program" flyer --content "$few" --now 2026-11-27T09:00 --lang de --lang ar \
    -o "$work/long" 2>&1)"
for tag in de ar; do
    pdf=$work/long/flyer-$tag.pdf
    report "$tag: words apart around it" "$(collisions "$pdf" 2 | head -5 | paste -sd ' ')"
    report "$tag: the long name" "$(plain "$pdf" | tr '\n' ' ' | grep -qF "$long" || echo missing)"
done

# ---- What goes wrong ---------------------------------------------------------------------------

# whole FOLDER: names what is not a whole PDF under its final name, nor the register.
whole() {
    for file in "$1"/*; do
        case $file in
            */register.tsv) [ "$(tail -c 1 "$file")" = "" ] || echo "half a register" ;;
            *.pdf) [ "$(tail -c 6 "$file")" = "%%EOF" ] || echo "half of $file" ;;
            */\*) ;;
            *) echo "$file was left" ;;
        esac
    done
}

: >"$work/file"
poster --office vhs -o "$work/file/below" 2>"$work/stderr"
expect "exit status of a folder that cannot be made" 1 $?
has "its message" "this folder cannot be made" "$work/stderr"
# Nobody, not even root, makes files there.
poster --office vhs -o /sys/kernel 2>"$work/stderr"
expect "exit status of a folder that cannot be written to" 1 $?
has "its message" "take a folder that may be written to and has room" "$work/stderr"

# A disk with room for two posters; where none can be had, codes of which the files may not grow.
mkdir "$work/small"
export -f poster
export program content from
if unshare -rm mount -t tmpfs none "$work/small" 2>/dev/null; then
    unshare -rm bash -c "mount -t tmpfs -o size=300k none '$work/small' &&
        { poster --all -o '$work/small'; status=\$?; cp -r '$work/small' '$work/full'; exit \$status; }" \
        2>"$work/stderr"
else
    (trap '' XFSZ && ulimit -f 1 && "$program" qr --content "$content" --all -o "$work/full") \
        2>"$work/stderr"
fi
expect "exit status of a full disk" 1 $?
has "its message" "cannot be written: " "$work/stderr"
mkdir -p "$work/full"
report "nothing half there" "$(whole "$work/full")"
report "not all of it there" "$([ "$(ls "$work/full" | wc -l)" -lt 13 ] || echo "$(ls "$work/full")")"

# Killed as soon as the first is there.
poster --all -o "$work/killed" 2>/dev/null &
victim=$!
while [ ! -e "$work/killed/buergerbuero.pdf" ] && kill -0 $victim 2>/dev/null; do sleep 0.01; done
pkill -9 -P $victim 2>/dev/null
kill -9 $victim 2>/dev/null
wait $victim 2>/dev/null
report "killed: nothing half there" "$(whole "$work/killed" | grep -v 'pdf\.[A-Za-z0-9]* was left\|tsv\.[A-Za-z0-9]* was left')"
report "killed: not all of it there" \
    "$([ "$(ls "$work/killed"/*.pdf | wc -l)" -lt 13 ] || echo "it had time for all")"

PATH=/nowhere poster --office vhs -o "$work/no.pdf" 2>"$work/stderr"
expect "exit status without pdftoppm" 1 $?
has "its message" "install the package poppler-utils" "$work/stderr"

# The program with another font map.
mkdir "$work/bin"
cp "$program" "$work/bin/" && cp -r "$(dirname "$program")/share" "$work/bin/"
share=$work/bin/share/wegweiser
rm "$share/fonts" && mkdir "$share/fonts"
sed 's/NotoSansGeorgian/NoSuchFont/g' "$here/../fonts/map" >"$share/fonts/map"
(program=$work/bin/wegweiser && poster --office vhs -o "$work/no.pdf") 2>"$work/stderr"
expect "exit status without a font" 1 $?
has "its message" "no font has all letters of \`ქართული\`" "$work/stderr"
has "and the package" "fonts-noto-core" "$work/stderr"
report "nothing written" "$([ -e "$work/no.pdf" ] && echo "there is a file")"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
