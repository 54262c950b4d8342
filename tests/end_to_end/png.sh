# Pictures of pixels: every kind whole and of the size asked for, at any width and scale, the same
# bytes anywhere; what the painter refuses; without it, and when it dies, nothing half done.
. "$(dirname "$0")/common.sh"
need gnuplot
painter=$BINARY_DIR/armex-paint
[ -x "$painter" ] || skip "armex-paint is not built"

# size FILE: "720 515", from the header
size() {
    od -An -tu1 -j16 -N8 "$1" | awk '{ print $3 * 256 + $4, $7 * 256 + $8 }'
}
korea="plot line -d national-figures -m orders -e KOR"

"$ARMEX" $korea -o one.png || fail "no picture"
"$ARMEX" $korea --scale 2 -o two.png || fail "no picture at scale 2"
"$ARMEX" $korea --width 328 --dark -o narrow.png || fail "no narrow picture"
[ "$(size one.png)" = "720 515" ] || fail "a picture is $(size one.png)"
[ "$(size two.png)" = "1440 1030" ] || fail "at scale 2 it is $(size two.png)"
set -- $(size narrow.png)
[ "$1" -eq 328 ] || fail "a narrow one is $*"
mkdir elsewhere
(cd elsewhere && TZ=Asia/Seoul LC_ALL=C.UTF-8 LANG=de_DE.UTF-8 "$ARMEX" $korea -o one.png) ||
    fail "no picture elsewhere"
same one.png elsewhere/one.png
expect 0 "" "$ARMEX" explain two.png
grep -q '^two.png  national-figures ' out || fail "$(cat out)"
expect 0 "" "$ARMEX" $korea -o drawn.png --script drawn.gp
gnuplot -c drawn.gp drawn.svg 2>err || fail "$(cat err)"
[ "$(head -c 5 drawn.svg)" = "<?xml" ] || fail "the script of a png draws no svg"

# A report whose charts are wanted as png only.
cat >charts.yaml <<'END'
title: Charts
formats: [html]
chart-files: [png]
sections:
  - heading: One
    items:
      - {chart: line, id: a, dataset: national-figures, entity: KOR, measure: orders}
      - {chart: heat, id: b, dataset: national-figures, entity: KOR, measure: orders}
      - {chart: line, id: c, dataset: national-figures, entity: KOR, measure: orders}
END
expect 0 "" "$ARMEX" report charts.yaml -o report
for id in a b c; do
    [ "$(size report/charts/$id.png | cut -d ' ' -f 1)" = 1440 ] ||
        fail "$id is $(size report/charts/$id.png)"
done
cp -r report kept
sed 's/^sections/png-scale: 1\nsections/' charts.yaml >small.yaml
expect 0 "" "$ARMEX" report small.yaml -o small
[ "$(size small/charts/a.png | cut -d ' ' -f 1)" = 720 ] || fail "$(size small/charts/a.png)"
sed 's/^sections/png-scale: 3\nsections/' charts.yaml >large.yaml
expect 78 "large.yaml:4:12: png-scale: '3' is neither 1 nor 2" "$ARMEX" report large.yaml -o large

# Without the painter.
mkdir alone
cp "$ARMEX" alone/armex
ln -s "$BINARY_DIR/share" alone/share
missing="armex-paint is missing, which paints png: it is built and installed with armex where \
libpango1.0-dev and libdeflate-dev are"
expect 69 "armex: $missing" alone/armex $korea -o none.png
expect 0 "" alone/armex $korea -o some.svg
expect 69 "charts.yaml:7:10: $missing" alone/armex report charts.yaml -o report
sed '/^chart-files/d' charts.yaml >any.yaml
expect 0 "there are no charts as png, for armex-paint is not installed" \
    alone/armex report any.yaml -o any
[ -e any/charts/a.svg ] && [ ! -e any/charts/a.png ] || fail "made: $(ls any/charts)"

# With one that dies, or says what is not so.
for manner in 'kill -9 $$' 'exit 0' 'cat >/dev/null; exit 0' 'cat >/dev/null; echo 9; echo PNG' \
    'cat >/dev/null; exit 1' 'head -c 99; kill -9 $$'; do
    printf '#!/bin/sh\n%s\n' "$manner" >alone/armex-paint
    chmod +x alone/armex-paint
    died="armex-paint failed and made no whole picture"
    expect 74 "armex: $died" alone/armex $korea -o none.png
    expect 74 "charts.yaml:7:10: $died" alone/armex report charts.yaml -o report
done
[ ! -e none.png ] || fail "a picture all the same"
diff -r report kept || fail "the old report is gone"

# The painter by itself: what is no job is refused, and what cannot be written is said.
red='<path fill="#ff0000" d="M0 0 9 0 9 9"/>'
bytes=${#red}
for job in 'x' '8 8' "0 8 1000000 $bytes\n$red" "8 20001 1000000 $bytes\n$red" \
    "8 8 0 $bytes\n$red" "8 8 1000000 99\n$red" "-8 8 1000000 $bytes\n$red" \
    "8 8 1000000 $bytes\n$red." "8 8 1000000 1e9\n$red" "8 8 1000000 1\n."; do
    got=0
    printf -- "$job" | "$painter" png 1 >painted 2>err || got=$?
    [ $got -eq 65 ] || fail "'$job': status $got: $(cat err)"
    [ ! -s painted ] || fail "'$job': a picture all the same"
done
printf "8 8 1000000 $bytes\n$red" >job
"$painter" png 2 <job >painted || fail "a job that is one is refused"
[ "$(head -n 1 painted)" -eq "$(($(wc -c <painted) - $(head -n 1 painted | wc -c)))" ] ||
    fail "it is not as long as it says"
expect 64 "armex-paint: usage: armex-paint pdf, or armex-paint png 1|2" "$painter"
expect 64 "armex-paint: usage: armex-paint pdf, or armex-paint png 1|2" "$painter" png
got=0
"$painter" png 1 <job >/dev/full 2>err || got=$?
[ $got -eq 74 ] || fail "to a full disk: status $got: $(cat err)"
