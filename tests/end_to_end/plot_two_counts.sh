# Two counts of the same entities as a scatter and as agreement, with the table they draw.
. "$(dirname "$0")/common.sh"
need gnuplot

# Two datasets named one after another, each state a point of the last full year.
expect 0 "" "$ARMEX" plot scatter -d national-figures -d sipri-factsheets -m deliveries \
    --unit usd -o scatter.svg --data scatter.csv
grep -q 'exporters stand in a similar order by arms exports and by share' scatter.svg ||
    fail "no finding: $(grep '<title>' scatter.svg | head -1)"
"$ARMEX" compare -d national-figures -d sipri-factsheets -m deliveries --unit usd \
    --by figure -f csv >figures.csv
cmp -s scatter.csv figures.csv || fail "the drawn table is not what compare prints"

# What has no ratio is refused with the reason.
code=0
"$ARMEX" plot agreement -d national-figures -d sipri-factsheets -m deliveries --unit usd \
    -o agreement.svg 2>err || code=$?
[ "$code" -eq 64 ] || fail "exit $code, not 64"
grep -q 'have no ratio: TIV measures military capability moved, not price' err ||
    fail "no reason: $(cat err)"
[ ! -e agreement.svg ] || fail "it was drawn"

# Currencies that differ are refused with the way out.
code=0
"$ARMEX" plot scatter -d national-figures -d sipri-factsheets -m deliveries -o x.svg 2>err ||
    code=$?
[ "$code" -eq 65 ] || fail "exit $code, not 65"
grep -q -e '--unit usd sets money in one' err || fail "no way out: $(cat err)"

# Two editions of one file: the second is everywhere twice the first. Nobody's register
# credits nobody.
register=$SOURCE_DIR/engine/chart/gallery/made-up-register.csv
awk -F, -v OFS=, '$1 ~ /^[0-9]+$/ { $15 = $16 = 2 * $15 } { print }' "$register" >twice.csv
"$ARMEX" -q -s store ingest "$register" -d invented --vintage 2025-03-01 \
    --publisher Nobody >/dev/null
"$ARMEX" -q -s store ingest twice.csv -d invented --vintage 2026-03-01 \
    --publisher Nobody >/dev/null
expect 0 "" "$ARMEX" -s store plot agreement -d invented@2025-03-01 -d invented@2026-03-01 \
    -o editions.svg
grep -q 'the edition of 1 Mar 2025 is 0.50× the edition of 1 Mar 2026' editions.svg ||
    fail "no finding: $(grep '<title>' editions.svg | head -1)"
grep -q 'Nobody (invented, vintage 1 Mar 2025)' editions.svg || fail "another publisher"
! grep -q SIPRI editions.svg || fail "a made-up register credits SIPRI"
