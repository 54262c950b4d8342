# Names that nobody knows, rows that are wrong: --map, --unknown, --rejects.
. "$(dirname "$0")/common.sh"

printf 'entity,year,measure,unit,value\nKOR,2020,orders,usd,5\nRuritania,2020,orders,usd,7\n' >mine.csv
printf 'POL,2020,orders,usd,x\n' >>mine.csv
ingest="$ARMEX -s s ingest --vintage 2024-01-01"

expect 65 "mine.csv:3:1: no entity is called 'Ruritania'; did you mean Mauritania or Romania?" $ingest mine.csv
[ ! -e s ] || fail "a file that was refused is stored"

# All three at once, and what was kept can be asked for.
printf 'written,means\nnot there,FRA\n' >map.csv
expect 0 "" $ingest mine.csv --map map.csv --unknown keep --rejects aside.csv -f json
grep -q "Rows set aside as wrong: 1 (line 4)" out || fail "said: $(cat out)"
grep -q "stand for themselves: 1: 'Ruritania' (unlisted-ruritania)" out || fail "said: $(cat out)"
cat >expected <<'END'
entity,year,measure,unit,value,line,column,reason
POL,2020,orders,usd,x,4,21,"'x' is not a number; leave the cell empty if unknown"
END
same expected aside.csv
"$ARMEX" -s s show -d mine -e unlisted-ruritania,KOR -f csv >out 2>err || fail "$(cat err)"
[ "$(sed -n '2,3p' out | cut -d, -f1-4)" = "unlisted-ruritania,Ruritania,2020,7
KOR,South Korea,2020,5" ] || fail "shown: $(cat out)"
"$ARMEX" -s s rank -d mine -y 2020 -f csv >out 2>err || fail "$(cat err)"
[ "$(sed -n '2p' out | cut -d, -f1-3)" = "1,KOR,South Korea" ] || fail "ranked: $(cat out)"
[ "$(wc -l <out)" -eq 2 ] || fail "a name that nobody knows is ranked: $(cat out)"

# Its export comes back as it was.
"$ARMEX" -s s export -d mine -o again.csv || fail "no export"
expect 0 "" "$ARMEX" -s s ingest again.csv --vintage 2024-02-02 --dataset again --unknown keep
"$ARMEX" -s s show -d again -e unlisted-ruritania -f csv | grep -q ',2020,7,' || fail "it is another"

# A map settles it; the vintage that stands stays.
printf 'written,means\nRuritania,ROU\n' >map.csv
sed -i '$d' mine.csv
expect 0 "" $ingest mine.csv --map map.csv --dataset mapped
"$ARMEX" -s s show -d mapped -e ROU -f csv | grep -q '^ROU,Romania,2020,7,' || fail "not mapped"
expect 0 "" $ingest mine.csv --map map.csv --dataset mapped -f json
grep -q "mine.csv is stored already, and stays as it was first read" out || fail "said: $(cat out)"

# No row is wrong: the file holds the header alone.
expect 0 "" $ingest mine.csv --map map.csv --dataset mapped --rejects aside.csv
[ "$(cat aside.csv)" = "entity,year,measure,unit,value,line,column,reason" ] || fail "$(cat aside.csv)"

# Whole or not at all, and never in place of what is read.
expect 73 "armex: nowhere/aside.csv: cannot be created: No such file or directory" \
    $ingest mine.csv --map map.csv --dataset third --rejects nowhere/aside.csv
[ ! -e s/third ] || fail "stored without its rejects"
tail="
try 'armex ingest --help'"
expect 64 "armex: --rejects: 'mine.csv' is the file to be read$tail" $ingest mine.csv --rejects mine.csv
expect 64 "armex: --rejects takes the rows of one file; read the files one by one$tail" \
    $ingest mine.csv again.csv --rejects aside.csv
expect 64 "armex: --unknown: 'kep' is neither stop nor keep$tail" $ingest mine.csv --unknown kep
expect 66 "armex: nomap.csv: there is no such file" $ingest mine.csv --map nomap.csv

# Standard input, packed.
gzip -c mine.csv | $ingest - --map map.csv --dataset piped >/dev/null || fail "not from a pipe"
"$ARMEX" -s s show -d piped -e ROU -f csv | grep -q '^ROU,Romania,2020,7,' || fail "not mapped in a pipe"
