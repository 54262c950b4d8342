# Every file of SIPRI's that is at hand is stored, or refused with a reason and status 65.
. "$(dirname "$0")/common.sh"
data=
for place in "$SOURCE_DIR/../shared/data/sipri" "$SOURCE_DIR/../../shared/data/sipri"; do
    [ -d "$place" ] && data=$place
done
[ -n "$data" ] || skip "the publisher's files are not here; they may not be passed on"

stored=0
refused=0
for file in "$data"/*.* "$data"/*/*.csv; do
    status=0
    "$ARMEX" -s "s/$(basename "$file")" ingest "$file" >out 2>err || status=$?
    case $status in
    0) stored=$((stored + 1)) ;;
    65) refused=$((refused + 1)) ;;
    *) fail "status $status: $file$newline$(cat err)" ;;
    esac
done
[ "$stored" -ge 122 ] || fail "only $stored files were stored"
[ "$refused" -eq 8 ] || fail "$refused files were refused"

"$ARMEX" -s r ingest "$data/trade_2023.csv" --vintage 2024-03-11 >out || fail "$(cat out)"
"$ARMEX" -s r rank -d sipri-register -y 2019-2023 --window 5 --style sipri --top 3 -f csv >out
# SIPRI's fact sheet of March 2024 prints: 42, 34, 17; 11, 7.2, 47; 11, 21, -53
cut -d, -f1,2,6,8,9 out | sed 's/\(\.[0-9][0-9][0-9]\)[0-9]*/\1/g' >table
printf '%s\r\n' 'rank,entity,share,previous_share,change' '1,USA,0.417,0.344,0.171' \
    '2,FRA,0.109,0.071,0.473' '3,RUS,0.105,0.214,-0.525' | tr -d '\r' >printed
tr -d '\r' <table | cmp -s - printed || fail "$(cat table)"
