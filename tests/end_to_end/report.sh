# A report from the command line: whole, the same twice, checked, and its faults named.
. "$(dirname "$0")/common.sh"
need gnuplot
need xmllint

expect 0 "" "$ARMEX" report --builtin south-korea -o one
expect 0 "" "$ARMEX" report --builtin south-korea -o two
for file in $(cd one && find . -type f); do
    same "one/$file" "two/$file"
done
for picture in one/charts/*.svg; do
    xmllint --noout "$picture" || fail "$picture is not well-formed"
done
# By the claim's own two years orders nearly doubled; the peak lies between them.
grep -q '17.3 billion in 2022' one/index.html || fail "the peak is not on the page"
grep -q 'aria-current="true">holds in part' one/index.html || fail "no verdict"
! grep -qE '<(img|script|link|iframe|source|object|embed)[^>]*(src|href)="[^d]' one/index.html ||
    fail "the page asks for something that is not in it"
! grep -q "$PWD" one/index.html one/manifest.json || fail "a path of this machine"

expect 0 "the report is up to date" "$ARMEX" report --builtin south-korea -o one --check
touch -d 2001-01-01 one
expect 0 "the report is up to date" \
    "$ARMEX" report --builtin south-korea -o one --if-changed
[ "$(stat -c %y one | cut -c1-4)" = 2001 ] || fail "a report up to date was made anew"
echo ' ' >>one/tables/orders.csv
expect 1 "armex: one: is out of date: 'tables/orders.csv' was altered" \
    "$ARMEX" report --builtin south-korea -o one --check
expect 0 "" "$ARMEX" report --builtin south-korea -o one --if-changed
same one/tables/orders.csv two/tables/orders.csv

# What was known on a day: 13.5 billion stood then, of which 14 is a rounding.
cp "$SOURCE_DIR/engine/report/specs/south-korea.yaml" own.yaml
sed -i 's/^language: en/as-of: 2025-02-01/' own.yaml
expect 0 "" "$ARMEX" report own.yaml -o then
grep -q 'Orders, 2023</b><div class="v">$13.5 bn <span class="is ok">holds' \
    then/index.html || fail "in February 2025 the figure was 13.5 billion"
grep -q 'stand at $9.5 billion for 2024' then/index.html || fail "a target is no figure"
grep -q '1 Feb 2025' then/index.html || fail "the page does not say of what day it is"

sed -i 's/when: \[orders_2023 < /when: [orders_2023 > /' own.yaml
"$ARMEX" report own.yaml -o then 2>/dev/null || fail "a guard that fails is no error"
grep -q 'left out, for its condition does not hold' then/manifest.json ||
    fail "the manifest does not say what was left out"

printf 'title: T\nsectoins: []\n' >bad.yaml
expect 78 "bad.yaml:2:1: there is no key 'sectoins'; did you mean 'sections'?" \
    "$ARMEX" report bad.yaml -o three
[ ! -e three ] || fail "a folder was made from a wrong specification"
expect 66 "armex: absent.yaml: there is no such file" "$ARMEX" report absent.yaml -o three
mkdir mine && echo mine >mine/file
got=0
"$ARMEX" report --builtin south-korea -o mine 2>err || got=$?
[ $got -eq 73 ] || fail "status $got for a folder that is no report: $(cat err)"
[ "$(cat mine/file)" = mine ] || fail "a file of the user's is gone"
[ "$(ls -A mine)" = file ] || fail "left behind: $(ls -A mine)"
need flock
flock .one.lock sh -c '
    got=0
    "$ARMEX" report --builtin south-korea -o one 2>err || got=$?
    [ $got -eq 75 ]' || fail "a second run did not say to try again: $(cat err)"
