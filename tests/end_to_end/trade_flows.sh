# armex ingest of a file of Comtrade keeps every row as a flow: the same bytes by any number of threads, in little memory, and
# nothing left behind by whoever is stopped or has no room.
. "$(dirname "$0")/common.sh"

# 300,000 rows: more than memory holds of them, so that they go through the file without a name.
awk 'BEGIN {
    print "partnerISO,cmdDesc,refYear,flowCode,primaryValue,cmdCode,reporterISO"
    split("FRA DEU USA KOR TUR", who, " "); split("X M RX RM", flow, " "); split("9301 8710 930690", code, " "); x = 1
    for (i = 0; i < 300000; i++) {
        x = (x * 16807) % 2147483647
        printf "%s,\"arms, %d\",%d,%s,%s,%s,%s\n", who[1 + int(x / 512) % 5], x, 1990 + x % 30, flow[1 + int(x / 4096) % 4],
            x % 97 ? x % 1000003 "." 1 + x % 9 : "", code[1 + int(x / 99991) % 3], who[1 + int(x / 64) % 5]
    }
}' >trade.csv

for threads in 1 2 5; do
    "$ARMEX" -s s$threads ingest --threads $threads trade.csv -f csv >out 2>err || fail "threads $threads: $(cat err)"
    grep -q '^trade.csv,comtrade-arms,2019,20,1990,2019,600,0,,new$' out || fail "said: $(cat out)"
    same s1/comtrade-arms/2019.h5 s$threads/comtrade-arms/2019.h5
done
[ "$(find s1 | sort | tr '\n' ' ')" = "s1 s1/comtrade-arms s1/comtrade-arms/2019.h5 " ] || fail "left behind: $(find s1)"
"$ARMEX" -s s1 verify -q >out 2>err || fail "verify: $(cat out err)"
"$ARMEX" -s s1 ingest trade.csv -f csv | grep -q ',the same$' || fail "the same file is not the same"

# By hand: awk adds in doubles, tenths, so that only the last digits may differ.
want=$(awk -F, '$NF == "KOR" && $1 == "TUR" && $(NF - 4) == 2001 && $(NF - 3) == "X" { s += $(NF - 2) } END { printf "%.1f", s }' trade.csv)
got=$("$ARMEX" -s s1 flows -q -d comtrade-arms -e KOR --partner TUR -y 2001-2001 -f csv | awk -F, '$2 == "KOR" { printf "%.1f", $6 }')
[ "$got" = "$want" ] || fail "Türkiye got $got of South Korea in 2001, not $want"
want=$(awk -F, '$NF == "KOR" && $(NF - 4) == 2001 && $(NF - 3) == "X" && $(NF - 1) == 8710 { s += $(NF - 2) } END { printf "%.1f", s }' trade.csv)
got=$("$ARMEX" -s s1 flows -q -d comtrade-arms -e KOR --category 8710 -y 2001-2001 -f csv | awk -F, '$2 == "KOR" { s += $6 } END { printf "%.1f", s }')
[ "$got" = "$want" ] || fail "South Korea sent tanks for $got in 2001, not $want"
"$ARMEX" -s s1 show -d comtrade-arms -e KOR -y 2001-2001 >out
grep -q 'added up from 300000 rows of arms: chapter 93 and tanks (8710) of the Harmonized System' out || fail "said: $(cat out)"

# What comes through a pipe is read whole, and gives the same figures and flows.
"$ARMEX" -s piped ingest - <trade.csv >out 2>err || fail "from standard input: $(cat err)"
cat trade.csv | "$ARMEX" -s pipe ingest - >out 2>err || fail "from a pipe: $(cat err)"
for store in piped pipe; do
    for command in "show -e all" "flows --top 1000 -y 1990-2019" "flows --as matrix"; do
        "$ARMEX" -s s1 $command -q -d comtrade-arms -f csv >one
        "$ARMEX" -s $store $command -q -d comtrade-arms -f csv >two
        same one two
    done
done

# A row that cannot be read is named, and nothing is stored.
{ cat trade.csv; printf 'FRA,arms,2001,X,many,9301,DEU\n'; } >wrong.csv
expect 65 "wrong.csv:300002:17: 'many' is no value in dollars; leave the cell empty if unknown" "$ARMEX" -s none ingest wrong.csv
[ -z "$(find none -type f 2>/dev/null)" ] || fail "left behind: $(find none)"

interrupt comtrade-arms ingest trade.csv trade.csv trade.csv

# A disk with room for neither the rows nor the file.
[ "$(id -u)" -eq 0 ] || exit 0
mkdir disk
mount -t tmpfs -o size=2m tmpfs disk 2>/dev/null || exit 0
trap 'umount disk' EXIT
expect 74 "armex: rows cannot be put aside while they are read: No space left on device" "$ARMEX" -s disk ingest trade.csv
[ -z "$(find disk -type f)" ] || fail "left behind: $(find disk)"
mount -o remount,size=7m disk
expect 74 "armex: disk/comtrade-arms/2019.h5: cannot be written: No space left on device" "$ARMEX" -s disk ingest trade.csv
[ -z "$(find disk -type f)" ] || fail "left behind: $(find disk)"
