# A first specification: it explains itself, works as it stands, and takes nobody's place.
. "$(dirname "$0")/common.sh"
need gnuplot

expect 0 "" "$ARMEX" report --init report.yaml
[ ! -s out ] || fail "a file was named, and something was printed"
"$ARMEX" report --init >printed.yaml
same report.yaml printed.yaml
"$ARMEX" report --init -o written.yaml
same report.yaml written.yaml
grep -q '^# The first report of your own' report.yaml || fail "it does not explain itself"

expect 0 "" "$ARMEX" report report.yaml -o report
grep -q '<h1>France: orders of arms for export</h1>' report/index.html || fail "no title"
# 27 billion in 2022, 21.6 in 2024: datasets/national-figures
grep -q 'The newest figure is €21.6 billion, 20% below the peak of 2022' report/index.html ||
    fail "no finding"
grep -q '"left_out": \[\]' report/manifest.json || fail "something in it is left out"
[ -s report/charts/orders.pdf ] || fail "no chart"

echo mine >mine.yaml
expect 73 "armex: mine.yaml: is there already, and is left as it is" \
    "$ARMEX" report --init mine.yaml
[ "$(cat mine.yaml)" = mine ] || fail "a file of the user's is gone"
expect 64 "armex: where to? --init writes to 'a.yaml' or to --output, not to both
try 'armex report --help'" "$ARMEX" report --init a.yaml -o b.yaml

# A copy of a report that ships with the program, and no other is begun with.
"$ARMEX" report --init --builtin south-korea >copy.yaml
same copy.yaml "$SOURCE_DIR/engine/report/specs/south-korea.yaml"
"$ARMEX" report --list-builtin >list
! grep -qE 'first|^report' list || fail "the first specification is no report of the list"

# Its faults are found where they are.
line=$(grep -n 'pick: last' report.yaml | cut -d: -f1)
sed -i "s/pick: last/pikc: last/" report.yaml
expect 78 "report.yaml:$line:86: there is no key 'pikc'; did you mean 'pick'?" \
    "$ARMEX" report report.yaml -o other
[ ! -e other ] || fail "a folder was made from a wrong specification"
