# Claims: the curated ones, one's own in words and in a file, and the exit status.
. "$(dirname "$0")/common.sh"

verdicts() { # id,statement,verdict,dataset,vintage
    cut -d, -f1-5 out | tail -n +2 | tr -d '\r'
}

# the claim this program was written for: 7.3 is 7.25 rounded, 14 was preliminary, rank 10 is right
expect 1 "" "$ARMEX" check -f csv
[ "$(verdicts | grep '^C00[12]')" = 'C001,orders 2021,rounding,national-figures,2026-11-23
C001,orders 2023,other_vintage,national-figures,2023-12
C002,"rank by deliveries-tiv 2023, at most",supported,sipri-factsheets' ] ||
    fail "C001, C002: $(verdicts | head -n 4)"
[ "$(verdicts | grep -c ,contradicted,)" -ge 20 ] || fail "too few are contradicted"
grep -q '^C031,.*,contradicted,.*,0.29,' out || fail "C031 stands"
[ "$(cut -d, -f1 out | grep '^C' | sort -u | wc -l)" -eq 97 ] || fail "claims are missing"
mv out first
expect 1 "" "$ARMEX" check -d claims -f csv
same first out

# words: 0 unless a claim is contradicted
expect 0 "" "$ARMEX" check 'KOR orders 2021 = 7.3 bn usd' 'KOR orders 2023 = 14 bn usd' -f csv
[ "$(verdicts)" = '1,orders 2021,rounding,national-figures,2026-11-23
2,orders 2023,other_vintage,national-figures,2023-12' ] || fail "$(cat out)"
expect 0 "" "$ARMEX" check 'South Korea rank 2019-23 <= 10' -f json
grep -q '"verdict": *"supported"' out || fail "rank: $(cat out)"
grep -q '"found": *10' out || fail "rank is no number: $(cat out)"
expect 1 "" "$ARMEX" check 'KOR rank 2019-23 <= 5'
expect 0 "" "$ARMEX" check 'KOR orders 2023 = 14 bn usd' --as-of 2024-01-01 -f csv
[ "$(verdicts)" = '1,orders 2023,supported,national-figures,2026-11-23' ] || fail "as of: $(cat out)"

# nothing to judge by is no contradiction
expect 0 "" "$ARMEX" check 'KOR deliveries-tiv 2023 = 14 bn usd' -f csv
grep -q ',not_comparable,,,14000000000,,.*TIV measures military capability moved' out ||
    fail "TIV in dollars: $(cat out)"
expect 0 "" "$ARMEX" check 'BRA orders 2031 = 1 bn usd' -f csv
grep -q ',no_data,' out || fail "2031: $(cat out)"
# dollars of what is counted in euro: 12.15 billion at 0.92 a dollar
expect 0 "" "$ARMEX" check 'DEU licences 2023 = 13.1 bn usd' -f csv
grep -q ',rounding,national-figures,.*converted at the yearly average rate' out ||
    fail "converted: $(cat out)"

# a file of claims, and what is wrong with one is said with its line
cat >claims.csv <<'T'
id,entity,predicate,year_from,value_from,year_to,value_to,unit,stated,kind
A,FRA,growth,2023,8200000000,2024,21600000000,percent,163,orders
B,FRA,growth,2018,9100000000,2019,8300000000,percent,-11.1,orders
T
expect 1 "" "$ARMEX" check --file claims.csv -f csv
[ "$(verdicts | cut -d, -f1,3)" = 'A,rounding
A,supported
A,supported
B,contradicted
B,contradicted
B,rounding
B,supported' ] || fail "file: $(verdicts)"
sed 's/2024,216/20x4,216/' claims.csv >wrong.csv
expect 65 "wrong.csv:2:1: claim A: year_to '20x4' is not a year or a window such as 2019-23" \
    "$ARMEX" check --file wrong.csv
cut -d, -f1-5 claims.csv >short.csv
expect 65 "short.csv:1:1: a table of claims has a column 'year_to'; see \`armex show -d claims\` for one" \
    "$ARMEX" check --file short.csv
expect 66 "armex: none.csv: there is no such file" "$ARMEX" check --file none.csv

# an older stored vintage is searched as well
cat >old.csv <<'T'
entity,name,year,measure,unit,value
NOR,Norway,2020,orders,usd,500
T
sed 's/500/700/' old.csv >new.csv
expect 0 "" "$ARMEX" -s s ingest old.csv --dataset mine --vintage 2021-01-01
expect 0 "" "$ARMEX" -s s ingest new.csv --dataset mine --vintage 2022-01-01
expect 0 "" "$ARMEX" -s s check 'NOR orders 2020 = 500 usd' --against mine -f csv
[ "$(verdicts)" = '1,orders 2020,other_vintage,mine,2021-01-01' ] || fail "older: $(cat out)"
expect 1 "" "$ARMEX" -s s check 'NOR orders 2020 = 600 usd' --against mine
expect 64 "armex: national-figures holds observations, not claims; --against judges by it
try 'armex check --help'" "$ARMEX" check -d national-figures
