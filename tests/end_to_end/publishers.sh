# Publishers' tables side by side: several vintages of one table, one file of several indicators,
# and SDMX-CSV out and in again.
. "$(dirname "$0")/common.sh"
files=$TESTS/ingest/files
exports=gapminder-arms-exports

# what was known on a day is what the vintage of that day said
expect 0 "" "$ARMEX" -s s ingest --vintage 2017-01-03 "$files/gapminder/exports_2017-01-03.csv"
expect 0 "" "$ARMEX" -s s ingest --vintage 2025-12-08 "$files/gapminder/exports-later.csv"
expect 0 "" "$ARMEX" -s s ingest --vintage 2017-01-03 "$files/gapminder/exports_2017-01-03.csv"
grep -q 'the same' out || fail "the same file again is not the same: $(cat out)"
expect 0 "" "$ARMEX" -s s show -d $exports -e FRA -y 2001 --as-of 2018-01-01 -f csv
grep -q '^FRA,France,2001,5000000,tiv,' out || fail "as of 2018: $(cat out)"
expect 0 "" "$ARMEX" -s s show -d $exports -e FRA -y 2001 -f csv
grep -q '^FRA,France,2001,6000000,tiv,' out || fail "today: $(cat out)"
expect 0 "" "$ARMEX" -s s show -d $exports -e FRA -y 2001
grep -q 'no money' out || fail "TIV is not told from dollars: $(cat out)"

# one file stands alone: the others are read though the first holds no figures
expect 65 "armex: $files/codelists/cow.csv: this is a list of country codes, not observations; \
armex knows these codes already" \
    "$ARMEX" -s s ingest "$files/codelists/cow.csv" "$files/databank/by-year.csv"
expect 0 "" "$ARMEX" -s s show -d worldbank-databank --flow imports -e FRA -y 2002 -f csv
grep -q '^FRA,France,2002,4000000,tiv,' out || fail "an extract: $(cat out)"

# aggregates are no states
expect 0 "" "$ARMEX" -s s ingest "$files/worldbank/downloaded.csv"
expect 0 "" "$ARMEX" -s s rank -d worldbank-ms-mil-xprt-kd -y 2001 -f csv
grep -q '^1,KOR,South Korea,150000000,tiv' out || fail "a ranking: $(cat out)"
grep -q ARB out && fail "the Arab World is ranked: $(cat out)"

# SDMX-CSV goes out and comes in as it was
expect 0 "" "$ARMEX" export -d national-figures -e KOR,POL,USA -m deliveries --scope all -o first.csv \
    --as sdmx-csv
expect 0 "" "$ARMEX" -s s ingest first.csv
expect 0 "" "$ARMEX" -s s export -d national-figures -e all -m deliveries --scope all -o second.csv \
    --as sdmx-csv
same first.csv second.csv
