# Two threads that read and store many files leave and say what one thread does, in the files' order.
. "$(dirname "$0")/common.sh"

tidy() {
    printf 'entity,name,year,measure,unit,value,published\nKOR,South Korea,2021,orders,usd,%s,2022-01-01\n' "$1"
}
files=
for n in 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20; do
    mkdir $n
    # Every third file is a dataset of its own, the others vie for one vintage.
    case $n in
        03 | 06 | 09 | 12 | 15 | 18) file=$n/own-$n.csv ;;
        *) file=$n/shared.csv ;;
    esac
    tidy 1$n >$file
    files="$files $file"
done
tidy many >07/shared.csv
cp 01/shared.csv 08/shared.csv

try() { # THREADS
    got=0
    "$ARMEX" -s store ingest $files --threads "$1" -f csv >"out-$1" 2>"err-$1" || got=$?
    echo "$got" >"status-$1"
    (cd store && find . -type f | sort | xargs sha256sum) >"sums-$1"
    rm -r store
}

try 1
[ "$(cat status-1)" = 65 ] || fail "status $(cat status-1): $(cat err-1)"
[ "$(wc -l <sums-1)" -eq 7 ] || fail "not seven vintages: $(cat sums-1)"
grep -q "^07/shared.csv:2:[0-9]*: 'many' is no" err-1 || fail "$(cat err-1)"
[ "$(wc -l <err-1)" -eq 12 ] || fail "not one word a file: $(cat err-1)"
grep -q '^08/shared.csv,.*the same' out-1 || fail "$(cat out-1)"
for round in 1 2 3 4 5 6 7 8 9 10; do
    try 2
    same status-1 status-2
    same sums-1 sums-2
    same out-1 out-2
    same err-1 err-2
done
