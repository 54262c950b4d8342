# Without gnuplot: status 69, and what to install; --data and --script do not need it.
. "$(dirname "$0")/common.sh"

mkdir empty
expect 69 "armex: gnuplot is missing: apt-get install gnuplot-nox" \
    env PATH="$PWD/empty" "$ARMEX" plot line -d national-figures -e KOR -m orders -o x.svg
[ ! -e x.svg ] || fail "a picture was made all the same"
expect 0 "" env PATH="$PWD/empty" "$ARMEX" plot line -d national-figures -e KOR -m orders \
    --data x.csv
[ -s x.csv ] || fail "no data"
