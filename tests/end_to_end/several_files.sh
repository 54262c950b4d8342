# Several files: each stands alone, and the status is that of the first failure.
. "$(dirname "$0")/common.sh"

tidy() {
    printf 'entity,name,year,measure,unit,value,published\nKOR,South Korea,2021,orders,usd,%s,%s\n' \
        "$1" "$2"
}
tidy 7250000000 2022-01-01 >one.csv
tidy x 2022-01-01 >bad.csv
tidy 13000000000 2024-01-01 >two.csv

got=0
"$ARMEX" -s s ingest one.csv bad.csv nothere.csv two.csv --dataset mine -f csv >out 2>err || got=$?
[ $got -eq 65 ] || fail "status $got, not 65: $(cat err)"
[ "$(grep -c ',new$' out)" -eq 2 ] || fail "stored: $(cat out)"
[ "$(ls s/mine)" = "2022-01-01.h5
2024-01-01.h5" ] || fail "stored: $(ls s/mine)"
[ "$(wc -l <err)" -eq 2 ] || fail "said: $(cat err)"
sed -n 1p err | grep -q '^bad.csv:2:[0-9]*: ' || fail "said: $(cat err)"
sed -n 2p err | grep -q '^armex: nothere.csv' || fail "said: $(cat err)"
