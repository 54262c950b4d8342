# The page as Markdown: the same findings and figures, links that lead somewhere, and no text
# that becomes markup.
. "$(dirname "$0")/common.sh"
need gnuplot

expect 0 "" "$ARMEX" report --builtin south-korea -o report
[ "$(head -1 report/report.md)" = '# South Korea: what is known about its arms exports' ] ||
    fail "no title: $(head -1 report/report.md)"
grep -q '^- Orders, 2023: claimed \\$14.0 bn, found \\$13.0 bn: \*\*too high\*\*' report/report.md ||
    fail "no verdict"
# As many headings as the page has, and in the same order.
grep -o '<h2[^>]*>[^<]*' report/index.html | sed 's/.*>//' | grep -v Provenance >page_headings
sed -n 's/^## //p' report/report.md >markdown_headings
same page_headings markdown_headings
# Every row of a table is there.
[ "$(grep -c '^| .* | .* |$' report/report.md)" -gt 60 ] || fail "too few rows"
grep -oE '\]\((charts|tables)/[^)]*\)' report/report.md | sed 's/^](//; s/)$//' >links
[ "$(wc -l <links)" -gt 10 ] || fail "too few links"
while read -r link; do
    [ -s "report/$link" ] || fail "nothing at $link"
done <links
grep -q '"path": "report.md"' report/manifest.json || fail "the manifest leaves it out"

cat >hostile.yaml <<'EOF'
title: "# <b>T</b> *a* [x](javascript:y) `z`"
sections:
  - heading: "## two"
    words: ["- no list", "1. nor this", "=== nor this", "<script>x</script>", "a | b"]
EOF
expect 0 "" "$ARMEX" report hostile.yaml -o hostile
cat >expected <<'EOF'
# \# \<b\>T\</b\> \*a\* \[x\](javascript:y) \`z\`

## \#\# two

\- no list

1\. nor this

\=== nor this

\<script\>x\</script\>

a \| b

## Sources

Made by: armex report hostile.yaml
EOF
grep -v '^$' hostile/report.md >said
grep -v '^$' expected >wanted
cmp -s said wanted || fail "it says:$newline$(cat said)"
