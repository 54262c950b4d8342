# The report on paper: real text, charts as vectors, links, an outline, tables that go on with
# their heads; only what was asked for is made; a helper that fails leaves the old report.
. "$(dirname "$0")/common.sh"
need gnuplot
need pdftotext
need pdfinfo
[ -x "$BINARY_DIR/armex-paint" ] || skip "armex-paint is not built"

expect 0 "" "$ARMEX" report --builtin south-korea -o one
pdf=one/report.pdf
pdftotext -layout $pdf words
for words in 'South Korea: what is known about its' 'Verdict: holds in part' \
    'The largest exporters of major arms' 'United States' 'The figures of the charts' '1/9' \
    'Command: armex report --builtin south-korea'; do
    grep -qF "$words" words || fail "'$words' is not in the text of the PDF"
done
# Text within a chart is text: the label of the line's peak.
pdftotext -f 2 -l 2 $pdf page2
grep -qx '17.3' page2 || fail "the words of a chart are no text"
[ -z "$(pdfimages -list $pdf | tail -n +3)" ] || fail "a chart is pixels"
pdffonts $pdf | awk 'NR > 2 && !/yes yes yes/ { exit 1 }' || fail "a font is not embedded"
pdfinfo $pdf >about
for fact in 'Title: *South Korea: what is known' 'Tagged: *yes' 'Page size: *595.276 x 841.89' \
    'Creator: *armex' 'Keywords: *national-figures [0-9-]* sha256:' 'CreationDate: *.* 2026'; do
    grep -q "^$fact" about || fail "no '$fact' in: $(cat about)"
done
grep -aq '/Lang (en)' $pdf || fail "it does not say its language"
pdfinfo -struct $pdf 2>/dev/null >structure
for tag in H1 H2 Table TR TH TD Figure Link; do
    grep -q "$tag" structure || fail "no $tag for those who listen to it"
done
pdfinfo -dests $pdf | grep -q '"source-1"' || fail "nothing leads to the first source"
pdfinfo -url $pdf | grep -q 'https://' || fail "no address can be followed"
# Sent on its own, it says where it comes from.
mkdir sent && cp $pdf sent/korea.pdf
expect 0 "" "$ARMEX" explain sent/korea.pdf
grep -q '^sent/korea.pdf  sipri-factsheets ' out || fail "$(cat out)"
grep -q 'is made by: armex report --builtin south-korea$' out || fail "$(cat out)"
grep -aq '/Outlines' $pdf || fail "no outline"
grep -q 'href="report.pdf"' one/index.html || fail "the page does not lead to it"

# A table longer than a page says its columns again, and all rows are there.
cat >long.yaml <<'END'
title: Long & <wide> "quoted" \ tab
sections:
  - heading: Everything
    items:
      - {table: show, id: all, dataset: sipri-factsheets, scope: share,
         columns: [name, year, value, status]}
END
"$ARMEX" report long.yaml -o long >/dev/null 2>err || fail "$(cat err)"
pages=$(pdfinfo long/report.pdf | awk '/^Pages/ { print $2 }')
[ "$pages" -ge 4 ] || fail "only $pages pages"
heads=$(pdftotext -layout long/report.pdf - | tr -d '\f' | grep -c '^ *Name  *Year')
[ "$heads" -ge $((pages - 1)) ] || fail "$heads heads on $pages pages"
rows=$(($(wc -l <long/tables/all.csv) - 1))
printed=$(pdftotext -layout long/report.pdf - | tr -d '\f' | grep -cE '^ *[A-Z].*  +(19|20)[0-9][0-9]  ')
[ "$printed" -ge "$rows" ] || fail "$printed of $rows rows are printed"
pdftotext long/report.pdf - | grep -qF 'Long & <wide>' || fail "the title is not to the letter"

# Only what is asked for, by the specification or by the command.
sed 's/^sections/formats: [html]\nchart-files: svg\nsections/' long.yaml >few.yaml
cat >>few.yaml <<'END'
      - {chart: line, id: c, dataset: national-figures, entity: KOR, measure: orders}
END
expect 0 "" "$ARMEX" report few.yaml -o few
[ "$(cd few && find . -type f | LC_ALL=C sort | tr '\n' ' ')" = "./charts/c.svg ./index.html \
./manifest.json ./tables/all.csv ./tables/c.csv " ] || fail "made: $(cd few && find . -type f)"
! grep -q 'report.pdf\|c.png' few/index.html || fail "the page leads to what is not there"
expect 0 "the report is up to date" "$ARMEX" report few.yaml -o few --check
expect 1 "armex: few: is out of date: the data, the specification or the program have changed" \
    "$ARMEX" report few.yaml -o few --check --formats html,markdown
expect 0 "" "$ARMEX" report few.yaml -o few --formats "html, markdown"
grep -q '(charts/c.svg)' few/report.md || fail "no chart in the Markdown"
[ ! -e few/report.pdf ] || fail "a PDF that nobody asked for"
expect 0 "" "$ARMEX" report few.yaml -o files --formats files
[ "$("$ARMEX" report few.yaml -o files --formats files)" = files/manifest.json ] ||
    fail "files alone are shown by their manifest"
[ "$(cd files && find . -type f | LC_ALL=C sort | tr '\n' ' ')" = "./charts/c.svg \
./manifest.json ./tables/all.csv ./tables/c.csv " ] || fail "made: $(cd files && find . -type f)"
for report in few files; do grep -v '<metadata' $report/charts/c.svg >$report.marks; done
cmp few.marks files.marks || fail "a chart is another without its page" # but for the command
expect 0 "the report is up to date" "$ARMEX" report few.yaml -o files --check --formats files
expect 64 "armex: --formats: 'word' is none of html, pdf, markdown, files
try 'armex report --help'" "$ARMEX" report few.yaml -o few --formats html,word
sed 's/chart-files: svg/chart-files: gif/' few.yaml >bad.yaml
expect 78 "bad.yaml:3:14: there is no format 'gif'; there are: svg, png, pdf" \
    "$ARMEX" report bad.yaml -o bad

# Without the helper: the report goes on; a PDF by name is refused, and what stands stays.
mkdir alone
cp "$ARMEX" alone/armex
ln -s "$BINARY_DIR/share" alone/share
cp -r long kept
expect 0 "there is no report.pdf, for armex-paint is not installed" alone/armex report long.yaml -o long
[ -e long/index.html ] && [ ! -e long/report.pdf ] || fail "$(ls long)"
rm -r long && cp -r kept long
missing="armex: armex-paint is missing, which writes the PDF: it is built and installed with armex \
where libpango1.0-dev and libdeflate-dev are"
expect 69 "$missing" alone/armex report long.yaml -o long --formats pdf
diff -r long kept || fail "the old report is gone"
for manner in 'kill -9 $$' 'cat >/dev/null; exit 0' 'cat >/dev/null; echo %PDF-1.5' 'exit 1' \
    'cat >/dev/null; head -c 1000 /dev/zero'; do
    printf '#!/bin/sh\n%s\n' "$manner" >alone/armex-paint
    chmod +x alone/armex-paint
    expect 74 "armex: armex-paint failed and made no whole PDF" alone/armex report long.yaml -o long
    diff -r long kept || fail "armex-paint does '$manner': the old report is gone"
done

# The helper by itself: what is no document is refused, what is hostile is printed.
pdf() {
    got=0
    printf "$1" | "$BINARY_DIR/armex-paint" pdf >out.pdf 2>err || got=$?
}
for document in 'bogus\tx\n' 'p' 'table\txx\n' 'row\ta\n' 'head\ta\n' 'table\tll\nhead\ta\n' \
    'chart\t99\nabc' 'chart\t-1\n' 'meta\tx\ty\n' 'finding\ta\n'; do
    pdf "$document"
    [ $got -eq 65 ] || fail "'$document': status $got: $(cat err)"
    [ ! -s out.pdf ] || fail "'$document': a PDF all the same"
done
awk 'BEGIN {
    printf "p\t"
    for (i = 0; i < 30000; i++) printf "word%d ", i
    printf "\nid\ta\nh2\t\002#a\003self\004 \002#b\003nowhere\004\n"
    printf "p\t\002http://e.x/\047\"()<>\\\003address\004 \004 \006 \003 \002\n"
    printf "table\tlr\nhead\ta\tb\nrow\t"
    for (i = 0; i < 3000; i++) printf "long cell "
    printf "\t1\nchart\t5\n<svg>p\tthe end\n"
}' >hostile
"$BINARY_DIR/armex-paint" pdf <hostile >hostile.pdf 2>err || fail "$(cat err)"
pdftotext hostile.pdf - >words
for i in 0 14999 29999; do
    grep -qw "word$i" words || fail "word $i of a long paragraph is lost"
done
[ "$(grep -oE 'word[0-9]+' words | sort -u | wc -l)" -eq 30000 ] || fail "words are lost"
grep -q 'the end' words || fail "what follows is lost"
pdfinfo -url hostile.pdf | grep -q 'http://e.x/%27%22%28%29%3C%3E%5C' || fail "an address is lost"

# What only hears the pointer leaves nothing on paper, not even in a rule drawn after it.
paper() {
    svg="<svg width=\"720\" height=\"90\"><path fill=\"#ff0000\" d=\"M0 0h9v9h-9\"/>$1</svg>"
    printf 'chart\t%d\n%sh2\tafter it\ntable\tl\nhead\ta\nrow\tb\n' "${#svg}" "$svg" |
        "$BINARY_DIR/armex-paint" pdf
}
paper '' >bare.pdf
for field in '<path d="M9 9h18v18h-18"/>' '<circle cx="9" cy="9" r="9"/>'; do
    paper "<g fill=\"none\" pointer-events=\"all\">$field</g>" >heard.pdf
    cmp bare.pdf heard.pdf || fail "a field for the pointer is printed: $field"
done

# A table of eight rows or fewer stands on one page, wherever it comes; a longer one is parted
# with four rows or more on each side; a picture gives way for what belongs below it.
document() {
    awk -v above="$1" -v rows="$2" 'BEGIN {
        for (i = 0; i < above; i++) print "p\tfiller"
        print "h3\tThe table\ntable\tl\nhead\tname"
        for (i = 1; i <= rows; i++) print "row\tcell" i
        print "source\tSource: here"
    }' | "$BINARY_DIR/armex-paint" pdf >parted.pdf
    pdftotext -f 1 -l 1 parted.pdf parted.txt || return 1
    awk '/^cell/ { n++ } END { print n + 0 }' parted.txt
}
parted=
for above in 20 22 24 26 28 30 32 34; do
    first=$(document $above 8) || fail "no text of $above lines and 8 rows"
    [ "$first" -eq 0 ] || [ "$first" -eq 8 ] || fail "$above lines above: $first of 8 rows"
    first=$(document $above 14) || fail "no text of $above lines and 14 rows"
    [ "$first" -eq 0 ] || [ "$first" -ge 4 ] || fail "$above lines above: $first of 14 rows"
    [ "$first" -eq 14 ] || [ "$first" -le 10 ] || fail "$above lines above: $first of 14 rows"
    [ "$first" -eq 0 ] || [ "$first" -eq 14 ] || parted=yes
done
[ "$parted" = yes ] || fail "no table was parted"
svg='<svg width="720" height="600"><path fill="#ff0000" d="M0 0h9v9h-9"/></svg>'
for lines in 15 26; do
    { for i in $(seq $lines); do printf 'p\tfiller\n'; done
        printf 'h3\tA picture\nchart\t%d\n%ssource\tSource: there\n' "${#svg}" "$svg"
    } | "$BINARY_DIR/armex-paint" pdf >picture.pdf
    pdfinfo picture.pdf | sed -n 's/^Pages: *//p'
done >pages
[ "$(tr '\n' ' ' <pages)" = '1 2 ' ] || fail "a picture took $(tr '\n' ' ' <pages)pages"
