# The gallery: a page with every kind of chart, which fits a phone, a tablet and a desk, whose
# marks speak, and in which axe-core finds no violation.
. "$(dirname "$0")/common.sh"
need gnuplot

sh "$SOURCE_DIR/engine/chart/gallery/gallery.sh" "$ARMEX" gallery 2>err || fail "$(cat err)"
"$ARMEX" plot --list-kinds >kinds
while read -r kind; do
    for end in .svg -dark.svg -narrow.svg .png @2x.png .pdf; do
        ls gallery/[0-9][0-9]-"$kind$end" >/dev/null 2>&1 || fail "no $kind$end in the gallery"
    done
    grep -q "<h2>$kind</h2>" gallery/index.html || fail "$kind is not on the page"
done <kinds
grep -o 'href="[^"]*"' gallery/index.html | sed 's/href="//; s/"$//' >files
[ "$(wc -l <files)" -gt 50 ] || fail "the page leads to few files: $(cat files)"
while read -r file; do
    [ -s "gallery/$file" ] || fail "the page leads to $file, which is not there"
done <files
! grep -q '<p></p>' gallery/index.html || fail "a kind does not say what it is for"

need chromium
cat >measure.html <<'EOF'
<!doctype html><title>measure</title><pre id="said"></pre>
<iframe id="f360" src="gallery/index.html" style="width:360px;height:900px"></iframe>
<iframe id="f768" src="gallery/index.html" style="width:768px;height:900px"></iframe>
<iframe id="f1440" src="gallery/index.html" style="width:1440px;height:900px"></iframe>
<script>
addEventListener("load", () => {
  const lines = [];
  for (const width of [360, 768, 1440]) {
    const page = document.getElementById("f" + width).contentDocument;
    const wide = page.scrollingElement.scrollWidth, room = page.documentElement.clientWidth;
    lines.push(width + (wide <= room ? " fits" : " overflows: " + wide + " in " + room));
    const says = field => {
      field.scrollIntoView({block: "center", behavior: "instant"});
      const box = field.getBoundingClientRect();
      const hit = page.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return hit && hit.querySelector("title") && hit.querySelector("title").textContent;
    };
    const speaks = svg => {
      const marks = [...svg.querySelectorAll("path > title")].map(title => title.parentNode);
      return marks.length && marks.filter((_, i) => i % 9 == 0).every(says);
    };
    const charts = [...page.querySelectorAll("section")];
    const silent = charts.filter(chart => {
      const seen = [...chart.querySelectorAll("svg")].filter(svg => svg.getClientRects().length);
      return !seen.length || !seen.every(speaks);
    });
    lines.push(charts.length && !silent.length ? "marks speak"
      : "silent: " + silent.map(chart => chart.id).join(" "));
  }
  document.getElementById("said").textContent = lines.join("\n");
});
</script>
EOF
browse --virtual-time-budget=60000 --dump-dom "file://$PWD/measure.html" >dom.html || skip "chromium does not run here"
sed -n '/<pre id="said">/,/<\/pre>/p' dom.html | sed 's/.*<pre id="said">//; s/<\/pre>.*//' >said
printf '%s\n' "360 fits" "marks speak" "768 fits" "marks speak" "1440 fits" "marks speak" >expected
cmp -s said expected || fail "in the browser:$newline$(cat said)"

need npm
npm install --prefix . --no-audit --no-fund --ignore-scripts --loglevel=error axe-core@4.10.3 \
    >npm.log 2>&1 || skip "axe-core cannot be had: $(tail -1 npm.log)"
{
    sed 's|<meta http-equiv="Content-Security-Policy"[^>]*>||; s|</body>||; s|</html>||' \
        gallery/index.html
    cat <<'EOF'
<script src="node_modules/axe-core/axe.min.js"></script>
<script>
addEventListener("load", async () => {
  const result = await axe.run(document, {resultTypes: ["violations", "passes"]});
  const said = document.createElement("pre");
  said.id = "said";
  said.textContent = result.passes.length + " rules passed\n" + (result.violations.flatMap(v =>
    v.nodes.map(n => v.id + ": " + n.html.slice(0, 200))).join("\n") || "none") + "\nend";
  document.body.append(said);
});
</script></body></html>
EOF
} >with_axe.html
for width in 1440 500; do
    browse --virtual-time-budget=60000 --window-size=$width,900 --dump-dom "file://$PWD/with_axe.html" >dom.html ||
        fail "chromium: $(tail -1 browser.log)"
    sed -n '/<pre id="said">/,/<\/pre>/p' dom.html | sed 's/.*<pre id="said">//; s/<\/pre>.*//' >said
    grep -qx end said || fail "axe did not end: $(tail -3 browser.log)"
    [ "$(sed -n 's/ rules passed$//p' said)" -gt 10 ] || fail "axe looked at little: $(cat said)"
    grep -qx none said || fail "$width wide:$newline$(cat said)"
done
