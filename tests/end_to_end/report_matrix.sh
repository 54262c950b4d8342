# The figures of a chart stand on the page as a matrix of series and years that loses nothing the
# long csv tells, sorts in a browser, and is told once where two charts show the same.
. "$(dirname "$0")/common.sh"
need gnuplot

# Rounded alike, set off by thousands marks, below zero never, missing, soft: 2021 of Italy ties with
# Israel's in what is shown.
cat >own.csv <<'EOF'
entity,year,value,unit,measure,status
FRA,2020,1234567890,eur,orders,final
FRA,2021,999000000,eur,orders,final
FRA,2022,10000000000,eur,orders,preliminary
FRA,2023,,eur,orders,withheld
ITA,2020,5010000,eur,orders,final
ITA,2021,5040000,eur,orders,final
ITA,2022,5020000,eur,orders,estimate
ITA,2023,70000000,eur,orders,final
EOF
cat >spec.yaml <<'EOF'
title: Orders
formats: [html]
chart-files: [svg]
sections:
  - heading: Figures
    items:
      - {chart: line, id: lines, dataset: mine, highlight: FRA}
      - {chart: heat, id: heat, dataset: mine, highlight: FRA}
      - {chart: line, id: others, dataset: mine, highlight: ITA}
EOF
"$ARMEX" -s store ingest own.csv --dataset mine --vintage 2024-01-31 -q >/dev/null 2>err ||
    fail "$(cat err)"
"$ARMEX" -s store report spec.yaml -o report >/dev/null 2>err || fail "$(cat err)"

sed -n '/id="lines.data"/,/<\/table>/p' report/index.html | sed 's/<[^>]*>/ /g; s/  */ /g; s/^ *//; s/ *$//; /^$/d' >said
cat >expected <<'EOF'
Value, EUR million; final unless marked p: preliminary, w: withheld, e: estimate
Year France Italy
2020 1,234.6 5.0
2021 999.0 5.0
2022 10,000.0 p 5.0 e
2023 – w 70.0
EOF
cmp -s said expected || fail "the matrix says:$newline$(cat said)"
grep -q '<td data-v="1234.56789">1,234.6</td>' report/index.html || fail "what was rounded is lost"
grep -q '<td>999.0</td>' report/index.html || fail "what was not rounded is told twice"

# The same data are told once; where another series is set off they are others.
grep -q 'Data of chart 2: the same as <a href="#lines.data">those of chart 1</a>' report/index.html ||
    fail "the same data are told again"
[ "$(grep -c '<table class="sort m">' report/index.html)" -eq 2 ] || fail "not two tables"
grep -q 'id="others.data"' report/index.html || fail "data with another highlight are not told"
[ "$(ls report/tables | tr '\n' ' ')" = 'heat.csv lines.csv others.csv ' ] || fail "not every csv"

# So does paper.
if [ -x "$BINARY_DIR/armex-paint" ] && command -v pdftotext >/dev/null; then
    "$ARMEX" -s store report spec.yaml -o paper --formats pdf >/dev/null 2>err || fail "$(cat err)"
    pdftotext -layout paper/report.pdf - | tr '\f' '\n' | sed 's/\xc2\xa0/ /g; s/  */ /g; s/–w/– w/' >words
    for words in '2022 10,000.0 p 5.0 e' '2023 – w 70.0' 'Year France Italy' \
        'final unless marked p: preliminary' 'The same as those of chart 1.'; do
        grep -qF -- "$words" words || fail "'$words' is not on paper:$newline$(cat words)"
    done
fi

# The csv in the page is the one beside it, byte by byte.
need python3
python3 - <<'EOF' >carried.csv || fail "the page's csv cannot be read"
import re, sys, urllib.parse
page = open("report/index.html", encoding="utf-8").read()
link = re.search(r'download="lines.csv" href="data:text/csv;charset=utf-8,([^"]*)"', page)
sys.stdout.buffer.write(urllib.parse.unquote_to_bytes(link.group(1)))
EOF
same carried.csv report/tables/lines.csv

need chromium
cat >sort.html <<'EOF'
<!doctype html><title>sort</title><pre id="said"></pre>
<iframe id="f360" src="report/index.html" style="width:360px;height:900px"></iframe>
<script>
addEventListener("load", () => {
  const lines = [], page = document.getElementById("f360").contentDocument;
  page.querySelectorAll("details").forEach(d => d.open = true);
  const table = page.querySelector("#lines table");
  const years = () => [...table.tBodies[0].rows].map(r => r.cells[0].textContent).join(" ");
  const press = i => table.tHead.rows[0].cells[i].querySelector("button").click();
  press(1); lines.push("France: " + years());
  press(1); lines.push("France again: " + years());
  press(2); lines.push("Italy: " + years());
  press(2); lines.push("Italy again: " + years());
  press(0); lines.push("Year: " + years());
  lines.push(table.querySelector("[role=status]").textContent);
  lines.push(page.scrollingElement.scrollWidth <= page.documentElement.clientWidth
    ? "fits" : "overflows");
  for (const svg of page.querySelectorAll("#lines svg")) {
    const by = svg.getAttribute("aria-labelledby");
    lines.push(by ? "named by " + page.getElementById(by).getAttribute("class") : "named");
  }
  document.getElementById("said").textContent = lines.join("\n");
});
</script>
EOF
browse --dump-dom "file://$PWD/sort.html" >dom.html || skip "chromium does not run here"
sed -n '/<pre id="said">/,/<\/pre>/p' dom.html | sed 's/.*<pre id="said">//; s/<\/pre>.*//' >said
cat >expected <<'EOF'
France: 2022 2020 2021 2023
France again: 2021 2020 2022 2023
Italy: 2023 2021 2022 2020
Italy again: 2020 2022 2021 2023
Year: 2020 2021 2022 2023
Sorted by Year, ascending
fits
named
named by wide
EOF
cmp -s said expected || fail "in the browser:$newline$(cat said)"

# In print every page that a matrix goes on to names its columns again.
need pdftotext
{
    echo entity,year,value,unit,measure
    for year in $(seq 1930 2023); do
        echo "FRA,$year,${year}00000,eur,orders"
        echo "ITA,$year,${year}0000,eur,orders"
    done
} >long.csv
"$ARMEX" -s store ingest long.csv --dataset mine --vintage 2024-02-29 -q >/dev/null 2>err ||
    fail "$(cat err)"
"$ARMEX" -s store report spec.yaml -o report >/dev/null 2>err || fail "$(cat err)"
browse --print-to-pdf=report.pdf --no-pdf-header-footer "file://$PWD/report/index.html" \
    >/dev/null || fail "it does not print: $(tail -3 browser.log)"
pdftotext -layout report.pdf report.txt
[ "$(grep -c 'Year *France *Italy' report.txt)" -ge 4 ] ||
    fail "the columns have no names on the next page: $(grep -c 'Year *France *Italy' report.txt)"
