# The built-in report in a browser: no sideways scroll on a phone or a desk, its script
# runs under its policy, and it prints.
. "$(dirname "$0")/common.sh"
need gnuplot
need chromium
need pdftotext

expect 0 "" "$ARMEX" report --builtin south-korea -o report
"$ARMEX" report --builtin dataset-comparison -o compared -q >/dev/null 2>err || fail "$(cat err)"
"$ARMEX" report --builtin world-ranking -o world -q >/dev/null 2>err || fail "$(cat err)"
printf '%s\n' entity,year,value,unit,measure FRA,2020,6000000,eur,orders DEU,2020,5000000,eur,orders \
    CAN,2020,7000000,usd,orders JPN,2020,900000000,jpy,orders >unlike.csv
"$ARMEX" -s store ingest unlike.csv --dataset unlike --vintage 2024-01-31 -q >/dev/null 2>err ||
    fail "$(cat err)"
cat >unlike.yaml <<'EOF'
title: Unlike
sections:
  - heading: Orders
    items:
      - {table: show, id: orders, dataset: unlike, columns: [name, value, unit]}
EOF
"$ARMEX" -s store report unlike.yaml -o unlike -q >/dev/null 2>err || fail "$(cat err)"

# The page stands in a frame of each width; another page measures it and sorts a table.
cat >measure.html <<'EOF'
<!doctype html><title>measure</title><pre id="said"></pre>
<iframe id="f360" src="report/index.html" style="width:360px;height:900px"></iframe>
<iframe id="f768" src="report/index.html" style="width:768px;height:900px"></iframe>
<iframe id="f1440" src="report/index.html" style="width:1440px;height:900px"></iframe>
<iframe id="fcompared" src="compared/index.html" style="width:360px;height:900px"></iframe>
<iframe id="funlike" src="unlike/index.html"></iframe>
<iframe id="fworld" src="world/index.html" style="width:360px;height:900px"></iframe>
<script>
addEventListener("load", () => {
  const lines = [];
  for (const width of [360, 768, 1440, "compared", "world"]) {
    const page = document.getElementById("f" + width).contentDocument;
    page.querySelectorAll("details").forEach(d => d.open = true);
    const wide = page.scrollingElement.scrollWidth, room = page.documentElement.clientWidth;
    for (const box of page.querySelectorAll(width > 0 ? ".scroll" : ".tab .scroll"))
      if (box.scrollWidth > box.clientWidth)
        lines.push(width + " scrolls: " + box.textContent.trim().slice(0, 40));
    lines.push(width + (wide <= room ? " fits" : " overflows: " + wide + " in " + room));
  }
  const table = document.getElementById("f1440").contentDocument
    .querySelector("#ranking-table table");
  const heads = [...table.tHead.rows[0].cells];
  const name = heads.findIndex(h => h.textContent.trim() === "Name");
  heads[name].querySelector("button").click();
  lines.push("first by name: " + table.tBodies[0].rows[0].cells[name].textContent);
  lines.push("says " + heads[name].getAttribute("aria-sort"));
  const units = document.getElementById("funlike").contentDocument.querySelector("table");
  const value = [...units.tHead.rows[0].cells].findIndex(h => /Value/.test(h.textContent));
  for (const way of ["down", "up"]) {
    units.tHead.rows[0].cells[value].querySelector("button").click();
    lines.push(way + ": " + [...units.tBodies[0].rows].map(row => row.cells[0].textContent)
      .join(" "));
  }
  const f1440 = document.getElementById("f1440").contentDocument;
  const fields = [...f1440.querySelectorAll("svg.wide path > title")].map(t => t.parentNode);
  const mute = fields.filter(field => {
    field.scrollIntoView({block: "center", behavior: "instant"});
    const box = field.getBoundingClientRect();
    const hit = f1440.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return !hit || !hit.querySelector("title") || !hit.querySelector("title").textContent;
  });
  lines.push(fields.length > 20 && !mute.length ? "marks speak"
    : mute.length + " of " + fields.length + " marks are mute");
  document.getElementById("said").textContent = lines.join("\n");
});
</script>
EOF
browse --dump-dom "file://$PWD/measure.html" >dom.html || skip "chromium does not run here"
sed -n '/<pre id="said">/,/<\/pre>/p' dom.html | sed 's/.*<pre id="said">//; s/<\/pre>.*//' >said
cat >expected <<'EOF'
360 fits
768 fits
1440 fits
compared fits
world fits
first by name: Australia
says ascending
down: France Germany Japan Canada
up: Germany France Japan Canada
marks speak
EOF
cmp -s said expected || fail "in the browser:$newline$(cat said)"

browse --print-to-pdf=report.pdf --no-pdf-header-footer "file://$PWD/report/index.html" \
    >/dev/null || fail "it does not print: $(tail -3 browser.log)"
pdftotext -layout report.pdf report.txt
tr -s ' \n' ' ' <report.txt >words.txt
grep -q 'South Korea: what is known about its arms exports' words.txt || fail "no title in print"
# The data of the charts are open in print, and nobody prints a table twice as wide.
grep -q 'preliminary' words.txt || fail "the data of the charts are not printed"
pdfinfo report.pdf | grep -q 'A4' || fail "not A4: $(pdfinfo report.pdf | grep size)"
