# Where data cannot go: status 73 when nothing can be created there, 74 when writing fails.
. "$(dirname "$0")/common.sh"

expect 73 "armex: no/such/x.csv: cannot be created: No such file or directory" \
    "$ARMEX" entities nato -o no/such/x.csv
[ ! -e no ] || fail "a folder was made"

mkdir folder
expect 73 "armex: folder: cannot be created: Is a directory" \
    "$ARMEX" entities nato -o folder

# Whole or not at all: what stood there stands after a failure, and goes after a success.
echo old >x.csv
expect 64 "armex: no country or group is called 'Soth Korea'; did you mean 'South Korea' or 'North Korea'?" \
    "$ARMEX" entities 'Soth Korea' -o x.csv
[ "$(cat x.csv)" = old ] || fail "a failure changed the output"
expect 0 "" "$ARMEX" entities nato -f csv -o x.csv
[ ! -s out ] || fail "-o printed as well"
"$ARMEX" entities nato -f csv >y.csv
same x.csv y.csv
[ "$(ls -A | tr '\n' ' ')" = "err folder out x.csv y.csv " ] || fail "left behind: $(ls -A)"

# - is standard output.
"$ARMEX" entities nato -f csv -o - >z.csv
same x.csv z.csv

if [ -e /dev/full ]; then
    got=0
    "$ARMEX" entities >/dev/full 2>err || got=$?
    [ $got -eq 74 ] || fail "full output: status $got, not 74"
    [ "$(cat err)" = "armex: standard output: No space left on device" ] ||
        fail "full output: $(cat err)"
fi

# A pipe that nobody reads: no words, for nobody is there to miss the data.
(
    "$ARMEX" entities 2>err
    echo $? >status
) | true
until [ -s status ]; do sleep 0.1; done
case $(cat status) in
0 | 74) ;; # 0: the pipe took it all before its reader was gone
*) fail "closed pipe: status $(cat status)" ;;
esac
[ ! -s err ] || fail "closed pipe: $(cat err)"

# A chart's picture, script and data are all put in place, or none.
korea="plot line -d national-figures -e KOR -m orders"
mkdir none
expect 73 "armex: no/such/x.svg: cannot be created: No such file or directory" \
    "$ARMEX" $korea -o no/such/x.svg --script none/x.gp --data none/x.csv
expect 73 "armex: no/such/x.csv: cannot be created: No such file or directory" \
    "$ARMEX" $korea -o none/x.svg --script none/x.gp --data no/such/x.csv
[ -z "$(ls -A none)" ] || fail "left behind: $(ls -A none)"
"$ARMEX" $korea --data none/x.csv
"$ARMEX" $korea --data - >piped.csv
same none/x.csv piped.csv
