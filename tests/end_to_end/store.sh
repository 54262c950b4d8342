# The user's own store: filled, filled again, in conflict, unreadable.
. "$(dirname "$0")/common.sh"

printf 'entity,name,year,measure,unit,value\nKOR,South Korea,2021,orders,usd,7250000000\n' >a.csv
sed 's/7250/7260/' a.csv >b.csv
ask='--dataset mine --vintage 2026-01-02'

expect 0 "" "$ARMEX" -s s ingest a.csv $ask -f csv
[ "$(cat out)" = "file,dataset,vintage,series,from,to,observations,nil,publications,stored
a.csv,mine,2026-01-02,1,2021,2021,1,0,,new" ] || fail "new: $(cat out)"
first=$(cksum <s/mine/2026-01-02.h5)
expect 0 "" "$ARMEX" -s s ingest a.csv $ask -f csv
grep -q 'the same$' out || fail "again: $(cat out)"

# Other figures of the same vintage are refused, and the stored file stays as it is.
got=0
"$ARMEX" -s s ingest b.csv $ask >out 2>err || got=$?
[ $got -eq 65 ] || fail "conflict: status $got, not 65: $(cat err)"
for word in mine 2026-01-02 "$(sha256sum <a.csv | cut -c1-12)" \
    "$(sha256sum <b.csv | cut -c1-12)"; do
    grep -q "$word" err || fail "conflict: no $word in: $(cat err)"
done
[ "$(cksum <s/mine/2026-01-02.h5)" = "$first" ] || fail "the stored file was changed"

# A dry run stores nothing.
expect 0 "" "$ARMEX" -s other ingest a.csv $ask -n -f csv
grep -q 'no (dry run)$' out || fail "dry run: $(cat out)"
[ ! -e other ] || fail "a dry run made a store"

# It is seen beside the built-in ones, and a dataset's name may be misspelt.
expect 0 "" "$ARMEX" -s s datasets -f csv
grep -q '^mine,2026-01-02,' out && grep -q '^national-figures,' out || fail "list: $(cat out)"
expect 64 "armex: there is no dataset 'mien'; did you mean 'mine'?" "$ARMEX" -s s datasets mien

# Every file is whole; one byte altered is found, and said, and nothing else is.
expect 0 "" "$ARMEX" -s s verify
size=$(wc -c <s/mine/2026-01-02.h5)
printf 'X' | dd of=s/mine/2026-01-02.h5 bs=1 seek=$((size / 2)) conv=notrunc 2>/dev/null
got=0
"$ARMEX" -s s verify -f csv >out 2>err || got=$?
[ $got -eq 1 ] || fail "altered: status $got, not 1"
[ "$(grep -c ',altered,' out)" -eq 1 ] || fail "altered: $(cat out)"
grep -q 'mine/2026-01-02.h5' err || fail "altered: $(cat err)"

# The list goes on past what cannot be read.
printf 'no vintage\n' >s/mine/2026-01-02.h5
got=0
"$ARMEX" -s s datasets -f csv >out 2>err || got=$?
[ $got -eq 65 ] || fail "damaged: status $got, not 65"
grep -q 'mine/2026-01-02.h5' err && grep -q '^national-figures,' out || fail "damaged: $(cat out err)"

# A store that was named and is not there is said, and the built-in ones answer.
expect 0 "armex: there is no store at nowhere yet; only the datasets that ship with the program are seen" \
    "$ARMEX" -s nowhere datasets
expect 0 "" "$ARMEX" -q -s nowhere datasets
