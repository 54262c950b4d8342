# axe-core finds no violation in the reports: at the width of a desk and of a phone, in light
# and dark, with the folded parts open.
. "$(dirname "$0")/common.sh"
need gnuplot
need chromium
need npm

npm install --prefix . --no-audit --no-fund --ignore-scripts --loglevel=error axe-core@4.10.3 \
    >npm.log 2>&1 || skip "axe-core cannot be had: $(tail -1 npm.log)"
axe=$PWD/node_modules/axe-core/axe.min.js
[ -s "$axe" ] || skip "axe-core has no axe.min.js"

# examined PAGE WIDTH [dark]: the page with axe at its end, which its own policy would not let
# in, looked at by a real browser; prints what is wrong, or "none".
examined() {
    dark=
    [ "$3" != dark ] || dark='--force-dark-mode --blink-settings=preferredColorScheme=0'
    sed '/http-equiv="Content-Security-Policy"/s/<meta http-equiv="Content-Security-Policy"[^>]*>//' \
        "$1" | sed 's|</body>.*||; s|</html>||' >page.html
    ! grep -q 'Content-Security-Policy' page.html || fail "the policy is still in it"
    {
        cat page.html
        printf '<script src="%s"></script>\n<script>\n' "file://$axe"
        cat <<'EOF'
addEventListener("load", async () => {
  document.querySelectorAll("details").forEach(d => d.open = true);
  const result = await axe.run(document, {resultTypes: ["violations", "passes"]});
  const lines = result.violations.flatMap(v =>
    v.nodes.map(n => v.id + ": " + n.html.slice(0, 200)));
  const said = document.createElement("pre");
  said.id = "said";
  said.textContent = "rules passed " + result.passes.length + "\n" +
    "dark " + matchMedia("(prefers-color-scheme:dark)").matches + "\n" +
    (lines.length ? lines.join("\n") : "none") + "\nend";
  document.body.append(said);
});
</script></body></html>
EOF
    } >with_axe.html
    browse --window-size=$2,900 $dark --virtual-time-budget=60000 \
        --dump-dom "file://$PWD/with_axe.html" >dom.html ||
        skip "chromium does not run here: $(tail -1 browser.log)"
    sed -n '/<pre id="said">/,/<\/pre>/p' dom.html | sed 's/.*<pre id="said">//; s/<\/pre>.*//' >said
    grep -qx end said || fail "$1 $2 $3: axe did not end: $(tail -3 browser.log)"
    [ "$(sed -n 's/^rules passed //p' said)" -gt 15 ] || fail "$1 $2 $3: axe looked at little"
    [ "$3" != dark ] || grep -qx 'dark true' said || fail "not in the dark"
    grep -qx none said || fail "$1, $2 wide, $3:$newline$(cat said)"
}

"$ARMEX" report --builtin south-korea -o korea >/dev/null 2>err || fail "$(cat err)"
"$ARMEX" report --builtin country-profile -e FRA -o france >/dev/null 2>err || fail "$(cat err)"
"$ARMEX" report --builtin world-ranking -o world >/dev/null 2>err || fail "$(cat err)"
grep -q 'class="sort m"' world/index.html || fail "no figures stand as a matrix"
for page in korea/index.html france/index.html world/index.html; do
    examined $page 1280 light
    examined $page 360 light
done
examined korea/index.html 1280 dark

# The examination can fail: a picture without words is found.
sed 's|<main id="main">|&<img src="data:,">|' korea/index.html >spoilt.html
if (examined spoilt.html 1280 light) >/dev/null 2>found; then
    fail "an image without words was not found"
fi
grep -q 'image-alt' found || fail "another fault was found: $(cat found)"
