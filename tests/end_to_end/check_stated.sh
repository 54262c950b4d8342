# What the help of compare, robust, revisions and flows says of its examples is so.
. "$(dirname "$0")/common.sh"

cell() { # COLUMN FILTER: of the first row that has FILTER in it
    tr -d '\r' <out | awk -F, -v want="$1" -v has="$2" 'NR == 1 { for (i = 1; i <= NF; i++)
        if ($i == want) column = i; next } index($0, has) { print $column; exit }'
}

# "in one year of seven, orders and deliveries moved the same way"
expect 0 "" "$ARMEX" compare national-figures -e FRA -f csv
[ "$(cell same_direction deliveries,orders)" = 0.14285714285714285 ] || fail "$(cat out)"
[ -z "$(cell ratio deliveries,orders)" ] || fail "orders were divided by deliveries"
# "the same way in half of six years"
expect 0 "" "$ARMEX" compare national-figures sipri-factsheets -e KOR -f csv
[ "$(cell same_direction orders,deliveries-tiv)" = 0.5 ] || fail "$(cat out)"
expect 0 "" "$ARMEX" compare -d national-figures,sipri-factsheets -e KOR -f csv
[ "$(cell same_direction orders,deliveries-tiv)" = 0.5 ] || fail "-d ID,ID: $(cat out)"
expect 64 "armex: there is one count only; name two datasets, two vintages, or one with several measures
try 'armex compare --help'" "$ARMEX" compare sipri-factsheets
expect 0 "" "$ARMEX" compare -e KOR --unit usd -f csv
# of those that count several things the orders, beside what counts one thing only
expect 0 "" "$ARMEX" compare national-figures sipri-factsheets -m orders -e KOR -f csv
[ "$(grep -c . out)" -eq 2 ] && [ "$(cell same_direction orders,deliveries-tiv)" = 0.5 ] ||
    fail "-m orders: $(cat out)"
expect 64 "armex: --beyond is about ranks; it needs --by rank
try 'armex compare --help'" "$ARMEX" compare national-figures --beyond 2
expect 64 "armex: --beyond: '-1' is not a number from 0 to 1000
try 'armex compare --help'" "$ARMEX" compare national-figures --by rank --beyond -1
expect 64 "armex: national-figures holds no gdp; it has deliveries, orders, agreements, licences, authorisations
try 'armex compare --help'" "$ARMEX" compare national-figures sipri-factsheets -m gdp

# "holds in 6 of 20 choices, and in none that starts in 2022"; "in all five"
expect 0 "" "$ARMEX" robust 'KOR orders growth 2021-2023 > 50 %' -f csv
[ "$(cell holds all,)" = 6 ] && [ "$(cell n all,)" = 20 ] || fail "$(cat out)"
[ "$(cell holds start,2022)" = 0 ] || fail "$(cat out)"
expect 0 "" "$ARMEX" robust 'KOR rank 2019-23 <= 10' --choices -f csv
[ "$(grep -c ',yes' out)" -eq 5 ] && [ "$(grep -c ',no' out)" -eq 0 ] || fail "$(cat out)"

# "from 13.5 to 13 billion dollars"
expect 0 "" "$ARMEX" revisions -d national-figures -e KOR -m orders --from 2025-02-01 \
    --to 2026-11-23 -f csv
[ "$(cell before ,2023,)" = 13500000000 ] && [ "$(cell after ,2023,)" = 13000000000 ] ||
    fail "$(cat out)"
expect 64 "armex: --from 2026-01-01 is not before --to 2025-01-01
try 'armex revisions --help'" \
    "$ARMEX" revisions -d national-figures --from 2026-01-01 --to 2025-01-01

# two stored vintages: what was 5 is 7, and who was second is first
cat >old.csv <<'T'
entity,name,year,measure,unit,value
NOR,Norway,2020,orders,usd,500
SWE,Sweden,2020,orders,usd,600
T
sed 's/500/700/' old.csv >new.csv
expect 0 "" "$ARMEX" -s s ingest old.csv --dataset mine --vintage 2021-01-01
expect 0 "" "$ARMEX" -s s ingest new.csv --dataset mine --vintage 2022-01-01
for days in '' '--from 2021-06-01' '--from 2021-01-01 --to 2022-01-01'; do
    expect 0 "" "$ARMEX" -s s revisions -d mine $days -f csv
    [ "$(cell rank_before NOR,)$(cell rank_after NOR,)$(cell what SWE,)" = 21moved ] ||
        fail "$days: $(cat out)"
done
expect 0 "" "$ARMEX" -s s compare mine@2021-01-01 mine@2022-01-01 -e NOR -f csv
[ "$(cell ratio NOR,)" = 0.7142857142857143 ] || fail "two vintages: $(cat out)"

# "Norway's suppliers": France 3.02 of 2004's, Sweden a printed 0
files=$TESTS/ingest/files
expect 0 "" "$ARMEX" -s r ingest "$files/sipri-register/good.csv"
expect 0 "" "$ARMEX" -s r flows -e Norway --flow imports -f csv
[ "$(cell partner NOR,)" = FRA ] && [ "$(cell value NOR,)" = 7520000 ] || fail "$(cat out)"
for as in partners dependence matrix network; do
    expect 0 "" "$ARMEX" -s r flows --as $as
    [ -s out ] || fail "--as $as gave nothing"
done
expect 65 "armex: national-figures does not say who delivered to whom; a register of transfers does, such as SIPRI's" \
    "$ARMEX" flows -d national-figures
expect 64 "armex: --category: there is no 'zeppelins'; there are: Air defence systems, Aircraft, Armoured vehicles, Sensors
try 'armex flows --help'" "$ARMEX" -s r flows --category zeppelins
