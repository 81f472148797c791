#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# How `wegweiser check` speaks: excerpts and carets, colours, JSON, languages, and that each
# message says what is wrong and what to do. usage: tests/said.sh PROGRAM [CONTENT]
set -u

tests=$(cd "$(dirname "$0")" && pwd)
if [ $# -lt 1 ] || [ $# -gt 2 ] || ! program=$(realpath -e -- "$1"); then
    echo "usage: tests/said.sh PROGRAM [CONTENT]" >&2
    exit 2
fi
export LC_ALL=C.UTF-8 LANGUAGE=
unset NO_COLOR

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$(dirname "$0")/report.sh"

now=2026-11-20T09:00
page=de/pages/emergency.xml
cp -R "$tests/content/good" "$work/good"

# differs SAID EXPECTED: says how.
differs() {
    diff -u --label expected --label said <(printf '%s\n' "$2") <(printf '%s\n' "$1")
}

# ---- Excerpts --------------------------------------------------------------------------------

# write_page LINE: the page with this line in place of its first paragraph, line 9.
write_page() {
    LINE=$1 awk '/<p>/ && !done { print ENVIRON["LINE"]; done = 1; next } { print }' \
        "$tests/content/good/$page" >"$work/good/$page"
}

# excerpts: what check says of the page.
excerpts() {
    (cd "$work/good" && "$program" check --content . --now $now $page 2>&1 >/dev/null)
}

# excerpt NAME LINE COLUMN EXPECTED: of an element <em>, which is unknown.
excerpt() {
    local said
    write_page "$2"
    said=$(excerpts)
    report "excerpt: $1" "$(differs "$(sed 1d <<<"$said")" "$4"
        [[ $said == "$page:9:$3: error: unknown element \`em\`"* ]] || echo "$said")"
}

excerpt ASCII '  <p>Call <em>112</em>.</p>' 11 \
'      <p>Call <em>112</em>.</p>
              ^'
excerpt umlauts '  <p>Für Ärzte <em>112</em>.</p>' 16 \
'      <p>Für Ärzte <em>112</em>.</p>
                   ^'
excerpt 'combining marks' $'  <p>e\u0301a\u0300o\u0302 <em>112</em></p>' 13 \
$'      <p>e\u0301a\u0300o\u0302 <em>112</em></p>
             ^'
excerpt 'wide letters' '  <p>请拨打 <em>112</em></p>' 10 \
'      <p>请拨打 <em>112</em></p>
                ^'
excerpt tabs $'\t<p>1\t<em>112</em></p>' 7 \
'        <p>1    <em>112</em></p>
                ^'
# After right-to-left words no column is sure: the excerpt begins at the place.
excerpt 'right to left before' '  <p>اتصل <em>112</em> الآن</p>' 11 \
'    …<em>112</em> الآن</p>
     ^'
excerpt 'right to left behind' '  <p><em>اتصل</em></p>' 6 \
'      <p><em>اتصل</em></p>
         ^'

words=$(printf 'Wort%02d ' $(seq 40))
excerpt 'long line' "  <p>$words<em>112</em> $words</p>" 286 \
'    … Wort34 Wort35 Wort36 Wort37 Wort38 Wort39 Wort40 <em>112</em> Wort01 Wort…
                                                       ^'

# A place that no caret can point to.
write_page '  <p>a</p>'
sed -i '10i\  اتصل' "$work/good/$page"
report 'excerpt: at right to left' "$(differs "$(excerpts | sed -n 2,3p)" $'      اتصل')"

# \r\n: no column and no character of the excerpt is the \r.
write_page '  <p>Für <em>112</em>.</p>'
sed -i 's/$/\r/' "$work/good/$page"
report 'excerpt: CRLF' "$(differs "$(excerpts | sed -n 2,3p)" \
'      <p>Für <em>112</em>.</p>
             ^')"
# A lone \r ends a line, too.
write_page $'  <p>a</p>\r  <p><em>112</em></p>'
report 'excerpt: a lone CR' "$(differs "$(excerpts | sed 's/: error.*//')" "$page:10:6
      <p><em>112</em></p>
         ^")"
# A byte order mark is no column.
printf '\xEF\xBB\xBF<paje/>' >"$work/good/$page"
report 'excerpt: byte order mark' "$(differs "$(excerpts | sed 's/: error.*//')" "$page:1:1
    <paje/>
    ^")"
printf '<page>\n  <title>Notf' >"$work/good/$page"
report 'excerpt: last line without end' "$(differs "$(excerpts | sed 's/: error.*//')" "$page:2:14
      <title>Notf
                 ^")"
printf '<page>\n' >"$work/good/$page"
report 'excerpt: behind the last line' "$(differs "$(excerpts | sed 's/: error.*//')" "$page:2:1
    
    ^")"
write_page $'  <p>a\e[31mb\u202Ecd\xFF</p>'
said=$(excerpts | sed 's/ error:.*//')
report 'excerpt: neither controls nor broken bytes' "$(differs "$said" "$page:9:16:
      <p>a�[31mb�cd�</p>
                   ^")"
write_page $'  <p>a\e[31mb\u202Ec</p>'
said=$(excerpts | sed 's/ error:.*//')
report 'excerpt: controls' "$(differs "$said" "$page:9:7:
      <p>a�[31mb�c</p>
          ^
$page:9:13:
      <p>a�[31mb�c</p>
                ^")"
# Marks without end have no width; the excerpt ends all the same.
write_page "  <p>a$(printf '\u0301%.0s' $(seq 5000)) <em>112</em></p>"
report 'excerpt: marks without end' "$(excerpts | awk 'NR > 1 && length($0) > 2000')"

# ---- Colours ---------------------------------------------------------------------------------

# at_terminal [VARIABLE=VALUE…]: check, as a terminal sees it.
at_terminal() {
    (cd "$work/good" && env "$@" script -qec \
        "'$program' check --content . --now $now $page" /dev/null </dev/null | tr -d '\r' | sed '/^1 error,/d')
}

write_page '  <p>Call <em>112</em>.</p>'
plain=$(excerpts)
coloured=$(sed -e "1s/^[^ ]*/"$'\e[1m&\e[m'"/; 1s/error:/"$'\e[31m&\e[m'"/" -e "3s/\^/"$'\e[32m^\e[m'"/" <<<"$plain")
report 'colours: a terminal' "$(differs "$(at_terminal TERM=xterm)" "$coloured")"
report 'colours: NO_COLOR' "$(differs "$(at_terminal TERM=xterm NO_COLOR=1)" "$plain")"
report 'colours: NO_COLOR is empty' "$(differs "$(at_terminal TERM=xterm NO_COLOR=)" "$coloured")"
report 'colours: TERM=dumb' "$(differs "$(at_terminal TERM=dumb)" "$plain")"
report 'colours: no terminal' "$(grep -c $'\e' <<<"$plain" | grep -v '^0$')"

# ---- JSON ------------------------------------------------------------------------------------

# same_as_json FOLDER: the same faults as the text tells, and the figures of the table.
same_as_json() {
    (cd "$1" && "$program" check --content . --now $now >"$work/table" 2>"$work/text")
    local wanted=$?
    (cd "$1" && "$program" check --content . --now $now --json >"$work/json" 2>"$work/stderr")
    local status=$?
    [ $status = $wanted ] || echo "exit status $status, as text $wanted"
    [ ! -s "$work/stderr" ] || echo "on stderr: $(cat "$work/stderr")"
    python3 - "$work/json" "$work/text" "$work/table" <<'END'
import json, sys
data = json.loads(open(sys.argv[1], "rb").read().decode("utf-8"))
lines = [l for l in open(sys.argv[2], encoding="utf-8").read().split("\n")
         if l and not l.startswith("    ")]
table = open(sys.argv[3], encoding="utf-8").read().strip().split("\n")
said = []
for f in data["faults"]:
    place = f["file"] or "wegweiser"
    place += "".join(":%d" % f[k] for k in ("line", "column") if f[k])
    said.append("%s: %s: %s; %s" % (place, f["severity"], f["message"], f["cure"]))
clean = [s.translate({c: " " if c == 9 else "\ufffd" for c in range(32)}) for s in said]
if clean != lines:
    print("json and text differ:", [p for p in zip(clean, lines) if p[0] != p[1]][:2])
counts = "{errors} error, {warnings} warning, {hints} hint".format(**data)
if counts != table[-1].replace("s,", ",").rstrip("s"):
    print("json says", counts)
rows = ["{language} {pages}/{pages_of} {offices}/{offices_of} {drafts} {outdated} %s".format(**l)
        % ("yes" if l["offered"] else "no") for l in data["languages"]]
if rows != [" ".join(r.split()) for r in table[1:-1]]:
    print("json says", rows)
END
}

# merge CASE: lays it over a copy of the good content.
merge() {
    rm -rf "$work/merged"
    cp -R "$tests/content/good" "$work/merged"
    cp -R "$1/." "$work/merged"
    [ ! -f "$1/make.sh" ] || (cd "$work/merged" && bash "$1/make.sh")
    rm -f "$work/merged"/{expect.txt,make.sh,schema}
}

report 'json: good' "$(same_as_json "$tests/content/good")"
for case in "$tests"/content/bad/{013,022,036,1}*/ "$tests"/content/fine/{16,18,21,24}-*/; do
    merge "${case%/}"
    report "json: $(basename "$case")" "$(same_as_json "$work/merged")"
done
merge "$tests/content/good"
strange=$work/merged/de/pages/$'"\\\e[31m\xFF\t\n.xml'
cp "$work/merged/$page" "$strange"
sed -i 's/ref="[^"]*"/ref="a;\&#10;\&#9;\&quot;\\ b"/' "$work/merged/guide.xml"
report 'json: names that hurt' "$(same_as_json "$work/merged")"
report 'json: no folder' "$("$program" check --content "$work/none" --json 2>&1 | python3 -m json.tool >/dev/null || echo no JSON)"
report 'json: wrong usage is told on stderr' "$(
    out=$("$program" check --json --jsno 2>/dev/null)
    [ $? = 2 ] && [ -z "$out" ] || echo "printed $out")"

# ---- Languages -------------------------------------------------------------------------------

# speaks LANGUAGE [VARIABLE=VALUE…]: with nothing else in the environment.
speaks() {
    local wanted=$1 said
    shift
    said=$(cd "$work/good" && env -i "$@" "$program" check --content . --now $now $page 2>&1 | sed '/^    /d')
    report "language: ${*:-nothing set}" "$(differs "$said" "${spoken[$wanted]}")"
}

declare -A spoken=(
    [german]="$page:9:11: error: unbekanntes Element \`em\` in \`<p>\`; erlaubt: b, term, value
1 Fehler, 0 Warnungen, 0 Hinweise"
    [english]="$page:9:11: error: unknown element \`em\` in \`<p>\`; allowed: b, term, value
1 error, 0 warnings, 0 hints"
)
write_page '  <p>Call <em>112</em>.</p>'
speaks english
speaks english LANG=C.UTF-8 LANGUAGE=de
speaks english LC_ALL=POSIX LANG=de_DE.UTF-8
speaks english LANG=uk_UA.UTF-8
speaks english LANG=en_GB.UTF-8
speaks english LANG=de_DE.UTF-8 LC_MESSAGES=en_US.UTF-8
speaks english LANG=de_DE.UTF-8 LANGUAGE=en:de
speaks english LANG=den_CA.UTF-8
speaks german LANG=de_DE.UTF-8
speaks german LANG=de
speaks german LANG=de_AT@euro
speaks german LC_ALL=de_CH.UTF-8 LANG=en_US.UTF-8
speaks german LC_MESSAGES=de_DE.UTF-8 LANG=en_US.UTF-8
speaks german LC_ALL= LC_MESSAGES= LANG=de_DE
speaks german LANG=en_US.UTF-8 LANGUAGE=de_DE:en
speaks german LANG=uk_UA.UTF-8 LANGUAGE=uk:de
speaks german LANGUAGE=de

report 'language: the table' "$(differs "$(LC_ALL=de_DE.UTF-8 "$program" check \
    --content "$tests/content/good" --now $now 2>&1)" \
'Sprache             Seiten    Ämter  Entwürfe  veraltet  angeboten
de                  2/2      1/1           0         0         ja
uk                  2/2      1/1           0         0         ja
0 Fehler, 0 Warnungen, 0 Hinweise')"

# helps LANGUAGE: a line for each command and option.
helps() {
    local command
    for command in '' $("$program" --help | sed -n 's/^  \([a-z]*\) .*/\1/p') 'export po' 'import po'; do
        LC_ALL=$1 "$program" $command --help
    done | grep '^  ' | sort -u
}
helps C.UTF-8 >"$work/help"
helps de_DE.UTF-8 >"$work/hilfe"
report 'language: help is long' "$([ "$(wc -l <"$work/help")" -ge 50 ] || wc -l <"$work/help")"
report 'language: help, nothing left out' "$(
    diff <(awk '{ print $1 }' "$work/help" | sort) <(awk '{ print $1 }' "$work/hilfe" | sort))"
report 'language: help, nothing left in English' "$(comm -12 "$work/help" "$work/hilfe")"

# Every message that a bad folder draws is German, from its first word to its last.
for case in "$tests"/content/bad/*/; do
    merge "${case%/}"
    (cd "$work/merged" && LC_ALL=de_DE.UTF-8 "$program" check --content . --now $now 2>&1 >/dev/null |
        grep -E '^[^ ].*: (error|warning|hint): ' | sed "s|^|$(basename "$case") |")
done >"$work/german"
report 'language: messages of the bad folders' "$([ "$(wc -l <"$work/german")" -gt 150 ] || wc -l <"$work/german")"
# Outside quotations and tags no English word is left.
report 'language: nothing half translated' "$(sed -E 's/^[^`]*: (error|warning|hint): //; s/`[^`]*`//g; s/<[^>]*>//g; s/erlaubt: .*//' \
    "$work/german" | grep -wE 'the|is|no|not|of|did|you|remove|write|allowed|add|known|cannot|file')"

# ---- Every message says what is wrong and what to do -------------------------------------------

# Two faults of one name need two messages; these are one fault in several places, or one with two cures.
cat >"$work/shared" <<'END'
`%s` in %s is %s
no office `%s`
no page `%s`
no topic `%s`
%s
here the file is not UTF-8
is there already and stays as it is
cannot be drawn: %s
U+%04X is a control character
U+%04X is a control of the text direction
%s is empty
`<%s>` lacks `%s`
`%s` is too long for a poster of size %s
END

# messages FLAGS: "what; cure" of the sources, once for each place, without those that only pass on.
messages() {
    (cd "$tests/.." && xgettext --from-code=UTF-8 -L C --no-wrap --keyword= --keyword=fault_add:3 \
        --keyword=warning_add:3 --keyword=hint_add:3 --keyword=work_add:4 --keyword=report:3 "$@" -o - src/*.c src/*/*.c) |
        awk '/^#: / { places += gsub(/:[0-9]+/, "&") } /^$/ { places = 0 }
             /^msgid "./ { sub(/^msgid "/, ""); sub(/"$/, ""); for (i = 0; i < places; i++) print }'
}
messages --keyword=E_ >"$work/messages"
report 'messages: there are many' "$([ "$(wc -l <"$work/messages")" -ge 150 ] || wc -l <"$work/messages")"
report 'messages: each says what to do' "$(messages | grep -v '; ' | grep -vxF -e '%s' -e '%s `%s`')"
report 'messages: none is shared by different faults' "$(
    diff <(grep '; ' "$work/messages" | sed 's/; .*//' | sort | uniq -d) <(sort "$work/shared"))"
report 'messages: plain, no capital, no full stop' "$(grep '; ' "$work/messages" | grep -vE '^(U\+|SDL)' |
    grep -E '^[A-Z]|\.$')"

# A fault of a whole file names no line; every other does.
cat >"$work/whole" <<'END'
: error: is missing; 
: error: the German original is missing; 
: error: there is no 
 is no id (a-z, 0-9 and hyphens); rename the file
 is already the id of the office in 
 is the name of the guide's own poster; 
: error: is larger than 
: error: is a folder; 
: error: is a pipe; 
: error: is a device; 
: error: cannot be read: 
: error: more than 100 faults; 
END
cat "$tests"/content/bad/*/expect.txt >"$work/expected"
report 'bad folders: every message names file and line' "$(
    grep -vE '^[^:]+:[0-9]+:[0-9]+: error: ' "$work/expected" | grep -vFf "$work/whole")"
report 'bad folders: every message says what to do' "$(grep -vE ': error: .*[^ ]; [^ ]' "$work/expected")"

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
