# SIPRI's register from its file to its table: ingest, growth with reasons, ranking in SIPRI's style.
. "$(dirname "$0")/common.sh"
files=$TESTS/ingest/files

expect 0 "" "$ARMEX" -s s ingest "$files/sipri-register/good.csv"
expect 0 "" "$ARMEX" -s s ingest "$files/sipri-register/good.csv"
grep -q 'the same' out || fail "the same file again is not the same: $(cat out)"
expect 0 "" "$ARMEX" -s s verify sipri-register

expect 0 "" "$ARMEX" -s s growth -d sipri-register -e FRA --method yoy -y 2003-2004 -f csv
grep -q '^FRA,France,2003,2004,0,3020000,,,zero_base' out || fail "growth out of none: $(cat out)"

# Sweden 0.36 and France 3.02 of 4.04 million, the unknown supplier's 0.66 among them
expect 0 "" "$ARMEX" -s s rank -d sipri-register -y 2003-2004 --window 2 --style sipri -f csv
head -n 2 out | grep -q '^1,FRA,France,3020000,tiv,0\.747' || fail "ranking: $(cat out)"
[ "$(wc -l <out)" -eq 3 ] || fail "more than two states are ranked: $(cat out)"

# main partners, of a register alone and of the right side
expect 0 "" "$ARMEX" -s s rank -d sipri-register -y 2003-2004 --window 2 --with recipients -f csv
[ "$(tr -d '\r' <out | sed -n 2p | cut -d, -f16-)" = "NOR,Norway,1,,,,,," ] || fail "$(cat out)"
expect 0 "" "$ARMEX" -s s rank -d sipri-register -y 2004 --style sipri --window 2 --flow imports --with suppliers
grep -q '^The largest importers of major arms and their main suppliers, 2003–2004$' out ||
    fail "no title of importers: $(cat out)"
grep -q '2  NATO' out || fail "NATO is no importer: $(cat out)"
grep -q 'unknown supplier' out && fail "nobody knows who supplies NATO: $(cat out)"
expect 64 "armex: --with suppliers goes with --flow imports
try 'armex rank --help'" "$ARMEX" -s s rank -d sipri-register --with suppliers
expect 64 "armex: --with recipients goes with --flow exports
try 'armex rank --help'" "$ARMEX" -s s rank -d sipri-register --flow imports --with recipients
expect 64 "armex: --with recipients shows deliveries as recorded; leave out --entities successor
try 'armex rank --help'" "$ARMEX" -s s rank -d sipri-register --with recipients --entities successor
expect 65 "armex: sipri-factsheets does not say who delivered to whom; for --with recipients take a \
register of transfers, such as SIPRI's" "$ARMEX" -s s rank -d sipri-factsheets --scope share -y 2023 --with recipients
# of France's 7.52 million TIV 3.02 rest on an estimated year and number, of Sweden's all
expect 0 "" "$ARMEX" -s s rank -d sipri-register -y 2000-2004 --window 3 --estimates -f csv
grep -q '^1,FRA,.*,0\.4015' out || fail "what is estimated: $(cat out)"
grep -q '^2,SWE,.*,1$' out || fail "what is estimated: $(cat out)"
expect 0 "" "$ARMEX" -s s flows -d sipri-register -e FRA --as lumpiness -y 2004 -f csv
grep -q '^FRA,France,2004,3020000,tiv,1,1001,NOR,Norway,Aircraft,3020000,1,1,,,zero_base$' out ||
    fail "the largest deal: $(cat out)"
expect 65 "armex: no recipient reports here, so there is nothing to hold against the suppliers' \
reports; customs data have both" "$ARMEX" -s s flows -d sipri-register --as mirror
expect 64 "armex: --seed is about estimates; give --as estimates too
try 'armex flows --help'" "$ARMEX" -s s flows -d sipri-register --seed 2
expect 64 "armex: --year-error: '2' is not a number from 0 to 1
try 'armex flows --help'" "$ARMEX" -s s flows -d sipri-register --as estimates --year-error 2

# one selection, one dataset; a shorter ID means the only one that goes on from it
expect 0 "" "$ARMEX" -s t ingest "$files/sipri-register/to-norway.csv"
expect 0 "" "$ARMEX" -s t show -d sipri-register -e FRA -y 2002 -f csv
grep -q '^FRA,France,2002,4500000,tiv,deliveries-tiv,to-nor,final' out ||
    fail "a selection: $(cat out)"

# a vintage that was inferred says so wherever its figures go
expect 0 "" "$ARMEX" -s v ingest "$files/sipri-register/no-preamble.csv"
note='no-preamble.csv does not say when it was generated: its vintage is inferred'
grep -q "$note" out || fail "ingest does not say so: $(cat out)"
expect 0 "" "$ARMEX" -s v rank -d sipri-register@2005-03 -y 2004
grep -q "$note" out || fail "rank does not say so: $(cat out)"

# exports and imports of one day stand beside each other
expect 0 "" "$ARMEX" -s u ingest "$files/sipri-tiv/exports.csv" "$files/sipri-tiv/imports.csv"
expect 0 "" "$ARMEX" -s u show -d sipri-tiv-imports --flow imports -e NOR -y 2003 -f csv
grep -q '^NOR,Norway,2003,1000000,tiv,deliveries-tiv,national,final' out ||
    fail "imports: $(cat out)"
expect 0 "" "$ARMEX" -s u show -d sipri-tiv -e SWE -y 2002 -f csv
grep -q '^SWE,Sweden,2002,0,tiv,deliveries-tiv,national,below_resolution' out ||
    fail "a printed 0: $(cat out)"

at=$files/sipri-register/wrong-year.csv
expect 65 "$at:13:61: '2o02' is no year of delivery" "$ARMEX" -s s ingest "$at"
