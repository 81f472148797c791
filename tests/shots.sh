#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# Looks at every screen in languages of every script:
# usage: tests/shots.sh PROGRAM CONTENT
#        tests/shots.sh --update PROGRAM CONTENT    renews the reference pictures
#
# A reference picture, tests/shots/LANGUAGE-SCREEN.png, is a quarter as wide as the screen: small
# enough for the repository, and the edges of letters do not count.
set -u

tests=$(cd "$(dirname "$0")" && pwd)
update=
if [ "${1-}" = --update ]; then
    update=yes
    shift
fi
if [ $# -ne 2 ] || ! program=$(realpath -e -- "$1") || ! content=$(realpath -e -- "$2"); then
    echo "usage: tests/shots.sh [--update] PROGRAM CONTENT" >&2
    exit 2
fi
export LC_ALL=C.UTF-8 LANGUAGE=

references='de-home ar-home uk-page-registration ar-office-buergerbuero'
now=2026-11-18T10:30
tolerance=0.012  # a missing key of the bar makes 0.015, blurred letters 0.008

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$(dirname "$0")/report.sh"

kiosk() {
    "$program" kiosk --content "$content" --now "$now" "$@"
}

# decode PICTURE…: the codes on them, sorted, one a line.
decode() {
    zbarimg --nodbus -q --raw "$@" | sort
}

# small PICTURE COPY: ImageMagick scales what has an alpha channel otherwise; the references had one.
small() {
    convert "$1" -alpha opaque -resize 270x480 +dither -colors 256 -strip "PNG8:$2"
}

if [ -n "$update" ]; then
    mkdir -p "$tests/shots"
    kiosk --screenshots "$work" --lang de --lang ar --lang uk || exit 1
    for reference in $references; do
        small "$work/${reference%%-*}/${reference#*-}.png" "$tests/shots/$reference.png"
    done
    ls -l "$tests"/shots/*.png
    exit
fi

base=$(sed -n 's/.*<web[^>]* base="\([^"]*\)".*/\1/p' "$content/guide.xml")
# Each direction, the lowest and the highest lines; pictures of all thirty would take minutes, and
# tests/unit/test_layout.c looks at all of them as data.
# Sanitizers make each slower.
languages='de uk ar ur ti zh-Hans'
case $program in */san/*) languages='de ar uk' ;; esac
topics=$(sed -n 's/.*<topic id="\([^"]*\)".*/\1/p' "$content/guide.xml")
emergency=$(sed -n 's/.*<emergency page="\([^"]*\)".*/\1/p' "$content/guide.xml")
pages=$(cd "$content/de/pages" && ls | sed 's/\.xml$//')
offices=$(cd "$content/offices" && ls | sed 's/\.xml$//')

# Half of the languages at a time: as many processes as a small machine has cores.
render() {
    local options=() tag
    for tag; do
        options+=(--lang "$tag")
    done
    kiosk --screenshots "$work" "${options[@]}" 2>&1
}
read -r -a tags <<<"$languages"
half=$((${#tags[@]} / 2))
render "${tags[@]:0:half}" >"$work/first" &
render "${tags[@]:half}" >"$work/second" || echo "exit status $?" >>"$work/second"
wait $! || echo "exit status $?" >>"$work/first"
report "rendering in silence" "$(cat "$work/first" "$work/second")"

# Side by side there is everything but German itself.
wanted_screens() {
    printf '%s.png\n' attract languages home emergency idle display search search-results \
        search-nothing staff staff-pin out-of-service $(printf 'topic-%s\n' $topics) $(printf 'page-%s\n' $pages) \
        $(printf 'office-%s\n' $offices)
    [ "$1" = de ] || printf '%s.png\n' $(printf 'card-%s\n' yes no repeat write) \
        $(printf 'parallel-%s\n' $pages $offices)
}

# wrong_codes LANGUAGE PAGE…: which first screenfuls do not send the phone to the same place.
wrong_codes() {
    local id code
    for id in "${@:2}"; do
        code=$(decode "$work/$1/page-$id.png")
        [ "$code" = "$base/$1/p/$id/" ] || echo "page $id says \`$code\`"
    done
    for id in $offices; do
        code=$(decode "$work/$1/office-$id.png")
        [ "$code" = "$base/$1/o/$id/" ] || echo "office $id says \`$code\`"
    done
    code=$(decode "$work/$1/emergency.png")
    [ "$code" = "$base/$1/p/$emergency/" ] || echo "emergency says \`$code\`"
}

# wrong_links LANGUAGE: which links of a page are on none of its screenfuls as a code.
wrong_links() {
    local id href
    for id in $pages; do
        grep -o '<link href="[^"]*"' "$content/$1/pages/$id.xml" 2>/dev/null | cut -d'"' -f2 >"$work/links"
        [ -s "$work/links" ] || continue
        decode "$work/$1/page-$id".png "$work/$1/page-$id"-[0-9].png >"$work/codes"
        while read -r href; do
            grep -qxF "$href" "$work/codes" || echo "page $id: no code for $href"
        done <"$work/links"
    done
}

for tag in $languages; do
    report "$tag: every screen" "$(diff <(wanted_screens "$tag" | sort) \
        <(cd "$work/$tag" && ls | grep -v -- '-[0-9]\.png$' | sort))"
    report "$tag: size" "$(identify -format '%wx%h %f\n' "$work/$tag"/*.png |
        grep -v '^1080x1920 ')"
    report "$tag: codes" "$(wrong_codes "$tag" first-steps)"
done
# All pages in one language of each direction: what differs from language to language is the tag.
for tag in de ar; do
    report "$tag: codes of all pages" "$(wrong_codes "$tag" $pages)"
    report "$tag: links as codes" "$(wrong_links "$tag")"
done

# An office as a contact, from whichever screenful it stands on; RFC 2426.
contact=$(decode "$work"/de/office-buergerbuero*.png | tr -d '\r')
report "the contact as a code" "$(for line in BEGIN:VCARD VERSION:3.0 FN:Bürgerbüro \
    'TEL:+49-4921-87-1800' 'EMAIL:buergerbuero@emden.example' \
    'ADR;TYPE=WORK:;;Am Beispielhafen 2;Emden;;26721;' END:VCARD; do
    grep -qxF "$line" <<<"$contact" || echo "lacks $line"
done)"

# Other sizes and looks, where the code is smallest.
codes_of() {
    cat >"$work/codes.script" <<END
turn to office:buergerbuero
tap office:buergerbuero
wait 300
shot codes.png
END
    kiosk --script "$work/codes.script" "$@" 2>&1
    decode "$work/codes.png"
}
for options in '--lang ar --size 1920x1080' '--lang de --size 1280x720 --theme contrast' \
    '--lang uk --size 720x1280 --text XL'; do
    tag=${options#--lang } tag=${tag%% *}
    code=$(codes_of $options)
    report "the code with $options" "$([ "$code" = "$base/$tag/o/buergerbuero/" ] || echo "$code")"
done

# boxes LANGUAGE ACTION: x and width of the targets with that action on the home screen.
boxes() {
    echo print >"$work/print.script"
    kiosk --script "$work/print.script" --lang "$1" | sed -n "s/^target \($2[^ ]*\) \([0-9]*\) [0-9]* \([0-9]*\) .*/\1 \2 \3/p"
}
mirrored() {
    awk '{ print $1, 1080 - $2 - $3, $3 }'
}
for action in topic: home end; do
    german=$(boxes de "$action")
    report "Arabic mirrors German: ${action%:}" "$([ -n "$german" ] || echo "nothing to compare"
        diff <(boxes ar "$action") <(echo "$german" | mirrored))"
done

# differs PICTURE REFERENCE: by how much, if it is too much.
differs() {
    local got
    small "$1" "$work/small.png"
    got=$(compare -metric RMSE "$work/small.png" "$2" null: 2>&1 | sed 's/.*(\(.*\))/\1/')
    awk -v got="$got" -v most="$tolerance" 'BEGIN { exit !(got ~ /^[0-9.e-]+$/ && got <= most) }' ||
        echo "differs by $got; if that is meant, run tests/shots.sh --update"
}
for reference in $references; do
    picture=$work/${reference%%-*}/${reference#*-}.png
    report "$reference as it was" "$(differs "$picture" "$tests/shots/$reference.png")"
    report "$reference is small" "$(find "$tests/shots/$reference.png" -size +60k)"
done
# The comparison is worth something: it sees a screen whose bottom bar is lost.
convert "$work/de/home.png" -fill white -draw 'rectangle 0,1760 1080,1920' "$work/broken.png"
report "a lost bar is seen" "$([ -n "$(differs "$work/broken.png" "$tests/shots/de-home.png")" ] ||
    echo "the tolerance is too large")"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
