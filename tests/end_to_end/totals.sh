# armex ingest --totals: the same bytes by any number of threads, the same file again, ^C leaves nothing half done.
. "$(dirname "$0")/common.sh"

awk 'BEGIN {
    print "refYear,reporterISO,partnerISO,cmdCode,cmdDesc,flowCode,primaryValue"
    split("FRA DEU USA KOR TUR", who, " "); split("X M RX RM", flow, " "); x = 1
    for (i = 0; i < 60000; i++) {
        x = (x * 16807) % 2147483647
        printf "%d,%s,%s,9301,\"arms, %d\",%s,%d.%03d\n", 1990 + x % 30, who[1 + int(x / 64) % 5], who[1 + int(x / 512) % 5],
            x, flow[1 + int(x / 4096) % 4], x % 1000003, x % 1000
    }
}' >trade.csv

for threads in 1 2 3; do
    "$ARMEX" -s s$threads ingest --totals --threads $threads trade.csv -f csv >out 2>err || fail "threads $threads: $(cat err)"
    grep -q '^trade.csv,comtrade-hs93,2019,20,1990,2019,600,0,,new$' out || fail "said: $(cat out)"
    cmp -s s1/comtrade-hs93/2019.h5 s$threads/comtrade-hs93/2019.h5 || fail "threads $threads give other bytes"
done
"$ARMEX" -s s1 verify -q >out 2>err || fail "verify: $(cat out err)"
"$ARMEX" -s s1 ingest --totals trade.csv -f csv | grep -q ',the same$' || fail "the same file is not the same"
head -n 50000 trade.csv >other.csv
"$ARMEX" -s s1 ingest --totals other.csv >out 2>err && fail "other figures took the place of a vintage"
grep -q 'this vintage is stored already, from other bytes' err || fail "said: $(cat err)"

# By hand: awk adds in doubles, thousandths of at most a million each, so that only the last digits may differ.
want=$(awk -F, '$2 == "KOR" && $1 == 2001 && $(NF - 1) == "X" { s += $NF } END { printf "%.3f", s }' trade.csv)
got=$("$ARMEX" -s s1 show -q -d comtrade-hs93 -e KOR -y 2001-2001 --flow exports -f csv | awk -F, '$1 == "KOR" { printf "%.3f", $4 }')
[ "$got" = "$want" ] || fail "South Korea exported $got in 2001, not $want"

interrupt comtrade-hs93 ingest --totals trade.csv trade.csv trade.csv
