# What changed since last time: said once data change, said again word for word until something
# else changes, and never said of a report that is another one.
. "$(dirname "$0")/common.sh"

# Two publications of one dataset. The second revises France, adds 2023, drops Italy's 2021,
# and Israel overtakes Italy.
cat >one.csv <<'EOF'
entity,year,value,unit,measure
FRA,2021,11700000000,eur,orders
FRA,2022,27000000000,eur,orders
ITA,2021,5000000000,eur,orders
ITA,2022,6000000000,eur,orders
ISR,2022,5500000000,eur,orders
EOF
cat >two.csv <<'EOF'
entity,year,value,unit,measure
FRA,2021,11700000000,eur,orders
FRA,2022,26500000000,eur,orders
FRA,2023,8200000000,eur,orders
ITA,2022,5000000000,eur,orders
ISR,2022,5500000000,eur,orders
EOF
cat >spec.yaml <<'EOF'
title: Orders
sections:
  - heading: Figures
    items:
      - {table: show, id: figures, dataset: mine, measure: orders}
      - {table: growth, id: growth, dataset: mine, entity: FRA, measure: orders, years: 2021-2022}
      - {table: rank, id: ranking, dataset: mine, measure: orders, years: 2022}
EOF
report() {
    "$ARMEX" -s store report spec.yaml -o report "$@" >/dev/null 2>err || fail "$(cat err)"
}
"$ARMEX" -s store ingest one.csv --dataset mine --vintage 2023-01-31 -q >/dev/null 2>err ||
    fail "$(cat err)"
report
! grep -q 'id="since"' report/index.html || fail "something changed since nothing"
cp -r report first
report
diff -r report first || fail "made again it is another"

"$ARMEX" -s store ingest two.csv --dataset mine --vintage 2024-01-31 -q >/dev/null 2>err ||
    fail "$(cat err)"
report --if-changed
sed -n '/<section id="since"/,/<\/section>/p' report/index.html | sed 's/<[^>]*>/ /g' |
    sed 's/^ *//; s/ *$//; /^$/d' >said
cat >expected <<'EOF'
What changed since last time
Against the report that stood here before this one.
Newer data
mine: 31 Jan 2023, now 31 Jan 2024
Places that changed
Israel rose from 3rd to 2nd for 2022, orders
Italy fell from 2nd to 3rd for 2022, orders
New figures
France, orders, 2023: €8.2 billion
Revised figures
France, orders, 2022: €27.0 billion, now €26.5 billion
Italy, orders, 2022: €6.0 billion, now €5.0 billion
Growth that changed
France, orders, 2021 to 2022: +131%, now +126%
Figures that are gone
Italy, orders, 2021: €5.0 billion
EOF
cmp -s said expected || fail "it says:$newline$(cat said)"
grep -q 'href="#since"' report/index.html || fail "nothing leads there"

# The same again repeats it to the byte; so do --if-changed and --check.
cp -r report second
report
diff -r report second || fail "made again it forgets what changed"
report --if-changed
diff -r report second || fail "--if-changed"
expect 0 "the report is up to date" "$ARMEX" -s store report spec.yaml -o report --check

# Another specification is another report; and a manifest that is none is no reason to fail.
sed -i 's/^title: Orders/title: Others/' spec.yaml
report
! grep -q 'id="since"' report/index.html || fail "compared with another report"
for rubbish in '' '{' '[]' '{"spec": 1}' \
    '{"figures": [{"kind": "figure", "key": 1, "value": "x"}, 7], "changes": {}, "inputs": 3}' \
    '{"figures": [{"kind": "rank", "key": "k", "when": [1, "2"], "value": {}}], "changes": 1}'; do
    printf '%s' "$rubbish" >report/manifest.json
    report
done
# A manifest of somebody's, ours but for its figures: text stays text.
sed -e 's/"fingerprint": "../"fingerprint": "xx/' \
    -e 's/26500000000/1e300/' \
    -e 's/"name": "Israel"/"name": "<script>x<\/script>"/' \
    -e 's/|ISR|/|ZZZ|/' -i report/manifest.json
report
grep -q 'now €26.5 billion' report/index.html || fail "not compared"
grep -q '&lt;script&gt;x' report/index.html || fail "a figure that is gone is not said"
! grep -q '<script>x' report/index.html || fail "a text of a manifest became markup"

# One whose figures cannot all be read is as none: half of them would call the rest new.
sed -e 's/"fingerprint": "../"fingerprint": "xx/' -e 's/26500000000/1e300/' \
    -e 's/"key": "growth/"keys": "growth/' -i report/manifest.json
report
! grep -q 'id="since"' report/index.html || fail "compared with what it cannot read"
