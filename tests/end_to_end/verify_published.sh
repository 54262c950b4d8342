# verify --published: registers made by hand so that some figures of SIPRI's fact sheets come out.
. "$(dirname "$0")/common.sh"

# register FILE DATE: deliveries to Norway in 2018 and 2023, and what the unknown delivered.
# Of 967.1 and 1000 million: USA 41.71 and 34.44 %, France 10.92 and 7.17, South Korea 1.993 and
# 1.728, as the edition of 2023 printed them: 42, 34; 11, 7.2; 2.0, 1.7; all shrank by 3.29 %.
register() {
    sed "/^Data generated/s/:.*/: $2/; /^SIPRI AT/q" \
        "$TESTS/ingest/files/sipri-register/good.csv" >"$1"
    deal=1
    while read -r before now supplier; do
        deal=$((deal + 1))
        printf '%s,%s,Norway,A,ship,Ships,2013,No,1,No,2018,No,New,%s,%s,%s,No\n' \
            $deal "$supplier" "$before" "$before" "$before"
        printf '%s,%s,Norway,A,ship,Ships,2013,No,1,No,2023,No,New,%s,%s,%s,No\n' \
            $deal "$supplier" "$now" "$now" "$now"
    done >>"$1" <<'T'
344.4 403.4 United States
71.7 105.6 France
17.28 19.27 South Korea
566.62 438.83 unknown supplier(s)
T
    # the window before begins in 2014, where nothing was delivered but a trifle
    printf '1,Norway,Oman,A,ship,Ships,2013,No,1,No,2014,No,New,0.01,0.01,0.01,No\n' >>"$1"
}

# verdict EDITION FLOW CODE FIGURE: "printed,found,verdict"
verdict() {
    "$ARMEX" -s s verify --published "$1" -f csv 2>err | awk -F, -v key="$2,$3,$4" '
        $1 "," $3 "," $5 == key { print $7 "," $8 "," $9 }'
}
holds() {
    got=$(verdict "$1" "$2" "$3" "$4")
    [ "$got" = "$5" ] || fail "$1 $2 $3 $4 is '$got', not '$5': $(cat err)"
}

# Nothing to hold against: which file to get, for the newest edition or the one named.
need="take the trade register as csv with one row a delivery year, all suppliers to all recipients"
said="armex: no stored register of SIPRI's covers the edition of 2023: from \
https://www.sipri.org/databases/armstransfers $need, deliveries of 2014 to 2023, generated from \
2024-03 on and before 2025-03; \`armex ingest\` stores it"
expect 66 "$said" "$ARMEX" verify --published 2023
got=0
"$ARMEX" verify --published 2>err || got=$?
[ $got -eq 66 ] && grep -q 'deliveries of 2016 to 2025' err || fail "status $got: $(cat err)"
expect 64 "armex: 'sipri-register' is no edition of the fact sheet; write the year in its title, 2023
try 'armex verify --help'" "$ARMEX" verify --published sipri-register
got=0
"$ARMEX" verify --published 2008 2>err || got=$?
[ $got -eq 64 ] && grep -q 'no figure of an edition of 2008 is at hand' err || fail "$got: $(cat err)"

# A register of the right release: equal to the digit, or different, which is status 1.
register right.csv '18 Mar 2024 1:02:03 PM'
expect 0 "" "$ARMEX" -s s ingest right.csv
holds 2023 exports USA share 42,42,equal
holds 2023 exports USA previous_share 34,34,equal
holds 2023 exports USA change 17,17,equal
holds 2023 exports FRA share 11,11,equal
holds 2023 exports FRA previous_share 7.2,7.2,equal
holds 2023 exports KOR share 2.0,2.0,equal
holds 2023 exports KOR change 12,12,equal
holds 2023 exports KOR rank 10,3,differs
holds 2023 exports WLD change −3.3,−3.3,equal
holds 2023 exports DEU share 5.6,,differs
holds 2023 imports IND share 9.8,,differs
got=0
"$ARMEX" -s s verify --published 2023 >out 2>err || got=$?
[ $got -eq 1 ] || fail "status $got where figures differ"
grep -q '^armex: [0-9]* printed figures differ, though the register is of the very release$' err ||
    fail "not said: $(cat err)"
grep -q 'exports: 1[0-9] of 101 figures are equal in sipri-register@2024-03-18, which is of the' out ||
    fail "not summed up: $(cat out)"

row() { # EDITION FLOW FIELDS of the table of editions
    "$ARMEX" -s s verify --published -f csv 2>err | tr -d '\r' | grep "^$1,$2," | cut -d, -f"$3"
}
[ "$(row 2023 exports 3-9)" = "2024-03,2025-03,2014-2023,sipri-register,2024-03-18,as needed,101" ] ||
    fail "$(row 2023 exports 3-9)"
[ "$(row 2025 imports 3-9,15)" = "2026-03,2027-03,2016-2025,,,none,13,13" ] ||
    fail "$(row 2025 imports 3-9,15)"
"$ARMEX" -s s verify --published -f json 2>err |
    grep -q '"not_covered": *34' || fail "no json: $(cat err)"

# Windows that the register has only half of are not compared: 2009-13 lies before it.
holds 2018 exports USA share 36,34,revised
holds 2018 exports USA previous_share 30,,not_covered

# The same figures generated two years later are of a later release: revised, and no fault.
rm -rf s
register later.csv '18 May 2026 1:02:03 PM'
expect 0 "" "$ARMEX" -s s ingest later.csv
holds 2023 exports USA share 42,42,equal
holds 2023 exports KOR rank 10,3,revised
expect 0 "" "$ARMEX" -s s verify --published 2023
expect 0 "" "$ARMEX" -s s verify --published
[ "$(row 2023 exports 6-8,14)" = "sipri-register,2026-05-18,later release,0" ] ||
    fail "$(row 2023 exports 6-8,14)"

# Of the month in which an edition appeared, the last year tells; before it nothing can be right.
rm -rf s
register early.csv '18 Feb 2024 1:02:03 PM'
expect 0 "" "$ARMEX" -s s ingest early.csv
got=0
"$ARMEX" -s s verify --published 2023 2>err || got=$?
[ $got -eq 66 ] || fail "a register older than the edition: $got, $(cat err)"

# The list of deals does not help, and the message says why.
rm -rf s
expect 0 "" "$ARMEX" -s s ingest "$TESTS/ingest/files/sipri-deals/good.csv"
got=0
"$ARMEX" -s s verify --published 2023 2>err || got=$?
[ $got -eq 66 ] && grep -q 'sipri-deals has one row a deal' err || fail "$got: $(cat err)"
# Nor may its years of order pass for years of delivery: no fact sheet's table, a note elsewhere.
expect 65 "armex: SIPRI's tables go by years of delivery, and a register of deals has its volumes in the \
years of order; take sipri-register or sipri-tiv, or leave out --style" \
    "$ARMEX" -s s rank -d sipri-deals -y 2005 --style sipri
for ask in 'rank -y 2001' 'growth -e FRA' 'show -e FRA' 'flows -e FRA' 'share' 'trend -e FRA --fit mean'; do
    expect 0 "" "$ARMEX" -s s $ask -d sipri-deals -f json
    grep -q 'by year of order, not of delivery' out || fail "$ask: $(cat out)"
done

# Whole millions leave open what a register would settle: South Korea 12 after 7 is +71 %, but may
# be 12.2 after 7.0, which is the 74 printed; France 55 after 37 cannot be +44 %.
rm -rf s
{
    sed '/^Data generated/s/:.*/: 19 Dec 2023 1:02:03 PM/; /^Exports by/,$d' \
        "$TESTS/ingest/files/sipri-tiv/exports.csv"
    echo 'Exports by,2013,2014,2015,2016,2017,2018,2019,2020,2021,2022,2013-2022,Percentage,Sum total years,Percentage of total'
    while read -r before now supplier; do
        echo "$supplier,$before,,,,,,,,,$now,$((before + now)),1%,$((before + now)),1%"
    done <<'T'
175 200 United States
116 80 Russia
37 55 France
7 12 South Korea
192 153 unknown supplier(s)
T
    echo 'Total world export,527,,,,,,,,,500,1027,100%,1027,100%,'
} >table.csv
expect 0 "" "$ARMEX" -s s ingest table.csv
holds 2022 exports USA share 40,40,equal
holds 2022 exports RUS change −31,−31,equal
holds 2022 exports KOR share 2.4,2.4,equal
holds 2022 exports KOR change 74,71,open
holds 2022 exports FRA previous_share 7.1,7.0,open
holds 2022 exports FRA change 44,49,differs
holds 2022 exports KOR rank 9,4,differs
holds 2022 exports WLD change −5.1,−5.1,equal
holds 2022 exports WLD change_over_10_years 4.8,,not_covered
holds 2022 imports IND share 11,,not_covered

# Gapminder's table of states alone, without a total: what unknown suppliers add is left open,
# and what differs all the same is doubtful, for the table is at second hand.
rm -rf s
{
    echo geo,time,arms_exports_us_inflation_adjusted
    printf 'usa,2017,175000000\nrus,2017,116000000\nfra,2017,37000000\nkor,2017,7000000\n'
    printf 'usa,2022,200000000\nrus,2022,80000000\nfra,2022,55000000\nkor,2022,12000000\n'
    printf 'swe,2017,191500000\nswe,2022,152800000\nnor,2013,1\n'
} >ddf--datapoints--arms_exports_us_inflation_adjusted--by--geo--time.csv
expect 0 "" "$ARMEX" -s s ingest ddf--*.csv --vintage 2023-11-20
holds 2022 exports USA share 40,40,equal
holds 2022 exports KOR change 74,71,open
holds 2022 exports FRA change 44,49,doubtful
expect 0 "" "$ARMEX" -s s verify --published 2022
[ "$(row 2022 exports 6-8)" = "gapminder-arms-exports,2023-11-20,second hand" ] ||
    fail "$(row 2022 exports 6-8)"
# A table at second hand may be older than its date: its last year says of which release it is.
"$ARMEX" -s t ingest ddf--*.csv --vintage 2025-11-20 >out || fail "$(cat out)"
"$ARMEX" -s t verify --published -f csv | grep -q '^2022,exports,.*,second hand,' ||
    fail "the last year does not tell"

# Decimals by edition: whole per cents to 2014, from 2015 on one decimal below 10. Of all figures
# quoted only these have others: pages that cut a digit off, or had one more.
awk -F, 'NR > 1 && $7 == "percent" && $6 != "" && $1 != "WLD" {
    match($0, /Transfers, [0-9]*/)
    edition = substr($0, RSTART + 11, 4)
    size = $6 < 0 ? -$6 : $6
    decimals = edition > 2014 && size < 9.95
    if (($6 ~ /[.]/) != decimals)
        print edition, $4, $1, $5, $6
}' "$SOURCE_DIR/datasets/sipri-factsheets/observations.csv" | sort >others
sort >expected <<'T'
2016 exports FRA share 6
2016 imports IND share 12.8
2021 exports KOR change 176.8
2021 exports USA share 32.2
2021 exports USA share 38.6
2024 exports CHN change -5
2025 exports KOR share 3
2025 imports IND change -4
T
cmp -s others expected || fail "decimals other than the edition's: $(cat others)"

# The files of the store are still verified without the option, by dataset.
expect 0 "" "$ARMEX" -s s verify gapminder-arms-exports
grep -q whole out || fail "$(cat out)"
