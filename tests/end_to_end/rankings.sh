# The table of a bump chart: one ranking a year, or a window; no year counts twice.
. "$(dirname "$0")/common.sh"

# Three states by hand: A grows past B; C has no figure in 2021.
cat >a.csv <<'T'
entity,name,year,measure,unit,value
DEU,Germany,2019,orders,usd,1
DEU,Germany,2020,orders,usd,3
DEU,Germany,2021,orders,usd,5
DEU,Germany,2022,orders,usd,7
FRA,France,2019,orders,usd,2
FRA,France,2020,orders,usd,2
FRA,France,2021,orders,usd,2
FRA,France,2022,orders,usd,2
ITA,Italy,2019,orders,usd,9
ITA,Italy,2020,orders,usd,1
ITA,Italy,2022,orders,usd,1
T
expect 0 "" "$ARMEX" -s s ingest a.csv --dataset mine --vintage 2026-01-02

ranks() { # year,rank,entity
    expect 0 "" "$ARMEX" -s s plot bump -d mine "$@" --data x.csv
    awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
        { print $column["year"] "," $column["rank"] "," $column["entity"] }' x.csv
}

[ "$(ranks | tr '\n' ' ')" = "2019,1,ITA 2019,2,FRA 2019,3,DEU 2020,1,DEU 2020,2,FRA \
2020,3,ITA 2021,1,DEU 2021,2,FRA 2022,1,DEU 2022,2,FRA 2022,3,ITA " ] || fail "all: $(ranks)"
[ "$(ranks -y 2020-2021 | tr '\n' ' ')" = "2020,1,DEU 2020,2,FRA 2020,3,ITA 2021,1,DEU \
2021,2,FRA " ] || fail "two years: $(ranks -y 2020-2021)"

# 2019-20: Italy 10, Germany 4, France 4 (by code); 2021-22: Germany 12, France 4.
[ "$(ranks --window 2 | tr '\n' ' ')" = "2020,1,ITA 2020,2,DEU 2020,2,FRA 2022,1,DEU \
2022,2,FRA " ] || fail "windows: $(ranks --window 2)"

# A year in which nobody has a figure is left out and said; if it is the last, there is no answer.
expect 0 "" "$ARMEX" -s s plot bump -d mine -y 2018-2020 --data x.json
grep -q 'no ranking for 2018' x.json || fail "2018 is not noted"
[ "$(grep -o '"year": *20[0-9]*' x.json | sort -u | wc -l)" -eq 2 ] || fail "years: $(cat x.json)"
expect 64 "armex: mine holds the years 2019 to 2022, not 2030
try 'armex plot --help'" "$ARMEX" -s s plot bump -d mine -y 2020-2030 --data y.csv
[ ! -e y.csv ] || fail "data of no answer"

# Ranks that are printed beside shares are the ranks: of 2021-25 no share of the United Kingdom
# and of Israel is at hand, and South Korea is ninth, not seventh.
printed() { # rank,entity[,value] of --scope share
    expect 0 "" "$ARMEX" rank -d sipri-factsheets --scope share "$@" -f csv
    cut -d, -f1,2,4 out
}
printed -y 2025 | grep -qx '9,KOR,3' || fail "2025: $(cat out)"
printed -y 2025 | grep -qx '7,ISR,' || fail "2025: $(cat out)"
printed -y 2025 -e KOR | grep -qx '9,KOR,3' || fail "2025, alone: $(cat out)"
printed -y 2022 | grep -qx '9,KOR,2.4' || fail "2022: $(cat out)"
printed -y 2024 --flow imports | grep -qx '12,KOR,' || fail "imports of 2024: $(cat out)"
printed -y 2009 --flow imports | grep -qx '5,GRC,' || fail "imports of 2009: $(cat out)"
expect 65 "armex: no rank was printed for 2011, and the shares at hand (China) do not say who is first" \
    "$ARMEX" rank -d sipri-factsheets --scope share -y 2011
expect 0 "" "$ARMEX" plot bump -d sipri-factsheets --scope share -y 2016-2025 --highlight KOR --data b.csv -o b.svg
[ "$(awk -F, '$2 == "KOR" && ($13 == 2020 || $13 == 2025) { print $1 }' b.csv | tr '\n' ' ')" = "9 9 " ] ||
    fail "bump: $(cat b.csv)"
grep -q 'South Korea stayed ninth' b.svg || fail "the bump's title: $(grep -o '<title>[^<]*' b.svg)"

# A note that does not hold for every year says for which it does.
expect 0 "" "$ARMEX" plot bump -d sipri-factsheets --scope share -y 2016-2023 --data n.json
grep -q '"no rank printed: South Korea (2016–2017); Brazil, Iran, Poland (2018)"' n.json ||
    fail "the notes: $(grep -A9 '"notes"' n.json)"
expect 0 "" "$ARMEX" plot bump -d national-figures -m orders --unit usd -y 2015-2024 --data n.json
grep -q '"not final: United Kingdom 2019 (preliminary)"' n.json || fail "$(grep -A9 '"notes"' n.json)"
expect 0 "" "$ARMEX" revisions -d sipri-factsheets --scope share -e KOR --from 2026-01-01 --to 2026-11-23 -f csv
grep -q '^KOR,South Korea,2025,.*,added,,9,' out || fail "the rank that a fact sheet added: $(cat out)"

# What cannot be ranked at all is said, with years named and without.
no_flows="armex: mine does not say who delivered to whom; for --with recipients take a register of \
transfers, such as SIPRI's"
expect 65 "$no_flows" "$ARMEX" -s s plot bump -d mine --with recipients --data x.csv
expect 65 "$no_flows" "$ARMEX" -s s plot bump -d mine --with recipients -y 2020-2022 --data x.csv
expect 65 "armex: claims holds records, not observations; \`show\` prints them" \
    "$ARMEX" plot bump -d claims --data x.csv
expect 64 "armex: a window of 30 years is longer than the 4 years there are
try 'armex plot --help'" "$ARMEX" -s s plot bump -d mine --window 30 --data x.csv
