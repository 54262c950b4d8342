# The figures that the help of share and trend names are those that come out.
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
    expect 0 "" "$ARMEX" --threads $threads $french --forecast 5 -f csv
    cp out answer.$threads
done
same answer.1 answer.2
same answer.1 answer.7
