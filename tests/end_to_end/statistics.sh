# The figures that the help of growth, rank, share, trend and flows names are those that come out.
. "$(dirname "$0")/common.sh"

# check EXPECTED COLUMN FORMAT COMMAND...: the column in the last row of the CSV, as awk prints it.
check() {
    expected=$1
    column=$2
    format=$3
    shift 3
    expect 0 "" "$ARMEX" "$@" -f csv
    found=$(awk -F, -v name="$column" -v format="$format" '
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        { value = $at[name] }
        END { printf format, value }' out)
    [ "$found" = "$expected" ] || fail "$column is $found, not $expected: $*"
}

# says COMMAND WORDS: the help, its lines joined, holds the words.
says() {
    expect 0 "" "$ARMEX" "$1" --help
    tr '\n' ' ' <out | tr -s ' ' | grep -qF "$2" || fail "$1 --help does not say: $2"
}

check 0.213 hhi %.3f share -d sipri-factsheets -y 2018-2023
check 4.7 effective_number %.1f share -d sipri-factsheets -y 2018-2023
says share "the HHI of 2019-23 is 0.213, as if 4.7 equal states exported all"

# The United States went from 34 to 42 %, and nobody else raised the index by as much.
expect 0 "" "$ARMEX" share -d sipri-factsheets -e USA -y 2023 --decompose -f csv
grep -q '^2023,USA,United States,42,percent,0.42,0.34,0.176[34]' out || fail "$(cat out)"

check 0.061 change %.3f share -d sipri-factsheets -e USA -y 2023 --decompose
says share "the United States, from 34 to 42 %, raised the index by 0.061 since 2014-18"

korean='growth -d national-figures -e KOR -m orders'
check 0.793 growth %.3f $korean -y 2021-2023 --method cagr
check 0.339 cagr %.3f $korean -y 2021-2023 --method cagr
expect 0 "" "$ARMEX" $korean -y 2021-2023 --method cagr
grep -q "2022's 17.3 billion USD, inside the span, is above both ends" out || fail "$(cat out)"
says growth "South Korea's orders grew by 79.3 % in two years, 33.9 % a year, and 2022's 17.3 billion \
USD lie above both ends"
check -0.249 growth %.3f $korean -y 2022-2023 --interval
check -0.280 growth_low %.3f $korean -y 2022-2023 --interval
check -0.217 growth_high %.3f $korean -y 2022-2023 --interval
says growth "the fall by 24.9 % that followed may be one of 21.7 or of 28.0"

delivered='rank -d national-figures -m deliveries -y 2023 --unit usd'
check TUR entity %s $delivered --top 1
check 5.5e+09 value %.1e $delivered --top 1
check ESP entity %s $delivered --top 2
check 4.1e+09 value %.1e $delivered --top 2
says rank "Türkiye is first of those who publish deliveries, with 5.5 billion USD; Spain follows with 4.1"
tenth='rank -d sipri-factsheets --scope share -y 2023 --top 10 --details'
check 10 rank %d $tenth
check KOR entity %s $tenth
check 2.0 value %.1f $tenth
check 0.20 to_next_growth %.2f $tenth
check ISR entity %s rank -d sipri-factsheets --scope share -y 2023 --top 9 --details
says rank "South Korea is tenth in 2019-23 with 2.0 %; with 20 % more it would draw level with Israel"

cp "$TESTS/ingest/files/sipri-register/good.csv" register.csv
expect 0 "" "$ARMEX" -s mine ingest register.csv
check 7.5e+06 value %.1e -s mine flows -d sipri-register -e Norway --flow imports
check FRA partner %s -s mine flows -d sipri-register -e Norway --flow imports
[ "$(wc -l <out)" -eq 2 ] || fail "France is not alone: $(cat out)"
says flows "France alone, with 7.5 million TIV"
estimates='-s mine flows -d sipri-register --as estimates'
check 0.402 estimated %.3f $estimates -e FRA
check 6.9e+06 low %.1e $estimates -e FRA
check 8.1e+06 high %.1e $estimates -e FRA
says flows "there 40.2 % of France's exports rest on estimates, and are 6.9 to 8.1 million TIV"

french='trend -d national-figures -e FRA -m orders -y 2000-2024'
check 0.053 growth %.3f $french
check 0.032 lower %.3f $french
check 0.076 upper %.3f $french
says trend "French orders grew by 5.3 % a year, with 95 % by 3.2 to 7.6 %"

check 1.43e+10 forecast %.2e $french --forecast 1
check 6.5e+09 lower %.1e $french --forecast 1
check 3.15e+10 upper %.2e $french --forecast 1
check 4.5e+09 error %.1e $french --forecast 1
check 5.389e+09 naive_error %.3e $french --forecast 1
says trend "14.3 billion EUR for 2025, with 95 % 6.5 to 31.5; such forecasts were off by \
4.5 billion on average, the last figure alone by 5.4"

# One answer, whatever the machine has: threads do not count.
for threads in 1 2 7; do
    expect 0 "" "$ARMEX" --threads $threads $estimates -f csv
    cp out answer.$threads
done
same answer.1 answer.2
same answer.1 answer.7
for threads in 1 2 7; do
    expect 0 "" "$ARMEX" --threads $threads $french --forecast 5 -f csv
    cp out answer.$threads
done
same answer.1 answer.2
same answer.1 answer.7
