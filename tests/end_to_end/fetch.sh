# A publisher on this machine is asked for its newest file: only for what is newer, whole or not
# at all, read or not kept; whatever it does instead is said, with a status that tells a timer
# whether to try again.
. "$(dirname "$0")/common.sh"
need python3
[ -x "$BINARY_DIR/armex-fetch" ] || skip "armex-fetch is not built"

printf 'entity,year,value,unit,measure\nFRA,2022,27000000000,eur,orders\n' >one.csv
sed 's/27000000000/26500000000/' one.csv >two.csv
cp one.csv served
python3 "$TESTS/end_to_end/publisher/server.py" 2>server_words &
server=$!
trap 'kill $server 2>/dev/null' EXIT
for _ in $(seq 100); do
    [ -e port ] && break
    sleep 0.1
done
[ -e port ] || skip "no server can be had: $(cat server_words)"
here=http://127.0.0.1:$(cat port)
fetch() {
    "$ARMEX" -s store fetch "$@"
}

# Fetched, read, and of the day that its publisher gives it.
fetch mine --url $here/file.csv -f csv >out 2>err || fail "$(cat err)"
grep -q '^store/.fetched/mine/file.csv,mine,2026-02-12,1,2022,2022,1,.*,new' out ||
    fail "$(cat out)"
"$ARMEX" -s store show -d mine -f csv | grep -q '27000000000' || fail "it cannot be asked"
same one.csv store/.fetched/mine/file.csv

# Asked again: the publisher is told what is here, and nothing is sent or changed.
cp store/.fetched/mine/state.json state
: >asked
expect 0 "mine: has not changed" fetch mine --url $here/file.csv
grep -q '^/file.csv "[0-9a-f]*" Thu, 12 Feb 2026 10:00:00 GMT$' asked || fail "$(cat asked)"
same state store/.fetched/mine/state.json
# What was lost of the store is there again, though nothing is sent.
rm store/mine/*.h5
expect 0 "mine: has not changed" fetch mine --url $here/file.csv
"$ARMEX" -s store show -d mine -f csv | grep -q '27000000000' || fail "it is not there again"
# A file that was touched, and a state that was, are asked for whole.
for damage in 'echo x >>store/.fetched/mine/file.csv' 'echo x >store/.fetched/mine/state.json' \
    'rm store/.fetched/mine/file.csv'; do
    eval "$damage"
    : >asked
    expect 0 "" fetch mine --url $here/file.csv
    [ "$(cat asked)" = "/file.csv - -" ] || fail "after '$damage': $(cat asked)"
    same one.csv store/.fetched/mine/file.csv
done
: >asked
expect 0 "" fetch mine --url $here/file.csv --again
[ "$(cat asked)" = "/file.csv - -" ] || fail "--again asks with a condition"
expect 0 "" fetch mine --url $here/file.csv --dry-run
[ "$(cat out)" = "mine: $here/file.csv, if it has changed" ] || fail "$(cat out)"
[ "$(wc -l <asked)" -eq 1 ] || fail "--dry-run asks"

# A newer file takes the older one's place, and is another vintage.
cp two.csv served
expect 0 "" fetch mine --url $here/file.csv --vintage 2026-03-01
"$ARMEX" -s store show -d mine -f csv | grep -q '26500000000' || fail "the newer is not there"
"$ARMEX" -s store show -d mine@2026-02-12 -f csv | grep -q '27000000000' ||
    fail "the older is gone"

# Packed for the way, and led elsewhere, it is the same file.
expect 0 "" fetch packed --url $here/packed
same two.csv store/.fetched/packed/packed
expect 0 "" fetch led --url $here/elsewhere
same two.csv store/.fetched/led/elsewhere

# Whatever goes wrong: said, with the right status, and what is there stays.
find store -type f | LC_ALL=C sort | xargs sha256sum >before
# wrong STATUS PATH WORDS [OPTION...]
wrong() {
    status=$1 path=$2 words=$3
    shift 3
    expect "$status" "armex: $here/$path: $words" fetch mine --url $here/$path "$@"
    find store -type f | LC_ALL=C sort | xargs sha256sum >after
    same before after
}
wrong 66 404 "the publisher does not hand it out (status 404)"
wrong 66 403 "the publisher does not hand it out (status 403)"
wrong 66 odd "the publisher does not hand it out (status 304)"
wrong 75 429 "the publisher cannot answer now (status 429)"
wrong 75 503 "the publisher cannot answer now (status 503)"
wrong 75 cut "transfer closed with 99500 bytes remaining to read"
wrong 75 cut-chunk "$(fetch mine --url $here/cut-chunk 2>&1 >/dev/null | sed 's/^armex: [^ ]* //')"
wrong 65 circle "leads from one address to the next"
wrong 65 away "leads to http://192.0.2.1/file.csv, which is not https: nobody could be sure whose file \
it is"
wrong 65 large "is larger than 1 million bytes; --largest allows more" --largest 1
wrong 65 pour "is larger than 1 million bytes; --largest allows more" --largest 1
status=0
fetch mine --url $here/nowhere >out 2>err || status=$?
[ $status -eq 65 ] || fail "led to a file of this machine: status $status: $(cat err)"
status=0
fetch mine --url $here/silent --timeout 1 >out 2>err || status=$?
[ $status -eq 75 ] || fail "a silent publisher: status $status: $(cat err)"
# A page that says sorry is no data: it is not known as fetched, and asked for again.
status=0
fetch mine --url $here/page >out 2>err || status=$?
[ $status -eq 65 ] || fail "a page instead of data: status $status: $(cat err)"
find store -type f | LC_ALL=C sort | xargs sha256sum >after
same before after
expect 65 "armex: http://192.0.2.1/x: is not https: nobody could be sure whose file it is" \
    fetch mine --url http://192.0.2.1/x
expect 65 "armex: http://127.0.0.1.example.org/x: is not https: nobody could be sure whose file \
it is" fetch mine --url http://127.0.0.1.example.org/x
expect 65 "armex: http://me:secret@127.0.0.1/x: holds a name or a password, which would be kept \
beside the file" fetch mine --url http://me:secret@127.0.0.1/x
expect 65 "armex: file:///etc/passwd: is no address of a file" fetch mine --url file:///etc/passwd
"$ARMEX" -s store verify >out 2>err || fail "the store is not whole: $(cat out err)"
[ -z "$(find store -name '*.part*' -o -name '.*.tmp*')" ] || fail "left behind: $(find store)"

# One that fails does not keep the others from being fetched.
kill $server
wait $server 2>/dev/null || :
status=0
fetch mine --url $here/file.csv >out 2>err || status=$?
[ $status -eq 75 ] || fail "nobody answers: status $status: $(cat err)"

expect 64 "armex: no publisher is known of 'cpi-uk'; did you mean 'cpi-us'?" fetch cpi-uk
expect 64 "armex: SIPRI offers sipri-register to people only: download it at \
https://armstransfers.sipri.org, then 'armex ingest FILE'
try 'armex fetch --help'" fetch sipri-register
expect 64 "armex: '../x' cannot name a dataset: names are lower-case letters, digits and single \
hyphens between them
try 'armex fetch --help'" fetch ../x
expect 0 "" fetch worldbank-ms-mil-xprt-kd --dry-run
grep -q 'indicator/MS.MIL.XPRT.KD?downloadformat=csv$' out || fail "$(cat out)"

mkdir alone
cp "$ARMEX" alone/armex
ln -s "$BINARY_DIR/share" alone/share
expect 69 "armex: armex-fetch is missing, which asks publishers: it is built and installed with \
armex where libcurl4-openssl-dev is there" alone/armex -s store fetch mine --url $here/file.csv
