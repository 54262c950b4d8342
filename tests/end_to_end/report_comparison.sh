# The report that sets datasets beside each other: any two, of one country or of all; and what
# a specification may say of index charts and of charts of revisions.
. "$(dirname "$0")/common.sh"
need gnuplot

report() {
    "$ARMEX" report "$@" >/dev/null 2>err || fail "$(cat err)"
}

report --builtin dataset-comparison -o all
grep -q 'Country by country' all/index.html || fail "no table of countries"
"$ARMEX" compare national-figures sipri-factsheets --by pair --unit usd -f csv >pairs.csv
same pairs.csv all/tables/pairs.csv
report --builtin dataset-comparison -e "South Korea" -o korea
"$ARMEX" compare national-figures sipri-factsheets -e KOR --by year -m orders --unit usd -f csv |
    grep -E '^entity|,orders,deliveries-tiv,' >years.csv
same years.csv korea/tables/years.csv
grep -q '50% of the steps' korea/index.html || fail "no share of steps that go the same way"

# Other datasets, one of them the user's own; they are of one unit, so there is a ratio.
printf 'entity,year,value,unit,measure\n' >own.csv
for year in 2019 2020 2021 2022 2023; do
    printf 'FRA,%s,%s00000000,eur,orders\nDEU,%s,%s0000000,eur,orders\n' \
        $year $((year - 2000)) $year $((year - 1990)) >>own.csv
done
sed 's/00000000,eur/20000000,eur/' own.csv >other.csv
for name in own other; do
    "$ARMEX" -s store ingest $name.csv --dataset $name --vintage 2024-01-31 -q >/dev/null 2>err ||
        fail "$(cat err)"
done
report -s store --builtin dataset-comparison -o own \
    --set a=own,b=other,measure-b=orders,scope-b=,unit=eur
grep -q 'own and other: two counts' own/index.html || fail "the title does not name them"
grep -q 'The middle one of the ratios' own/index.html || fail "no ratio of one unit"
# A volume is ranked as it is.
printf 'entity,year,value,unit,measure\nFRA,2020,3,tiv,deliveries-tiv\nDEU,2020,2,tiv,deliveries-tiv\n' >tiv.csv
"$ARMEX" -s store ingest tiv.csv --dataset volume --vintage 2024-01-31 -q >/dev/null 2>err ||
    fail "$(cat err)"
report -s store --builtin dataset-comparison -o volume --set a=volume,measure-a=deliveries-tiv,unit=
[ -s volume/charts/rank-a.svg ] || fail "no chart of who leads by volume"

cat >spec.yaml <<'END'
title: Charts
sections:
  - heading: Charts
    items:
      - {chart: index, id: i, dataset: national-figures, entity: KOR, measure: orders, base: 2010}
      - {chart: revisions, id: r, dataset: national-figures, entity: KOR, measure: orders}
END
report spec.yaml -o charts
grep -q '2010 = 100' charts/charts/i.svg || fail "the base year is not the one asked for"
expect 0 "" "$ARMEX" plot revisions -d national-figures -e KOR -m orders -o r.svg
sed '/<metadata/d' charts/charts/r.svg >a
sed '/<metadata/d' r.svg >b
same a b
sed 's/base: 2010/base: soon/' spec.yaml >wrong.yaml
expect 78 "wrong.yaml:5:94: base: 'soon' is not a year" "$ARMEX" report wrong.yaml -o wrong
sed 's/chart: index/chart: line/' spec.yaml >wrong.yaml
expect 78 "wrong.yaml:5:10: base belongs to an index chart, not here" \
    "$ARMEX" report wrong.yaml -o wrong

# A revision too small for the usual decimals is said with as many as it takes.
sed 's/2300000000,eur/2300400000,eur/' own.csv >revised.csv
cat >small.yaml <<'END'
title: Small
sections:
  - heading: Figures
    items:
      - {table: show, id: figures, dataset: own, measure: orders}
END
report -s store small.yaml -o small
"$ARMEX" -s store ingest revised.csv --dataset own --vintage 2024-02-29 -q >/dev/null 2>err ||
    fail "$(cat err)"
report -s store small.yaml -o small
grep -q 'France, orders, 2023: €2.3000 billion, now €2.3004 billion' small/report.md ||
    fail "the change cannot be seen: $(grep 'France, orders' small/report.md)"
