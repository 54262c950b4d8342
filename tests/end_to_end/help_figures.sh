# The figures that the help of compare, check, robust, revisions, show and plot names are those
# that come out of the examples. (statistics.sh has growth, rank, share, trend and flows.)
. "$(dirname "$0")/common.sh"

# A line: command | words of its help | filter of the row | column | what stands there | arguments
table() {
    cat <<'END'
compare|in one year of seven, orders and deliveries moved the same way|,deliveries,orders,|same_direction|0.14285714285714285|national-figures -e FRA
compare|the same way in half of six years|,orders,deliveries-tiv,|same_direction|0.5|national-figures sipri-factsheets -e KOR
check|the first is 7.25 rounded|orders 2021|found_words|7.25 billion USD|'KOR orders 2021 = 7.3 bn usd' 'KOR orders 2023 = 14 bn usd'
check|the first is 7.25 rounded|orders 2021|verdict|rounding|'KOR orders 2021 = 7.3 bn usd' 'KOR orders 2023 = 14 bn usd'
check|the second a preliminary figure of December 2023: 13 bn stands now|orders 2023|reason|orders 2023 as known in Dec 2023; what stands is 13 billion USD|'KOR orders 2021 = 7.3 bn usd' 'KOR orders 2023 = 14 bn usd'
check|South Korea is 10th in SIPRI's fact sheet|South Korea|found|10|'KOR rank 2019-23 <= 10'
robust|South Korea's growth holds in 6 of 20 choices|all,|holds|6|'KOR orders growth 2021-2023 > 50 %'
robust|South Korea's growth holds in 6 of 20 choices|all,|n|20|'KOR orders growth 2021-2023 > 50 %'
robust|in none that starts in 2022|start,2022|holds|0|'KOR orders growth 2021-2023 > 50 %'
robust|10th or better in all five of SIPRI's fact sheets from 2022 to 2026|2022-03|holds|yes|'KOR rank 2019-23 <= 10' --choices
robust|10th or better in all five of SIPRI's fact sheets from 2022 to 2026|2026-03|holds|yes|'KOR rank 2019-23 <= 10' --choices
revisions|South Korea's orders of 2023 went from 13.5 to 13 billion dollars|,2023,|before|13500000000|-d national-figures -e KOR -m orders --from 2025-02-01 --to 2026-11-23
revisions|South Korea's orders of 2023 went from 13.5 to 13 billion dollars|,2023,|after|13000000000|-d national-figures -e KOR -m orders --from 2025-02-01 --to 2026-11-23
revisions|what stood before the present figure, and since when|,2023,|previous|13500000000|-d national-figures -e KOR -m orders -y 2023
revisions|what stood before the present figure, and since when|,2023,|previous_published|2025-01-02|-d national-figures -e KOR -m orders -y 2023
show|South Korea's export orders, year by year, in dollars|,2024,|unit|usd|-d national-figures -e 'South Korea' -m orders -y 2015-2024
show|every figure ever given for 2023, and the one that stands|,yes,|value|13000000000|-d national-figures -e KOR -m orders -y 2023 --publications
END
}

# The column of the first row with the filter in it; commas between quotes set nothing apart.
cell() {
    tr -d '\r' <out | awk -v want="$1" -v has="$2" '
        function split_row(row,    i, c, n, quoted) {
            n = 1; delete fields; quoted = 0
            for (i = 1; i <= length(row); i++) {
                c = substr(row, i, 1)
                if (c == "\"") quoted = !quoted
                else if (c == "," && !quoted) n++
                else fields[n] = fields[n] c
            }
            return n
        }
        NR == 1 { n = split_row($0); for (i = 1; i <= n; i++) if (fields[i] == want) column = i; next }
        index($0, has) { split_row($0); print fields[column]; exit }'
}

says() {
    expect 0 "" "$ARMEX" "$1" --help
    tr '\n' ' ' <out | tr -s ' ' | grep -qF "$2" || fail "$1 --help does not say: $2"
}

table >lines
[ "$(wc -l <lines)" -eq 17 ] || fail "the table has $(wc -l <lines) lines"
while IFS='|' read -r command words filter column expected arguments; do
    says "$command" "$words"
    "$ARMEX" "$command" --help | tr '\n' ' ' | tr -s ' ' | grep -qF "armex $command $arguments" ||
        fail "$command --help has no example with $arguments"
    eval "set -- $arguments"
    expect 0 "" "$ARMEX" "$command" "$@" -f csv
    found=$(cell "$column" "$filter")
    [ "$found" = "$expected" ] || fail "$command: $column is $found, not $expected: $(cat out)"
done <lines

# five fact sheets, and no more
expect 0 "" "$ARMEX" robust 'KOR rank 2019-23 <= 10' --choices -f csv
[ "$(grep -c ',yes' out)" -eq 5 ] && [ "$(wc -l <out)" -eq 6 ] || fail "$(cat out)"

# "when South Korea's orders changed level: 2007, 2011 and 2021"
says plot "when South Korea's orders changed level: 2007, 2011 and 2021"
expect 0 "" "$ARMEX" trend -d national-figures -m orders -e KOR --fit steps -f csv
[ "$(cut -d, -f4 out | tr '\n' ' ')" = 'year 2007 2011 2021 ' ] || fail "$(cat out)"
